import type { FitSequence } from '../core/schedule/fitData.ts'
import type { FitMessage } from './fitMessage.ts'

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
