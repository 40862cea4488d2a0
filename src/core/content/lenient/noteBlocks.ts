import type { Line } from './noteLines.ts'
import type { LeftReason } from './notesReport.ts'

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly lines: readonly Line[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly NoteItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly headLines: readonly Line[]; readonly rows: readonly Line[] }
  /** Code and formulas: left where they stand alone, kept as they are inside a definition. */
  | { readonly kind: 'verbatim'; readonly why: LeftReason; readonly lines: readonly Line[] }
  | { readonly kind: 'left'; readonly why: LeftReason; readonly lines: readonly Line[] }

export interface NoteItem {
  /** `- ` or `1. `. */
  readonly shown: string
  readonly blocks: readonly Block[]
}

/** The lines of one container: the whole file, a list item, a quote. */
export interface Page {
  readonly lines: readonly Line[]
  readonly depth: number
  /** Where a text stands for the last time, so that what is never closed is not sought again and again. */
  readonly lastWith: (text: string) => number
}

export interface Taken {
  readonly block: Block
  readonly next: number
}
/** Takes one kind of block that begins at a line, or says that none does. */
export type Taker = (page: Page, at: number) => Taken | null

export const pageOf = (lines: readonly Line[], depth: number): Page => {
  const known = new Map<string, number>()
  const lastWith = (text: string): number => {
    const last = known.get(text) ?? lines.findLastIndex((line) => line.text.includes(text))
    known.set(text, last)
    return last
  }
  return { lines, depth, lastWith }
}

export const textAt = (page: Page, at: number): string => page.lines[at]?.text ?? ''

export const leave = (page: Page, at: number, next: number, why: LeftReason): Taken => ({
  block: { kind: 'left', why, lines: page.lines.slice(at, next).filter((line) => line.text !== '') },
  next,
})
