import { inlineTokens, type Token } from './inlineTokens.ts'

/** A stretch of a paragraph with one look. All but `plain` and `verbatim` can mark a term. */
export interface Run {
  readonly kind: 'plain' | 'verbatim' | 'strong' | 'em' | 'code' | 'link'
  readonly text: string
}

type Marks = Extract<Token, { kind: 'marks' }>
const isSpace = (char: string): boolean => char === '' || /\s/.test(char)
const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)

/**
 * CommonMark lets `**` end bold text only next to a space or punctuation, so that
 * `**用語：**定義` stays unmarked. Here `**` opens before a character and closes
 * after one; `_` works at the edges of words only, as in `system_u`.
 */
const canOpen = (marks: Marks): boolean => !isSpace(marks.after) && (marks.char !== '_' || !isWord(marks.before))
const canClose = (marks: Marks): boolean => !isSpace(marks.before) && (marks.char !== '_' || !isWord(marks.after))

type Style = 'strong' | 'em' | 'struck'
interface Pairing {
  /** By token: the styles that begin or end there, and the marks that turned out to be text. */
  readonly styles: Map<number, { style: Style; opens: boolean }[]>
  readonly literal: Map<number, number>
}

const stylesOf = (marks: Marks): Style[] => {
  if (marks.char === '~') return marks.length === 2 ? ['struck'] : []
  if (marks.length > 3) return []
  return marks.length === 1 ? ['em'] : marks.length === 2 ? ['strong'] : ['strong', 'em']
}
const lengthOf = (style: Style): number => (style === 'em' ? 1 : 2)

const pairMarks = (tokens: readonly Token[]): Pairing => {
  const styles: Pairing['styles'] = new Map()
  const literal = new Map<number, number>()
  const open = new Map<string, number>()
  const add = (at: number, style: Style, opens: boolean): void => {
    styles.set(at, [...(styles.get(at) ?? []), { style, opens }])
  }
  tokens.forEach((token, at) => {
    if (token.kind !== 'marks') return
    const wanted = stylesOf(token)
    let unused = token.length - wanted.reduce((sum, style) => sum + lengthOf(style), 0)
    for (const style of wanted) {
      const key = token.char + style
      const start = open.get(key)
      if (start !== undefined && canClose(token)) {
        add(start, style, true)
        add(at, style, false)
        literal.set(start, (literal.get(start) ?? 0) - lengthOf(style))
        open.delete(key)
      } else {
        unused += lengthOf(style)
        if (canOpen(token)) open.set(key, at)
      }
    }
    if (unused > 0) literal.set(at, unused)
  })
  return { styles, literal }
}

/** The words of a paragraph with what the author marked; the marks themselves are gone. */
export const inlineRuns = (source: string): Run[] => {
  const tokens = inlineTokens(source)
  const { styles, literal } = pairMarks(tokens)
  const runs: Run[] = []
  const on = { strong: 0, em: 0, struck: 0, link: 0 }
  let kindNow: Run['kind'] = 'plain'
  let words = ''
  const flush = (): void => {
    if (words !== '') runs.push({ kind: kindNow, text: words })
    words = ''
  }
  const push = (text: string, kind?: Run['kind']): void => {
    if (text === '') return
    const look = kind ?? (on.link > 0 ? 'link' : on.strong > 0 ? 'strong' : on.em > 0 ? 'em' : 'plain')
    if (look !== kindNow) flush()
    kindNow = look
    words += text
  }
  tokens.forEach((token, at) => {
    if (token.kind === 'text') push(token.text)
    else if (token.kind === 'code') push(token.text, 'code')
    else if (token.kind === 'verbatim') push(token.text, on.strong + on.em + on.link > 0 ? undefined : 'verbatim')
    else if (token.kind === 'linkStart') on.link++
    else if (token.kind === 'linkEnd') on.link--
    else if (token.kind === 'boldTag') on.strong = token.opens ? on.strong + 1 : Math.max(0, on.strong - 1)
    else {
      const changes = styles.get(at) ?? []
      const unused = token.char.repeat(Math.max(0, literal.get(at) ?? 0))
      for (const change of changes) if (!change.opens) on[change.style]--
      push(unused)
      for (const change of changes) if (change.opens) on[change.style]++
    }
  })
  flush()
  return runs
}

/** Plain text: no line is empty, no line begins or ends with a space, no two spaces stand together. */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()

export const plainText = (source: string): string => textOf(inlineRuns(source))
