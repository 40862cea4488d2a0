import { createStore } from 'zustand'
import type { StudyAct, StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { addEvents, emptyProgress, type Progress } from '../core/history/progress.ts'
import type { EventId } from '../core/ids.ts'
import { fail } from '../core/result.ts'
import type { EventLog, StorageFailure, UnreadRow } from '../storage/eventLog.ts'

export interface ProgressState {
  readonly progress: Progress
  /** Rows of the log that this version cannot read; they stay where they are. */
  readonly unread: readonly UnreadRow[]
  /** Events that are on screen but not in storage. */
  readonly unsaved: readonly StudyEvent[]
  readonly saving: boolean
  readonly failure: StorageFailure | null
  /** Takes the log in again: at start, and after another tab has written. */
  load(): Promise<void>
  /** Adds what the learner did; counted at once, saved as soon as storage allows. Returns the events' ids, in order. */
  record(acts: readonly StudyAct[]): readonly EventId[]
  /** Undo: the events no longer count. */
  retract(ids: readonly EventId[]): void
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
}

/** Progress is the fold of the log; this store only keeps the newest fold and what storage still owes. */
export const createProgressStore = ({ log, links, stamp, saveFile }: ProgressSources) =>
  createStore<ProgressState>()((set, get) => {
    let writing: Promise<void> = Promise.resolve()
    let isLoaded = false

    const load = async (): Promise<void> => {
      const contents = await log.readAll()
      if (!contents.ok) {
        set({ failure: contents.error })
        return
      }
      isLoaded = true
      const { events, unread } = contents.value
      // Added to what is on screen, not put in its place: an answer given meanwhile stays.
      set((state) => ({
        progress: addEvents(state.progress, events, links),
        unread,
        failure: state.unsaved.length === 0 ? null : state.failure,
      }))
    }

    const write = async (): Promise<void> => {
      const batch = get().unsaved
      if (batch.length === 0) return
      set({ saving: true })
      // A log that throws is a bug, but one that no error boundary sees: the learner is told all the same.
      const saved = await log.append(batch).catch((error: unknown) => fail<StorageFailure>({ reason: 'unknown', detail: String(error) }))
      if (!saved.ok) {
        set({ saving: false, failure: saved.error })
        return
      }
      const ids = new Set(batch.map((event) => event.id))
      set((state) => ({
        saving: false,
        failure: isLoaded ? null : state.failure,
        unsaved: state.unsaved.filter((event) => !ids.has(event.id)),
      }))
      // Storage was out of reach at the start and is not now: the history that is missing on screen can come.
      if (!isLoaded) await load()
    }
    // One write at a time and in order; what arrives meanwhile goes with the next.
    const save = (): Promise<void> => {
      writing = writing.then(write)
      return writing
    }

    const record = (acts: readonly StudyAct[]): readonly EventId[] => {
      const events = acts.map(stamp)
      set(({ progress, unsaved }) => ({ progress: addEvents(progress, events, links), unsaved: [...unsaved, ...events] }))
      void save()
      return events.map((event) => event.id)
    }

    return {
      progress: emptyProgress,
      unread: [],
      unsaved: [],
      saving: false,
      failure: null,
      load,
      record,
      retract: (ids) => {
        if (ids.length > 0) record([{ kind: 'retracted', events: ids }])
      },
      save,
      download: async () => {
        // Taken before reading: what is being saved meanwhile is then in one of the two, or in both.
        const { progress, unsaved } = get()
        const stored = await log.exportRows()
        const rows = stored.ok ? [...stored.value, ...unsaved] : progress.tail
        saveFile('hakoniwa-history.ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      },
    }
  })

export type ProgressStore = ReturnType<typeof createProgressStore>
