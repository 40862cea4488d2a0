import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../core/content/types.ts'
import { Key } from '../Key.tsx'
import { useKeys } from '../useKeys.ts'
import { VerdictPanel } from '../VerdictPanel.tsx'
import { letterOf } from './ChoicePart.tsx'
import type { AnswerState } from './QuestionSheet.tsx'

export interface QuestionBarProps {
  readonly answering: AnswerState
  readonly question: Question
  readonly shown: readonly number[]
  /** When the fact comes back, in words. */
  readonly returns: string
  readonly onNext: () => void
}

/** Submit, then in the same place the verdict and Next. Submit is never disabled: it says what is missing. */
export const QuestionBar = ({ answering, question, shown, returns, onNext }: QuestionBarProps) => {
  const { t } = useTranslation()
  const verdict = useId()
  const next = useRef<HTMLButtonElement>(null)
  const { scored, missing } = answering
  const answered = scored !== undefined
  useEffect(() => {
    if (answered) next.current?.focus({ preventScroll: true })
  }, [answered])
  useKeys({ enter: answered ? onNext : answering.submit })
  const letters =
    question.kind === 'choice' ? shown.flatMap((index, place) => (question.options[index]?.correct === true ? [letterOf(place)] : [])) : []
  const right =
    scored === undefined || scored.verdict === 'correct' || letters.length === 0
      ? ''
      : `${t('verdict.answer', { count: letters.length, letters: letters.join(t('verdict.and')) })} `
  return (
    <div className="quizbar">
      {/* There before anything is said in it, so that a screen reader hears what comes. */}
      <div role="status" className="said">
        {scored === undefined ? (
          <p className="missing">{missing !== null && t(`missing.${missing}`)}</p>
        ) : (
          <VerdictPanel verdict={scored.verdict} id={verdict}>
            {`${right}${t('verdict.returns', { when: returns })}`}
          </VerdictPanel>
        )}
      </div>
      {scored === undefined ? (
        <button type="button" className="btn primary big" onClick={answering.submit}>
          {t('question.submit')}
          <Key>Enter</Key>
        </button>
      ) : (
        <button ref={next} type="button" className="btn primary big" onClick={onNext} aria-describedby={verdict}>
          {t('question.next')}
          <Key>Enter</Key>
        </button>
      )}
    </div>
  )
}
