import type { ChoiceQuestion, ExerciseQuestion, FillQuestion, MatchQuestion, OrderQuestion, Question } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { Scored } from '../../core/quiz/scored.ts'
import type { Setting } from '../Blocks.tsx'

type ResponseOf<Kind extends Question['kind']> = Extract<Response, { kind: Kind }>

/** What every kind of question is shown with. `scored` is absent until it is answered; answers are then read-only. */
interface QuestionPartProps<Q extends Question> {
  readonly question: Q
  readonly setting: Setting
  /** The author's positions in the order shown. */
  readonly shown: readonly number[]
  readonly response: ResponseOf<Q['kind']>
  readonly onRespond: (response: ResponseOf<Q['kind']>) => void
  readonly onSubmit: () => void
  readonly scored: Scored | undefined
}
export type ChoiceProps = QuestionPartProps<ChoiceQuestion>
export type FillProps = QuestionPartProps<FillQuestion>
export type OrderProps = QuestionPartProps<OrderQuestion>
export type MatchProps = QuestionPartProps<MatchQuestion>
export type ExerciseProps = QuestionPartProps<ExerciseQuestion>
