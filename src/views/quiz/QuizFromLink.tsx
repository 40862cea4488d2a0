import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { topicOf } from '../../core/ids.ts'
import { quizSeconds } from '../../core/quiz/quizSeconds.ts'
import { type SharedQuiz, takeShared } from '../../core/quiz/sharedQuiz.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { useBegin } from './useBegin.ts'

/** A quiz that came by a link: what it is, and its start. It asks what the link names, whatever was answered or set aside here. */
export const QuizFromLink = ({ shared }: { shared: SharedQuiz }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, newAttempt } = useStudy()
  const progress = useProgress((state) => state.progress)
  const begin = useBegin()
  const { items, gone } = takeShared(shared, catalog.links)
  const count = items.length
  const topics = [...new Set(items.map((item) => topicOf(item.id)))]
  const names = topics.map((id) => t('quizLink.topic', { topic: catalog.links.topics.get(id)?.title[lang] ?? id }))
  const start = (): void => {
    if (count > 0) begin({ id: newAttempt().id, seed: shared.seed }, topics, items)
  }
  useKeys({ enter: start })
  return (
    <section className="box bleed builder" aria-label={t('quizLink.title')}>
      <p className="linkwhat">
        {count === 0 ? t('quizLink.nothing') : t('quizLink.what', { count, topics: names.join(t('quizLink.and')) })}
      </p>
      {count > 0 && (
        <p className="muted num">
          {sentences(
            lang,
            gone > 0 && t('quizLink.gone', { count: gone }),
            t('quizLink.same'),
            t('quiz.minutes', { count: Math.max(1, Math.round(quizSeconds(items, count, progress) / 60)) }),
          )}
        </p>
      )}
      <p className="ways">
        {count > 0 && (
          <button type="button" className="btn primary big" onClick={start}>
            {t('quiz.start', { count })}
            <Key>Enter</Key>
          </button>
        )}
        <Link to="/quiz">{t('quizLink.build')}</Link>
      </p>
    </section>
  )
}
