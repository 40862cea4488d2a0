import type { StudyEvent } from '../core/history/events.ts'
import type { Place, UnreadRow } from './eventLog.ts'
import type { StoredRow, TailRow } from './parseTail.ts'
import { rowKey } from './rows.ts'

interface TailStore {
  getAllKeys(range?: IDBKeyRange | null): Promise<Place[]>
  getAll(range?: IDBKeyRange | null): Promise<unknown[]>
}

/** The rows of the tail after that place, in the order of storing; both requests see the same rows within one transaction. */
export const readTail = async (tail: TailStore, after: Place): Promise<readonly StoredRow[]> => {
  const range = IDBKeyRange.lowerBound(after, true)
  const [rows, places] = await Promise.all([tail.getAll(range), tail.getAllKeys(range)])
  return places.map((place, index) => ({ place, row: rows[index] }))
}

/** Reads what was stored. A log that is still empty needs nothing that reads. */
export const parsed = async (rows: readonly StoredRow[]): Promise<readonly TailRow[]> =>
  rows.length === 0 ? [] : (await import('./parseTail.ts')).parseTail(rows)

export const eventsIn = (rows: readonly TailRow[]): readonly StudyEvent[] => rows.flatMap(({ read }) => (read.ok ? [read.value] : []))

export const unreadIn = (rows: readonly TailRow[]): readonly UnreadRow[] =>
  rows.flatMap(({ place, row, read }) => (read.ok ? [] : [{ key: rowKey(row, place), why: read.error }]))

interface KeyCursors {
  openKeyCursor(range: null, direction: 'prev'): Promise<{ readonly key: IDBValidKey } | null>
}

/** The highest place that any row has. */
export const lastPlace = async (tail: KeyCursors, segmentsByPlace: KeyCursors): Promise<Place> => {
  const lasts = await Promise.all([tail.openKeyCursor(null, 'prev'), segmentsByPlace.openKeyCursor(null, 'prev')])
  return Math.max(0, ...lasts.map((last) => (typeof last?.key === 'number' ? last.key : 0)))
}
