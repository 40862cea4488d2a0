import type { FileNotes } from '../../src/storage/backup/fileNotes.ts'

/** What a browser's folder does when it has no room, or no permission any more. */
export interface FolderTrouble {
  refuse?: Error
  permission?: PermissionState
}

/** A folder of the browser's file system, in memory: as much of it as the app uses. */
export const createMemoryFolder = (name = 'folder', trouble: FolderTrouble = {}) => {
  const files = new Map<string, Blob>()
  const fileHandle = (file: string) => ({
    kind: 'file',
    name: file,
    getFile: async () => files.get(file) ?? new Blob([]),
    createWritable: async () => {
      let written = new Blob([])
      return {
        write: async (content: Blob) => {
          if (trouble.refuse !== undefined) throw trouble.refuse
          written = content
        },
        close: async () => void files.set(file, written),
        abort: async () => undefined,
      }
    },
  })
  const folder = {
    kind: 'directory',
    name,
    getFileHandle: async (file: string, { create = false } = {}) => {
      if (!files.has(file) && !create) throw new DOMException(file, 'NotFoundError')
      if (!files.has(file)) files.set(file, new Blob([]))
      return fileHandle(file)
    },
    removeEntry: async (file: string) => {
      if (!files.delete(file)) throw new DOMException(file, 'NotFoundError')
    },
    async *entries() {
      for (const file of [...files.keys()]) yield [file, fileHandle(file)]
    },
    queryPermission: async () => trouble.permission ?? 'granted',
    requestPermission: async () => {
      trouble.permission = 'granted'
      return 'granted'
    },
  }
  // The rest of the interface is not used.
  return { handle: folder as unknown as FileSystemDirectoryHandle, files }
}

/** Notes that last as long as the test. */
export const createMemoryNotes = (): FileNotes => {
  const notes = new Map<string, unknown>()
  return {
    get: async (key) => notes.get(key),
    set: async (key, value) => void notes.set(key, value),
  }
}
