import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import { previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import { writeHistoryTable } from '../../../src/storage/backup/historyTable.ts'
import { fact, item, linksFor, section } from '../../helpers/catalogue.ts'
import { must } from '../logContract.ts'
import { backupOf, restoreInto, rowLinesOf, unattended } from './files.ts'

const fixture = (name: string): Blob => new Blob([new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures', name)))])
const links = linksFor({
  capabilities: [
    { id: 'bounding-set' },
    { id: 'ambient-set' },
    { id: 'ambient-set.reverse', fact: 'capabilities/ambient-set' },
    { id: 'who-keeps', kind: 'choice' },
    { id: 'mask-bits', kind: 'fill' },
    { id: 'exec-order', kind: 'order' },
    { id: 'set-pairs', kind: 'match' },
  ],
})

// Saved by the first version of the format, and never edited: every later version reads it.
describe.each(['backup.v1.ndjson.gz', 'backup.v1.ndjson'])('%s', (name) => {
  it('shows what it holds: events of every kind, one of a later version, two damaged rows', async () => {
    const preview = must(await previewBackup(createMemoryLog(), fixture(name), false, unattended))
    expect(preview).toMatchObject({ known: 0, unknown: 1, damaged: 2, unusable: 0, problem: null })
    expect(preview.fresh.size).toBe(31)
    expect(preview.devices).toEqual(['b7c4c1de-6f6e-4d56-9d4c-2f0d1f6d3a11', '4c0b7a52-0f59-4b8e-8a3e-5a9f0f1f7b22'])
    expect(preview.span).toEqual({ from: Date.UTC(2026, 10, 20), to: Date.UTC(2026, 10, 23) })
  })

  it('comes to what it came to when it was saved', async () => {
    const log = createMemoryLog()
    await restoreInto(log, fixture(name))
    const { progress, unread } = must(await log.readProgress(links, () => undefined))
    expect(unread).toHaveLength(3)
    expect(progress.eventCount).toBe(28)
    expect(progress.plan).toMatchObject({ examDate: '2027-03-20', minutesPerDay: 25, reviewsPerDay: 80, weekdaysOff: [0] })
    expect(progress.fitted).toBeNull()
    expect([...progress.read.keys()]).toEqual([section('capabilities/sets')])
    expect(progress.items.get(item('capabilities/bounding-set'))?.note).toBe('=本番で確かめる\n2行目')
    expect(progress.items.get(item('capabilities/mask-bits'))?.suspended).toBe(true)
    expect(progress.items.get(item('capabilities/no-new-privs'))?.suspended).toBe(false)
    // Reset, undone, and brought back by an undo of that undo; then learnt once.
    expect([...progress.facts.keys()].toSorted()).toEqual(
      ['bounding-set', 'exec-order', 'mask-bits', 'set-pairs', 'who-keeps'].map((id) => fact(`capabilities/${id}`)),
    )
    expect([...progress.attempts.values()]).toHaveLength(1)
  })

  it('is written again with the same row lines', async () => {
    const log = createMemoryLog()
    await restoreInto(log, fixture(name))
    expect(await rowLinesOf((await backupOf(log)).file)).toBe(await rowLinesOf(fixture('backup.v1.ndjson.gz')))
  })

  it('becomes a table', async () => {
    const log = createMemoryLog()
    await restoreInto(log, fixture(name))
    expect(must(await writeHistoryTable({ log, unsaved: [], expected: 31 }, unattended))).toMatchObject({ rows: 29, leftOut: 2 })
  })
})
