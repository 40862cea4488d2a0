import { type ProblemCode, quoted, type Report } from './problems.ts'
import type { TextSyntax } from './textSyntax.ts'

type Miss = readonly [pattern: RegExp, code: ProblemCode, says: (found: string) => string]

/** What a line of plain text must not begin with: each was meant as a block and was not read as one. */
const lineMisses: readonly Miss[] = [
  [
    /^(?:[:：]{3,}.*|::(?:card|choice|fill|order|match|exercise|note)\b.*)$/,
    'directive-not-read',
    (found) => `${quoted(found)} was not read as the line of a directive.`,
  ],
  [/^(?:#{1,6}[^#\s].*|＃.*)$/, 'heading-not-read', (found) => `${quoted(found)} was not read as a heading.`],
  [
    /^(?:-(?![\s\-\d>]).*|-$|[－・•].*|[-*+]\[.*|\d+[.)](?=[^\s\d]).*|[0-9０-９]+[．）].*)$/u,
    'list-not-read',
    (found) => `${quoted(found)} was not read as a list item.`,
  ],
  [/^\d+[.)]\s.*$/, 'list-needs-blank-line', (found) => `${quoted(found)} continues the paragraph above it instead of beginning a list.`],
  [/^[|｜].*$/, 'table-not-read', (found) => `${quoted(found)} was not read as a table.`],
  [/^[>＞].*$/, 'quote-not-read', (found) => `${quoted(found)} was not read as a quote.`],
  [/^(?:~~~|｀).*$/, 'fence-not-read', (found) => `${quoted(found)} was not read as the beginning of code.`],
  [/^　+[-－・*+>＞#＃|｜:：\d].*$/, 'full-width', (found) => `${quoted(found)} is indented with a full-width space.`],
]

/** What must not stand anywhere in plain text: it would be shown as it was typed. */
const textMisses: readonly Miss[] = [
  [/[:：]{3,}/g, 'directive-not-read', (found) => `“${found}” does not stand on a line of its own.`],
  [/\*+/g, 'stray-emphasis', (found) => `“${found}” opens or closes nothing here and would be shown.`],
  [/(?<![\w\0])_{1,2}(?=[^\s_])[^_\n]*[^\s_]_{1,2}(?![\w\0])/g, 'stray-emphasis', (found) => `${quoted(found)} was not read as emphasis.`],
  [/`+/g, 'stray-backtick', (found) => `“${found}” opens or closes no code.`],
  [/~~+/g, 'stray-strike', (found) => `“${found}” opens or closes nothing here.`],
  [/<\/?[A-Za-z!?][^\s>]*>?/g, 'html', (found) => `${quoted(found)} looks like an HTML tag.`],
  [/&#?\w{2,32};/g, 'unknown-entity', (found) => `“${found}” names no character.`],
  [/(?<!\]\()(?:https?:\/\/|www\.)[^\s、。）」]*/g, 'bare-link', (found) => `The address ${quoted(found)} would not be a link.`],
  [
    /[｛{][\s　]*[#＃][^{}｛｝\n]*[}｝]?/g,
    'attributes-misplaced',
    (found) => `${quoted(found)} looks like an id, and nothing here takes one.`,
  ],
  [/＝＝/g, 'full-width', () => '“＝＝” is not the sign of a cloze.'],
]

interface SpoiltLine {
  readonly start: number
  readonly end: number
  readonly miss: Miss
}

/** The lines of a text node that were meant as blocks; `startsLine`: whether its first character begins a line. */
const spoiltLines = (mask: string, startsLine: boolean): readonly SpoiltLine[] => {
  const found: SpoiltLine[] = []
  let start = 0
  for (const line of mask.split(/\r\n|\r|\n/)) {
    const end = start + line.length
    const miss = start > 0 || startsLine ? lineMisses.find(([pattern]) => pattern.test(line)) : undefined
    if (miss !== undefined) found.push({ start, end, miss })
    start = end + (mask.startsWith('\r\n', end) ? 2 : 1)
  }
  return found
}

/**
 * Reports whatever in a text node looks like syntax that was not taken.
 * @param startsLine whether its first character begins a line
 * @returns whether an index lies in a line that was meant as something else, so that no more need be said of it
 */
export const reportNearMisses = (text: TextSyntax, startsLine: boolean, report: Report): ((index: number) => boolean) => {
  const spoilt = spoiltLines(text.mask, startsLine)
  for (const [index, { start, end, miss }] of spoilt.entries()) {
    // Of the lines of one broken table or list the first is enough.
    const before = spoilt[index - 1]
    if (before === undefined || before.miss !== miss || text.mask.slice(before.end, start).trim() !== '')
      report(text.placeAt(start), miss[1], miss[2](text.value.slice(start, end)))
  }
  const isSpoilt = (index: number) => spoilt.some(({ start, end }) => start <= index && index < end)
  for (const [pattern, code, says] of textMisses)
    for (const match of text.mask.matchAll(pattern))
      if (!isSpoilt(match.index))
        report(text.placeAt(match.index), code, says(text.value.slice(match.index, match.index + match[0].length)))
  return isSpoilt
}

/** Whether the line at the end of the text was meant as a block. */
export const endsSpoilt = (text: TextSyntax, startsLine: boolean): boolean => {
  const last = spoiltLines(text.mask, startsLine).at(-1)
  return last !== undefined && text.mask.slice(last.end).trim() === ''
}
