import * as v from 'valibot'
import type { StudyEvent } from '../core/history/events.ts'
import type { Cut } from '../core/history/progress.ts'
import { isNotable } from '../core/history/replay.ts'
import { eventId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type Columns, columnsOf, type JsonRow, rowsFrom } from './columns.ts'
import type { LogContents, Place, UnreadRow } from './eventLog.ts'
import { gunzip, gzip } from './gzip.ts'
import { eventsVersion } from './eventsVersion.ts'
import { parseEvent } from './parseEvent.ts'
import { readRows } from './readRows.ts'
import { rowKey } from './rows.ts'

/** Raised with every other way of packing rows; a segment says how it was packed. */
const format = 1
/** So many rows to a segment: few enough to be read for the sake of one, many enough to be packed well. */
export const rowsOfSegment = 512

/** Rows that were sealed: readable, in the order of `(at, id)`. */
export interface Segment {
  readonly format: number
  /** `[at, id]` of the first and of the last row. Segments may overlap. */
  readonly first: readonly [number, string]
  readonly last: readonly [number, string]
  readonly count: number
  /** The highest place that a row of it has had. */
  readonly place: Place
  /** The `eventsVersion` by which every row was found to be an event. */
  readonly eventsVersion: number
  /** Gzip of the JSON of its rows by column. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A row that can be sealed, and the event that it is. */
export interface Sealable {
  readonly row: JsonRow
  readonly event: StudyEvent
}

/** A place in the order of `(at, id)` as the indexes of the segments have it. */
export const keyOf = ({ at, id }: Cut): [number, string] => [at, id]
export const cutOf = ([at, id]: readonly [number, string]): Cut => ({ at, id: eventId(id) })

/**
 * Packs rows in the order of `(at, id)`, at least one. Gives nothing if they would
 * not come back letter for letter: rows as JSON says them, whose fields columns hold.
 */
export const seal = async (rows: readonly Sealable[], place: Place): Promise<Segment | undefined> => {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return undefined
  const columns = columnsOf(rows.map(({ row }) => row))
  const again = rowsFrom(columns)
  if (!rows.every(({ row }, at) => JSON.stringify(row) === JSON.stringify(again[at]))) return undefined
  return {
    format,
    first: keyOf(first.event),
    last: keyOf(last.event),
    count: rows.length,
    place,
    eventsVersion,
    bytes: await gzip(new TextEncoder().encode(JSON.stringify(columns))),
  }
}

/** The rows among these that a replay has to know before it begins. */
export const notableRows = (rows: readonly Sealable[]): readonly JsonRow[] =>
  rows.filter(({ event }) => isNotable(event)).map(({ row }) => row)

const end = v.tuple([v.number(), v.string()])
const head = v.object({
  format: v.literal(format),
  first: end,
  last: end,
  count: v.number(),
  place: v.number(),
  eventsVersion: v.number(),
  bytes: v.custom<Uint8Array<ArrayBuffer>>((bytes) => bytes instanceof Uint8Array),
})
const otherFormat = v.object({ format: v.pipe(v.number(), v.minValue(format + 1)) })

/** A segment as it lies in storage, or why it cannot be read. */
export const parseSegment = (value: unknown): Result<Segment, UnreadRow['why']> => {
  const parsed = v.safeParse(head, value)
  if (parsed.success) return ok(parsed.output)
  return fail(v.is(otherFormat, value) ? 'unknown' : 'damaged')
}

// The checksum of gzip says that the text is the one that `seal` wrote; what it wrote are columns.
const isColumns = (value: unknown): value is Columns => typeof value === 'object' && value !== null && 'shapes' in value

/** The rows in the unpacked text of a segment, as they were stored. Throws where it is not such a text. */
export const rowsOfText = (text: Uint8Array): readonly JsonRow[] => {
  const columns: unknown = JSON.parse(new TextDecoder().decode(text))
  if (!isColumns(columns)) throw new TypeError('not the text of a segment')
  return rowsFrom(columns)
}

/** The text of a segment; rejects what is damaged. */
export const textOf = ({ bytes }: Segment): Promise<Uint8Array<ArrayBuffer>> => gunzip(bytes)

// Every row was parsed when it was sealed, and the checksum says that it is that row. Undos are few and may be written as they were at first.
const isSealedEvent = (row: JsonRow | StudyEvent): row is StudyEvent => row.kind !== 'retracted'

/** Sealed rows, in their order, as events; read anew if another version of the app has sealed them. */
export const eventsOfRows = (rows: readonly JsonRow[], version: number): Omit<LogContents, 'place'> => {
  if (version !== eventsVersion) return readRows(rows)
  const events: StudyEvent[] = []
  const unread: UnreadRow[] = []
  for (const [at, row] of rows.entries()) {
    if (isSealedEvent(row)) {
      events.push(row)
      continue
    }
    const parsed = parseEvent(row)
    if (parsed.ok) events.push(parsed.value)
    else unread.push({ key: rowKey(row, at), why: parsed.error })
  }
  return { events, unread }
}

/** The rows of a segment as they were stored, or why it cannot be read. */
export const unseal = async (value: unknown): Promise<Result<readonly JsonRow[], UnreadRow['why']>> => {
  const segment = parseSegment(value)
  if (!segment.ok) return segment
  try {
    return ok(rowsOfText(await textOf(segment.value)))
  } catch {
    return fail('damaged')
  }
}

/** The events of a segment, with the place that it is stored under. */
export const eventsOfSegment = async (value: unknown): Promise<Result<LogContents, UnreadRow['why']>> => {
  const segment = parseSegment(value)
  if (!segment.ok) return segment
  const rows = await unseal(value)
  return rows.ok ? ok({ ...eventsOfRows(rows.value, segment.value.eventsVersion), place: segment.value.place }) : rows
}

/** A segment that cannot be opened as a row of a kind that nobody knows: a backup keeps it, and a later version may know better. */
export const segmentAsRow = ({ bytes, ...segment }: Segment): object => ({
  id: `segment ${segment.first.join(' ')}`,
  at: segment.first[0],
  kind: 'segment',
  ...segment,
  bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
})

/** How a segment that cannot be read is told; where it lies, since what it holds is not known. */
export const unreadSegment = (key: number, why: UnreadRow['why']): UnreadRow => ({ key: `segment ${key}`, why })
