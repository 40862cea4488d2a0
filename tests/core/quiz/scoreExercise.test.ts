import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExerciseField } from '../../../src/core/content/types.ts'
import { scoreExercise, validateExercise } from '../../../src/core/quiz/scoreExercise.ts'
import { exercise } from './questions.ts'

type Form = ExerciseField['form']
const accepts = (form: Form, expected: string, typed: string): boolean =>
  scoreExercise(exercise([form, expected]), { kind: 'exercise', answers: [typed] }).verdict === 'correct'

const number: Form = { kind: 'number' }
const percent: Form = { kind: 'number', unit: '%' }
const cpus: Form = { kind: 'number', unit: 'CPU' }
const orNone: Form = { kind: 'number', mayBeNone: true }
const size: Form = { kind: 'size' }
const mask: Form = { kind: 'mask' }
const path: Form = { kind: 'word', accepted: ['app/web', '/sys/fs/cgroup/app/web'] }
const action: Form = { kind: 'word', accepted: ['SECCOMP_RET_ERRNO', 'SCMP_ACT_ERRNO'] }
const words: Form = { kind: 'words' }
const sequence: Form = { kind: 'sequence' }
const names: Form = { kind: 'capabilities' }
const pick: Form = {
  kind: 'pick',
  options: [
    { key: 'yes', text: ['Yes'] },
    { key: 'no', text: ['No'] },
  ],
}

const same: readonly (readonly [form: Form, expected: string, typed: string])[] = [
  [number, '65534', '65534'],
  [number, '65534', ' 65534 '],
  [number, '65534', '６５５３４'],
  [number, '65534', '65,534'],
  [number, '65534', '65 534'],
  [number, '65534', '065534'],
  [number, '65534', '+65534'],
  [number, '65534', '65534.0'],
  [number, '1048576', '1,048,576'],
  [number, '0', '0'],
  [number, '0', '00'],
  [number, '1.5', '1.50'],
  [number, '0.5', '.5'],
  [number, '0.5', '０．５'],
  [number, '12', '「12」'],
  [number, '12', '"12"'],
  [percent, '13.5', '13.5'],
  [percent, '13.5', '13.5%'],
  [percent, '13.5', '13.5 %'],
  [percent, '13.5', '13.5％'],
  [cpus, '1.5', '1.5 cpu'],
  [cpus, '1.5', '1.5CPU'],
  [orNone, 'none', 'none'],
  [orNone, 'none', 'None'],
  [orNone, 'none', 'なし'],
  [orNone, 'none', '無し'],
  [orNone, 'none', 'ない'],
  [orNone, 'none', '-'],
  [orNone, 'none', '−'],
  [orNone, '0', '0'],
  [size, '512M', '512M'],
  [size, '512M', '512m'],
  [size, '512M', '512 MiB'],
  [size, '512M', '512MB'],
  [size, '512M', '536870912'],
  [size, '512M', '536,870,912'],
  [size, '512M', '536870912 bytes'],
  [size, '512M', '0.5G'],
  [size, '512M', '524288K'],
  [size, '512M', '５１２Ｍ'],
  [size, 'max', 'max'],
  [size, 'max', 'MAX'],
  [mask, '0000000000002400', '0000000000002400'],
  [mask, '0000000000002400', '2400'],
  [mask, '0000000000002400', '0x2400'],
  [mask, '0000000000002400', '0X2400'],
  [mask, '00000000a80425fb', 'A80425FB'],
  [mask, '00000000a80425fb', '0000 0000 a804 25fb'],
  [mask, '0000000000000000', '0'],
  [path, '/app/web', '/app/web'],
  [path, '/app/web', '/app/web/'],
  [path, '/app/web', 'app/web'],
  [path, '/app/web', '/sys/fs/cgroup/app/web'],
  [path, '/app/web', '／app／web'],
  [action, 'ERRNO', 'errno'],
  [action, 'ERRNO', 'SECCOMP_RET_ERRNO'],
  [action, 'ERRNO', 'scmp_act_errno'],
  [words, '2101 3300', '3300 2101'],
  [words, '2101 3300', '2101, 3300'],
  [words, '2101 3300', '2101、3300'],
  [words, '2101 3300', '2101　3300'],
  [words, '2101 3300', '2101 3300 2101'],
  [words, '2101 3300', '[2101, 3300]'],
  [words, '/srv/a /srv/b', '/srv/b/ /srv/a/'],
  [words, 'none', 'none'],
  [words, 'none', 'なし'],
  [words, 'none', '∅'],
  [sequence, '57 1', '57 1'],
  [sequence, '57 1', '57, 1'],
  [sequence, '57 1', '57\t1'],
  [sequence, 'a b c', 'a → b → c'],
  [sequence, 'a b c', 'a -> b -> c'],
  [sequence, 'a b c', 'a->b->c'],
  [names, 'NET_RAW KILL', 'cap_kill cap_net_raw'],
  [names, 'NET_RAW KILL', 'CAP_KILL,NET_RAW'],
  [names, 'NET_RAW KILL', 'kill、net_raw'],
  [names, 'NET_RAW KILL', 'ＫＩＬＬ net_raw'],
  [names, 'none', '0'],
  [names, 'none', 'None'],
  [pick, 'yes', 'yes'],
]

const different: readonly (readonly [form: Form, expected: string, typed: string])[] = [
  [number, '65534', '65535'],
  [number, '65534', '655.34'],
  [number, '65534', '6 5534'],
  [number, '65534', '65,53,4'],
  [number, '65534', '0xfffe'],
  [number, '65534', '65534 (nobody)'],
  [number, '65534', '-65534'],
  [number, '1.5', '1,5'],
  [number, '1.5', '1.5 CPU'],
  [number, '0', 'none'],
  [number, '12', '1 2'],
  [percent, '13.5', '0.135'],
  [orNone, 'none', '0'],
  [orNone, '0', 'none'],
  [orNone, 'none', '65534'],
  [size, '512M', '512'],
  [size, '512M', '512G'],
  [size, '512M', '512 apples'],
  [size, '512M', 'M'],
  [size, 'max', '512M'],
  [mask, '0000000000002400', '24000'],
  [mask, '0000000000002400', '0x24 00 g'],
  [mask, '0000000000002400', '9216'],
  [path, '/app/web', '/app'],
  [path, '/app/web', '/app/web/x'],
  [path, '/app/web', 'web'],
  [action, 'ERRNO', 'ERRNO(1)'],
  [words, '2101 3300', '2101'],
  [words, '2101 3300', '2101 3300 4400'],
  [words, '2101 3300', '21013300'],
  [words, 'none', '2101'],
  [words, '2101', 'none'],
  [words, 'etc/hosts', 'ETC/HOSTS'],
  [sequence, '57 1', '1 57'],
  [sequence, '57 1', '57 1 1'],
  [sequence, 'a b c', 'a c b'],
  [names, 'NET_RAW KILL', 'NET_RAW'],
  [names, 'NET_RAW KILL', 'NETRAW KILL'],
  [names, 'none', 'KILL'],
  [pick, 'yes', 'no'],
  [pick, 'yes', 'Yes'],
  [pick, 'yes', 'maybe'],
]

describe('an answer counts as the expected one', () => {
  test.each(same)('%j: %s typed as %j', (form, expected, typed) => {
    expect(accepts(form, expected, typed)).toBe(true)
  })
})

describe('an answer does not count', () => {
  test.each(different)('%j: %s typed as %j', (form, expected, typed) => {
    expect(accepts(form, expected, typed)).toBe(false)
  })
})

describe('a list', () => {
  const lists = fc.subarray(['/srv/a', 'B', 'KILL', '12', '3300', 'NET_RAW'], { minLength: 2 })
  const given = lists.chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })))

  test('counts in any order, unless the order is asked', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(' ', ', ', '、', '\n', ';'), ([expected, typed], between) => {
        expect(accepts(words, expected.join(' '), typed.join(between))).toBe(true)
        expect(accepts(names, expected.join(' '), typed.join(between))).toBe(true)
        expect(accepts(sequence, expected.join(' '), typed.join(between))).toBe(expected.join() === typed.join())
      }),
    )
  })

  test('with one word too few or too many does not count', () => {
    fc.assert(
      fc.property(given, ([expected, typed]) => {
        for (const form of [words, names, sequence]) {
          expect(accepts(form, expected.join(' '), typed.slice(1).join(' '))).toBe(false)
          expect(accepts(form, expected.join(' '), [...expected, 'more'].join(' '))).toBe(false)
        }
      }),
    )
  })
})

const four = exercise([number, '1'], [number, '2'], [words, 'none'], [pick, 'no'])

describe('scoreExercise', () => {
  test.each<[readonly string[], string, string, string]>([
    [['1', '2', 'none', 'no'], 'correct', '1111', 'all right'],
    [['1', '2', 'x', 'no'], 'partly', '1101', 'three of four'],
    [['1', '2', 'x', 'yes'], 'partly', '1100', 'half of them'],
    [['1', '3', 'x', 'yes'], 'wrong', '1000', 'one of four'],
    [['3', '3', 'x', 'yes'], 'wrong', '0000', 'none of them'],
    [['1', '2'], 'partly', '1100', 'two that were reached'],
    [[], 'wrong', '0000', 'nothing'],
    [['', ' ', '　', ''], 'wrong', '0000', 'empty fields'],
    [['1', '2', 'none', 'no', 'more'], 'wrong', '0000', 'more answers than fields'],
  ])('%j: %s', (answers, verdict, parts) => {
    expect(scoreExercise(four, { kind: 'exercise', answers })).toEqual({ verdict, parts: [...parts].map((part) => part === '1') })
  })

  test('a response of another kind is wrong in every part', () => {
    expect(scoreExercise(four, { kind: 'fill', text: '1' })).toEqual({ verdict: 'wrong', parts: [false, false, false, false] })
  })

  test('an exercise without fields is never right', () => {
    expect(scoreExercise(exercise(), { kind: 'exercise', answers: [] }).verdict).toBe('wrong')
    expect(validateExercise(exercise(), { kind: 'exercise', answers: [] }).ok).toBe(false)
  })

  test('a very long answer is read in no time', () => {
    for (const form of [number, size, mask, path, words, sequence, names, orNone])
      expect(accepts(form, '1', `${'1 ,'.repeat(20_000)}x`)).toBe(false)
  })
})

describe('validateExercise', () => {
  test.each<[readonly string[], boolean]>([
    [['1', '2', 'none', 'no'], true],
    [['x', 'y', 'z', 'no'], true],
    [['1', '2', 'none', ''], false],
    [['1', '2', '　', 'no'], false],
    [['1', '2', '\u200B', 'no'], false],
    [['1', '2', 'none'], false],
    [['1', '2', 'none', 'no', ''], false],
    [[], false],
  ])('of 4 fields, %j is complete: %s', (answers, complete) => {
    expect(validateExercise(four, { kind: 'exercise', answers })).toEqual(
      complete ? { ok: true, value: undefined } : { ok: false, error: 'unfilled' },
    )
  })
})
