import { describe, expect, it, vi } from 'vitest'
import type { StudyEvent } from '../../src/core/history/events.ts'
import { addEvents, emptyProgress, settleTail } from '../../src/core/history/progress.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { linksFor } from '../helpers/catalogue.ts'
import { links } from '../helpers/arbitraries.ts'
import { counts, newName, openLog, openRaw } from './databases.ts'
import { foldedSum, longHistory } from './histories.ts'
import { contentsOf, must, readSum, rowsIn, settleLog } from './logContract.ts'
import { inOrder, reviewed } from './studyEvents.ts'

const history = longHistory(1700)

/** A database that holds the history settled: a snapshot and two segments. */
const settled = async (events: readonly StudyEvent[] = history): Promise<string> => {
  const name = newName()
  const log = openLog(name)
  must(await log.append(events))
  await settleLog(log)
  log.close()
  return name
}
const changeSnapshot = async (name: string, change: (snapshot: unknown) => unknown): Promise<void> => {
  const db = await openRaw(name)
  const changed = change(await db.get('snapshot', 'progress'))
  if (changed === undefined) await db.delete('snapshot', 'progress')
  else await db.put('snapshot', changed, 'progress')
  db.close()
}

describe('settling', () => {
  it('packs all but the recent rows, and a start needs no replay', async () => {
    const name = await settled()
    expect(await counts(name)).toMatchObject({ segments: 2, snapshot: 1, tail: 1700 - 2 * 512 })
    const log = openLog(name)
    const { sum, isReplayed, progress } = await readSum(log)
    expect(isReplayed).toBe(false)
    expect(sum).toEqual(foldedSum(history))
    expect(progress.base?.eventCount).toBe(1700 - 512)
  })

  it('packs a typical history into less than 60 bytes an event', async () => {
    const db = await openRaw(await settled(longHistory(3100).map((event) => ({ ...event, id: crypto.randomUUID() }) as StudyEvent)))
    const segments: { readonly count: number; readonly bytes: Uint8Array }[] = await db.getAll('segments')
    const rows = segments.reduce((sum, { count }) => sum + count, 0)
    const bytes = segments.reduce((sum, each) => sum + each.bytes.length, 0)
    expect(rows).toBe(2560)
    expect(bytes / rows).toBeLessThan(60)
  })

  it('leaves alone what it has packed', async () => {
    const name = await settled()
    const before = await openRaw(name).then((db) => db.getAll('segments'))
    const log = openLog(name)
    must(await log.append(longHistory(2500).slice(1700)))
    await settleLog(log)
    const db = await openRaw(name)
    expect((await db.getAll('segments')).slice(0, 2)).toEqual(before)
    expect(await db.count('segments')).toBeGreaterThan(2)
  })

  it('does nothing for a progress that does not know all that is stored', async () => {
    const name = newName()
    const log = openLog(name)
    must(await log.append(history))
    const { progress, place } = must(await log.readProgress(links, () => {}))
    must(await openLog(name).append([reviewed('late', 5)]))
    must(await log.settle(settleTail(progress, links), place, links))
    expect(await counts(name)).toMatchObject({ segments: 0, snapshot: 0 })
    expect((await readSum(log)).sum).toEqual(foldedSum([...history, reviewed('late', 5)]))
  })

  it('does nothing for a progress of a log that was erased since', async () => {
    const name = newName()
    const log = openLog(name)
    must(await log.append(history))
    const { progress, place } = must(await log.readProgress(links, () => {}))
    must(await openLog(name).erase())
    must(await log.settle(settleTail(progress, links), place, links))
    expect(await counts(name)).toMatchObject({ segments: 0, snapshot: 0, tail: 0 })
    must(await log.append([reviewed('new')]))
    // Places of before the erasure say nothing of what came after it.
    expect(must(await log.readSince(place)).events).toEqual([reviewed('new')])
  })

  it('does not take back the snapshot of a tab that is ahead', async () => {
    const name = newName()
    const [slow, fast] = [openLog(name), openLog(name)]
    must(await slow.append(history))
    const old = must(await slow.readProgress(links, () => {}))
    must(await fast.append(longHistory(2500).slice(1700)))
    await settleLog(fast)
    const ahead = await openRaw(name).then((db) => db.get('snapshot', 'progress'))
    must(await slow.settle(settleTail(old.progress, links), old.place, links))
    expect(await openRaw(name).then((db) => db.get('snapshot', 'progress'))).toEqual(ahead)
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: false, sum: foldedSum(longHistory(2500).slice(1700).concat(history)) })
  })

  it('waits while another tab is at it', async () => {
    const name = newName()
    const log = openLog(name)
    must(await log.append(history))
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const busy = navigator.locks.request(`event-log:${name}`, () => held)
    await settleLog(log)
    expect(await counts(name)).toMatchObject({ segments: 0, snapshot: 0 })
    letGo()
    await busy
    await settleLog(log)
    expect(await counts(name)).toMatchObject({ segments: 2, snapshot: 1 })
  })

  it('keeps rows in the tail that JSON cannot say', async () => {
    const odd = history.slice(0, 3).map((event, n) => ({ ...event, id: `odd-${n}`, mood: [new Date(n), undefined, -0][n] }))
    const name = newName()
    const log = openLog(name)
    must(await log.appendRows([...history, ...odd]))
    await settleLog(log)
    expect((await rowsIn(log)).filter((row) => odd.some(({ id }) => JSON.stringify(row).includes(id)))).toEqual(odd)
    expect((await readSum(log)).progress.eventCount).toBe(1703)
  })
})

describe('a stop in the middle', () => {
  const past = longHistory(1300)
  /** Has the nth write from now on fail and take its transaction with it, as when the process is killed. */
  const killAtWrite = (nth: number): { readonly writes: () => number } => {
    let writes = 0
    const count = (store: IDBObjectStore): void => {
      writes += 1
      if (writes >= nth) store.transaction.abort()
    }
    const { add, put, delete: remove } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      count(this)
      return add.apply(this, given)
    })
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      count(this)
      return put.apply(this, given)
    })
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
      count(this)
      return remove.apply(this, given)
    })
    return { writes: () => writes }
  }
  const settleOnce = async (log: EventLog): Promise<void> => {
    const read = await log.readProgress(links, () => {})
    if (read.ok) await log.settle(settleTail(read.value.progress, links), read.value.place, links)
  }

  it.each<[string, (log: EventLog) => Promise<unknown>]>([
    ['settling', settleOnce],
    ['taking in many rows', (log) => log.appendRows(longHistory(514, 'phone'))],
  ])('of %s loses nothing and doubles nothing, wherever it is', async (_, work) => {
    const counted = new Set<number>()
    let isWhole = false
    let tried = 0
    for (let nth = 1; !isWhole; nth += 1) {
      const name = newName()
      must(await openLog(name).append(past))
      const { writes } = killAtWrite(nth)
      await work(openLog(name))
      isWhole = writes() < nth
      vi.restoreAllMocks()
      tried += 1
      const log = openLog(name)
      const { events } = await contentsOf(log)
      counted.add(events.length)
      expect(events.filter(({ device }) => device === 'pen')).toEqual(inOrder(past))
      expect(await rowsIn(log)).toHaveLength(events.length)
      const expected = foldedSum(events)
      expect((await readSum(log)).sum).toEqual(expected)
      await settleLog(log)
      expect((await readSum(openLog(name))).sum).toEqual(expected)
    }
    expect(tried).toBeGreaterThan(4)
    for (const count of counted) expect([1300, 1814]).toContain(count)
  })
})

describe('the snapshot', () => {
  const withBase = (snapshot: unknown, change: (base: { readonly fold: { readonly facts: Map<unknown, object> } }) => void): unknown => {
    const copy = structuredClone(snapshot)
    if (typeof copy === 'object' && copy !== null && 'base' in copy) change(copy.base as Parameters<typeof change>[0])
    return copy
  }

  it.each<[string, (snapshot: unknown) => unknown]>([
    ['deleted', () => undefined],
    ['rubbish', () => 'rubbish'],
    ['half of one', (snapshot) => ({ ...Object(snapshot), base: { fold: {} } })],
    ['without its sum', (snapshot) => ({ ...Object(snapshot), sum: 0 })],
    ['of another version of the fold', (snapshot) => ({ ...Object(snapshot), versions: [1, 0, 1] })],
    ['of another version of itself', (snapshot) => ({ ...Object(snapshot), versions: [0, 1, 1] })],
    ['of another catalogue', (snapshot) => ({ ...Object(snapshot), links: 5 })],
    ['said to go further than it does', (snapshot) => ({ ...Object(snapshot), place: 99_999 })],
    [
      'changed in one number',
      (snapshot) =>
        withBase(snapshot, ({ fold }) => {
          for (const [id, memory] of fold.facts) fold.facts.set(id, { ...memory, stability: 5 })
        }),
    ],
    ['without one fact', (snapshot) => withBase(snapshot, ({ fold }) => fold.facts.delete('ns/pid'))],
  ])('%s changes nothing but time', async (_, change) => {
    const name = await settled()
    await changeSnapshot(name, change)
    const log = openLog(name)
    expect(await readSum(log)).toMatchObject({ isReplayed: true, sum: foldedSum(history), unread: [] })
    await settleLog(log)
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: false, sum: foldedSum(history) })
  })

  it('is not used for a catalogue in which an item asks another fact', async () => {
    const relinked = linksFor({ ns: [{ id: 'pid', fact: 'ns/mount' }, { id: 'mount' }, { id: 'type' }], caps: [{ id: 'bound' }] })
    const name = await settled()
    expect(await readSum(openLog(name), relinked)).toMatchObject({ isReplayed: true, sum: foldedSum(history, relinked) })
  })

  it('is used although the catalogue lists its items in another order', async () => {
    const name = await settled()
    const shuffled = { ...links, items: new Map([...links.items].toReversed()) }
    expect(await readSum(openLog(name), shuffled)).toMatchObject({ isReplayed: false, sum: foldedSum(history) })
  })

  it.each<[string, boolean, (last: number) => StudyEvent[]]>([
    ['events of today', false, (last) => [reviewed('x', last + 5), reviewed('y', last + 6)]],
    ['an event that belongs among the recent ones', false, (last) => [reviewed('x', last - 5)]],
    ['an event that belongs before the cut', true, () => [reviewed('x', 5)]],
    [
      'an undo of a recent event',
      false,
      (last) => [{ ...reviewed('x', last + 5), kind: 'retracted', events: history.slice(-9, -8).map(({ id }) => id) }],
    ],
    [
      'an undo of an old event',
      true,
      (last) => [{ ...reviewed('x', last + 5), kind: 'retracted', events: history.slice(9, 10).map(({ id }) => id) }],
    ],
    ['other parameters', true, (last) => [{ ...reviewed('x', last + 5), kind: 'fitted', parameters: null }]],
  ])('takes up %s (replay: %j)', async (_, isReplayed, make) => {
    const name = await settled()
    const more = make(history.at(-1)?.at ?? 0)
    must(await openLog(name).append(more))
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed, sum: foldedSum([...history, ...more]) })
  })

  it('takes up rows that were taken in as segments, before the cut and after it', async () => {
    const name = await settled()
    const later = longHistory(2500, 'phone')
      .slice(1800)
      .filter(({ kind }) => kind !== 'retracted')
    expect(must(await openLog(name).appendRows(later))).toBe(later.length)
    expect((await counts(name)).segments).toBe(3)
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: false, sum: foldedSum([...history, ...later]) })
    const earlier = longHistory(700, 'tablet')
    must(await openLog(name).appendRows(earlier))
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: true, sum: foldedSum([...history, ...later, ...earlier]) })
  })

  it('holds nothing of what a clock far ahead has written, so that what is done today need not be replayed', async () => {
    const now = history.at(-1)?.at ?? 0
    const ahead = longHistory(900, 'phone').map((event): StudyEvent => ({ ...event, at: event.at + 400 * 86_400_000 }))
    const name = newName()
    const log = openLog(name)
    must(await log.append([...history, ...ahead]))
    const whole = addEvents(emptyProgress, [...history, ...ahead], links)
    must(await log.settle(settleTail(whole, links, { events: 512, ms: 2 * 86_400_000, now }), must(await log.readSince(0)).place, links))
    must(await log.append([reviewed('today', now + 60_000)]))
    expect(await readSum(openLog(name))).toMatchObject({
      isReplayed: false,
      sum: foldedSum([...history, ...ahead, reviewed('today', now + 60_000)]),
    })
  })
})
