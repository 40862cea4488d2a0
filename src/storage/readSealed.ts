import type { StudyEvent } from '../core/history/events.ts'
import { compareEvents, type Cut } from '../core/history/progress.ts'
import { type Database, outcome } from './database.ts'
import { cutOf, eventsOfSegment, keyOf, parseSegment, segmentAsRow, unseal } from './segment.ts'
import { parseTail } from './parseTail.ts'
import { eventsIn, readTail } from './tail.ts'

/** The newest `count` events before the cut, in the order of `(at, id)`. What cannot be read is left out. */
export const readBefore = async (db: Database, cut: Cut | null, count: number): Promise<readonly StudyEvent[]> => {
  const tx = db.transaction(['tail', 'segments'])
  const segments = tx.objectStore('segments')
  const [rows, oldestLast, begun] = await outcome(
    tx,
    Promise.all([
      readTail(tx.objectStore('tail'), 0),
      segments.index('last').getAllKeys(),
      segments.index('first').getAllKeys(cut === null ? null : IDBKeyRange.upperBound(keyOf(cut), true)),
    ]),
  )
  const before = (events: readonly StudyEvent[]): readonly StudyEvent[] =>
    cut === null ? events : events.filter((event) => compareEvents(event, cut) < 0)
  const newest = (events: readonly StudyEvent[]): readonly StudyEvent[] => {
    const sorted = events.toSorted(compareEvents)
    return sorted.slice(Math.max(0, sorted.length - count))
  }
  const isBegun = new Set(begun)
  let found = newest(before(eventsIn(parseTail(rows))))
  for (const key of oldestLast.filter((each) => isBegun.has(each)).reverse()) {
    const value = await db.get('segments', key)
    const head = parseSegment(value)
    const oldest = found[0]
    // No segment from here on ends later than this one.
    if (head.ok && oldest !== undefined && found.length === count && compareEvents(oldest, cutOf(head.value.last)) > 0) break
    const segment = await eventsOfSegment(value)
    if (segment.ok) found = newest([...found, ...before(segment.value.events)])
  }
  return found
}

/** Every row as it was stored: first what is sealed, oldest first, then the tail. A segment that cannot be opened is given as it is. */
export const readRows = async (db: Database, take: (rows: readonly unknown[]) => void | Promise<void>): Promise<void> => {
  const tx = db.transaction(['tail', 'segments'])
  const [keys, tail] = await outcome(
    tx,
    Promise.all([tx.objectStore('segments').index('first').getAllKeys(), tx.objectStore('tail').getAll()]),
  )
  for (const key of keys) {
    const value = await db.get('segments', key)
    // All was erased meanwhile.
    if (value === undefined) continue
    const rows = await unseal(value)
    await take(rows.ok ? rows.value : [segmentAsRow(value)])
  }
  if (tail.length > 0) await take(tail)
}
