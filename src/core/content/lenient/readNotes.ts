import { idMaker } from './cardId.ts'
import { readNoteHead } from './noteHead.ts'
import { plainText } from './inlineRuns.ts'
import type { Block } from './noteBlocks.ts'
import { entriesOf } from './noteEntries.ts'
import { type Line, longestLine, rawLines, withPlainIndent } from './noteLines.ts'
import type { LeftLine, LeftReason, NotesReport } from './notesReport.ts'
import type { Draft, Found } from './noteFound.ts'
import { readEntries } from './readEntries.ts'
import { scanBlocks } from './scanBlocks.ts'

/**
 * Lenient mode: reads anyone's Markdown notes and makes a card of everything
 * that defines something. Every line that is not blank goes into a card, is a
 * heading, a label or front matter, or is listed in `left`. Throws on no input.
 */
export const readNotes = (source: string, path: string): NotesReport => {
  const raw = rawLines(source)
  const head = readNoteHead(raw)
  const lines = raw
    .slice(head.lines)
    .map((text, at): Line => ({ n: head.lines + at + 1, text: text.length > longestLine ? '' : withPlainIndent(text) }))
  const blocks = scanBlocks(lines)
  const found = readEntries(entriesOf(blocks), [], 'open')
  const idFor = idMaker()
  return {
    path,
    title: head.title ?? firstTitle(blocks) ?? fileName(path),
    cards: found.cards.map((card) => ({
      id: idFor(card.path, card.front),
      front: card.front,
      back: card.back,
      path: [...card.path],
      line: lineOf(card),
    })),
    left: leftLines(raw, head.unclosed ? head.lines : 0, lines, found),
  }
}

const lineOf = (card: Draft): number => card.lines[0] ?? 0

const firstTitle = (blocks: readonly Block[]): string | null => {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const text = heading?.kind === 'heading' ? plainText(heading.text) : ''
  return text === '' ? null : text
}

/** Without folder and ending, and without the number that Notion adds to a page's name. */
const fileName = (path: string): string => {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return name.replace(/\.(?:md|markdown|mdx|txt)$/i, '').replace(/ [\da-f]{32}$/i, '') || path
}

const leftLines = (raw: readonly string[], unclosedHead: number, lines: readonly Line[], found: Found): LeftLine[] => {
  const why = new Map<number, LeftReason>()
  for (let at = 0; at < unclosedHead; at++) if ((raw[at] ?? '').trim() !== '') why.set(at + 1, 'front-matter-unclosed')
  for (const line of found.left) why.set(line.line, line.why)
  const read = new Set(found.labels)
  for (const card of found.cards) for (const line of card.lines) read.add(line)
  for (const line of lines) {
    // Nothing is `unread` unless a rule above forgets a line; a person's notes are never dropped for our mistake.
    if (
      line.text === '' ? (raw[line.n - 1] ?? '').length > longestLine : !why.has(line.n) && !read.has(line.n) && !/^[\s>]*$/.test(line.text)
    ) {
      why.set(line.n, line.text === '' ? 'line-too-long' : 'unread')
    }
  }
  const left: LeftLine[] = []
  raw.forEach((text, at) => {
    const reason = why.get(at + 1)
    if (reason !== undefined) left.push({ line: at + 1, text: shown(text, reason), why: reason })
  })
  return left
}

const shown = (raw: string, why: LeftReason): string => {
  const line = raw.slice(0, 2000).trim()
  const words = why === 'html' ? plainText(line.replace(/<\/?[a-z][^<>]*>/gi, ' ')) : line
  return (words === '' ? line : words).slice(0, 500) + (raw.trim().length > 500 ? '…' : '')
}
