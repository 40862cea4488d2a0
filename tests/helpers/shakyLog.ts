import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { fail } from '../../src/core/result.ts'
import type { EventLog, StorageFailure } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createProgressStore } from '../../src/stores/progressStore.ts'
import { linksFor } from './catalogue.ts'
import { createDiary } from './events.ts'

export const links = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net' }] })

export const full: StorageFailure = { reason: 'full', detail: 'No room.' }
export const closed: StorageFailure = { reason: 'closed', detail: 'The log has been closed.' }

/** A memory log that can refuse, throw and dawdle, and that tells what it was asked to append. */
export const createShakyLog = (log: EventLog = createMemoryLog()) => {
  const asked: string[][] = []
  /** Each ends the wait of one append. */
  const waiting: (() => void)[] = []
  const state: { refuse: StorageFailure | null; refuseReading: StorageFailure | null; dawdle: boolean; throws: boolean; atOnce: number } = {
    refuse: null,
    refuseReading: null,
    dawdle: false,
    throws: false,
    atOnce: 0,
  }
  let running = 0
  const shaky: EventLog = {
    ...log,
    append: async (events) => {
      running += 1
      state.atOnce = Math.max(state.atOnce, running)
      asked.push(events.map((event) => event.id))
      if (state.dawdle) await new Promise<void>((letGo) => waiting.push(letGo))
      running -= 1
      if (state.throws) throw new Error('a bug of the log')
      return state.refuse === null ? log.append(events) : fail(state.refuse)
    },
    readProgress: async (...given) => (state.refuseReading === null ? log.readProgress(...given) : fail(state.refuseReading)),
    readSince: async (place) => (state.refuseReading === null ? log.readSince(place) : fail(state.refuseReading)),
    readRows: async (take) => (state.refuseReading === null ? log.readRows(take) : fail(state.refuseReading)),
  }
  return { log: shaky, inner: log, state, asked, waiting }
}

/** The real store on that log, of a learner who does everything on day 0 unless told otherwise. */
export const createStore = (log: EventLog, device = 'pen') => {
  const files: { name: string; text: string }[] = []
  const diary = createDiary(device)
  let day = 0
  const store = createProgressStore({
    log,
    links,
    stamp: (act: StudyAct): StudyEvent => diary(day, act),
    saveFile: (name, text) => files.push({ name, text }),
  })
  return {
    files,
    onDay: (next: number) => {
      day = next
    },
    state: () => store.getState(),
    subscribe: store.subscribe,
    /** Ends when everything recorded so far has been offered to storage. */
    settle: () => store.getState().save(),
  }
}

export const storedIds = async (log: EventLog): Promise<readonly string[]> => {
  const contents = await log.readSince(0)
  return contents.ok ? contents.value.events.map((event) => event.id) : []
}
