import { describe, expect, it, vi } from 'vitest'
import { clearSiteData, connectionsFromNow, newName, openLog, useBucketOf } from './databases.ts'
import { contentsOf, idsIn, must } from './logContract.ts'
import { reviewed } from './studyEvents.ts'

describe('a connection that the browser takes away', () => {
  it('is opened anew without the caller noticing', async () => {
    const connections = connectionsFromNow()
    const log = openLog(newName())
    must(await log.append([reviewed('a', 1)]))
    connections[0]?.close()
    must(await log.append([reviewed('b', 2)]))
    connections[1]?.close()
    expect(await idsIn(log)).toEqual(['a', 'b'])
    expect(connections).toHaveLength(3)
  })

  it('is opened anew once for all calls that found it gone', async () => {
    const connections = connectionsFromNow()
    const log = openLog(newName())
    must(await log.append([reviewed('a', 1)]))
    connections[0]?.close()
    for (const result of await Promise.all(['b', 'c', 'd'].map((id) => log.append([reviewed(id, 2)])))) must(result)
    expect(await idsIn(log)).toEqual(['a', 'b', 'c', 'd'])
    expect(connections).toHaveLength(2)
  })

  it('is opened anew when a transaction was aborted under way', async () => {
    const log = openLog(newName())
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore, value) {
      const request = this.put(value)
      this.transaction.abort()
      return request
    })
    must(await log.append([reviewed('a', 1), reviewed('b', 2)]))
    expect(await idsIn(log)).toEqual(['a', 'b'])
  })

  it('leads to "closed" when the new one is taken away as well', async () => {
    const log = openLog(newName())
    must(await log.append([reviewed('a')]))
    const open = vi.spyOn(IDBFactory.prototype, 'open')
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    expect(await log.append([reviewed('b')])).toMatchObject({ ok: false, error: { reason: 'closed' } })
    expect(open).toHaveBeenCalledTimes(1)
    vi.restoreAllMocks()
    expect(await idsIn(log)).toEqual(['a'])
  })

  it('is opened anew after the learner has cleared the site’s data', async () => {
    const connections = connectionsFromNow()
    const log = openLog(newName())
    must(await log.append([reviewed('gone')]))
    await clearSiteData()
    must(await log.append([reviewed('new')]))
    expect(await idsIn(log)).toEqual(['new'])
    expect(connections).toHaveLength(2)
  })

  it('is opened anew after site data was cleared during an append, which is saved or told to be not', async () => {
    const log = openLog(newName())
    await contentsOf(log)
    const many = Array.from({ length: 2000 }, (_, n) => reviewed(`many-${n}`, n + 1))
    const [appended] = await Promise.all([log.append(many), clearSiteData()])
    expect([
      { ok: true, value: undefined },
      { ok: false, error: { reason: 'closed', detail: expect.any(String) } },
    ]).toContainEqual(appended)
    must(await log.append([reviewed('last')]))
    expect(await idsIn(log)).toContain('last')
  })

  it('is told as "unknown", in the browser’s words, when the new one fails with an error without a name', async () => {
    const log = openLog(newName())
    await contentsOf(log)
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError')
    })
    expect(await log.readSince(0)).toEqual({ ok: false, error: { reason: 'unknown', detail: 'UnknownError: Internal error.' } })
  })
})

describe('storage that refuses', () => {
  const refusal = (name: string) => () => {
    throw new DOMException('refused', name)
  }

  it('is "full" when the quota is used up, stores none of the batch, and works again when there is room', async () => {
    const log = openLog(newName())
    must(await log.append([reviewed('a', 1)]))
    const add = IDBObjectStore.prototype.add
    vi.spyOn(IDBObjectStore.prototype, 'add')
      .mockImplementationOnce(function (this: IDBObjectStore, ...given) {
        return add.apply(this, given)
      })
      .mockImplementationOnce(refusal('QuotaExceededError'))
    expect(await log.append(['b', 'c', 'd'].map((id) => reviewed(id, 2)))).toMatchObject({ ok: false, error: { reason: 'full' } })
    expect(await idsIn(log)).toEqual(['a'])
    must(await log.append([reviewed('b', 2)]))
    expect(await idsIn(log)).toEqual(['a', 'b'])
  })

  it('is "full" when the browser really has no room left, and loses nothing', async () => {
    await useBucketOf(200_000)
    const log = openLog('narrow')
    must(await log.append([reviewed('a', 1)]))
    const large = Array.from({ length: 20 }, (_, n) => ({ ...reviewed(`large-${n}`, 2), note: '限'.repeat(50_000) }))
    expect(await log.append(large)).toMatchObject({ ok: false, error: { reason: 'full' } })
    expect(await idsIn(log)).toEqual(['a'])
    must(await log.append([reviewed('b', 3)]))
    expect(await idsIn(log)).toEqual(['a', 'b'])
  })

  it.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
    'is "unavailable" when opening is answered with %s, and tries again at the next call',
    async (name) => {
      const log = openLog(newName())
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(refusal(name))
      expect(await log.append([reviewed('a')])).toMatchObject({ ok: false, error: { reason: 'unavailable', detail: `${name}: refused` } })
      must(await log.append([reviewed('a')]))
      expect(await idsIn(log)).toEqual(['a'])
    },
  )

  it('is "unavailable" where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await openLog('none').readSince(0)).toMatchObject({ ok: false, error: { reason: 'unavailable' } })
  })

  it('is "full" when there is no room even to open', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(refusal('QuotaExceededError'))
    expect(await openLog(newName()).readSince(0)).toMatchObject({ ok: false, error: { reason: 'full' } })
  })

  it('is "unknown", with the browser’s own words, for anything else', async () => {
    const log = openLog(newName())
    await contentsOf(log)
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(refusal('DataError'))
    expect(await log.readSince(0)).toEqual({ ok: false, error: { reason: 'unknown', detail: 'DataError: refused' } })
  })
})
