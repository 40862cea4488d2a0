import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studyDay } from '../../src/core/time.ts'

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const hour = 60

describe('studyDay', () => {
  test.each<[string, string, number, string]>([
    ['a minute before four in London belongs to yesterday', '2026-07-16T03:59:59.999Z', 0, '2026-07-15'],
    ['four o’clock in London begins the day', '2026-07-16T04:00:00.000Z', 0, '2026-07-16'],
    ['just before four in Tokyo belongs to yesterday', '2026-07-15T18:59:59.999Z', 9 * hour, '2026-07-15'],
    ['four o’clock in Tokyo begins the day', '2026-07-15T19:00:00.000Z', 9 * hour, '2026-07-16'],
    ['just before four in New York in summer', '2026-07-16T07:59:59.999Z', -4 * hour, '2026-07-15'],
    ['four o’clock in New York in summer', '2026-07-16T08:00:00.000Z', -4 * hour, '2026-07-16'],
    ['just before four in Kathmandu', '2026-07-15T22:14:59.999Z', 5 * hour + 45, '2026-07-15'],
    ['four o’clock in Kathmandu', '2026-07-15T22:15:00.000Z', 5 * hour + 45, '2026-07-16'],
    ['a late evening after midnight stays with the day before', '2026-12-31T15:30:00.000Z', 9 * hour, '2026-12-31'],
    ['a year ends at four', '2026-12-31T19:00:00.000Z', 9 * hour, '2027-01-01'],
    ['the very beginning of the count', '1970-01-01T04:00:00.000Z', 0, '1970-01-01'],
    ['an instant before the count', '1970-01-01T03:59:59.999Z', 0, '1969-12-31'],
    ['an instant before the epoch itself', '1969-07-20T20:17:00.000Z', -5 * hour, '1969-07-20'],
  ])('%s', (_, instant, offsetMin, expected) => {
    expect(studyDay(Date.parse(instant), offsetMin)).toBe(day(expected))
  })

  test('a day lasts 24 hours from any instant, and moving the clock forward never moves the day back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 13), max: 10 ** 13 }),
        fc.integer({ min: -840, max: 840 }),
        fc.nat(10 ** 9),
        (at, offsetMin, later) => {
          expect(studyDay(at + 86_400_000, offsetMin)).toBe(studyDay(at, offsetMin) + 1)
          expect(studyDay(at + later, offsetMin)).toBeGreaterThanOrEqual(studyDay(at, offsetMin))
        },
      ),
    )
  })

  test('an hour more of offset is the same as an hour more of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: -840, max: 780 }), (at, offsetMin) => {
        expect(studyDay(at, offsetMin + hour)).toBe(studyDay(at + 3_600_000, offsetMin))
      }),
    )
  })
})
