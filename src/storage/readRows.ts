import type { StudyEvent } from '../core/history/events.ts'
import { compareEvents } from '../core/history/progress.ts'
import type { LogContents, Place, UnreadRow } from './eventLog.ts'
import { parseEvent } from './parseEvent.ts'
import { rowKey } from './rows.ts'

/** Sorts rows, in whatever order they were stored, into events and what cannot be read. `from`: the place of the first. */
export const readRows = (rows: readonly unknown[], from: Place = 0): Omit<LogContents, 'place'> => {
  const events: StudyEvent[] = []
  const unread: UnreadRow[] = []
  for (const [index, row] of rows.entries()) {
    const parsed = parseEvent(row)
    if (parsed.ok) events.push(parsed.value)
    else unread.push({ key: rowKey(row, from + index), why: parsed.error })
  }
  return { events: events.sort(compareEvents), unread }
}
