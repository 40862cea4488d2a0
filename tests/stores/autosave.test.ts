import { expect, it } from 'vitest'
import { startAutosave } from '../../src/stores/autosave.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createPlaces, createTab, type Tab } from '../helpers/dataWorld.ts'
import { read, reviewed } from '../helpers/events.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Autosave on a tab, whose waiting work is done when the test lets time pass. */
const startOn = (tab: Tab) => {
  const waiting: { readonly work: () => Promise<void>; readonly at: number }[] = []
  startAutosave(tab.sources, tab.dataStore, (work, ms) => waiting.push({ work, at: tab.now() + ms }))
  return {
    waiting,
    /** So many minutes, one after the other, each with the work that falls due in it. */
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        tab.pass(minuteMs)
        for (const due of waiting.splice(0)) {
          if (due.at <= tab.now()) await due.work()
          else waiting.push(due)
        }
      }
    },
  }
}
const copiesOf = async (tab: Tab) => {
  const listed = await tab.sources.copies.list()
  return listed.ok
    ? listed.value.map(({ at, rows, reason }) => ({ minute: (at - Date.UTC(2026, 10, 24, 3)) / minuteMs, rows, reason }))
    : []
}

it('makes nothing and asks for nothing while there is nothing to lose', async () => {
  const tab = await createTab()
  const { minutes, waiting } = startOn(tab)
  await minutes(3)
  expect(await copiesOf(tab)).toEqual([])
  expect(tab.places.asked).toEqual([])
  expect(waiting).toEqual([])
})

it('makes a copy a minute after the first record, and then at most one in fifteen minutes of change', async () => {
  const tab = await createTab()
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  expect(await copiesOf(tab)).toEqual([{ minute: 1, rows: 1, reason: 'auto' }])
  await tab.record(read('ns/s'))
  await minutes(10)
  expect(await copiesOf(tab)).toHaveLength(1)
  await tab.record(reviewed('ns/mount'))
  await minutes(10)
  expect(await copiesOf(tab)).toEqual([
    { minute: 16, rows: 3, reason: 'auto' },
    { minute: 1, rows: 1, reason: 'auto' },
  ])
  await minutes(40)
  expect(await copiesOf(tab)).toHaveLength(2)
})

it('makes up for what was recorded at the end of the last visit, and only for that', async () => {
  const before = await createTab()
  await before.record(reviewed('ns/pid'))
  const places = before.places
  const late = await createTab({ log: before.log, places })
  await startOn(late).minutes(2)
  expect(await copiesOf(late)).toHaveLength(1)
  const again = await createTab({ log: before.log, places })
  again.pass(dayMs)
  await startOn(again).minutes(2)
  expect(await copiesOf(again)).toHaveLength(1)
})

it('two tabs make one copy of the same records', async () => {
  const log = createMemoryLog()
  const places = createPlaces()
  let queue: Promise<unknown> = Promise.resolve()
  const alone = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  const tabs = [await createTab({ log, places }), await createTab({ log, places, device: 'other' })]
  const [one, two] = tabs.map((tab) => startOn({ ...tab, sources: { ...tab.sources, alone } }))
  await tabs[0]?.record(reviewed('ns/pid'))
  await tabs[1]?.progressStore.getState().load()
  await Promise.all([one?.minutes(2), two?.minutes(2)])
  const [first] = tabs
  expect(first === undefined ? [] : await copiesOf(first)).toHaveLength(1)
})

it('writes into the folder, at most once in five minutes of change, one file a day', async () => {
  const tab = await createTab()
  await tab.state().pickFolder()
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  const { files } = tab.places.own
  expect([...files.keys()]).toEqual([expect.stringMatching(/^hakoniwa-[0-9a-f]{8}-2026-11-24\.ndjson\.gz$/)])
  const first = [...files.values()][0]
  await tab.record(reviewed('ns/mount'))
  await minutes(3)
  expect([...files.values()][0]).toBe(first)
  await minutes(3)
  expect([...files.values()][0]).not.toBe(first)
  expect(files.size).toBe(1)
  expect(tab.state().folderWritten).toEqual({ at: Date.UTC(2026, 10, 24, 3, 6), rows: 2 })
  tab.pass(dayMs)
  await tab.record(reviewed('ns/net'))
  await minutes(1)
  expect([...files.keys()].map((name) => name.slice(-20))).toEqual(['2026-11-24.ndjson.gz', '2026-11-25.ndjson.gz'])
})

it('writes nothing into a folder whose permission is lost', async () => {
  const tab = await createTab()
  await tab.state().pickFolder()
  Object.assign(tab.places.own.handle, { queryPermission: async () => 'prompt' })
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  expect(tab.places.own.files.size).toBe(0)
  expect(tab.state().folder).toEqual({ kind: 'asks', name: 'backups' })
  expect(await copiesOf(tab)).toHaveLength(1)
})

it('says why a copy could not be made, and tries again later', async () => {
  const tab = await createTab()
  const { minutes } = startOn(tab)
  const put = tab.sources.copies.put
  let isFull = true
  Object.assign(tab.sources.copies, {
    put: (...given: Parameters<typeof put>) =>
      isFull ? Promise.resolve({ ok: false, error: { reason: 'full', detail: '' } }) : put(...given),
  })
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  expect(tab.state().autosaveFailure).toMatchObject({ reason: 'full' })
  isFull = false
  await minutes(14)
  expect(await copiesOf(tab)).toEqual([])
  await minutes(2)
  expect(await copiesOf(tab)).toHaveLength(1)
  expect(tab.state().autosaveFailure).toBeNull()
})

it('asks the browser to keep the data with the first record, and again only after a week', async () => {
  const tab = await createTab()
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  const asked = [Date.UTC(2026, 10, 24, 3, 1)]
  expect(tab.places.asked).toEqual(asked)
  tab.pass(6 * dayMs)
  await tab.record(read('ns/s'))
  await minutes(2)
  expect(tab.places.asked).toEqual(asked)
  tab.pass(dayMs)
  await tab.record(reviewed('ns/mount'))
  await minutes(2)
  expect(tab.places.asked).toHaveLength(2)
})

it('does not ask a browser that has promised', async () => {
  const tab = await createTab({ isPersisted: true })
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  await minutes(1)
  expect(tab.places.asked).toEqual([])
})

it('makes way for what the learner has under way', async () => {
  const tab = await createTab()
  const { minutes } = startOn(tab)
  await tab.record(reviewed('ns/pid'))
  tab.dataStore.setState({ task: { kind: 'backUp', share: 0 } })
  await minutes(1)
  expect(await copiesOf(tab)).toEqual([])
  tab.dataStore.setState({ task: null })
  await minutes(1)
  expect(await copiesOf(tab)).toHaveLength(1)
})
