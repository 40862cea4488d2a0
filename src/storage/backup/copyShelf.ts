import { ok, fail, type Result } from '../../core/result.ts'
import type { StorageFailure } from '../eventLog.ts'
import { storageFailure } from '../storageFailure.ts'
import { type CopyReason, copyReasons, type CopyStub, keptCopies } from '../../core/copies/keptCopies.ts'

type Stored<Value> = Promise<Result<Value, StorageFailure>>

/** Copies of the log that lie beside it in this browser, in files of their own: what damages the database leaves them alone. */
export interface CopyShelf {
  /** Newest first. */
  list(): Stored<readonly CopyStub[]>
  /** The copy is there whole once this resolves, or not at all. */
  put(copy: Pick<CopyStub, 'at' | 'rows' | 'reason'>, file: Blob): Stored<CopyStub>
  open(name: string): Stored<Blob>
  remove(name: string): Stored<void>
  /** Removes what need not stay, so that together they stay below that size. */
  thin(offsetMin: number, mostBytes: number): Stored<void>
}

const nameOf = ({ at, rows, reason }: Pick<CopyStub, 'at' | 'rows' | 'reason'>): string => `copy-${at}-${rows}-${reason}.ndjson.gz`
const ownName = /^copy-(?<at>\d{1,15})-(?<rows>\d{1,12})-(?<reason>[a-z]+)\.ndjson\.gz$/
const isReason = (word: string | undefined): word is CopyReason => copyReasons.some((reason) => reason === word)

const stubOf = (name: string, bytes: number): CopyStub | null => {
  const found = ownName.exec(name)?.groups
  const reason = found?.reason
  // Of a copy that was never finished only the name is there.
  if (found === undefined || !isReason(reason) || bytes === 0) return null
  return { name, at: Number(found.at), rows: Number(found.rows), reason, bytes }
}

const shelfFailure = (error: unknown): StorageFailure =>
  error instanceof TypeError ? { reason: 'unavailable', detail: `${error.name}: ${error.message}` } : storageFailure(error)

/** `openFolder`: where they lie, the origin's private file system in the app; it may reject, and so may all that the browser does with it. */
export const createCopyShelf = (openFolder: () => Promise<FileSystemDirectoryHandle>): CopyShelf => {
  const inFolder = async <Value>(work: (folder: FileSystemDirectoryHandle) => Promise<Value>): Stored<Value> => {
    try {
      return ok(await work(await openFolder()))
    } catch (error) {
      return fail(shelfFailure(error))
    }
  }
  const listed = async (folder: FileSystemDirectoryHandle): Promise<readonly CopyStub[]> => {
    const stubs: CopyStub[] = []
    for await (const [name, handle] of folder.entries()) {
      if (!ownName.test(name) || !isFile(handle)) continue
      const stub = stubOf(name, (await handle.getFile()).size)
      if (stub !== null) stubs.push(stub)
    }
    return stubs.sort((a, b) => b.at - a.at)
  }
  return {
    list: () => inFolder(listed),
    put: (copy, file) =>
      inFolder(async (folder) => {
        const name = nameOf(copy)
        try {
          await writeWhole(await folder.getFileHandle(name, { create: true }), file)
        } catch (error) {
          await folder.removeEntry(name).catch(() => undefined)
          throw error
        }
        return { ...copy, name, bytes: file.size }
      }),
    open: (name) => inFolder(async (folder) => (await folder.getFileHandle(name)).getFile()),
    remove: (name) => inFolder((folder) => folder.removeEntry(name)),
    thin: (offsetMin, mostBytes) =>
      inFolder(async (folder) => {
        const all = await listed(folder)
        const kept = new Set(keptCopies(all, offsetMin, mostBytes))
        for (const copy of all) if (!kept.has(copy)) await folder.removeEntry(copy.name)
      }),
  }
}

export const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file'

/** The browser writes beside the file and puts it in its place at the end, so a torn write leaves what was there. */
export const writeWhole = async (handle: FileSystemFileHandle, file: Blob): Promise<void> => {
  const stream = await handle.createWritable()
  try {
    await stream.write(file)
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
}

const mib = 1_048_576
/** All copies together: a tenth of what the browser grants, and never more than 256 MiB; 64 MiB where it does not say. */
export const mostCopyBytes = (quota: number | undefined): number => (quota === undefined ? 64 * mib : Math.min(quota / 10, 256 * mib))
