/** Rows of the log are flat; what lies deeper than this was not written by any version. */
const deepestRow = 32

/**
 * Whether JSON gives this value back as it was: no NaN, no date, no bytes, nothing
 * undefined, no holes, not too deep, and no key that would become a prototype.
 */
export const isCarried = (value: unknown, depth = 0): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= deepestRow) return false
  if (Array.isArray(value)) return [...value].every((entry) => isCarried(entry, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  if (Object.hasOwn(value, '__proto__') || Object.getOwnPropertySymbols(value).length > 0) return false
  return Object.values(value).every((entry) => isCarried(entry, depth + 1))
}
