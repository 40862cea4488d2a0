import type { ExerciseQuestion, ExerciseTask, Lang } from '../content/types.ts'
import { createDice, type Dice, type Seed } from '../random.ts'
import type { AnyParameter } from './parameter.ts'

/** What is shown and asked, and how it is solved, in one language. */
export type Exercise = Pick<ExerciseQuestion, 'stem' | 'fields' | 'solution'>

export interface Generator {
  readonly parameters: readonly AnyParameter[]
  /** The same exercise for the same seed; in another language the same numbers in other words. */
  readonly make: (seed: Seed, given: ExerciseTask['parameters'], lang: Lang) => Exercise
}

interface Parts<Values> {
  readonly parameters: readonly AnyParameter[]
  /** Numbers, names, and the answers that follow from them. */
  readonly draw: (dice: Dice, given: ExerciseTask['parameters']) => Values
  readonly write: (values: Values, lang: Lang) => Exercise
}

export const createGenerator = <Values>({ parameters, draw, write }: Parts<Values>): Generator => ({
  parameters,
  make: (seed, given, lang) => write(draw(createDice(seed), given), lang),
})

const mostDraws = 5000

/** Draws until the result asks something: trivial and ambiguous ones are thrown away. */
export const drawUntil = <Values>(draw: () => Values, isFine: (values: Values) => boolean): Values => {
  for (let draws = 0; draws < mostDraws; draws += 1) {
    const values = draw()
    if (isFine(values)) return values
  }
  throw new Error('No draw made an exercise')
}
