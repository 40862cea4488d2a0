import type { StudyEvent } from '../../core/history/events.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { EventLog, StorageFailure } from '../eventLog.ts'
import { createPause } from './pause.ts'
import { comparePlaces, idOfRow, placeOfRow, type RowPlace } from './rowOrder.ts'

/** Takes in a whole log. Made anew for each try, since a try may have to be given up. */
export interface RowTaker {
  /** Every row once, before the first `take`, in whatever order it is stored. */
  readonly look?: (row: unknown) => void
  /** The next rows in the order of `(at, id)`. `rest`: nothing later comes before it; `null`: these were the last. */
  readonly take: (rows: readonly unknown[], rest: RowPlace | null) => void | Promise<void>
}

/** What long work is given: how to tell its share done, and when to stop. Stopped work rejects with the signal's reason. */
export interface Attended {
  readonly tell: (share: number) => void
  readonly signal: AbortSignal
}

export interface RowSource {
  readonly log: EventLog
  /** What is on screen and not in storage. */
  readonly unsaved: readonly StudyEvent[]
  /** About how many rows there are: for the share told. */
  readonly expected: number
}

interface Placed {
  readonly row: unknown
  readonly place: RowPlace
}

const blockSize = 256
const last: RowPlace = { at: Number.POSITIVE_INFINITY, id: '' }
const isTimeless = ({ at }: RowPlace): boolean => at === Number.NEGATIVE_INFINITY
const earlier = (a: RowPlace, b: RowPlace): RowPlace => (comparePlaces(b, a) < 0 ? b : a)

/**
 * All rows, stored or not yet, in the order of `(at, id)`, without holding them all:
 * a first reading notes the earliest row of each block, and so the second one knows
 * what may go and what must wait. What waits is as much as storage is out of order.
 * Resolves with the number of rows taken.
 */
export const readInOrder = async (source: RowSource, open: () => RowTaker, attended: Attended): Promise<Result<number, StorageFailure>> => {
  for (let tries = 3; tries > 0; tries -= 1) {
    const read = await oneTry(source, open(), attended)
    if (!read.ok) return read
    if (read.value !== null) return ok(read.value)
  }
  return fail({ reason: 'unknown', detail: 'The records were being rearranged while they were read.' })
}

/** `null`: storage put rows elsewhere between the readings. */
const oneTry = async (
  { log, unsaved, expected }: RowSource,
  { look, take }: RowTaker,
  { tell, signal }: Attended,
): Promise<Result<number | null, StorageFailure>> => {
  const pause = createPause()
  const extra = new Map(unsaved.map((event): [string, unknown] => [event.id, event]))
  /** Rows without a time, which are first wherever they are stored. */
  const timeless: Placed[] = []
  const earliest: RowPlace[] = []
  let total = 0
  const first = await readAll(log, signal, async (rows) => {
    for (const row of rows) {
      const place = placeOfRow(row)
      const block = Math.floor(total / blockSize)
      if (isTimeless(place)) timeless.push({ row, place })
      else earliest[block] = earlier(earliest[block] ?? last, place)
      extra.delete(idOfRow(row) ?? '')
      look?.(row)
      total += 1
    }
    tell(Math.min(0.5, total / Math.max(1, expected) / 2))
    await pause()
  })
  if (!first.ok) return first
  for (const row of extra.values()) look?.(row)
  const rest = earliestAfter(earliest, Math.ceil(total / blockSize))

  const held: Placed[] = [...timeless, ...[...extra.values()].map((row) => ({ row, place: placeOfRow(row) }))]
  let reached: RowPlace = { at: Number.NEGATIVE_INFINITY, id: '' }
  let taken = 0
  let hasMoved = false
  const giveUpTo = async (bound: RowPlace | null): Promise<void> => {
    held.sort((a, b) => comparePlaces(a.place, b.place))
    const found = bound === null ? -1 : held.findIndex(({ place }) => comparePlaces(place, bound) >= 0)
    const ready = held.splice(0, found < 0 ? held.length : found)
    const [next] = ready
    if (next !== undefined && comparePlaces(next.place, reached) < 0) hasMoved = true
    if (hasMoved || (next === undefined && bound !== null)) return
    reached = ready.at(-1)?.place ?? reached
    taken += ready.length
    await take(
      ready.map(({ row }) => row),
      bound,
    )
  }
  let seen = 0
  const second = await readAll(log, signal, async (rows) => {
    for (const row of rows) {
      const place = placeOfRow(row)
      seen += 1
      // What was saved since the first reading is held already.
      if (!isTimeless(place) && !extra.has(idOfRow(row) ?? '')) held.push({ row, place })
      if (seen % blockSize === 0) await giveUpTo(rest[seen / blockSize - 1] ?? last)
    }
    tell(0.5 + Math.min(0.5, seen / Math.max(1, total) / 2))
    await pause()
  })
  if (!second.ok) return second
  await giveUpTo(null)
  return ok(hasMoved ? null : taken)
}

/** Of each block, the earliest row of those that follow it. */
const earliestAfter = (earliest: readonly RowPlace[], blocks: number): readonly RowPlace[] => {
  const rest: RowPlace[] = []
  let sofar = last
  for (let block = blocks - 1; block >= 0; block -= 1) {
    rest[block] = sofar
    sofar = earlier(sofar, earliest[block] ?? last)
  }
  return rest
}

/** Reads all rows; what `take` throws, and the signal's reason, come out of here whatever the log makes of them. */
export const readAll = async (
  log: EventLog,
  signal: AbortSignal,
  take: (rows: readonly unknown[]) => Promise<void>,
): Promise<Result<void, StorageFailure>> => {
  let stopped: { readonly error: unknown } | undefined
  const read = await log
    .readRows(async (rows) => {
      if (stopped !== undefined) return
      try {
        signal.throwIfAborted()
        await take(rows)
      } catch (error) {
        stopped = { error }
        throw new Error('The reader has stopped.', { cause: error })
      }
    })
    .catch((error: unknown) => {
      throw stopped === undefined ? error : stopped.error
    })
  if (stopped !== undefined) throw stopped.error
  return read
}
