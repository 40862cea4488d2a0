import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { factPlace } from '../../catalog/factPlace.ts'
import type { Section, Topic, WrittenQuestion } from '../../core/content/types.ts'
import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import { sectionPath } from '../../core/ids.ts'
import { daysUntilReturn } from '../../core/schedule/dueDays.ts'
import { gradeOfScored } from '../../core/history/foldFact.ts'
import { answeredAct } from '../../core/quiz/answeredAct.ts'
import { tookFor } from '../../core/quiz/tookFor.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import type { Seed } from '../../core/random.ts'
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
  readonly written: WrittenQuestion
  readonly section: Section
  readonly topic: Topic
  readonly setting: Setting
}

export const ReviewQuestion = (props: ReviewQuestionProps) => {
  const { newAttempt } = useStudy()
  const [seed] = useState(() => newAttempt().seed)
  const [again, setAgain] = useState<Seed>()
  return <Asked {...props} key={again} seed={again ?? seed} isPractice={again !== undefined} onAgain={() => setAgain(newAttempt().seed)} />
}

interface AskedProps extends ReviewQuestionProps {
  /** What the order of the options and an exercise's numbers come from. */
  readonly seed: Seed
  /** An exercise done once more with other numbers. */
  readonly isPractice: boolean
  readonly onAgain: () => void
}

const Asked = ({
  frame,
  entry,
  written,
  seed,
  isPractice,
  onAgain,
  section,
  topic,
  setting,
  first,
  onAnswer,
  onPractice,
  onNext,
  onSkip,
  onSuspend,
  onBury,
  onReset,
  onMark,
}: AskedProps) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [startedAt] = useState(() => now().at)
  const question = useMemo(() => poseQuestion(written, seed, setting.lang), [written, seed, setting.lang])
  const shown = shownOrder(question, seed)
  const answering = useAnswering(question, shown, (response, { verdict }, confidence) => {
    const act = answeredAct(question, response, topic, { tookMs: now().at - startedAt, lang: setting.lang, confidence })
    if (isPractice) onPractice({ ...act, repeat: true })
    else onAnswer(entry.repeat ? { ...act, repeat: true } : act, verdict === 'wrong', false)
  })
  const isAnswered = answering.scored !== undefined
  const other = factPlace(isAnswered ? tookFor(question, answering.response, topic) : undefined, catalog.links, topic)
  const verdict = answering.scored?.verdict
  return (
    <SessionFrame
      {...frame}
      wide
      bar={
        <QuestionBar
          answering={answering}
          returns={
            verdict === undefined
              ? ''
              : dayFromNow(daysUntilReturn(entry.fact, gradeOfScored(verdict, answering.confidence), progress, now()), uiLang)
          }
          question={question}
          shown={shown}
          other={other}
          onNext={onNext}
        />
      }
    >
      <title>{t('title.page', { name: frame.name })}</title>
      <QuestionSheet
        question={question}
        section={section}
        topicTitle={topic.title}
        sectionPath={sectionPath(section.id)}
        setting={setting}
        shown={shown}
        answering={answering}
        other={other}
        takesFocus={!first || isPractice}
        onAgain={onAgain}
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
