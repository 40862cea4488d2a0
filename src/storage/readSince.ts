import { compareEvents } from '../core/history/progress.ts'
import { type Database, outcome } from './database.ts'
import type { LogContents, Place } from './eventLog.ts'
import { eventsIn, lastPlace, parsed, readTail, unreadIn } from './tail.ts'

/** What was stored after that place, if the log is still of that era; otherwise all of it. */
export const readSince = async (db: Database, after: Place, era: unknown): Promise<LogContents> => {
  const tx = db.transaction(['tail', 'segments', 'meta'])
  const tail = tx.objectStore('tail')
  const segments = tx.objectStore('segments')
  const requests = async () => {
    const from = era === undefined || era === (await tx.objectStore('meta').get('era')) ? after : 0
    const keys = await segments.index('place').getAllKeys(IDBKeyRange.lowerBound(from, true))
    const [rows, place, sealed] = await Promise.all([
      readTail(tail, from),
      lastPlace(tail, segments.index('place')),
      Promise.all(keys.map(async (key) => ({ key, value: await segments.get(key) }))),
    ])
    return { rows, place: Math.max(from, place), sealed }
  }
  const { rows: stored, place, sealed } = await outcome(tx, requests())
  const rows = await parsed(stored)
  const events = [...eventsIn(rows)]
  const unread = [...unreadIn(rows)]
  if (sealed.length === 0) return { events: events.sort(compareEvents), unread, place }
  const { eventsOfSegment, unreadSegment } = (await import('./packing.ts')).packing
  for (const { key, value } of sealed) {
    const segment = await eventsOfSegment(value)
    if (segment.ok) {
      events.push(...segment.value.events)
      unread.push(...segment.value.unread)
    } else unread.push(unreadSegment(key, segment.error))
  }
  return { events: events.sort(compareEvents), unread, place }
}
