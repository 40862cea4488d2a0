import { plainText } from './inlineRuns.ts'
import { answerIn, type Entry, entriesOf, firstLine, type ItemEntry, linesIn, questionIn, type TextEntry } from './noteEntries.ts'
import { indentOf, type Line } from './noteLines.ts'
import type { Found } from './noteFound.ts'
import type { LeftReason } from './notesReport.ts'
import { readTable } from './readTable.ts'
import { isTerm } from './termWords.ts'
import { whyLeft } from './whyLeft.ts'

/**
 * Where the stretch stands: `open`, where text alone is left; below a `label`, where text is its
 * meaning; in a `definition`, where text goes on with it and only marked terms are cards of their own.
 */
type Place = 'open' | 'label' | 'definition'

interface Level {
  readonly entries: readonly Entry[]
  readonly place: Place
  readonly found: Found
  path: readonly string[]
  headings: { level: number; text: string }[]
  readonly outer: readonly string[]
}

export const readEntries = (entries: readonly Entry[], path: readonly string[], place: Place): Found => {
  const level: Level = { entries, place, found: { cards: [], left: [], labels: [], parts: [] }, path, headings: [], outer: path }
  let at = 0
  while (at < entries.length) at += readEntry(level, at)
  return level.found
}

/** Reads one entry, or several that belong together, and says how many. */
const readEntry = (level: Level, at: number): number => {
  const entry = level.entries[at]
  if (entry === undefined) return 1
  const answered = readQuestion(level, at)
  if (answered > 0) return answered
  switch (entry.kind) {
    case 'heading':
      enterHeading(level, entry.level, plainText(entry.text))
      nameOnly(level, linesIn(entry))
      return 1
    case 'text':
      return readText(level, entry, at)
    case 'item':
      readItem(level, entry)
      return 1
    case 'quote':
      add(level, readEntries(entriesOf(entry.blocks), level.path, level.place))
      return 1
    case 'table':
      add(level, readTable(entry, level.path))
      return 1
    case 'verbatim':
      if (level.place === 'open') leave(level, linesIn(entry), entry.why)
      else level.found.parts.push({ text: withoutIndent(entry.lines), lines: linesIn(entry) })
      return 1
    case 'left':
      leave(level, linesIn(entry), entry.why)
      return 1
  }
}

const withoutIndent = (lines: readonly Line[]): string => {
  const indent = indentOf(lines[0]?.text ?? '')
  return lines.map(({ text }) => text.slice(Math.min(indent, indentOf(text)))).join('\n')
}

const enterHeading = (level: Level, depth: number, text: string): void => {
  level.headings = [...level.headings.filter((heading) => heading.level < depth), { level: depth, text }]
  level.path = [...level.outer, ...level.headings.map((heading) => heading.text).filter((heading) => heading !== '')]
}

const leave = (level: Level, lines: readonly number[], why: LeftReason): void => {
  for (const line of lines) level.found.left.push({ line, why })
}

const nameOnly = (level: Level, lines: readonly number[]): void => {
  for (const line of lines) level.found.labels.push(line)
}

const add = ({ found }: Level, inner: Found): void => {
  for (const card of inner.cards) found.cards.push(card)
  for (const line of inner.left) found.left.push(line)
  for (const line of inner.labels) found.labels.push(line)
  for (const part of inner.parts) found.parts.push(part)
}

/**
 * A card, with what was found below it: its own text goes to the back, the rest stands for itself.
 * Only a question can come here with nothing to say behind it.
 */
const addCard = (level: Level, front: string, texts: readonly string[], lines: readonly number[], inner: Found): void => {
  const back = [...texts, ...inner.parts.map((part) => part.text)].filter((text) => text !== '').join('\n')
  const held = [...lines, ...inner.parts.flatMap((part) => part.lines)]
  if (back.trim() === '') leave(level, held, 'question-without-answer')
  else level.found.cards.push({ front, back, path: level.path, lines: held })
  add(level, { ...inner, parts: [] })
}

const keepText = (level: Level, entry: TextEntry): void => {
  const isImage = entry.lines.every((line) => whyLeft(line.text) === 'image')
  if (level.place === 'open' || isImage) for (const line of entry.lines) leave(level, [line.n], whyLeft(line.text))
  else level.found.parts.push({ text: plainText(entry.source), lines: linesIn(entry) })
}

/** How many entries from `at` on are items of one list. */
const listLength = (level: Level, at: number): number => {
  const first = level.entries[at]
  const isNext = (entry: Entry | undefined): boolean => first?.kind === 'item' && entry?.kind === 'item' && entry.list === first.list
  let next = at
  while (isNext(level.entries[next])) next++
  return next - at
}

const readText = (level: Level, entry: TextEntry, at: number): number => {
  const { reading } = entry
  const isCard = reading.kind === 'definition' && (reading.marked || level.place !== 'definition')
  const isLabel = reading.kind === 'label' && reading.marked
  const items = isCard || isLabel ? listLength(level, at + 1) : 0
  const list = level.entries.slice(at + 1, at + 1 + items)
  const isAttached = firstLine(list[0] ?? entry) === (linesIn(entry).at(-1) ?? 0) + 1
  if (isCard) {
    const inner = isAttached ? list : []
    addCard(level, reading.term, [reading.definition], linesIn(entry), readEntries(inner, [...level.path, reading.term], 'definition'))
    return 1 + inner.length
  }
  if (isLabel && items > 0) {
    readLabel(level, entry, reading.term, list, reading.colon ? 'label' : level.place)
    return 1 + items
  }
  if (isLabel && reading.colon && level.place === 'open') leave(level, linesIn(entry), 'empty-definition')
  else keepText(level, entry)
  return 1
}

/** `**label**:` with something below: points become the back of one card, definitions get the label in their path. */
const readLabel = (level: Level, head: TextEntry, term: string, below: readonly Entry[], place: Place): void => {
  const inner = readEntries(below, [...level.path, term], place)
  if (place !== 'open' && inner.parts.length > 0) {
    addCard(level, term, [], linesIn(head), inner)
    return
  }
  if (inner.cards.length > 0) nameOnly(level, linesIn(head))
  else if (place === 'open') keepText(level, head)
  else leave(level, linesIn(head), 'empty-definition')
  add(level, inner)
}

const standsBeside = (one: Entry | undefined, next: Entry | undefined): boolean =>
  one?.kind === 'text' &&
  next?.kind === 'text' &&
  one.reading.kind === 'definition' &&
  next.reading.kind === 'definition' &&
  next.reading.marked &&
  firstLine(next) === (linesIn(one).at(-1) ?? 0) + 1

const readItem = (level: Level, item: ItemEntry): void => {
  let at = 0
  // Definitions line by line in one paragraph stand side by side, not one below the other.
  while (standsBeside(item.entries[at], item.entries[at + 1])) {
    add(level, readEntries(item.entries.slice(at, at + 1), level.path, level.place))
    at++
  }
  const [head, ...below] = item.entries.slice(at)
  if (head?.kind !== 'text') {
    add(level, readEntries(item.entries, level.path, level.place))
    return
  }
  const { reading } = head
  const isOwn = reading.kind !== 'prose' && (reading.marked || level.place !== 'definition')
  if (isOwn && reading.kind === 'definition') {
    addCard(level, reading.term, [reading.definition], linesIn(head), readEntries(below, [...level.path, reading.term], 'definition'))
  } else if (isOwn && reading.kind === 'label' && below.length > 0) readLabel(level, head, reading.term, below, 'label')
  else if (isOwn && reading.kind === 'label' && reading.colon && level.place === 'open') leave(level, linesIn(head), 'empty-definition')
  else readPoint(level, item, head, below)
}

/** An item without a term: text of what stands above it, or context for the definitions in it. */
const readPoint = (level: Level, item: ItemEntry, head: TextEntry, below: readonly Entry[]): void => {
  const text = plainText(head.source)
  const canName = isTerm(text)
  const inner = readEntries(below, canName ? [...level.path, text] : level.path, level.place)
  const isName = canName && inner.cards.length > 0 && inner.parts.length === 0
  if (isName) nameOnly(level, linesIn(head))
  else if (level.place === 'open') keepText(level, head)
  if (isName || level.place === 'open') {
    add(level, inner)
    return
  }
  const indent = ' '.repeat(item.shown.length)
  const lines = [text, ...inner.parts.map((part) => part.text)].join('\n').replace(/\n/g, `\n${indent}`)
  level.found.parts.push({ text: item.shown + lines, lines: [...linesIn(head), ...inner.parts.flatMap((part) => part.lines)] })
  add(level, { ...inner, parts: [] })
}

/** The first text of an entry: its own, or that of the item. */
const headOf = (entry: Entry | undefined): string | null => {
  if (entry?.kind === 'text') return entry.source
  if (entry?.kind === 'heading') return entry.text
  return entry?.kind === 'item' ? headOf(entry.entries[0]) : null
}

/** How many entries from `at` on stand before the next heading. */
const sectionLength = (level: Level, at: number): number => {
  let next = at
  while (next < level.entries.length && level.entries[next]?.kind !== 'heading') next++
  return next - at
}

const headLines = (entry: Entry): number[] => linesIn(entry.kind === 'item' ? (entry.entries[0] ?? entry) : entry)
const belowHead = (entry: Entry): readonly Entry[] => (entry.kind === 'item' ? entry.entries.slice(1) : [])

/**
 * A question with its answer: the next paragraph or item, or what stands within the question's own item.
 * Returns how many entries that took, 0 where no question is asked or nothing answers it.
 */
const readQuestion = (level: Level, at: number): number => {
  const entry = level.entries[at]
  const question = questionIn(headOf(entry) ?? '')
  if (entry === undefined || question === null) return 0
  const [first, ...rest] = belowHead(entry)
  const within = first === undefined ? null : answerIn(headOf(first) ?? '')
  if (first !== undefined && (within !== null || question.strict)) {
    const lines = within === null ? headLines(entry) : [...headLines(entry), ...headLines(first)]
    const below = within === null ? [first, ...rest] : [...belowHead(first), ...rest]
    addCard(level, question.text, within === null ? [] : [within], lines, readEntries(below, level.path, 'definition'))
    return 1
  }
  const next = level.entries[at + 1]
  const answer = answerIn(headOf(next) ?? '')
  if (next !== undefined && answer !== null) {
    // Below a heading the answer is all that the section says, else it ends with its paragraph and a list that touches it.
    const isAttached = next.kind === 'text' && firstLine(level.entries[at + 2] ?? next) === (linesIn(next).at(-1) ?? 0) + 1
    const more = entry.kind === 'heading' ? sectionLength(level, at + 2) : isAttached ? listLength(level, at + 2) : 0
    const below = [...belowHead(next), ...level.entries.slice(at + 2, at + 2 + more)]
    // The question's own heading is its front, not its context.
    if (entry.kind === 'heading') enterHeading(level, entry.level, '')
    addCard(level, question.text, [answer], [...headLines(entry), ...headLines(next)], readEntries(below, level.path, 'definition'))
    if (entry.kind === 'heading') enterHeading(level, entry.level, plainText(entry.text))
    return 2 + more
  }
  if (!question.strict || entry.kind === 'heading' || level.place !== 'open') return 0
  leave(level, linesIn(entry), 'question-without-answer')
  return 1
}
