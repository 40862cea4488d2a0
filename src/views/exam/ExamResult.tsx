import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { factPlace } from '../../catalog/factPlace.ts'
import { repeatedItems } from '../../core/exam/drawExam.ts'
import { msLeft } from '../../core/exam/examClock.ts'
import { examScore, passMark, rightItems, wilsonInterval } from '../../core/exam/examScore.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import { type ItemId, sectionPath, topicOf } from '../../core/ids.ts'
import { emptyResponse, score } from '../../core/quiz/scoring.ts'
import { dateAndTime } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { AnsweredQuestion } from '../../ui/question/AnsweredQuestion.tsx'
import { ResultFrame } from '../../ui/ResultFrame.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { useExamQuestion } from './useExamQuestion.ts'

/** The result of an exam: the score with its range, then by area and topic, then every question with its reasons. */
export const ExamResult = ({ exam, items }: { exam: Exam; items: readonly ItemId[] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const retract = useProgress((state) => state.retract)
  const { areas, topics } = catalog.catalogue
  const right = rightItems(exam, items)
  const missed = items.filter((item) => !right.includes(item))
  const points = examScore(right.length, items.length)
  const { low, high } = wilsonInterval(right.length, items.length)
  const repeated = repeatedItems(exam, progress).length
  const before = [...progress.exams.values()]
    .filter((other) => other.handedIn !== null && other.startedAt < exam.startedAt)
    .sort((a, b) => b.startedAt - a.startedAt)[0]
  const askedBefore = before?.items.filter((item) => catalog.links.items.has(item)) ?? []
  const rightBefore = before === undefined ? [] : rightItems(before, askedBefore)
  const isOfArea = (area: string) => (item: ItemId) => catalog.links.topics.get(topicOf(item))?.area === area
  // Once the time is over it would only be handed in again.
  const undo =
    exam.handedIn === null || msLeft(exam, now().at) === 0
      ? undefined
      : () => retract([...(exam.handedIn === null ? [] : [exam.handedIn.by]), ...[...exam.answers.values()].map((answer) => answer.id)])
  useKeys({ u: undo, 'mod+z': undo })
  return (
    <ResultFrame
      name={t('nav.exam')}
      leaveTo="/exam"
      title={t('exam.result')}
      total={items.length}
      progressLabel={t('exam.result')}
      onUndo={undo}
      bar={
        <Link className="btn primary big" to="/exam">
          {t('exam.another')}
        </Link>
      }
    >
      <dl className="stats">
        <div>
          <dt>{t('exam.estimate')}</dt>
          <dd>{points}</dd>
        </div>
        <div>
          <dt>{t('exam.points')}</dt>
          <dd>
            {right.length}
            <small>/ {items.length}</small>
          </dd>
        </div>
      </dl>
      <p className="num examrange">
        {sentences(
          lang,
          t(points >= passMark ? 'exam.passed' : 'exam.notPassed', { mark: passMark }),
          t('exam.range', { low: Math.round(200 + 600 * low), high: Math.round(200 + 600 * high) }),
        )}
      </p>
      {before !== undefined && (
        <p className="num">
          {t('exam.last', {
            when: dateAndTime({ at: before.startedAt, offsetMin: now().offsetMin }, lang),
            score: examScore(rightBefore.length, askedBefore.length),
            right: rightBefore.length,
            total: askedBefore.length,
          })}
        </p>
      )}
      <details className="why">
        <summary>{t('exam.how')}</summary>
        <p>{t('exam.howText', { right: right.length, total: items.length, score: points })}</p>
      </details>
      <p className="muted">{sentences(lang, t('exam.inReview'), repeated > 0 && t('exam.repeated', { count: repeated }))}</p>
      <Shares
        title={t('exam.byArea')}
        rows={areas.map(({ id, title }) => ({
          id,
          name: title[lang],
          asked: items.filter(isOfArea(id)),
          before: { right: rightBefore.filter(isOfArea(id)).length, total: askedBefore.filter(isOfArea(id)).length },
        }))}
        right={right}
      />
      <Shares
        title={t('exam.byTopic')}
        rows={topics.map(({ id, title }) => ({
          id,
          name: <Link to={`/topics/${id}`}>{title[lang]}</Link>,
          asked: items.filter((item) => topicOf(item) === id),
        }))}
        right={right}
      />
      <Items title={t('exam.missed')} exam={exam} items={missed} />
      <Items title={t('exam.rights')} exam={exam} items={right} />
    </ResultFrame>
  )
}

interface SharesProps {
  readonly title: string
  readonly rows: readonly {
    readonly id: string
    readonly name: ReactNode
    readonly asked: readonly ItemId[]
    /** What the exam before came to. */
    readonly before?: { readonly right: number; readonly total: number }
  }[]
  readonly right: readonly ItemId[]
}

const Shares = ({ title, rows, right }: SharesProps) => {
  const { t } = useTranslation()
  return (
    <TitledSection title={title}>
      <ul className="rowlist">
        {rows.map(({ id: row, name, asked, before }) => {
          if (asked.length === 0) return null
          const count = asked.filter((item) => right.includes(item)).length
          const { low, high } = wilsonInterval(count, asked.length)
          return (
            <li key={row}>
              <span>{name}</span>
              <span className="num">
                {t('exam.share', { right: count, total: asked.length, low: Math.round(100 * low), high: Math.round(100 * high) })}
                {before !== undefined && before.total > 0 && <span className="meta"> {t('exam.shareBefore', before)}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </TitledSection>
  )
}

const Items = ({ title, exam, items }: { title: string; exam: Exam; items: readonly ItemId[] }) => {
  if (items.length === 0) return null
  return (
    <TitledSection title={title}>
      <Suspense>
        {items.map((item) => (
          <AnsweredItem key={item} exam={exam} id={item} />
        ))}
      </Suspense>
    </TitledSection>
  )
}

const AnsweredItem = ({ exam, id }: { exam: Exam; id: ItemId }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog } = useStudy()
  const asked = useExamQuestion(exam, id, lang)
  if (asked === undefined) return null
  const { question, section, topic, shown } = asked
  const answer = exam.answers.get(id)
  const response = answer?.response ?? emptyResponse(question)
  return (
    <AnsweredQuestion
      question={question}
      setting={{ lang, sources: topic.sources, terms: {} }}
      shown={shown}
      response={response}
      verdict={answer?.verdict ?? 'wrong'}
      scored={score(question, response)}
      sectionPath={sectionPath(section.id)}
      other={factPlace(answer?.tookFor, catalog.links, topic)}
      confidence={null}
      open={false}
      note={
        <>
          {answer === undefined && <span className="meta"> {t('exam.unanswered')}</span>}
          {exam.flagged.has(id) && <span className="meta"> {t('exam.wasFlagged')}</span>}
        </>
      }
    />
  )
}
