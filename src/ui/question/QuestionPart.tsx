import './question.css'
import type { ReactElement } from 'react'
import type { Question } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { Setting } from '../Blocks.tsx'
import type { Scored } from '../../core/quiz/scored.ts'

import { ChoicePart } from './ChoicePart.tsx'
import { ExercisePart } from './ExercisePart.tsx'
import { FillPart } from './FillPart.tsx'
import { MatchPart } from './MatchPart.tsx'
import { OrderPart } from './OrderPart.tsx'

interface AnyQuestionProps {
  readonly question: Question
  readonly setting: Setting
  readonly shown: readonly number[]
  readonly response: Response
  readonly onRespond: (response: Response) => void
  readonly onSubmit: () => void
  readonly scored: Scored | undefined
}

/** A question of any kind. A new kind does not compile until it has its part here. */
export const QuestionPart = ({ question, response, ...rest }: AnyQuestionProps): ReactElement => {
  switch (question.kind) {
    case 'choice':
      return <ChoicePart {...rest} question={question} response={response.kind === 'choice' ? response : { kind: 'choice', picked: [] }} />
    case 'fill':
      return <FillPart {...rest} question={question} response={response.kind === 'fill' ? response : { kind: 'fill', text: '' }} />
    case 'order':
      return <OrderPart {...rest} question={question} response={response.kind === 'order' ? response : { kind: 'order', order: [] }} />
    case 'match':
      return <MatchPart {...rest} question={question} response={response.kind === 'match' ? response : { kind: 'match', picked: [] }} />
    case 'exercise':
      return (
        <ExercisePart
          {...rest}
          question={question}
          response={response.kind === 'exercise' ? response : { kind: 'exercise', answers: [] }}
        />
      )
  }
}
