import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ofCell } from '../../../src/core/history/cells.ts'
import { emptyFold, type Fold, startFolding } from '../../../src/core/history/fold.ts'
import { foldProgress, type Progress, settleTail } from '../../../src/core/history/progress.ts'
import { noCounts, sumTally, type Counts } from '../../../src/core/statistics/counts.ts'
import { fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, dayZero, foldDays, reset, retracted, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'

const whole = (progress: Progress, isWanted: (cell: number) => boolean = () => true): Counts => {
  const sums = noCounts()
  for (const tally of progress.tallies.values()) sumTally(tally, isWanted, sums)
  return sums
}
const ns = linksFor({ ns: [{ id: 'pid' }, { id: 'pick', kind: 'choice', fact: 'ns/pid' }, { id: 'mount' }] })
/** Day zero was a Thursday. */
const monday = dayZero + 4
const { nextState, retrievability } = fsrsOf(null)

describe('what is counted of answers', () => {
  test('adds up to the totals of the days, whatever is filtered', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = foldProgress(log, links)
        const days = [...progress.days.values()]
        const sums = whole(progress)
        expect(sums.answers).toBe(days.reduce((sum, day) => sum + day.answers, 0))
        expect(sums.tookMs).toBe(days.reduce((sum, day) => sum + day.tookMs, 0))
        const kinds = [0, 1, 2, 3, 4, 5].map((kind) => whole(progress, (cell) => ofCell(cell).kind === kind).answers)
        expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(sums.answers)
        const hours = [...progress.hours.values()].flatMap((counts) => [...counts.entries()])
        const ofHours = (rest: number) => hours.reduce((sum, [place, count]) => sum + (place % 2 === rest ? count : 0), 0)
        expect([ofHours(0), ofHours(1)]).toEqual([sums.asked, sums.right])
        expect(sums.young + sums.mature).toBeLessThanOrEqual(sums.asked)
      }),
    )
  })

  test('tells repeats and cramming from what was asked, and each day by area and kind', () => {
    const repeat = { ...reviewed('ns/pid', 3), repeat: true } as const
    const progress = foldDays(ns, [0, reviewed('ns/pid', 1), repeat, reviewed('ns/pid', 3, 'flashcards'), answered('ns/pick', 'wrong')])
    expect(whole(progress)).toMatchObject({ answers: 4, asked: 2, right: 0, tookMs: 39_000 })
    expect(whole(progress, (cell) => ofCell(cell).kind === 1)).toMatchObject({ answers: 1, asked: 1, right: 0, tookMs: 15_000 })
  })

  test('counts an answer on what is no longer taught by its own kind', () => {
    const progress = foldDays(ns, [0, reviewed('ns/gone'), answered('gone/also')])
    expect([...(progress.tallies.values().next().value ?? [])].filter((_, place) => place % 11 === 0)).toEqual([6, 8])
    expect(whole(progress)).toMatchObject({ answers: 2, asked: 0 })
  })

  test('is taken back by an undo', () => {
    const log = createDiary()
    const first = log(0, reviewed('ns/pid'))
    const second = log(3, reviewed('ns/pid', 1))
    const undone = foldProgress([first, second, log(3, retracted(second.id))], ns)
    expect(undone.tallies).toEqual(foldProgress([first], ns).tallies)
    expect(undone.hours).toEqual(foldProgress([first], ns).hours)
  })

  test('has the hour of the learner’s clock', () => {
    const [counts] = [...foldDays(ns, [0, reviewed('ns/pid')]).hours.values()]
    expect([...(counts ?? []).entries()].filter(([, count]) => count > 0)).toEqual([
      [24, 1],
      [25, 1],
    ])
  })
})

describe('retention', () => {
  test('is counted of the first answer of a day on a fact seen before, with the recall foretold', () => {
    const progress = foldDays(ns, [0, reviewed('ns/pid')], [4, answered('ns/pick', 'wrong'), reviewed('ns/pid')])
    const foretold = Math.round(1000 * retrievability(nextState(null, 0, 3).stability, 4))
    expect(whole(progress)).toMatchObject({ young: 1, youngRight: 0, youngForetold: foretold, mature: 0 })
    expect(foretold).toBeLessThan(950)
  })

  test('is that of mature facts from 21 days of stability', () => {
    const good = [0, 3, 12, 40].map((day) => [day, reviewed('ns/pid')] as const)
    expect(
      foldDays(ns, ...good)
        .facts.values()
        .next().value?.stability,
    ).toBeGreaterThan(21)
    const progress = foldDays(ns, ...good, [60, reviewed('ns/pid', 1)])
    expect(whole(progress)).toMatchObject({ mature: 2, matureRight: 1, young: 2, youngRight: 2 })
  })
})

describe('the record of what was known', () => {
  test('is made on the Monday of each week with an answer, before it, and after a week without', () => {
    const progress = foldDays(ns, [0, reviewed('ns/pid')], [1, reviewed('ns/mount')], [40, reviewed('ns/pid')])
    expect(progress.recalls.map(({ day }) => (day - monday) / 7)).toEqual([-1, 0, 5])
    const [start, next, back] = progress.recalls.map(({ recall }) => recall[0] ?? Number.NaN)
    expect(start).toBe(0)
    const stability = nextState(null, 0, 3).stability
    const on = (day: number) => (retrievability(stability, day) + retrievability(stability, day - 1)) / 2
    expect(next).toBe(Math.round(1000 * on(4)))
    expect(back).toBe(Math.round(1000 * on(39)))
    expect(back).toBeLessThan(next ?? 0)
  })

  test('is made before what is reset, if that comes first in a week', () => {
    const days = [
      [0, reviewed('ns/pid')],
      [7, reset('ns/pid'), reviewed('ns/mount')],
    ] as const
    const { recalls } = foldDays(ns, ...days)
    expect(recalls.at(-1)).toEqual(foldDays(ns, days[0], [7, reviewed('ns/mount')]).recalls.at(-1))
    expect(recalls.at(-1)?.recall[0]).toBeGreaterThan(0)
  })

  test('forgets what was reset', () => {
    const progress = foldDays(ns, [0, reviewed('ns/pid'), reset('ns/pid')], [7, reviewed('ns/mount')])
    expect(progress.recalls.at(-1)?.recall).toEqual([0])
  })
})

describe('a right answer', () => {
  test('is one that was wholly right, a guess that hit included', () => {
    const guess = answered('ns/pick', 'correct', undefined, { confidence: 'guess' })
    const progress = foldDays(ns, [0, answered('ns/pick')], [4, answered('ns/pick', 'partly')], [9, guess], [12, reviewed('ns/pid', 2)])
    expect(whole(progress)).toMatchObject({ asked: 4, right: 3, young: 3, youngRight: 2 })
    expect([...progress.hours.values()].flat().filter((count) => count > 0)).toEqual([3, 2, 1, 1])
  })
})

describe('years of history', () => {
  const log = generatedLog(ns, { seed: 3, days: 900, eventsPerDay: 4, plain: true })
  const progress = foldProgress(log, ns)
  const latest = Math.max(...progress.days.keys())

  test('keep the last year day by day and the rest by week, and lose no answer', () => {
    const kept = [...progress.tallies.keys()]
    expect(kept.filter((day) => day > latest - 365)).toHaveLength(365)
    expect(kept.filter((day) => day < latest - 57 * 7 - 70).every((day) => (day - monday) % 7 === 0)).toBe(true)
    expect(kept.length).toBeLessThan(57 * 7 + 70 + 900 / 7)
    expect(whole(progress).answers).toBe([...progress.days.values()].reduce((sum, day) => sum + day.answers, 0))
  })

  test('are the same in one go, from a base and answer by answer', () => {
    const settled = settleTail(progress, ns, { events: 500, ms: 0 })
    const again = settled.tail.reduce<Fold>((before, event) => {
      const folding = startFolding(before, ns, null)
      folding.add(event)
      return folding.done()
    }, settled.base?.fold ?? emptyFold)
    expect([again.tallies, again.hours, again.recalls]).toEqual([progress.tallies, progress.hours, progress.recalls])
  })
})
