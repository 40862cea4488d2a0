import { useTranslation } from 'react-i18next'
import type { Question } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { Missing } from '../../core/quiz/scored.ts'

interface LackingProps {
  readonly missing: Missing
  readonly question: Question
  readonly response: Response
}

/** What an answer lacks to be one, and of options how many. */
export const Lacking = ({ missing, question, response }: LackingProps) => {
  const { t } = useTranslation()
  const asked = question.kind === 'choice' ? question.options.filter((option) => option.correct).length : 0
  const picked = response.kind === 'choice' ? response.picked.length : 0
  return missing === 'tooFew' || missing === 'tooMany'
    ? t(`lacking.${missing}`, { count: Math.abs(asked - picked) })
    : t(`lacking.${missing}`)
}
