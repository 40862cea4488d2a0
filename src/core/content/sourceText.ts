import { tooHeavy } from './limits.ts'
import { withoutMark } from './markdown.ts'
import type { Place, Report } from './problems.ts'

const placeIn = (text: string, index: number): Place => {
  const before = text.slice(0, index)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: before.split(/\r\n|\r|\n/).length, column: index - start + 1 }
}

const name = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Checks a file as text, before its Markdown is read.
 * @returns whether the parser may have it
 */
export const checkSourceText = (source: string, report: Report): boolean => {
  const text = withoutMark(source)
  const heavy = tooHeavy(text)
  if (heavy !== undefined) {
    report(heavy, heavy.code, heavy.message)
    return false
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.exec(text)
  if (control !== null)
    report(placeIn(text, control.index), 'control-character', `The file holds the control character ${name(control[0])}.`)
  const broken = /\ufffd|\p{Surrogate}/u.exec(text)
  if (broken !== null) report(placeIn(text, broken.index), 'encoding', 'The file holds bytes that are no UTF-8, or half a character.')
  const composed = text.normalize('NFC')
  if (composed !== text) {
    let index = 0
    while (composed[index] === text[index]) index += 1
    // The mark that composes comes after the letter at which the two begin to differ.
    report(placeIn(text, index), 'unicode-form', 'From here on letters are written as a base and a combining mark.')
  }
  return true
}
