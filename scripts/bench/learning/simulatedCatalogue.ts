import type { Catalogue, ItemKind, ItemStub, TopicStub } from '../../../src/core/content/types.ts'
import { factId, itemId, sectionId, type FactId, topicId } from '../../../src/core/ids.ts'
import { createDice, type Dice, type Seed, shareFor, shuffled } from '../../../src/core/random.ts'

const weights = [5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1]

const levels = [1, 2, 3] as const

/** So many of each in twenty: what a fact is asked by, and what half of them are asked by besides. */
const shares: readonly (readonly [kind: ItemKind, first: number, second: number])[] = [
  ['term', 4, 3],
  ['cloze', 5, 0],
  ['card', 4, 4],
  ['choice', 4, 8],
  ['fill', 2, 3],
  ['exercise', 1, 2],
]
const firstKinds = shares.flatMap(([kind, first]) => Array.from({ length: first }, () => kind))
const secondKinds = shares.flatMap(([kind, , second]) => Array.from({ length: second }, () => kind))

/** 21 or 22 facts in 5 or 6 sections, 31 or 32 items, and two pairs of facts that are taken for each other. */
const topicOfPlace = (place: number, weight: number, seed: Seed, dice: Dice): TopicStub => {
  const id = topicId(`topic-${String(place).padStart(2, '0')}`)
  const sections = Array.from({ length: place < 13 ? 6 : 5 }, (_, n) => sectionId(id, `s${n}`))
  const facts = Array.from({ length: place < 3 ? 22 : 21 }, (_, n) => factId(id, `f${String(n).padStart(2, '0')}`))
  const [a, b, c, d] = dice.some(facts, 4)
  const partners = new Map<FactId | undefined, FactId | undefined>([
    [a, b],
    [b, a],
    [c, d],
    [d, c],
  ])
  const itemOf = (fact: FactId, local: string, kind: ItemKind): ItemStub => {
    const partner = partners.get(fact)
    return {
      id: itemId(id, local),
      kind,
      section: sections[facts.indexOf(fact) % sections.length] ?? sectionId(id, 's0'),
      fact,
      level: levels[Math.floor(levels.length * shareFor(seed, `level ${fact}`))] ?? 2,
      supports: [],
      confuses: partner === undefined ? [] : [partner],
      options: kind === 'choice' ? 4 : 0,
    }
  }
  const twice = new Set(dice.some(facts, (place < 11 ? 32 : 31) - facts.length))
  const items = facts.flatMap((fact, n) => {
    const local = `f${String(n).padStart(2, '0')}`
    const first = itemOf(fact, local, dice.pick(firstKinds))
    return twice.has(fact) ? [first, itemOf(fact, `${local}-again`, dice.pick(secondKinds))] : [first]
  })
  return {
    id,
    area: `area-${place % 5}`,
    objective: '352.1',
    weight,
    requires: [],
    title: { ja: id, en: id },
    summary: { ja: '', en: '' },
    minutes: { ja: 8, en: 8 },
    sections: sections.map((section) => ({ id: section, heading: { ja: section, en: section } })),
    items,
  }
}

/**
 * What simulated learners study: 600 items on 402 facts, 108 sections, 19 topics,
 * whose weights stand in an order that the seed decides, or are all alike.
 */
export const simulatedCatalogue = (seed: Seed, equalWeights = false): Catalogue => {
  const dice = createDice(seed)
  const order = shuffled(weights, seed)
  return {
    areas: Array.from({ length: 5 }, (_, n) => ({ id: `area-${n}`, title: { ja: `${n}`, en: `${n}` } })),
    topics: order.map((weight, place) => topicOfPlace(place, equalWeights ? 3 : weight, seed, dice)),
  }
}
