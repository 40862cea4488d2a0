/** Measures one learner after the other, beside other threads that do the same. */
import { parentPort } from 'node:worker_threads'
import { type Job, measure } from './measure.ts'

parentPort?.on('message', ({ place, job }: { readonly place: number; readonly job: Job }) => {
  parentPort?.postMessage({ place, result: measure(job) })
})
