import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { type Progress, type Recent, settleTail } from '../../src/core/history/progress.ts'
import { fail, ok } from '../../src/core/result.ts'
import type { EventLog, Place, StorageFailure } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createProgressStore } from '../../src/stores/progressStore.ts'
import { linksFor } from './catalogue.ts'
import { createDiary, noon } from './events.ts'

export const links = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net' }] })

export const full: StorageFailure = { reason: 'full', detail: 'No room.' }
export const closed: StorageFailure = { reason: 'closed', detail: 'The log has been closed.' }

interface Shakiness {
  refuse: StorageFailure | null
  refuseReading: StorageFailure | null
  dawdle: boolean
  throws: boolean
  atOnce: number
  /** Where given, the log is folded into a base and so much of a tail, as by a replay. */
  keep: Recent | null
  /** Each replay waits until it is let go. */
  slowReplay: boolean
}

/** A memory log that can refuse, throw and dawdle, and that tells what it was asked to append and to settle. */
export const createShakyLog = (log: EventLog = createMemoryLog()) => {
  const asked: string[][] = []
  const settled: { readonly progress: Progress; readonly place: Place }[] = []
  let replays = 0
  /** Each ends the wait of one append. */
  const waiting: (() => void)[] = []
  /** Each ends the wait of one replay. */
  const replaying: (() => void)[] = []
  const state: Shakiness = {
    refuse: null,
    refuseReading: null,
    dawdle: false,
    throws: false,
    atOnce: 0,
    keep: null,
    slowReplay: false,
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
    readProgress: async (catalogue, tell) => {
      if (state.refuseReading !== null) return fail(state.refuseReading)
      const whole = await log.readProgress(catalogue, tell)
      if (!whole.ok || state.keep === null) return whole
      replays += 1
      for (const share of [0, 0.5]) tell(share)
      if (state.slowReplay) await new Promise<void>((letGo) => replaying.push(letGo))
      return ok({ ...whole.value, progress: settleTail(whole.value.progress, catalogue, state.keep) })
    },
    settle: async (progress, place, catalogue) => {
      settled.push({ progress, place })
      return log.settle(progress, place, catalogue)
    },
    readSince: async (place) => (state.refuseReading === null ? log.readSince(place) : fail(state.refuseReading)),
    readRows: async (take) => (state.refuseReading === null ? log.readRows(take) : fail(state.refuseReading)),
  }
  return { log: shaky, inner: log, state, asked, settled, waiting, replaying, replays: () => replays }
}

/** The real store on that log, of a learner who does everything on day 0 unless told otherwise. */
export const createStore = (log: EventLog, device = 'pen') => {
  const files: { name: string; text: string }[] = []
  const diary = createDiary(device)
  let day = 0
  const waits: { readonly ms: number; readonly work: () => void }[] = []
  const idle: (() => void)[] = []
  const store = createProgressStore({
    log,
    links,
    stamp: (act: StudyAct): StudyEvent => diary(day, act),
    saveFile: (name, text) => files.push({ name, text }),
    later: (work, ms) => waits.push({ ms, work }),
    whenIdle: (work) => idle.push(work),
    now: () => noon(day).at,
  })
  return {
    files,
    /** What the store wants to do later, and after how long. */
    waits,
    /** What it wants to do when nothing else is to be done. */
    idle,
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
