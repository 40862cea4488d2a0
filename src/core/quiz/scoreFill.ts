import type { FillAnswer, FillQuestion } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Missing, Scored } from './scored.ts'

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark: what copying brings along unseen. */
const unseen = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g
/** Typed or substituted for `-`: hyphen, figure and en dash, minus, box-drawing line, the long-vowel mark of a Japanese keyboard. */
const shortDash = /[\u2010\u2012\u2013\u2212\u2500\u30FC]/g
/** Em dash and horizontal bar: what a phone makes of `--`, but also a plain slip for `-`. */
const longDash = /[\u2014\u2015]/g
const longDashReadings = ['--', '-'] as const
type LongDashReading = (typeof longDashReadings)[number]

const singleQuote = /[\u2018-\u201B]/g
const doubleQuote = /[\u201C-\u201F]/g
const outerQuotes = ['""', "''", '「」', '『』'] as const
/** The one before a redirection counts: `echo 2 >f` is not `echo 2>f`. Nor may it end up as another operator: `< <(`, `| |`. */
const spaceAfterRedirection = /(?<![<>])(>>?|<) (?![<>(&|])/g
const spaceRoundPipe = /(?<!\|) ?\|(?![|&]) ?/g
const prompt = /^(?:[$#] )+/

/** Without the quotes around the whole; `"a" "b"` keeps its own, and `""` is an answer, not a wrapping. */
const withoutOuterQuotes = (text: string): string => {
  for (const [open, close] of outerQuotes) {
    if (open === undefined || close === undefined || text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) continue
    const inner = text.slice(1, -1)
    if (inner.includes(open) || inner.includes(close) || inner.trim() === '') continue
    return inner.trim()
  }
  return text
}

/**
 * What was meant to be typed into a terminal. Folded is only what keyboards and
 * copying add: full-width forms and special spaces (NFKC), runs of spaces,
 * dashes, curly quotes, the yen sign in the place of the backslash and the wave
 * dash in that of the tilde (Japanese keyboards), a copied `$ ` or `# ` prompt,
 * quotes around the whole, and the spaces round a pipe or after a redirection.
 * Letter case, `0x`, leading zeros, the order of options and `sudo` stay: a shell
 * minds them, and other right forms are the author's to list.
 */
const folded = (text: string, longDashAs: LongDashReading): string => {
  let current = text
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(longDash, longDashAs)
    .replace(shortDash, '-')
    .replace(singleQuote, "'")
    .replace(doubleQuote, '"')
    .replaceAll('\u00A5', '\\')
    .replaceAll('\u301C', '~')
    .replace(/\s+/g, ' ')
    .replace(spaceAfterRedirection, '$1')
    .replace(spaceRoundPipe, '|')
    .trim()
  for (;;) {
    const next = withoutOuterQuotes(current.replace(prompt, ''))
    if (next === current) return current
    current = next
  }
}

/** The same path without its last slashes; `/` alone stays. */
const withoutLastSlash = (text: string): string => {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return end === 0 || text[end - 1] === ' ' ? text : text.slice(0, end)
}
/** With a slash in it and yet no path: an address of the web, an image with its tag or digest, a network with the length of its mask. */
const notPath = /:\/\/|[:@][^/]*$|^[\da-f]*[.:][\da-f.:]*\/\d+$/i
const endsInPath = (text: string): boolean => {
  const last = text.slice(text.lastIndexOf(' ') + 1)
  return last.includes('/') && !notPath.test(last)
}

const sameButForLastSlash = (answer: string, typed: string): boolean =>
  endsInPath(answer) && withoutLastSlash(answer) === withoutLastSlash(typed)

/**
 * The position of the answer that was typed. Exact forms come before forms that
 * differ in the last slash, so an author who lists `- ! /etc/subuid/` beside
 * `- = /etc/subuid` makes the slash matter; otherwise it is ignored where the
 * answer ends in a path (and is more than `/`), and nowhere else.
 */
const recognised = (answers: readonly FillAnswer[], text: string): number | undefined => {
  for (const reading of longDashReadings) {
    const typed = folded(text, reading)
    if (typed === '') return undefined
    for (const same of [(answer: string) => answer === typed, (answer: string) => sameButForLastSlash(answer, typed)]) {
      const fits = (answer: FillAnswer): boolean => same(folded(answer.text, reading))
      const right = answers.findIndex((answer) => answer.match !== 'near' && fits(answer))
      const found = right >= 0 ? right : answers.findIndex(fits)
      if (found >= 0) return found
    }
  }
  return undefined
}

export const validateFill = (_question: FillQuestion, response: Response): Result<void, Missing> =>
  response.kind === 'fill' && folded(response.text, '--') !== '' ? ok(undefined) : fail('nothingTyped')

/**
 * Correct: one of the expected or accepted answers, with the letter case that a
 * shell demands. A near miss is wrong, and `matched` says which. A right answer
 * in other letter case is wrong and matches nothing, unless listed as near.
 */
export const scoreFill = (question: FillQuestion, response: Response): Scored => {
  const matched = response.kind === 'fill' ? recognised(question.answers, response.text) : undefined
  if (matched === undefined) return { verdict: 'wrong', parts: [false] }
  const right = question.answers[matched]?.match !== 'near'
  return { verdict: right ? 'correct' : 'wrong', matched, parts: [right] }
}

export const emptyFill = (): Response => ({ kind: 'fill', text: '' })

export const rightFill = (question: FillQuestion): Response => ({
  kind: 'fill',
  text: question.answers.find((answer) => answer.match === 'expected')?.text ?? '',
})
