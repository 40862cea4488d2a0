import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Attempt, keptAttempts } from '../../core/history/foldAttempt.ts'
import { nextOfDiagnostic } from '../../core/mastery/diagnostic.ts'
import { diagnosticQuestions } from '../../core/mastery/diagnosticLength.ts'
import { dateAndTime } from '../../i18n/dates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useDone } from '../../stores/useDone.ts'
import { ActDone } from '../../ui/ActDone.tsx'
import { RowList } from '../../ui/RowList.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'
import { SameAgain } from './SameAgain.tsx'

const shownAttempts = 10

/** The last quizzes: go on with one, discard it, look at its result, or take it once more. */
export const PastAttempts = () => {
  const { t } = useTranslation()
  const attempts = useProgress((state) => state.progress.attempts)
  const { done, act, takeBack } = useDone()
  const latest = [...attempts.values()].sort((a, b) => b.startedAt - a.startedAt)
  if (latest.length === 0 && done === null) return null
  const discard = (attempt: Attempt): void => act([{ kind: 'retracted', events: [attempt.startedBy] }], t('quiz.discarded'))
  return (
    <TitledSection title={t('quiz.past')}>
      {done && <ActDone key={done.turn} text={done.text} onUndo={done.ids.length > 0 ? () => takeBack(t('quiz.kept')) : undefined} />}
      <RowList rows={latest} atOnce={shownAttempts}>
        {(attempt) => <PastAttempt key={attempt.id} attempt={attempt} onDiscard={() => discard(attempt)} />}
      </RowList>
      {attempts.size >= keptAttempts && (
        <p>
          <Link to="/history">{t('quiz.older')}</Link>
        </p>
      )}
    </TitledSection>
  )
}

const PastAttempt = ({ attempt, onDiscard }: { attempt: Attempt; onDiscard: () => void }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const name = useId()
  // As the attempt itself does: what is no longer taught is neither asked nor counted.
  const items = attempt.items.filter((item) => catalog.links.items.has(item))
  const answers = items.flatMap((item) => attempt.answers.get(item) ?? [])
  const right = answers.filter((answer) => answer.verdict === 'correct').length
  // Of a diagnostic the items are those answered so far.
  const isOver = attempt.diagnostic ? nextOfDiagnostic(attempt, progress, catalog.links, now()) === null : answers.length === items.length
  const total = attempt.diagnostic && !isOver ? diagnosticQuestions : items.length
  const [topic] = attempt.topics
  const topics = attempt.diagnostic
    ? t('diagnostic.name')
    : attempt.topics.length === 1 && topic !== undefined
      ? (catalog.links.topics.get(topic)?.title[lang] ?? topic)
      : t('quiz.severalTopics', { count: attempt.topics.length })
  return (
    <li>
      <span id={name}>
        <Link to={`/quiz/${attempt.id}`}>{topics}</Link>{' '}
        <span className="meta num">{dateAndTime({ at: attempt.startedAt, offsetMin: now().offsetMin }, lang)}</span>
      </span>
      <span className="num">{isOver ? t('quiz.rightOf', { right, total }) : t('quiz.goOn', { answered: answers.length, total })}</span>
      {isOver ? (
        <SameAgain attempt={attempt} items={items} describedBy={name} />
      ) : (
        <button type="button" className="linkbtn" aria-describedby={name} onClick={onDiscard}>
          {t('quiz.discard')}
        </button>
      )}
    </li>
  )
}
