import type { ExerciseTask, ParameterValue } from '../content/types.ts'

type Given = ExerciseTask['parameters']

/** One thing that an author may set of an exercise. */
export interface AnyParameter {
  readonly name: string
  /** What it may be, as a complaint and the table in CONTRIBUTING.md say it: `1–4`, `true, false`. */
  readonly values: string
  readonly usual: ParameterValue
  readonly accepts: (value: ParameterValue) => boolean
}
export interface Parameter<Value extends ParameterValue> extends AnyParameter {
  readonly usual: Value
  /** What the author set, or the usual value. */
  readonly of: (given: Given) => Value
}

/** A whole number, both ends included. */
export const count = (name: string, least: number, most: number, usual: number): Parameter<number> => {
  const isFine = (value: ParameterValue | undefined): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  const of = (given: Given): number => {
    const value = given[name]
    return isFine(value) ? value : usual
  }
  return { name, values: `${least}–${most}`, usual, accepts: isFine, of }
}

export const flag = (name: string, usual: boolean): Parameter<boolean> => ({
  name,
  values: 'true, false',
  usual,
  accepts: (value) => typeof value === 'boolean',
  of: (given) => {
    const value = given[name]
    return typeof value === 'boolean' ? value : usual
  },
})

/** One of several words; the first is the usual one. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(name: string, ...words: Words): Parameter<Words[number]> => ({
  name,
  values: words.join(', '),
  usual: words[0],
  accepts: (value) => words.some((word) => word === value),
  of: (given) => words.find((word) => word === given[name]) ?? words[0],
})
