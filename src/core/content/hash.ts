const round = (hash: number, unit: number, prime: number) => Math.imul(hash ^ unit, prime)
const digits = (hash: number) => (hash >>> 0).toString(36).padStart(7, '0')

/** A short digest of any JSON value: tells that a wording changed, and protects nothing. Two 32-bit FNV-like sums over UTF-16 units. */
export const contentHash = (value: unknown): string => {
  const text = JSON.stringify(value) ?? ''
  let a = 0x811c9dc5
  let b = 0x1b873593
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = round(a, unit, 0x01000193)
    b = round(b ^ (a >>> 15), unit, 0x5bd1e995)
  }
  return digits(a) + digits(b)
}
