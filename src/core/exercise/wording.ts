import { readTranscript } from '../content/transcript.ts'
import type { Align, Block, Lang, Rich, RichNode } from '../content/types.ts'

/** Text with code between backticks. */
const rich = (text: string): Rich =>
  text
    .split('`')
    .map((part, index): RichNode => (index % 2 === 1 ? { tag: 'code', text: part } : part))
    .filter((node) => node !== '')

const paragraph = (text: string): Block => ({ tag: 'p', children: rich(text) })

/** What a terminal showed. */
export const transcript = (text: string): Block => ({ tag: 'code', lang: 'console', ran: false, runs: readTranscript(text) })
/** A listing that no one typed. */
export const listing = (text: string, lang = 'text'): Block => ({ tag: 'code', lang, ran: false, runs: [{ text }] })

export const table = (head: readonly string[], rows: readonly (readonly string[])[], align: readonly Align[] = []): Block => ({
  tag: 'table',
  align: head.map((_, column) => align[column] ?? null),
  head: head.map(rich),
  rows: rows.map((row) => row.map(rich)),
})

/** Steps of a solution, numbered. */
export const steps = (texts: readonly string[]): Block => ({
  tag: 'list',
  ordered: true,
  start: 1,
  items: texts.map((text) => ({ children: [paragraph(text)] })),
})

/** Chooses between the two languages; code stands between backticks. */
export const wordsFor = (lang: Lang) => {
  const say = (ja: string, en: string): string => (lang === 'ja' ? ja : en)
  return {
    say,
    label: (ja: string, en: string): Rich => rich(say(ja, en)),
    p: (ja: string, en: string): Block => paragraph(say(ja, en)),
    /** `a`, `b` and `c` as code, in a sentence; `none` for nothing. */
    codes: (values: readonly (string | number)[]): string =>
      values.length === 0 ? say('なし', 'none') : values.map((value) => `\`${value}\``).join(say('、', ', ')),
  }
}
