import { contentHash } from '../hash.ts'

const sameWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A heading's number says where it stands, not what it is: «2. cgroups» becomes «3. cgroups» when a section is put before it. */
const withoutNumber = (heading: string): string => {
  const rest = heading.replace(/^(?:第 ?\d+ ?[章節回部]|\(\d+\)|\d+(?:\.\d+)*[.)]?(?=[\s\p{L}])|\d+[.)])[\s:.、-]*/u, '')
  return rest === '' ? heading : rest
}

const slug = (term: string): string =>
  term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '')

/**
 * Gives each card of one file its id: readable ASCII of the term, then a hash of
 * the heading path and the term. Same path and same term again: `-2`, `-3` … in
 * the order of the file.
 */
export const idMaker = (): ((path: readonly string[], front: string) => string) => {
  const used = new Set<string>()
  const repeats = new Map<string, number>()
  return (path, front) => {
    const term = sameWords(front)
    const base = `${slug(term) || 'card'}-${contentHash([...path.map((part) => withoutNumber(sameWords(part))), term])}`
    let count = (repeats.get(base) ?? 0) + 1
    while (used.has(count === 1 ? base : `${base}-${count}`)) count++
    repeats.set(base, count)
    const id = count === 1 ? base : `${base}-${count}`
    used.add(id)
    return id
  }
}
