import { expect, test } from 'vitest'
import { clockTime, msLeft, warningAt } from '../../../src/core/exam/examClock.ts'

const minute = 60_000
const start = 1_700_000_000_000
const exam = { startedAt: start, minutes: 90 }

test.each([
  ['at the start', 0, 90 * minute],
  ['in the middle', 45 * minute, 45 * minute],
  ['a millisecond before the end', 90 * minute - 1, 1],
  ['at the end', 90 * minute, 0],
  ['days later', 9000 * minute, 0],
])('%s the time left is what is left of it', (_, after, left) => {
  expect(msLeft(exam, start + after)).toBe(left)
})

test.each([
  [90, 10 * minute + 1, null],
  [90, 10 * minute, 10],
  [90, 2 * minute + 1, 10],
  [90, 2 * minute, 2],
  [90, 0, 2],
  // An exam as short as the warning itself does not begin with it.
  [10, 10 * minute, null],
  [10, 2 * minute, 2],
  [1.5, 1000, null],
])('an exam of %d minutes with %d ms left warns of %s', (minutes, left, warning) => {
  expect(warningAt({ minutes }, left)).toBe(warning)
})

test.each([
  [90 * minute, 90, 0],
  [52 * minute + 18_000, 52, 18],
  [59_001, 1, 0],
  [1, 0, 1],
  [0, 0, 0],
])('%d ms read %d minutes and %d seconds', (left, minutes, seconds) => {
  expect(clockTime(left)).toEqual({ minutes, seconds })
})
