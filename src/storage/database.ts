import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import { v4 } from 'uuid'
import type { Place } from './eventLog.ts'
import type { Segment } from './segment.ts'

/** Rows and what is derived from them are foreign data until parsed. */
interface Stores extends DBSchema {
  /** What is not sealed yet, one record a row; the key is the row's place. */
  tail: { key: Place; value: unknown; indexes: { id: IDBValidKey } }
  /** Rows that are no longer recent, many to a record, by the order of sealing. Written once and never changed. */
  segments: { key: number; value: Segment; indexes: { first: IDBValidKey; last: IDBValidKey; place: Place } }
  /** Under the key of its segment: the rows in it that a replay has to know before it begins. */
  notable: { key: number; value: readonly unknown[] }
  /** `progress`, the newest snapshot of the fold. Derived: may be deleted at any time. */
  snapshot: { key: string; value: unknown }
  /** What belongs to this device and is not history: `device`, its id; `era`, a new one whenever the log begins anew. */
  meta: { key: string; value: unknown }
  /** The log of version 1, one record an event, until number 2. */
  events: { key: string; value: unknown }
  /** The rows of version 1 as they were before number 2. Nothing reads them: they are there for the case that it was wrong. */
  beforeMigration: { key: string; value: unknown }
}
export type Database = IDBPDatabase<Stores>
const storesInUse = ['tail', 'segments', 'notable', 'snapshot', 'meta'] as const

type Upgrade = IDBPTransaction<Stores, ArrayLike<StoreNames<Stores>>, 'versionchange'>
/** May wait for its own requests and for nothing else, or the upgrade is over under its hands. */
type Migration = (db: Database, tx: Upgrade) => void | Promise<void>

const copiedAtOnce = 1000

/**
 * Number n, counted from 1, brings a database from version n - 1 to n. Learners'
 * databases stand at every one of them: add at the end, never edit.
 */
export const migrations: readonly Migration[] = [
  (db) => {
    db.createObjectStore('events', { keyPath: 'id' })
    db.createObjectStore('meta')
  },
  async (db, tx) => {
    const tail = db.createObjectStore('tail', { autoIncrement: true })
    // A row whose id is no key is stored all the same and is not in this index.
    tail.createIndex('id', 'id', { unique: true })
    const segments = db.createObjectStore('segments', { autoIncrement: true })
    segments.createIndex('first', 'first')
    segments.createIndex('last', 'last')
    segments.createIndex('place', 'place')
    db.createObjectStore('notable')
    db.createObjectStore('snapshot')
    const events = tx.objectStore('events')
    events.name = 'beforeMigration'
    // Some at a time, so that a long history need not stand in memory.
    let keys: readonly string[] = []
    do {
      const range = keys.length === 0 ? null : IDBKeyRange.lowerBound(keys.at(-1), true)
      const [rows, nextKeys] = await Promise.all([events.getAll(range, copiedAtOnce), events.getAllKeys(range, copiedAtOnce)])
      await Promise.all(rows.map(async (row) => tail.add(row)))
      keys = nextKeys
    } while (keys.length === copiedAtOnce)
    await tx.objectStore('meta').put(v4(), 'era')
  },
]

/**
 * Opens a database at the version that the migrations lead to, or, if a newer
 * version of the app has been at it, as it is, as long as it has the stores that
 * are known here. Rejects with what the browser says; waits as long as another tab
 * blocks it. `onSuperseded` must close it: another tab upgrades the database, or
 * deletes it if the new version is null.
 */
export const openDatabase = async (
  name: string,
  steps: readonly Migration[],
  onSuperseded: (newVersion: number | null) => void,
): Promise<Database> => {
  let upgradeError: unknown = null
  const blocking = (_version: number, newVersion: number | null): void => onSuperseded(newVersion)
  try {
    return await openDB<Stores>(name, steps.length, {
      upgrade: async (db, oldVersion, _newVersion, tx) => {
        tx.addEventListener('abort', () => {
          upgradeError ??= tx.error
        })
        // Told once, by the opening that fails with it.
        tx.done.catch(() => {})
        try {
          for (const step of steps.slice(oldVersion)) await step(db, tx)
        } catch (error) {
          upgradeError = tx.error ?? error
          abort(tx)
        }
      },
      blocking,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') return openNewer(name, blocking, error)
    // The opening only knows that its upgrade was aborted; the upgrade knows why.
    throw upgradeError ?? error
  }
}

const openNewer = async (name: string, blocking: (version: number, newVersion: number | null) => void, refusal: DOMException) => {
  const db = await openDB<Stores>(name, undefined, { blocking })
  if (storesInUse.every((store) => db.objectStoreNames.contains(store))) return db
  db.close()
  throw refusal
}

/** Whether a newer version of the app has changed the database: what it holds is then added to and left as it is otherwise. */
export const isNewer = (db: Database): boolean => db.version > migrations.length

interface Transaction {
  readonly done: Promise<void>
  readonly error: DOMException | null
  abort(): void
}

const abort = (tx: Pick<Transaction, 'abort'>): void => {
  try {
    tx.abort()
  } catch {
    // Over already.
  }
}

/** The outcome of a transaction's requests once it is complete; all of it or, with the reason, none of it. */
export const outcome = async <Value>(tx: Transaction, requests: Promise<Value>): Promise<Value> => {
  try {
    const [value] = await Promise.all([requests, tx.done])
    return value
  } catch (error) {
    // The transaction knows why it failed; its requests may know only that it was aborted.
    const cause = tx.error ?? error
    // An error thrown before its request was made would leave the other requests to be committed.
    abort(tx)
    throw cause
  }
}
