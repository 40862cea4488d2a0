import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { langs } from '../../core/content/types.ts'
import { diagnosticQuestions } from '../../core/mastery/diagnosticLength.ts'
import { useProgress, useSettings, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx'
import { useOpen } from './useOpen.ts'

const FirstPlan = lazy(async () => ({ default: (await import('./FirstPlan.tsx')).FirstPlan }))

/** The first screen: which language, then read or be asked what is known already. Nothing else is needed to begin. */
export const FirstVisit = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const open = useOpen()
  const { catalog, newAttempt } = useStudy()
  const record = useProgress((state) => state.record)
  // The choice shows at once; the page follows when its texts have arrived.
  const chosen = useSettings((state) => state.lang) ?? lang
  const setLang = useSettings((state) => state.setLang)
  const [plans, setPlans] = useState(false)
  const first = catalog.catalogue.topics[0]
  const diagnose = (): void => {
    const { id, seed } = newAttempt()
    record([
      { kind: 'attemptStarted', attempt: id, topics: catalog.catalogue.topics.map((topic) => topic.id), items: [], seed, diagnostic: true },
    ])
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
          <button type="button" className="btn big" onClick={diagnose}>
            {t('first.diagnose', { count: diagnosticQuestions })}
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
