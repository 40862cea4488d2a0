import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Progress } from '../../src/core/history/progress.ts'
import { eventId } from '../../src/core/ids.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createTab, type Tab } from '../helpers/dataWorld.ts'
import { read, reviewed } from '../helpers/events.ts'
import { anyLog, reviewed as event } from '../storage/studyEvents.ts'
import { backupOf, packed, rowLinesOf, textOf } from '../storage/backup/files.ts'

const sum = ({ facts, items, read: sections, attempts, days, buried, plan, fitted }: Progress) => ({
  ...{ facts, items, sections, attempts, days, buried, plan, fitted },
})
const progressOf = (tab: Tab) => tab.progressStore.getState().progress
const restore = async (tab: Tab, file: Blob) => {
  await tab.state().choose('file', file)
  await tab.state().merge()
}

describe('a restore', () => {
  it('after an erasure brings back the same state; a second one does nothing; undo takes it back', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (drawn) => {
        fc.pre(drawn.length > 0)
        // Of a past in which no clock was wrong: undo takes back the newest act.
        const events = drawn.map((one) => ({ ...one, at: Math.min(one.at, Date.UTC(2026, 0, 1)) }))
        const tab = await createTab({ log: createMemoryLog(events) })
        const before = sum(progressOf(tab))
        const { file } = await backupOf(tab.log)
        await tab.state().erase(false)
        expect(tab.state().outcome).toMatchObject({ kind: 'erased', count: events.length })
        const empty = sum(progressOf(tab))

        await restore(tab, file)
        expect(sum(progressOf(tab))).toEqual(before)
        const lines = await rowLinesOf((await backupOf(tab.log)).file)
        await tab.state().choose('file', file)
        expect(tab.state()).toMatchObject({ chosen: null, outcome: { kind: 'nothingNew', known: events.length } })
        expect(await rowLinesOf((await backupOf(tab.log)).file)).toBe(lines)

        tab.progressStore.getState().undo()
        expect(sum(progressOf(tab))).toEqual(empty)
        tab.progressStore.getState().redo()
        expect(sum(progressOf(tab))).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('of very many records is still one act', async () => {
    const tab = await createTab()
    await restore(tab, packed(textOf(...Array.from({ length: 25_000 }, (_, place) => event(`r${place}`, 1_700_000_000_000 + place)))))
    const { outcome } = tab.state()
    expect(outcome).toMatchObject({ kind: 'merged', count: 25_000, failure: null })
    await tab.progressStore.getState().save()
    expect(progressOf(tab).tail.filter(({ kind }) => kind === 'imported')).toHaveLength(3)
    expect(tab.progressStore.getState().undo()?.events).toHaveLength(3)
    expect(progressOf(tab).items.size).toBe(0)
  })

  it('does not take back on undo what another tab had added before it', async () => {
    const log = createMemoryLog()
    const tab = await createTab({ log })
    await tab.state().choose('file', packed(textOf(event('a', 1), event('b', 2))))
    await log.append([event('a', 1)])
    await tab.state().merge()
    expect(tab.state().outcome).toMatchObject({ kind: 'merged', count: 1, ids: [expect.anything(), 'b'] })
  })
})

describe('a task', () => {
  it('is not begun while another is under way', async () => {
    const tab = await createTab()
    await tab.record(reviewed('ns/pid'))
    await Promise.all([tab.state().backUp(), tab.state().saveTable()])
    expect(tab.files.map(({ name }) => name)).toEqual(['hakoniwa-2026-11-24.ndjson.gz'])
  })

  it('can be stopped, says so, and has changed nothing', async () => {
    const tab = await createTab({ log: createMemoryLog(Array.from({ length: 3000 }, (_, place) => event(`r${place}`, place + 1))) })
    const work = tab.state().check()
    tab.state().stop()
    await work
    expect(tab.state()).toMatchObject({ task: null, outcome: { kind: 'stopped', task: 'check' } })
  })

  it('says why it failed when the log cannot be read', async () => {
    const log = createMemoryLog()
    const tab = await createTab({ log })
    await tab.record(reviewed('ns/pid'))
    log.close()
    for (const [task, work] of [
      ['backUp', tab.state().backUp],
      ['table', tab.state().saveTable],
      ['copy', tab.state().copyNow],
      ['check', tab.state().check],
      ['erase', () => tab.state().erase(false)],
    ] as const) {
      await work()
      expect(tab.state().outcome).toMatchObject({ kind: 'failed', task, failure: { reason: 'closed' } })
    }
    expect(tab.files).toEqual([])
    expect(progressOf(tab).eventCount).toBe(1)
  })

  it('by a bug of ours is told like any other and does not stop the next', async () => {
    const tab = await createTab()
    const { copies } = tab.sources
    const { put } = copies
    Object.assign(copies, { put: () => Promise.reject(new Error('a bug')) })
    await tab.state().copyNow()
    expect(tab.state().outcome).toMatchObject({ kind: 'failed', failure: { reason: 'unknown', detail: 'Error: a bug' } })
    Object.assign(copies, { put })
    await tab.state().copyNow()
    expect(tab.state().outcome).toMatchObject({ kind: 'copied' })
  })
})

describe('an erasure', () => {
  it('is preceded by a copy from which all comes back, though many copies follow', async () => {
    const tab = await createTab()
    await tab.record(reviewed('ns/pid'), read('ns/s'), reviewed('ns/mount'))
    const before = sum(progressOf(tab))
    await tab.state().erase(false)
    for (let hour = 0; hour < 40; hour += 1) {
      tab.pass(3_600_000)
      await tab.record(read('ns/t'))
      if (hour % 20 === 0) await tab.state().erase(false)
      else await tab.state().copyNow()
    }
    await tab.state().erase(false)
    const copies = tab.state().copies
    const full = copies?.ok === true ? copies.value.find(({ reason, rows }) => reason === 'erase' && rows === 3) : undefined
    if (full === undefined) throw new Error('The copy is gone')
    await tab.state().chooseCopy(full)
    await tab.state().merge()
    expect(sum(progressOf(tab))).toEqual(before)
  })

  it('lets what is recorded afterwards begin anew', async () => {
    const tab = await createTab()
    await tab.record(reviewed('ns/pid'))
    await tab.state().erase(false)
    await tab.record(read('ns/s'))
    expect(progressOf(tab).eventCount).toBe(1)
    const reloaded = await createTab({ log: tab.log })
    expect(sum(progressOf(reloaded))).toEqual(sum(progressOf(tab)))
    expect(progressOf(reloaded).tail[0]?.id).not.toBe(eventId('pen-00001'))
  })
})
