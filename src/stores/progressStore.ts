import { createStore } from 'zustand'
import { type Act, actsOf, eventsOfAct, nextToRedo, nextToUndo } from '../core/history/acts.ts'
import type { StudyAct, StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { addEvents, type Cut, emptyProgress, type Progress, recent, settleTail } from '../core/history/progress.ts'
import { retractionsOf } from '../core/history/undo.ts'
import type { EventId } from '../core/ids.ts'
import { fail, type Result } from '../core/result.ts'
import type { EpochMs } from '../core/time.ts'
import type { EventLog, Place, StorageFailure, UnreadRow } from '../storage/eventLog.ts'

export interface ProgressState {
  readonly progress: Progress
  /** Share of the history taken in so far while all of it is replayed; `null` otherwise. */
  readonly replaying: number | null
  /** Rows of the log that this version cannot read; they stay where they are. */
  readonly unread: readonly UnreadRow[]
  /** Events that are on screen but not in storage. */
  readonly unsaved: readonly StudyEvent[]
  readonly saving: boolean
  readonly failure: StorageFailure | null
  /** Takes the log in: at start, and after another tab has written. */
  load(): Promise<void>
  /**
   * One act, however many events: undo takes them back together. Counted at once,
   * saved as soon as storage allows. Returns the events' ids, in order.
   */
  record(acts: readonly StudyAct[]): readonly EventId[]
  /** The events no longer count. */
  retract(ids: readonly EventId[]): void
  /** Takes back the newest act that counts, of the recent ones; returns what it was, or nothing if there is none. */
  undo(): Act | undefined
  /** Brings back the act undone last, if nothing was done since. */
  redo(): Act | undefined
  /** Takes back any act of the history. */
  undoAct(act: Act): void
  /** Brings back any act of the history. */
  redoAct(act: Act): void
  /** For the history beyond the recent events: the newest `count` before the cut. */
  readBefore(cut: Cut | null, count: number): Promise<Result<readonly StudyEvent[], StorageFailure>>
  /** Tries again to save what is not saved. */
  save(): Promise<void>
  /**
   * Gives the learner the whole log as a file, one event a line, with what is not
   * saved yet at its end; all that is on screen where storage cannot be read.
   */
  download(): Promise<void>
}

export interface ProgressSources {
  readonly log: EventLog
  readonly links: Links
  /** Gives an act its id, time and device. */
  readonly stamp: (act: StudyAct) => StudyEvent
  /** Hands a text to the learner as a file of that name. */
  readonly saveFile: (name: string, text: string) => void
  /** Runs work after that time, for another try at storage. */
  readonly later?: (work: () => void, ms: number) => void
  /** Runs work when the learner does nothing. */
  readonly whenIdle?: (work: () => void) => void
  readonly now?: () => EpochMs
}

const afterMs = (work: () => void, ms: number): void => void setTimeout(work, ms)
const inIdleTime = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 10_000 })
  else setTimeout(work, 1000)
}

const firstRetryMs = 1000
const longestRetryMs = 60_000
/** After so many events more it is seen to that the tail, which every undo folds again, does not grow. */
const settledEvery = 128

/** Progress is the fold of the log; this store only keeps the newest fold and what storage still owes. */
export const createProgressStore = ({
  log,
  links,
  stamp,
  saveFile,
  later = afterMs,
  whenIdle = inIdleTime,
  now = Date.now,
}: ProgressSources) =>
  createStore<ProgressState>()((set, get) => {
    let writing: Promise<void> = Promise.resolve()
    let reading: Promise<void> = Promise.resolve()
    let queued: Promise<void> | null = null
    /** A reading that a write has asked for. No write waits for it: a replay may take long. */
    let following: Promise<void> = Promise.resolve()
    /** How far the log has been taken in; `null` before the first time. */
    let place: Place | null = null
    /** What was recorded since a reading of the whole log began, and may not be part of it; `null` while there is none. */
    let meanwhile: StudyEvent[] | null = null
    let retries = 0
    let isRetrying = false
    let isSettling = false
    /** The size of the history when it was last settled; `null`: it has to be, for nothing is kept of a replay yet. */
    let settledAt: number | null = 0

    const readAnew = async (): Promise<void> => {
      meanwhile = [...get().unsaved]
      let isReplay = false
      const whole = await log.readProgress(links, (share) => {
        isReplay = true
        set({ replaying: share })
      })
      const own = meanwhile
      meanwhile = null
      if (!whole.ok) {
        set({ failure: whole.error, replaying: null })
        retrySoon()
        return
      }
      const before = place
      place = whole.value.place
      if (isReplay) settledAt = null
      set((state) => ({
        progress: addEvents(whole.value.progress, own, links),
        unread: whole.value.unread,
        replaying: null,
        failure: state.unsaved.length === 0 ? null : state.failure,
      }))
      // What was recorded meanwhile may reach far back itself; a log that stands still would only say the same again.
      if (get().progress.isStale && get().unsaved.length === 0 && place !== before) await readAnew()
    }
    const readOn = async (from: Place): Promise<void> => {
      const news = await log.readSince(from)
      if (!news.ok) {
        set({ failure: news.error })
        retrySoon()
        return
      }
      place = news.value.place
      // Added to what is on screen, not put in its place: an answer given meanwhile stays.
      set((state) => ({
        progress: addEvents(state.progress, news.value.events, links),
        unread: news.value.unread.length === 0 ? state.unread : [...state.unread, ...news.value.unread],
        failure: state.unsaved.length === 0 ? null : state.failure,
      }))
      if (get().progress.isStale) await readAnew()
    }
    // One reading at a time; who asks while one waits gets that one.
    const load = (): Promise<void> => {
      queued ??= reading = reading.then(async () => {
        queued = null
        // A log that throws is a bug, but one that no error boundary sees: the learner is told all the same.
        await (place === null || get().progress.isStale ? readAnew() : readOn(place)).catch((error: unknown) =>
          set({ failure: { reason: 'unknown', detail: String(error) }, replaying: null }),
        )
        settleSoon()
      })
      return queued
    }

    const settleSoon = (): void => {
      const { eventCount, tail } = get().progress
      const isDue = settledAt === null || (eventCount >= settledAt + settledEvery && tail.length >= recent.events + settledEvery)
      if (isSettling || !isDue) return
      isSettling = true
      whenIdle(() => {
        void settle().finally(() => {
          isSettling = false
        })
      })
    }
    /** Folds what is no longer recent into the base and has storage keep that. Derived data: if it fails, the next start takes longer. */
    const settle = async (): Promise<void> => {
      // What this tab appended itself lies within the place from then on.
      await load()
      const { progress, unsaved } = get()
      if (place === null || unsaved.length > 0 || progress.isStale) return
      const settled = settleTail(progress, links, { ...recent, now: now() })
      if (settled !== progress) set({ progress: settled })
      if (settled !== progress || settledAt === null) await log.settle(settled, place, links)
      settledAt = settled.eventCount
    }

    const write = async (): Promise<void> => {
      const batch = get().unsaved
      if (batch.length === 0) return
      set({ saving: true })
      const saved = await log.append(batch).catch((error: unknown) => fail<StorageFailure>({ reason: 'unknown', detail: String(error) }))
      if (!saved.ok) {
        set({ saving: false, failure: saved.error })
        retrySoon()
        return
      }
      retries = 0
      const ids = new Set(batch.map((event) => event.id))
      set((state) => ({
        saving: false,
        failure: place === null ? state.failure : null,
        unsaved: state.unsaved.filter((event) => !ids.has(event.id)),
      }))
      // Storage was out of reach at the start and is not now: the history that is missing on screen can come.
      // Or something saved just now changes what lies far back.
      if (place === null || (get().progress.isStale && get().unsaved.length === 0)) following = load()
      settleSoon()
    }
    // One write at a time and in order; what arrives meanwhile goes with the next.
    const save = (): Promise<void> => {
      writing = writing.then(write)
      return writing.then(() => (place === null ? following : undefined))
    }
    /** Nothing waits for the learner to press a button: a full disk gets room, another tab is closed. */
    const retrySoon = (): void => {
      if (isRetrying) return
      isRetrying = true
      const waitMs = Math.min(longestRetryMs, firstRetryMs * 2 ** retries)
      retries += 1
      later(() => {
        isRetrying = false
        if (get().failure !== null) void load().then(save)
      }, waitMs)
    }

    const record = (acts: readonly StudyAct[]): readonly EventId[] => {
      const [first, ...others] = acts.map(stamp)
      if (first === undefined) return []
      const events = [first, ...others.map((event) => ({ ...event, group: first.id }))]
      meanwhile?.push(...events)
      set(({ progress, unsaved }) => ({ progress: addEvents(progress, events, links), unsaved: [...unsaved, ...events] }))
      void save()
      return events.map((event) => event.id)
    }
    const retract = (ids: readonly EventId[]): void => {
      if (ids.length > 0) record([{ kind: 'retracted', events: ids }])
    }

    /** The acts that lie wholly among the recent events. */
    const recentActs = () => {
      const { base, tail } = get().progress
      const retractions = retractionsOf(tail, base?.dangling)
      return { tail, retractions, acts: actsOf(tail, retractions).filter((act) => act.events[0]?.id === act.id) }
    }
    const undoAct = (act: Act): void => {
      if (act.undos.length === 0) retract(eventsOfAct(act))
    }
    const redoAct = (act: Act): void => retract(act.undos)

    return {
      progress: emptyProgress,
      replaying: null,
      unread: [],
      unsaved: [],
      saving: false,
      failure: null,
      load,
      record,
      retract,
      undo: () => {
        const act = nextToUndo(recentActs().acts)
        if (act !== undefined) undoAct(act)
        return act
      },
      redo: () => {
        const { tail, acts, retractions } = recentActs()
        const act = nextToRedo(tail, acts, retractions)
        if (act !== undefined) redoAct(act)
        return act
      },
      undoAct,
      redoAct,
      readBefore: log.readBefore,
      save,
      download: async () => {
        // Taken before reading: what is being saved meanwhile is then in one of the two, or in both.
        const { progress, unsaved } = get()
        const lines: string[] = []
        const linesOf = (rows: readonly unknown[]): void => void lines.push(...rows.map((row) => `${JSON.stringify(row)}\n`))
        const stored = await log.readRows(linesOf)
        linesOf(stored.ok ? unsaved : progress.tail)
        saveFile('hakoniwa-history.ndjson', lines.join(''))
      },
    }
  })

export type ProgressStore = ReturnType<typeof createProgressStore>
