import type { Links } from '../core/history/links.ts'
import { type Base, compareEvents, type Progress } from '../core/history/progress.ts'
import { isJsonRow } from './columns.ts'
import { alone } from './alone.ts'
import { type Database, isNewer, outcome } from './database.ts'
import type { Place, UnreadRow } from './eventLog.ts'
import { notableRows, rowsOfSegment, type Sealable, seal, type Segment } from './segment.ts'
import { isSnapshot, linksStamp, snapshotOf } from './snapshot.ts'
import { parseTail } from './parseTail.ts'
import { readTail } from './tail.ts'

/** The log that a progress was read from, and what of it could not be read and is not in the tail. */
export interface Source {
  readonly era: unknown
  readonly unreadSealed: readonly UnreadRow[]
}

/**
 * Keeps the progress, which holds everything up to that place, as a snapshot, and
 * then seals what lies before its cut. Either is done in transactions that do all
 * or nothing, and a start is right after any of them.
 */
export const settle = async (db: Database, progress: Progress, place: Place, links: Links, source: Source): Promise<void> => {
  const { base } = progress
  if (base === null || progress.isStale || isNewer(db)) return
  await alone(db.name, { ifAvailable: true }, async (isAlone) => {
    if (isAlone && (await keepSnapshot(db, base, progress, place, links, source))) await sealBefore(db, base, place, source.era)
  })
}

/** Whether the log is as the progress says, so that it may be packed: not if all was erased, or something came late that the progress does not know. */
const keepSnapshot = async (db: Database, base: Base, progress: Progress, place: Place, links: Links, { era, unreadSealed }: Source) => {
  const stamp = linksStamp(links)
  const tx = db.transaction(['tail', 'segments', 'snapshot', 'meta'], 'readwrite')
  const keep = async (): Promise<boolean> => {
    const [since, imported, stored, eraNow] = await Promise.all([
      readTail(tx.objectStore('tail'), place),
      tx.objectStore('segments').index('place').count(IDBKeyRange.lowerBound(place, true)),
      tx.objectStore('snapshot').get('progress'),
      tx.objectStore('meta').get('era'),
    ])
    if (eraNow !== era || imported > 0) return false
    if (parseTail(since).some(({ read }) => read.ok && compareEvents(read.value, base.cut) <= 0)) return false
    if (isSnapshot(stored, stamp)) {
      const further = compareEvents(stored.base.cut, base.cut)
      // Another tab is ahead, and packs too.
      if (further > 0) return false
      // What came late may be in this one only: the cut is where it was, and there is more before it.
      if (further === 0 && stored.base.eventCount === base.eventCount) return true
    }
    await tx.objectStore('snapshot').put(snapshotOf(base, progress, { links: stamp, place, unread: unreadSealed }), 'progress')
    return true
  }
  return outcome(tx, keep())
}

interface Placed extends Sealable {
  readonly place: Place
}

/** So many segments are made at a time: each holds its rows in memory. */
const segmentsAtOnce = 16

const sealBefore = async (db: Database, base: Base, place: Place, era: unknown): Promise<void> => {
  const tx = db.transaction('tail')
  const tail = parseTail(await outcome(tx, readTail(tx.store, 0)))
  const rows = tail
    .flatMap(({ place: at, row, read }): Placed[] =>
      at <= place && read.ok && isJsonRow(row) ? [{ place: at, row, event: read.value }] : [],
    )
    .filter(({ event }) => compareEvents(event, base.cut) <= 0)
    .sort((a, b) => compareEvents(a.event, b.event))
  const step = rowsOfSegment * segmentsAtOnce
  for (let from = 0; from + rowsOfSegment <= rows.length; from += step) {
    if (!(await sealRows(db, rows.slice(from, from + step), era))) return
  }
}

/** Moves rows of the tail to segments, as far as they fill them. Gives up if they are not all there: another tab is at it, or all was erased. */
const sealRows = async (db: Database, rows: readonly Placed[], era: unknown): Promise<boolean> => {
  // Packed before the transaction, which would not wait for it.
  const packed: { readonly segment: Segment; readonly rows: readonly Placed[] }[] = []
  for (let from = 0; from + rowsOfSegment <= rows.length; from += rowsOfSegment) {
    const some = rows.slice(from, from + rowsOfSegment)
    const segment = await seal(some, Math.max(...some.map((row) => row.place)))
    if (segment !== undefined) packed.push({ segment, rows: some })
  }
  const moved = packed.flatMap((each) => each.rows.map((row) => row.place)).sort((a, b) => a - b)
  if (moved.length === 0) return true
  const tx = db.transaction(['tail', 'segments', 'notable', 'meta'], 'readwrite')
  const move = async (): Promise<boolean> => {
    const tail = tx.objectStore('tail')
    const [there, eraNow] = await Promise.all([
      tail.getAllKeys(IDBKeyRange.bound(moved[0], moved.at(-1))),
      tx.objectStore('meta').get('era'),
    ])
    const isThere = new Set(there)
    if (eraNow !== era || !moved.every((place) => isThere.has(place))) return false
    const additions = packed.map(async (each) => {
      const key = await tx.objectStore('segments').add(each.segment)
      const notable = notableRows(each.rows)
      if (notable.length > 0) await tx.objectStore('notable').put(notable, key)
    })
    await Promise.all([...additions, ...runsOf(moved).map(async ([first, last]) => tail.delete(IDBKeyRange.bound(first, last)))])
    return true
  }
  return outcome(tx, move())
}

/** Rising whole numbers as runs without a gap. */
const runsOf = (numbers: readonly number[]): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
}
