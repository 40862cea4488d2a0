import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { passMark } from '../../core/exam/examScore.ts'
import { enoughAnswers } from '../../core/mastery/readiness.ts'
import { type ExamOutlook, mostOutlookDays } from '../../core/schedule/examOutlook.ts'
import { studyMode } from '../../core/schedule/studyMode.ts'
import { dateOfDay, studyDay } from '../../core/time.ts'
import { fullDate } from '../../i18n/calendarDates.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { CoverageChart } from './CoverageChart.tsx'
import { useExamOutlook } from './useExamOutlook.ts'
import './untilExam.css'

const id = 'outlook'

/** Where the plan leads by the day of the exam: it shows, and schedules nothing. */
export const UntilExam = () => {
  const { t } = useTranslation()
  const { now } = useStudy()
  const plan = useProgress((state) => state.progress.plan)
  const { hash } = useLocation()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hash !== `#${id}`) return
    title.current?.scrollIntoView()
    title.current?.focus({ preventScroll: true })
  }, [hash])
  const moment = now()
  const mode = studyMode(plan, studyDay(moment.at, moment.offsetMin))
  return (
    <section className="sec untilexam" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id} ref={title} tabIndex={-1}>
          {t('outlook.title')}
        </h2>
      </div>
      {mode.kind === 'due' ? (
        <p className="muted">{t('outlook.noDate')}</p>
      ) : mode.daysLeft === 0 ? (
        <p className="muted">{t('plan.examToday')}</p>
      ) : mode.daysLeft > mostOutlookDays ? (
        <p className="muted num">{t('outlook.far', { count: mostOutlookDays })}</p>
      ) : (
        <Reckoned />
      )}
    </section>
  )
}

const Reckoned = () => {
  const { t } = useTranslation()
  const state = useExamOutlook()
  if (state.kind === 'done') return state.outlook === null ? null : <Outlook outlook={state.outlook} />
  return (
    <div className="reckoning">
      <p role="status">{t('plan.counting')}</p>
      <progress value={state.share} aria-label={t('outlook.title')} />
    </div>
  )
}

/** Marks go up in steps of one question of sixty, so more figures would say nothing. */
const rounded = (mark: number): number => 10 * Math.round(mark / 10)

const Outlook = ({ outlook }: { outlook: ExamOutlook }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { planned, more, enoughMinutes, answers, studyDays, mockDays } = outlook
  const gain = more === null ? 0 : Math.round(more.mean - planned.mean)
  const percent = Math.min(99, Math.max(1, Math.round(100 * planned.passChance)))
  return (
    <>
      <p className="expected num">
        {t('outlook.expected', {
          minutes: planned.minutesPerDay,
          mean: rounded(planned.mean),
          low: planned.low,
          high: planned.high,
          pass: passMark,
        })}
      </p>
      <p className="num">
        {sentences(
          lang,
          t('outlook.passChance', { percent }),
          enoughMinutes === null
            ? t('outlook.neverEnough')
            : enoughMinutes < planned.minutesPerDay
              ? t('outlook.enoughWithLess', { minutes: enoughMinutes })
              : enoughMinutes > planned.minutesPerDay
                ? t('outlook.enoughWithMore', { minutes: enoughMinutes })
                : t('outlook.enoughAsPlanned'),
          more !== null &&
            (gain >= 5 ? t('outlook.more', { gain, minutes: more.minutesPerDay, mean: rounded(more.mean) }) : t('outlook.moreNothing')),
        )}
      </p>
      {answers < enoughAnswers && <p className="muted num">{t('outlook.littleEvidence', { count: answers })}</p>}
      <details className="why">
        <summary>{t('outlook.how')}</summary>
        <p className="num">{t('outlook.howText', { count: studyDays })}</p>
      </details>
      {mockDays.length > 0 && (
        <>
          <h3>{t('outlook.mocks')}</h3>
          <ul className="mockdays">
            {mockDays.map(({ day, why }) => (
              <li key={why}>
                <span className="num">{fullDate(dateOfDay(day), lang)}</span>
                <span>{t(`outlook.mock.${why}`)}</span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/exam">{t('outlook.toExam')}</Link>
          </p>
        </>
      )}
      <CoverageChart coverage={outlook.coverage} />
    </>
  )
}
