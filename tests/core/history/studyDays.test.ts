import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { addEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { planReview } from '../../../src/core/schedule/planReview.ts'
import { studyDay } from '../../../src/core/time.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { createDiary, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { literalDay } from '../schedule/literalLog.ts'

const links = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net' }] })
const pid = fact('ns/pid')
const utc = (...[year, month, day, hour, minute]: [number, number, number, number, number]): number =>
  Date.UTC(year, month - 1, day, hour, minute)
/** An answer of that instant, on a clock that leads UTC by so many minutes. */
const answerAt = (at: number, offsetMin: number, id = 'ns/pid', device = 'pen'): StudyEvent => ({
  ...createDiary(`${device}-${at}-${offsetMin}`)(0, reviewed(id, 3)),
  at,
  offsetMin,
})
const offsets = fc.constantFrom(-720, -570, -300, -240, 0, 60, 120, 330, 540, 765, 840)
const instants = fc.integer({ min: utc(2026, 1, 1, 0, 0), max: utc(2028, 1, 1, 0, 0) })

describe('a study day', () => {
  test('is the calendar day of the learner’s clock, begun at 04:00', () => {
    fc.assert(
      fc.property(instants, offsets, (at, offsetMin) => {
        expect(studyDay(at, offsetMin)).toBe(literalDay(at, offsetMin))
      }),
      { numRuns: 1000 },
    )
  })

  // New York went from UTC-5 to UTC-4 on 2026-03-08 at 07:00 UTC and back on 2026-11-01 at 06:00 UTC.
  test.each<[string, readonly (readonly [at: number, offsetMin: number])[], number]>([
    [
      'at 03:59 and at 04:00',
      [
        [utc(2026, 7, 15, 18, 59), 540],
        [utc(2026, 7, 15, 19, 0), 540],
      ],
      2,
    ],
    [
      'late in the evening and past midnight',
      [
        [utc(2026, 7, 15, 12, 0), 540],
        [utc(2026, 7, 15, 18, 0), 540],
      ],
      1,
    ],
    [
      'in the night that is an hour short: 01:30 and 03:30 belong to the evening before',
      [
        [utc(2026, 3, 8, 2, 0), -300],
        [utc(2026, 3, 8, 6, 30), -300],
        [utc(2026, 3, 8, 7, 30), -240],
      ],
      1,
    ],
    [
      'in that night, 03:59 and 04:00',
      [
        [utc(2026, 3, 8, 7, 59), -240],
        [utc(2026, 3, 8, 8, 0), -240],
      ],
      2,
    ],
    [
      'in the night that is an hour long: 01:30 twice and 03:59',
      [
        [utc(2026, 11, 1, 5, 30), -240],
        [utc(2026, 11, 1, 6, 30), -300],
        [utc(2026, 11, 1, 8, 59), -300],
      ],
      1,
    ],
    [
      'a flight west: the same day again',
      [
        [utc(2026, 7, 15, 3, 0), 540],
        [utc(2026, 7, 15, 15, 0), -420],
      ],
      1,
    ],
    [
      'a flight east: the next day comes sooner',
      [
        [utc(2026, 7, 15, 15, 0), -420],
        [utc(2026, 7, 16, 3, 0), 540],
      ],
      2,
    ],
  ])('%s', (_, answers, counted) => {
    const progress = foldProgress(
      answers.map(([at, offsetMin]) => answerAt(at, offsetMin)),
      links,
    )
    expect(progress.facts.get(pid)?.reviews).toBe(counted)
  })

  test('asks a fact at most once, wherever the learner travels on it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, offsets), { minLength: 1, maxLength: 12 }), offsets, (answers, here) => {
        const progress = foldProgress(
          answers.map(([at, offsetMin]) => answerAt(at, offsetMin)),
          links,
        )
        const latest = Math.max(...answers.map(([at]) => at))
        const memory = progress.facts.get(pid)
        const days = new Set(answers.map(([at, offsetMin]) => studyDay(at, offsetMin)))
        expect(memory?.reviews).toBeLessThanOrEqual(days.size)
        expect(days.has(memory?.lastDay ?? 0)).toBe(true)
        const asked = planReview(progress, links, { at: latest, offsetMin: here }).entries.some((entry) => entry.fact === pid)
        if (asked) expect(studyDay(latest, here)).toBeGreaterThan(memory?.lastDay ?? 0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a clock that runs backwards, on one device or between two', () => {
  test('changes nothing: the order of the times counts, not that of the writing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, fc.constantFrom('pen', 'phone')), { minLength: 1, maxLength: 12 }), (answers) => {
        const written = answers.map(([at, device]) => answerAt(at, 540, 'ns/pid', device))
        const sorted = written.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        const oneByOne = written.reduce((progress, event) => addEvents(progress, [event], links), emptyProgress)
        expect(oneByOne).toEqual(foldProgress(sorted, links))
      }),
    )
  })

  test('nor does it in the list of what to study', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (seed, days) => {
        const log = generatedLog(links, { seed, days, eventsPerDay: 10 })
        const now = { at: Math.max(...log.map((event) => event.at)), offsetMin: 540 }
        const halves = [log.slice(log.length / 2), log.slice(0, log.length / 2)]
        const late = halves.reduce((progress, half) => addEvents(progress, half, links), emptyProgress)
        expect(planReview(late, links, now)).toEqual(planReview(foldProgress(log, links), links, now))
      }),
    )
  })
})
