/** A line of the notes, or what is left of it inside a list or a quote. `n` counts from 1 in the file on disk. */
export interface Line {
  readonly n: number
  readonly text: string
}

/** Longer lines are data, not notes: they are reported and not read. */
export const longestLine = 20_000

export const rawLines = (source: string): string[] => source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)

/**
 * Leading white space as plain spaces: tabs to the next multiple of four, a
 * full-width space as two before a mark such as `-`, and as nothing before
 * words, where Japanese authors use it to indent a paragraph.
 */
export const withPlainIndent = (text: string): string => {
  let columns = 0
  let wide = 0
  let at = 0
  for (; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === ' ' || char === '\u00A0') columns += 1
    else if (char === '\t') columns += 4 - (columns % 4)
    else if (char === '\u3000') wide += 2
    else break
  }
  const rest = text.slice(at).trimEnd()
  if (rest === '') return ''
  return ' '.repeat(columns + (/^[-*+>#`~|:・●•\d]/.test(rest) ? wide : 0)) + rest
}

export const indentOf = (text: string): number => {
  let at = 0
  while (text.charAt(at) === ' ') at++
  return at
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text === ''

/** Columns on screen: Japanese characters take two. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x10ff ? 2 : 1
  return width
}
