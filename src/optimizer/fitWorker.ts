import init, { Fsrs, getProgress, Progress } from 'fsrs-browser'
import wasmUrl from 'fsrs-browser/fsrs_browser_bg.wasm?url'
import type { FitSequence } from '../core/schedule/fitData.ts'
import { type ComputeParameters, fitParameters } from '../core/schedule/fitParameters.ts'
import type { FitFailure, FitMessage } from './fitMessage.ts'

// The optimiser wants shared memory because it could use threads. It is given such
// memory, but no threads: handing memory to another thread is what browsers allow to
// cross-origin isolated pages alone (docs/parameter-fit.md). 64 KiB each: 256 MiB at
// most, of which 60,000 reviews take a tenth.
const memoryPages = { initial: 18, maximum: 4096, shared: true }

const say = (message: FitMessage): void => postMessage(message)
const fail = (reason: FitFailure['reason'], error: unknown): void =>
  say({ kind: 'failed', failure: { reason, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } })

const loadModule = async (): Promise<ArrayBuffer | undefined> => {
  try {
    const response = await fetch(wasmUrl)
    if (response.ok) return await response.arrayBuffer()
    fail('unreachable', `${response.status} ${wasmUrl}`)
  } catch (error) {
    fail('unreachable', error)
  }
  return undefined
}

const startOptimiser = async (module: ArrayBuffer): Promise<WebAssembly.Memory | undefined> => {
  try {
    const memory = new WebAssembly.Memory(memoryPages)
    await init({ module_or_path: module, memory })
    return memory
  } catch (error) {
    fail('unsupported', error)
    return undefined
  }
}

const computeIn =
  (memory: WebAssembly.Memory): ComputeParameters =>
  (items, tell) => {
    const progress = Progress.new()
    const place = progress.pointer()
    // While it works this thread does nothing else; it says on the console when a round is over, and then can be asked how far it is.
    Object.assign(console, {
      info: () => {
        const { itemsProcessed, itemsTotal } = getProgress(memory.buffer, place)
        if (itemsProcessed <= itemsTotal && itemsTotal > 0) tell(itemsProcessed / itemsTotal)
      },
    })
    const found = new Fsrs().computeParameters(
      Uint32Array.from(items.flatMap((item) => item.map((answer) => answer.grade))),
      Uint32Array.from(items.flatMap((item) => item.map((answer) => answer.elapsedDays))),
      Uint32Array.from(items.map((item) => item.length)),
      progress,
      // As in the fold: same-day answers are not fed, but the parameters for them also bound what a lapse leaves.
      true,
    )
    // The figures that matter of a 32-bit number.
    return Array.from(found, (parameter) => Math.round(parameter * 1e4) / 1e4)
  }

addEventListener('message', async ({ data }: MessageEvent<readonly FitSequence[]>) => {
  const module = await loadModule()
  const memory = module && (await startOptimiser(module))
  if (memory === undefined) return
  try {
    const outcome = fitParameters(data, computeIn(memory), (share) => say({ kind: 'working', share }))
    say({ kind: 'done', outcome })
  } catch (error) {
    fail('broken', error)
  }
})
