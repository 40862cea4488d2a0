import type { ChoiceQuestion, FillQuestion, Question, Topic } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import type { FactId } from '../ids.ts'
import { score } from './scoring.ts'
import { scoreFill } from './scoreFill.ts'

/** Of the options wrongly picked, in the author's order, the first that is known to belong to another fact. */
const pickedFact = ({ fact, options }: ChoiceQuestion, picked: readonly number[]): FactId | undefined =>
  options.flatMap((option, place) => (picked.includes(place) && !option.correct ? option.confuses : [])).find((other) => other !== fact)

/** A bare number names nothing: that it is right elsewhere too is chance. */
const isNumber = (text: string): boolean => /^\s*[-+]?[\d.,]+\s*$/.test(text.normalize('NFKC'))

/**
 * The fact of another fill question of the topic that would have taken what was typed as right; a near miss of it
 * belongs to nothing. Of several the one that the author names as confused with this, else the first.
 */
const typedFact = (question: FillQuestion, text: string, { sections }: Pick<Topic, 'sections'>): FactId | undefined => {
  if (isNumber(text)) return undefined
  const fitting = sections
    .flatMap((section) => section.items)
    .flatMap((item) =>
      item.kind === 'fill' && item.fact !== question.fact && scoreFill(item, { kind: 'fill', text }).verdict === 'correct'
        ? [item.fact]
        : [],
    )
  return fitting.find((fact) => question.confuses.includes(fact)) ?? fitting[0]
}

/**
 * The fact that a wrong answer belongs to, where that can be told: the content says it of an option, and a word
 * typed gives itself away where another question of the topic asks for it. Never the fact asked; nothing of a right
 * answer, nor of the other kinds of question.
 */
export const tookFor = (question: Question, response: Response, topic: Pick<Topic, 'sections'>): FactId | undefined => {
  if (score(question, response).verdict === 'correct') return undefined
  if (question.kind === 'choice' && response.kind === 'choice') return pickedFact(question, response.picked)
  if (question.kind === 'fill' && response.kind === 'fill') return typedFact(question, response.text, topic)
  return undefined
}
