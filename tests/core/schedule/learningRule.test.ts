import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { linksOf, type Links } from '../../../src/core/history/links.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { dueDays } from '../../../src/core/schedule/dueDays.ts'
import { chooseToday, planReview } from '../../../src/core/schedule/planReview.ts'
import type { StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, type Moment } from '../../../src/core/time.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { dayZero, noon } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { literalList } from './literalRule.ts'

const large = linksOf(largeCatalogue())
/** Few enough facts that all of them are met, in every state. */
const small = linksFor(
  {
    ns: [
      { id: 'pid', kind: 'term' },
      { id: 'pid.reverse', kind: 'term', fact: 'ns/pid' },
      { id: 'mount', kind: 'cloze', section: 't' },
      { id: 'type', kind: 'fill', section: 't', fact: 'ns/mount' },
      { id: 'both', kind: 'choice', section: 't', supports: ['ns/pid', 'ns/mount'], options: 5 },
      { id: 'net', kind: 'order' },
      { id: 'user', kind: 'card', section: 'u' },
    ],
    caps: [
      { id: 'bound' },
      { id: 'pick', kind: 'choice', fact: 'caps/bound', section: 't' },
      { id: 'sets', kind: 'match' },
      { id: 'ambient', kind: 'choice' },
    ],
    seccomp: [{ id: 'mode' }, { id: 'filter', kind: 'fill' }, { id: 'far', fact: 'ns/net', section: 't' }],
  },
  { ns: 4, caps: 2, seccomp: 1 },
)

const tierOf = { due: 1, new: 2, early: 3 } as const
const chosen = (log: readonly StudyEvent[], links: Links, now: Moment) =>
  chooseToday(foldProgress(log, links), links, now).taken.map(({ row, item, kind }) => ({
    fact: row.fact,
    item: item.id,
    tier: tierOf[kind],
  }))

describe('the list before an exam equals a literal transcription of the rule', () => {
  test.each<[string, number, number, number, number]>([
    ['30 days before, 20 minutes', 1, 20, 30, 20],
    ['60 days before, 40 minutes', 2, 40, 60, 40],
    ['two weeks before, 10 minutes', 3, 30, 14, 10],
    ['15 days before', 4, 30, 15, 25],
    ['the last day but one', 5, 30, 2, 20],
    ['the last day: nothing new', 6, 30, 1, 20],
    ['the day of the exam', 7, 30, 0, 20],
  ])('on the large catalogue, %s', (_, seed, days, daysLeft, minutesPerDay) => {
    const today = days + 1
    const plan = { examDate: dateOfDay(dayZero + today + daysLeft), minutesPerDay }
    const log = generatedLog(large, { seed, days, eventsPerDay: 30, plan })
    const list = chosen(log, large, noon(today))
    expect(list.length).toBeGreaterThan(8)
    expect(list).toEqual(literalList(log, large, noon(today)))
  })

  test('on any log and plan of the small catalogue', () => {
    const tiers = new Set<number>()
    const plans = fc.record<Partial<StudyPlan>>({
      minutesPerDay: fc.constantFrom(1, 3, 10, 20, 60),
      newPerDay: fc.constantFrom(null, null, 0, 2),
      reviewsPerDay: fc.constantFrom(null, null, 0, 3),
      weekdaysOff: fc.constantFrom([], [], [1, 2, 3]),
    })
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0, 1, 2, 13, 14, 15, 30, 60),
        fc.constantFrom(0, 1, 1, 5, 40),
        plans,
        (seed, days, eventsPerDay, daysLeft, wait, plan) => {
          const today = days + wait
          const exam = { examDate: dateOfDay(dayZero + today + daysLeft), ...plan }
          const log = generatedLog(small, { seed, days, eventsPerDay, plan: exam })
          const list = chosen(log, small, noon(today))
          for (const { tier } of list) tiers.add(tier)
          expect(list).toEqual(literalList(log, small, noon(today)))
        },
      ),
      { numRuns: 400 },
    )
    expect(tiers).toEqual(new Set([1, 2, 3]))
  })

  test('and without one, given the days on which facts come back, on any log of the small catalogue', () => {
    const kinds = new Set<number>()
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 1, 5, 40),
        fc.record<Partial<StudyPlan>>({
          examDate: fc.constantFrom(null, dateOfDay(dayZero)),
          minutesPerDay: fc.constantFrom(1, 3, 10, 20, 60),
          targetRetention: fc.constantFrom(null, 0.7, 0.97),
        }),
        (seed, days, eventsPerDay, wait, plan) => {
          const now = noon(days + wait)
          const log = generatedLog(small, { seed, days, eventsPerDay, plan })
          const dueOn = new Map<string, number>(dueDays(foldProgress(log, small), now))
          const list = chosen(log, small, now)
          for (const { tier } of list) kinds.add(tier)
          expect(list).toEqual(literalList(log, small, now, (fact) => (dueOn.get(fact) ?? 0) <= dayZero + days + wait))
        },
      ),
      { numRuns: 300 },
    )
    expect(kinds).toEqual(new Set([1, 2]))
  })

  test('and is asked as it is, in an order that suits a session', () => {
    const plan = { examDate: dateOfDay(dayZero + 50) }
    const log = generatedLog(large, { seed: 8, days: 20, eventsPerDay: 30, plan })
    const { entries } = planReview(foldProgress(log, large), large, noon(21))
    const list = literalList(log, large, noon(21))
    expect(entries.map(({ fact }) => fact).toSorted()).toEqual(list.map(({ fact }) => fact).toSorted())
  })
})
