import type { FitOutcome } from '../core/schedule/fitParameters.ts'

/**
 * Why there is no outcome. `unsupported`: the browser lacks what the optimiser is
 * made of. `unreachable`: the optimiser could not be loaded. `broken`: it stopped
 * in the middle, which is a bug; `detail` is for a report and not for a screen.
 */
export interface FitFailure {
  readonly reason: 'unsupported' | 'unreachable' | 'broken'
  readonly detail: string
}

/** What a fit under way tells; nothing comes after `done` and `failed`. */
export type FitMessage =
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: FitOutcome }
  | { readonly kind: 'failed'; readonly failure: FitFailure }
