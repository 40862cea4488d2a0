import { describe, expect, test } from 'vitest'
import { examScore, passMark } from '../../../src/core/exam/examScore.ts'
import { type Links, linksOf } from '../../../src/core/history/links.ts'
import { foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { readiness } from '../../../src/core/mastery/readiness.ts'
import { type ExamOutlook, examOutlook, mostOutlookDays } from '../../../src/core/schedule/examOutlook.ts'
import { factTable } from '../../../src/core/schedule/factTable.ts'
import { fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import { planReview } from '../../../src/core/schedule/planReview.ts'
import type { StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, type Moment } from '../../../src/core/time.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { dayZero, foldDays, noon, planned, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const large = linksOf(largeCatalogue())
const inDays = (days: number): string => dateOfDay(dayZero + days)

const outlookOf = (
  progress: Progress,
  links: Links,
  now: Moment,
  seed = 1,
): { readonly outlook: ExamOutlook | null; readonly shares: readonly number[] } => {
  const steps = examOutlook(progress, links, now, seed)
  const shares: number[] = []
  for (;;) {
    const step = steps.next()
    if (step.done === true) return { outlook: step.value, shares }
    shares.push(step.value)
  }
}
const found = (progress: Progress, links: Links, now: Moment, seed = 1): ExamOutlook => {
  const { outlook } = outlookOf(progress, links, now, seed)
  if (outlook === null) throw new Error('There is no outlook')
  return outlook
}
/** Twenty answers a day on five days; the exam is so many days after the sixth. */
const begun = (daysLeft: number, plan: Partial<StudyPlan> = {}): Progress =>
  foldProgress(
    generatedLog(large, { seed: 1, days: 5, eventsPerDay: 20, plain: true, plan: { examDate: inDays(6 + daysLeft), ...plan } }),
    large,
  )
const now = noon(6)

describe('the outlook on the exam', () => {
  test.each([
    ['without a date', {}],
    ['after the exam', { examDate: inDays(-1) }],
    ['too far ahead', { examDate: inDays(mostOutlookDays + 1) }],
  ])('there is none %s', (_, plan) => {
    expect(outlookOf(foldDays(large, [0, planned(plan)]), large, noon(0)).outlook).toBeNull()
  })

  test('the same seed says the same, and the work done grows to its end', () => {
    const { outlook, shares } = outlookOf(begun(10), large, now)
    expect(outlookOf(begun(10), large, now).outlook).toEqual(outlook)
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  })

  test('on the day of the exam it is what holds already', () => {
    const progress = begun(0)
    const { studyDays, coverage, planned: mark, more, mockDays } = found(progress, large, now)
    const today = readiness(progress, large, now, 7)
    // Of other draws: a question of sixty or two more or less.
    for (const [here, there] of [
      [mark.low, today?.range80.low],
      [mark.mean, today?.median],
      [mark.high, today?.range80.high],
    ] as const)
      expect(Math.abs(here - examScore(there ?? 0, 60))).toBeLessThanOrEqual(20)
    expect([studyDays, coverage.length, mockDays]).toEqual([0, 1, []])
    expect(more?.mean).toBe(mark.mean)
  })

  test('an answer is right as often as it is expected to be, and leaves what the schedule would then remember', () => {
    const one = linksFor({ ns: [{ id: 'pid', kind: 'choice' }] })
    const progress = foldDays(one, [0, reviewed('ns/pid', 3)], [7, planned({ examDate: inDays(10), datesOff: [8, 9].map(inDays) })])
    const memory = progress.facts.get(fact('ns/pid')) ?? null
    const { nextState, retrievability } = fsrsOf(null)
    const chance = retrievability(memory?.stability ?? 0, 7)
    const after = ([3, 1] as const).map((grade) => retrievability(nextState(memory, 7, grade).stability, 3))
    const ends = Array.from({ length: 60 }, (_, seed) => found(progress, one, noon(7), seed).coverage.at(-1)?.recalled ?? 0)
    for (const end of ends) expect(after.some((recall) => Math.abs(recall - end) < 1e-9)).toBe(true)
    const right = ends.filter((end) => Math.abs(end - (after[0] ?? 0)) < 1e-9).length / ends.length
    expect(Math.abs(right - chance)).toBeLessThan(0.15)
  })

  test('a forecast promises less the longer it is, as simulated learners fell short of it', () => {
    // On days off nothing but time passes; the memories of a young history fade little in one more day.
    const off = { weekdaysOff: [0, 1, 2, 3, 4, 5, 6] }
    const here = found(begun(0, off), large, now).planned.mean
    expect(found(begun(1, off), large, now).planned.mean).toBeLessThan(here - 5)
  })

  test('more minutes do not lower the mark, beyond what chance does', () => {
    for (const [seed, daysLeft] of [
      [1, 8],
      [2, 25],
    ] as const) {
      const means = [5, 20, 60].map((minutesPerDay) => found(begun(daysLeft, { minutesPerDay }), large, now, seed).planned.mean)
      for (const [place, mean] of means.entries()) expect(mean, `${daysLeft} days: ${means}`).toBeGreaterThan((means[place - 1] ?? 0) - 8)
      expect(means.at(-1)).toBeGreaterThan((means[0] ?? 800) + 20)
    }
  })

  test('the range lies round the mean, and the chance to pass goes with it', () => {
    const { planned: mark, more } = found(begun(10, { minutesPerDay: 10 }), large, now)
    expect(mark.low).toBeLessThan(mark.mean)
    expect(mark.high).toBeGreaterThan(mark.mean)
    expect(more?.minutesPerDay).toBe(20)
    expect(more?.passChance).toBeGreaterThanOrEqual(mark.passChance)
    expect(found(begun(10, { minutesPerDay: 120 }), large, now).more).toBeNull()
  })

  test('the minutes called enough reach the pass mark, and the next fewer tried do not', () => {
    const fresh = (minutesPerDay: number) => foldDays(large, [0, planned({ examDate: inDays(3), minutesPerDay })])
    const { enoughMinutes } = found(fresh(120), large, noon(0))
    expect(enoughMinutes).toBeGreaterThan(5)
    const tried = [5, 10, 15, 20, 30, 45, 60, 90, 120]
    const fewer = tried[tried.indexOf(enoughMinutes ?? 0) - 1] ?? 0
    expect(found(fresh(enoughMinutes ?? 0), large, noon(0)).planned.mean).toBeGreaterThanOrEqual(passMark)
    expect(found(fresh(fewer), large, noon(0)).planned.mean).toBeLessThan(passMark)
    expect(found(foldDays(large, [0, planned({ examDate: inDays(1) })]), large, noon(0)).enoughMinutes).toBeNull()
  })

  test('coverage goes week by week to the exam, and what is recalled has been seen', () => {
    const { coverage, examDay } = found(begun(24), large, now)
    expect(coverage.map(({ day }) => examDay - day)).toEqual([24, 17, 10, 3, 0])
    for (const { seen, recalled } of coverage) expect(recalled).toBeLessThanOrEqual(seen)
    expect(coverage.at(-1)?.seen).toBeGreaterThan(coverage[0]?.seen ?? 1)
  })

  test('a day asks what the schedule asks of it', () => {
    const progress = foldDays(large, [0, planned({ examDate: inDays(2), datesOff: [inDays(1)] })])
    const { rows } = factTable(large)
    const all = [...rows.values()].reduce((sum, { weight }) => sum + weight, 0)
    const today = planReview(progress, large, noon(0)).entries.reduce((sum, { fact }) => sum + (rows.get(fact)?.weight ?? 0), 0)
    expect(today).toBeGreaterThan(0)
    const { coverage, studyDays } = found(progress, large, noon(0))
    expect(coverage.at(-1)?.seen).toBeCloseTo(today / all, 9)
    expect(studyDays).toBe(1)
  })

  test('days off, daily limits and minutes that are spent already are kept to', () => {
    const six = linksFor({ ns: Array.from({ length: 6 }, (_, n) => ({ id: `f${n}`, kind: 'choice' as const })) })
    const seenAt = (plan: Partial<StudyPlan>, ...acts: ReturnType<typeof reviewed>[]) =>
      found(foldDays(six, [0, planned({ examDate: inDays(3), ...plan }), ...acts]), six, noon(0)).coverage.at(-1)?.seen ?? -1
    expect(seenAt({})).toBeCloseTo(1, 9)
    expect(seenAt({ datesOff: [0, 1, 2].map(inDays) })).toBe(0)
    expect(seenAt({ newPerDay: 1 })).toBeCloseTo(2 / 6, 9)
    expect(
      seenAt({ minutesPerDay: 5, datesOff: [1, 2].map(inDays) }, ...[1, 2, 3].map(() => reviewed('ns/f0', 3, 'review', 120_000))),
    ).toBeCloseTo(1 / 6, 9)
  })
})
