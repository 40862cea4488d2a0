import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonRow } from '../../src/storage/columns.ts'
import { parseEvent } from '../../src/storage/parseEvent.ts'
import { eventsOfSegment, notableRows, type Sealable, seal, type Segment, segmentAsRow, unseal } from '../../src/storage/segment.ts'
import { longHistory } from './histories.ts'
import { anyEvent, inOrder, reviewed } from './studyEvents.ts'

const sealable = (rows: readonly unknown[]): Sealable[] =>
  rows.flatMap((row) => {
    const event = parseEvent(row)
    return event.ok && isJsonRow(row) ? [{ row, event: event.value }] : []
  })
const sealed = async (rows: readonly unknown[]): Promise<Segment> => {
  const segment = await seal(sealable(rows), 7)
  if (segment === undefined) throw new Error('not sealed')
  return segment
}
/** What structured clone leaves of it in the database. */
const stored = (segment: Segment): Segment => structuredClone(segment)

describe('a segment', () => {
  it('gives back its rows letter for letter, and the events that they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 30 }), async (events) => {
        const rows = inOrder(events).map((event) => structuredClone({ ...event, mood: { tired: true } }))
        const segment = stored(await sealed(rows))
        const again = await unseal(segment)
        expect(again.ok && again.value.map((row) => JSON.stringify(row))).toEqual(rows.map((row) => JSON.stringify(row)))
        expect(await eventsOfSegment(segment)).toEqual({ ok: true, value: { events: rows, unread: [], place: 7 } })
        expect(segment).toMatchObject({ count: rows.length, first: [rows[0]?.at, rows[0]?.id], last: [rows.at(-1)?.at, rows.at(-1)?.id] })
      }),
    )
  })

  it('keeps an undo of the first version as it was, and reads it as it is meant', async () => {
    const { id, at, offsetMin, device } = reviewed('undo')
    const undo = { id, at, offsetMin, device, kind: 'retracted', event: 'e0' }
    const segment = await sealed([undo])
    expect(await unseal(segment)).toEqual({ ok: true, value: [undo] })
    expect(await eventsOfSegment(segment)).toMatchObject({ ok: true, value: { events: [{ ...undo, events: ['e0'] }] } })
  })

  it('is not made of rows that would not come back', async () => {
    const [row] = sealable([{ ...reviewed('a'), ['__proto__']: 5 }])
    const own = JSON.parse('{"__proto__":5}')
    expect(
      row &&
        (await seal(
          [
            { ...row, row: { ...row.row, ...own } },
            { ...row, row: Object.assign(JSON.parse('{"__proto__":5}'), row.row) },
          ],
          1,
        )),
    ).toBeUndefined()
    expect(await seal([], 1)).toBeUndefined()
  })

  it('that was changed in one byte is damaged, or the change says nothing', async () => {
    const segment = await sealed(longHistory(40))
    let damaged = 0
    for (let at = 0; at < segment.bytes.length; at += 1) {
      const bytes = segment.bytes.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      const opened = await unseal({ ...segment, bytes })
      // The head of gzip holds a time that nobody reads, and bits between its parts fill up a byte.
      if (opened.ok) expect(opened).toEqual(await unseal(segment))
      else damaged += 1
    }
    expect(damaged).toBeGreaterThan(segment.bytes.length - 20)
  })

  it.each<[string, 'damaged' | 'unknown', (segment: Segment) => unknown]>([
    ['cut short', 'damaged', (segment) => ({ ...segment, bytes: segment.bytes.slice(0, -20) })],
    ['followed by more', 'damaged', (segment) => ({ ...segment, bytes: new Uint8Array([...segment.bytes, 1, 2, 3]) })],
    ['empty', 'damaged', (segment) => ({ ...segment, bytes: new Uint8Array() })],
    ['without bytes', 'damaged', ({ bytes: _bytes, ...segment }) => segment],
    ['without an end', 'damaged', ({ last: _last, ...segment }) => segment],
    ['rubbish', 'damaged', () => 'rubbish'],
    ['nothing', 'damaged', () => undefined],
    ['packed as a later version does', 'unknown', (segment) => ({ ...segment, format: 2 })],
  ])('that is %s is told as %s', async (_, why, change) => {
    const changed = change(await sealed(longHistory(40)))
    expect(await unseal(changed)).toEqual({ ok: false, error: why })
    expect(await eventsOfSegment(changed)).toEqual({ ok: false, error: why })
  })

  it('sealed by a version that read rows otherwise is read row by row, and counts what is no event now', async () => {
    const segment = await sealed([reviewed('a', 1), reviewed('b', 2)])
    expect(await eventsOfSegment({ ...segment, eventsVersion: 0 })).toEqual({
      ok: true,
      value: { events: [reviewed('a', 1), reviewed('b', 2)], unread: [], place: 7 },
    })
    const strict = await seal(
      sealable([reviewed('a', 1), reviewed('b', 2)]).map((each, n) => (n === 0 ? { ...each, row: { ...each.row, grade: 9 } } : each)),
      7,
    )
    expect(strict && (await eventsOfSegment({ ...strict, eventsVersion: 0 }))).toEqual({
      ok: true,
      value: { events: [reviewed('b', 2)], unread: [{ key: 'a', why: 'damaged' }], place: 7 },
    })
  })

  it('as a row keeps every byte', async () => {
    const segment = await sealed(longHistory(40))
    const row: unknown = JSON.parse(JSON.stringify(segmentAsRow(segment)))
    expect(row).toMatchObject({ kind: 'segment', id: expect.stringContaining(segment.first[1]), count: 40 })
    expect(parseEvent(row)).toEqual({ ok: false, error: 'unknown' })
    const text = typeof row === 'object' && row !== null && 'bytes' in row ? String(row.bytes) : ''
    expect(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))).toEqual(segment.bytes)
  })

  it('has its undos and its parameters noted', () => {
    const history = longHistory(100)
    expect(notableRows(sealable(history))).toEqual(history.filter(({ kind }) => kind === 'retracted' || kind === 'fitted'))
  })
})
