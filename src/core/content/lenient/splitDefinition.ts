import { inlineRuns, type Run, textOf } from './inlineRuns.ts'
import { widthOf } from './noteLines.ts'
import { isTerm, withoutToWa } from './termWords.ts'

/** What a line says: a term with its definition, a term alone (`**label**:`), or neither. */
export type Reading =
  | { readonly kind: 'definition'; readonly term: string; readonly definition: string; readonly marked: boolean }
  /** `marked`: bold, italic, code or a link, not words alone. */
  | { readonly kind: 'label'; readonly term: string; readonly marked: boolean; readonly colon: boolean }
  | { readonly kind: 'prose' }

export const prose: Reading = { kind: 'prose' }

export const splitDefinition = (source: string): Reading => {
  const runs = inlineRuns(source)
  const marked = splitMarked(runs)
  return marked.kind === 'prose' ? splitPlain(runs) : marked
}

const isMarked = (run: Run | undefined): boolean => run !== undefined && run.kind !== 'plain' && run.kind !== 'verbatim'

/** What may stand between marked words and the separator: spaces, a remark in parentheses, a mark or word that joins two terms. */
const joins = /^(?:[\s,、・/／|+&~〜]|とは|と|や|または|および|or|and|\([^()]*\)|（[^（）]*）)*$/
const longestTerm = 160
/** An emoji or a tick before the term. */
const isDecoration = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(/:[a-z0-9_+-]+:/g, '')) && text.length <= 20

/** A term marked by its author: bold, code, italic or a link, then a separator. */
const splitMarked = (runs: readonly Run[]): Reading => {
  const first = runs.findIndex((run) => run.text.trim() !== '' && !(run.kind === 'plain' && isDecoration(run.text)))
  if (first < 0 || first > 1 || !isMarked(runs[first])) return prose
  const term: Run[] = []
  for (let at = first; at < runs.length; at++) {
    const run = runs[at]
    if (run === undefined) break
    if (isMarked(run)) {
      const words = run.text.trimEnd()
      if (run.kind !== 'code' && /[:：]$/.test(words))
        return found([...term, { ...run, text: words.slice(0, -1) }], runs.slice(at + 1), true)
      term.push(run)
      continue
    }
    const last = term.at(-1)
    const separator = run.kind === 'plain' ? separatorIn(run.text, last, isMarked(runs[at + 1])) : null
    const before = separator === null ? run.text : run.text.slice(0, separator.start)
    if (before.length > longestTerm || !joins.test(before)) return prose
    term.push({ kind: 'plain', text: before })
    if (separator !== null) return found(term, [{ kind: 'plain', text: run.text.slice(separator.end) }, ...runs.slice(at + 1)], true)
  }
  return found(term, [], false)
}

const found = (term: readonly Run[], rest: readonly Run[], colon: boolean): Reading => {
  const name = withoutToWa(textOf(term).replace(/\n/g, ' '))
  const definition = textOf(rest)
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(name) || widthOf(name) > longestTerm) return prose
  return definition === ''
    ? { kind: 'label', term: name, marked: true, colon }
    : { kind: 'definition', term: name, definition, marked: true }
}

/** The separator after marked words: a colon, a dash with spaces, an em dash, a full-width space, a line's end. */
const separatorIn = (text: string, before: Run | undefined, markedNext: boolean): { start: number; end: number } | null => {
  for (const match of text.matchAll(/[:：]|\s[-–—―－−‐](?=\s)|[—―]+|\u3000+(?=[^\s(（:：])|^\s*\n/g)) {
    const start = match.index
    const end = start + match[0].length
    // Bold words alone on their line, their meaning on the next.
    if (match[0].includes('\n') && before?.kind !== 'strong') continue
    if (match[0] !== ':' || isColon(text, start, before, markedNext)) return { start, end }
  }
  return null
}

/** `` `localhost`:8080 ``, `` `a`:`b` `` and `**10**:30` hold a colon that separates nothing. */
const isColon = (text: string, at: number, before: Run | undefined, markedNext: boolean): boolean => {
  const next = text.charAt(at + 1)
  if (next === ':' || text.charAt(at - 1) === ':' || /[\d/\\]/.test(next)) return false
  if (before?.kind !== 'code' && before?.kind !== 'link') return true
  return next === '' ? !markedNext : !/[\w$.-]/.test(next)
}

/** Words and a colon: full-width, or followed by a space or a Japanese character, so that `10:30` and `alpine:latest` stay whole. */
const splitPlain = (runs: readonly Run[]): Reading => {
  const at = runs.findIndex((run) => run.kind === 'plain' && /[:：]/.test(run.text))
  const run = runs[at]
  if (run === undefined) return prose
  const colon = run.text.search(/[:：]/)
  const next = run.text.charAt(colon + 1)
  const separates =
    run.text.charAt(colon) === '：' ||
    (next === '' && runs[at + 1]?.kind !== 'code') ||
    /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u.test(next)
  const term = withoutToWa(textOf([...runs.slice(0, at), { kind: 'plain', text: run.text.slice(0, colon) }]))
  if (!separates || /[:：]$/.test(term) || !isTerm(term)) return prose
  const rest: Run[] = [{ kind: 'plain', text: run.text.slice(colon + 1) }, ...runs.slice(at + 1)]
  const definition = textOf(rest)
  if (definition === '') return { kind: 'label', term, marked: false, colon: true }
  // «公式サイト: https://…» leads somewhere; it defines nothing.
  return /^<?(?:https?|ftp):\/\/\S+$/.test(definition) || isLinkOnly(rest) ? prose : { kind: 'definition', term, definition, marked: false }
}

const isLinkOnly = (runs: readonly Run[]): boolean => runs.every((run) => run.kind === 'link' || run.text.trim() === '')
