import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { addEvents, compareEvents, foldProgress, progressFrom } from '../core/history/progress.ts'
import { type Database, outcome } from './database.ts'
import type { Reading, UnreadRow } from './eventLog.ts'
import { isSnapshot, linksStamp } from './snapshot.ts'
import { eventsIn, lastPlace, parsed, readTail, unreadIn } from './tail.ts'

/** Without a snapshot so many rows are folded where they are read: to start a replay elsewhere would take longer. */
const foldedAtOnce = 4096

/** A start, and which log it was of: an `era` ends when all is erased. */
export interface Start {
  readonly era: unknown
  /** Nothing if only a replay of the whole log can tell. */
  readonly reading: Reading | undefined
  /** What is sealed and cannot be read, as far as the snapshot knows. */
  readonly unreadSealed: readonly UnreadRow[]
}

/** Starts from the snapshot, if there is one that fits, and what was stored since. */
export const readStart = async (db: Database, links: Links): Promise<Start> => {
  const stamp = linksStamp(links)
  const tx = db.transaction(['tail', 'segments', 'snapshot', 'meta'])
  const segments = tx.objectStore('segments')
  const requests = async () => {
    const [rows, place, stored, era] = await Promise.all([
      readTail(tx.objectStore('tail'), 0),
      lastPlace(tx.objectStore('tail'), segments.index('place')),
      tx.objectStore('snapshot').get('progress'),
      tx.objectStore('meta').get('era'),
    ])
    const snapshot = isSnapshot(stored, stamp) ? stored : undefined
    if (snapshot === undefined)
      return { rows, place, era, snapshot, sealed: [], isSmall: (await segments.count()) === 0 && rows.length <= foldedAtOnce }
    // Imported since, or holding what is not in the base.
    const { at, id } = snapshot.base.cut
    const [since, after] = await Promise.all([
      segments.index('place').getAllKeys(IDBKeyRange.lowerBound(snapshot.place, true)),
      segments.index('last').getAllKeys(IDBKeyRange.lowerBound([at, id], true)),
    ])
    const sealed = await Promise.all([...new Set([...since, ...after])].map((key) => segments.get(key)))
    return { rows, place, era, snapshot, sealed, isSmall: false }
  }
  const { rows: kept, place, era, snapshot, sealed, isSmall } = await outcome(tx, requests())
  const rows = await parsed(kept)
  if (snapshot === undefined) {
    if (!isSmall) return { era, reading: undefined, unreadSealed: [] }
    return { era, reading: { progress: foldProgress(eventsIn(rows), links), unread: unreadIn(rows), place }, unreadSealed: [] }
  }
  const { base, latestAt, parameters } = snapshot
  /** Since the snapshot was taken. */
  const since: StudyEvent[] = []
  const known: StudyEvent[] = []
  let isLate = false
  const take = (events: readonly StudyEvent[], isSince: boolean): void => {
    for (const event of events) {
      if (compareEvents(event, base.cut) > 0) (isSince ? since : known).push(event)
      else if (isSince) isLate = true
    }
  }
  for (const { place: at, read } of rows) if (read.ok) take([read.value], at > snapshot.place)
  for (const value of sealed) {
    const { eventsOfSegment } = (await import('./packing.ts')).packing
    const segment = await eventsOfSegment(value)
    // A replay tells what cannot be read.
    if (!segment.ok || segment.value.unread.length > 0) return { era, reading: undefined, unreadSealed: snapshot.unread }
    take(segment.value.events, segment.value.place > snapshot.place)
  }
  if (isLate) return { era, reading: undefined, unreadSealed: snapshot.unread }
  const progress = addEvents(progressFrom(base, known, links, { latestAt, parameters, isStale: false }), since, links)
  return {
    era,
    reading: progress.isStale ? undefined : { progress, unread: [...snapshot.unread, ...unreadIn(rows)], place },
    unreadSealed: snapshot.unread,
  }
}
