import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import { previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import { type BackupProblem, isSalvable, readBackup } from '../../../src/storage/backup/readBackup.ts'
import { must } from '../logContract.ts'
import { anyLog, reviewed } from '../studyEvents.ts'
import { backupOf, header, lines, packed, restoreInto, textOf, trailerOf, unattended, unpacked } from './files.ts'

const rows = [reviewed('a', 1), reviewed('b', 2), reviewed('c', 3)]
const good = textOf(...rows)
const gzipped = new Uint8Array(gzipSync(good))
const changed = (place: number): Uint8Array<ArrayBuffer> => gzipped.map((byte, at) => (at === place ? byte ^ 0xff : byte))
const deep = (open: string, close: string, depth: number): string =>
  `{"id":"deep","at":5,"kind":"dreamt","of":${open.repeat(depth)}1${close.repeat(depth)}}`
const withLine = (line: string): string => {
  const body = `${lines(rows[0])}${line}\n${lines(rows[1])}`
  return lines(header) + body + lines(trailerOf(body))
}
const mib = 1_048_576
const unreadable = Object.defineProperty(new Blob(['gone']), 'slice', {
  value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')) }),
})

const table: readonly (readonly [title: string, file: Blob, problem: BackupProblem])[] = [
  ['an empty file', new Blob([]), { kind: 'empty' }],
  ['gzip of nothing', packed(''), { kind: 'empty' }],
  ['a backup cut off in its packing', new Blob([gzipped.slice(0, -20)]), { kind: 'broken' }],
  ['a backup of which only the first bytes came', new Blob([gzipped.slice(0, 40)]), { kind: 'broken' }],
  ['a backup of which the packing was damaged', new Blob([changed(Math.floor(gzipped.length / 2))]), { kind: 'broken' }],
  ['a backup of which the packing’s own sum is wrong', new Blob([changed(gzipped.length - 6)]), { kind: 'broken' }],
  ['a backup with something behind its end', new Blob([gzipped, 'more']), { kind: 'broken' }],
  ['an unpacked backup without its last line', new Blob([lines(header, ...rows)]), { kind: 'cutOff' }],
  ['an unpacked backup cut off in a line', new Blob([good.slice(0, good.length - 150)]), { kind: 'cutOff' }],
  ['nothing but a header', new Blob([lines(header)]), { kind: 'cutOff' }],
  ['an edited row', packed(good.replace('"grade":3', '"grade":4')), { kind: 'edited' }],
  ['a row taken out', packed(lines(header, rows[0], rows[2], trailerOf(lines(...rows)))), { kind: 'edited' }],
  ['a row put in', packed(lines(header, ...rows, reviewed('d', 4), trailerOf(lines(...rows)))), { kind: 'edited' }],
  ['rows in another order', packed(lines(header, rows[1], rows[0], rows[2], trailerOf(lines(...rows)))), { kind: 'edited' }],
  ['a sum for another number of rows', packed(lines(header, ...rows, { ...trailerOf(lines(...rows)), rows: 4 })), { kind: 'edited' }],
  ['line ends of another system', packed(good.replaceAll('\n', '\r\n')), { kind: 'edited' }],
  ['a header without a version', packed(lines({ format: header.format })), { kind: 'edited' }],
  ['a header with a version that is none', packed(lines({ ...header, version: -1 })), { kind: 'edited' }],
  ['a newer version of the format', packed(lines({ ...header, version: 2 }, { anything: true })), { kind: 'newer', version: 2 }],
  ['a ZIP archive', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]), { kind: 'zip' }],
  ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])]), { kind: 'foreign' }],
  ['a text', new Blob(['Dear diary,\ntoday I learnt of namespaces.\n']), { kind: 'foreign' }],
  ['a web page', new Blob(['<!doctype html>\n<title>404</title>\n']), { kind: 'foreign' }],
  ['a list of another program', new Blob([JSON.stringify([{ id: 1, front: 'a' }])]), { kind: 'foreign' }],
  ['an object of another program', new Blob([JSON.stringify({ format: 'anki', notes: [] }, null, 2)]), { kind: 'foreign' }],
  ['an object in one line', new Blob([lines({ version: 1, cards: [{ id: 'x' }] })]), { kind: 'foreign' }],
  ['lines of another program', new Blob([lines({ id: 'a', todo: 'milk' }, { id: 'b', todo: 'tea' })]), { kind: 'foreign' }],
  ['a gzipped text', packed('hello\n'), { kind: 'foreign' }],
  ['gzip in gzip', packed(gzipped), { kind: 'foreign' }],
  ['numbers', new Blob(['1\n2\n']), { kind: 'foreign' }],
  ['blank lines', new Blob(['\n\n\n']), { kind: 'foreign' }],
  ['a file of 500 MB', new Blob(Array.from({ length: 500 }, () => new Blob([new Uint8Array(mib)]))), { kind: 'tooLarge' }],
  ['a file that has gone', unreadable, { kind: 'unreadable' }],
  ['nested arrays', packed(withLine(deep('[', ']', 40))), { kind: 'strange', line: 3 }],
  ['arrays nested a hundred thousand deep', packed(withLine(deep('[', ']', 100_000))), { kind: 'strange', line: 3 }],
  ['objects nested a hundred thousand deep', packed(withLine(deep('{"a":', '}', 100_000))), { kind: 'strange', line: 3 }],
  [
    'a key that would become a prototype',
    packed(withLine('{"id":"p","at":5,"kind":"dreamt","__proto__":{"live":true}}')),
    { kind: 'strange', line: 3 },
  ],
  ['such a key deep down', packed(withLine('{"id":"p","at":5,"kind":"dreamt","of":[{"__proto__":1}]}')), { kind: 'strange', line: 3 }],
  ['such a key in rows alone', new Blob([`${lines(rows[0])}{"id":"p","__proto__":null}\n`]), { kind: 'strange', line: 2 }],
]

describe('a file that is no sound backup', () => {
  it.each(table)('is refused: %s', async (_title, file, problem) => {
    const log = createMemoryLog([reviewed('mine', 9)])
    expect(await previewBackup(log, file, false, unattended)).toEqual({ ok: false, error: problem })
    // Salvage is for what is damaged; it does not take in what was never a backup.
    if (!isSalvable(problem)) expect(await previewBackup(log, file, true, unattended)).toEqual({ ok: false, error: problem })
  })

  it('never harms, whatever bytes it has', async () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => new Blob([new Uint8Array(bytes)])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => packed(new Uint8Array(bytes))),
      fc.array(fc.json(), { maxLength: 5 }).map((values) => new Blob([values.map((value) => `${value}\n`).join('')])),
      fc.array(fc.json(), { maxLength: 5 }).map((values) => packed(lines(header) + values.map((value) => `${value}\n`).join(''))),
    )
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async (blob, salvage) => {
        const preview = await previewBackup(createMemoryLog(), blob, salvage, unattended)
        expect(preview.ok || 'kind' in preview.error).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing, and is told as cut off, broken or edited, wherever a backup is cut or a byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 255 }), async (events, at, isCut, flip) => {
        fc.pre(events.length > 0)
        const text = Buffer.from(await unpacked((await backupOf(createMemoryLog(events))).file))
        // Behind the header, whose date and device nobody sums.
        const headerEnd = text.indexOf('\n') + 1
        const sumAt = text.lastIndexOf('"leftOut"')
        const place = headerEnd + (at % (sumAt - headerEnd))
        const bytes = new Uint8Array(text)
        bytes.set([(bytes[place] ?? 0) ^ flip], place)
        const file = packed(isCut ? new Uint8Array(text.subarray(0, place)) : bytes)
        const preview = await previewBackup(createMemoryLog(), file, false, unattended)
        expect(preview.ok).toBe(false)
        if (!preview.ok && 'kind' in preview.error) expect(['cutOff', 'edited', 'strange']).toContain(preview.error.kind)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what can be read of a damaged backup', () => {
  it.each([
    ['cut off in its packing', new Blob([gzipped.slice(0, -20)]), 'broken', ['a', 'b', 'c'], 1],
    ['cut off in a line', new Blob([lines(header, ...rows).slice(0, -30)]), 'cutOff', ['a', 'b'], 1],
    ['without its last line', new Blob([lines(header, ...rows)]), 'cutOff', ['a', 'b', 'c'], 0],
    ['edited', packed(good.replace('"grade":3', '"grade":4')), 'edited', ['a', 'b', 'c'], 0],
    ['saved by a text editor', packed(`${good.replaceAll('\n', '\r\n')}\r\n`), 'edited', ['a', 'b', 'c'], 0],
    ['with a line spoiled', packed(good.replace('{"id":"b"', '{"id:"b"')), 'edited', ['a', 'c'], 1],
  ] as const)('%s, may be taken in if the learner says so', async (_title, file, kind, ids, unusable) => {
    const log = createMemoryLog()
    const preview = must(await previewBackup(log, file, true, unattended))
    expect(preview).toMatchObject({ problem: { kind }, unusable })
    expect([...preview.fresh]).toEqual(ids)
  })

  it('never replaces a record that is here', async () => {
    const log = createMemoryLog([reviewed('a', 1)])
    const preview = must(await previewBackup(log, packed(good.replace('"grade":3', '"grade":4')), true, unattended))
    expect(preview).toMatchObject({ known: 1 })
    expect([...preview.fresh]).toEqual(['b', 'c'])
  })
})

describe('a file of rows alone, as the page hands it out when storage fails', () => {
  it('is taken in like a backup, undos of the first version included', async () => {
    const undo = { id: 'undo', at: 5, offsetMin: 0, device: 'pen', kind: 'retracted', event: 'a' }
    const log = createMemoryLog()
    expect(await restoreInto(log, new Blob([lines(...rows, undo)]))).toEqual(['a', 'b', 'c', 'undo'])
    expect(must(await log.readSince(0)).events.at(-1)).toMatchObject({ kind: 'retracted', events: ['a'] })
  })

  it('may be gzipped, may have other line ends and a byte order mark, and may lack its last line end', async () => {
    const text = `\ufeff${lines(...rows)
      .replaceAll('\n', '\r\n')
      .trimEnd()}`
    for (const file of [new Blob([text]), packed(text)]) {
      expect(await restoreInto(createMemoryLog(), file)).toEqual(['a', 'b', 'c'])
    }
  })

  it('holds a record once that is in it twice: the first', async () => {
    const log = createMemoryLog()
    const many = Array.from({ length: 600 }, (_, place) => reviewed(`m${place}`, place + 1))
    const file = new Blob([lines(reviewed('a', 1), reviewed('a', 2), ...many, reviewed('a', 3))])
    expect((await restoreInto(log, file)).filter((id) => id === 'a')).toEqual(['a'])
    expect(must(await log.readSince(0)).events.filter(({ id }) => id === 'a')).toEqual([reviewed('a', 1)])
  })

  it('counts what cannot be kept: a torn line, and rows without an id', async () => {
    const file = new Blob([`${lines(rows[0], 'not an event', { at: 5 }, { id: 7 })}{"id":"torn`])
    const preview = must(await previewBackup(createMemoryLog(), file, false, unattended))
    expect(preview).toMatchObject({ unusable: 4, header: null, problem: null })
    expect([...preview.fresh]).toEqual(['a'])
  })
})

it('long rows are not gathered before they are handed on', async () => {
  const text = textOf(...Array.from({ length: 20 }, (_, place) => ({ ...reviewed(`r${place}`), note: 'x'.repeat(400_000) })))
  const sizes: number[] = []
  must(await readBackup(packed(text), { salvage: false }, unattended, (rows) => void sizes.push(rows.length)))
  expect(sizes).toEqual([3, 3, 3, 3, 3, 3, 2])
})

describe('the preview', () => {
  it('counts new, known, unknown and damaged records, and tells the span and the devices', async () => {
    const file = packed(
      textOf(
        { id: 'torn', kind: 'reviewed' },
        reviewed('a', 1000),
        { ...reviewed('b', 2000), device: 'phone' },
        { id: 'future', at: 3000, kind: 'dreamt', device: 'tablet' },
        { id: 'known-future', at: 4000, kind: 'dreamt', device: 'tablet' },
      ),
    )
    const log = createMemoryLog([reviewed('a', 1000), { id: 'known-future', at: 4000, kind: 'dreamt' }])
    const preview = must(await previewBackup(log, file, false, unattended))
    expect(preview).toEqual({
      header,
      fresh: new Set(['torn', 'b', 'future']),
      known: 2,
      unknown: 1,
      damaged: 1,
      unusable: 0,
      span: { from: 1000, to: 4000 },
      devices: ['laptop', 'phone', 'tablet'],
      problem: null,
    })
  })

  it('tells the share read, rising to all of it', async () => {
    const shares: number[] = []
    const file = packed(textOf(...Array.from({ length: 3000 }, (_, place) => reviewed(`r${place}`, place + 1))))
    must(await previewBackup(createMemoryLog(), file, false, { ...unattended, tell: (share) => shares.push(share) }))
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBe(1)
  })

  it('is stopped by its signal', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(previewBackup(createMemoryLog(), packed(good), false, { ...unattended, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
