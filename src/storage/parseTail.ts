import type { StudyEvent } from '../core/history/events.ts'
import type { Result } from '../core/result.ts'
import type { Place, UnreadRow } from './eventLog.ts'
import { parseEvent } from './parseEvent.ts'

/** A row that is not sealed, as it lies in storage. */
export interface StoredRow {
  readonly place: Place
  readonly row: unknown
}
/** And as an event. */
export interface TailRow extends StoredRow {
  readonly read: Result<StudyEvent, UnreadRow['why']>
}

/** The rows of the tail with the events that they are, as far as they can be read. */
export const parseTail = (rows: readonly StoredRow[]): readonly TailRow[] =>
  rows.map((stored) => ({ ...stored, read: parseEvent(stored.row) }))
