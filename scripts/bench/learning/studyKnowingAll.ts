import type { ItemStub } from '../../../src/core/content/types.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type FactId, type SectionId, topicOf } from '../../../src/core/ids.ts'
import type { Held, Learner } from './learner.ts'
import { itemsBySection } from './sitting.ts'
import type { Study } from './studyWithApp.ts'

interface Prospect {
  readonly item: ItemStub | undefined
  readonly gain: number
}

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
  const factsOf = (section: SectionId): ReadonlySet<FactId> =>
    new Set((sections.get(section) ?? []).flatMap((id) => links.items.get(id)?.fact ?? []))

  for (let day = 0; day < days; day += 1) {
    let left = learner.minutesOn(day, minutesPerDay) * 60
    const score = (fact: FactId, held: Held): number => learner.examScore(fact, held, days)
    const first = (stability: number): Held => ({ stability, difficulty: firstDifficulty, lastDay: day })
    /** What asking a fact today gains a second, by the item that gains most. */
    const prospectOf = (fact: FactId): Prospect => {
      const held = learner.heldOf(fact)
      const trait = learner.traits.facts.get(fact)
      let best: Prospect = { item: undefined, gain: 0 }
      if (trait === undefined || (held !== null && day <= held.lastDay)) return best
      const now = score(fact, held)
      const [afterRecall, afterMiss] =
        held === null
          ? [0, score(fact, first(trait.answeredDays))]
          : ([3, 1] as const).map((grade) => score(fact, { ...memory.nextState(held, day - held.lastDay, grade), lastDay: day }))
      for (const item of links.itemsOfFact.get(fact) ?? []) {
        const chance = learner.chanceOf(item, day)
        const recalled = learner.recallFor(item, day)
        const cost = learner.secondsOf(item) + (1 - chance) * learner.missSeconds
        const gained =
          held === null
            ? trait.encoding * (1 - chance / 2) * ((afterMiss ?? 0) - now)
            : recalled * (afterRecall ?? 0) + (1 - recalled) * (afterMiss ?? 0) - now
        const gain = ((weights.get(fact) ?? 0) * gained) / cost
        if (gain > best.gain) best = { item, gain }
      }
      return best
    }
    const readingGain = (section: SectionId): number => {
      let gain = 0
      for (const fact of factsOf(section)) {
        const trait = learner.traits.facts.get(fact)
        if (trait === undefined || learner.heldOf(fact) !== null) continue
        gain += (weights.get(fact) ?? 0) * 0.6 * trait.encoding * (score(fact, first(trait.readDays)) - score(fact, null))
      }
      return gain / learner.sectionSeconds
    }
    const prospects = new Map(facts.map((fact) => [fact, prospectOf(fact)]))
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
        for (const fact of factsOf(bestSection)) if (prospects.has(fact)) prospects.set(fact, prospectOf(fact))
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
