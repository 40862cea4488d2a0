import { describe, expect, test } from 'vitest'
import { linksOf } from '../../../src/core/history/links.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import { simulatedDays, workloads } from '../../../src/core/schedule/workloads.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { fitted, foldDays, noon, planned, read, reviewed, suspended } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { otherParameters } from '../../helpers/arbitraries.ts'

const large = linksOf(largeCatalogue())
const targets = [0.7, 0.75, 0.8, 0.85, 0.9, 0.97]
const progress = foldProgress(generatedLog(large, { seed: 1, days: 40, eventsPerDay: 30, plain: true }), large)

describe('workloads', () => {
  test('a higher target takes more minutes and holds more facts', () => {
    const found = workloads(progress, large, noon(41), targets, 1)
    expect(found.map(({ target }) => target)).toEqual(targets)
    for (const [place, one] of found.entries()) {
      const next = found[place + 1]
      expect(one.minutesPerDay).toBeGreaterThan(0)
      expect(one.held).toBeLessThanOrEqual(402)
      if (next === undefined) continue
      expect(next.minutesPerDay).toBeGreaterThan(one.minutesPerDay)
      expect(next.held).toBeGreaterThan(one.held)
    }
  })

  test('the same seed gives the same numbers, another seed nearly the same', () => {
    const first = workloads(progress, large, noon(41), targets, 1)
    expect(workloads(progress, large, noon(41), targets, 1)).toEqual(first)
    const other = workloads(progress, large, noon(41), targets, 2)
    expect(other).not.toEqual(first)
    for (const [place, one] of other.entries()) {
      const same = first[place]?.minutesPerDay ?? 0
      expect(Math.abs(one.minutesPerDay - same)).toBeLessThan(0.15 * same)
    }
  })

  test('a target says the same whatever is asked beside it', () => {
    expect(workloads(progress, large, noon(41), [0.85], 5)[0]).toEqual(workloads(progress, large, noon(41), targets, 5)[3])
  })

  test('one well-known fact costs one answer in its time, a wrong one the repeat too', () => {
    const one = linksFor({ ns: [{ id: 'pid' }] })
    const known = foldDays(one, [0, reviewed('ns/pid', 4)], [9, reviewed('ns/pid', 3)])
    const stability = [...known.facts.values()][0]?.stability ?? 0
    const { intervalDays } = fsrsOf(null)
    const days = intervalDays(stability, 0.9)
    expect(days).toBeGreaterThan(simulatedDays / 2)
    expect(days).toBeLessThan(simulatedDays)
    const seconds = new Set(
      Array.from({ length: 40 }, (_, seed) => {
        const [found] = workloads(known, one, noon(9), [0.9], seed)
        return Math.round((found?.minutesPerDay ?? 0) * 60 * simulatedDays)
      }),
    )
    // Right: 8 s, and then not again. Wrong: 8 s, 6 s to read, 8 s for the repeat, and soon again.
    expect(Math.min(...seconds)).toBe(8)
    expect(seconds.size).toBeGreaterThan(1)
    for (const found of seconds) {
      const ways = [1, 2, 3, 4, 5].filter((wrong) => found - 22 * wrong >= 8 && (found - 22 * wrong) % 8 === 0)
      expect(found === 8 || ways.length > 0, String(found)).toBe(true)
    }
  })

  test('new facts come at the learner’s pace and within the daily limit, with the reading of their sections', () => {
    const cards = linksFor({ ns: Array.from({ length: 100 }, (_, n) => ({ id: `f${n}` })) })
    const held = (...days: Parameters<typeof foldDays> extends [unknown, ...infer D] ? D : never) =>
      workloads(foldDays(cards, ...days), cards, noon(10), [0.9], 1)[0]?.held ?? 0
    const begun = Array.from({ length: 10 }, (_, n) => [n, reviewed(`ns/f${n}`)] as const)
    // One a day over 60 days, on top of the ten.
    expect(held(...begun)).toBeGreaterThan(50)
    expect(held(...begun)).toBeLessThan(70)
    expect(held(...begun, [9, planned({ newPerDay: 0 })])).toBeLessThan(10)
    expect(held()).toBeGreaterThan(60)
    const minutes = (...days: Parameters<typeof foldDays> extends [unknown, ...infer D] ? D : never) =>
      workloads(foldDays(cards, ...days), cards, noon(10), [0.9], 1)[0]?.minutesPerDay ?? 0
    expect((minutes() - minutes([0, read('ns/s')])) * simulatedDays).toBeCloseTo(1.5, 6)
  })

  test('what is set aside costs nothing, and an empty catalogue neither', () => {
    const one = linksFor({ ns: [{ id: 'pid' }] })
    const aside = foldDays(one, [0, reviewed('ns/pid', 1), suspended('ns/pid')])
    expect(workloads(aside, one, noon(5), [0.9], 1)).toEqual([{ target: 0.9, minutesPerDay: 0, held: 0 }])
    const none = linksFor({})
    expect(workloads(foldDays(none), none, noon(0), [0.8], 1)).toEqual([{ target: 0.8, minutesPerDay: 0, held: 0 }])
  })

  test('reckons with the fitted parameters', () => {
    const one = linksFor({ ns: [{ id: 'pid' }] })
    const held = (...acts: readonly ReturnType<typeof fitted>[]) =>
      workloads(foldDays(one, [0, ...acts, reviewed('ns/pid', 4)]), one, noon(5), [0.7], 1)[0]?.held
    expect(held(fitted(otherParameters))).not.toBe(held())
  })
})
