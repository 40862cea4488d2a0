import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { afterEach, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { createIndexedDbLog } from '../../src/storage/indexedDbLog.ts'
import { contentsOf } from './logContract.ts'

declare global {
  interface Navigator {
    /** Storage Buckets, which Chromium has and TypeScript does not know yet. */
    readonly storageBuckets: {
      open(name: string, options?: { readonly quota: number }): Promise<{ readonly indexedDB: IDBFactory }>
      delete(name: string): Promise<void>
    }
  }
}

/** What the next test must not find open. */
export const closings: (() => void)[] = []
const names: string[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const close of closings.splice(0)) close()
  await Promise.all(names.splice(0).map((name) => deleteDB(name)))
})

export const newName = (): string => {
  const name = `log-${crypto.randomUUID()}`
  names.push(name)
  return name
}
/** One tab's log. */
export const openLog = (name: string, patienceMs?: number): EventLog => {
  const log = createIndexedDbLog({ name, ...(patienceMs === undefined ? {} : { patienceMs }) })
  closings.push(() => log.close())
  return log
}
/** The database itself, past the log. Without a version: as it is. */
export const openRaw = async (name: string, version?: number): Promise<IDBPDatabase> => {
  const db = await openDB(name, version)
  closings.push(() => db.close())
  return db
}
export const createdAtOnce = async (name: string): Promise<void> => {
  const log = createIndexedDbLog({ name })
  await contentsOf(log)
  log.close()
}
/** Puts rows where the log keeps what is not sealed, as something else might. */
export const putRaw = async (name: string, rows: readonly unknown[]): Promise<void> => {
  const db = await openRaw(name)
  for (const row of rows) await db.add('tail', row)
  db.close()
}
export const rawRows = async (name: string): Promise<unknown[]> => {
  const db = await openRaw(name)
  const rows = await db.getAll('tail')
  db.close()
  return rows
}
/** A database as the first version of the app left it. */
export const createFirstVersion = async (name: string, rows: readonly unknown[], device: unknown): Promise<void> => {
  const db = await openDB(name, 1, {
    upgrade: (made) => {
      made.createObjectStore('events', { keyPath: 'id' })
      made.createObjectStore('meta')
    },
  })
  for (const row of rows) await db.put('events', row)
  await db.put('meta', device, 'device')
  db.close()
}
/** How many records each store holds. */
export const counts = async (name: string): Promise<Record<string, number>> => {
  const db = await openRaw(name)
  const entries = await Promise.all([...db.objectStoreNames].map(async (store) => [store, await db.count(store)] as const))
  db.close()
  return Object.fromEntries(entries)
}
export const clearSiteData = () => cdp().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' })
/** Databases with a quota of their own, in bytes. */
export const useBucketOf = async (quota: number): Promise<void> => {
  const name = crypto.randomUUID()
  const bucket = await navigator.storageBuckets.open(name, { quota })
  vi.stubGlobal('indexedDB', bucket.indexedDB)
  closings.push(() => void navigator.storageBuckets.delete(name))
}
export const settled = () => new Promise((resolve) => setTimeout(resolve, 50))
/** Every connection that is opened from now on. */
export const connectionsFromNow = (): IDBDatabase[] => {
  const connections: IDBDatabase[] = []
  const open = IDBFactory.prototype.open
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...given) {
    const request = open.apply(this, given)
    request.addEventListener('success', () => connections.push(request.result))
    return request
  })
  return connections
}
