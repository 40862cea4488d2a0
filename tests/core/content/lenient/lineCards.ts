import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'

/** `heading > … > front = back` of each card, one a line. */
export const cardsOf = (...lines: readonly string[]): string[] =>
  readNotes(lines.join('\n'), 'notes.md').cards.map(({ path, front, back }) => `${[...path, front].join(' > ')} = ${back}`)
/** `line reason` of each line left. */
export const whyOf = (...lines: readonly string[]): string[] =>
  readNotes(lines.join('\n'), 'notes.md').left.map(({ line, why }) => `${line} ${why}`)
