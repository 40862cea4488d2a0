import * as fc from 'fast-check'
import type {
  ChoiceQuestion,
  ExerciseField,
  ExerciseItem,
  ExerciseKind,
  ExerciseQuestion,
  FillAnswer,
  FillQuestion,
  MatchQuestion,
  OrderQuestion,
  Question,
  Rich,
} from '../../../src/core/content/types.ts'
import type { Response } from '../../../src/core/history/events.ts'
import { factId, itemId, sectionId, topicId } from '../../../src/core/ids.ts'

const topic = topicId('namespaces')
const base = {
  id: itemId(topic, 'asked'),
  section: sectionId(topic, 'pid'),
  fact: factId(topic, 'asked'),
  supports: [],
  level: 1,
  objective: '352.1',
  legacy: false,
  confuses: [],
  sources: [],
  hash: '',
  stem: [],
  explanation: [],
} as const

/** One letter an option: `x` is right, anything else is not. */
export const choice = (pattern: string): ChoiceQuestion => ({
  ...base,
  kind: 'choice',
  options: [...pattern].map((letter, position) => ({ text: [`option ${position}`], correct: letter === 'x', reason: [], confuses: [] })),
})

export const fill = (expected: string, accepted: readonly string[] = [], near: readonly string[] = []): FillQuestion => ({
  ...base,
  kind: 'fill',
  answers: [
    { text: expected, match: 'expected', reason: [] },
    ...accepted.map((text): FillAnswer => ({ text, match: 'accepted', reason: [] })),
    ...near.map((text): FillAnswer => ({ text, match: 'near', reason: [] })),
  ],
})

export const order = (count: number): OrderQuestion => ({
  ...base,
  kind: 'order',
  steps: Array.from({ length: count }, (_, position) => ({ text: [`step ${position}`], reason: [] })),
})

export const match = (rights: readonly Rich[], decoys: readonly Rich[] = []): MatchQuestion => ({
  ...base,
  kind: 'match',
  columns: [['left'], ['right']],
  pairs: rights.map((right, row) => ({ left: [`row ${row}`], right })),
  decoys,
})

export const exerciseItem = (kind: ExerciseKind): ExerciseItem => {
  const { stem: _, ...rest } = base
  return { ...rest, kind: 'exercise', task: { kind, parameters: {} } }
}

/** One field of each form, with what is expected in it. */
export const exercise = (...fields: readonly (readonly [form: ExerciseField['form'], expected: string])[]): ExerciseQuestion => ({
  ...base,
  kind: 'exercise',
  seed: 1,
  fields: fields.map(([form, expected], place) => ({ label: [`field ${place}`], form, expected })),
  solution: [],
})

const forms: fc.Arbitrary<readonly [ExerciseField['form'], string]> = fc.oneof(
  fc.nat().map((value) => [{ kind: 'number', unit: 'ms' }, String(value)] as const),
  fc.constantFrom([{ kind: 'number', mayBeNone: true }, 'none'] as const, [{ kind: 'number', mayBeNone: true }, '0'] as const),
  fc.constantFrom([{ kind: 'size' }, '512M'] as const, [{ kind: 'size' }, 'max'] as const),
  fc.bigInt({ min: 0n, max: 2n ** 41n - 1n }).map((mask) => [{ kind: 'mask' }, mask.toString(16).padStart(16, '0')] as const),
  fc.constantFrom('/a/b', 'ERRNO').map((word) => [{ kind: 'word', accepted: ['x', 'Y'] }, word] as const),
  fc
    .tuple(fc.constantFrom('words' as const, 'sequence' as const, 'capabilities' as const), fc.subarray(['/srv/a', 'B', 'CAP_KILL', '12']))
    .map(([kind, words]) => [{ kind }, words.join(' ') || 'none'] as const),
  fc.constantFrom('yes', 'no').map(
    (key) =>
      [
        {
          kind: 'pick',
          options: [
            { key: 'yes', text: ['Yes'] },
            { key: 'no', text: ['No'] },
          ],
        },
        key,
      ] as const,
  ),
)

const entry: fc.Arbitrary<Rich> = fc.oneof(
  fc.constantFrom<Rich[]>(['cgroup'], [{ tag: 'code', text: 'cgroup' }], ['a', { tag: 'br' }, 'b'], []),
  fc.string({ maxLength: 8 }).map((text): Rich => [text]),
)
const visible = fc.oneof(
  fc.constantFrom('/', '-', '--rm', '$ ', '""', '「」', '# #', '/proc/self/ns/', "'a' 'b'"),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `x${text}`),
)

/** Questions that an author can write: an option, row or step at least, and something right. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc
    .array(fc.constantFrom('x', '.'), { minLength: 1, maxLength: 6 })
    .filter((letters) => letters.includes('x'))
    .map((letters) => choice(letters.join(''))),
  fc
    .tuple(visible, fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }))
    .map(([expected, accepted, near]) => fill(expected, accepted, near)),
  fc.integer({ min: 1, max: 7 }).map(order),
  fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 6 }), fc.array(entry, { maxLength: 3 }))
    .map(([rights, decoys]) => match(rights, decoys)),
  fc.array(forms, { minLength: 1, maxLength: 5 }).map((fields) => exercise(...fields)),
)

const positions = fc.array(
  fc.oneof(fc.integer({ min: -2, max: 8 }), fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53)),
  { maxLength: 10 },
)

/** Anything that has the shape of a response, sensible or not. */
export const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  positions.map((picked): Response => ({ kind: 'choice', picked })),
  positions.map((picked): Response => ({ kind: 'match', picked })),
  positions.map((places): Response => ({ kind: 'order', order: places })),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text): Response => ({ kind: 'fill', text })),
  fc
    .array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('0', 'none', '512MiB', 'yes', '/srv/a', '/a/b/', '-', '0x0')),
      {
        maxLength: 6,
      },
    )
    .map((answers): Response => ({ kind: 'exercise', answers })),
)
