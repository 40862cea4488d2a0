import { lazy, Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dueDays } from '../../core/schedule/dueDays.ts'
import { planReview } from '../../core/schedule/planReview.ts'
import { studyDay } from '../../core/time.ts'
import { primaryAction } from '../../core/today/primaryAction.ts'
import { longDate } from '../../i18n/dates.ts'
import { loadTexts } from '../../i18n/setup.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Boundary } from '../../ui/Boundary.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { AfterExam } from './AfterExam.tsx'
import { actionPath, TodayBox } from './TodayBox.tsx'
import { useOpen } from './useOpen.ts'

// What lies below takes longer to reckon than the button may take to show.
const Standing = lazy(async () => ({ default: (await import('./Standing.tsx')).Standing }))

const weekDays = 7

/** Today for someone who has begun: the one thing to do, and how things stand. */
export const TodayPlan = () => {
  const { t, i18n } = useTranslation()
  use(loadTexts(i18n, 'study'))
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const open = useOpen()
  const moment = now()
  const plan = planReview(progress, catalog.links, moment)
  const action = primaryAction(progress, catalog.links, plan, moment)
  const path = actionPath(action)
  useKeys({ enter: path === undefined ? undefined : () => open(path) })
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.today') })}</title>
      <div className="pagehead">
        <h1>{t('nav.today')}</h1>
        <p className="muted num">
          {longDate(moment, lang)}
          {plan.mode.kind === 'exam' && (
            <>
              {' · '}
              <Link to="/settings#outlook">
                {plan.mode.daysLeft === 0 ? t('today.examToday') : t('today.exam', { count: plan.mode.daysLeft })}
              </Link>
            </>
          )}
        </p>
      </div>
      {plan.after !== null && progress.plan.examDate !== null && <AfterExam examDate={progress.plan.examDate} plan={plan} />}
      <section className="box bleed todaybox" aria-labelledby="go">
        <h2 id="go" className="sr">
          {t('today.session')}
        </h2>
        <TodayBox action={action} plan={plan} now={moment} />
      </section>
      {plan.after !== 'archive' && <Ahead />}
      {plan.leeches.length > 0 && (
        <p className="muted leechline">
          {t('today.leeches', { count: plan.leeches.length })} <Link to="/leeches">{t('today.leechesLink')}</Link>
        </p>
      )}
      <Boundary fallback={() => <Link to="/topics">{t('nav.topics')}</Link>}>
        <Suspense fallback={<div className="standing" aria-busy="true" />}>
          <Standing reading={action.kind === 'read'} />
        </Suspense>
      </Boundary>
    </div>
  )
}

/** What comes back in the next days. */
const Ahead = () => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const moment = now()
  const today = studyDay(moment.at, moment.offsetMin)
  const days = [...dueDays(progress, moment)].flatMap(([fact, day]) => (catalog.links.itemsOfFact.has(fact) ? [day] : []))
  const until = (last: number): number => days.filter((day) => day > today && day <= today + last).length
  return days.length === 0 ? null : <p className="muted num ahead">{t('action.ahead', { tomorrow: until(1), week: until(weekDays) })}</p>
}
