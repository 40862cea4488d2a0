import { compareEvents, type Cut } from '../core/history/progress.ts'
import { alone } from './alone.ts'
import { isJsonRow, type JsonRow } from './columns.ts'
import { type Database, isNewer, outcome } from './database.ts'
import type { Place } from './eventLog.ts'
import { parseEvent } from './parseEvent.ts'
import { distinctRows, hasTextId, type Row } from './rows.ts'
import { keyOf, notableRows, rowsOfSegment, type Sealable, seal, type Segment, unseal } from './segment.ts'
import { lastPlace } from './tail.ts'

/** Where rows of the same id can lie. */
export type Where =
  /** Anywhere: the rows come from elsewhere. */
  | 'anywhere'
  /** Among rows of the same time, which lies between these: a row that was stored before is the very same. */
  | { readonly first: Cut; readonly last: Cut }

/** Adds the rows whose ids are free, many of them as segments, and resolves with their number once they are on disk. Those without a text id are left out. */
export const storeRows = async (db: Database, rows: readonly unknown[], where: Where): Promise<number> => {
  const wanted = distinctRows(rows.filter(hasTextId))
  // A few rows of this tab do not wait until another has packed.
  return where === 'anywhere' ? alone(db.name, {}, () => storeAbsent(db, wanted, where)) : storeAbsent(db, wanted, where)
}

const storeAbsent = async (db: Database, wanted: ReadonlyMap<string, Row>, where: Where): Promise<number> => {
  // Ends: it goes round only when another tab has stored some of the same rows meanwhile, or has sealed.
  for (;;) {
    const seen = await look(db, wanted, where)
    const fresh = [...wanted.values()].filter(({ id }) => !seen.known.has(id))
    if (fresh.length === 0) return 0
    if (await put(db, await pack(fresh, !isNewer(db)), seen, fresh)) return fresh.length
  }
}

interface Seen {
  /** The ids that are taken, of those wanted. */
  readonly known: ReadonlySet<string>
  readonly place: Place
  /** The number of the newest segment; rows that are sealed later are not in `known`. */
  readonly newest: number
}

const look = async (db: Database, wanted: ReadonlyMap<string, Row>, where: Where): Promise<Seen> => {
  const tx = db.transaction(['tail', 'segments'])
  const segments = tx.objectStore('segments')
  const requests = async () => {
    const [place, newest, tail, begun, notOver] = await Promise.all([
      lastPlace(tx.objectStore('tail'), segments.index('place')),
      segments.openKeyCursor(null, 'prev'),
      tx.objectStore('tail').getAll(),
      segments.index('first').getAllKeys(where === 'anywhere' ? null : IDBKeyRange.upperBound(keyOf(where.last))),
      segments.index('last').getAllKeys(where === 'anywhere' ? null : IDBKeyRange.lowerBound(keyOf(where.first))),
    ])
    return { place, newest: newest?.key ?? 0, tail, begun, notOver: new Set(notOver) }
  }
  const { place, newest, tail, begun, notOver } = await outcome(tx, requests())
  const known = new Set<string>()
  const note = (rows: readonly unknown[]): void => {
    for (const row of rows) if (hasTextId(row) && wanted.has(row.id)) known.add(row.id)
  }
  note(tail)
  for (const key of begun.filter((each) => notOver.has(each))) {
    const rows = await unseal(await db.get('segments', key))
    if (rows.ok) note(rows.value)
  }
  return { known, place, newest }
}

interface Packed {
  readonly segments: readonly { readonly segment: Segment; readonly notable: readonly JsonRow[] }[]
  /** What does not fill a segment, or cannot be in one. */
  readonly rest: readonly Row[]
}

const pack = async (rows: readonly Row[], maySeal: boolean): Promise<Packed> => {
  if (!maySeal || rows.length < rowsOfSegment) return { segments: [], rest: rows }
  const sealable: (Sealable & { readonly row: Row })[] = []
  const rest: Row[] = []
  for (const row of rows) {
    const event = parseEvent(row)
    if (event.ok && isJsonRow(row)) sealable.push({ row, event: event.value })
    else rest.push(row)
  }
  sealable.sort((a, b) => compareEvents(a.event, b.event))
  const segments: Packed['segments'][number][] = []
  for (let from = 0; from < sealable.length; from += rowsOfSegment) {
    const some = sealable.slice(from, from + rowsOfSegment)
    // The place is known when they are stored.
    const segment = some.length === rowsOfSegment ? await seal(some, 0) : undefined
    if (segment === undefined) rest.push(...some.map(({ row }) => row))
    else segments.push({ segment, notable: notableRows(some) })
  }
  return { segments, rest }
}

/** Stores all of it, or nothing if it is not as it was seen. */
const put = async (db: Database, { segments, rest }: Packed, seen: Seen, rows: readonly Row[]): Promise<boolean> => {
  const tx = db.transaction(['tail', 'segments', 'notable'], 'readwrite', { durability: 'strict' })
  const tail = tx.objectStore('tail')
  const store = async (): Promise<boolean> => {
    const [newest, since] = await Promise.all([
      tx.objectStore('segments').openKeyCursor(null, 'prev'),
      tail.getAll(IDBKeyRange.lowerBound(seen.place, true)),
    ])
    const isTaken = new Set(since.flatMap((row) => (hasTextId(row) ? [row.id] : [])))
    if ((newest?.key ?? 0) !== seen.newest || rows.some(({ id }) => isTaken.has(id))) return false
    // All rows of the segments are stored at one place, which no other row will have.
    const place = segments.length === 0 ? 0 : await tail.add(null)
    if (segments.length > 0) await tail.delete(place)
    await Promise.all([
      ...segments.map(async ({ segment, notable }) => {
        const key = await tx.objectStore('segments').add({ ...segment, place })
        if (notable.length > 0) await tx.objectStore('notable').put(notable, key)
      }),
      ...rest.map(async (row) => tail.add(row)),
    ])
    return true
  }
  return outcome(tx, store())
}
