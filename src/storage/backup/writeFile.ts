import { ok, type Result } from '../../core/result.ts'
import type { StorageFailure } from '../eventLog.ts'
import { type Attended, readInOrder, type RowSource } from './readInOrder.ts'

/** Turns the rows of a log into the bytes of a file. Made anew for each try. */
export interface RowWriter {
  /** Every row once, before anything is written. */
  readonly look?: (row: unknown) => void
  readonly begin: () => string
  /** The next rows in the order of `(at, id)`. */
  readonly rows: (rows: readonly unknown[]) => Uint8Array<ArrayBuffer>
  readonly end: () => string
}

type Bytes = Uint8Array<ArrayBuffer>

/** A file that is written piece by piece; what is held is what comes out of the packing. */
const createFile = (type: string, isPacked: boolean) => {
  const { readable, writable } = new TransformStream<Bytes, Bytes>()
  const writer = writable.getWriter()
  const bytes = isPacked ? readable.pipeThrough(new CompressionStream('gzip')) : readable
  const blob = new Response(bytes, { headers: { 'content-type': type } }).blob()
  // Once the file has been given up nobody waits for it.
  blob.catch(() => undefined)
  return {
    write: (piece: Bytes): Promise<void> => writer.write(piece),
    done: async (): Promise<Blob> => {
      await writer.close()
      return blob
    },
    giveUp: (): Promise<void> => writer.abort('given up').catch(() => undefined),
  }
}

/** A whole log as one file, of which no more than a part is held unpacked. */
export const writeFile = async (
  source: RowSource,
  { type, isPacked }: { readonly type: string; readonly isPacked: boolean },
  open: () => RowWriter,
  attended: Attended,
): Promise<Result<Blob, StorageFailure>> => {
  const encoder = new TextEncoder()
  let file: ReturnType<typeof createFile> | undefined
  const start = () => {
    void file?.giveUp()
    const own = createFile(type, isPacked)
    file = own
    const writer = open()
    let isBegun = false
    return {
      ...(writer.look === undefined ? {} : { look: writer.look }),
      take: async (rows: readonly unknown[], rest: unknown) => {
        if (!isBegun) await own.write(encoder.encode(writer.begin()))
        isBegun = true
        await own.write(writer.rows(rows))
        if (rest === null) await own.write(encoder.encode(writer.end()))
      },
    }
  }
  let isWritten = false
  try {
    const read = await readInOrder(source, start, attended)
    if (!read.ok) return read
    isWritten = true
  } finally {
    if (!isWritten) await file?.giveUp()
  }
  return ok((await file?.done()) ?? new Blob([]))
}
