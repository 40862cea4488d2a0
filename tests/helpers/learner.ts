import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { Grade, StudyEvent } from '../../src/core/history/events.ts'
import type { Links } from '../../src/core/history/links.ts'
import { fsrsOf, type MemoryState } from '../../src/core/schedule/fsrs.ts'
import { linksFor } from './catalogue.ts'
import { createDiary, reviewed } from './events.ts'

/** A catalogue of so many facts, a card each. */
export const factsToStudy = (count: number): Links =>
  linksFor({ ns: Array.from({ length: count }, (_none, place) => ({ id: `fact-${place}` })) })

/** Parameters of someone who keeps what was learned far longer than most, and forgets the rest at once. */
export const unusualParameters: readonly number[] = [
  0.05, 0.4, 12, 40, 6.4, 0.83, 3.02, 0.001, 1.3, 0.17, 0.8, 0.9, 0.06, 0.26, 1.65, 0.6, 1.87, 0.54, 0.09, 0.07, 0.5,
]

/**
 * The log of someone whose memory is FSRS-6 with these parameters (`null`: the
 * published ones) and who reviews each fact of the catalogue at intervals that the
 * published ones suggest, more or less.
 */
export const studyLog = (links: Links, parameters: readonly number[] | null, days: number, seed = 1): readonly StudyEvent[] => {
  const generator = xoroshiro128plus(seed)
  const share = (): number => uniformInt(generator, 0, 999_999) / 1_000_000
  const memoryOf = fsrsOf(parameters)
  const { nextState } = fsrsOf(null)
  const plan: { day: number; item: string; grade: Grade }[] = []
  const firstGrades = [1, 1, 2, 3, 3, 3, 3, 4] as const
  for (const item of links.items.keys()) {
    let day = Math.floor(share() * days * 0.6)
    let grade: Grade = firstGrades[Math.floor(share() * firstGrades.length)] ?? 3
    let own: MemoryState = memoryOf.nextState(null, 0, grade)
    let assumed = nextState(null, 0, grade)
    plan.push({ day, item, grade })
    for (;;) {
      const interval = Math.max(1, Math.round(assumed.stability * (0.5 + share())))
      day += interval
      if (day >= days) break
      grade = share() < memoryOf.retrievability(own.stability, interval) ? 3 : 1
      own = memoryOf.nextState(own, interval, grade)
      assumed = nextState(assumed, interval, grade)
      plan.push({ day, item, grade })
    }
  }
  const diary = createDiary()
  return plan.sort((a, b) => a.day - b.day).map(({ day, item, grade }) => diary(day, reviewed(item, grade)))
}
