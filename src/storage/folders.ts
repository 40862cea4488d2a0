import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import type { Recent } from '../core/history/progress.ts'
import { type Batch, type FromWorker, type Refolded, startRefold, type ToWorker } from './refold.ts'

/** Takes a replay's batches one after another; `add` resolves when there is room for the next. */
export interface Folder {
  readonly add: (batch: Batch) => Promise<void>
  readonly done: () => Promise<Refolded>
  readonly end: () => void
}
export type StartFolder = (links: Links, notable: readonly StudyEvent[], keep: Recent) => Folder

/** No worker could be started, or it broke down. */
export class WorkerLost extends Error {}

/** The folding on this thread, for where there are no workers. */
export const foldHere: StartFolder = (links, notable, keep) => {
  const refold = startRefold(links, notable, keep)
  return { add: async (batch) => refold.add(batch), done: async () => refold.done(), end: () => {} }
}

const longestStartMs = 10_000
/** So many segments may wait for the worker. */
const longestQueue = 32

const startWorker = (): Worker => {
  try {
    return new Worker(new URL('./replayWorker.ts', import.meta.url), { type: 'module' })
  } catch (error) {
    // Not there, or forbidden.
    throw new WorkerLost(String(error))
  }
}

/** The folding in a worker. Reading stays here: the two go on side by side. */
export const foldInWorker: StartFolder = (links, notable, keep) => {
  const worker = startWorker()
  let queued = 0
  let lose = (_error: WorkerLost): void => {}
  let beReady = (): void => {}
  let letOn = (): void => {}
  let give = (_refolded: Refolded): void => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  // Told to whoever waits for the worker at that moment.
  lost.catch(() => {})
  const ready = new Promise<void>((resolve) => {
    beReady = resolve
  })
  const result = new Promise<Refolded>((resolve) => {
    give = resolve
  })
  const send = (message: ToWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer)
  const timer = setTimeout(() => lose(new WorkerLost('It did not start.')), longestStartMs)
  worker.addEventListener('error', ({ message }) => lose(new WorkerLost(message)))
  worker.addEventListener('messageerror', () => lose(new WorkerLost('A message could not be read.')))
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    switch (data.kind) {
      case 'ready':
        clearTimeout(timer)
        send({ kind: 'start', links, notable, keep })
        beReady()
        break
      case 'added':
        queued -= 1
        letOn()
        break
      case 'done':
        give(data.refolded)
        break
    }
  })
  const room = async (): Promise<void> => {
    await ready
    while (queued >= longestQueue) {
      await new Promise<void>((resolve) => {
        letOn = resolve
      })
    }
  }
  return {
    add: async (batch) => {
      await Promise.race([lost, room()])
      queued += 1
      send({ kind: 'add', batch }, [batch.text.buffer])
    },
    done: () => {
      send({ kind: 'finish' })
      return Promise.race([lost, result])
    },
    end: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
