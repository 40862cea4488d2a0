const offset = 0x811c9dc5
const prime = 0x01000193
const bits = new Float64Array(1)
const words = new Uint32Array(bits.buffer)

const sumOfText = (start: number, text: string): number => {
  let hash = Math.imul(start ^ text.length, prime)
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), prime)
  return hash
}

const sumFrom = (start: number, value: unknown): number => {
  if (typeof value === 'number') {
    bits[0] = value
    return Math.imul(Math.imul(start ^ 1 ^ (words[0] ?? 0), prime) ^ (words[1] ?? 0), prime)
  }
  if (typeof value === 'string') return sumOfText(start ^ 2, value)
  if (typeof value !== 'object' || value === null) return sumOfText(start ^ 3, String(value))
  let hash = start
  if (Array.isArray(value)) {
    hash = Math.imul(hash ^ 4 ^ value.length, prime)
    for (const part of value) hash = sumFrom(hash, part)
    return hash
  }
  if (value instanceof Map) {
    hash = Math.imul(hash ^ 5 ^ value.size, prime)
    for (const [key, part] of value) hash = sumFrom(sumFrom(hash, key), part)
    return hash
  }
  hash = Math.imul(hash ^ 6, prime)
  for (const [key, part] of Object.entries(value)) hash = sumFrom(sumOfText(hash, key), part)
  return hash
}

/** FNV-1a, 32 bits, over everything that a value of objects, lists and maps holds, in its order. Two values with one sum are equal but for chance. */
export const sumOf = (value: unknown): number => sumFrom(offset, value) >>> 0
