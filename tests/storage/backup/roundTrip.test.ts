import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import { previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import { writeBackup } from '../../../src/storage/backup/writeBackup.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import { must, strangeRows } from '../logContract.ts'
import { anyLog, inOrder, reviewed } from '../studyEvents.ts'
import { backupOf, lines, restoreInto, rowLinesOf, trailerOf, unattended, unpacked } from './files.ts'

const progressOf = async (log: ReturnType<typeof createMemoryLog>) => must(await log.readProgress(links, () => undefined)).progress

describe('a backup', () => {
  it('holds each row as JSON writes it, in the order of time and id, between a header and the sum of the lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (events) => {
        const { file, trailer } = await backupOf(createMemoryLog(events))
        const expected = lines(...inOrder(events))
        expect(await rowLinesOf(file)).toBe(expected)
        expect(trailer).toEqual(trailerOf(expected))
        const text = (await unpacked(file)).split('\n')
        expect(JSON.parse(text[0] ?? '')).toEqual({
          format: 'hakoniwa backup',
          version: 1,
          createdAt: '2026-11-24T00:00:00.000Z',
          device: 'laptop',
        })
        expect(JSON.parse(text.at(-2) ?? '')).toEqual(trailer)
        expect(text.at(-1)).toBe('')
      }),
      { numRuns: 50 },
    )
  })

  it('has the same row lines for the same rows, in whatever order they were stored', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyLog.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        async ([events, shuffled]) => {
          const [a, b] = [await backupOf(createMemoryLog(events)), await backupOf(createMemoryLog(shuffled))]
          expect(await rowLinesOf(a.file)).toBe(await rowLinesOf(b.file))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('restored into an empty log gives the same rows, the same backup and the same state', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (events) => {
        const log = createMemoryLog(events)
        const before = await progressOf(log)
        const { file } = await backupOf(log)
        must(await log.erase())
        expect((await progressOf(log)).eventCount).toBe(0)
        await restoreInto(log, file)
        expect(await progressOf(log)).toEqual(before)
        expect(await rowLinesOf((await backupOf(log)).file)).toBe(await rowLinesOf(file))
      }),
      { numRuns: 100 },
    )
  })

  it('merged twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(logs, logs, async (here, there) => {
        const { file } = await backupOf(createMemoryLog(there))
        const log = createMemoryLog(here)
        await restoreInto(log, file)
        const once = await rowLinesOf((await backupOf(log)).file)
        expect(await restoreInto(log, file)).toEqual([])
        expect(await rowLinesOf((await backupOf(log)).file)).toBe(once)
      }),
      { numRuns: 50 },
    )
  })

  it('merged gives the union: the same whichever of two logs takes in the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, anyLog, async (a, b) => {
        const [left, right] = [createMemoryLog(a), createMemoryLog(b)]
        const [ofLeft, ofRight] = [await backupOf(left), await backupOf(right)]
        await restoreInto(left, ofRight.file)
        await restoreInto(right, ofLeft.file)
        expect(await rowLinesOf((await backupOf(left)).file)).toBe(await rowLinesOf((await backupOf(right)).file))
      }),
      { numRuns: 50 },
    )
  })

  it('keeps what this version cannot read, and restores it as it was', async () => {
    const rows = [
      { id: 'future', at: 5, kind: 'dreamt', of: null, offsetMin: 0, device: 'other' },
      { id: 'torn', at: 7, kind: 'reviewed' },
      { id: 'untimed', todo: ['milk'], 'it’s': 'odd' },
      reviewed('good'),
    ]
    const { file } = await backupOf(createMemoryLog(rows))
    const log = createMemoryLog()
    const preview = must(await previewBackup(log, file, false, unattended))
    expect(preview).toMatchObject({ known: 0, unknown: 1, damaged: 2, unusable: 0 })
    await restoreInto(log, file)
    const stored: unknown[] = []
    must(await log.readRows((batch) => void stored.push(...batch)))
    expect(new Set(stored)).toEqual(new Set(rows))
  })

  it('leaves out what JSON would change, and says how many rows that were', async () => {
    const { file, trailer } = await backupOf(createMemoryLog([...strangeRows.map(({ row }) => row), reviewed('good')]))
    // A date, a bigint and a set, two NaN, bytes.
    expect(trailer).toMatchObject({ rows: 3, leftOut: 5 })
    expect((await rowLinesOf(file)).match(/"id":"[^"]*"/g)).toEqual(['"id":"foreign-note"', '"id":"missing"', '"id":"good"'])
  })

  it('includes what is not saved yet, once', async () => {
    const log = createMemoryLog([reviewed('a', 1), reviewed('c', 3)])
    const unsaved = [reviewed('b', 2), reviewed('c', 3), reviewed('d', 4)]
    const { file } = must(await writeBackup({ log, unsaved, expected: 2 }, { at: 0, device: 'pen' }, unattended))
    expect(await rowLinesOf(file)).toBe(lines(reviewed('a', 1), ...unsaved))
  })

  it('of an empty log is a file that restores nothing', async () => {
    const { file } = await backupOf(createMemoryLog())
    expect(await restoreInto(createMemoryLog([reviewed('a')]), file)).toEqual([])
  })

  it('is stopped by its signal', async () => {
    const stop = new AbortController()
    stop.abort()
    const work = writeBackup(
      { log: createMemoryLog([reviewed('a')]), unsaved: [], expected: 1 },
      { at: 0, device: 'pen' },
      { ...unattended, signal: stop.signal },
    )
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  })
})

it('an import taken back leaves what was there before', async () => {
  await fc.assert(
    fc.asyncProperty(logs, logs, async (here, there) => {
      const others = there.map((event) => ({ ...event, id: `o-${event.id}` }))
      const log = createMemoryLog(here)
      const before = foldProgress(here, links)
      const { file } = await backupOf(createMemoryLog(others))
      const added = await restoreInto(log, file)
      const at = Math.max(0, ...here.map((event) => event.at), ...there.map((event) => event.at)) + 1
      const stamp = { at, offsetMin: 0, device: 'pen' }
      must(await log.appendRows([{ id: 'z1', ...stamp, kind: 'imported', events: added }]))
      must(await log.appendRows([{ id: 'z2', ...stamp, kind: 'retracted', events: ['z1', ...added] }]))
      const after = await progressOf(log)
      const sum = ({ facts, items, read, attempts, days, buried, plan, fitted }: typeof after) => ({
        facts,
        items,
        read,
        attempts,
        days,
        buried,
        plan,
        fitted,
      })
      expect(sum(after)).toEqual(sum(before))
    }),
    { numRuns: 100 },
  )
})
