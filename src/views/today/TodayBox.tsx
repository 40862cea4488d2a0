import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type SectionId, sectionPath, topicOf } from '../../core/ids.ts'
import { sectionSeconds } from '../../core/schedule/answerSeconds.ts'
import { type ReviewPlan, restReason } from '../../core/schedule/planReview.ts'
import { type Moment, studyDay } from '../../core/time.ts'
import type { PrimaryAction } from '../../core/today/primaryAction.ts'
import { dayFromNow } from '../../i18n/dates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { Key } from '../../ui/Key.tsx'
import { Choosing } from './Choosing.tsx'
import { minutesOf } from './minutesOf.ts'

/** Where the one primary button leads; `undefined`: there is none, it is time to rest. */
export const actionPath = (action: PrimaryAction): string | undefined => {
  switch (action.kind) {
    case 'exam':
      return `/exam/${action.attempt}`
    case 'attempt':
      return `/quiz/${action.attempt}`
    case 'review':
      return '/review'
    case 'mock':
      return `/exam?length=${action.items}`
    case 'read':
      return sectionPath(action.section)
    case 'drill':
      return `/weak/drill?topic=${action.topic}`
    case 'rest':
      return undefined
  }
}

interface PartProps {
  readonly plan: ReviewPlan
  readonly now: Moment
}

/** What to do now: what it is, what it takes, and the one button that starts it. */
export const TodayBox = ({ action, plan, now }: PartProps & { readonly action: PrimaryAction }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { links } = useStudy().catalog
  const go = (words: string, minutes?: number): ReactNode => (
    <Link className="btn primary big go" to={actionPath(action) ?? '/review'}>
      {words}
      {minutes !== undefined && <span className="takes num">{t('action.minutes', { minutes })}</span>}
      <Key>Enter</Key>
    </Link>
  )
  switch (action.kind) {
    case 'review':
      return (
        <>
          <Stats
            counts={[
              [t('nav.due'), plan.due],
              [t('today.new'), plan.new],
              ...(plan.early > 0 ? ([[t('today.early'), plan.early]] as const) : []),
            ]}
            minutes={minutesOf(plan.seconds)}
          />
          {go(t('today.start'))}
          <Choosing plan={plan} />
        </>
      )
    case 'exam': {
      const minutes = Math.ceil(action.minutesLeft)
      return (
        <>
          <div className="what num">
            <p className="taught">{t(minutes > 0 ? 'action.examOpen' : 'nav.exam')}</p>
            <p className="muted">{minutes > 0 ? t('action.examLeft', { count: minutes }) : t('action.examOver')}</p>
          </div>
          {go(t('action.exam'))}
        </>
      )
    }
    case 'attempt':
      return (
        <>
          <div className="what num">
            <p className="taught">{t(action.diagnostic ? 'action.diagnosticOpen' : 'action.quizOpen', { count: action.left })}</p>
          </div>
          {go(t('action.attempt'), minutesOf(action.minutes * 60))}
          {plan.entries.length > 0 && (
            <p className="below">
              <Link to="/review">{t('today.start')}</Link>
            </p>
          )}
        </>
      )
    case 'mock':
      return (
        <>
          <Stats counts={[[t('action.questions'), action.items]]} minutes={action.minutes} />
          {go(t('action.mock', { count: action.items }))}
          <div className="below">
            <p className="muted">{t('action.mockText')}</p>
            {plan.entries.length > 0 && <Link to="/review">{t('action.first')}</Link>}
          </div>
        </>
      )
    case 'read':
      return (
        <>
          <div className="what">
            <p className="muted">{links.topics.get(topicOf(action.section))?.title[lang]}</p>
            <p className="taught">
              <Heading section={action.section} />
            </p>
          </div>
          {go(t('action.read'), minutesOf(sectionSeconds))}
          <Nothing plan={plan} now={now} />
        </>
      )
    case 'drill':
      return (
        <>
          <div className="what">
            <p className="taught">{links.topics.get(action.topic)?.title[lang]}</p>
            <p className="muted">{t('action.drillText')}</p>
          </div>
          {go(t('action.drill', { count: action.items }), minutesOf(action.minutes * 60))}
        </>
      )
    case 'rest':
      return <Nothing plan={plan} now={now} />
  }
}

const Heading = ({ section }: { section: SectionId }) => {
  const lang = useLang()
  const { links } = useStudy().catalog
  return links.topics.get(topicOf(section))?.sections.find(({ id }) => id === section)?.heading[lang]
}

interface StatsProps {
  readonly counts: readonly (readonly [name: string, value: number])[]
  readonly minutes: number
}

const Stats = ({ counts, minutes }: StatsProps) => {
  const { t } = useTranslation()
  return (
    <dl className="stats">
      {counts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('today.about')}</dt>
        <dd>
          {minutes}
          <small>{t('today.minutes', { count: minutes })}</small>
        </dd>
      </div>
    </dl>
  )
}

/** Why nothing is asked now, and the way on for who wants it. */
const Nothing = ({ plan, now }: PartProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const isLastDay = plan.mode.kind === 'exam' && plan.mode.daysLeft <= 1
  return (
    <div className="nothing below">
      <p className="taught">{t(`today.${restReason(plan)}`)}</p>
      <p className="muted">
        {plan.nextDueDay !== null
          ? t('today.nextDue', { when: dayFromNow(plan.nextDueDay - studyDay(now.at, now.offsetMin), lang) })
          : plan.beyond === 0 && sentences(lang, isLastDay && t('today.nothingNew'), t('today.nothingLeft'))}
      </p>
      {plan.beyond > 0 && (
        <Link className="btn" to="/review?more">
          {t('today.goOn')}
        </Link>
      )}
    </div>
  )
}
