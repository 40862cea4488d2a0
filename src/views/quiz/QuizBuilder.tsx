import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { drawQuiz } from '../../core/quiz/drawQuiz.ts'
import { quizSeconds } from '../../core/quiz/quizSeconds.ts'
import { questionsFor } from '../../core/quiz/quizWish.ts'
import { parseSharedQuiz } from '../../core/quiz/sharedQuiz.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { PastAttempts } from './PastAttempts.tsx'
import { QuizFromLink } from './QuizFromLink.tsx'
import { QuizSentence } from './QuizSentence.tsx'
import { useBegin } from './useBegin.ts'
import { useQuizChoice } from './useQuizChoice.ts'
import './quiz.css'

/** Where a quiz begins: built here, or come by a link that names its questions. */
export const QuizBuilder = () => {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const shared = parseSharedQuiz(search.get('items'), search.get('seed'))
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.quiz') })}</title>
      <div className="pagehead">
        <h1>{t('nav.quiz')}</h1>
      </div>
      {shared === undefined ? (
        <>
          {search.has('items') && <p className="brokenlink">{t('quizLink.broken')}</p>}
          <Building />
        </>
      ) : (
        <QuizFromLink shared={shared} />
      )}
      <PastAttempts />
      <p className="sec">
        <Link to="/exam">{t('exam.fromQuiz')}</Link>
      </p>
      <p>
        <Link to="/topics">{t('missing.toTopics')}</Link>
      </p>
    </div>
  )
}

const Building = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, newAttempt, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const begin = useBegin()
  const choice = useQuizChoice()
  const { wish, count } = choice
  const pool = questionsFor(wish, progress, catalog.links, now())
  const available = Math.min(count, pool.length)
  const minutes = Math.max(1, Math.round(quizSeconds(pool, available, progress) / 60))
  const start = (): void => {
    if (available === 0) return
    const attempt = newAttempt()
    begin(attempt, wish.topics, drawQuiz(pool, count, attempt.seed, progress, { unseenFirst: wish.part === 'unseenFirst' }))
  }
  useKeys({ enter: start })
  return (
    <section className="box bleed builder" aria-label={t('quiz.build')}>
      <QuizSentence choice={choice} />
      <p className="muted num">
        {sentences(
          lang,
          available < count && t('quiz.only', { count: available }),
          available === 0 ? t('quiz.widen') : t('quiz.minutes', { count: minutes }),
        )}
      </p>
      <p className="ways">
        <button type="button" className="btn primary big" disabled={available === 0} onClick={start}>
          {t('quiz.start', { count: available })}
          <Key>Enter</Key>
        </button>
        {!choice.isUsual && (
          <button type="button" className="linkbtn" onClick={choice.reset}>
            {t('quiz.reset')}
          </button>
        )}
      </p>
    </section>
  )
}
