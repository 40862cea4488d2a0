/** What `npm run bench` drives in a real Chromium: the storage and the core of the app, without its screens. */
import { builtCatalog } from '../../src/catalog/builtCatalog.ts'
import { linksOf } from '../../src/core/history/links.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { planReview } from '../../src/core/schedule/planReview.ts'
import { foldProgress } from '../../src/core/history/progress.ts'
import { createIndexedDbLog } from '../../src/storage/indexedDbLog.ts'
import { largeCatalogue } from '../helpers/largeCatalogue.ts'
import { syntheticAttempts, syntheticEvents } from './syntheticLog.ts'

const must = <Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const withLog = async <Value>(name: string, work: (log: EventLog) => Promise<Value>): Promise<Value> => {
  const log = createIndexedDbLog({ name })
  try {
    return await work(log)
  } finally {
    log.close()
  }
}

const now = () => ({ at: Date.now(), offsetMin: 540 })
const benchLinks = linksOf(largeCatalogue())
const benchItems = [...benchLinks.items.keys()]

const bench = {
  /** Fills the app's own log with that many answers on the real catalogue. */
  fill: async (total: number): Promise<void> => {
    const { links } = await builtCatalog()
    const items = [...links.items.keys()]
    await withLog('hakoniwa', async (log) => {
      for (let from = 0; from < total; from += 51_200) {
        must(await log.appendRows(syntheticEvents({ items, total, endsAt: Date.now() }, from, 51_200)))
      }
    })
  },

  /** Fills the app's own log with that many quizzes of ten questions, each answered to its end. */
  fillAttempts: async (count: number): Promise<void> => {
    const { links } = await builtCatalog()
    const questions = [...links.items.values()].filter(({ kind }) => kind === 'choice')
    await withLog('hakoniwa', async (log) => {
      must(await log.appendRows(syntheticAttempts({ items: questions.map(({ id }) => id), total: count, endsAt: Date.now() })))
    })
  },

  /** Milliseconds from `append` to durable, one event each. */
  append: (count: number): Promise<number[]> =>
    withLog('bench-append', async (log) => {
      const took: number[] = []
      for (const event of syntheticEvents({ items: benchItems, total: count, endsAt: Date.now() }, 0, count)) {
        const began = performance.now()
        must(await log.append([event]))
        took.push(performance.now() - began)
      }
      return took
    }),

  /** Milliseconds to unite a log with another of the same size, none of whose events it has. */
  merge: (total: number): Promise<number> =>
    withLog(`bench-merge-${Date.now()}`, async (log) => {
      const endsAt = Date.now()
      must(await log.appendRows(syntheticEvents({ items: benchItems, total, endsAt }, 0, total)))
      const other = syntheticEvents({ items: benchItems, total, endsAt, device: 'other' }, 0, total)
      const began = performance.now()
      const added = must(await log.appendRows(other))
      if (added !== total) throw new Error(`${added} of ${total} events were new`)
      must(await log.readProgress(benchLinks, () => {}))
      return performance.now() - began
    }),

  /** Milliseconds for a fold of that many events in a worker, and for `next_state` alone on the same events. */
  refold: (total: number, rounds: number): Promise<{ foldMs: number; floorMs: number }> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./refoldWorker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data }) => {
        worker.terminate()
        resolve(data)
      })
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage({ total, endsAt: Date.now(), rounds })
    }),

  /** Milliseconds for the list of what to study, 600 items, all of them seen. */
  list: (rounds: number): number[] => {
    const progress = foldProgress(
      syntheticEvents({ items: benchItems, total: 18_000, endsAt: Date.now() - 20 * 86_400_000 }, 0, 18_000),
      benchLinks,
    )
    const took: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      planReview(progress, benchLinks, now())
      took.push(performance.now() - began)
    }
    return took
  },
}

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
