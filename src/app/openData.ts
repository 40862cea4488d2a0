import type { Links } from '../core/history/links.ts'
import type { Moment } from '../core/time.ts'
import { createBackupFolder, type PickFolder } from '../storage/backup/backupFolder.ts'
import { createCopyShelf } from '../storage/backup/copyShelf.ts'
import { createFileNotes } from '../storage/backup/fileNotes.ts'
import type { EventLog } from '../storage/eventLog.ts'
import { startAutosave } from '../stores/autosave.ts'
import { createDataStore, type DataStore } from '../stores/dataStore.ts'
import type { ProgressStore } from '../stores/progressStore.ts'
import { saveFile } from './saveFile.ts'

declare global {
  interface Window {
    /** The File System Access API, which Chromium alone has. */
    readonly showDirectoryPicker?: PickFolder
  }
}

export interface OpenDataSources {
  readonly log: EventLog
  readonly progressStore: ProgressStore
  readonly links: Links
  readonly now: () => Moment
}

/** The care for the history on this browser's own storage, with the copies that it makes by itself under way. */
export const openData = (own: OpenDataSources): DataStore => {
  const notes = createFileNotes('hakoniwa-files')
  const sources = {
    ...own,
    // A page that is not served securely has no such thing as `navigator.storage` or locks.
    copies: createCopyShelf(async () => (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true })),
    folder: createBackupFolder(notes, window.showDirectoryPicker?.bind(window)),
    notes,
    keeper: {
      persisted: async () => navigator.storage.persisted(),
      persist: async () => navigator.storage.persist(),
      estimate: async () => navigator.storage.estimate(),
    },
    saveFile,
    alone: async <Value>(work: () => Promise<Value>): Promise<Value> =>
      'locks' in navigator ? navigator.locks.request('hakoniwa-copies', work) : work(),
  }
  const dataStore = createDataStore(sources)
  startAutosave(sources, dataStore, (work, ms) => void setTimeout(() => void work(), ms))
  return dataStore
}
