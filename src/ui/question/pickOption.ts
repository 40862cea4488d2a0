import type { ChoiceQuestion } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'

/** What is chosen after the option at this position was picked: it alone where one is right, else it is added or taken away. */
export const pickOption = (
  question: ChoiceQuestion,
  picked: readonly number[],
  position: number,
): Extract<Response, { kind: 'choice' }> => {
  if (question.options.filter((option) => option.correct).length === 1) return { kind: 'choice', picked: [position] }
  const others = picked.filter((other) => other !== position)
  return { kind: 'choice', picked: others.length < picked.length ? others : [...others, position].sort((a, b) => a - b) }
}
