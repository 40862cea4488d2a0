import type { OrderQuestion } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Missing, Scored } from './scored.ts'

/** With three steps or fewer, one misplaced step leaves too little order to call it partly right. */
const fewestStepsForPartly = 4

const isComplete = (question: OrderQuestion, order: readonly number[]): boolean => {
  const placed = new Set(order)
  return question.steps.length > 0 && order.length === question.steps.length && question.steps.every((_, position) => placed.has(position))
}

/**
 * The most steps that stand in the right order among themselves, neighbours or
 * not (a longest increasing subsequence): the others are what would have to be
 * moved. The first found wins where several are equally long.
 */
const inOrder = (order: readonly number[]): readonly number[] => {
  const runs: (readonly number[])[] = []
  let longest: readonly number[] = []
  for (const step of order) {
    let before: readonly number[] = []
    for (const run of runs) {
      if (run.length > before.length && (run.at(-1) ?? step) < step) before = run
    }
    const run = [...before, step]
    runs.push(run)
    if (run.length > longest.length) longest = run
  }
  return longest
}

/** Every step must have a place. */
export const validateOrder = (question: OrderQuestion, response: Response): Result<void, Missing> =>
  response.kind === 'order' && isComplete(question, response.order) ? ok(undefined) : fail('incomplete')

/**
 * Correct: the author's order. Partly: four steps or more of which a single one
 * is out of place, however far it strayed. A part is right when its step need
 * not be moved; a lone step proves no order, so a reversed list has none.
 */
export const scoreOrder = (question: OrderQuestion, response: Response): Scored => {
  if (response.kind !== 'order' || !isComplete(question, response.order))
    return { verdict: 'wrong', parts: question.steps.map(() => false) }
  const total = question.steps.length
  const kept = inOrder(response.order)
  const parts = question.steps.map((_, position) => (kept.length > 1 || total === 1) && kept.includes(position))
  if (kept.length === total) return { verdict: 'correct', parts }
  return { verdict: total >= fewestStepsForPartly && kept.length === total - 1 ? 'partly' : 'wrong', parts }
}

export const emptyOrder = (): Response => ({ kind: 'order', order: [] })

export const rightOrder = (question: OrderQuestion): Response => ({ kind: 'order', order: question.steps.map((_, position) => position) })
