import { createGzip } from 'node:zlib'
import { expect, it } from 'vitest'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import type { BackupProblem } from '../../../src/storage/backup/readBackup.ts'
import { previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import { reviewed } from '../studyEvents.ts'
import { header, lines, unattended } from './files.ts'

const mib = 1_048_576

/** The same piece so many times, packed without ever being whole. */
const packedTimes = async (start: string, piece: Buffer, times: number): Promise<Blob> => {
  const gzip = createGzip({ level: 1 })
  const parts: Uint8Array<ArrayBuffer>[] = []
  gzip.on('data', (part: Buffer) => parts.push(new Uint8Array(part)))
  gzip.write(start)
  for (let time = 0; time < times; time += 1) if (!gzip.write(piece)) await new Promise((drained) => gzip.once('drain', drained))
  await new Promise<void>((ended) => gzip.once('end', ended).end())
  return new Blob(parts)
}

const start = lines(header, reviewed('a', 1))
const table: readonly (readonly [string, () => Promise<Blob>, BackupProblem])[] = [
  ['zeros without end', () => packedTimes('', Buffer.alloc(mib), 1200), { kind: 'foreign' }],
  ['zeros without end behind a header', () => packedTimes(start, Buffer.alloc(mib), 1200), { kind: 'longLine', line: 3 }],
  ['line ends without end', () => packedTimes(start, Buffer.alloc(mib, '\n'), 1200), { kind: 'tooMuch' }],
  ['rows without end', () => packedTimes(start, Buffer.from('{}\n'.repeat(300_000)), 1200), { kind: 'tooMuch' }],
  ['a string without end', () => packedTimes(`${start}{"id":"long","text":"`, Buffer.alloc(mib, 'x'), 70), { kind: 'longLine', line: 3 }],
]

/** By how many MiB the memory grew at most while this was done. */
const growthOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  await work()
  clearInterval(watch)
  return (peak - before) / mib
}

it.each(table)('a small file that unpacks to %s is refused in bounded memory', async (_title, make, problem) => {
  const file = await make()
  expect(file.size).toBeLessThan(12 * mib)
  const growth = await growthOf(async () => {
    expect(await previewBackup(createMemoryLog(), file, false, unattended)).toEqual({ ok: false, error: problem })
  })
  // Far below what the file unpacks to.
  expect(growth).toBeLessThan(700)
})
