import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/content/types.ts'
import { itemId, topicId } from '../../../src/core/ids.ts'
import { shownOrder } from '../../../src/core/quiz/shownOrder.ts'
import { anyQuestion, choice, exercise, fill, match, order } from './questions.ts'

const seeds = fc.integer({ min: 0, max: 0xffffffff })
const named = (question: Question, index: number): Question => ({ ...question, id: itemId(topicId('ns'), `q${index}`) })
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
const rows = [['a'], ['b'], ['c']]

describe('shownOrder', () => {
  test.each<[string, Question, number]>([
    ['the options of a choice', choice('.x..'), 4],
    ['the steps of an order', order(6), 6],
    ['the right-hand entries of a match, decoys among them', match(rows, [['d'], ['e']]), 5],
    ['nothing of a fill', fill('docker ps'), 0],
    ['nothing of an exercise', exercise([{ kind: 'number' }, '7']), 0],
    ['the only step there is', order(1), 1],
  ])('is each position once: %s', (_, question, count) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(shownOrder(question, seed).toSorted((a, b) => a - b)).toEqual(upTo(count))
      }),
    )
  })

  test('is the same again for the same attempt and question, whichever copy of it was loaded', () => {
    fc.assert(
      fc.property(anyQuestion, seeds, (question, seed) => {
        expect(shownOrder(structuredClone(question), seed)).toEqual(shownOrder(question, seed))
      }),
    )
  })

  test('never starts an order question solved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.nat(60), seeds, (count, index, seed) => {
        expect(shownOrder(named(order(count), index), seed)).not.toEqual(upTo(count))
      }),
      { numRuns: 500 },
    )
  })

  test('leaves a choice as authored about as often as chance does', () => {
    const asAuthored = upTo(1200).filter((seed) => shownOrder(choice('x..'), seed).join('') === '012').length
    // 200 expected; the standard deviation is 13.
    expect(Math.abs(asAuthored - 200)).toBeLessThan(65)
  })

  test('differs between the questions of one attempt', () => {
    expect(new Set(upTo(60).map((index) => shownOrder(named(choice('x....'), index), 7).join())).size).toBeGreaterThan(30)
  })

  test('is the same in every version, since a past attempt is shown again from its seed', () => {
    expect(upTo(4).map((index) => shownOrder(named(choice('x...'), index), 20_260_724).join(''))).toEqual(['3210', '3201', '1320', '1023'])
  })
})
