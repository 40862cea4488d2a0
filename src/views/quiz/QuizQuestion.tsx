import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { factPlace } from '../../catalog/factPlace.ts'
import { isCard, type Lang, type Section, type Topic, type WrittenQuestion } from '../../core/content/types.ts'
import { type AnsweredAct, answeredAct } from '../../core/quiz/answeredAct.ts'
import type { AnsweredEvent } from '../../core/history/foldAttempt.ts'
import { gradeOfScored } from '../../core/history/foldFact.ts'
import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import { type ItemId, sectionPath } from '../../core/ids.ts'
import { tookFor } from '../../core/quiz/tookFor.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import { type Seed, seedFor } from '../../core/random.ts'
import { daysUntilReturn } from '../../core/schedule/dueDays.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useAnswering } from '../../stores/useAnswering.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useItem } from '../../stores/useTopic.ts'
import { QuestionBar } from '../../ui/question/QuestionBar.tsx'
import { QuestionSheet } from '../../ui/question/QuestionSheet.tsx'
import { SessionFrame, type SessionFrameProps } from '../../ui/SessionFrame.tsx'
import { useKeys } from '../../ui/useKeys.ts'

interface QuizQuestionProps {
  readonly frame: Omit<SessionFrameProps, 'bar' | 'children' | 'wide'>
  readonly item: ItemId
  readonly seed: Seed
  readonly lang: Lang
  /** The answer that the attempt has to it already. */
  readonly given: AnsweredEvent | undefined
  /** The first question of a visit takes no focus: the page has just been opened. */
  readonly first: boolean
  readonly onAnswer: (act: AnsweredAct) => void
  /** An exercise done once more with other numbers. */
  readonly onPractice: (act: AnsweredAct) => void
  readonly onNext: () => void
}

export const QuizQuestion = (props: QuizQuestionProps) => {
  const { item, section, topic } = useItem(props.item, props.lang)
  const { newAttempt } = useStudy()
  const [again, setAgain] = useState<Seed>()
  // Only questions are drawn; a card cannot be scored by the program.
  if (isCard(item)) return null
  return (
    <Asked
      {...props}
      key={again}
      written={item}
      section={section}
      topic={topic}
      given={again === undefined ? props.given : undefined}
      numbers={again ?? props.given?.seed ?? seedFor(props.seed, item.id)}
      isPractice={again !== undefined}
      onAgain={() => setAgain(newAttempt().seed)}
    />
  )
}

interface AskedProps extends QuizQuestionProps {
  readonly written: WrittenQuestion
  readonly section: Section
  readonly topic: Topic
  /** What an exercise's numbers are drawn from. */
  readonly numbers: Seed
  readonly isPractice: boolean
  readonly onAgain: () => void
}

const Asked = ({
  frame,
  seed,
  lang,
  given,
  first,
  onAnswer,
  onPractice,
  onNext,
  written,
  section,
  topic,
  numbers,
  isPractice,
  onAgain,
}: AskedProps) => {
  const { t } = useTranslation()
  const uiLang = useLang()
  const navigate = useNavigate()
  const { catalog, now } = useStudy()
  const [startedAt] = useState(() => now().at)
  const question = useMemo(() => poseQuestion(written, numbers, lang), [written, numbers, lang])
  const progress = useProgress((state) => state.progress)
  const shown = shownOrder(question, seed)
  const answering = useAnswering(
    question,
    shown,
    (response, _, confidence) => {
      const act = answeredAct(question, response, topic, { tookMs: now().at - startedAt, lang, confidence })
      if (isPractice) onPractice({ ...act, repeat: true })
      else onAnswer(act)
    },
    given,
  )
  const isAnswered = answering.scored !== undefined
  const takenFor = isAnswered ? tookFor(question, answering.response, topic) : undefined
  const other = factPlace(given === undefined ? takenFor : given.tookFor, catalog.links, topic)
  const verdict = answering.scored?.verdict
  const path = sectionPath(section.id)
  useKeys({ e: verdict === undefined ? undefined : () => void navigate(path) })
  const setting = { lang, sources: topic.sources, terms: topic.terms }
  return (
    <SessionFrame
      {...frame}
      wide
      bar={
        <QuestionBar
          answering={answering}
          question={question}
          shown={shown}
          other={other}
          returns={
            verdict === undefined
              ? ''
              : dayFromNow(daysUntilReturn(question.fact, gradeOfScored(verdict, answering.confidence), progress, now()), uiLang)
          }
          onNext={onNext}
        />
      }
    >
      <title>{t('title.page', { name: t('nav.quiz') })}</title>
      <QuestionSheet
        question={question}
        section={section}
        topicTitle={topic.title}
        sectionPath={path}
        setting={setting}
        shown={shown}
        answering={answering}
        other={other}
        takesFocus={!first || isPractice}
        onAgain={onAgain}
      />
    </SessionFrame>
  )
}
