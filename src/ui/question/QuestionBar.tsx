import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../core/content/types.ts'
import type { Verdict } from '../../core/history/events.ts'
import { Key } from '../Key.tsx'
import { useKeys } from '../useKeys.ts'
import { VerdictPanel } from '../VerdictPanel.tsx'
import { letterOf } from './ChoicePart.tsx'
import { ConfidenceRow } from './ConfidenceRow.tsx'
import { Lacking } from './Lacking.tsx'
import type { AnswerState } from './QuestionSheet.tsx'
import type { OtherFact } from './TookFor.tsx'

export interface QuestionBarProps {
  readonly answering: AnswerState
  readonly question: Question
  readonly shown: readonly number[]
  /** What a wrong answer belongs to, where that is known. */
  readonly other: OtherFact | undefined
  /** When the fact comes back, in words. */
  readonly returns: string
  readonly onNext: () => void
}

/** Submit, then in the same place the verdict and Next. Submit is never disabled: it says what is missing. */
export const QuestionBar = ({ answering, question, shown, other, returns, onNext }: QuestionBarProps) => {
  const { t, i18n } = useTranslation()
  const verdict = useId()
  const next = useRef<HTMLButtonElement>(null)
  const { scored, missing, confidence } = answering
  const answered = scored !== undefined
  useEffect(() => {
    if (answered) next.current?.focus({ preventScroll: true })
  }, [answered])
  useKeys({ enter: answered ? onNext : answering.submit })
  const letters =
    question.kind === 'choice' ? shown.flatMap((index, place) => (question.options[index]?.correct === true ? [letterOf(place)] : [])) : []
  // Plainly, where the verdict is not what the learner expected.
  const titleOf = (of: Verdict): string => {
    if (confidence === 'sure' && of !== 'correct') return t(`confidence.verdict.${of}`)
    return confidence === 'guess' && of === 'correct' ? t('confidence.verdict.guess') : t(`verdict.${of}`)
  }
  const isRight = scored?.verdict === 'correct'
  const said = [
    !isRight && letters.length > 0 && t('verdict.answer', { count: letters.length, letters: letters.join(t('verdict.and')) }),
    isRight && confidence === 'guess' && t('confidence.hard'),
    t('verdict.returns', { when: returns }),
  ].filter((sentence) => sentence !== false)
  const space = i18n.language === 'ja' ? '' : ' '
  return (
    <div className="quizbar">
      <div className="saying">
        {/* There before anything is said in it, so that a screen reader hears what comes. */}
        <div role="status" className="said">
          {scored === undefined ? (
            <p className="missing">{missing !== null && <Lacking missing={missing} question={question} response={answering.response} />}</p>
          ) : (
            <VerdictPanel verdict={scored.verdict} title={titleOf(scored.verdict)} id={verdict}>
              {said.join(space)}
              {other !== undefined && (
                <span className="sr">
                  {space}
                  {t('tookFor.said', { words: other.words })}
                </span>
              )}
            </VerdictPanel>
          )}
        </div>
        {scored === undefined && <ConfidenceRow value={confidence} onChange={answering.judge} onSubmit={answering.submit} />}
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
