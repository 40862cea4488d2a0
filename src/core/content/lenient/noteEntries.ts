import { plainText } from './inlineRuns.ts'
import type { Block, NoteItem } from './noteBlocks.ts'
import type { Line } from './noteLines.ts'
import { prose, type Reading, splitDefinition } from './splitDefinition.ts'

/** Lines of a paragraph that say one thing together. */
export interface TextEntry {
  readonly kind: 'text'
  readonly lines: readonly Line[]
  readonly source: string
  readonly reading: Reading
}
export interface ItemEntry {
  readonly kind: 'item'
  readonly shown: string
  readonly entries: readonly Entry[]
  /** Items of one list share a number. */
  readonly list: number
}
export type Entry = TextEntry | ItemEntry | Exclude<Block, { kind: 'paragraph' | 'list' }>

/** The blocks of one container in the order of the file, paragraphs cut where a new thing begins, lists opened to their items. */
export const entriesOf = (blocks: readonly Block[]): Entry[] => {
  const entries: Entry[] = []
  blocks.forEach((block, list) => {
    if (block.kind === 'paragraph') addParagraph(entries, block.lines)
    else if (block.kind === 'list') for (const item of block.items) entries.push(itemEntry(item, list))
    else entries.push(block)
  })
  return entries
}

const itemEntry = (item: NoteItem, list: number): ItemEntry => ({ kind: 'item', shown: item.shown, entries: entriesOf(item.blocks), list })

/** Lines of one paragraph that go together, and what the first says by itself. */
interface Group {
  readonly lines: Line[]
  readonly first: Reading
}
const isDescribing = (group: Group | undefined): boolean => group?.lines[0] !== undefined && isDescription(group.lines[0])

const addParagraph = (entries: Entry[], lines: readonly Line[]): void => {
  const groups: Group[] = []
  lines.forEach((line, at) => {
    const group = groups.at(-1)
    const next = lines[at + 1]
    const isNew = group === undefined || isDescription(line) || (next !== undefined && isDescription(next))
    const first = isNew || maySeparate(line.text) ? splitDefinition(line.text.trim()) : prose
    if (isNew || beginsSomething(line.text, first)) groups.push({ lines: [line], first })
    else group.lines.push(line)
  })
  for (let at = 0; at < groups.length; at++) {
    const before = entries.at(-1)
    if (isDescribing(groups[at]) && before?.kind === 'text') {
      let end = at + 1
      while (isDescribing(groups[end])) end++
      const described = groups.slice(at, end).flatMap((group) => group.lines)
      if (takeDescription(entries, before, described)) {
        at = end - 1
        continue
      }
    }
    const group = groups[at]
    if (group !== undefined) entries.push(textEntry(group.lines, group.first))
  }
}

/** What the first line does not begin, no later line of the paragraph makes a definition. */
const textEntry = (lines: readonly Line[], first: Reading): TextEntry => {
  const source = lines.map((line) => line.text.trim()).join('\n')
  return { kind: 'text', lines, source, reading: lines.length === 1 || first.kind === 'prose' ? first : splitDefinition(source) }
}

/** A line on which a definition, a label with a colon, a question or an answer begins. */
const beginsSomething = (text: string, reading: Reading): boolean =>
  reading.kind === 'definition' ||
  (reading.kind === 'label' && reading.marked && reading.colon) ||
  questionIn(text)?.strict === true ||
  answerIn(text) !== null

/** A quick look before the full reading: most lines of prose hold no separator at all. */
const maySeparate = (text: string): boolean => /[:：—―\u3000]|\s[-–－−‐]\s/.test(text)

/** The second line of a definition list: `: definition`. */
const isDescription = (line: Line): boolean => /^ *(?::\s+|：\s*)[^\s:：]/.test(line.text)
const describedIn = (line: Line): string => line.text.trimStart().slice(1).trim()

const takeDescription = (entries: Entry[], before: TextEntry, group: readonly Line[]): boolean => {
  const term = before.lines.at(-1)
  const definition = group.map((line) => (isDescription(line) ? describedIn(line) : line.text)).join('\n')
  if (before.reading.kind === 'definition' && before.lines.length < 40 && before.lines.some(isDescription)) {
    const reading: Reading = { ...before.reading, definition: `${before.reading.definition}\n${plainText(definition)}` }
    entries[entries.length - 1] = { ...before, lines: [...before.lines, ...group], source: `${before.source}\n${definition}`, reading }
    return true
  }
  if (term === undefined || before.reading.kind === 'definition') return false
  const name = plainText(term.text)
  const meaning = plainText(definition)
  if (name === '' || name.length > 80 || meaning === '') return false
  entries.pop()
  const above = before.lines.slice(0, -1)
  if (above.length > 0) entries.push(textEntry(above, splitDefinition(above[0]?.text.trim() ?? '')))
  const reading: Reading = { kind: 'definition', term: name, definition: meaning, marked: true }
  entries.push({ kind: 'text', lines: [term, ...group], source: `${term.text.trim()}\n${definition}`, reading })
  return true
}

/** `Q:`, `Q1.`, `問:`, `質問：` … without the mark. `strict`: the mark says by itself that an answer is expected. */
export interface Question {
  readonly text: string
  readonly strict: boolean
}
const questionMark =
  /^(?:([QＱ]|問)[ \u3000]*\d*(?:[.．:：)）、][ \u3000]*|\u3000+)|(?:問題|質問|Question)[ \u3000]*\d*[.．:：)）][ \u3000]*|問\d+ +)(?=\S)/i
const answerMark = /^(?:(?:[AＡ]|答え?|解答|回答|Answer)[ \u3000]*\d*[.．:：)）、][ \u3000]*|[AＡ答]\u3000+)/i

/** A text without the mark at its head. The mark is looked for in the first line: most texts have none, and some are long. */
const withoutMark = (source: string, mark: RegExp): { text: string; found: RegExpExecArray } | null => {
  if (!/^[\s*_`<]*[QAＱＡ問質答解回b]/i.test(source)) return null
  const end = source.indexOf('\n')
  const first = plainText(end < 0 ? source : source.slice(0, end))
  const found = mark.exec(first)
  return found && { text: (end < 0 ? first : plainText(source)).slice(found[0].length), found }
}

export const questionIn = (source: string): Question | null => {
  const asked = withoutMark(source, questionMark)
  return asked && { text: asked.text, strict: asked.found[1] !== undefined }
}

export const answerIn = (source: string): string | null => withoutMark(source, answerMark)?.text ?? null

/** The lines of an entry and of all that stands within it. */
export const linesIn = (entry: Entry): number[] => {
  if (entry.kind === 'item') return entry.entries.flatMap(linesIn)
  if (entry.kind === 'quote') return entriesOf(entry.blocks).flatMap(linesIn)
  const lines = entry.kind === 'table' ? [...entry.headLines, ...entry.rows] : entry.lines
  return lines.filter((line) => line.text !== '').map((line) => line.n)
}
export const firstLine = (entry: Entry): number => linesIn(entry)[0] ?? 0
