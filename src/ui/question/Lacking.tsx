import { useTranslation } from 'react-i18next'
import type { Question } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import { picksLeft } from '../../core/quiz/scoreChoice.ts'
import type { Missing } from '../../core/quiz/scored.ts'

interface LackingProps {
  readonly missing: Missing
  readonly question: Question
  readonly response: Response
}

/** What an answer lacks to be one, and of options how many. */
export const Lacking = ({ missing, question, response }: LackingProps) => {
  const { t } = useTranslation()
  const left = question.kind === 'choice' && response.kind === 'choice' ? picksLeft(question, response.picked) : 0
  return missing === 'tooFew' || missing === 'tooMany' ? t(`lacking.${missing}`, { count: Math.abs(left) }) : t(`lacking.${missing}`)
}
