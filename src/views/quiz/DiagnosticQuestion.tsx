import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCard, type Lang, type Section, type Topic, type WrittenQuestion } from '../../core/content/types.ts'
import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import type { Response } from '../../core/history/events.ts'
import { type ItemId, sectionPath } from '../../core/ids.ts'
import { type AnsweredAct, answeredAct } from '../../core/quiz/answeredAct.ts'
import { emptyResponse } from '../../core/quiz/scoring.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import { type Seed, seedFor } from '../../core/random.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useAnswering } from '../../stores/useAnswering.ts'
import { useItem } from '../../stores/useTopic.ts'
import { Key } from '../../ui/Key.tsx'
import { Lacking } from '../../ui/question/Lacking.tsx'
import { QuestionSheet } from '../../ui/question/QuestionSheet.tsx'
import { SessionFrame, type SessionFrameProps } from '../../ui/SessionFrame.tsx'
import { useKeys } from '../../ui/useKeys.ts'

interface DiagnosticQuestionProps {
  readonly frame: Omit<SessionFrameProps, 'bar' | 'children'>
  readonly item: ItemId
  readonly seed: Seed
  readonly lang: Lang
  readonly takesFocus: boolean
  readonly onAnswer: (act: AnsweredAct) => void
  /** What stands below the question. */
  readonly children: ReactNode
}

/** A question of a diagnostic: an answer or "I don't know" leads on, and no verdict is shown. */
export const DiagnosticQuestion = (props: DiagnosticQuestionProps) => {
  const { item, section, topic } = useItem(props.item, props.lang)
  return isCard(item) ? null : <Asked {...props} written={item} section={section} topic={topic} />
}

interface AskedProps extends DiagnosticQuestionProps {
  readonly written: WrittenQuestion
  readonly section: Section
  readonly topic: Topic
}

const Asked = ({ frame, seed, lang, takesFocus, onAnswer, children, written, section, topic }: AskedProps) => {
  const { t } = useTranslation()
  const { now } = useStudy()
  const [startedAt] = useState(() => now().at)
  const question = useMemo(() => poseQuestion(written, seedFor(seed, written.id), lang), [written, seed, lang])
  const shown = shownOrder(question, seed)
  const actOf = (response: Response): AnsweredAct =>
    answeredAct(question, response, topic, { tookMs: now().at - startedAt, lang, confidence: null })
  // A second press before the next question is drawn would be a second answer in the log.
  const isOver = useRef(false)
  const answer = (act: AnsweredAct): void => {
    if (!isOver.current) onAnswer(act)
    isOver.current = true
  }
  const answering = useAnswering(question, shown, (response) => answer(actOf(response)))
  const giveUp = (): void => answer({ ...actOf(emptyResponse(question)), verdict: 'wrong' })
  useKeys({ enter: answering.submit, '0': giveUp })
  return (
    <SessionFrame
      {...frame}
      bar={
        <div className="quizbar">
          <div className="saying">
            <div role="status" className="said">
              <p className="missing">
                {answering.missing !== null && <Lacking missing={answering.missing} question={question} response={answering.response} />}
              </p>
            </div>
            <button type="button" className="btn big" onClick={giveUp}>
              {t('diagnostic.unknown')}
              <Key>0</Key>
            </button>
          </div>
          <button type="button" className="btn primary big" onClick={answering.submit}>
            {t('question.submit')}
            <Key>Enter</Key>
          </button>
        </div>
      }
    >
      <title>{t('title.page', { name: t('diagnostic.name') })}</title>
      <QuestionSheet
        question={question}
        section={section}
        topicTitle={topic.title}
        sectionPath={sectionPath(section.id)}
        setting={{ lang, sources: topic.sources, terms: topic.terms }}
        shown={shown}
        answering={answering}
        other={undefined}
        takesFocus={takesFocus}
        onAgain={undefined}
      />
      <div className="col belowsheet">{children}</div>
    </SessionFrame>
  )
}
