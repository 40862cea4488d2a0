import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mockDays } from '../../../src/core/schedule/mockDays.ts'

const none = () => false
/** Half of what is asked has been seen on that day, looked at every week. */
const halfOn = (day: number, length: number) =>
  Array.from({ length: Math.ceil(length / 7) + 1 }, (_, week) => ({
    day: 100 + Math.min(7 * week, length),
    seen: 7 * week >= day ? 0.6 : 0.2,
  }))

describe('days for a mock exam', () => {
  test.each([
    [
      'when half was seen, a week before and two days before',
      halfOn(14, 60),
      160,
      [
        ['first', 114],
        ['week', 153],
        ['eve', 158],
      ],
    ],
    [
      'no first one close to the next',
      halfOn(21, 30),
      130,
      [
        ['week', 123],
        ['eve', 128],
      ],
    ],
    [
      'no first one if half is never seen',
      halfOn(99, 60),
      160,
      [
        ['week', 153],
        ['eve', 158],
      ],
    ],
    ['one alone where there is no time for more', halfOn(0, 5), 105, [['eve', 103]]],
    ['today, if that is two days before', halfOn(0, 2), 102, [['eve', 100]]],
    ['none on the eve', halfOn(0, 1), 101, []],
  ] as const)('%s', (_, coverage, examDay, expected) => {
    expect(mockDays(coverage, examDay, false, none).map(({ why, day }) => [why, day])).toEqual(expected)
  })

  test('who has taken one needs no first one', () => {
    expect(mockDays(halfOn(14, 60), 160, true, none).map(({ why }) => why)).toEqual(['week', 'eve'])
  })

  test('a day off gives way to the day before it', () => {
    const days = mockDays(halfOn(14, 60), 160, false, (day) => day === 158 || day === 114)
    expect(days.map(({ day }) => day)).toEqual([113, 153, 157])
  })

  test('they rise, lie from today to two days before the exam, and are no days off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 0, max: 180 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
        fc.boolean(),
        (length, half, off, hasTaken) => {
          const isOff = (day: number) => off.includes(day % 7)
          const days = mockDays(halfOn(half, length), 100 + length, hasTaken, isOff).map(({ day }) => day)
          expect(days).toEqual([...new Set(days)].sort((a, b) => a - b))
          for (const day of days) expect(day >= 100 && day <= 98 + length && !isOff(day)).toBe(true)
        },
      ),
    )
  })
})
