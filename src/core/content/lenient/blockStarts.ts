import { indentOf, isBlank, type Line } from './noteLines.ts'

/** What begins a block, line by line. Every test here is linear in the length of the line. */

export interface ListMark {
  readonly indent: number
  /** Columns before the text of the item. */
  readonly width: number
  /** As it is shown again in the back of a card. */
  readonly shown: string
  readonly number: number | null
}

/**
 * A list mark. Beside Markdown's own: a full-width space after it, none before
 * bold text, and the marks that Japanese authors type (`・`, `①`, `1）`).
 */
export const listMark = (text: string): ListMark | null => {
  const found =
    /^( *)([-*+]|\d{1,9}[.)])(?: {1,4}(?! )| (?= {4})|\u3000|$)/.exec(text) ??
    /^( *)([-+]|\d{1,9}[.)])(?=\*\*|__)/.exec(text) ??
    /^( *)([・●○■◆◇•▪][ \u3000]*|[①-⑳][ \u3000]*|\d{1,9}[．）][ \u3000]*|[（(]\d{1,3}[）)][ \u3000]*)(?=\S)/.exec(text)
  if (found === null) return null
  const mark = (found[2] ?? '').trim()
  const digits = /\d+/.exec(mark)?.[0]
  const number = digits === undefined ? null : Number(digits)
  return { indent: (found[1] ?? '').length, width: found[0].length, shown: number === null ? '- ' : `${digits}. `, number }
}

export const headingMark = (text: string): { level: number; text: string } | null => {
  const found = /^ {0,3}(#{1,6})(?:[ \u3000]+|$)/.exec(text) ?? /^ {0,3}(#{2,6})(?=[^#\s])/.exec(text)
  if (found === null) return null
  const rest = text.slice(found[0].length).trim()
  let end = rest.length
  while (rest.charAt(end - 1) === '#') end--
  const isClosed = end === 0 || /[ \u3000]/.test(rest.charAt(end - 1))
  return { level: found[1]?.length ?? 1, text: (isClosed ? rest.slice(0, end) : rest).replace(/ ?\{#[^{}]*\}$/, '').trim() }
}

export const isRule = (text: string): boolean => {
  const mark = text.trimStart().charAt(0)
  if (indentOf(text) > 3 || (mark !== '-' && mark !== '*' && mark !== '_')) return false
  let count = 0
  for (const char of text) {
    if (char === mark) count++
    else if (char !== ' ' && char !== '\t') return false
  }
  return count >= 3
}

export const fenceMark = (text: string): string | null => {
  const found = /^ *(`{3,}|~{3,})([\s\S]*)$/.exec(text)
  const fence = found?.[1] ?? null
  return fence === null || (fence.startsWith('`') && found?.[2]?.includes('`') === true) ? null : fence
}

export const isQuote = (text: string): boolean => text.trimStart().startsWith('>')

/** `:::name`, `:::` and `!!! note`: their marks are left, what stands between them is read. */
export const isDirective = (text: string): boolean => /^ *(?::{3,}|(?:!!!|\?\?\?)\+? +\w)/.test(text)

/** A line of a site generator: Hugo shortcode, Liquid tag, kramdown attributes, table of contents. */
export const isShortcode = (text: string): boolean => {
  const line = text.trim()
  return (
    (line.startsWith('{{') && line.endsWith('}}')) ||
    (line.startsWith('{%') && line.endsWith('%}')) ||
    (line.startsWith('{:') && line.endsWith('}')) ||
    /^\[\[?_?toc_?\]?\]$/i.test(line)
  )
}

/** `[^note]: text` or `[key]: address`. */
export const definitionMark = (text: string): 'footnote' | 'link-definition' | null => {
  const found = /^ {0,3}\[(\^?)[^\][]{1,200}\]:(?:\s|$)/.exec(text)
  return found === null ? null : found[1] === '^' ? 'footnote' : 'link-definition'
}

const blockTags =
  'address|article|aside|audio|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|iframe|legend|li|link|main|meta|nav|ol|p|pre|script|section|style|summary|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video'
const blockTag = new RegExp(`^ {0,3}</?(${blockTags})(?=[\\s/>]|$)`, 'i')
/** The name of the HTML element that begins or ends here, in lower case. */
export const htmlBlock = (text: string): string | null => blockTag.exec(text)?.[1]?.toLowerCase() ?? null
/** A line of tags and nothing else, such as `<a id="x"></a>` or `<br>`. */
export const isTagsOnly = (text: string): boolean => /^ *(?:<\/?[a-z][^<>]*> *)+$/i.test(text)

/** The cells of a table row: split at `|`, not at `\|`. */
export const cellsOf = (text: string): string[] => {
  const row = text.trim()
  const cells: string[] = []
  let cell = ''
  for (let at = row.startsWith('|') ? 1 : 0; at < row.length; at++) {
    const char = row.charAt(at)
    if (char === '\\' && row.charAt(at + 1) === '|') {
      cell += '|'
      at++
    } else if (char === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (cell.trim() !== '' || !row.endsWith('|')) cells.push(cell.trim())
  return cells
}

export const isTable = (lines: readonly Line[], at: number): boolean => {
  const head = lines[at]
  const rule = lines[at + 1]
  if (head === undefined || rule === undefined || isBlank(rule) || !head.text.includes('|') || !/^[ |:-]+$/.test(rule.text)) return false
  const rules = cellsOf(rule.text)
  return rules.every((cell) => /^:?-+:?$/.test(cell)) && rules.length === cellsOf(head.text).length
}

/** Nothing but a paragraph or a table begins with a letter. */
export const beginsWithWord = (text: string): boolean => /^ {0,3}\p{L}/u.test(text)

/** Whether a paragraph ends before this line although no blank line stands there. */
export const startsBlock = (lines: readonly Line[], at: number): boolean => {
  const text = lines[at]?.text ?? ''
  if (beginsWithWord(text)) return isTable(lines, at)
  const mark = listMark(text)
  return (
    (mark !== null &&
      (mark.number === null || mark.number === 1 || /[①-⑳（(）．]/.test(text.slice(0, mark.width))) &&
      text.length > mark.width) ||
    headingMark(text) !== null ||
    isRule(text) ||
    fenceMark(text) !== null ||
    isQuote(text) ||
    isDirective(text) ||
    isShortcode(text) ||
    htmlBlock(text) !== null ||
    /^ *(?:<!--|\$\$ *$|%%)/.test(text) ||
    definitionMark(text) !== null ||
    isTable(lines, at)
  )
}
