import { fail, ok, type Result } from '../../core/result.ts'
import type { Moment } from '../../core/time.ts'
import type { StorageFailure } from '../eventLog.ts'
import { storageFailure } from '../storageFailure.ts'
import { localDate } from './backupFormat.ts'
import { isFile, writeWhole } from './copyShelf.ts'
import type { FileNotes } from './fileNotes.ts'
import { type CopyStub, keptCopies, retention } from '../../core/copies/keptCopies.ts'

/** The part of the File System Access API that TypeScript does not know. */
interface PermittedFolder extends FileSystemDirectoryHandle {
  queryPermission(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>
}
export type PickFolder = (wish: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

/** `asks`: the browser wants to be asked again, which takes a press of a button. */
export type FolderState = { readonly kind: 'unsupported' | 'none' } | { readonly kind: 'ready' | 'asks'; readonly name: string }

/** A folder of the learner's own, into which backups are written after changes. */
export interface BackupFolder {
  state(): Promise<FolderState>
  /** Lets the learner pick one; only in answer to a press. */
  pick(): Promise<FolderState>
  /** Asks for the permission that was lost; only in answer to a press. */
  allow(): Promise<FolderState>
  /** No more is written; what lies in the folder stays. */
  forget(): Promise<FolderState>
  /** Resolves with the name of the file: one for each day, and never one with less in place of one with more. */
  write(backup: { readonly file: Blob; readonly device: string; readonly moment: Moment }): Promise<Result<string, StorageFailure>>
}

const wish = { mode: 'readwrite' } as const
const isFolder = (value: unknown): value is PermittedFolder =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'directory' && 'queryPermission' in value

/** `pickFolder`: `showDirectoryPicker`, where there is one. */
export const createBackupFolder = (notes: FileNotes, pickFolder: PickFolder | undefined): BackupFolder => {
  const stateOf = (folder: PermittedFolder, permission: PermissionState): FolderState => ({
    kind: permission === 'granted' ? 'ready' : 'asks',
    name: folder.name,
  })
  const kept = async (): Promise<PermittedFolder | null> => {
    const folder = await notes.get('folder')
    return isFolder(folder) ? folder : null
  }
  const state = async (): Promise<FolderState> => {
    if (pickFolder === undefined) return { kind: 'unsupported' }
    const folder = await kept()
    return folder === null ? { kind: 'none' } : stateOf(folder, await folder.queryPermission(wish))
  }
  return {
    state,
    pick: async () => {
      try {
        const folder = await pickFolder?.({ id: 'hakoniwa', mode: 'readwrite' })
        if (folder !== undefined) await notes.set('folder', folder)
      } catch {
        // The learner changed their mind, or the browser will not have this folder; what was, stays.
      }
      return state()
    },
    allow: async () => {
      const folder = await kept()
      return folder === null ? state() : stateOf(folder, await folder.requestPermission(wish).catch(() => 'denied' as const))
    },
    forget: async () => {
      await notes.set('folder', null)
      return state()
    },
    write: async ({ file, device, moment }) => {
      try {
        const folder = await kept()
        if (folder === null) return fail({ reason: 'unavailable', detail: 'No folder has been chosen.' })
        const name = await freeName(folder, `hakoniwa-${shortOf(device)}-${localDate(moment)}`, file.size)
        await writeWhole(await folder.getFileHandle(name, { create: true }), file)
        await thinFolder(folder, device)
        return ok(name)
      } catch (error) {
        return fail(error instanceof DOMException && error.name === 'NotAllowedError' ? forbidden(error) : storageFailure(error))
      }
    },
  }
}

const forbidden = (error: DOMException): StorageFailure => ({ reason: 'unavailable', detail: `${error.name}: ${error.message}` })

const ownNames = (device: string): RegExp => new RegExp(`^hakoniwa-${shortOf(device)}-(?<date>\\d{4}-\\d{2}-\\d{2})(-\\d+)?\\.ndjson\\.gz$`)
/** Enough of a device's name to tell two browsers that share a folder apart. */
const shortOf = (device: string): string => device.replaceAll(/[^a-z0-9]/gi, '').slice(0, 8)

/** The day's name, or the first numbered one behind it whose file is not larger: after an erasure the fuller file stays. */
const freeName = async (folder: FileSystemDirectoryHandle, stem: string, bytes: number): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.ndjson.gz`
    const there = await folder
      .getFileHandle(name)
      .then((handle) => handle.getFile())
      .catch(() => null)
    if (there === null || there.size <= bytes) return name
  }
}

/** Of this device's own files those of the last days and weeks stay, by the rule of the copies; others are not touched. */
const thinFolder = async (folder: FileSystemDirectoryHandle, device: string): Promise<void> => {
  const files: CopyStub[] = []
  const own = ownNames(device)
  for await (const [name, handle] of folder.entries()) {
    const date = own.exec(name)?.groups?.date
    if (date === undefined || !isFile(handle)) continue
    const { size } = await handle.getFile()
    files.push({ name, at: Date.parse(date), reason: 'auto', rows: size, bytes: size })
  }
  const kept = new Set(keptCopies(files, 0, Number.POSITIVE_INFINITY, { ...retention, recent: 0 }))
  for (const file of files) if (!kept.has(file)) await folder.removeEntry(file.name)
}
