import {
  cellsOf,
  definitionMark,
  fenceMark,
  headingMark,
  htmlBlock,
  isDirective,
  isRule,
  isShortcode,
  isTable,
  isTagsOnly,
  listMark,
} from './blockStarts.ts'
import { leave, type Page, type Taker, textAt } from './noteBlocks.ts'
import { indentOf, isBlank } from './noteLines.ts'

/** The first line from `from` on that passes, or -1. */
const lineFrom = (page: Page, from: number, passes: (text: string) => boolean): number => {
  for (let at = from; at < page.lines.length; at++) if (passes(textAt(page, at))) return at
  return -1
}

export const takeCode: Taker = (page, at) => {
  const fence = fenceMark(textAt(page, at))
  if (fence === null) return null
  const end = lineFrom(page, at + 1, (text) => {
    const line = text.trim()
    return line.length >= fence.length && line === fence.charAt(0).repeat(line.length)
  })
  const next = end < 0 ? page.lines.length : end + 1
  return { block: { kind: 'verbatim', why: end < 0 ? 'code-unclosed' : 'code', lines: page.lines.slice(at, next) }, next }
}

export const takeIndentedCode: Taker = (page, at) => {
  const isIndented = (text: string): boolean => indentOf(text) >= 4
  const text = textAt(page, at)
  // A list that begins indented is a list with a slip, unless it looks like the code it may be.
  if (!isIndented(text) || (listMark(text) !== null && (page.depth > 0 || /^ *\S+ *(?:\*\*|__|`)/.test(text)))) return null
  let next = at + 1
  for (let ahead = next; ahead < page.lines.length && (isBlank(page.lines[ahead]) || isIndented(textAt(page, ahead))); ahead++) {
    if (!isBlank(page.lines[ahead])) next = ahead + 1
  }
  return { block: { kind: 'verbatim', why: 'code', lines: page.lines.slice(at, next) }, next }
}

/** A comment of HTML (`<!-- -->`) or Obsidian (`%% %%`). Never closed, it is its first line alone: the notes below it are not lost. */
export const takeComment: Taker = (page, at) => {
  const text = textAt(page, at)
  const open = /^ *(<!--|%%)/.exec(text)
  if (open === null) return null
  const close = open[1] === '%%' ? '%%' : '-->'
  const sameLine = text.indexOf(close, open[0].length)
  if (sameLine >= 0) return text.slice(sameLine + close.length).trim() === '' ? leave(page, at, at + 1, 'comment') : null
  if (close === '%%' && text.trim() !== '%%') return null
  const end = page.lastWith(close) > at ? lineFrom(page, at + 1, (line) => line.includes(close)) : at
  return leave(page, at, end + 1, 'comment')
}

/** `$$` alone on its line up to the next, or a line between two `$$`. In a shell `$$` is a variable, so anything else is text. */
export const takeMath: Taker = (page, at) => {
  const text = textAt(page, at).trim()
  const oneLine = text.length > 4 && text.startsWith('$$') && text.endsWith('$$')
  if (!oneLine && (text !== '$$' || page.lastWith('$$') <= at)) return null
  const end = oneLine ? at : lineFrom(page, at + 1, (line) => line.includes('$$'))
  return { block: { kind: 'verbatim', why: 'math', lines: page.lines.slice(at, end + 1) }, next: end + 1 }
}

export const takeHeading: Taker = (page, at) => {
  const mark = headingMark(textAt(page, at))
  return mark && { block: { kind: 'heading', ...mark, lines: page.lines.slice(at, at + 1) }, next: at + 1 }
}

export const takeLine: Taker = (page, at) => {
  const text = textAt(page, at)
  const why = isDirective(text) ? 'directive' : isShortcode(text) ? 'shortcode' : isRule(text) ? 'rule' : null
  return why && leave(page, at, at + 1, why)
}

/** A footnote with the lines that belong to it, or the address of a link. */
export const takeFootnote: Taker = (page, at) => {
  const why = definitionMark(textAt(page, at))
  if (why === null) return null
  let next = at + 1
  while (next < page.lines.length && !isBlank(page.lines[next]) && indentOf(textAt(page, next)) >= 2) next++
  return leave(page, at, next, why)
}

export const takeTable: Taker = (page, at) => {
  if (!isTable(page.lines, at)) return null
  let next = at + 2
  while (textAt(page, next).includes('|')) next++
  const { lines } = page
  return {
    block: { kind: 'table', head: cellsOf(textAt(page, at)), headLines: lines.slice(at, at + 2), rows: lines.slice(at + 2, next) },
    next,
  }
}

export const takeHtml: Taker = (page, at) => {
  const text = textAt(page, at)
  const tag = htmlBlock(text)
  if (tag === null) return isTagsOnly(text) ? leave(page, at, at + 1, /<img\s/i.test(text) ? 'image' : 'html') : null
  if (/^(?:pre|script|style|textarea)$/.test(tag)) {
    const close = `</${tag}`
    const end = text.includes(close) ? at : page.lastWith(close) > at ? lineFrom(page, at + 1, (line) => line.includes(close)) : -1
    if (end >= 0) return leave(page, at, end + 1, 'html')
  }
  let next = at + 1
  while (next < page.lines.length && !isBlank(page.lines[next]) && fenceMark(textAt(page, next)) === null) next++
  return leave(page, at, next, 'html')
}
