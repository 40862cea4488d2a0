import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { closings, createdAtOnce, newName, openLog, openRaw, putRaw, settled } from './databases.ts'
import { contentsOf, idsIn, must } from './logContract.ts'
import { reviewed } from './studyEvents.ts'

describe('two tabs', () => {
  it('lose nothing and double nothing when both append at the same time', async () => {
    const name = newName()
    const tabs = [openLog(name), openLog(name)]
    const own = tabs.map((_, tab) => Array.from({ length: 30 }, (__, n) => reviewed(`tab${tab}-${n}`, n + 1)))
    const shared = Array.from({ length: 30 }, (_, n) => reviewed(`both-${n}`, n + 1))
    const appends = tabs.flatMap((log, tab) => [...(own[tab] ?? []), ...shared].map((event) => log.append([event])))
    for (const result of await Promise.all(appends)) must(result)
    for (const log of tabs) {
      const ids = await idsIn(log)
      expect(ids).toHaveLength(90)
      expect(new Set(ids).size).toBe(90)
    }
  })

  it('name the device the same when both ask first', async () => {
    const name = newName()
    const [a, b] = await Promise.all([openLog(name).deviceId(), openLog(name).deviceId()])
    expect(must(a)).toBe(must(b))
  })

  it('call back the watchers of the other tab only, once the rows are there', async () => {
    const name = newName()
    const [writer, reader, elsewhere] = [openLog(name), openLog(name), openLog(newName())]
    const own = vi.fn()
    const foreign = vi.fn()
    writer.watch(own)
    elsewhere.watch(own)
    const seen = new Promise<string[]>((resolve) => {
      reader.watch(() => resolve(idsIn(reader)))
    })
    reader.watch(foreign)
    must(await writer.append([reviewed('a')]))
    expect(await seen).toEqual(['a'])
    await settled()
    expect(foreign).toHaveBeenCalledTimes(1)
    expect(own).not.toHaveBeenCalled()
  })

  it('do not call back for an append that added nothing, nor after the watch has ended', async () => {
    const name = newName()
    const [writer, reader] = [openLog(name), openLog(name)]
    must(await writer.append([reviewed('a')]))
    await settled()
    const calls = vi.fn()
    const end = reader.watch(calls)
    must(await writer.append([reviewed('a')]))
    must(await writer.append([]))
    await settled()
    expect(calls).not.toHaveBeenCalled()
    end()
    must(await writer.append([reviewed('b')]))
    await settled()
    expect(calls).not.toHaveBeenCalled()
  })
})

describe('other versions of the app', () => {
  it('makes way for a newer one and says so from then on', async () => {
    const name = newName()
    const log = openLog(name)
    must(await log.append([reviewed('a')]))
    const blocked = vi.fn()
    const newer = await openDB(name, 2, { blocked })
    closings.push(() => newer.close())
    expect(blocked).not.toHaveBeenCalled()
    for (const answer of [await log.append([reviewed('b')]), await log.readSince(0), await log.deviceId(), await log.readRows(() => {})]) {
      expect(answer).toEqual({ ok: false, error: { reason: 'closed', detail: 'A newer version of the app is open in another tab.' } })
    }
    expect(await newer.getAll('events')).toEqual([reviewed('a')])
  })

  it('finishes the append that is under way when a newer one asks', async () => {
    const name = newName()
    const log = openLog(name)
    await contentsOf(log)
    const append = log.append([reviewed('a')])
    const newer = await openRaw(name, 2)
    must(await append)
    expect(await newer.getAll('events')).toEqual([reviewed('a')])
  })

  it('makes way for the deletion of the data and does not bring the database back', async () => {
    const name = newName()
    const log = openLog(name)
    must(await log.append([reviewed('a')]))
    await deleteDB(name)
    expect(await log.append([reviewed('b')])).toEqual({
      ok: false,
      error: { reason: 'closed', detail: 'The data is being deleted in another tab.' },
    })
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  })

  it('refuses a database of a newer one and leaves it as it is', async () => {
    const name = newName()
    await createdAtOnce(name)
    await putRaw(name, [reviewed('a')])
    const newer = await openRaw(name, 7)
    newer.close()
    const log = openLog(name)
    for (const answer of [await log.append([reviewed('b')]), await log.readSince(0)]) {
      expect(answer).toMatchObject({ ok: false, error: { reason: 'closed', detail: expect.stringMatching(/newer version.*VersionError/) } })
    }
    const raw = await openRaw(name)
    expect(raw.version).toBe(7)
    expect(await raw.getAll('events')).toEqual([reviewed('a')])
  })
})

describe('a database that another tab blocks', () => {
  /** Another tab that holds the database open while a third waits to delete it. */
  const blockedDatabase = async () => {
    const name = newName()
    await createdAtOnce(name)
    const holder = await openRaw(name)
    const deletion = deleteDB(name)
    return {
      name,
      release: async () => {
        holder.close()
        await deletion
      },
    }
  }

  it('answers "blocked" after a while, and works as soon as it is free', async () => {
    const { name, release } = await blockedDatabase()
    const log = openLog(name, 60)
    const answers = await Promise.all([log.append([reviewed('a')]), log.readSince(0), log.deviceId()])
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: { reason: 'blocked', detail: expect.stringContaining('60 ms') } })
    await release()
    must(await log.append([reviewed('a')]))
    expect(await idsIn(log)).toEqual(['a'])
  })

  it('lets an append wait that is freed in time, and opens once for all that wait', async () => {
    const { name, release } = await blockedDatabase()
    const open = vi.spyOn(IDBFactory.prototype, 'open')
    const log = openLog(name)
    const appends = Promise.all([log.append([reviewed('a', 1)]), log.append([reviewed('b', 2)])])
    await settled()
    await release()
    for (const result of await appends) must(result)
    expect(open).toHaveBeenCalledTimes(1)
    expect(await idsIn(log)).toEqual(['a', 'b'])
  })

  it('is let go at once when the log was closed meanwhile', async () => {
    const { name, release } = await blockedDatabase()
    const log = openLog(name, 60)
    await log.readSince(0)
    log.close()
    await release()
    await settled()
    const blocked = vi.fn()
    await deleteDB(name, { blocked })
    expect(blocked).not.toHaveBeenCalled()
  })
})
