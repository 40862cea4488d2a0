import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ok } from '../../src/core/result.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createMemoryFolder, type FolderTrouble } from '../helpers/memoryFolder.ts'
import { read, reviewed } from '../helpers/events.ts'
import { reviewed as event } from '../storage/studyEvents.ts'
import { lines, packed, rowLinesOf, textOf, unpacked } from '../storage/backup/files.ts'
import { arrived, events, renderApp, type World } from './renderApp.tsx'

const atData = async (world: World = {}) => {
  const app = await renderApp({ path: '/settings', ...world })
  await arrived(/^(Settings and data|設定とデータ)$/)
  await screen.findByRole('heading', { name: /^(Erase all records|記録をすべて消す)$/ })
  return app
}
const history = [
  { daysAgo: 2, act: read('pond/fish') },
  { daysAgo: 1, act: reviewed('pond/carp') },
]
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const fileInput = (name = 'Choose a file') => screen.getByLabelText(name)
const file = (content: Blob | string, name = 'hakoniwa-2026-03-31.ndjson.gz') => new File([content], name)
const others = [
  event('x1', Date.UTC(2026, 2, 1)),
  event('x2', Date.UTC(2026, 2, 2)),
  { id: 'x3', at: Date.UTC(2026, 2, 3), kind: 'dreamt', device: 'phone' },
]
const dialog = () => screen.findByRole('dialog')

it('saves the history as a backup that holds each record, and then tells when that was', async () => {
  const { user, files, log } = await atData({ history })
  expect(screen.getByText('No backup has been saved from this browser yet.')).toBeInTheDocument()
  await user.click(button('Save a backup'))
  expect(await screen.findByText('2 records saved as hakoniwa-2026-04-01.ndjson.gz.')).toBeInTheDocument()
  expect(files.map(({ name }) => name)).toEqual(['hakoniwa-2026-04-01.ndjson.gz'])
  expect(await rowLinesOf(files[0]?.file ?? new Blob())).toBe(lines(...(await events(log))))
  expect(screen.getByText('Last saved on 1 Apr 2026, 09:00.')).toBeInTheDocument()
})

it('counts what was recorded since the last backup', async () => {
  const { user, fromAnotherTab } = await atData({ history })
  await user.click(button('Save a backup'))
  await screen.findByText(/^2 records saved/)
  await fromAnotherTab([reviewed('pond/carp')])
  expect(await screen.findByText('Last saved on 1 Apr 2026, 09:00. 1 record has been added since.')).toBeInTheDocument()
})

it('shows what a file holds before anything is changed, joins it in one act, and takes that back', async () => {
  const { user, log, progress } = await atData({ history })
  const before = progress()
  await user.upload(fileInput(), file(packed(textOf(...others))))
  const shown = within(await dialog())
  expect(shown.getByRole('heading', { name: 'What the file holds' })).toBeInTheDocument()
  expect(shown.getByText('new records').parentElement).toHaveTextContent('3')
  expect(shown.getByText('already here').parentElement).toHaveTextContent('0')
  expect(shown.getByText('From 1 Mar 2026, 09:00 to 3 Mar 2026, 09:00.')).toBeInTheDocument()
  expect(shown.getByText('Recorded on 2 devices.')).toBeInTheDocument()
  expect(shown.getByText(/^1 of the new records is of a kind that this version does not know/)).toBeInTheDocument()
  expect(await events(log)).toHaveLength(2)

  await user.click(shown.getByRole('button', { name: 'Add 3 records' }))
  expect(await screen.findByText('3 records were added.')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await events(log)).filter(({ kind }) => kind === 'imported')).toMatchObject([{ events: ['x1', 'x2', 'x3'] }])
  expect(progress().eventCount).toBe(5)
  // A copy of what was there before lies in the browser.
  expect(screen.getByText(/2 records · .* · before an import/)).toBeInTheDocument()

  await user.click(button('Undo the import'))
  expect(await screen.findByText('The import was undone: its 3 records no longer count.')).toBeInTheDocument()
  expect(progress().facts).toEqual(before.facts)
  expect(progress().items).toEqual(before.items)
})

it('an import is one act of the history: undo takes all of it back', async () => {
  const { user, progressStore, progress } = await atData()
  await user.upload(fileInput(), file(packed(textOf(...others))))
  await user.click(within(await dialog()).getByRole('button', { name: 'Add 3 records' }))
  await screen.findByText('3 records were added.')
  expect(progress().items.size).toBe(1)
  expect(progressStore.getState().undo()?.events).toMatchObject([{ kind: 'imported' }])
  expect(progress().items.size).toBe(0)
})

it('says so when all of a file is here already, and does nothing', async () => {
  const { user, files, done } = await atData({ history })
  await user.click(button('Save a backup'))
  await screen.findByText(/^2 records saved/)
  await user.upload(fileInput(), file(new Blob([new Uint8Array((await files[0]?.file.arrayBuffer()) ?? [])])))
  expect(await screen.findByText('All 2 records of this file are here already. Nothing was changed.')).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await done()).toEqual([])
})

it('changes nothing when the preview is left', async () => {
  const { user, done } = await atData({ history })
  await user.upload(fileInput(), file(packed(textOf(...others))))
  await user.click(within(await dialog()).getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await done()).toEqual([])
})

it('takes a file that is dropped anywhere on the page', async () => {
  await atData()
  const dropped = file(lines(...others), 'hakoniwa-history.ndjson')
  const dataTransfer = { types: ['Files'], files: [dropped] }
  fireEvent.dragOver(document.body, { dataTransfer })
  expect(await screen.findByText('Let go to read the file')).toBeInTheDocument()
  expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false)
  expect(await within(await dialog()).findByText('hakoniwa-history.ndjson')).toBeInTheDocument()
})

it.each([
  ['en', 'Choose a file', file('Dear diary', 'diary.txt'), /^This is not a file of Hakoniwa\..*Nothing was changed\.$/],
  ['ja', 'ファイルを選ぶ', file('Dear diary', 'diary.txt'), /^箱庭のファイルではない。.*何も変わっていない。$/],
  ['en', 'Choose a file', file('', 'empty'), /^The file is empty\./],
  ['ja', 'ファイルを選ぶ', file('PK\u0003\u0004', 'a.zip'), /^これはZIPファイル。/],
] as const)('says in %s why a file is refused, and what to do', async (lang, label, chosen, words) => {
  const { user, done } = await atData({ lang })
  await user.upload(fileInput(label), chosen)
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(await done()).toEqual([])
})

it('refuses an edited file, and takes in what can be read of it only when asked to', async () => {
  const { user, log } = await atData()
  await user.upload(fileInput(), file(packed(textOf(...others).replace('"grade":3', '"grade":4'))))
  expect(await screen.findByText(/^The file was changed after it was saved/)).toBeInTheDocument()
  await user.click(button('Read what can be read'))
  const shown = within(await dialog())
  expect(shown.getByText('The file is damaged. This is what could be read of it.')).toBeInTheDocument()
  await user.click(shown.getByRole('button', { name: 'Add 3 records' }))
  await screen.findByText('3 records were added.')
  expect((await events(log)).map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2']))
})

it('says how much of an import was stored when storage ends half-way, and lets that be taken back', async () => {
  const sound = createMemoryLog()
  let batches = 0
  const log: EventLog = {
    ...sound,
    appendRows: async (rows) => {
      batches += 1
      return batches === 1 ? sound.appendRows(rows) : { ok: false, error: { reason: 'full', detail: '' } }
    },
  }
  const { user, progress } = await atData({ log })
  const many = Array.from({ length: 20_000 }, (_, place) => ({ ...event(`m${place}`, Date.UTC(2026, 1, 1) + place), item: 'pond/carp' }))
  await user.upload(fileInput(), file(packed(textOf(...many))))
  await user.click(within(await dialog()).getByRole('button', { name: 'Add 20000 records' }))
  expect(await screen.findByText('16384 records were added before it stopped. Choosing the file again adds the rest.')).toBeInTheDocument()
  expect(screen.getByText(/^There is no room left to save\./)).toBeInTheDocument()
  await user.click(button('Undo the import'))
  expect(progress().facts.size).toBe(0)
})

it('makes a copy, lists it with time, count and size, restores from it, saves it as a file, and deletes it when asked', async () => {
  const { user, files, log } = await atData({ history })
  expect(screen.getByText(/^No copy yet\./)).toBeInTheDocument()
  await user.click(button('Make a copy now'))
  expect(await screen.findByText('A copy of 2 records was made.')).toBeInTheDocument()
  await user.click(screen.getByText('1 copy, made on 1 Apr 2026, 09:00'))
  expect(screen.getByText(/^2 records · 0\.\d kB · made by you$/)).toBeInTheDocument()

  await user.click(button('Save as a file: the copy of 1 Apr 2026, 09:00'))
  expect(files.map(({ name }) => name)).toEqual(['hakoniwa-2026-04-01.ndjson.gz'])
  expect(await rowLinesOf(files[0]?.file ?? new Blob())).toBe(lines(...(await events(log))))

  await user.click(button('Restore the copy of 1 Apr 2026, 09:00'))
  expect(await screen.findByText('All 2 records of this file are here already. Nothing was changed.')).toBeInTheDocument()

  await user.click(button('Delete the copy of 1 Apr 2026, 09:00…'))
  const asked = within(await dialog())
  await user.click(asked.getByRole('button', { name: 'Cancel' }))
  expect(button('Delete the copy of 1 Apr 2026, 09:00…')).toBeInTheDocument()
  await user.click(button('Delete the copy of 1 Apr 2026, 09:00…'))
  await user.click(within(await dialog()).getByRole('button', { name: 'Delete the copy' }))
  expect(await screen.findByText('The copy was deleted.')).toBeInTheDocument()
  expect(screen.getByText(/^No copy yet\./)).toBeInTheDocument()
})

it('says so where a browser cannot keep copies', async () => {
  await atData({ copyFolder: null })
  expect(screen.getByText('This browser cannot keep copies beside the records. Save backups.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Make a copy now' })).toBeNull()
})

it('says why a copy could not be made', async () => {
  const { handle } = createMemoryFolder('copies', { refuse: Object.assign(new Error('no room'), { name: 'QuotaExceededError' }) })
  const { user } = await atData({ history, copyFolder: handle })
  await user.click(button('Make a copy now'))
  expect(await screen.findByText(/^This could not be done\. There is no room left to save\./)).toBeInTheDocument()
  expect(screen.getByText(/^No copy yet\./)).toBeInTheDocument()
})

it('erases all records after a question and a copy, from which they can be restored', async () => {
  const { user, log, progress } = await atData({ history })
  const before = progress()
  await user.click(button('Erase the records…'))
  const asked = within(await dialog())
  expect(asked.getByRole('heading', { name: 'Erase all 2 records?' })).toBeInTheDocument()
  await user.click(asked.getByRole('button', { name: 'Cancel' }))
  expect(await events(log)).toHaveLength(2)

  await user.click(button('Erase the records…'))
  await user.click(within(await dialog()).getByRole('button', { name: 'Make a copy and erase' }))
  expect(
    await screen.findByText('2 records were erased. The copy of 1 Apr 2026, 09:00 is under “Copies in this browser”.'),
  ).toBeInTheDocument()
  expect(await events(log)).toEqual([])
  expect(progress().eventCount).toBe(0)
  expect(screen.getByText(/^0 records, kept in this browser only/)).toBeInTheDocument()

  await user.click(button('Restore the copy of 1 Apr 2026, 09:00'))
  await user.click(within(await dialog()).getByRole('button', { name: 'Add 2 records' }))
  await screen.findByText('2 records were added.')
  expect(progress().facts).toEqual(before.facts)
})

it('erases nothing while there is no copy: hands out the backup first, and asks again', async () => {
  const { user, log, files } = await atData({ history, copyFolder: null })
  await user.click(button('Erase the records…'))
  await user.click(within(await dialog()).getByRole('button', { name: 'Make a copy and erase' }))
  expect(await screen.findByText(/so the backup was handed to you as hakoniwa-2026-04-01\.ndjson\.gz\./)).toBeInTheDocument()
  expect(files).toHaveLength(1)
  expect(await events(log)).toHaveLength(2)
  await user.click(button('Erase without a copy here'))
  expect(await screen.findByText('2 records were erased.')).toBeInTheDocument()
  expect(await events(log)).toEqual([])
})

it('finds nothing wrong in a sound history', async () => {
  const { user } = await atData({ history })
  await user.click(button('Check'))
  expect(await screen.findByText('2 records read. Nothing is wrong.')).toBeInTheDocument()
})

it('counts in words what is wrong', async () => {
  const log = createMemoryLog([
    { id: 'torn', at: 5, kind: 'reviewed' },
    { id: 'future', at: 6, kind: 'dreamt', offsetMin: 540, device: 'other' },
    event('gone'),
  ])
  const { user } = await atData({ log })
  await user.click(button('Check'))
  expect(await screen.findByText('3 records read.')).toBeInTheDocument()
  expect(screen.getByText('1 damaged record. It stays and does not count.')).toBeInTheDocument()
  expect(screen.getByText(/^1 record of a kind that this version does not know\./)).toBeInTheDocument()
  expect(screen.getByText(/^1 record of an item that is no longer taught\./)).toBeInTheDocument()
})

it('puts right what is shown and is not what the records come to, and keeps that', async () => {
  const sound = createMemoryLog()
  const settled: number[] = []
  let isWrong = true
  const log: EventLog = {
    ...sound,
    // A snapshot that lost something.
    readProgress: async (links, tell) => {
      const reading = await sound.readProgress(links, tell)
      return reading.ok && isWrong ? ok({ ...reading.value, progress: { ...reading.value.progress, facts: new Map() } }) : reading
    },
    settle: async (progress) => {
      isWrong = false
      settled.push(progress.facts.size)
      return ok(undefined)
    },
  }
  const { user, progress } = await atData({ log, history })
  expect(progress().facts.size).toBe(0)
  await user.click(button('Check'))
  expect(await screen.findByText(/^What the screens showed was not what the records come to\./)).toBeInTheDocument()
  expect(progress().facts.size).toBe(1)
  expect(settled.length).toBeGreaterThan(0)
  expect(settled.every((facts) => facts === 1)).toBe(true)
  await user.click(button('Check'))
  expect(await screen.findByText('2 records read. Nothing is wrong.')).toBeInTheDocument()
})

it('saves the history as a table for spreadsheets', async () => {
  const { user, files } = await atData({ history })
  await user.click(button('Save the table'))
  expect(await screen.findByText('2 records saved as hakoniwa-history-2026-04-01.csv.')).toBeInTheDocument()
  expect(await files[0]?.file.text()).toMatch(/^time,study day,kind/)
})

it('asks the browser to keep the records when it has not promised to', async () => {
  const { user } = await atData()
  expect(screen.getByText(/^This browser may clear the records by itself/)).toBeInTheDocument()
  expect(screen.getByText('4.2 MB of 2 GB used')).toBeInTheDocument()
  await user.click(button('Ask it to keep them'))
  expect(await screen.findByText('This browser has promised not to clear the records by itself.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Ask it to keep them' })).toBeNull()
})

it('says so when it does not promise', async () => {
  const { user } = await atData({ persisted: [false, false] })
  await user.click(button('Ask it to keep them'))
  expect(await screen.findByText(/^It has not promised so far\./)).toBeInTheDocument()
})

it('says where a browser cannot write into folders', async () => {
  await atData()
  expect(screen.getByText('This browser cannot write into folders. Chrome and Edge on computers can.')).toBeInTheDocument()
})

it('takes a folder, says when its permission is lost, asks for it again, and lets the folder go', async () => {
  const trouble: FolderTrouble = {}
  const { handle } = createMemoryFolder('backups', trouble)
  const { user, dataStore } = await atData({ ownFolder: handle })
  await user.click(button('Choose a folder'))
  expect(await screen.findByText(/^Backups go into “backups”\./)).toBeInTheDocument()
  trouble.permission = 'prompt'
  await dataStore.getState().look()
  expect(await screen.findByText(/^The browser wants to be asked again before it writes into “backups”\./)).toBeInTheDocument()
  await user.click(button('Allow it'))
  expect(await screen.findByText(/^Backups go into “backups”\./)).toBeInTheDocument()
  await user.click(button('Stop saving'))
  expect(await screen.findByRole('button', { name: 'Choose a folder' })).toBeInTheDocument()
})

it('says the same in Japanese', async () => {
  const { user } = await atData({ lang: 'ja', history })
  await user.click(button('控えを保存する'))
  expect(await screen.findByText('2件の記録をhakoniwa-2026-04-01.ndjson.gzに保存した。')).toBeInTheDocument()
  await user.click(button('記録を消す…'))
  await user.click(within(await dialog()).getByRole('button', { name: '控えを取って消す' }))
  expect(await screen.findByText(/^2件の記録を消した。2026年4月1日 09:00の控えが「ブラウザ内の控え」にある。$/)).toBeInTheDocument()
})

it('hands out what is on this page and not saved, too', async () => {
  const sound = createMemoryLog()
  const log: EventLog = { ...sound, append: async () => ({ ok: false, error: { reason: 'full', detail: '' } }) }
  const { user, files, progressStore } = await atData({ log })
  progressStore.getState().record([reviewed('pond/carp')])
  await user.click(button('Save a backup'))
  await screen.findByText(/^1 record saved as/)
  expect(await unpacked(files[0]?.file ?? new Blob())).toContain('"item":"pond/carp"')
})
