import type { Question } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import type { Result } from '../result.ts'
import { emptyExercise, rightExercise, scoreExercise, validateExercise } from './scoreExercise.ts'
import { emptyChoice, rightChoice, scoreChoice, validateChoice } from './scoreChoice.ts'
import type { Missing, Scored } from './scored.ts'
import { emptyFill, rightFill, scoreFill, validateFill } from './scoreFill.ts'
import { emptyMatch, rightMatch, scoreMatch, validateMatch } from './scoreMatch.ts'
import { emptyOrder, rightOrder, scoreOrder, validateOrder } from './scoreOrder.ts'

type Kind = Question['kind']
/** A question of the kind `K`, written as a lookup so that a scorer and its question stay paired by their kind. */
type QuestionOf<K extends Kind> = { readonly [P in K]: Extract<Question, { readonly kind: P }> & { readonly kind: P } }[K]

interface Scorer<Q extends Question> {
  readonly validate: (question: Q, response: Response) => Result<void, Missing>
  readonly score: (question: Q, response: Response) => Scored
  readonly empty: (question: Q) => Response
  readonly right: (question: Q) => Response
}

const scorers: { readonly [K in Kind]: Scorer<QuestionOf<K>> } = {
  choice: { validate: validateChoice, score: scoreChoice, empty: emptyChoice, right: rightChoice },
  fill: { validate: validateFill, score: scoreFill, empty: emptyFill, right: rightFill },
  order: { validate: validateOrder, score: scoreOrder, empty: emptyOrder, right: rightOrder },
  match: { validate: validateMatch, score: scoreMatch, empty: emptyMatch, right: rightMatch },
  exercise: { validate: validateExercise, score: scoreExercise, empty: emptyExercise, right: rightExercise },
}

/** Whether there is an answer to score: no answer yet is not a wrong one. */
export const validate: (question: Question, response: Response) => Result<void, Missing> = <K extends Kind>(
  question: QuestionOf<K>,
  response: Response,
) => scorers[question.kind].validate(question, response)

/** Never throws: a response of another kind, or with positions that name nothing, is wrong. */
export const score: (question: Question, response: Response) => Scored = <K extends Kind>(question: QuestionOf<K>, response: Response) =>
  scorers[question.kind].score(question, response)

/** The response before anything was done; never valid. */
export const emptyResponse: (question: Question) => Response = <K extends Kind>(question: QuestionOf<K>) =>
  scorers[question.kind].empty(question)

/** The response that the author expects; valid and correct. */
export const rightResponse: (question: Question) => Response = <K extends Kind>(question: QuestionOf<K>) =>
  scorers[question.kind].right(question)
