import type { Question } from '../content/types.ts'
import { type Seed, seedFor, shuffled } from '../random.ts'

/** How many things a question shuffles: options, steps, or the entries of the right column. */
const countOf = (question: Question): number => {
  switch (question.kind) {
    case 'choice':
      return question.options.length
    case 'fill':
    case 'exercise':
      return 0
    case 'order':
      return question.steps.length
    case 'match':
      return question.pairs.length + question.decoys.length
  }
}

/**
 * The author's positions in the order in which an attempt shows them. The seed
 * and the item decide it, so a reload and the other language show the same. Steps
 * to be put in order never start in the right one.
 */
export const shownOrder = (question: Question, seed: Seed): readonly number[] => {
  const authored = Array.from({ length: countOf(question) }, (_, index) => index)
  const shown = shuffled(authored, seedFor(seed, question.id))
  const solved = question.kind === 'order' && shown.every((position, place) => position === place)
  return solved ? [...shown.slice(1), ...shown.slice(0, 1)] : shown
}
