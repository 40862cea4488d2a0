import { expect, it } from 'vitest'
import { compareEvents, settleTail } from '../../src/core/history/progress.ts'
import { createTab } from '../helpers/dataWorld.ts'
import { createDiary, read, reviewed } from '../helpers/events.ts'
import { links } from '../helpers/shakyLog.ts'
import { newName, openLog } from '../storage/databases.ts'
import { must } from '../storage/logContract.ts'

const diary = createDiary('pen')
const history = Array.from({ length: 2000 }, (_, place) =>
  diary(Math.floor(place / 4), place % 4 === 0 ? read('ns/s') : reviewed(['ns/pid', 'ns/mount', 'ns/net'][place % 3] ?? '')),
).sort(compareEvents)

it('a history of sealed segments comes through backup, erasure, restore, undo and redo', async () => {
  const name = newName()
  const log = openLog(name)
  must(await log.append(history))
  const tab = await createTab({ log, device: 'other' })
  const sum = () => {
    const { facts, items, days } = tab.progressStore.getState().progress
    return { facts, items, days }
  }
  const before = sum()
  await tab.state().backUp()
  await tab.state().erase(false)
  const empty = sum()
  await tab.state().choose('backup', tab.files[0]?.file ?? new Blob())
  expect(tab.state().chosen?.preview.fresh.size).toBe(2000)
  await tab.state().merge()
  expect(tab.state().outcome).toMatchObject({ kind: 'merged', count: 2000, failure: null })
  expect(sum()).toEqual(before)
  tab.state().takeBack()
  await tab.progressStore.getState().save()
  await tab.progressStore.getState().load()
  expect(sum()).toEqual(empty)
  tab.progressStore.getState().redo()
  await tab.progressStore.getState().save()
  await tab.progressStore.getState().load()
  expect(sum()).toEqual(before)
  const reopened = must(await openLog(name).readProgress(links, () => undefined)).progress
  expect(reopened.facts).toEqual(before.facts)
})

it('a check puts a wrong snapshot right for good, and finds nothing after that', async () => {
  const name = newName()
  const log = openLog(name)
  must(await log.append(history))
  const { progress, place } = must(await log.readProgress(links, () => undefined))
  const settled = settleTail(progress, links)
  const { base } = settled
  if (base === null) throw new Error('The history is too short')
  must(await log.settle({ ...settled, base: { ...base, fold: { ...base.fold, days: new Map() } } }, place, links))

  const tab = await createTab({ log: openLog(name), device: 'other' })
  expect(tab.progressStore.getState().progress.days.size).toBeLessThan(progress.days.size)
  await tab.state().check()
  expect(tab.state().outcome).toMatchObject({ kind: 'checked', isRepaired: true, report: { rows: 2000, isShownRight: false, damaged: 0 } })
  expect(tab.progressStore.getState().progress.days).toEqual(progress.days)

  const again = await createTab({ log: openLog(name), device: 'third' })
  expect(again.progressStore.getState().progress.days).toEqual(progress.days)
  await again.state().check()
  expect(again.state().outcome).toMatchObject({ kind: 'checked', isRepaired: false, report: { rows: 2000, isShownRight: true } })
})
