import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterExam, isDayOff, studyMode, targetOf } from '../../../src/core/schedule/studyMode.ts'
import { defaultPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, dayOfDate, studyDay } from '../../../src/core/time.ts'
import { dayZero, moment } from '../../helpers/events.ts'

const plan = (change: Partial<typeof defaultPlan>) => ({ ...defaultPlan, ...change })
const examIn = (days: number) => ({ examDate: dateOfDay(dayZero + days) })

describe('the mode', () => {
  test.each<[string, Partial<typeof defaultPlan>, ReturnType<typeof studyMode>]>([
    ['no exam', {}, { kind: 'due', target: 0.85 }],
    ['30 days before', examIn(30), { kind: 'exam', examDay: dayZero + 30, daysLeft: 30, threshold: 0.85 }],
    ['15 days before', examIn(15), { kind: 'exam', examDay: dayZero + 15, daysLeft: 15, threshold: 0.85 }],
    ['14 days before', examIn(14), { kind: 'exam', examDay: dayZero + 14, daysLeft: 14, threshold: 0.75 }],
    [
      '30 days before, 19 minutes a day',
      { ...examIn(30), minutesPerDay: 19 },
      { kind: 'exam', examDay: dayZero + 30, daysLeft: 30, threshold: 0.75 },
    ],
    ['the day of the exam', examIn(0), { kind: 'exam', examDay: dayZero, daysLeft: 0, threshold: 0.75 }],
    ['the day after', examIn(-1), { kind: 'due', target: 0.85 }],
    ['in upkeep', { ...examIn(-1), afterExam: { of: dateOfDay(dayZero - 1), choice: 'upkeep' } }, { kind: 'due', target: 0.8 }],
    [
      'in upkeep with a target below that of upkeep',
      { ...examIn(-1), targetRetention: 0.75, afterExam: { of: dateOfDay(dayZero - 1), choice: 'upkeep' } },
      { kind: 'due', target: 0.75 },
    ],
    ['a target of one’s own', { targetRetention: 0.93 }, { kind: 'due', target: 0.93 }],
    ['a date that is none', { examDate: 'soon' }, { kind: 'due', target: 0.85 }],
  ])('%s', (_, change, mode) => {
    expect(studyMode(plan(change), dayZero)).toEqual(mode)
  })
})

describe('the target retention', () => {
  test.each([
    [1, 0.8],
    [10, 0.8],
    [15, 0.825],
    [20, 0.85],
    [30, 0.875],
    [40, 0.9],
    [240, 0.9],
  ])('of %i minutes a day is %f', (minutesPerDay, target) => {
    expect(targetOf(plan({ minutesPerDay }))).toBe(target)
  })

  test('below 20 minutes is between 0.80 and 0.85, from 40 on 0.90, and never falls with more minutes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 300, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true }), (minutes, more) => {
        const target = targetOf(plan({ minutesPerDay: minutes }))
        expect(target).toBeGreaterThanOrEqual(0.8)
        expect(target).toBeLessThanOrEqual(minutes < 20 ? 0.85 : 0.9)
        if (minutes >= 40) expect(target).toBe(0.9)
        expect(targetOf(plan({ minutesPerDay: minutes + more }))).toBeGreaterThanOrEqual(target)
      }),
    )
  })
})

describe('days off', () => {
  test('are the weekdays and the dates of the plan', () => {
    // 2026-07-16, a Thursday.
    expect(dateOfDay(dayZero)).toBe('2026-07-16')
    const isOff = isDayOff(plan({ weekdaysOff: [0, 4], datesOff: ['2026-07-18'] }))
    const off = Array.from({ length: 8 }, (_, day) => isOff(dayZero + day))
    expect(off).toEqual([true, false, true, true, false, false, false, true])
  })
})

test('a study day and its date name each other, and the date is the one on the calendar from 04:00 on', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      expect(dayOfDate(dateOfDay(day))).toBe(day)
    }),
  )
  const { at, offsetMin } = moment(3, 0)
  expect([dateOfDay(studyDay(at, offsetMin)), dateOfDay(studyDay(at - 1, offsetMin))]).toEqual(['2026-07-19', '2026-07-18'])
})

describe('what was chosen for after the exam', () => {
  const of = dateOfDay(dayZero - 1)
  test.each<[string, Partial<typeof defaultPlan>, ReturnType<typeof afterExam>]>([
    ['no exam', { afterExam: { of, choice: 'archive' } }, null],
    ['the day of the exam', { ...examIn(0), afterExam: { of: dateOfDay(dayZero), choice: 'archive' } }, null],
    ['nothing', examIn(-1), 'open'],
    ['upkeep', { ...examIn(-1), afterExam: { of, choice: 'upkeep' } }, 'upkeep'],
    ['archive', { ...examIn(-1), afterExam: { of, choice: 'archive' } }, 'archive'],
    ['archive, but for another exam', { ...examIn(-2), afterExam: { of, choice: 'archive' } }, 'open'],
    ['a date that is none', { examDate: 'soon' }, null],
  ])('%s', (_, change, chosen) => {
    expect(afterExam(plan(change), dayZero)).toBe(chosen)
  })
})
