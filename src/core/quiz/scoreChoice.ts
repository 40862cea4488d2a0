import type { ChoiceQuestion } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Missing, Scored } from './scored.ts'

const rightCount = (question: ChoiceQuestion): number => question.options.filter((option) => option.correct).length

/** How many options are still to be picked; below 0, so many too many are. */
export const picksLeft = (question: ChoiceQuestion, picked: readonly number[]): number => rightCount(question) - new Set(picked).size

/** Exactly as many options as are right must be picked. Positions that name no option do not count. */
export const validateChoice = (question: ChoiceQuestion, response: Response): Result<void, Missing> => {
  if (response.kind !== 'choice') return fail('nothingChosen')
  const picked = new Set(response.picked)
  const count = question.options.filter((_, position) => picked.has(position)).length
  const asked = rightCount(question)
  if (count === 0) return fail('nothingChosen')
  if (count < asked) return fail('tooFew')
  return count > asked ? fail('tooMany') : ok(undefined)
}

/**
 * Correct: the right options and no other. Partly: no more options than asked
 * for, and more right ones than wrong ones among them; with as many wrong as
 * right, ticking two of five blindly would be partly right six times in ten.
 */
export const scoreChoice = (question: ChoiceQuestion, response: Response): Scored => {
  if (response.kind !== 'choice') return { verdict: 'wrong', parts: question.options.map(() => false) }
  const picked = new Set(response.picked)
  const parts = question.options.map((option, position) => option.correct === picked.has(position))
  const known = question.options.filter((_, position) => picked.has(position)).length
  const asked = rightCount(question)
  if (known !== picked.size || picked.size > asked) return { verdict: 'wrong', parts }
  const right = question.options.filter((option, position) => option.correct && picked.has(position)).length
  if (right > 0 && right === asked) return { verdict: 'correct', parts }
  return { verdict: right > picked.size - right ? 'partly' : 'wrong', parts }
}

export const emptyChoice = (): Response => ({ kind: 'choice', picked: [] })

export const rightChoice = (question: ChoiceQuestion): Response => ({
  kind: 'choice',
  picked: question.options.flatMap((option, position) => (option.correct ? [position] : [])),
})
