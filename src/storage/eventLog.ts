import type { StudyEvent } from '../core/history/events.ts'
import type { DeviceId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'

/** A stored row that this version cannot read: kept as it is, counted, told. */
export interface UnreadRow {
  readonly key: string
  /** `unknown`: well formed, of a kind this version does not know. `damaged`: not an event. */
  readonly why: 'unknown' | 'damaged'
}

export interface LogContents {
  /** In the order of `(at, id)`. */
  readonly events: readonly StudyEvent[]
  readonly unread: readonly UnreadRow[]
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
 * The append-only study log. `append` resolves once the event is durable, and
 * stores all of its events or none. Appending an id that is already there changes
 * nothing, even if the row that holds it is damaged: merge is a union by id.
 */
export interface EventLog {
  readAll(): Promise<Result<LogContents, StorageFailure>>
  append(events: readonly StudyEvent[]): Promise<Result<void, StorageFailure>>
  /** Every stored row exactly as stored, those of unknown kind included: what a backup holds. */
  exportRows(): Promise<Result<readonly unknown[], StorageFailure>>
  /** The name of this browser profile among the devices of a learner, made at the first call and kept beside the log. */
  deviceId(): Promise<Result<DeviceId, StorageFailure>>
  /** Calls back when another tab has appended; returns what ends the watch. */
  watch(onForeignAppend: () => void): () => void
  close(): void
}
