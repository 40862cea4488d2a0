import type { FactId } from '../ids.ts'
import type { Fsrs } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import type { Cells } from './cells.ts'
import { type FactMemory, recallOn } from './foldFact.ts'

/** The Monday of the week that a study day lies in; day 0 was a Thursday. */
export const mondayOf = (day: StudyDay): StudyDay => Math.floor((day + 3) / 7) * 7 - 3

/** How much of each area was known on the morning of a day: the mean probability of recall over its facts, unseen ones as 0, in thousandths. */
export interface RecallRecord {
  readonly day: StudyDay
  /** In the order of `Cells.areas`. */
  readonly recall: readonly number[]
}

/** Visits every fact that was seen. */
export type EachFact = (visit: (memory: FactMemory, fact: FactId) => void) => void

export const recallRecord = (day: StudyDay, eachFact: EachFact, cells: Cells, fsrs: Fsrs): RecallRecord => {
  const sums = cells.areas.map(() => 0)
  eachFact((memory, fact) => {
    const area = cells.areaOfFact.get(fact)
    if (area !== undefined && area < sums.length) {
      // In whole numbers, since a sum of fractions depends on the order of the facts.
      sums[area] = (sums[area] ?? 0) + Math.round(1_000_000 * recallOn(memory, day, fsrs))
    }
  })
  return { day, recall: sums.map((sum, area) => Math.round(sum / 1000 / Math.max(1, cells.facts[area] ?? 0))) }
}

/**
 * The Mondays to make a record of when the first answer or reset of a week comes, later than
 * `before`, that of the last record (minus infinity: there is none): that after
 * the week of the record before, and that of the week that begins, if one lies
 * between. So a time away shows as what it cost, and takes no more room than a week.
 */
export const mondaysTurned = (before: StudyDay, monday: StudyDay): readonly StudyDay[] =>
  before === Number.NEGATIVE_INFINITY || monday === before + 7 ? [monday] : [before + 7, monday]
