/** What `npm run bench` drives in a real Chromium: the storage and the core of the app, without its screens. */
import { builtCatalog } from '../../src/catalog/builtCatalog.ts'
import { linksOf } from '../../src/core/history/links.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { planReview } from '../../src/core/schedule/planReview.ts'
import { foldProgress } from '../../src/core/history/progress.ts'
import { type Filter, periods } from '../../src/core/statistics/filter.ts'
import { createIndexedDbLog } from '../../src/storage/indexedDbLog.ts'
import { largeCatalogue } from '../helpers/largeCatalogue.ts'
import { pagesCost } from './pagesCost.ts'
import { progressScreen } from './progressScreen.ts'
import { syntheticAttempts, syntheticEvents, syntheticExams } from './syntheticLog.ts'

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

  /** Fills the app's own log with that many quizzes and as many exams of ten questions, each answered to its end. */
  fillAttempts: async (count: number): Promise<void> => {
    const { links } = await builtCatalog()
    const attempts = { items: [...links.items.values()], total: count, endsAt: Date.now() }
    await withLog('hakoniwa', async (log) => {
      must(await log.appendRows(syntheticAttempts(attempts)))
      must(await log.appendRows(syntheticExams(attempts)))
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

  /** Milliseconds for all that the screen of progress counts, of 100,000 answers on the real catalogue, all of it and with filters that change. */
  progress: async (rounds: number): Promise<number[]> => {
    const { links } = await builtCatalog()
    const items = [...links.items.keys()]
    const progress = foldProgress(syntheticEvents({ items, total: 100_000, endsAt: Date.now() }, 0, 100_000), links)
    const moment = now()
    const took: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      const filter: Filter = { area: null, kind: round % 2 === 0 ? null : 'card', period: periods[round % periods.length] ?? 'all' }
      const counted = progressScreen(progress, links, moment, filter)
      if (counted.length === 0) throw new Error('nothing was counted')
      took.push(performance.now() - began)
    }
    return took
  },

  /** Milliseconds for all that the screens of study reckon, of 100,000 answers on 1,000 items and 600 facts, and for the least that it needs. */
  pages: pagesCost,

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
