import type { StudyDay } from '../time.ts'
import { mondayOf } from './recallRecord.ts'

/**
 * What was done on one study day, by area and kind of answer: runs of eleven whole
 * numbers, the cell and then its counters. Flat, because a fold counts a million
 * answers in place and a start reads all of it.
 */
export type Tally = readonly number[]

/**
 * How many counters a cell has. In their order: every answer, repeats and cramming
 * too, and the milliseconds they took; answers that feed the memory, and those of
 * them that were not Again; first answers of a day on a young fact seen before, how
 * many of them were recalled, and the sum of the recall that was foretold, in
 * thousandths; the same three of mature facts.
 */
export const counterCount = 10

const run = counterCount + 1

/** A tally spread out, so that a counter is found by arithmetic: all counters of a cell after those of the one before. */
export type Spread = number[]
export const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
export const addSpread = (spread: Spread, tally: Tally): void => {
  for (let from = 0; from < tally.length; from += run) {
    const first = (tally[from] ?? 0) * counterCount
    for (let place = 0; place < counterCount; place += 1)
      spread[first + place] = (spread[first + place] ?? 0) + (tally[from + 1 + place] ?? 0)
  }
}
/** Only cells with an answer stand in a tally, in their order. */
export const gathered = (spread: Spread): Tally => {
  const tally: number[] = []
  for (let first = 0; first < spread.length; first += counterCount) {
    if (spread[first] === 0) continue
    tally.push(first / counterCount)
    for (let place = 0; place < counterCount; place += 1) tally.push(spread[first + place] ?? 0)
  }
  return tally
}

/** How long days are kept apart: a year and what a week that began before it needs. */
const keptDays = 57 * 7

/**
 * The same tallies with the days of weeks long past counted together, under the
 * Monday of each. `monday`: of the present week. `size`: of a tally spread out.
 */
export const weekTallies = (tallies: ReadonlyMap<StudyDay, Tally>, monday: StudyDay, size: number): ReadonlyMap<StudyDay, Tally> => {
  const isOld = (day: StudyDay): boolean => day < monday - keptDays
  const weeks = new Map<StudyDay, Spread>()
  for (const day of tallies.keys()) if (isOld(day) && day !== mondayOf(day)) weeks.set(mondayOf(day), zeros(size))
  const left = new Map<StudyDay, Tally>()
  for (const [day, tally] of tallies) {
    const week = isOld(day) ? weeks.get(mondayOf(day)) : undefined
    if (week === undefined) left.set(day, tally)
    else addSpread(week, tally)
  }
  for (const [week, sum] of weeks) left.set(week, gathered(sum))
  return left
}
