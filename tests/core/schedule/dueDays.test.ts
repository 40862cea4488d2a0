import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade, StudyEvent, Verdict } from '../../../src/core/history/events.ts'
import { gradeOfVerdict } from '../../../src/core/history/foldFact.ts'
import { addEvents, foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { daysUntilReturn, dueDays } from '../../../src/core/schedule/dueDays.ts'
import { fsrsOf, safeRange } from '../../../src/core/schedule/fsrs.ts'
import { planReview } from '../../../src/core/schedule/planReview.ts'
import type { StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, studyDay } from '../../../src/core/time.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, dayZero, fitted, foldDays, moment, noon, planned, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { otherParameters } from '../../helpers/arbitraries.ts'

const links = linksFor({
  ns: [{ id: 'pid' }, { id: 'which', kind: 'choice', fact: 'ns/pid' }, { id: 'mount' }, { id: 'net' }, { id: 'user' }],
})
const pid = fact('ns/pid')
const grades = fc.constantFrom<Grade>(1, 2, 3, 4)
const verdicts = fc.constantFrom<Verdict>('correct', 'partly', 'wrong')
const acts = fc.oneof(
  grades.map((grade) => ({ act: reviewed('ns/pid', grade), grade })),
  verdicts.map((verdict) => ({ act: answered('ns/which', verdict), grade: gradeOfVerdict[verdict] })),
)
const others = fc
  .tuple(fc.constantFrom('ns/mount', 'ns/net', 'ns/user'), grades)
  .map(([id, grade]) => ({ act: reviewed(id, grade), grade }))
/** With and without an exam, near and far, with days off. */
const plans = fc.record<Partial<StudyPlan>>({
  examDate: fc.constantFrom(null, null, ...[40, 61, 70, 80, 85, 100].map((day) => dateOfDay(dayZero + day))),
  minutesPerDay: fc.constantFrom(10, 20, 40),
  targetRetention: fc.constantFrom(null, 0.7, 0.97),
  weekdaysOff: fc.constantFrom([], [0], [1, 2, 3, 4, 5]),
})
const today = (day: number): number => dayZero + day

describe('daysUntilReturn', () => {
  test('promises what the schedule then says, after any history, under any plan and at any hour', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.oneof(acts, others)), { maxLength: 12 }),
        plans,
        fc.nat(20),
        fc.nat(1439),
        acts,
        (past, plan, wait, minute, next) => {
          const log = createDiary()
          const sorted = past.toSorted((a, b) => a[0] - b[0])
          const before = foldProgress([log(0, planned(plan)), ...sorted.map(([day, { act }]) => log(day, act))], links)
          const day = (sorted.at(-1)?.[0] ?? 0) + wait
          const now = wait === 0 ? { ...noon(day), at: noon(day).at + 1000 } : moment(day, minute)
          const promised = daysUntilReturn(pid, next.grade, before, now)
          const after = addEvents(before, [{ ...log(day, next.act), ...now }], links)
          expect((dueDays(after, now).get(pid) ?? 0) - studyDay(now.at, now.offsetMin)).toBe(promised)
          expect(promised).toBeGreaterThanOrEqual(1)
          expect(Number.isInteger(promised)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a better grade never brings a fact back sooner, but for what levelling moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), grades), { maxLength: 6 }), plans, fc.nat(90), (past, plan, wait) => {
        const days = past.toSorted((a, b) => a[0] - b[0]).map(([day, grade]) => [day, reviewed('ns/pid', grade)] as const)
        const progress = foldDays(links, [0, planned({ ...plan, weekdaysOff: [] })], ...days)
        const returns = ([1, 2, 3, 4] as const).map((grade) => daysUntilReturn(pid, grade, progress, noon(61 + wait)))
        expect(returns).toEqual(returns.toSorted((a, b) => a - b))
      }),
    )
  })

  test('says the same for every grade once the day has its answer', () => {
    const progress = foldDays(links, [0, planned({ minutesPerDay: 40 })], [0, reviewed('ns/pid', 4)])
    expect(([1, 2, 3, 4] as const).map((grade) => daysUntilReturn(pid, grade, progress, noon(0)))).toEqual([8, 8, 8, 8])
  })

  test('comes sooner the higher the target is', () => {
    const returns = [0.97, 0.9, 0.8, 0.7].map((targetRetention) =>
      daysUntilReturn(pid, 4, foldDays(links, [0, planned({ targetRetention })]), noon(0)),
    )
    expect(returns).toEqual([2, 8, 28, 77])
  })
})

describe('without an exam, facts are due', () => {
  test('on the day that the target gives, or on one that is as good, as far as the day is still to come', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), fc.nat(60), plans, (seed, days, wait, plan) => {
        const progress = foldProgress(generatedLog(links, { seed, days, eventsPerDay: 8, plan: { ...plan, examDate: null } }), links)
        const target = plan.targetRetention ?? { 10: 0.8, 20: 0.85, 40: 0.9 }[plan.minutesPerDay ?? 20] ?? 0
        for (const [id, day] of dueDays(progress, noon(days + wait))) {
          const memory = progress.facts.get(id)
          const interval = fsrsOf(null).intervalDays(memory?.stability ?? 0, target)
          const { shortest, longest } = safeRange(interval)
          expect(day - (memory?.lastDay ?? 0)).toBeGreaterThanOrEqual(shortest)
          expect(day - (memory?.lastDay ?? 0)).toBeLessThanOrEqual(longest)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('on other days than those off', () => {
    // Easy at 0.90 gives 8 days, 7 to 9 or 6 to 10; day 8 is a Friday.
    const dueOf = (plan: Partial<StudyPlan>): number => {
      const progress = foldDays(links, [0, planned({ minutesPerDay: 40, ...plan }), reviewed('ns/pid', 4)])
      return (dueDays(progress, noon(0)).get(pid) ?? 0) - dayZero
    }
    expect([dueOf({}), dueOf({ weekdaysOff: [5] }), dueOf({ datesOff: [dateOfDay(dayZero + 8), dateOfDay(dayZero + 7)] })]).toEqual([
      8, 7, 9,
    ])
  })

  test('with the fitted parameters, not with the published ones', () => {
    const days: readonly Parameters<typeof foldDays>[1][] = [
      [0, reviewed('ns/pid', 4)],
      [9, reviewed('ns/pid', 3)],
    ]
    const published = dueDays(foldDays(links, ...days), noon(9)).get(pid)
    const fit = dueDays(foldDays(links, [0, fitted(otherParameters)], ...days), noon(9)).get(pid)
    expect(fit).toBeGreaterThan(published ?? Number.NaN)
  })

  test.each([40, 41, 42, 43, 44])('a heap of %i learnt together day by day, and a day that is done stays done', (size) => {
    const many = linksFor({ ns: Array.from({ length: size }, (_, n) => ({ id: `f${n}` })) })
    const log = createDiary()
    let progress = foldProgress(
      [log(0, planned({ minutesPerDay: 40 })), ...[...many.items.keys()].map((id) => log(0, reviewed(id, 4)))],
      many,
    )
    const counts: number[] = []
    for (let day = 1; day <= 10; day += 1) {
      const dueNow = () => planReview(progress, many, noon(day)).entries
      const due = dueNow()
      counts.push(due.length)
      progress = addEvents(
        progress,
        due.map((entry) => log(day, reviewed(entry.item.id, 3))),
        many,
      )
      expect(dueNow()).toEqual([])
    }
    // Easy gives 8 days, and 6 to 10 are as good.
    expect(counts.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
    expect(counts.slice(5).reduce((sum, count) => sum + count, 0)).toBe(size)
    for (const count of counts.slice(5)) expect(Math.abs(count - size / 5)).toBeLessThan(2)
  })

  test('once answered today, without others becoming due by it', () => {
    const many = linksFor({ ns: Array.from({ length: 60 }, (_, n) => ({ id: `f${n}` })) })
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(59), { maxLength: 20 }), (seed, answers) => {
        const progress = foldProgress(generatedLog(many, { seed, days: 20, eventsPerDay: 20, plan: { minutesPerDay: 200 } }), many)
        const dueAt = (at: Progress): readonly string[] =>
          planReview(at, many, noon(22))
            .entries.filter((e) => e.kind === 'due')
            .map((e) => e.fact)
        const due = dueAt(progress)
        const log = createDiary('laptop')
        const done = answers.flatMap((n): readonly StudyEvent[] =>
          due[n] === undefined ? [] : [log(22, reviewed(due[n] ?? '', n % 2 === 0 ? 1 : 3))],
        )
        const after = dueAt(addEvents(progress, done, many))
        expect(after.filter((id) => !due.includes(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('before an exam, facts are due', () => {
  const dueOf = (exam: number, minutesPerDay: number, now: number, ...days: readonly Parameters<typeof foldDays>[1][]): number => {
    const progress = foldDays(links, [0, planned({ examDate: dateOfDay(today(exam)), minutesPerDay })], ...days)
    return (dueDays(progress, noon(now)).get(pid) ?? 0) - dayZero
  }
  const easy = [0, reviewed('ns/pid', 4)] as const
  const good = [0, reviewed('ns/pid', 3)] as const

  test.each<[string, number, number]>([
    ['on the first day below 85 %', dueOf(60, 20, 0, good), 5],
    ['on the first day below 75 %, with few minutes a day', dueOf(60, 10, 0, good), 13],
    ['on the first day below 75 % in the last two weeks', dueOf(18, 20, 0, good), 13],
    ['on the last day at the latest, when everything seen competes', dueOf(10, 20, 0, easy), 9],
    ['on the day of the exam, if the last day had them', dueOf(10, 20, 9, easy, [9, reviewed('ns/pid', 1)]), 10],
    ['after it as without an exam, if that day had them', dueOf(10, 40, 10, easy, [10, reviewed('ns/pid', 1)]), 11],
  ])('%s', (_, day, expected) => {
    expect(day).toBe(expected)
  })

  test('exactly when the plan lists them as due', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(40),
        fc.constantFrom(0, 1, 2, 13, 14, 15, 16, 40),
        (seed, days, wait, left) => {
          const now = noon(days + wait)
          const plan = { examDate: dateOfDay(today(days + wait + left)), minutesPerDay: 600 }
          const progress = foldProgress(generatedLog(links, { seed, days, eventsPerDay: 8, plan }), links)
          const listed = planReview(progress, links, now)
          const due = dueDays(progress, now)
          for (const { fact: id, kind } of listed.entries)
            if (kind !== 'new') expect((due.get(id) ?? 0) <= today(days + wait)).toBe(kind === 'due')
        },
      ),
      { numRuns: 300 },
    )
  })
})
