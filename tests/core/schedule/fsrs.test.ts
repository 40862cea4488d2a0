import * as fc from 'fast-check'
import { fsrs } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { fsrsOf, safeRange } from '../../../src/core/schedule/fsrs.ts'
import { otherParameters } from '../../helpers/arbitraries.ts'

const { intervalDays, nextState, retrievability, daysUntilBelow } = fsrsOf(null)

const stabilities = fc.double({ min: 0.1, max: 36_500, noNaN: true })
const targets = fc.constantFrom(0.7, 0.75, 0.8, 0.85, 0.9, 0.95)

describe('intervalDays', () => {
  test('is the interval that ts-fsrs gives at 90 %', () => {
    const reference = fsrs({ enable_fuzz: false, request_retention: 0.9 })
    fc.assert(
      fc.property(stabilities, (stability) => {
        expect(intervalDays(stability, 0.9)).toBe(reference.next_interval(stability, 0))
      }),
    )
    for (let half = 0.5; half < 200; half += 1) expect(intervalDays(half, 0.9)).toBe(reference.next_interval(half, 0))
  })

  test('is the interval that ts-fsrs gives at any target, save where its rounded factor tips a half day', () => {
    fc.assert(
      fc.property(stabilities, targets, (stability, target) => {
        const reference = fsrs({ enable_fuzz: false, request_retention: target })
        const exact = stability * reference.interval_modifier
        fc.pre(Math.abs((exact % 1) - 0.5) > 1e-6 * exact)
        expect(intervalDays(stability, target)).toBe(reference.next_interval(stability, 0))
      }),
    )
  })

  test('is the day on which recall comes nearest to the target', () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 3000, noNaN: true }), targets, (stability, target) => {
        const days = intervalDays(stability, target)
        fc.pre(days < 36_500)
        expect(retrievability(stability, days + 0.5)).toBeLessThanOrEqual(target + 1e-7)
        if (days > 1) expect(retrievability(stability, days - 0.5)).toBeGreaterThanOrEqual(target - 1e-7)
      }),
    )
  })

  test.each([
    [0.001, 0.9, 1],
    [0.4, 0.95, 1],
    [1.4, 0.9, 1],
    [1.6, 0.9, 2],
    [10, 0.9, 10],
    [1e9, 0.9, 36_500],
    [36_500, 0.7, 36_500],
  ])('stability %f at target %f gives %i days', (stability, target, days) => {
    expect(intervalDays(stability, target)).toBe(days)
  })
})

describe('retrievability', () => {
  test('is that of ts-fsrs to the last digit, whatever the parameters, so that a state may be told it', () => {
    fc.assert(
      fc.property(
        stabilities,
        fc.nat(5000),
        fc.constantFrom(null, otherParameters),
        fc.constantFrom(1, 2, 3, 4),
        (stability, days, w, grade) => {
          const reference = fsrs({ enable_fuzz: false, ...(w === null ? {} : { w: [...w] }) })
          const own = fsrsOf(w)
          const recall = own.retrievability(stability, days)
          expect(recall).toBe(reference.forgetting_curve(days, stability))
          const memory = { stability, difficulty: 5 }
          expect(own.nextState(memory, days, grade, recall)).toEqual(own.nextState(memory, days, grade))
        },
      ),
    )
  })

  test('is certain on the day itself and before it, and 90 % after as many days as the stability', () => {
    expect(retrievability(5, 0)).toBe(1)
    expect(retrievability(5, -3)).toBe(1)
    expect(retrievability(5, 5)).toBeCloseTo(0.9, 6)
  })

  test('falls with time and rises with stability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1000, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (stability, days) => {
        expect(retrievability(stability, days + 1)).toBeLessThanOrEqual(retrievability(stability, days))
        expect(retrievability(stability + 1, days)).toBeGreaterThanOrEqual(retrievability(stability, days))
      }),
    )
  })
})

describe('daysUntilBelow', () => {
  test('is the first whole day on which recall is below the threshold', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9000, noNaN: true }), fc.constantFrom(0.75, 0.85), (stability, threshold) => {
        const days = daysUntilBelow(stability, threshold)
        fc.pre(days < 36_500)
        expect(retrievability(stability, days)).toBeLessThan(threshold)
        if (days > 1) expect(retrievability(stability, days - 1)).toBeGreaterThanOrEqual(threshold)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('safeRange', () => {
  test.each([
    [1, 1, 1],
    [2, 2, 2],
    [3, 2, 4],
    [7, 5, 9],
    [20, 17, 23],
    [100, 93, 107],
    [36_500, 34_673, 36_500],
  ])('an interval of %i days may be %i to %i', (interval, shortest, longest) => {
    expect(safeRange(interval)).toEqual({ shortest, longest })
  })
})

describe('fsrsOf', () => {
  test('builds one instance for one list of parameters', () => {
    expect(fsrsOf(null)).toBe(fsrsOf(null))
    expect(fsrsOf(otherParameters)).toBe(fsrsOf(otherParameters))
    expect(fsrsOf([...otherParameters])).not.toBe(fsrsOf(otherParameters))
  })

  test('reckons with the parameters given, in states, in the curve and in intervals', () => {
    const own = fsrsOf(otherParameters)
    const reference = fsrs({ w: [...otherParameters], enable_fuzz: false, request_retention: 0.8 })
    const state = own.nextState(null, 0, 3)
    expect(state).toEqual(reference.next_state(null, 0, 3))
    expect(own.nextState(state, 5, 1)).toEqual(reference.next_state(state, 5, 1))
    expect(own.retrievability(9, 20)).toBe(reference.forgetting_curve(20, 9))
    expect(own.intervalDays(30, 0.8)).toBe(reference.next_interval(30, 0))
    expect(own.retrievability(9, 20)).not.toBe(retrievability(9, 20))
  })
})

test('a state handed in is not changed, and the same answer gives the same state', () => {
  const before = Object.freeze({ stability: 12.5, difficulty: 5 })
  const after = nextState(before, 9, 3)
  expect(nextState(before, 9, 3)).toEqual(after)
  expect(before).toEqual({ stability: 12.5, difficulty: 5 })
  expect(Object.keys(after).sort()).toEqual(['difficulty', 'stability'])
})
