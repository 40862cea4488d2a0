import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { readInOrder } from '../../../src/storage/backup/readInOrder.ts'
import { comparePlaces, placeOfRow, type RowPlace } from '../../../src/storage/backup/rowOrder.ts'
import type { EventLog } from '../../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import { must } from '../logContract.ts'
import { reviewed } from '../studyEvents.ts'
import { unattended } from './files.ts'

/** A log that reads out its rows in batches, a list of batches for each reading; the last list goes for all that follow. */
const logReading = (...readings: readonly (readonly (readonly unknown[])[])[]): EventLog => {
  let reading = 0
  return {
    ...createMemoryLog(),
    readRows: async (take) => {
      for (const batch of readings[Math.min(reading, readings.length - 1)] ?? []) await take(batch)
      reading += 1
      return ok(undefined)
    },
  }
}
const batchesOf = <Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, place) => values.slice(place * size, (place + 1) * size))

const takeAll = async (log: EventLog, unsaved = [] as ReturnType<typeof reviewed>[]) => {
  let looked: unknown[] = []
  let taken: { readonly rows: readonly unknown[]; readonly rest: RowPlace | null }[] = []
  const open = () => {
    looked = []
    taken = []
    return {
      look: (row: unknown) => void looked.push(row),
      take: (rows: readonly unknown[], rest: RowPlace | null) => void taken.push({ rows, rest }),
    }
  }
  const read = await readInOrder({ log, unsaved, expected: 0 }, open, unattended)
  return { read, looked, taken, rows: taken.flatMap(({ rows }) => rows) }
}

const manyRows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(3)), { maxLength: 1200, minLength: 0 })
  .map((drawn) => drawn.map(([at, odd], place) => (odd === 0 ? { id: `r${place}`, text: 'without a time' } : reviewed(`r${place}`, at))))
const byPlace = (a: unknown, b: unknown): number => comparePlaces(placeOfRow(a), placeOfRow(b))

describe('readInOrder', () => {
  it('gives every row once, by time and id, however they are stored and cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(manyRows, fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }), async (rows, size, other) => {
        const { read, rows: taken, looked } = await takeAll(logReading(batchesOf(rows, size), batchesOf(rows, other)))
        expect(must(read)).toBe(rows.length)
        expect(taken).toEqual(rows.toSorted(byPlace))
        expect(looked).toHaveLength(rows.length)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps its word about what is still to come', async () => {
    await fc.assert(
      fc.asyncProperty(manyRows, async (rows) => {
        const { taken } = await takeAll(logReading(batchesOf(rows, 100)))
        expect(taken.filter(({ rest }) => rest === null)).toHaveLength(1)
        for (const [place, { rest }] of taken.entries()) {
          const after = taken.slice(place + 1).flatMap((later) => later.rows)
          if (rest !== null) for (const row of after) expect(comparePlaces(placeOfRow(row), rest)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('holds no more than what storage has out of order', async () => {
    const rows = Array.from({ length: 5120 }, (_, place) => reviewed(`r${String(place).padStart(5, '0')}`, place + 1))
    const { taken } = await takeAll(logReading(batchesOf(rows, 512)))
    expect(Math.max(...taken.map((batch) => batch.rows.length))).toBe(256)
  })

  it('lets one row without a time hold up nothing', async () => {
    const rows = Array.from({ length: 2560 }, (_, place) => reviewed(`r${String(place).padStart(5, '0')}`, place + 1))
    const { taken, rows: all } = await takeAll(logReading(batchesOf([...rows, { id: 'torn' }], 512)))
    expect(all[0]).toEqual({ id: 'torn' })
    expect(Math.max(...taken.map((batch) => batch.rows.length))).toBe(257)
  })

  it('begins anew when rows were put elsewhere between the readings', async () => {
    const rows = Array.from({ length: 1024 }, (_, place) => reviewed(`r${String(place).padStart(5, '0')}`, place + 1))
    const turned = batchesOf([...rows.slice(512), ...rows.slice(0, 512)], 256)
    const { read, rows: taken } = await takeAll(logReading(batchesOf(rows, 256), turned, turned))
    expect(must(read)).toBe(1024)
    expect(taken).toEqual(rows)
  })

  it('gives up in words when they never come to rest', async () => {
    const rows = Array.from({ length: 1024 }, (_, place) => reviewed(`r${String(place).padStart(5, '0')}`, place + 1))
    const [there, elsewhere] = [batchesOf(rows, 256), batchesOf([...rows.slice(512), ...rows.slice(0, 512)], 256)]
    const { read } = await takeAll(logReading(there, elsewhere, there, elsewhere, there, elsewhere))
    expect(read).toMatchObject({ ok: false, error: { reason: 'unknown' } })
  })

  it('gives what is not saved its place, once, even if it is saved meanwhile', async () => {
    const stored = [reviewed('a', 1), reviewed('c', 3)]
    const b = reviewed('b', 2)
    for (const second of [stored, [...stored, b]]) {
      const { rows, looked } = await takeAll(logReading([stored], [second]), [b, reviewed('c', 3)])
      expect(looked).toHaveLength(3)
      expect(rows).toEqual([reviewed('a', 1), b, reviewed('c', 3)])
    }
  })

  it('fails as the log does', async () => {
    const log = createMemoryLog()
    log.close()
    expect((await takeAll(log)).read).toMatchObject({ ok: false, error: { reason: 'closed' } })
  })
})
