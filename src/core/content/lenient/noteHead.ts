/** The head of a blog post: its title if it names one, and how many lines it takes (0 = none). */
export interface NoteHead {
  readonly title: string | null
  readonly lines: number
  /** The closing line is missing; the head was taken to end where its keys do. */
  readonly unclosed: boolean
}

const none: NoteHead = { title: null, lines: 0, unclosed: false }
const key = { '---': /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,60}["']?\s*:(\s|$)/u, '+++': /^["']?[\p{L}_][\p{L}\p{N}_.-]{0,60}["']?\s*=/u }

/** A comment of YAML looks like a heading of Markdown; after a blank line, or with two marks, it is taken for the latter. */
const looksLikeHead = (line: string, before: string, fence: '---' | '+++'): boolean =>
  key[fence].test(line) ||
  /^\s*$|^[ \t]+\S|^-$|^- (?!\*\*)|^[\]})]/.test(line) ||
  (/^#(?!#)/.test(line) && before.trim() !== '') ||
  (fence === '+++' && line.startsWith('['))

/** Reads YAML (`---`) or TOML (`+++`) front matter; blank lines may stand before it. */
export const readNoteHead = (lines: readonly string[]): NoteHead => {
  const first = lines.findIndex((line) => line.trim() !== '')
  const fence = lines[first]?.trimEnd()
  if (first < 0 || (fence !== '---' && fence !== '+++')) return none
  const isClose = (line: string): boolean => line.trimEnd() === fence || (fence === '---' && line.trimEnd() === '...')
  let end = first + 1
  while (end < lines.length && !isClose(lines[end] ?? '') && looksLikeHead(lines[end] ?? '', lines[end - 1] ?? '', fence)) end++
  const closed = end < lines.length && isClose(lines[end] ?? '')
  if (!closed) {
    // Without its closing line the head ends where blank lines or headings show that the text has begun.
    const blank = lines.findIndex((line, at) => at > first && (line.trim() === '' || /^#{1,6}\s/.test(line)))
    if (blank >= 0) end = Math.min(end, blank)
  }
  const head = lines.slice(first + 1, end)
  if (!head.some((line) => key[fence].test(line)) && !(closed && head.every((line) => line.trim() === ''))) return none
  return { title: titleOf(head, fence), lines: closed ? end + 1 : end, unclosed: !closed }
}

const titleOf = (head: readonly string[], fence: '---' | '+++'): string | null => {
  const pattern = fence === '---' ? /^["']?title["']?\s*:(.*)$/i : /^["']?title["']?\s*=(.*)$/i
  const at = head.findIndex((line) => pattern.test(line))
  const value = pattern.exec(head[at] ?? '')?.[1]?.trim() ?? ''
  const folded = /^[|>][-+]?$/.test(value) || value === ''
  const text = folded ? indentedAfter(head, at) : unquoted(value)
  return at < 0 || text === '' ? null : text
}

const indentedAfter = (head: readonly string[], at: number): string => {
  const rest = head.slice(at + 1)
  const end = rest.findIndex((line) => !/^\s/.test(line))
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map((line) => line.trim())
    .join(' ')
    .trim()
}

const unquoted = (value: string): string => {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value)?.[1]
  if (double !== undefined) return double.replace(/\\(.)/g, '$1').trim()
  const single = /^'((?:[^']|'')*)'/.exec(value)?.[1]
  if (single !== undefined) return single.replace(/''/g, "'").trim()
  const comment = value.search(/\s#/)
  return (comment < 0 ? value : value.slice(0, comment)).trim()
}
