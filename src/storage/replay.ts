import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { compareEvents, type Cut, type Recent } from '../core/history/progress.ts'
import { isNotable } from '../core/history/replay.ts'
import { type Database, outcome } from './database.ts'
import type { Reading, UnreadRow } from './eventLog.ts'
import { readRows } from './readRows.ts'
import { type Folder, foldHere, foldInWorker, type StartFolder, WorkerLost } from './folders.ts'
import { cutOf, parseSegment, type Segment, textOf, unreadSegment } from './segment.ts'
import { parseTail } from './parseTail.ts'
import { eventsIn, lastPlace, readTail, unreadIn } from './tail.ts'

/** Everything but the segments themselves, all of one moment; segments do not change. */
const look = async (db: Database) => {
  const tx = db.transaction(['tail', 'segments', 'notable'])
  const segments = tx.objectStore('segments')
  const [stored, place, keys, notable] = await outcome(
    tx,
    Promise.all([
      readTail(tx.objectStore('tail'), 0),
      lastPlace(tx.objectStore('tail'), segments.index('place')),
      segments.index('first').getAllKeys(),
      tx.objectStore('notable').getAll(),
    ]),
  )
  const rows = parseTail(stored)
  return { rows, place, keys, notable: [...eventsIn(rows).filter(isNotable), ...readRows(notable.flat()).events] }
}
type Look = Awaited<ReturnType<typeof look>>

const readAtOnce = 16

/** The segments in the order of their first events, some read ahead of what is asked for. */
const segmentsOf = async function* (db: Database, keys: readonly number[]): AsyncGenerator<readonly [number, unknown]> {
  const read = (from: number): Promise<readonly (readonly [number, unknown])[]> => {
    const some = keys.slice(from, from + readAtOnce)
    const tx = db.transaction('segments')
    return outcome(tx, Promise.all(some.map(async (key) => [key, await tx.store.get(key)] as const)))
  }
  let next = read(0)
  // Whoever comes to it meets what went wrong; if nobody does, something else has.
  const quiet = (): void => void next.catch(() => {})
  quiet()
  for (let from = 0; from < keys.length; from += readAtOnce) {
    const segments = await next
    if (from + readAtOnce < keys.length) next = read(from + readAtOnce)
    quiet()
    yield* segments
  }
}

interface Opened {
  readonly key: number
  readonly segment: Segment
  readonly text: Uint8Array<ArrayBuffer>
}

const replayWith = async (db: Database, { rows, keys }: Look, folder: Folder, tell: (share: number) => void) => {
  const unread: UnreadRow[] = []
  const tail = eventsIn(rows).toSorted(compareEvents)
  let given = 0
  let passed = 0
  let told = 0
  /** The events of the tail that come before the next segment. */
  const tailBefore = (rest: Cut | null): readonly StudyEvent[] => {
    const from = given
    while (given < tail.length && (rest === null || compareEvents(tail[given] ?? rest, rest) < 0)) given += 1
    return tail.slice(from, given)
  }
  const add = async (opened: Opened | undefined, rest: Cut | null): Promise<void> => {
    const text = opened?.text ?? new Uint8Array()
    await folder.add({ key: opened?.key ?? 0, text, eventsVersion: opened?.segment.eventsVersion ?? 0, events: tailBefore(rest), rest })
    passed += 1
    // Who listens draws it: a hundred times is often enough.
    const percent = Math.floor((100 * passed) / Math.max(1, keys.length))
    if (percent !== told) tell(percent / 100)
    told = percent
  }
  let held: Opened | undefined
  for await (const [key, value] of segmentsOf(db, keys)) {
    const parsed = parseSegment(value)
    const text = parsed.ok ? await textOf(parsed.value).catch(() => undefined) : undefined
    if (!parsed.ok || text === undefined) {
      unread.push(unreadSegment(key, parsed.ok ? 'damaged' : parsed.error))
      continue
    }
    // A segment is passed on when it is known where the next one begins.
    if (held !== undefined) await add(held, cutOf(parsed.value.first))
    held = { key, segment: parsed.value, text }
  }
  await add(held, null)
  const refolded = await folder.done()
  return { progress: refolded.progress, unread: [...unread, ...refolded.unread] }
}

/** A reading of the whole log, and what of it could not be read and is not in the tail. */
export interface Replayed {
  readonly reading: Reading
  readonly unreadSealed: readonly UnreadRow[]
}

/** Folds the whole log anew. `tell` hears the share of it that is folded. */
export const replay = async (db: Database, links: Links, keep: Recent, tell: (share: number) => void): Promise<Replayed> => {
  const found = await look(db)
  const fold = async (start: StartFolder) => {
    const folder = start(links, found.notable, keep)
    try {
      return await replayWith(db, found, folder, tell)
    } finally {
      folder.end()
    }
  }
  const { progress, unread } = await fold(foldInWorker).catch((error: unknown) => {
    if (error instanceof WorkerLost) return fold(foldHere)
    throw error
  })
  return { reading: { progress, unread: [...unread, ...unreadIn(found.rows)], place: found.place }, unreadSealed: unread }
}
