import { plainRich } from '../../../src/core/content/plainText.ts'
import type { Block, ExerciseKind, ExerciseTask, Lang, ParameterValue } from '../../../src/core/content/types.ts'
import type { Exercise } from '../../../src/core/exercise/generator.ts'
import { generators } from '../../../src/core/exercise/generators.ts'
import type { Seed } from '../../../src/core/random.ts'

/** An exercise as a learner meets it: what is shown, what is asked, and what counts as right. */
export interface Shown {
  /** Text of all listings and transcripts. */
  readonly code: string
  readonly tables: readonly { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }[]
  readonly prose: string
  readonly asked: readonly { readonly label: string; readonly expected: string }[]
}

const isCode = (block: Block) => block.tag === 'code'

const shownOf = ({ stem, fields }: Exercise): Shown => ({
  code: stem
    .filter(isCode)
    .map((block) => (block.tag === 'code' ? block.runs.map((run) => run.text).join('') : ''))
    .join('\n'),
  tables: stem.flatMap((block) =>
    block.tag === 'table' ? [{ head: block.head.map(plainRich), rows: block.rows.map((row) => row.map(plainRich)) }] : [],
  ),
  prose: stem.flatMap((block) => (block.tag === 'p' ? [plainRich(block.children)] : [])).join('\n'),
  asked: fields.map(({ label, expected }) => ({ label: plainRich(label), expected })),
})

type Given = ExerciseTask['parameters']

const shown = (kind: ExerciseKind, seed: Seed, given: Given = {}, lang: Lang = 'en'): Shown =>
  shownOf(generators[kind].make(seed, given, lang))

const allValues = (values: string): readonly ParameterValue[] => {
  const range = /^(\d+)–(\d+)$/.exec(values)
  if (range !== null) {
    const [least, most] = [Number(range[1]), Number(range[2])]
    return Array.from({ length: most - least + 1 }, (_, index) => least + index)
  }
  return values.split(', ').map((value) => (value === 'true' ? true : value === 'false' ? false : value))
}

/** Every way in which an author may set the parameters of a kind. */
export const settings = (kind: ExerciseKind): readonly Given[] =>
  generators[kind].parameters.reduce<readonly Given[]>(
    (all, { name, values }) => all.flatMap((given) => allValues(values).map((value) => ({ ...given, [name]: value }))),
    [{}],
  )

/** Every setting with so many seeds each. */
export const samples = (
  kind: ExerciseKind,
  seeds: number,
  lang: Lang = 'en',
): readonly (Shown & { readonly seed: Seed; readonly given: Given })[] =>
  settings(kind).flatMap((given, index) =>
    Array.from({ length: seeds }, (_, place) => {
      const seed = index * 1009 + place * 7919
      return { ...shown(kind, seed, given, lang), seed, given }
    }),
  )

/** The words of an answer that is a list. */
export const listed = (expected: string | undefined): readonly string[] =>
  expected === undefined || expected === 'none' ? [] : expected.split(' ').toSorted()
