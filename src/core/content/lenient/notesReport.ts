/** Why a line of someone's notes did not become part of a card. */
export type LeftReason =
  | 'prose'
  | 'empty-definition'
  | 'empty-point'
  | 'question-without-answer'
  | 'cloze'
  | 'code'
  | 'code-unclosed'
  | 'table'
  | 'table-head'
  | 'image'
  | 'link'
  | 'link-definition'
  | 'footnote'
  | 'math'
  | 'html'
  | 'comment'
  | 'rule'
  | 'directive'
  | 'callout'
  | 'shortcode'
  | 'front-matter-unclosed'
  | 'line-too-long'
  | 'nested-too-deep'
  | 'unread'

/** A card found in someone's notes. `front` and `back` are plain text: code in backticks, line breaks as `\n`, no other marks. */
export interface NoteCard {
  /** Made from the headings and the term only, so it outlives a change of the definition, of the order, and of other lines. */
  readonly id: string
  readonly front: string
  readonly back: string
  /** The headings above the card, and the labels of the lists around it, outermost first. */
  readonly path: string[]
  /** Where the card begins in the file, from 1. */
  readonly line: number
}

/** One line of the file that is in no card. `text` is cut after 500 characters. */
export interface LeftLine {
  readonly line: number
  readonly text: string
  readonly why: LeftReason
}

/** What lenient mode makes of one file. The keys are a contract: they are printed as JSON. */
export interface NotesReport {
  readonly path: string
  readonly title: string
  readonly cards: NoteCard[]
  readonly left: LeftLine[]
}
