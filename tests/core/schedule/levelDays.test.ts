import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeRange } from '../../../src/core/schedule/fsrs.ts'
import { levelDays, type Wish } from '../../../src/core/schedule/levelDays.ts'
import type { StudyDay } from '../../../src/core/time.ts'

const today = 100
const never = () => false
const wish = (lastDay: StudyDay, interval: number): Wish => {
  const { shortest, longest } = safeRange(interval)
  return { best: lastDay + interval, shortest: lastDay + shortest, longest: lastDay + longest }
}
const wishes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }))), {
    maxLength: 60,
  })
  .map((drawn) => drawn.map(([ago, interval]) => wish(today - ago, interval)))
/** Weekdays off, by day modulo seven. */
const daysOff = fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 5 }).map((off) => (day: StudyDay) => off.includes(day % 7))
const done = fc.integer({ min: 0, max: 20 })

/** How much is to do on the fullest day, what is overdue being done today. */
const fullest = (days: readonly StudyDay[], doneToday: number): number => {
  const loads = new Map<StudyDay, number>([[today, doneToday]])
  for (const day of days) loads.set(Math.max(day, today), (loads.get(Math.max(day, today)) ?? 0) + 1)
  return Math.max(...loads.values())
}
const ahead = (one: Wish): boolean => one.longest > today

describe('levelled days', () => {
  test('lie within the safe range of each fact', () => {
    fc.assert(
      fc.property(wishes, daysOff, done, (given, isOff, doneToday) => {
        for (const [place, day] of levelDays(given, today, isOff, doneToday).entries()) {
          const one = given[place]
          expect(day).toBeGreaterThanOrEqual(one?.shortest ?? 0)
          expect(day).toBeLessThanOrEqual(one?.longest ?? 0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('are never days off where the range has another day that is not past', () => {
    fc.assert(
      fc.property(wishes, daysOff, done, (given, isOff, doneToday) => {
        for (const [place, day] of levelDays(given, today, isOff, doneToday).entries()) {
          const one = given[place]
          if (one === undefined || !ahead(one)) continue
          const open = Array.from({ length: one.longest - today + 1 }, (_, n) => today + n).filter((other) => other >= one.shortest)
          if (open.some((other) => !isOff(other))) expect(isOff(Math.max(day, today))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('never make the fullest day fuller than it would be without', () => {
    fc.assert(
      fc.property(wishes, done, (given, doneToday) => {
        const before = fullest(
          given.map(({ best }) => best),
          doneToday,
        )
        expect(fullest(levelDays(given, today, never, doneToday), doneToday)).toBeLessThanOrEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test('are the same for the same facts, and change nothing that was handed in', () => {
    fc.assert(
      fc.property(wishes, daysOff, done, (given, isOff, doneToday) => {
        const first = levelDays(Object.freeze(given), today, isOff, doneToday)
        expect(levelDays([...given], today, isOff, doneToday)).toEqual(first)
      }),
    )
  })

  test('spread a heap of facts learnt together over the days that are as good', () => {
    const heap = Array.from({ length: 90 }, () => wish(today, 20))
    const days = levelDays(heap, today, never, 0)
    const loads = new Map<StudyDay, number>()
    for (const day of days) loads.set(day, (loads.get(day) ?? 0) + 1)
    expect([...loads].toSorted(([a], [b]) => a - b)).toEqual([117, 118, 119, 120, 121, 122, 123].map((day) => [day, expect.any(Number)]))
    expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1)
  })

  test('are the best ones where there is nothing to spread', () => {
    const apart = [5, 20, 40, 80].map((interval) => wish(today, interval))
    expect(levelDays(apart, today, never, 0)).toEqual([105, 120, 140, 180])
  })

  test('leave what may wait for another day while today is full, by what is overdue or was done already', () => {
    const flexible = wish(today - 20, 20)
    const overdue = Array.from({ length: 5 }, () => wish(today - 30, 2))
    expect(levelDays([flexible], today, never, 0)).toEqual([today])
    expect(levelDays([flexible], today, never, 5)).toEqual([today + 1])
    expect(levelDays([...overdue, flexible], today, never, 0)).toEqual([...overdue.map(({ best }) => best), today + 1])
  })

  test('give a day off nothing, and what has no other day keeps its own', () => {
    const isOff = (day: StudyDay) => day === 120 || day === 101
    expect(levelDays([wish(today, 20), wish(today, 1)], today, isOff, 0)).toEqual([119, 101])
  })
})
