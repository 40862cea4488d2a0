import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import { type ItemId, topicOf } from '../../core/ids.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { ResultFrame } from '../../ui/ResultFrame.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { AnsweredItem } from './AnsweredItem.tsx'
import { SameAgain } from './SameAgain.tsx'
import { useBegin } from './useBegin.ts'

/** The result of an attempt: what was missed with its reasons first, then by topic, then all the rest. */
export const QuizResult = ({
  attempt,
  items,
  onUndo,
}: {
  attempt: Attempt
  items: readonly ItemId[]
  onUndo: (() => void) | undefined
}) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, newAttempt } = useStudy()
  const begin = useBegin()
  const isRight = (item: ItemId): boolean => attempt.answers.get(item)?.verdict === 'correct'
  const missed = items.filter((item) => !isRight(item))
  const right = items.filter(isRight)
  const topics = [...new Set(items.map(topicOf))]
  const retry = (): void => {
    begin(
      newAttempt(),
      topics,
      missed.flatMap((item) => catalog.links.items.get(item) ?? []),
    )
  }
  return (
    <ResultFrame
      name={t('nav.quiz')}
      leaveTo="/quiz"
      title={t('quiz.result')}
      total={items.length}
      progressLabel={t('quiz.finished')}
      onUndo={onUndo}
      bar={
        <>
          {missed.length > 0 && (
            <button type="button" className="btn primary big" onClick={retry}>
              {t('quiz.retry', { count: missed.length })}
            </button>
          )}
          <Link className={missed.length > 0 ? 'btn big' : 'btn primary big'} to="/quiz">
            {t('quiz.another')}
          </Link>
        </>
      }
    >
      <dl className="stats">
        <div>
          <dt>{t('quiz.right')}</dt>
          <dd>
            {right.length}
            <small>/ {items.length}</small>
          </dd>
        </div>
      </dl>
      <p className="muted">{t('quiz.inReview')}</p>
      <SameAgain attempt={attempt} items={items} />
      {missed.length > 0 && (
        <TitledSection title={t('quiz.missed')}>
          <Suspense>
            {missed.map((item) => (
              <AnsweredItem key={item} attempt={attempt} id={item} open={missed.length <= 3} />
            ))}
          </Suspense>
        </TitledSection>
      )}
      <TitledSection title={t('quiz.byTopic')}>
        <ul className="rowlist">
          {topics.map((topic) => {
            const asked = items.filter((item) => topicOf(item) === topic)
            return (
              <li key={topic}>
                <Link to={`/topics/${topic}`}>{catalog.links.topics.get(topic)?.title[lang]}</Link>
                <span className="num">{t('quiz.rightOf', { right: asked.filter(isRight).length, total: asked.length })}</span>
              </li>
            )
          })}
        </ul>
      </TitledSection>
      {right.length > 0 && (
        <TitledSection title={t('quiz.rights')}>
          <Suspense>
            {right.map((item) => (
              <AnsweredItem key={item} attempt={attempt} id={item} open={false} />
            ))}
          </Suspense>
        </TitledSection>
      )}
    </ResultFrame>
  )
}
