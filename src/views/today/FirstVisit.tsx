import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isCardKind, langs } from '../../core/content/types.ts'
import { useProgress, useSettings, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { useOpen } from './useOpen.ts'

const FirstPlan = lazy(async () => ({ default: (await import('./FirstPlan.tsx')).FirstPlan }))

const firstQuestions = 5

/** The first screen: which language, then read or try some questions. Nothing else is needed to begin. */
export const FirstVisit = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const open = useOpen()
  const { catalog, newAttempt } = useStudy()
  const progress = useProgress((state) => state.progress)
  const record = useProgress((state) => state.record)
  // The choice shows at once; the page follows when its texts have arrived.
  const chosen = useSettings((state) => state.lang) ?? lang
  const setLang = useSettings((state) => state.setLang)
  const [plans, setPlans] = useState(false)
  const first = catalog.catalogue.topics[0]
  const tryQuestions = async (): Promise<void> => {
    // Not there when the connection is not: the quiz's own page says what to do then.
    const draw = await import('../../core/quiz/drawQuiz.ts').catch(() => undefined)
    if (draw === undefined) return open('/quiz')
    const { id, seed } = newAttempt()
    const topics = catalog.catalogue.topics.map((topic) => topic.id)
    const pool = catalog.catalogue.topics.flatMap((topic) => topic.items).filter((item) => !isCardKind(item.kind))
    const items = draw.drawQuiz(pool, firstQuestions, seed, progress).map((item) => item.id)
    record([{ kind: 'attemptStarted', attempt: id, topics, items, seed }])
    open(`/quiz/${id}`)
  }
  return (
    <div className="page first">
      <title>{t('title.app')}</title>
      <div className="pagehead">
        <h1>{t('first.title')}</h1>
      </div>
      <p className="lead">{t('first.lead')}</p>
      <section className="box bleed firstbox" aria-label={t('first.begin')}>
        <SegmentedChoice
          legend="言語 / Language"
          name="lang"
          value={chosen}
          onChange={setLang}
          options={langs.map((value) => ({ value, label: value === 'ja' ? '日本語' : 'English', lang: value }))}
        />
        <div className="starts">
          {first !== undefined && (
            <Link className="btn big" to={`/topics/${first.id}`}>
              {t('first.read')}
            </Link>
          )}
          <button type="button" className="btn big" onClick={() => void tryQuestions()}>
            {t('first.try', { count: firstQuestions })}
          </button>
        </div>
      </section>
      <details className="why firstplan" onToggle={(event) => setPlans(event.currentTarget.open)}>
        <summary>{t('first.plan')}</summary>
        {/* Fetched when wanted: most begin at once. */}
        {plans && (
          <Boundary fallback={() => <Link to="/settings">{t('nav.settings')}</Link>}>
            <Suspense>
              <FirstPlan />
            </Suspense>
          </Boundary>
        )}
      </details>
      <p className="muted stored">{t('first.stored')}</p>
    </div>
  )
}
