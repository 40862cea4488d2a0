import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../../../src/core/exam/examScore.ts'
import { answerKinds, cellsOf } from '../../../src/core/history/cells.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { byHour } from '../../../src/core/statistics/byHour.ts'
import { countedDays, countedSpans, spanOf, sumOfDays } from '../../../src/core/statistics/countedDays.ts'
import { counters } from '../../../src/core/statistics/counts.ts'
import { type Filter, itemsWanted, periods } from '../../../src/core/statistics/filter.ts'
import { itemOrders, itemRows } from '../../../src/core/statistics/itemRows.ts'
import { dueForecast, histogram, remembered, stabilityEdges } from '../../../src/core/statistics/memories.ts'
import { recallHistory } from '../../../src/core/statistics/recallHistory.ts'
import { retentionByMaturity } from '../../../src/core/statistics/retention.ts'
import { topicId } from '../../../src/core/ids.ts'
import { dayOfDate, studyDay } from '../../../src/core/time.ts'
import { links as twoTopics, logs } from '../../helpers/arbitraries.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { buried, dayZero, foldDays, noon, planned, reviewed, suspended } from '../../helpers/events.ts'

/** The two topics as two areas. */
const links = { ...twoTopics, topics: new Map([...twoTopics.topics].map(([id, topic]) => [id, { ...topic, area: `area of ${id}` }])) }
const { areas } = cellsOf(links)
const all: Filter = { area: null, kind: null, period: 'all' }
const now = noon(20)
const today = studyDay(now.at, now.offsetMin)
const ns = linksFor({ ns: [{ id: 'pid' }, { id: 'pid.reverse', fact: 'ns/pid' }, { id: 'mount' }, { id: 'net' }] })

describe('a filter', () => {
  test('divides what was counted: kinds add up to all, and so do areas and what is no longer taught', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...periods), (log, period) => {
        const progress = foldProgress(log, links)
        const sum = (filter: Partial<Filter>) => sumOfDays(countedDays(progress, links, { ...all, period, ...filter }, today))
        const whole = sum({})
        for (const counter of counters) {
          expect(answerKinds.reduce((total, kind) => total + sum({ kind })[counter], 0)).toBe(whole[counter])
          const taught = areas.reduce((total, area) => total + sum({ area })[counter], 0)
          if (counter === 'asked' || counter === 'young') expect(taught).toBe(whole[counter])
          else expect(taught).toBeLessThanOrEqual(whole[counter])
        }
        const crossed = areas.flatMap((area) => answerKinds.map((kind) => sum({ area, kind }).answers))
        expect(crossed.reduce((a, b) => a + b, 0)).toBe(areas.reduce((total, area) => total + sum({ area }).answers, 0))
      }),
      { numRuns: 200 },
    )
  })

  test('leaves out what was done before the period', () => {
    const progress = foldDays(ns, [0, reviewed('ns/pid')], [60, reviewed('ns/pid')], [89, reviewed('ns/mount')])
    const days = (period: Filter['period']) => countedDays(progress, ns, { ...all, period }, dayZero + 89).map(({ day }) => day - dayZero)
    expect([days('month'), days('quarter'), days('all')]).toEqual([
      [60, 89],
      [0, 60, 89],
      [0, 60, 89],
    ])
  })

  test('divides the items', () => {
    const counted = areas.flatMap((area) => answerKinds.flatMap((kind) => itemsWanted(links, { area, kind })))
    expect(counted.map(({ id }) => id).sort()).toEqual([...links.items.keys()].sort())
  })
})

describe('spans', () => {
  test('hold every day once, whatever their length', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const), (log, span) => {
        const days = countedDays(foldProgress(log, links), links, all, today)
        const spans = countedSpans(days, span, days[0]?.day ?? today, Math.max(today, days.at(-1)?.day ?? today))
        const sum = sumOfDays(days)
        for (const counter of counters) expect(spans.reduce((total, { counts }) => total + counts[counter], 0)).toBe(sum[counter])
        expect(spans.map(({ start }) => start)).toEqual(spans.map(({ start }) => start).toSorted())
      }),
      { numRuns: 200 },
    )
  })

  test('are named by their first day, and there is one for each that nothing was done in', () => {
    const monday = dayOfDate('2026-11-02')
    const starts = (span: 'week' | 'month') => countedSpans([], span, monday + 3, monday + 30).map(({ start }) => start)
    expect(starts('week')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'])
    expect(starts('month')).toEqual(['2026-11-01', '2026-12-01'])
  })

  test('are few enough to be drawn', () => {
    const day = (ago: number) => [{ day: today - ago, counts: sumOfDays([]) }]
    expect([
      spanOf('month', day(0), today),
      spanOf('year', day(300), today),
      spanOf('all', day(100), today),
      spanOf('all', day(500), today),
      spanOf('all', day(4000), today),
      spanOf('all', [], today),
    ]).toEqual(['day', 'week', 'week', 'month', 'year', 'week'])
  })
})

test('retention is the share by maturity, with what was foretold and Wilson’s interval', () => {
  const progress = foldDays(ns, [0, reviewed('ns/pid'), reviewed('ns/mount')], [5, reviewed('ns/pid'), reviewed('ns/mount', 1)])
  const { young, mature, both } = retentionByMaturity(sumOfDays(countedDays(progress, ns, all, today)))
  expect(young).toMatchObject({ all: 2, right: 1, share: 0.5, ...wilsonInterval(1, 2) })
  expect(young.foretold).toBeCloseTo(0.83, 1)
  expect(mature).toMatchObject({ all: 0, share: null, foretold: null, low: 0, high: 1 })
  expect(both).toEqual(young)
})

test('hours hold every answer that feeds the memory', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const progress = foldProgress(log, links)
      const hours = byHour(progress, links, all)
      const whole = sumOfDays(countedDays(progress, links, all, today))
      expect(hours).toHaveLength(24)
      expect(hours.reduce((sum, { asked }) => sum + asked, 0)).toBe(whole.asked)
      expect(hours.reduce((sum, { right }) => sum + right, 0)).toBe(whole.right)
    }),
  )
})

describe('the forecast', () => {
  test('counts each fact that returns on one day, or later; what is overdue counts for today', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(30, 90), (log, count) => {
        const facts = [...remembered(foldProgress(log, links), links, now).values()]
        const { days, later } = dueForecast(facts, today, count)
        expect(days).toHaveLength(count)
        expect(days.reduce((sum, each) => sum + each, later)).toBe(facts.filter(({ returns }) => returns).length)
      }),
    )
  })

  test('brings everything back before the exam', () => {
    const examDate = '2099-01-01'
    const far = foldDays(ns, [0, reviewed('ns/pid', 4)], [18, reviewed('ns/pid', 4)])
    const near = { ...far, plan: { ...far.plan, examDate: new Date((today + 10) * 86_400_000).toISOString().slice(0, 10) } }
    const dueOf = (progress: typeof far) => dueForecast([...remembered(progress, ns, now).values()], today, 30)
    expect(dueOf(far).later).toBe(1)
    expect(dueOf(near).days[9]).toBe(1)
    expect(foldDays(ns, [0, planned({ examDate })]).plan.examDate).toBe(examDate)
  })

  test('leaves out a fact all of whose items are suspended', () => {
    const one = foldDays(ns, [0, reviewed('ns/pid'), suspended('ns/pid')])
    const both = foldDays(ns, [0, reviewed('ns/pid'), suspended('ns/pid'), suspended('ns/pid.reverse')])
    expect([one, both].map((progress) => remembered(progress, ns, now).get(fact('ns/pid'))?.returns)).toEqual([true, false])
  })
})

test('what was put off today comes back tomorrow at the earliest', () => {
  const dueOf = (...acts: Parameters<typeof foldDays>[1][]) => {
    const progress = foldDays(ns, [0, reviewed('ns/pid')], ...acts)
    return remembered(progress, ns, now).get(fact('ns/pid'))?.dueDay
  }
  expect(dueOf()).toBeLessThanOrEqual(today)
  expect(dueOf([20, buried('ns/pid')])).toBe(today + 1)
  expect(dueOf([19, buried('ns/pid')])).toBe(dueOf())
})

test('what was answered wrong today is not held for recalled', () => {
  const progress = foldDays(ns, [20, reviewed('ns/pid', 1)])
  const recall = remembered(progress, ns, now).get(fact('ns/pid'))?.recall ?? Number.NaN
  expect(recall).toBeLessThan(0.9)
  const history = recallHistory(progress, ns, { area: null, period: 'all' }, today)
  expect(history.at(-1)?.mean).toBeCloseTo(recall / 3, 2)
})

test('areas are those that have facts', () => {
  const topics = new Map([...links.topics].map(([id, topic]) => [id, id === 'caps' ? { ...topic, area: 'filled' } : topic]))
  const [first] = topics.values()
  if (first === undefined) throw new Error('There is no topic')
  const empty = { ...first, id: topicId('empty'), area: 'empty', items: [] }
  expect(cellsOf({ ...links, topics: topics.set(empty.id, empty) }).areas).toEqual(['area of ns', 'filled'])
})

test('a histogram holds every value once, the ends included', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5000, noNaN: true })), (values) => {
      const counts = histogram(values, stabilityEdges)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
    }),
  )
  expect(histogram([0.5, 1, 20.9, 21, 9999], stabilityEdges)).toEqual([1, 1, 0, 1, 1, 0, 0, 1])
})

describe('what is known over time', () => {
  test('ends today, rises with study and falls without', () => {
    const progress = foldDays(ns, [0, reviewed('ns/pid'), reviewed('ns/mount')], [7, reviewed('ns/net')])
    const on = (day: number) => recallHistory(progress, ns, { area: null, period: 'all' }, dayZero + day)
    const means = on(8).map(({ mean }) => mean)
    expect(means).toEqual([...means].sort((a, b) => a - b))
    expect(on(8).at(-1)?.day).toBe(dayZero + 8)
    expect(on(60).at(-1)?.mean).toBeLessThan(on(8).at(-1)?.mean ?? 0)
  })

  test('is the mean of the areas by their facts', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = foldProgress(log, links)
        for (const { areas: shown, mean } of recallHistory(progress, links, { area: null, period: 'all' }, today)) {
          const [least, most] = [Math.min(...shown.map(({ recall }) => recall)), Math.max(...shown.map(({ recall }) => recall))]
          expect(mean).toBeGreaterThanOrEqual(least - 1e-9)
          expect(mean).toBeLessThanOrEqual(most + 1e-9)
        }
      }),
    )
  })
})

describe('the table of items', () => {
  test('has every item once in each order, what was never asked last', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...itemOrders), fc.boolean(), (log, order, downwards) => {
        const progress = foldProgress(log, links)
        const items = itemsWanted(links, all)
        const rows = itemRows(items, progress, remembered(progress, links, now), order, downwards)
        expect(rows.map(({ item }) => item.id).sort()).toEqual(items.map(({ id }) => id).sort())
        if (order !== 'recall') return
        const known = rows.map(({ fact: seen }) => seen?.recall)
        const firstUnseen = known.indexOf(undefined)
        if (firstUnseen >= 0) expect(known.slice(firstUnseen).every((recall) => recall === undefined)).toBe(true)
        const values = known.filter((recall) => recall !== undefined)
        expect(values).toEqual(values.toSorted((a, b) => (downwards ? b - a : a - b)))
      }),
    )
  })
})
