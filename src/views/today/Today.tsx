import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { answerKind } from '../../core/content/types.ts'
import type { Progress } from '../../core/history/progress.ts'
import { answerSeconds } from '../../core/schedule/answerSeconds.ts'
import { planReview } from '../../core/schedule/planReview.ts'
import { studyDay } from '../../core/time.ts'
import { dayFromNow, longDate } from '../../i18n/dates.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { useLang } from '../../i18n/useLang.ts'
import { Key } from '../../ui/Key.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { FirstVisit } from './FirstVisit.tsx'
import { ReadOn } from './ReadOn.tsx'
import { useOpen } from './useOpen.ts'
import './today.css'

// Someone who has only planned is still about to begin.
const hasStudied = ({ items, read, attempts }: Progress): boolean => items.size + read.size + attempts.size > 0

export const Today = () => (useProgress((state) => hasStudied(state.progress)) ? <TodayPlan /> : <FirstVisit />)

const TodayPlan = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const open = useOpen()
  const moment = now()
  const plan = planReview(progress, catalog.links, moment)
  // Not counted: what a section teaches that was not read.
  const entries = plan.entries.filter((entry) => entry.kind !== 'new' || progress.read.has(entry.item.section))
  const fresh = entries.filter((entry) => entry.kind === 'new').length
  const total = entries.length
  const due = total - fresh
  const secondsOf = answerSeconds(progress)
  const seconds = entries.reduce((sum, entry) => sum + secondsOf[answerKind(entry.item.kind)], 0)
  const minutes = Math.max(1, Math.round(seconds / 60))
  useKeys({ enter: total > 0 ? () => open('/review') : undefined })
  return (
    <div className="page">
      <title>{t('title.page', { name: t('nav.today') })}</title>
      <div className="pagehead">
        <h1>{t('nav.today')}</h1>
        <p className="muted num">{longDate(moment, lang)}</p>
      </div>
      <section className="box bleed todaybox" aria-labelledby="go">
        <h2 id="go" className="sr">
          {t('today.session')}
        </h2>
        {total > 0 ? (
          <>
            <dl className="stats">
              <div>
                <dt>{t('today.due')}</dt>
                <dd>{due}</dd>
              </div>
              <div>
                <dt>{t('today.new')}</dt>
                <dd>{fresh}</dd>
              </div>
              <div>
                <dt>{t('today.about')}</dt>
                <dd>
                  {minutes}
                  <small>{t('today.minutes', { count: minutes })}</small>
                </dd>
              </div>
            </dl>
            <Link className="btn primary big go" to="/review">
              {t('today.start')}
              <Key>Enter</Key>
            </Link>
            <details className="why">
              <summary>{t('today.why', { count: total })}</summary>
              <p>
                {t('today.whyText', {
                  due: t('today.whyDue', { count: due }),
                  fresh: t('today.whyNew', { count: fresh }),
                  minutes,
                })}
              </p>
            </details>
          </>
        ) : (
          <div className="nothing">
            <p className="taught">{t('today.nothing')}</p>
            <p className="muted">
              {plan.nextDueDay === null
                ? t('today.nothingYet')
                : t('today.nextDue', { when: dayFromNow(plan.nextDueDay - studyDay(moment.at, moment.offsetMin), lang) })}
            </p>
          </div>
        )}
      </section>
      <ReadOn primary={total === 0} />
    </div>
  )
}
