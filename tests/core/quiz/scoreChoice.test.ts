import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreChoice, validateChoice } from '../../../src/core/quiz/scoreChoice.ts'
import { choice } from './questions.ts'

const scored: readonly [pattern: string, picked: readonly number[], verdict: string, parts: string, why: string][] = [
  ['.x..', [1], 'correct', '1111', 'the right one of one'],
  ['.x..', [0], 'wrong', '0011', 'another one'],
  ['.x..', [], 'wrong', '1011', 'nothing'],
  ['.x..', [1, 2], 'wrong', '1101', 'more than the one asked for'],
  ['.x..', [1, 1], 'correct', '1111', 'the same one twice'],
  ['x.x..', [0, 2], 'correct', '11111', 'both of two'],
  ['x.x..', [2, 0], 'correct', '11111', 'both of two, the other way round'],
  ['x.x..', [0], 'partly', '11011', 'one of two and no wrong one'],
  ['x.x..', [0, 1], 'wrong', '10011', 'as many wrong as right'],
  ['x.x..', [1, 3], 'wrong', '00001', 'only wrong ones'],
  ['x.x..', [0, 1, 2], 'wrong', '10111', 'both of two and one too many'],
  ['x.x..', [0, 1, 2, 3, 4], 'wrong', '10100', 'all that there are'],
  ['xxx..', [0, 1, 3], 'partly', '11001', 'two of three'],
  ['xxx..', [0, 3, 4], 'wrong', '10000', 'one of three'],
  ['xxx..', [0, 3], 'wrong', '10001', 'one of three and a wrong one, one missing'],
  ['xxx', [0, 1, 2], 'correct', '111', 'all, where all are right'],
  ['.x..', [9], 'wrong', '1011', 'a position that names no option'],
  ['.x..', [-1], 'wrong', '1011', 'a negative position'],
  ['x.x..', [0, 2, 9], 'wrong', '11111', 'the right ones and a position that names nothing'],
  ['x.x..', [0, 9], 'wrong', '11011', 'a right one and a position that names nothing'],
  ['xxx..', [0, 1, 9], 'wrong', '11011', 'two of three and a position that names nothing'],
  ['.x..', [1.5], 'wrong', '1011', 'half a position'],
  ['.x..', [Number.NaN, 1], 'wrong', '1111', 'no number at all'],
  ['....', [], 'wrong', '1111', 'nothing, where nothing is right'],
]

describe('scoreChoice', () => {
  test.each(scored)('%s with %j picked is %s (%s): %s', (pattern, picked, verdict, parts) => {
    const result = scoreChoice(choice(pattern), { kind: 'choice', picked })
    expect(result).toEqual({ verdict, parts: [...parts].map((part) => part === '1') })
  })

  test('a response of another kind is wrong in every part', () => {
    expect(scoreChoice(choice('x.'), { kind: 'match', picked: [0] })).toEqual({ verdict: 'wrong', parts: [false, false] })
  })

  test('the order of the picks changes nothing', () => {
    const picks = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 7 })
    fc.assert(
      fc.property(
        fc.constantFrom('x...', '.x.x.', 'xxx..'),
        picks.chain((picked) => fc.tuple(fc.constant(picked), fc.shuffledSubarray(picked, { minLength: picked.length }))),
        (pattern, [picked, shuffled]) => {
          const question = choice(pattern)
          expect(scoreChoice(question, { kind: 'choice', picked: shuffled })).toEqual(scoreChoice(question, { kind: 'choice', picked }))
          expect(validateChoice(question, { kind: 'choice', picked: shuffled })).toEqual(
            validateChoice(question, { kind: 'choice', picked }),
          )
        },
      ),
    )
  })

  test('the order of the options changes nothing', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.subarray([0, 1, 2, 3, 4]),
        fc.constantFrom('x....', '.x.x.', 'xxx..'),
        (places, picked, pattern) => {
          const moved = places.map((position) => pattern[position] ?? '').join('')
          const movedPicks = picked.map((position) => places.indexOf(position))
          expect(scoreChoice(choice(moved), { kind: 'choice', picked: movedPicks }).verdict).toBe(
            scoreChoice(choice(pattern), { kind: 'choice', picked }).verdict,
          )
        },
      ),
    )
  })
})

describe('validateChoice', () => {
  const ok = { ok: true, value: undefined }
  const fail = (error: string) => ({ ok: false, error })
  test.each<[string, readonly number[], unknown]>([
    ['.x..', [0], ok],
    ['.x..', [], fail('nothingChosen')],
    ['.x..', [0, 1], fail('tooMany')],
    ['.x..', [9], fail('nothingChosen')],
    ['x.x..', [], fail('nothingChosen')],
    ['x.x..', [1], fail('tooFew')],
    ['x.x..', [1, 1], fail('tooFew')],
    ['x.x..', [1, 9], fail('tooFew')],
    ['x.x..', [1, 3], ok],
    ['x.x..', [0, 1, 2], fail('tooMany')],
  ])('%s with %j picked gives %j', (pattern, picked, expected) => {
    expect(validateChoice(choice(pattern), { kind: 'choice', picked })).toEqual(expected)
  })

  test('a response of another kind chose nothing', () => {
    expect(validateChoice(choice('x.'), { kind: 'order', order: [0] })).toEqual(fail('nothingChosen'))
  })
})
