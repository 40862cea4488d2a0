import { type FitItem, type FitSequence, heldOutFrom, itemsBefore, lossesFrom } from './fitData.ts'
import { usableParameters } from './fsrs.ts'

/**
 * Fewer reviews are not worth a fit: in simulations it made the predictions of most
 * such learners worse, though the held-out reviews spoke for it (docs/parameter-fit.md).
 */
export const leastReviews = 1000

/** The log loss of the held-out reviews; lower is better. */
export interface Trial {
  readonly reviews: number
  readonly published: number
  readonly fitted: number
}

export type FitOutcome =
  /** `parameters` were then fitted on all `reviews`. */
  | { readonly kind: 'better'; readonly trial: Trial; readonly parameters: readonly number[]; readonly reviews: number }
  | { readonly kind: 'notBetter'; readonly trial: Trial }

/** Parameters that suit the items better than the published ones. `tell` hears the share of the work done, 0 to 1. */
export type ComputeParameters = (items: readonly FitItem[], tell: (share: number) => void) => readonly number[]

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Whether one loses less than the other on the same reviews, and by more than
 * chance alone would have it: the mean difference exceeds its own standard error.
 */
export const isClearlyLess = (losses: readonly number[], than: readonly number[]): boolean => {
  const differences = than.map((loss, place) => loss - (losses[place] ?? loss))
  const gain = mean(differences)
  const variance = mean(differences.map((difference) => (difference - gain) ** 2))
  return gain > Math.sqrt(variance / differences.length)
}

/**
 * Fits on the earlier reviews, tries the outcome on the later ones, which it has
 * not seen, and only if it predicts those better than the published parameters
 * fits anew on all of them.
 */
export const fitParameters = (sequences: readonly FitSequence[], compute: ComputeParameters, tell: (share: number) => void): FitOutcome => {
  const moment = heldOutFrom(sequences)
  const tried = usableParameters(compute(itemsBefore(sequences, moment), (share) => tell(share / 2)))
  if (tried === null) throw new Error('The optimiser gave no usable parameters')
  const published = lossesFrom(sequences, null, moment)
  const fitted = lossesFrom(sequences, tried, moment)
  const trial: Trial = { reviews: published.length, published: mean(published), fitted: mean(fitted) }
  if (!isClearlyLess(fitted, published)) return { kind: 'notBetter', trial }
  const items = itemsBefore(sequences, Number.POSITIVE_INFINITY)
  const parameters = usableParameters(compute(items, (share) => tell((1 + share) / 2)))
  if (parameters === null) throw new Error('The optimiser gave no usable parameters')
  return { kind: 'better', trial, parameters, reviews: items.length }
}
