import { quoted } from '../problems.ts'
import type { ReadItem } from './readItem.ts'

/** The kinds of exercise that a generator computes. */
export const exerciseGenerators: readonly string[] = []

/** `:::exercise`: refused unless there is a generator of its kind. */
export const readExercise: ReadItem = ({ attributes, place, scope }) => {
  const kind = attributes.values.get('kind')
  scope.report(
    kind ?? place,
    'exercise-kind',
    kind === undefined ? 'The exercise names no kind.' : `No generator makes exercises of the kind ${quoted(kind.value)}.`,
  )
  return undefined
}
