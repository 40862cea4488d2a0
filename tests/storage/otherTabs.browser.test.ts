import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import type { StudyEvent } from '../../src/core/history/events.ts'
import { eventId } from '../../src/core/ids.ts'
import { closings, counts, createdAtOnce, createFirstVersion, newName, openLog, openRaw, settled } from './databases.ts'
import { contentsOf, idsIn, must, readSum, rowsIn, settleLog } from './logContract.ts'
import { foldedSum, longHistory } from './histories.ts'
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

  it('end with exactly 400 events and the same state when each answers 200, one after another, and settles in between', async () => {
    const name = newName()
    const past = longHistory(1500)
    const first = openLog(name)
    must(await first.append(past))
    const tabs = [first, openLog(name)]
    const own = ['pen', 'phone'].map((device, tab) =>
      longHistory(1900 + tab, device)
        .slice(-200)
        .map((event): StudyEvent => ({ ...event, id: eventId(`${device}-new-${event.id}`) })),
    )
    await Promise.all(
      tabs.map(async (log, tab) => {
        for (const [n, event] of (own[tab] ?? []).entries()) {
          must(await log.append([event]))
          if (n % 50 === 25) await settleLog(log)
        }
      }),
    )
    const expected = foldedSum([...past, ...own.flat()])
    for (const log of [...tabs, openLog(name)]) {
      expect(await idsIn(log)).toHaveLength(past.length + 400)
      expect((await readSum(log)).sum).toEqual(expected)
    }
  })

  it('hear that the other one has erased all', async () => {
    const name = newName()
    const [eraser, other] = [openLog(name), openLog(name)]
    const heard = new Promise((resolve) => {
      other.watch(resolve)
    })
    must(await eraser.erase())
    expect(await heard).toBe('erased')
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
    const newer = await openDB(name, 9, { blocked })
    closings.push(() => newer.close())
    expect(blocked).not.toHaveBeenCalled()
    for (const answer of [await log.append([reviewed('b')]), await log.readSince(0), await log.deviceId(), await log.readRows(() => {})]) {
      expect(answer).toEqual({ ok: false, error: { reason: 'closed', detail: 'A newer version of the app is open in another tab.' } })
    }
    expect(await newer.getAll('tail')).toEqual([reviewed('a')])
  })

  it('finishes the append that is under way when a newer one asks', async () => {
    const name = newName()
    const log = openLog(name)
    await contentsOf(log)
    const append = log.append([reviewed('a')])
    const newer = await openRaw(name, 9)
    must(await append)
    expect(await newer.getAll('tail')).toEqual([reviewed('a')])
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

  /** A database at version 7 with a store and a row that only version 7 knows. */
  const newerDatabase = async (history: readonly StudyEvent[]): Promise<string> => {
    const name = newName()
    const log = openLog(name)
    must(await log.append(history))
    await settleLog(log)
    log.close()
    const newer = await openDB(name, 7, { upgrade: (db) => db.createObjectStore('dreams') })
    await newer.put('dreams', 'sand', 'garden')
    await newer.add('tail', { id: 'future', at: 5, kind: 'dreamt', of: ['日本'] })
    newer.close()
    return name
  }

  it('reads a database of a newer one, adds to it, passes on what it does not know, and changes nothing else', async () => {
    const history = longHistory(1200)
    const name = await newerDatabase(history)
    const before = await counts(name)
    const log = openLog(name)
    const added = longHistory(1201).slice(1200)
    must(await log.append(added))
    expect(must(await log.appendRows([{ id: 'later', at: 9, kind: 'dreamt' }]))).toBe(1)
    const { sum, unread } = await readSum(log)
    expect(sum).toEqual(foldedSum([...history, ...added]))
    expect(unread.map(({ key, why }) => [key, why])).toEqual([
      ['future', 'unknown'],
      ['later', 'unknown'],
    ])
    expect(await rowsIn(log)).toEqual(
      expect.arrayContaining([
        { id: 'future', at: 5, kind: 'dreamt', of: ['日本'] },
        { id: 'later', at: 9, kind: 'dreamt' },
      ]),
    )
    must(await log.appendRows(longHistory(1400, 'phone')))
    await settleLog(log)
    expect(await log.erase()).toMatchObject({ ok: false, error: { reason: 'closed' } })
    expect(await counts(name)).toEqual({ ...before, tail: (before.tail ?? 0) + 2 + 1400 })
    const raw = await openRaw(name)
    expect(raw.version).toBe(7)
    expect(await raw.get('dreams', 'garden')).toBe('sand')
  })

  it('refuses a database of a newer one that keeps the log otherwise, and leaves it as it is', async () => {
    const name = newName()
    const newer = await openDB(name, 7, { upgrade: (db) => db.createObjectStore('events2', { keyPath: 'id' }) })
    await newer.put('events2', reviewed('a'))
    newer.close()
    const log = openLog(name)
    for (const answer of [await log.append([reviewed('b')]), await log.readSince(0)]) {
      expect(answer).toMatchObject({ ok: false, error: { reason: 'closed', detail: expect.stringMatching(/newer version.*VersionError/) } })
    }
    const raw = await openRaw(name)
    expect(raw.version).toBe(7)
    expect(await raw.getAll('events2')).toEqual([reviewed('a')])
  })

  it('takes over from an old one that is open: the old one gives way, and nothing of it is lost', async () => {
    const name = newName()
    await createFirstVersion(name, [reviewed('a')], 'laptop')
    const old = await openDB(name, 1, { blocking: () => old.close() })
    const writing = old.put('events', reviewed('b', 2))
    const log = openLog(name)
    await writing
    expect(await idsIn(log)).toEqual(['b', 'a'])
    expect(must(await log.deviceId())).toBe('laptop')
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
