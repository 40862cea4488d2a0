import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { EventLog } from '../../../src/storage/eventLog.ts'
import { backupFormat } from '../../../src/storage/backup/backupFormat.ts'
import { mergeBackup, previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import type { Attended } from '../../../src/storage/backup/readInOrder.ts'
import { writeBackup } from '../../../src/storage/backup/writeBackup.ts'
import { must } from '../logContract.ts'

export const unattended: Attended = { tell: () => undefined, signal: new AbortController().signal }

export const packed = (text: string | Uint8Array<ArrayBuffer>): Blob => new Blob([new Uint8Array(gzipSync(text))])
export const unpacked = async (file: Blob): Promise<string> => gunzipSync(Buffer.from(await file.arrayBuffer())).toString()

export const header = { format: backupFormat, version: 1, createdAt: '2026-11-24T05:02:11.000Z', device: 'laptop' }
export const lines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
/** The last line of a backup of these row lines, worked out by Node. */
export const trailerOf = (rowLines: string) => ({
  rows: rowLines.split('\n').length - 1,
  sha256: createHash('sha256').update(rowLines).digest('hex'),
  leftOut: 0,
})
/** A backup as it should be. */
export const textOf = (...rows: readonly unknown[]): string => lines(header) + lines(...rows) + lines(trailerOf(lines(...rows)))

export const backupOf = async (log: EventLog) =>
  must(await writeBackup({ log, unsaved: [], expected: 0 }, { at: Date.UTC(2026, 10, 24), device: 'laptop' }, unattended))
/** The lines between the first and the last. */
export const rowLinesOf = async (file: Blob): Promise<string> =>
  (await unpacked(file))
    .split('\n')
    .slice(1, -2)
    .map((line) => `${line}\n`)
    .join('')

/** Merges a file into a log, as the store does; the ids that were new. */
export const restoreInto = async (log: EventLog, file: Blob): Promise<readonly string[]> => {
  const preview = must(await previewBackup(log, file, false, unattended))
  const { added, failure } = await mergeBackup(log, file, preview, () => undefined)
  if (failure !== null) throw new Error(JSON.stringify(failure))
  return added
}
