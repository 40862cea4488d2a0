import { beginsWithWord, isDirective, isQuote, isRule, listMark, startsBlock } from './blockStarts.ts'
import { type Block, leave, type NoteItem, type Page, pageOf, type Taken, type Taker, textAt } from './noteBlocks.ts'
import { indentOf, isBlank, type Line, widthOf, withPlainIndent } from './noteLines.ts'
import { takeCode, takeComment, takeFootnote, takeHeading, takeHtml, takeIndentedCode, takeLine, takeMath, takeTable } from './takeLeaf.ts'

/** Lists and quotes within each other: deeper ones are reported and not read. */
export const deepestNesting = 24

/**
 * Cuts notes into blocks. Markdown's own rules, except where people's notes part
 * from them: two spaces nest under `1.`, `##Heading` needs no space, an
 * unclosed comment ends with its line. Time grows with the size of the notes
 * times their depth, whatever stands in them.
 */
export const scanBlocks = (lines: readonly Line[], depth = 0): Block[] => {
  const page = pageOf(lines, depth)
  if (depth > deepestNesting) return [leave(page, 0, lines.length, 'nested-too-deep').block]
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at++
      continue
    }
    const taken = takeBlock(page, at)
    blocks.push(taken.block)
    at = taken.next
  }
  return blocks
}

const takeBlock = (page: Page, at: number): Taken => {
  if (beginsWithWord(textAt(page, at))) return takeTable(page, at) ?? takeParagraph(page, at)
  for (const take of takers) {
    const taken = take(page, at)
    if (taken !== null) return taken
  }
  return takeParagraph(page, at)
}

const takeQuote: Taker = (page, at) => {
  if (!isQuote(textAt(page, at))) return null
  const inner: Line[] = []
  let next = at
  for (; next < page.lines.length; next++) {
    const line = page.lines[next]
    if (line === undefined || isBlank(line)) break
    if (isQuote(line.text)) inner.push({ n: line.n, text: withPlainIndent(line.text.trimStart().slice(1).replace(/^ /, '')) })
    else if (!continuesLazily(inner.at(-1)?.text ?? '') || startsBlock(page.lines, next)) break
    else inner.push(line)
  }
  const callout = /^ *\[![\w-]+\]/.test(inner[0]?.text ?? '') ? inner.splice(0, 1) : []
  const blocks = scanBlocks(inner, page.depth + 1)
  return {
    block: { kind: 'quote', blocks: callout.length === 0 ? blocks : [{ kind: 'left', why: 'callout', lines: callout }, ...blocks] },
    next,
  }
}

/** MkDocs writes `!!! note` and indents by four what stands in the box. */
const takeAdmonition: Taker = (page, at) => {
  const text = textAt(page, at)
  if (!isDirective(text) || text.trimStart().startsWith(':')) return null
  const inner: Line[] = []
  let next = at + 1
  for (; next < page.lines.length; next++) {
    const line = page.lines[next]
    if (line === undefined || (!isBlank(line) && indentOf(line.text) < 4)) break
    inner.push({ n: line.n, text: line.text.slice(4) })
  }
  return { block: { kind: 'quote', blocks: [leave(page, at, at + 1, 'directive').block, ...scanBlocks(inner, page.depth + 1)] }, next }
}

const takeList: Taker = (page, at) => {
  const items: NoteItem[] = []
  let next = at
  while (next < page.lines.length) {
    let first = next
    while (first < page.lines.length && isBlank(page.lines[first])) first++
    const taken = takeItem(page, first)
    if (taken === null) break
    items.push(taken.item)
    next = taken.next
  }
  return items.length === 0 ? null : { block: { kind: 'list', items }, next }
}

const takeItem = (page: Page, at: number): { item: NoteItem; next: number } | null => {
  const line = page.lines[at]
  const mark = line === undefined ? null : listMark(line.text)
  if (line === undefined || mark === null || isRule(line.text)) return null
  const first: Line = { n: line.n, text: withPlainIndent(line.text.slice(mark.width)).replace(/^\[[ xX]\] +/, '') }
  const inner: Line[] = [first]
  const belongs = Math.min(mark.width, mark.indent + 2)
  let next = at + 1
  for (let ahead = next; ahead < page.lines.length; ahead++) {
    const follower = page.lines[ahead]
    if (follower === undefined || isBlank(follower)) continue
    const indent = indentOf(follower.text)
    const isLazy = ahead === next && continuesLazily(inner.at(-1)?.text ?? '') && listMark(follower.text) === null
    if (indent < belongs && (!isLazy || startsBlock(page.lines, ahead))) break
    for (; next < ahead; next++) inner.push({ n: 0, text: '' })
    inner.push({ n: follower.n, text: follower.text.slice(Math.min(indent, mark.width)) })
    next = ahead + 1
  }
  const blocks = scanBlocks(inner, page.depth + 1)
  return {
    item: { shown: mark.shown, blocks: first.text === '' ? [{ kind: 'left', why: 'empty-point', lines: [line] }, ...blocks] : blocks },
    next,
  }
}

/** A line that begins further left goes on with the paragraph above it; after code, a table or a heading there is none. */
const continuesLazily = (before: string): boolean => before !== '' && !/^ *(?:`{3}|~{3}|\||#|<|\$\$|:{3})/.test(before)

const takeParagraph = (page: Page, at: number): Taken => {
  let next = at + 1
  for (; next < page.lines.length && !isBlank(page.lines[next]); next++) {
    const text = textAt(page, next)
    const above = page.lines[at]
    if (next === at + 1 && above !== undefined && /^ {0,3}(?:=+|-{3,}) *$/.test(text) && canBeHeading(above)) {
      const level = text.trim().startsWith('=') ? 1 : 2
      return { block: { kind: 'heading', level, text: above.text.trim(), lines: page.lines.slice(at, next + 1) }, next: next + 1 }
    }
    if (startsBlock(page.lines, next)) break
  }
  return { block: { kind: 'paragraph', lines: page.lines.slice(at, next) }, next }
}

/** Many authors draw a rule right below a paragraph; only one short line without a full stop is taken as underlined. */
const canBeHeading = (line: Line): boolean => widthOf(line.text) <= 80 && !/[。:：]/.test(line.text)

const takers: readonly Taker[] = [
  takeCode,
  takeComment,
  takeMath,
  takeAdmonition,
  takeLine,
  takeHeading,
  takeQuote,
  takeIndentedCode,
  takeList,
  takeFootnote,
  takeTable,
  takeHtml,
]
