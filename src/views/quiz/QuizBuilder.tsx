import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { type TopicId, topicId } from '../../core/ids.ts'
import { drawQuiz, questionsOf } from '../../core/quiz/drawQuiz.ts'
import { answerKind } from '../../core/content/types.ts'
import { answerSeconds } from '../../core/schedule/answerSeconds.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { PastAttempts } from './PastAttempts.tsx'
import { useBegin } from './useBegin.ts'
import './quiz.css'

const counts = [5, 10, 20] as const

/** A quiz written as a sentence with two places to change: which topic, how many questions. */
export const QuizBuilder = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const [search, setSearch] = useSearchParams()
  const { catalog, newAttempt } = useStudy()
  const progress = useProgress((state) => state.progress)
  const begin = useBegin()
  const [count, setCount] = useState<number>(counts[0])
  const asked = topicId(search.get('topic') ?? '')
  const chosen: TopicId | null = catalog.links.topics.has(asked) ? asked : null
  const topics = chosen === null ? catalog.catalogue.topics.map((topic) => topic.id) : [chosen]
  // What was set aside is not asked.
  const pool = questionsOf(topics, catalog.links).filter((item) => progress.items.get(item.id)?.suspended !== true)
  const available = Math.min(count, pool.length)
  const secondsOf = answerSeconds(progress)
  const seconds = pool.reduce((sum, item) => sum + secondsOf[answerKind(item.kind)], 0) / Math.max(1, pool.length)
  const start = (): void => {
    if (available === 0) return
    const attempt = newAttempt()
    begin(attempt, topics, drawQuiz(topics, count, attempt.seed, progress, catalog.links))
  }
  useKeys({ enter: start })
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.quiz') })}</title>
      <div className="pagehead">
        <h1>{t('nav.quiz')}</h1>
      </div>
      <section className="box bleed builder" aria-label={t('quiz.build')}>
        <p className="sentence">
          {t('quiz.sentenceFrom')}
          <select
            className="field"
            aria-label={t('quiz.topic')}
            value={chosen ?? ''}
            onChange={(event) => setSearch(event.target.value === '' ? {} : { topic: event.target.value }, { replace: true })}
          >
            <option value="">{t('quiz.allTopics')}</option>
            {catalog.catalogue.topics.map((topic) => (
              <option key={topic.id} value={topic.id}>
                {topic.title[lang]}
              </option>
            ))}
          </select>
          {t('quiz.sentenceMiddle')}
          <select
            className="field num"
            aria-label={t('quiz.count')}
            value={count}
            onChange={(event) => setCount(Number(event.target.value))}
          >
            {counts.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
          {t('quiz.sentenceEnd')}
        </p>
        <p className="muted num">
          {available < count ? `${t('quiz.only', { count: available })} ` : ''}
          {t('quiz.minutes', { count: Math.max(1, Math.round((available * seconds) / 60)) })}
        </p>
        <button type="button" className="btn primary big" disabled={available === 0} onClick={start}>
          {t('quiz.start', { count: available })}
          <Key>Enter</Key>
        </button>
      </section>
      <PastAttempts />
      <p className="sec">
        <Link to="/topics">{t('missing.toTopics')}</Link>
      </p>
    </div>
  )
}
