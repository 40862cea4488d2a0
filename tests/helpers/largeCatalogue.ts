import type { Catalogue, ItemKind, ItemStub, TopicStub } from '../../src/core/content/types.ts'
import { factId, itemId, sectionId, topicId } from '../../src/core/ids.ts'
import { shareFor } from '../../src/core/random.ts'

/** A number from 0 to below `count` that the label decides. */
const pick = (label: string, count: number): number => Math.floor(shareFor(352, label) * count)

const weights = [5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1]
const otherKinds: readonly ItemKind[] = ['choice', 'choice', 'choice', 'choice', 'fill', 'fill', 'order', 'match']

/** A topic of so many facts in 5 or 6 sections, and half as many items more on them. */
const topicOfPlace = (place: number, count: number): TopicStub => {
  const id = topicId(`topic-${String(place).padStart(2, '0')}`)
  const sections = Array.from({ length: place < 13 ? 6 : 5 }, (_, n) => sectionId(id, `s${n}`))
  const facts = Array.from({ length: count }, (_, n) => `f${String(n).padStart(2, '0')}`)
  const sectionOf = (n: number) => sections[n % sections.length] ?? sectionId(id, 's0')
  const items = facts.flatMap((local, n): ItemStub[] => {
    const fact = factId(id, local)
    const label = `${id} ${local}`
    const base = { level: 1 as const, section: sectionOf(n), fact, supports: [], confuses: [], options: 0 }
    const isTerm = n % 4 === 0
    const kind: ItemKind = isTerm ? 'term' : n % 4 === 1 ? 'cloze' : n % 4 === 2 ? 'card' : 'choice'
    // One fact in five is taken for another, mostly of its own topic.
    const partner = factId(pick(`${label} far`, 4) === 0 ? topicId(`topic-${String((place + 1) % 19).padStart(2, '0')}`) : id, `f0${n % 9}`)
    const confuses = n % 5 === 0 && partner !== fact ? [partner] : []
    const first: ItemStub = { ...base, id: itemId(id, local), kind, confuses, options: kind === 'choice' ? 4 + pick(label, 2) : 0 }
    const second = n % 2 === 0 ? 'reverse' : null
    if (isTerm) return [first, { ...first, id: itemId(id, `${local}.reverse`) }]
    if (second === null) return [first]
    const other = otherKinds[pick(`${label} other`, otherKinds.length)] ?? 'choice'
    const asks = factId(id, facts[pick(`${label} asks`, facts.length)] ?? local)
    const supports = pick(`${label} supports`, 5) === 0 ? [asks] : []
    return [
      first,
      {
        ...base,
        id: itemId(id, `${local}-asked`),
        kind: other,
        // A question often stands in another section than the card.
        section: sectionOf(n + pick(`${label} section`, 2)),
        supports: supports.filter((supported) => supported !== fact),
        options: other === 'choice' ? 4 : 0,
      },
    ]
  })
  return {
    id,
    area: `area-${place % 5}`,
    objective: '352.1',
    weight: weights[place] ?? 1,
    requires: [],
    title: { ja: id, en: id },
    summary: { ja: '', en: '' },
    minutes: { ja: 8, en: 8 },
    sections: sections.map((section) => ({ id: section, heading: { ja: section, en: section } })),
    items,
  }
}

/** A catalogue of the size of the real one: about 600 items on about 400 facts in 108 sections of 19 topics; `factsOf`: the facts of each topic. */
export const largeCatalogue = (factsOf = (place: number): number => (place < 3 ? 22 : 21)): Catalogue => ({
  areas: Array.from({ length: 5 }, (_, n) => ({ id: `area-${n}`, title: { ja: `${n}`, en: `${n}` } })),
  topics: weights.map((_, place) => topicOfPlace(place, factsOf(place))),
})
