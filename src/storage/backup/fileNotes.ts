import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What this browser remembers about files; not history, and not in any backup. */
export type NoteKey = 'folder' | 'folderWritten' | 'lastBackup' | 'persistAsked'

/** Neither call rejects: a browser that stores nothing remembers nothing. */
export interface FileNotes {
  get(key: NoteKey): Promise<unknown>
  set(key: NoteKey, value: unknown): Promise<void>
}

interface Stores extends DBSchema {
  notes: { key: string; value: unknown }
}

/** In a database of its own, since only a database can hold the handle of a folder. */
export const createFileNotes = (name: string): FileNotes => {
  const withDatabase = async (work: (db: IDBPDatabase<Stores>) => Promise<unknown>): Promise<unknown> => {
    try {
      const db = await openDB<Stores>(name, 1, { upgrade: (made) => void made.createObjectStore('notes') })
      try {
        return await work(db)
      } finally {
        db.close()
      }
    } catch {
      // Private mode, no room, storage switched off: the app works without what it would remember.
      return undefined
    }
  }
  return {
    get: (key) => withDatabase((db) => db.get('notes', key)),
    set: async (key, value) => {
      await withDatabase((db) => db.put('notes', value, key))
    },
  }
}
