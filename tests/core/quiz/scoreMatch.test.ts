import { describe, expect, test } from 'vitest'
import type { Rich } from '../../../src/core/content/types.ts'
import { scoreMatch, validateMatch } from '../../../src/core/quiz/scoreMatch.ts'
import { match } from './questions.ts'

const four = match([['pid'], ['mnt'], ['net'], ['uts']], [['ipc']])
const three = match([['pid'], ['mnt'], ['net']])
const shared = match([['v2'], ['v1'], [{ tag: 'strong', children: [{ tag: 'code', text: 'v2' }] }], ['none']], [['v1']])

const scored: readonly [name: string, question: typeof four, picked: readonly number[], verdict: string, parts: string, why: string][] = [
  ['four rows', four, [0, 1, 2, 3], 'correct', '1111', 'every row its own'],
  ['four rows', four, [0, 1, 3, 2], 'partly', '1100', 'half of the rows'],
  ['four rows', four, [0, 1, 2, 4], 'partly', '1110', 'a decoy in one row'],
  ['four rows', four, [0, 2, 1, 4], 'wrong', '1000', 'one row of four'],
  ['four rows', four, [1, 2, 3, 0], 'wrong', '0000', 'no row'],
  ['four rows', four, [4, 4, 4, 4], 'wrong', '0000', 'the decoy everywhere'],
  ['four rows', four, [-1, -1, -1, -1], 'wrong', '0000', 'no entries yet'],
  ['four rows', four, [0, 1, -1, -1], 'partly', '1100', 'half of the rows, the others left open'],
  ['four rows', four, [0, 1], 'partly', '1100', 'half of the rows, the others absent'],
  ['four rows', four, [], 'wrong', '0000', 'nothing'],
  ['four rows', four, [0, 1, 2, 3, 4], 'wrong', '0000', 'more entries than rows'],
  ['four rows', four, [0, 1, 2, 5], 'wrong', '0000', 'a position past the decoys'],
  ['four rows', four, [0, 1, 2, 1.5], 'wrong', '0000', 'half a position'],
  ['four rows', four, [0, 1, 2, Number.NaN], 'wrong', '0000', 'no number at all'],
  ['four rows', four, [0, 1, 2, -2], 'wrong', '0000', 'a negative position that is not the open row'],
  ['three rows', three, [0, 2, 1], 'wrong', '100', 'one of three is less than half'],
  ['three rows', three, [0, 1, 1], 'partly', '110', 'two of three'],
  ['rows sharing words', shared, [2, 1, 0, 3], 'correct', '1111', 'two rows with the same words interchanged'],
  ['rows sharing words', shared, [0, 1, 0, 3], 'correct', '1111', 'one of two same entries used for both rows'],
  ['rows sharing words', shared, [0, 4, 2, 3], 'correct', '1111', "a decoy that reads as the row's own entry"],
  ['rows sharing words', shared, [0, 2, 2, 3], 'partly', '1011', 'other words'],
]

describe('scoreMatch', () => {
  test.each(scored)('$0 with $2 picked: $3, $5', (_name, question, picked, verdict, parts) => {
    expect(scoreMatch(question, { kind: 'match', picked })).toEqual({ verdict, parts: [...parts].map((part) => part === '1') })
  })

  test.each<[string, Rich, Rich, boolean]>([
    ['code and plain text', [{ tag: 'code', text: 'pids.max' }], ['pids.max'], true],
    ['a glossary mark', [{ tag: 'term', id: 'cgroup', children: ['cgroup'] }], ['cgroup'], true],
    ['a source beside the words', ['cgroup', { tag: 'source', key: 'cgroups(7)' }], ['cgroup'], true],
    ['a line break and a space', ['a', { tag: 'br' }, 'b'], ['a b'], true],
    ['letter case', ['CGROUP'], ['cgroup'], false],
    ['one letter more', ['cgroups'], ['cgroup'], false],
  ])('entries that differ by %s are interchangeable or not as they read', (_what, first, second, interchangeable) => {
    const { parts } = scoreMatch(match([first, second]), { kind: 'match', picked: [1, 0] })
    expect(parts).toEqual([interchangeable, interchangeable])
  })

  test('a response of another kind is wrong in every part', () => {
    expect(scoreMatch(three, { kind: 'order', order: [0, 1, 2] })).toEqual({ verdict: 'wrong', parts: [false, false, false] })
  })

  test('a question without rows is never right', () => {
    expect(scoreMatch(match([]), { kind: 'match', picked: [] })).toEqual({ verdict: 'wrong', parts: [] })
    expect(validateMatch(match([]), { kind: 'match', picked: [] })).toEqual({ ok: false, error: 'incomplete' })
  })
})

describe('validateMatch', () => {
  test.each<[readonly number[], boolean]>([
    [[0, 1, 2, 3], true],
    [[4, 4, 4, 4], true],
    [[0, 1, 2, -1], false],
    [[0, 1, 2], false],
    [[], false],
    [[0, 1, 2, 3, 4], false],
    [[0, 1, 2, 5], false],
    [[0, 1, 2, Number.NaN], false],
  ])('of 4 rows and a decoy, %j is complete: %s', (picked, complete) => {
    expect(validateMatch(four, { kind: 'match', picked })).toEqual(
      complete ? { ok: true, value: undefined } : { ok: false, error: 'incomplete' },
    )
  })

  test('a response of another kind is incomplete', () => {
    expect(validateMatch(three, { kind: 'choice', picked: [0, 1, 2] })).toEqual({ ok: false, error: 'incomplete' })
  })
})
