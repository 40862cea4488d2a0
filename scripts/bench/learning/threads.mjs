import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'

const dir = '.cache/bench/learning'

/** The simulator as one module that Node can run in a thread. */
const buildWorker = async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: resolve('scripts/bench/learning/worker.ts'), outDir: resolve(dir), emptyOutDir: true, target: 'node20' },
  })
  return resolve(dir, 'worker.js')
}

/**
 * The results of the jobs, in their order, one thread a core.
 * @param {readonly import('./measure.ts').Job[]} jobs
 * @param {(done: number) => void} tell
 * @returns {Promise<import('./measure.ts').Result[]>}
 */
export const measureAll = async (jobs, tell) => {
  const path = await buildWorker()
  /** @type {import('./measure.ts').Result[]} */
  const results = []
  let next = 0
  let done = 0
  const runThread = () =>
    /** @type {Promise<void>} */ (
      new Promise((finished, broken) => {
        const worker = new Worker(path)
        const giveNext = () => {
          const job = jobs[next]
          if (job === undefined) {
            void worker.terminate()
            finished()
            return
          }
          worker.postMessage({ place: next, job })
          next += 1
        }
        worker.on('error', broken)
        worker.on('message', ({ place, result }) => {
          results[place] = result
          done += 1
          tell(done)
          giveNext()
        })
        giveNext()
      })
    )
  await Promise.all(Array.from({ length: availableParallelism() }, runThread))
  return results
}
