import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question, Section, Topic } from '../../core/content/types.ts'
import { sectionPath } from '../../core/ids.ts'
import { daysUntilReturn } from '../../core/schedule/dueDays.ts'
import { gradeOfVerdict } from '../../core/history/foldFact.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useAnswering } from '../../stores/useAnswering.ts'
import { useLang } from '../../i18n/useLang.ts'
import type { Setting } from '../../ui/Blocks.tsx'
import { QuestionBar } from '../../ui/question/QuestionBar.tsx'
import { QuestionSheet } from '../../ui/question/QuestionSheet.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import type { ReviewItemProps } from './reviewItemProps.ts'
import { Under } from './Under.tsx'

interface ReviewQuestionProps extends ReviewItemProps {
  readonly question: Question
  readonly section: Section
  readonly topic: Topic
  readonly setting: Setting
}

export const ReviewQuestion = ({
  frame,
  entry,
  question,
  section,
  topic,
  setting,
  first,
  onAnswer,
  onNext,
  onSkip,
  onSuspend,
  onBury,
  onReset,
  onMark,
}: ReviewQuestionProps) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { now, newAttempt } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [startedAt] = useState(() => now().at)
  const [shown] = useState(() => shownOrder(question, newAttempt().seed))
  const answering = useAnswering(question, shown, (response, { verdict }) => {
    onAnswer(
      {
        kind: 'answered',
        item: question.id,
        response,
        verdict,
        tookMs: now().at - startedAt,
        lang: setting.lang,
        ...(entry.repeat ? { repeat: true } : {}),
      },
      verdict === 'wrong',
      false,
    )
  })
  const verdict = answering.scored?.verdict
  return (
    <SessionFrame
      {...frame}
      wide
      bar={
        <QuestionBar
          answering={answering}
          returns={verdict === undefined ? '' : dayFromNow(daysUntilReturn(entry.fact, gradeOfVerdict[verdict], progress, now()), uiLang)}
          question={question}
          shown={shown}
          onNext={onNext}
        />
      }
    >
      <title>{t('title.page', { name: t('nav.review') })}</title>
      <QuestionSheet
        question={question}
        section={section}
        topicTitle={topic.title}
        sectionPath={sectionPath(section.id)}
        setting={setting}
        shown={shown}
        answering={answering}
        takesFocus={!first}
      />
      <div className="col">
        <Under
          entry={entry}
          section={section}
          answered={verdict !== undefined}
          lettersChoose={question.kind === 'choice' && verdict === undefined}
          onSkip={onSkip}
          onSuspend={onSuspend}
          onBury={onBury}
          onReset={onReset}
          onMark={onMark}
        />
      </div>
    </SessionFrame>
  )
}
