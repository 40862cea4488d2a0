import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreOrder, validateOrder } from '../../../src/core/quiz/scoreOrder.ts'
import { order } from './questions.ts'

const scored: readonly [count: number, given: readonly number[], verdict: string, parts: string, why: string][] = [
  [4, [0, 1, 2, 3], 'correct', '1111', "the author's order"],
  [1, [0], 'correct', '1', 'a single step'],
  [4, [1, 2, 3, 0], 'partly', '0111', 'the first step strayed to the end'],
  [4, [3, 0, 1, 2], 'partly', '1110', 'the last step strayed to the front'],
  [5, [0, 2, 3, 1, 4], 'partly', '10111', 'one step two places late'],
  [7, [0, 1, 2, 3, 4, 6, 5], 'partly', '1111101', 'two neighbours swapped: moving one mends it'],
  [4, [1, 0, 3, 2], 'wrong', '0101', 'two pairs swapped'],
  [4, [3, 2, 1, 0], 'wrong', '0000', 'the order reversed'],
  [5, [4, 3, 2, 1, 0], 'wrong', '00000', 'reversed, with the middle step at its own place'],
  [5, [0, 4, 3, 2, 1], 'wrong', '10001', 'three steps out of place'],
  [3, [0, 2, 1], 'wrong', '101', 'one of three out of place'],
  [2, [1, 0], 'wrong', '00', 'two swapped'],
  [4, [], 'wrong', '0000', 'nothing placed'],
  [4, [0, 1, 2], 'wrong', '0000', 'a step without a place'],
  [4, [0, 1, 2, 3, 3], 'wrong', '0000', 'a step placed twice'],
  [4, [0, 1, 2, 2], 'wrong', '0000', 'a step in the place of another'],
  [4, [0, 1, 2, 9], 'wrong', '0000', 'a position that names no step'],
  [4, [0, 1, 2.5, 3], 'wrong', '0000', 'half a position'],
  [4, [0, 1, Number.NaN, 3], 'wrong', '0000', 'no number at all'],
  [0, [], 'wrong', '', 'no steps to order'],
]

describe('scoreOrder', () => {
  test.each(scored)('of %i steps, %j is %s (%s): %s', (count, given, verdict, parts) => {
    expect(scoreOrder(order(count), { kind: 'order', order: given })).toEqual({ verdict, parts: [...parts].map((part) => part === '1') })
  })

  test('a response of another kind is wrong in every part', () => {
    expect(scoreOrder(order(2), { kind: 'choice', picked: [0, 1] })).toEqual({ verdict: 'wrong', parts: [false, false] })
  })

  test('moving any single step of four or more anywhere else is partly right and blames one step', () => {
    const move = fc
      .integer({ min: 4, max: 7 })
      .chain((count) => fc.tuple(fc.constant(count), fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })))
      .filter(([, from, to]) => from !== to)
    fc.assert(
      fc.property(move, ([count, from, to]) => {
        const given = Array.from({ length: count }, (_, position) => position).filter((position) => position !== from)
        given.splice(to, 0, from)
        const result = scoreOrder(order(count), { kind: 'order', order: given })
        expect(result.verdict).toBe('partly')
        expect(result.parts.filter((part) => !part)).toHaveLength(1)
      }),
    )
  })

  test('an order that no single move mends is wrong', () => {
    const mendable = (given: readonly number[]): boolean =>
      given.some((step) => {
        const others = given.filter((other) => other !== step)
        return others.every((other, place) => place === 0 || (others[place - 1] ?? other) < other)
      })
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (given) => {
        const { verdict } = scoreOrder(order(6), { kind: 'order', order: given })
        expect(verdict === 'wrong').toBe(!mendable(given))
      }),
    )
  })
})

describe('validateOrder', () => {
  test.each<[readonly number[], boolean]>([
    [[2, 0, 3, 1], true],
    [[0, 1, 2, 3], true],
    [[], false],
    [[0, 1, 2], false],
    [[0, 1, 2, 2], false],
    [[0, 1, 2, 4], false],
    [[0, 1, 2, 3, 0], false],
  ])('of 4 steps, %j is complete: %s', (given, complete) => {
    expect(validateOrder(order(4), { kind: 'order', order: given })).toEqual(
      complete ? { ok: true, value: undefined } : { ok: false, error: 'incomplete' },
    )
  })

  test('a response of another kind is incomplete', () => {
    expect(validateOrder(order(1), { kind: 'match', picked: [0] })).toEqual({ ok: false, error: 'incomplete' })
  })
})
