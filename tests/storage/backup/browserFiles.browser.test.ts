import { deleteDB } from 'idb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { deviceId } from '../../../src/core/ids.ts'
import { createBackupFolder, type PickFolder } from '../../../src/storage/backup/backupFolder.ts'
import { createCopyShelf } from '../../../src/storage/backup/copyShelf.ts'
import { createFileNotes } from '../../../src/storage/backup/fileNotes.ts'
import { mergeBackup, previewBackup } from '../../../src/storage/backup/previewBackup.ts'
import { writeBackup } from '../../../src/storage/backup/writeBackup.ts'
import type { EventLog } from '../../../src/storage/eventLog.ts'
import { newName, openLog } from '../databases.ts'
import { must } from '../logContract.ts'
import { reviewed } from '../studyEvents.ts'

const unattended = { tell: () => undefined, signal: new AbortController().signal }
const notesName = 'file-notes-test'
afterEach(async () => {
  const root = await navigator.storage.getDirectory()
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true })
  await deleteDB(notesName)
})

const folderNamed = async (name: string) => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true })
const shelf = createCopyShelf(() => folderNamed('copies'))
const namesIn = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names.sort()
}
const backupOf = async (log: EventLog) =>
  must(await writeBackup({ log, unsaved: [], expected: 0 }, { at: Date.UTC(2026, 10, 24), device: 'laptop' }, unattended))
const textOf = async (file: Blob): Promise<string> => new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text()
const rowLinesOf = async (file: Blob): Promise<string> => (await textOf(file)).split('\n').slice(1, -2).join('\n')

const rows = Array.from({ length: 3000 }, (_, place) => ({
  ...reviewed(`r${String(place).padStart(6, '0')}`, 1_700_000_000_000 + place),
  device: deviceId(`d${place % 3}`),
}))

describe('in a browser', () => {
  it('a backup, an erasure and a restore leave the rows as they were; merging again changes nothing', async () => {
    const log = openLog(newName())
    must(await log.append(rows))
    must(await log.appendRows([{ id: 'future', at: 5, kind: 'dreamt', of: ['夢', null] }]))
    const { file, trailer } = await backupOf(log)
    expect(trailer).toMatchObject({ rows: 3001, leftOut: 0 })
    const copy = must(await shelf.put({ at: 1, rows: trailer.rows, reason: 'erase' }, file))
    must(await log.erase())
    const kept = must(await shelf.open(copy.name))
    const preview = must(await previewBackup(log, kept, false, unattended))
    expect(preview).toMatchObject({ known: 0, unknown: 1, devices: ['d0', 'd1', 'd2'] })
    expect((await mergeBackup(log, kept, preview, () => undefined)).added).toHaveLength(3001)
    expect(await rowLinesOf((await backupOf(log)).file)).toBe(await rowLinesOf(file))
    expect(must(await previewBackup(log, kept, false, unattended))).toMatchObject({ known: 3001, fresh: new Set() })
  })

  it('the checksum is that of the row lines', async () => {
    const log = openLog(newName())
    must(await log.append(rows))
    const { file, trailer } = await backupOf(log)
    const bytes = new TextEncoder().encode(`${await rowLinesOf(file)}\n`)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    expect(trailer.sha256).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
  })

  it('a file that is cut off is told as such by this browser’s unpacking, too', async () => {
    const log = openLog(newName())
    must(await log.append(rows))
    const { file } = await backupOf(log)
    for (const cut of [file.slice(0, file.size - 4), file.slice(0, file.size / 2), new Blob([file, 'more'])]) {
      expect(await previewBackup(log, cut, false, unattended)).toEqual({ ok: false, error: { kind: 'broken' } })
    }
    expect(must(await previewBackup(log, file.slice(0, file.size / 2), true, unattended)).known).toBeGreaterThan(0)
  })
})

describe('copies in the browser’s file system', () => {
  const copy = (at: number, reason: 'auto' | 'hand' = 'auto') => ({ at, rows: at, reason }) as const
  it('are listed newest first, with what their names and files say', async () => {
    must(await shelf.put(copy(5), new Blob(['five!'])))
    must(await shelf.put(copy(7, 'hand'), new Blob(['seven!!'])))
    expect(must(await shelf.list())).toEqual([
      { name: 'copy-7-7-hand.ndjson.gz', at: 7, rows: 7, reason: 'hand', bytes: 7 },
      { name: 'copy-5-5-auto.ndjson.gz', at: 5, rows: 5, reason: 'auto', bytes: 5 },
    ])
    expect(await must(await shelf.open('copy-7-7-hand.ndjson.gz')).text()).toBe('seven!!')
    must(await shelf.remove('copy-7-7-hand.ndjson.gz'))
    expect(must(await shelf.list())).toHaveLength(1)
  })

  it('do not include what was never finished, and other files are left alone', async () => {
    const folder = await folderNamed('copies')
    await folder.getFileHandle('copy-9-9-auto.ndjson.gz', { create: true })
    await folder.getFileHandle('notes.txt', { create: true })
    await folder.getFileHandle('copy-9-9-dream.ndjson.gz', { create: true })
    must(await shelf.put(copy(5), new Blob(['five!'])))
    expect(must(await shelf.list()).map(({ at }) => at)).toEqual([5])
    must(await shelf.thin(0, 0))
    expect(await namesIn(folder)).toContain('notes.txt')
  })

  it('are thinned to those that stay', async () => {
    for (let at = 1; at <= 20; at += 1) must(await shelf.put(copy(at), new Blob(['x'])))
    must(await shelf.thin(0, 1e9))
    expect(must(await shelf.list()).map(({ at }) => at)).toEqual([20, 19, 18, 17, 16, 15])
    must(await shelf.thin(0, 3))
    expect(must(await shelf.list()).map(({ at }) => at)).toEqual([20, 19, 18])
  })

  it('leave nothing behind when there is no room', async () => {
    vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
    expect(await shelf.put(copy(5), new Blob(['x']))).toMatchObject({ ok: false, error: { reason: 'full' } })
    expect(await namesIn(await folderNamed('copies'))).toEqual([])
  })

  it('say what is wrong instead of throwing: a copy that is gone, a browser without the file system', async () => {
    expect(await shelf.open('copy-1-1-auto.ndjson.gz')).toMatchObject({ ok: false, error: { reason: 'unknown' } })
    const none = createCopyShelf(() => Promise.reject(new TypeError('getDirectory is not a function')))
    expect(await none.list()).toMatchObject({ ok: false, error: { reason: 'unavailable' } })
  })
})

describe('a folder of the learner’s own', () => {
  const notes = createFileNotes(notesName)
  const pickFrom =
    (name: string): PickFolder =>
    () =>
      folderNamed(name)
  const moment = { at: Date.UTC(2026, 10, 24, 20), offsetMin: 540 }
  const device = '0f8fad5b-d9cb-469f-a165-70867728950e'
  const write = (folder: ReturnType<typeof createBackupFolder>, text: string, at = moment.at) =>
    folder.write({ file: new Blob([text]), device, moment: { ...moment, at } })

  it('is remembered by the browser, over a new start, until it is let go', async () => {
    const folder = createBackupFolder(notes, pickFrom('mine'))
    expect(await folder.state()).toEqual({ kind: 'none' })
    expect(await folder.pick()).toEqual({ kind: 'ready', name: 'mine' })
    expect(await createBackupFolder(createFileNotes(notesName), pickFrom('other')).state()).toEqual({ kind: 'ready', name: 'mine' })
    expect(await folder.forget()).toEqual({ kind: 'none' })
    expect(await write(folder, 'x')).toMatchObject({ ok: false })
  })

  it('keeps the one it has when the learner picks none', async () => {
    await createBackupFolder(notes, pickFrom('mine')).pick()
    const changedMind = createBackupFolder(notes, () => Promise.reject(new DOMException('no', 'AbortError')))
    expect(await changedMind.pick()).toEqual({ kind: 'ready', name: 'mine' })
  })

  it('is not offered where the browser has no such thing', async () => {
    expect(await createBackupFolder(notes, undefined).state()).toEqual({ kind: 'unsupported' })
  })

  it('gets one file for each local day and device, newest content', async () => {
    const folder = createBackupFolder(notes, pickFrom('mine'))
    await folder.pick()
    must(await write(folder, 'one'))
    must(await write(folder, 'longer'))
    must(await folder.write({ file: new Blob(['phone']), device: 'ffffffff-0000', moment }))
    const dir = await folderNamed('mine')
    expect(await namesIn(dir)).toEqual(['hakoniwa-0f8fad5b-2026-11-25.ndjson.gz', 'hakoniwa-ffffffff-2026-11-25.ndjson.gz'])
    expect(await (await (await dir.getFileHandle('hakoniwa-0f8fad5b-2026-11-25.ndjson.gz')).getFile()).text()).toBe('longer')
  })

  it('never has a fuller file replaced by an emptier one', async () => {
    const folder = createBackupFolder(notes, pickFrom('mine'))
    await folder.pick()
    must(await write(folder, 'a long history'))
    expect(must(await write(folder, 'short'))).toBe('hakoniwa-0f8fad5b-2026-11-25-2.ndjson.gz')
    expect(must(await write(folder, 'shorter?'))).toBe('hakoniwa-0f8fad5b-2026-11-25-2.ndjson.gz')
    const dir = await folderNamed('mine')
    expect(await (await (await dir.getFileHandle('hakoniwa-0f8fad5b-2026-11-25.ndjson.gz')).getFile()).text()).toBe('a long history')
  })

  it('keeps the last days and weeks of this device, and everything that is not its own', async () => {
    const folder = createBackupFolder(notes, pickFrom('mine'))
    await folder.pick()
    const dir = await folderNamed('mine')
    for (const name of ['hakoniwa-2020-01-01.ndjson.gz', 'hakoniwa-ffffffff-2020-01-01.ndjson.gz', 'letter.txt']) {
      await dir.getFileHandle(name, { create: true })
    }
    for (let day = 0; day < 40; day += 1) must(await write(folder, 'x'.repeat(day + 1), moment.at + day * 86_400_000))
    const names = await namesIn(dir)
    expect(names).toEqual(expect.arrayContaining(['hakoniwa-2020-01-01.ndjson.gz', 'hakoniwa-ffffffff-2020-01-01.ndjson.gz', 'letter.txt']))
    const own = names.filter((name) => name.startsWith('hakoniwa-0f8fad5b'))
    // 2026-11-25 to 2027-01-03: the last twelve days, and the Sundays before them.
    expect(own.map((name) => name.slice(18, 28))).toEqual([
      ...['2026-11-29', '2026-12-06', '2026-12-13', '2026-12-20'],
      ...['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'],
      ...['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'],
    ])
  })
})

describe('what the browser remembers about files', () => {
  it('is nothing, and no error, where it stores nothing', async () => {
    const name = `${notesName}-refused`
    const open = indexedDB.open
    indexedDB.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const notes = createFileNotes(name)
    await notes.set('lastBackup', { at: 1, rows: 1 })
    expect(await notes.get('lastBackup')).toBeUndefined()
    indexedDB.open = open
  })
})
