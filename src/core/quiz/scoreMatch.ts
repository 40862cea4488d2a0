import { assertNever } from '../assertNever.ts'
import type { MatchQuestion, Rich, RichNode } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Missing, Scored } from './scored.ts'

/** Stands in `picked` for a row that has no entry yet. */
const noEntry = -1

const wordsOfNode = (node: RichNode): string => {
  if (typeof node === 'string') return node
  switch (node.tag) {
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
    case 'cloze':
    case 'term':
      return wordsOf(node.children)
    case 'code':
      return node.text
    case 'br':
      return ' '
    case 'source':
    case 'footnoteRef':
      return ''
    default:
      return assertNever(node)
  }
}
const wordsOf = (rich: Rich): string => rich.map(wordsOfNode).join('').replace(/\s+/g, ' ').trim()

/** The right-hand entries in the order that positions count: the rows' own, then the decoys. */
const entriesOf = (question: MatchQuestion): readonly Rich[] => [...question.pairs.map((pair) => pair.right), ...question.decoys]

/** Every row must have an entry. */
export const validateMatch = (question: MatchQuestion, response: Response): Result<void, Missing> => {
  if (response.kind !== 'match' || question.pairs.length === 0 || response.picked.length !== question.pairs.length)
    return fail('incomplete')
  const entries = entriesOf(question)
  return response.picked.every((position) => entries[position] !== undefined) ? ok(undefined) : fail('incomplete')
}

/**
 * A row is right when its entry reads as the author's does: entries with the
 * same words are interchangeable, since a learner cannot tell them apart.
 * Correct: all rows; partly: at least half of them. A row without an entry is
 * wrong by itself; a position that names no entry makes the whole response wrong.
 */
export const scoreMatch = (question: MatchQuestion, response: Response): Scored => {
  const wrong: Scored = { verdict: 'wrong', parts: question.pairs.map(() => false) }
  if (response.kind !== 'match' || response.picked.length > question.pairs.length) return wrong
  const entries = entriesOf(question).map(wordsOf)
  if (response.picked.some((position) => position !== noEntry && entries[position] === undefined)) return wrong
  const parts = question.pairs.map((_, row) => {
    const picked = response.picked[row]
    return picked !== undefined && entries[picked] !== undefined && entries[picked] === entries[row]
  })
  const right = parts.filter((part) => part).length
  if (right === 0) return wrong
  if (right === parts.length) return { verdict: 'correct', parts }
  return { verdict: right * 2 >= parts.length ? 'partly' : 'wrong', parts }
}

export const emptyMatch = (question: MatchQuestion): Response => ({ kind: 'match', picked: question.pairs.map(() => noEntry) })

export const rightMatch = (question: MatchQuestion): Response => ({ kind: 'match', picked: question.pairs.map((_, row) => row) })
