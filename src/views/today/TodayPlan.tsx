import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { planReview, type ReviewPlan, restReason } from '../../core/schedule/planReview.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow, longDate } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { AfterExam } from './AfterExam.tsx'
import { ReadOn } from './ReadOn.tsx'
import { useOpen } from './useOpen.ts'

/** How the items were chosen, in words. */
const Choosing = ({ plan }: { plan: ReviewPlan }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { mode, due, entries, early, seconds } = plan
  const fresh = plan.new
  return (
    <details className="why">
      <summary>{t('today.why', { count: entries.length })}</summary>
      <p className="num">
        {sentences(
          lang,
          mode.kind === 'exam' ? t('today.modeExam') : t('today.modeDue', { target: Math.round(mode.target * 100) }),
          due > 0 && t('today.whyDue', { count: due }),
          fresh > 0 && t('today.whyNew', { count: fresh }),
          early > 0 && t('today.whyEarly', { count: early }),
          t('today.whyText', { minutes: minutesOf(seconds) }),
        )}
      </p>
    </details>
  )
}

const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60))

const Count = ({ name, value, unit }: { name: string; value: number; unit?: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {value}
      {unit !== undefined && <small>{unit}</small>}
    </dd>
  </div>
)

/** Today for someone who has begun: one session, and what to read next. */
export const TodayPlan = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const open = useOpen()
  const moment = now()
  const plan = planReview(progress, catalog.links, moment)
  const total = plan.entries.length
  const minutes = minutesOf(plan.seconds)
  useKeys({ enter: total > 0 ? () => open('/review') : undefined })
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
      {plan.after !== null && progress.plan.examDate !== null && (
        <Suspense>
          <AfterExam examDate={progress.plan.examDate} plan={plan} />
        </Suspense>
      )}
      <section className="box bleed todaybox" aria-labelledby="go">
        <h2 id="go" className="sr">
          {t('today.session')}
        </h2>
        {total > 0 ? (
          <>
            <dl className="stats">
              <Count name={t('today.due')} value={plan.due} />
              <Count name={t('today.new')} value={plan.new} />
              {plan.early > 0 && <Count name={t('today.early')} value={plan.early} />}
              <Count name={t('today.about')} value={minutes} unit={t('today.minutes', { count: minutes })} />
            </dl>
            <Link className="btn primary big go" to="/review">
              {t('today.start')}
              <Key>Enter</Key>
            </Link>
            <Choosing plan={plan} />
          </>
        ) : (
          <div className="nothing">
            <p className="taught">{t(`today.${restReason(plan)}`)}</p>
            <p className="muted">
              {plan.nextDueDay !== null
                ? t('today.nextDue', { when: dayFromNow(plan.nextDueDay - studyDay(moment.at, moment.offsetMin), lang) })
                : plan.beyond === 0 &&
                  sentences(lang, plan.mode.kind === 'exam' && plan.mode.daysLeft <= 1 && t('today.nothingNew'), t('today.nothingLeft'))}
            </p>
            {plan.beyond > 0 && (
              <Link className="btn" to="/review?more">
                {t('today.goOn')}
              </Link>
            )}
          </div>
        )}
      </section>
      {plan.leeches.length > 0 && (
        <p className="muted leechline">
          {t('today.leeches', { count: plan.leeches.length })} <Link to="/leeches">{t('today.leechesLink')}</Link>
        </p>
      )}
      <ReadOn primary={total === 0} />
    </div>
  )
}
