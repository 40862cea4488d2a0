import type { LeftReason } from './notesReport.ts'

/** A card before it has its id, with every line that it holds. */
export interface Draft {
  readonly front: string
  readonly back: string
  readonly path: readonly string[]
  readonly lines: readonly number[]
}

/** What was found in a stretch of notes. Each line of the stretch is in one of the four. */
export interface Found {
  readonly cards: Draft[]
  readonly left: { line: number; why: LeftReason }[]
  /** Lines that only name what stands below them: headings, and labels that went into a path. */
  readonly labels: number[]
  /** Text that belongs to the definition, question or label above the stretch. */
  readonly parts: { text: string; lines: readonly number[] }[]
}
