import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, it } from 'vitest'
import { type Database, migrations, openDatabase } from '../../src/storage/database.ts'
import { reviewed } from './studyEvents.ts'

const name = 'database-test'
const opened: Database[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) db.close()
  await deleteDB(name)
})

const open = async (steps: typeof migrations): Promise<Database> => {
  const db = await openDatabase(name, steps, () => {})
  opened.push(db)
  return db
}

describe('openDatabase', () => {
  it('makes version 1: events by their id, and what belongs to the device', async () => {
    const db = await open(migrations.slice(0, 1))
    expect(db.version).toBe(1)
    expect([...db.objectStoreNames]).toEqual(['events', 'meta'])
    const tx = db.transaction(['events', 'meta'])
    expect([tx.objectStore('events').keyPath, tx.objectStore('meta').keyPath]).toEqual(['id', null])
  })

  it('makes version 2: a tail, segments, what is notable in them, a snapshot, and the rows of version 1 kept apart', async () => {
    const db = await open(migrations.slice(0, 2))
    expect(db.version).toBe(2)
    expect([...db.objectStoreNames]).toEqual(['beforeMigration', 'meta', 'notable', 'segments', 'snapshot', 'tail'])
    const tx = db.transaction(['tail', 'segments'])
    expect([tx.objectStore('tail').keyPath, tx.objectStore('tail').autoIncrement]).toEqual([null, true])
    expect([...tx.objectStore('tail').indexNames]).toEqual(['id'])
    expect(tx.objectStore('tail').index('id').unique).toBe(true)
    expect([...tx.objectStore('segments').indexNames]).toEqual(['first', 'last', 'place'])
  })

  it('runs only the migrations that a database has not had, and keeps its rows', async () => {
    const first = await open(migrations.slice(0, 1))
    await first.put('events', reviewed('a'))
    first.close()
    const ran: number[] = []
    const later = [2, 3].map((version) => () => {
      ran.push(version)
    })
    const db = await open([...migrations.slice(0, 1), ...later])
    expect(ran).toEqual([2, 3])
    expect(db.version).toBe(3)
    expect(await db.getAll('events')).toEqual([reviewed('a')])
  })

  it('says why an upgrade failed and leaves the database as it was', async () => {
    const first = await open(migrations.slice(0, 1))
    await first.put('events', reviewed('a'))
    first.close()
    const broken: (typeof migrations)[number] = (db, tx) => {
      db.deleteObjectStore('meta')
      tx.objectStore('events')
        .add(reviewed('a'))
        .catch(() => {})
    }
    await expect(open([...migrations.slice(0, 1), broken])).rejects.toMatchObject({ name: 'ConstraintError' })
    const raw = await openDB(name)
    expect([raw.version, [...raw.objectStoreNames], await raw.getAll('events')]).toEqual([1, ['events', 'meta'], [reviewed('a')]])
    raw.close()
  })

  it('waits for a tab that blocks the upgrade, and opens when it is gone', async () => {
    await open(migrations.slice(0, 1)).then((db) => db.close())
    const stubborn = await openDB(name)
    let isOpen = false
    const upgraded = open([...migrations.slice(0, 1), () => {}]).then((db) => {
      isOpen = true
      return db.version
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isOpen).toBe(false)
    stubborn.close()
    expect(await upgraded).toBe(2)
  })
})
