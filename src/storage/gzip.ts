/** What comes out of a stream that the bytes are put through. Rejects where the bytes are not what the stream takes. */
const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> => {
  const writer = stream.writable.getWriter()
  // What goes wrong here goes wrong for the reader too, which tells it.
  writer.write(bytes).catch(() => {})
  writer.close().catch(() => {})
  const reader = stream.readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value)
    length += read.value.length
  }
  const whole = new Uint8Array(length)
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return whole
}

export const gzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => through(bytes, new CompressionStream('gzip'))
/** Rejects what is damaged: gzip ends in a checksum. */
export const gunzip = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => through(bytes, new DecompressionStream('gzip'))
