import type { ItemStub } from '../../../src/core/content/types.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type FactId, type SectionId, topicOf } from '../../../src/core/ids.ts'
import type { Held, Learner } from './learner.ts'
import { itemsBySection } from './sitting.ts'
import type { Study } from './studyWithApp.ts'

/**
 * A learner who knows everything about themselves that decides what is remembered,
 * and does at each moment what gains the most of the exam a second: asks a fact, by
 * the best of its items, once a day, or reads a section. Repeats nothing.
 */
export const studyKnowingAll = (learner: Learner, links: Links, { days, minutesPerDay }: Study): void => {
  const { memory } = learner.traits
  const firstDifficulty = memory.nextState(null, 0, 3).difficulty
  const sections = itemsBySection(links)
  const read = new Set<SectionId>()
  const weights = new Map<FactId, number>()
  const facts = [...links.itemsOfFact.keys()]
  for (const { id, weight } of links.topics.values()) {
    const own = facts.filter((fact) => topicOf(fact) === id)
    for (const fact of own) weights.set(fact, weight / own.length)
  }

  for (let day = 0; day < days; day += 1) {
    let left = learner.minutesOn(day, minutesPerDay) * 60
    const score = (fact: FactId, held: Held): number => learner.examScore(fact, held, days)
    const first = (stability: number): Held => ({ stability, difficulty: firstDifficulty, lastDay: day })
    /** What asking an item today gains a second. */
    const gainOf = (fact: FactId, item: ItemStub): number => {
      const held = learner.heldOf(fact)
      const trait = learner.traits.facts.get(fact)
      const chance = learner.chanceOf(item, day)
      const cost = learner.secondsOf(item) + (1 - chance) * learner.missSeconds
      const now = score(fact, held)
      if (trait === undefined) return 0
      if (held === null) {
        const learnt = trait.encoding * (1 - chance / 2)
        return ((weights.get(fact) ?? 0) * learnt * (score(fact, first(trait.answeredDays)) - now)) / cost
      }
      if (day <= held.lastDay) return 0
      const recalled = learner.recallFor(item, day)
      const after = (grade: 1 | 3): number => score(fact, { ...memory.nextState(held, day - held.lastDay, grade), lastDay: day })
      return ((weights.get(fact) ?? 0) * (recalled * after(3) + (1 - recalled) * after(1) - now)) / cost
    }
    const bestOf = (fact: FactId): { readonly item: ItemStub | undefined; readonly gain: number } =>
      (links.itemsOfFact.get(fact) ?? []).reduce<{ item: ItemStub | undefined; gain: number }>(
        (best, item) => {
          const gain = gainOf(fact, item)
          return gain > best.gain ? { item, gain } : best
        },
        { item: undefined, gain: 0 },
      )
    const readingGain = (section: SectionId): number => {
      let gain = 0
      for (const fact of factsOf(section)) {
        const trait = learner.traits.facts.get(fact)
        if (trait === undefined || learner.heldOf(fact) !== null) continue
        gain += (weights.get(fact) ?? 0) * 0.6 * trait.encoding * (score(fact, first(trait.readDays)) - score(fact, null))
      }
      return gain / learner.sectionSeconds
    }
    const factsOf = (section: SectionId): ReadonlySet<FactId> =>
      new Set((sections.get(section) ?? []).flatMap((id) => links.items.get(id)?.fact ?? []))

    const prospects = new Map(facts.map((fact) => [fact, bestOf(fact)]))
    const readings = new Map(
      [...sections.keys()].flatMap((section) => (read.has(section) ? [] : [[section, readingGain(section)] as const])),
    )
    while (left > 0) {
      let bestFact: FactId | undefined
      let bestSection: SectionId | undefined
      let most = 0
      for (const [fact, { gain }] of prospects) {
        if (gain <= most) continue
        bestFact = fact
        most = gain
      }
      for (const [section, gain] of readings) {
        if (gain <= most) continue
        bestSection = section
        most = gain
      }
      if (bestSection !== undefined) {
        read.add(bestSection)
        readings.delete(bestSection)
        learner.read(bestSection, day)
        left -= learner.sectionSeconds
        for (const fact of factsOf(bestSection)) if (prospects.has(fact)) prospects.set(fact, bestOf(fact))
      } else {
        const item = bestFact === undefined ? undefined : prospects.get(bestFact)?.item
        if (bestFact === undefined || item === undefined) break
        left -= learner.answer(item, day).seconds
        prospects.delete(bestFact)
        if (readings.has(item.section)) readings.set(item.section, readingGain(item.section))
      }
    }
  }
}
