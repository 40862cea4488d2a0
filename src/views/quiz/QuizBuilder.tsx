import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { TopicId } from '../../core/ids.ts'
import { drawQuiz } from '../../core/quiz/drawQuiz.ts'
import { questionKinds, questionsFor, quizParts } from '../../core/quiz/quizWish.ts'
import { answerKind } from '../../core/content/types.ts'
import { answerSeconds } from '../../core/schedule/answerSeconds.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { PastAttempts } from './PastAttempts.tsx'
import { useBegin } from './useBegin.ts'
import './quiz.css'

const counts = [5, 10, 20, 40] as const

/** One of these, or the first. */
const oneOf = <Value,>(values: readonly [Value, ...Value[]], named: string | null): Value =>
  values.find((value) => String(value) === named) ?? values[0]

/** A quiz written as a sentence with places to change. They stand in the address: a link or a bookmark keeps them. */
export const QuizBuilder = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const [search, setSearch] = useSearchParams()
  const { catalog, newAttempt, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const begin = useBegin()
  const { areas, topics: all } = catalog.catalogue
  const asked = search.get('topic')
  const area = areas.find(({ id }) => id === search.get('area'))?.id
  const topic = all.find(({ id }) => id === asked)?.id
  const kind = questionKinds.find((each) => each === search.get('kind')) ?? null
  const part = oneOf(quizParts, search.get('part'))
  const count = oneOf(counts, search.get('count'))
  const topics: readonly TopicId[] = all.flatMap((each) =>
    topic === undefined ? (area === undefined || each.area === area ? [each.id] : []) : each.id === topic ? [each.id] : [],
  )
  // What is usual is not said in the address.
  const choose = (changes: Readonly<Record<string, string>>): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true },
    )
  const pool = questionsFor({ topics, kind, part }, progress, catalog.links, now())
  const available = Math.min(count, pool.length)
  const secondsOf = answerSeconds(progress)
  const seconds = pool.reduce((sum, item) => sum + secondsOf[answerKind(item.kind)], 0) / Math.max(1, pool.length)
  const start = (): void => {
    if (available === 0) return
    const attempt = newAttempt()
    begin(attempt, topics, drawQuiz(pool, count, attempt.seed, progress))
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
          <span className="clause">
            <select
              className="field"
              aria-label={t('quiz.topic')}
              value={topic ?? (area === undefined ? '' : `area ${area}`)}
              onChange={({ target: { value } }) => {
                const named = value.startsWith('area ') ? { topic: '', area: value.slice(5) } : { topic: value, area: '' }
                choose(named)
              }}
            >
              <option value="">{t('quiz.allTopics')}</option>
              {areas.map((group) => (
                <optgroup key={group.id} label={group.title[lang]}>
                  <option value={`area ${group.id}`}>{t('quiz.area', { area: group.title[lang] })}</option>
                  {all
                    .filter((each) => each.area === group.id)
                    .map((each) => (
                      <option key={each.id} value={each.id}>
                        {each.title[lang]}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
            {t('quiz.sentencePart')}
          </span>
          <span className="clause">
            <select
              className="field"
              aria-label={t('quiz.partLabel')}
              value={part}
              onChange={({ target: { value } }) => choose({ part: value === quizParts[0] ? '' : value })}
            >
              {quizParts.map((value) => (
                <option key={value} value={value}>
                  {t(`quiz.part.${value}`)}
                </option>
              ))}
            </select>
            {t('quiz.sentenceKind')}
          </span>
          <span className="clause">
            <select
              className="field"
              aria-label={t('quiz.kindLabel')}
              value={kind ?? ''}
              onChange={({ target: { value } }) => choose({ kind: value })}
            >
              <option value="">{t('quiz.everyKind')}</option>
              {questionKinds.map((value) => (
                <option key={value} value={value}>
                  {t(`quiz.kind.${value}`)}
                </option>
              ))}
            </select>
            {t('quiz.sentenceMiddle')}
          </span>
          <span className="clause">
            <select
              className="field num"
              aria-label={t('quiz.count')}
              value={count}
              onChange={({ target: { value } }) => choose({ count: value === String(counts[0]) ? '' : value })}
            >
              {counts.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
            {t('quiz.sentenceEnd')}
          </span>
        </p>
        <p className="muted num">
          {sentences(
            lang,
            available < count && t('quiz.only', { count: available }),
            available === 0 ? t('quiz.widen') : t('quiz.minutes', { count: Math.max(1, Math.round((available * seconds) / 60)) }),
          )}
        </p>
        <button type="button" className="btn primary big" disabled={available === 0} onClick={start}>
          {t('quiz.start', { count: available })}
          <Key>Enter</Key>
        </button>
      </section>
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
