import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'

interface Stores extends DBSchema {
  /** The log, one record an event. Rows are foreign data until parsed. */
  events: { key: string; value: unknown }
  /** What belongs to this device and is not history: `device`, its id. */
  meta: { key: string; value: unknown }
}
export type Database = IDBPDatabase<Stores>
type Upgrade = IDBPTransaction<Stores, ArrayLike<StoreNames<Stores>>, 'versionchange'>
type Migration = (db: Database, tx: Upgrade) => void

/**
 * Number n, counted from 1, brings a database from version n - 1 to n. Learners'
 * databases stand at every one of them: add at the end, never edit.
 */
export const migrations: readonly Migration[] = [
  (db) => {
    db.createObjectStore('events', { keyPath: 'id' })
    db.createObjectStore('meta')
  },
]

/**
 * Opens a database at the version that the migrations lead to. Rejects with what
 * the browser says; waits as long as another tab blocks it. `onSuperseded` must
 * close it: another tab upgrades the database, or deletes it if the new version is
 * null.
 */
export const openDatabase = async (
  name: string,
  steps: readonly Migration[],
  onSuperseded: (newVersion: number | null) => void,
): Promise<Database> => {
  let upgradeError: DOMException | null = null
  try {
    return await openDB<Stores>(name, steps.length, {
      upgrade: (db, oldVersion, _newVersion, tx) => {
        tx.addEventListener('abort', () => {
          upgradeError = tx.error
        })
        // Told once, by the opening that fails with it.
        tx.done.catch(() => {})
        for (const step of steps.slice(oldVersion)) step(db, tx)
      },
      blocking: (_version, newVersion) => onSuperseded(newVersion),
    })
  } catch (error) {
    // The opening only knows that its upgrade was aborted; the upgrade knows why.
    throw upgradeError ?? error
  }
}
