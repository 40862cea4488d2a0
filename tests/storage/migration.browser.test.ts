import { describe, expect, it, vi } from 'vitest'
import { counts, createFirstVersion, newName, openLog, openRaw } from './databases.ts'
import { foldedSum, longHistory } from './histories.ts'
import { contentsOf, must, readSum, rowsIn, settleLog, strangeRows } from './logContract.ts'
import { inOrder, reviewed } from './studyEvents.ts'

const undo = { ...reviewed('undo', 1_700_000_000_900), kind: 'retracted', event: 'c' }
const foreign = [
  ...strangeRows.map(({ row }) => row),
  { id: 7, at: 5 },
  { id: [1, 'x'], of: new Date(5) },
  { id: new Date(9), more: new Map([['a', 1]]) },
]
const sound = [reviewed('b', 2), reviewed('a', 1), reviewed('c', 1_700_000_000_100)]

const isOf = (ids: ReadonlySet<unknown>, row: unknown): boolean => typeof row === 'object' && row !== null && 'id' in row && ids.has(row.id)

describe('a database of the first version', () => {
  it('opens with every row as it was, strange ones too, its undo of one event, and the name of its device', async () => {
    const name = newName()
    await createFirstVersion(name, [...sound, undo, ...foreign], 'laptop')
    const log = openLog(name)
    const { events, unread } = await contentsOf(log)
    expect(events).toEqual([...inOrder(sound), { ...undo, events: ['c'] }])
    expect(unread).toHaveLength(foreign.length)
    expect(new Set(await rowsIn(log))).toEqual(new Set([...sound, undo, ...foreign]))
    expect((await readSum(log)).sum).toEqual(foldedSum(events))
    expect(must(await log.deviceId())).toBe('laptop')
  })

  it('keeps a copy of its rows as they were before', async () => {
    const name = newName()
    const rows = [...sound, undo, ...foreign]
    await createFirstVersion(name, rows, 'laptop')
    const log = openLog(name)
    must(await log.append([reviewed('new')]))
    const raw = await openRaw(name)
    expect(raw.objectStoreNames.contains('events')).toBe(false)
    expect(new Set(await raw.getAll('beforeMigration'))).toEqual(new Set(rows))
    must(await log.erase())
    expect(await raw.count('beforeMigration')).toBe(0)
  })

  it('takes no event a second time that it had', async () => {
    const name = newName()
    await createFirstVersion(name, sound, 'laptop')
    const log = openLog(name)
    must(await log.append(sound))
    expect(must(await log.appendRows([...sound, { ...reviewed('a'), at: 77 }]))).toBe(0)
    expect(await rowsIn(log)).toHaveLength(sound.length)
  })

  it('settles what it had like any log', async () => {
    const name = newName()
    const history = longHistory(1700)
    await createFirstVersion(name, [...history, undo, ...foreign], 'laptop')
    const log = openLog(name)
    await settleLog(log)
    expect((await counts(name)).segments).toBe(2)
    const ids = new Set(history.map(({ id }) => id))
    const [own, others] = [await rowsIn(log), await rowsIn(log)].map((rows, side) => rows.filter((row) => isOf(ids, row) === (side === 0)))
    expect(own).toEqual(inOrder(history))
    expect(new Set(others)).toEqual(new Set([undo, ...foreign]))
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: false, sum: foldedSum((await contentsOf(log)).events) })
  })

  it('stays as it was when the upgrade fails half-way', async () => {
    const name = newName()
    await createFirstVersion(name, sound, 'laptop')
    const add = IDBObjectStore.prototype.add
    let added = 0
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
      added += 1
      if (added === 2) throw new DOMException('No room.', 'QuotaExceededError')
      return add.apply(this, given)
    })
    const log = openLog(name)
    expect(await log.readSince(0)).toMatchObject({ ok: false, error: { reason: 'full' } })
    const raw = await openRaw(name)
    expect([raw.version, [...raw.objectStoreNames]]).toEqual([1, ['events', 'meta']])
    expect(await raw.getAll('events')).toEqual(inOrder(sound).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    raw.close()
    vi.restoreAllMocks()
    expect((await contentsOf(log)).events).toEqual(inOrder(sound))
  })
})
