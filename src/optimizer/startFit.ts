import type { FitSequence } from '../core/schedule/fitData.ts'
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

/** Begins a fit; calling what it returns ends it at once, and nothing more is heard. */
export type StartFit = (sequences: readonly FitSequence[], hear: (message: FitMessage) => void) => () => void

/** Fits in a worker, which loads the optimiser (half a megabyte) first and is gone afterwards. */
export const startFit: StartFit = (sequences, hear) => {
  if (typeof Worker === 'undefined' || typeof WebAssembly === 'undefined') {
    hear({ kind: 'failed', failure: { reason: 'unsupported', detail: 'No Worker or no WebAssembly' } })
    return () => {}
  }
  const worker = new Worker(new URL('./fitWorker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<FitMessage>) => {
    if (data.kind !== 'working') worker.terminate()
    hear(data)
  }
  // The worker reports its own failures; what arrives here is that its file did not come.
  worker.onerror = (event) => {
    event.preventDefault()
    worker.terminate()
    hear({ kind: 'failed', failure: { reason: 'unreachable', detail: event.message || 'The worker did not load' } })
  }
  worker.postMessage(sequences)
  return () => worker.terminate()
}
