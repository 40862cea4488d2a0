import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { default_w, forgetting_curve, fsrs } from 'ts-fsrs'
import { linksOf } from '../../../src/core/history/links.ts'
import { addEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { deviceId, eventId, topicOf } from '../../../src/core/ids.ts'
import { raises } from '../../../src/core/mastery/raises.ts'
import { weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, foldDays, noon, planned, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const large = linksOf(largeCatalogue())

describe('raises', () => {
  test('are what the schedule would take for the minutes, whatever is left of the day, by topic', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), fc.constantFrom('2026-07-30', null), (seed, days, examDate) => {
        const log = generatedLog(large, { seed, days, eventsPerDay: 30, plan: { examDate, minutesPerDay: 5, newPerDay: 1 }, plain: true })
        const progress = foldProgress(log, large)
        const found = raises(progress, large, noon(days))
        const facts = found.flatMap((raise) => raise.facts)
        expect(new Set(facts).size).toBe(facts.length)
        // An answer takes from 8 seconds to about two minutes with its reading and its repeat.
        expect(facts.length).toBeGreaterThan(10)
        expect(facts.length).toBeLessThan(230)
        for (const { topic, marks, facts: own, new: fresh } of found) {
          expect(marks).toBeGreaterThan(0)
          expect(own.every((each) => topicOf(each) === topic)).toBe(true)
          expect(fresh).toBe(own.filter((each) => !progress.facts.has(each)).length)
        }
        expect(found.map(({ marks }) => marks)).toEqual(found.map(({ marks }) => marks).toSorted((a, b) => b - a))
      }),
      { numRuns: 10 },
    )
  })

  test('grow with the minutes', () => {
    const progress = foldProgress(generatedLog(large, { seed: 4, days: 10, eventsPerDay: 30, plain: true }), large)
    const sums = [5, 15, 30, 60].map((minutes) => raises(progress, large, noon(10), minutes).reduce((sum, { marks }) => sum + marks, 0))
    expect(sums).toEqual(sums.toSorted((a, b) => a - b))
    expect(sums[0]).toBeLessThan(sums[3] ?? 0)
  })

  test('of a fact that was seen are what it lacks today, less what a wrong answer would leave', () => {
    const one = linksFor({ ns: [{ id: 'a', kind: 'choice' }] })
    const progress = foldDays(one, [0, answered('ns/a')])
    const { stability, difficulty } = progress.facts.get(fact('ns/a')) ?? { stability: 0, difficulty: 0 }
    const r = forgetting_curve(default_w, 60, stability)
    const again = fsrs({ enable_fuzz: false }).next_state({ stability, difficulty }, 60, 1).stability
    const e = (recall: number): number => 0.25 + (1 - 0.25 - 0.04) * recall ** 0.8
    const [raise, ...others] = raises(progress, one, noon(60))
    expect(others).toEqual([])
    expect(raise?.marks).toBeCloseTo(100 * (e(r + (1 - r) * forgetting_curve(default_w, 1, again)) - e(r)), 6)
  })

  test('foretell by how much the expected marks rise, between all answers wrong and all right', () => {
    const start = addEvents(
      emptyProgress,
      [{ id: eventId('plan'), ...noon(0), device: deviceId('pen'), ...planned({ examDate: '2026-08-30' }) }],
      large,
    )
    const lost = (progress: typeof start) => weaknesses(progress, large, noon(0)).reduce((sum, each) => sum + each.lost, 0)
    const found = raises(start, large, noon(0))
    const foretold = found.reduce((sum, { marks }) => sum + marks, 0)
    const answeredWith = (grade: 1 | 3) =>
      addEvents(
        start,
        found
          .flatMap(({ facts }) => facts)
          .map((each, place) => {
            const item = large.itemsOfFact.get(each)?.[0]?.id ?? ''
            return { id: eventId(`z${String(place).padStart(3, '0')}`), ...noon(0), device: deviceId('pen'), ...reviewed(item, grade) }
          }),
        large,
      )
    expect(lost(start) - lost(answeredWith(3))).toBeGreaterThan(foretold)
    expect(lost(start) - lost(answeredWith(1))).toBeLessThan(foretold)
  })
})
