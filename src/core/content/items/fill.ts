import { readBlocks, reportAttributes } from '../blocks.ts'
import { plainBlocks, plainRich } from '../plainText.ts'
import { quoted } from '../problems.ts'
import { readInline } from '../rich.ts'
import { placeOf } from '../scope.ts'
import type { FillAnswer, FillQuestion } from '../types.ts'
import type { ReadItem } from './readItem.ts'
import { readItemBase, take } from './itemBase.ts'
import { isList, readEntries } from './reasons.ts'

const matchOf = { '=': 'expected', '~': 'accepted', '!': 'near' } as const
const isMark = (mark: string | undefined): mark is keyof typeof matchOf => mark !== undefined && Object.hasOwn(matchOf, mark)

/** Whether this is something that one types into a terminal, and not a sentence. */
const isTypeable = (text: string): boolean => {
  if (!/^[\x20-\x7e]{1,120}$/.test(text)) return false
  const words = text.split(/\s+/)
  return words.length <= 3 || !words.every((word) => /^[A-Za-z']+[.,;]?$/.test(word))
}

/** `:::fill`: a stem with `___`, then a list of right answers and near misses. */
export const readFill: ReadItem = ({ nodes, attributes, place, scope }) => {
  const sources = new Set<string>()
  // The stem may hold a list of its own, so the answers are the last list that is marked as one.
  const from = nodes.findIndex((node) => isList(node) && node.children.some((item) => /^[=~!＝～！〜]/.test(firstText(item))))
  if (from < 0) return void scope.report(place, 'fill-answers', 'The question has no list of answers.')
  const stem = readBlocks(nodes.slice(0, from), scope, { sources })
  const { entries, next } = readEntries(nodes, from, sources, scope)
  const answers = entries.flatMap(({ node, line, reason }): readonly FillAnswer[] => {
    const { rich, attributes: misplaced } = readInline(line?.children ?? [], scope, { attributes: true, sources })
    reportAttributes(misplaced, scope)
    const words = plainRich(rich)
    const match = /^(.) +(.+)$/su.exec(words)
    const mark = match?.[1]
    const text = (match?.[2] ?? '').trim()
    if (!isMark(mark) || text === '') {
      const fullWidth = /^[＝～！〜]/.test(words)
      scope.report(
        placeOf(node),
        fullWidth ? 'full-width' : 'fill-answers',
        `${quoted(words)} begins with no half-width =, ~ or ! and a space.`,
      )
      return []
    }
    if (!isTypeable(text)) scope.report(placeOf(node), 'fill-prose', `${quoted(text)} is nothing that one types into a terminal.`)
    if (mark === '!' && reason.length === 0) scope.report(placeOf(node), 'option-reason', 'The near miss has no reason.')
    return [{ text, match: matchOf[mark], reason }]
  })
  const explanation = readBlocks(nodes.slice(next), scope, { sources })
  const blanks = plainBlocks(stem).split('___').length - 1
  if (blanks !== 1) scope.report(place, 'fill-blank', `The stem has ${blanks === 0 ? 'no ___' : `${blanks} times ___`}.`)
  const expected = answers.filter((answer) => answer.match === 'expected').length
  if (expected !== 1) scope.report(place, 'fill-answers', `The question has ${expected} answers marked with =.`)
  for (const [index, answer] of answers.entries())
    if (answers.findIndex((other) => other.text === answer.text) < index)
      scope.report(place, 'fill-answers', `The answer ${quoted(answer.text)} stands twice.`)
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The question states no source.')
  const base = readItemBase(attributes, sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<FillQuestion, 'kind' | 'stem' | 'answers' | 'explanation'>>(base, { kind: 'fill', stem, answers, explanation })
}

const firstText = (item: { readonly children: readonly { readonly type: string }[] }): string => {
  const first = item.children[0]
  if (first === undefined || first.type !== 'paragraph' || !('children' in first) || !Array.isArray(first.children)) return ''
  const text: unknown = first.children[0]
  return typeof text === 'object' && text !== null && 'value' in text && typeof text.value === 'string' ? text.value : ''
}
