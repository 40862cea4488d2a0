type Bytes = Uint8Array<ArrayBuffer>

const lineEnd = 0x0a

const joined = (parts: readonly Bytes[]): Bytes => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

export interface LineSplitter {
  /** The lines that are complete now, line ends included; `null`: one is longer than allowed. */
  readonly push: (bytes: Bytes) => readonly Bytes[] | null
  /** What is left behind the last line end. */
  readonly rest: () => Bytes
}

/** Cuts a stream of bytes into lines, however the stream was cut. */
export const createLineSplitter = (longestBytes: number): LineSplitter => {
  let begun: Bytes[] = []
  let begunBytes = 0
  return {
    push: (bytes) => {
      const lines: Bytes[] = []
      let start = 0
      for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, start)) {
        const piece = bytes.subarray(start, end + 1)
        if (begunBytes + piece.length > longestBytes) return null
        lines.push(joined([...begun, piece]))
        begun = []
        begunBytes = 0
        start = end + 1
      }
      if (start < bytes.length) {
        begun.push(bytes.subarray(start))
        begunBytes += bytes.length - start
      }
      return begunBytes > longestBytes ? null : lines
    },
    rest: () => joined(begun),
  }
}
