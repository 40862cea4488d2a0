type Bytes = Uint8Array<ArrayBuffer>

/** Packed bytes go on in small pieces, so that one of a file made to burst becomes some MiB and not some GiB at once. */
const pieceBytes = 16_384

export interface UnpackedBytes {
  readonly bytes: ReadableStream<Bytes>
  /** Whether it was the file that could not be read, and not its packing. */
  readonly isUnreadable: () => boolean
}

/** The file's bytes, unpacked if they are gzip. `tell` hears the share read. */
export const unpackedBytes = (file: Blob, isPacked: boolean, tell: (share: number) => void): UnpackedBytes => {
  const reader: ReadableStreamDefaultReader<Bytes> = file.stream().getReader()
  let isUnreadable = false
  let read = 0
  const pieces = new ReadableStream<Bytes>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read().catch((error: unknown) => {
          isUnreadable = true
          throw error
        })
        if (done) return controller.close()
        for (let start = 0; start < value.length; start += pieceBytes) controller.enqueue(value.subarray(start, start + pieceBytes))
        read += value.length
        tell(read / file.size)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
  return {
    bytes: isPacked ? pieces.pipeThrough(new DecompressionStream('gzip')) : pieces,
    isUnreadable: () => isUnreadable,
  }
}
