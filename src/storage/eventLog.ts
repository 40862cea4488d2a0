import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import type { Cut, Progress } from '../core/history/progress.ts'
import type { DeviceId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'

/** A stored row that this version cannot read: kept as it is, counted, told. */
export interface UnreadRow {
  readonly key: string
  /** `unknown`: well formed, of a kind this version does not know. `damaged`: not an event. */
  readonly why: 'unknown' | 'damaged'
}

/** How far someone has read in the order of storing; 0 is the start. Rises with every append and is never given twice. */
export type Place = number

export interface LogContents {
  /** In the order of `(at, id)`. */
  readonly events: readonly StudyEvent[]
  readonly unread: readonly UnreadRow[]
  /** Where `readSince` goes on from. */
  readonly place: Place
}

/** The log folded for a catalogue. */
export interface Reading {
  readonly progress: Progress
  /** Of the whole log. */
  readonly unread: readonly UnreadRow[]
  readonly place: Place
}

/**
 * Why storage refused, in the terms a screen can put into words. After `closed`
 * the page should be loaded anew: the browser or a newer version of the app has
 * taken the database away. The others may pass. `detail` is for a report, in
 * English, and not for a screen.
 */
export interface StorageFailure {
  readonly reason: 'unavailable' | 'full' | 'blocked' | 'closed' | 'unknown'
  readonly detail: string
}

/**
 * The append-only study log. Truth is its rows; what else is stored beside them
 * (the snapshot of a fold) is derived and may be thrown away at any time.
 */
export interface EventLog {
  /**
   * What the log comes to: from the snapshot and the rows stored since, or, where
   * there is none that fits this version and catalogue, by a replay of all of it
   * off the main thread. `tell` hears the share replayed, 0 to 1.
   */
  readProgress(links: Links, tell: (share: number) => void): Promise<Result<Reading, StorageFailure>>
  /** What was stored after that place, by whatever tab. */
  readSince(place: Place): Promise<Result<LogContents, StorageFailure>>
  /** The newest `count` events before the cut (`null`: of all), in the order of `(at, id)`: what a list of the history pages through. */
  readBefore(cut: Cut | null, count: number): Promise<Result<readonly StudyEvent[], StorageFailure>>
  /** Every row exactly as stored, unreadable ones included, batch by batch; roughly oldest first. One batch at a time is in memory. */
  readRows(take: (rows: readonly unknown[]) => void | Promise<void>): Promise<Result<void, StorageFailure>>
  /**
   * Resolves once the events are durable; stores all of them or none. An id that is
   * already there changes nothing, even if the row that holds it is damaged: merge
   * is a union by id.
   */
  append(events: readonly StudyEvent[]): Promise<Result<void, StorageFailure>>
  /**
   * The same for rows of a backup or of another device, be they many: those of kinds
   * that this version does not know are kept too. Rows without a text `id` are left
   * out. Resolves with the number of rows that were new.
   */
  appendRows(rows: readonly unknown[]): Promise<Result<number, StorageFailure>>
  /**
   * Keeps a snapshot of progress that holds everything stored up to that place, and
   * packs rows that are no longer recent. Derived data only; call it when idle.
   */
  settle(progress: Progress, place: Place, links: Links): Promise<Result<void, StorageFailure>>
  /** Deletes every row and the snapshot; the device keeps its name. Other tabs hear of it through `watch`. */
  erase(): Promise<Result<void, StorageFailure>>
  /** The name of this browser profile among the devices of a learner, made at the first call and kept beside the log. */
  deviceId(): Promise<Result<DeviceId, StorageFailure>>
  /** Calls back when another tab has appended or erased; returns what ends the watch. */
  watch(onForeign: (what: 'appended' | 'erased') => void): () => void
  close(): void
}
