import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../../../src/core/content/hash.ts'
import { plainBlocks, plainRich } from '../../../src/core/content/plainText.ts'
import { type ExerciseField, type ExerciseKind, exerciseKinds, type Lang, langs } from '../../../src/core/content/types.ts'
import { asks } from '../../../src/core/content/wording.ts'
import type { Exercise } from '../../../src/core/exercise/generator.ts'
import { generators } from '../../../src/core/exercise/generators.ts'
import { poseQuestion } from '../../../src/core/exercise/poseQuestion.ts'
import { rightExercise, scoreExercise } from '../../../src/core/quiz/scoreExercise.ts'
import { exerciseItem } from '../quiz/questions.ts'
import { settings } from './shown.ts'

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index * 2_654_435 + 1)
const make = (kind: ExerciseKind, seed: number, lang: Lang = 'en', given = {}): Exercise => generators[kind].make(seed, given, lang)

const wordsOf = ({ stem, fields, solution }: Exercise): string =>
  [plainBlocks(stem), ...fields.map((field) => plainRich(field.label)), plainBlocks(solution)].join('\n')
const numbersIn = (text: string): readonly string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).toSorted()
/** What counts of a field in either language. */
const asked = ({ form, expected }: ExerciseField) => [form.kind === 'pick' ? form.options.map((option) => option.key) : form, expected]

describe.each(exerciseKinds)('exercises of the kind %s', (kind) => {
  test('are the same for the same seed', () => {
    for (const seed of seeds(20)) for (const lang of langs) expect(make(kind, seed, lang)).toEqual(make(kind, seed, lang))
  })

  test('differ from seed to seed, in their answers too', () => {
    const many = seeds(200).map((seed) => make(kind, seed))
    expect(new Set(many.map((exercise) => plainBlocks(exercise.stem))).size).toBeGreaterThan(195)
    expect(new Set(many.map((exercise) => exercise.fields.map((field) => field.expected).join('|'))).size).toBeGreaterThan(40)
  })

  test('carry the same numbers, code and answers in both languages', () => {
    for (const given of settings(kind)) {
      for (const seed of seeds(3)) {
        const [ja, en] = [make(kind, seed, 'ja', given), make(kind, seed, 'en', given)]
        expect(numbersIn(wordsOf(ja)), `${JSON.stringify(given)}, seed ${seed}`).toEqual(numbersIn(wordsOf(en)))
        expect(ja.fields.map(asked)).toEqual(en.fields.map(asked))
        const codes = (exercise: Exercise) => exercise.stem.filter((block) => block.tag === 'code')
        expect(codes(ja)).toEqual(codes(en))
      }
    }
  })

  test('come out of every setting, are complete and end with an instruction', () => {
    for (const given of settings(kind)) {
      for (const seed of seeds(3)) {
        for (const lang of langs) {
          const exercise = make(kind, seed, lang, given)
          expect(exercise.fields.length).toBeGreaterThan(0)
          expect(exercise.solution.length).toBeGreaterThan(0)
          expect(wordsOf(exercise)).not.toMatch(/undefined|NaN|Infinity|\[object|`/)
          expect(asks(exercise.stem, lang), plainBlocks(exercise.stem)).toBe(true)
          for (const { label, expected } of exercise.fields) {
            expect(plainRich(label)).not.toBe('')
            expect(expected).not.toBe('')
            expect(expected).not.toMatch(/undefined|NaN|Infinity/)
          }
        }
      }
    }
  })

  test('are right when answered as expected, and not often when answered as for another seed', () => {
    let lucky = 0
    for (const seed of seeds(100)) {
      const [question, next] = [seed, seed + 1].map((one) => poseQuestion(exerciseItem(kind), one, 'ja'))
      if (question?.kind !== 'exercise' || next?.kind !== 'exercise') throw new Error('no exercise')
      expect(scoreExercise(question, rightExercise(question)).verdict).toBe('correct')
      if (scoreExercise(question, rightExercise(next)).verdict === 'correct') lucky += 1
    }
    expect(lucky).toBeLessThan(6)
  })

  test('have a solution that names every answer', () => {
    for (const seed of seeds(50)) {
      const { fields, solution } = make(kind, seed)
      const words = plainBlocks(solution)
      for (const { form, expected } of fields) {
        if (form.kind === 'pick' || expected === 'none') continue
        for (const word of expected.split(' ')) expect(words).toContain(word)
      }
    }
  })

  test('stand in CONTRIBUTING.md with all their parameters', () => {
    const row = readFileSync('CONTRIBUTING.md', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${kind}\` |`))
    for (const { name, values, usual } of generators[kind].parameters) {
      expect(row, name).toContain(`\`${name}\` ${values.replaceAll(', ', ' / ')} (${usual})`)
    }
  })
})

test('the numbers of a seed are those of every version, since a past answer is shown with them again', () => {
  const digest = (kind: ExerciseKind): string =>
    contentHash(seeds(5).map((seed) => make(kind, seed).fields.map(({ expected }) => expected)))
  expect(Object.fromEntries(exerciseKinds.map((kind) => [kind, digest(kind)]))).toEqual({
    'cap-execve': '0jarysq0rloqxj',
    'cap-mask': '0xsrmgm069kqjs',
    'cpu-max': '1xoycfq11cl67t',
    'cpu-weight': '1qnwtgv1ckl90r',
    'image-layers': '1yr7w000qpt6or',
    'memory-max': '00nnzig0l4xgvb',
    'mount-propagation': '0zwtomu078b4mj',
    'ns-inodes': '1232l6r0rqrtga',
    nspid: '0xjvnnx0kafpa3',
    'oci-lifecycle': '1369nl005z78z7',
    overlay: '0zn5f0g0yloh7k',
    'pids-max': '0495ke00pbsb0p',
    'seccomp-filters': '1skgd960wlwr4h',
    subuid: '15u6wv61r36syh',
    'uid-map': '06w7v2y1386p7l',
  })
})
