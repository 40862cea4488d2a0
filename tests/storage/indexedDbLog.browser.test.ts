import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { createdAtOnce, newName, openLog, openRaw, putRaw, rawRows, settled } from './databases.ts'
import { contentsOf, describeLogContract, must, strangeRows } from './logContract.ts'
import { reviewed } from './studyEvents.ts'

describeLogContract('IndexedDB log', async (rows) => {
  const name = newName()
  await createdAtOnce(name)
  await putRaw(name, rows)
  return openLog(name)
})

describe('storing', () => {
  it('keeps events and the device’s name over a reload', async () => {
    const name = newName()
    const before = openLog(name)
    must(await before.append([reviewed('b', 2), reviewed('a', 1)]))
    const device = must(await before.deviceId())
    before.close()
    const after = openLog(name)
    expect(await contentsOf(after)).toEqual({ events: [reviewed('a', 1), reviewed('b', 2)], unread: [] })
    expect(await after.deviceId()).toEqual({ ok: true, value: device })
  })

  it('asks for every append to be on disk before it counts as done, in one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    must(await openLog(newName()).append([reviewed('a'), reviewed('b')]))
    expect(transaction.mock.calls).toEqual([[['tail', 'segments'], 'readwrite', { durability: 'strict' }]])
  })

  it('opens nothing before the first call', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open')
    openLog(newName())
    await settled()
    expect(open).not.toHaveBeenCalled()
  })

  it('replaces a device name that is no name', async () => {
    const name = newName()
    await createdAtOnce(name)
    const raw = await openRaw(name)
    await raw.put('meta', { oops: true }, 'device')
    const log = openLog(name)
    expect(must(await log.deviceId())).toMatch(/^\S{8,}$/)
    expect(await log.deviceId()).toEqual({ ok: true, value: await raw.get('meta', 'device') })
  })
})

describe('rows that something else has written', () => {
  it('stay byte for byte over appends and reloads', async () => {
    const name = newName()
    await createdAtOnce(name)
    const rows = [
      ...strangeRows.map(({ row }) => row),
      ...[{ id: 7, at: 5 }, { id: [1, 'x'] }, { id: Number.NaN }, { at: 5, kind: 'reviewed' }],
      ...['a string', null, undefined, 3, new Date(0)],
    ]
    await putRaw(name, rows)
    for (const id of ['x', 'y']) {
      const log = openLog(name)
      must(await log.append([reviewed(id)]))
      expect((await contentsOf(log)).unread).toHaveLength(rows.length)
      log.close()
    }
    expect(new Set(await rawRows(name))).toEqual(new Set([...rows, reviewed('x'), reviewed('y')]))
  })

  it('cannot be of a database that is not ours: it is refused and left as it is', async () => {
    const name = newName()
    const foreign = await openDB(name, 1, { upgrade: (db) => db.createObjectStore('pictures') })
    await foreign.put('pictures', 'sand', 'garden')
    foreign.close()
    const log = openLog(name)
    for (const answer of [await log.readSince(0), await log.append([reviewed('a')]), await log.deviceId()]) {
      expect(answer).toMatchObject({ ok: false, error: { reason: 'unknown', detail: expect.stringContaining('NotFoundError') } })
    }
    const raw = await openRaw(name)
    expect([...raw.objectStoreNames]).toEqual(['pictures'])
    expect(await raw.get('pictures', 'garden')).toBe('sand')
  })
})
