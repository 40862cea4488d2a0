const almost = 1e-9

const areNumbersAlike = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= almost * Math.max(1, Math.abs(a), Math.abs(b))

/** Whether two values hold the same, whatever the order of their keys; sums may differ by the order in which they were added. */
export const isAlike = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return areNumbersAlike(a, b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isAlike(value, b.get(key)))
  if (Array.isArray(a) !== Array.isArray(b) || a instanceof Map !== b instanceof Map) return false
  const left = new Map(Object.entries(a))
  const right = new Map(Object.entries(b))
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isAlike(value, right.get(key)))
}
