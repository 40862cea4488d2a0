import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import { dateAndTime } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'

const shownAttempts = 10

/** The last quizzes: go on with one, or look at its result. */
export const PastAttempts = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const attempts = useProgress((state) => state.progress.attempts)
  const latest = [...attempts.values()].sort((a, b) => b.startedAt - a.startedAt).slice(0, shownAttempts)
  if (latest.length === 0) return null
  const topicsOf = (attempt: Attempt): string =>
    attempt.topics.length === 1
      ? attempt.topics.map((id) => catalog.links.topics.get(id)?.title[lang] ?? id).join('')
      : t('quiz.severalTopics', { count: attempt.topics.length })
  return (
    <section className="sec" aria-labelledby="past">
      <div className="sechead">
        <h2 id="past">{t('quiz.past')}</h2>
      </div>
      <ul className="rowlist">
        {latest.map((attempt) => {
          // As the attempt itself does: what is no longer taught is neither asked nor counted.
          const items = attempt.items.filter((item) => catalog.links.items.has(item))
          const answers = items.flatMap((item) => attempt.answers.get(item) ?? [])
          const right = answers.filter((answer) => answer.verdict === 'correct').length
          const finished = answers.length === items.length
          return (
            <li key={attempt.id}>
              <span>
                <Link to={`/quiz/${attempt.id}`}>{topicsOf(attempt)}</Link>{' '}
                <span className="meta num">{dateAndTime({ at: attempt.startedAt, offsetMin: now().offsetMin }, lang)}</span>
              </span>
              <span className="num">
                {finished
                  ? t('quiz.rightOf', { right, total: items.length })
                  : t('quiz.goOn', { answered: answers.length, total: items.length })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
