import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dateProblem, leastMinutesPerDay, mostMinutesPerDay } from '../../core/schedule/planLimits.ts'
import { afterExam, upkeepTargetOf } from '../../core/schedule/studyMode.ts'
import { afterExamChoices } from '../../core/schedule/studyPlan.ts'
import { dateOfDay, dayOfDate, studyDay } from '../../core/time.ts'
import { fullDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { answersInMinutes } from './answersInMinutes.ts'
import type { PlanRowProps } from './planRowProps.ts'
import { StudyPlanDaysOff } from './StudyPlanDaysOff.tsx'
import { StudyPlanLimits } from './StudyPlanLimits.tsx'
import { StudyPlanTarget } from './StudyPlanTarget.tsx'
import './studyPlan.css'

/** How the learner wants to study, each choice with what follows from it. */
export const StudyPlan = () => {
  const { t } = useTranslation()
  const { now } = useStudy()
  const plan = useProgress((state) => state.progress.plan)
  const record = useProgress((state) => state.record)
  const moment = now()
  const row: PlanRowProps = {
    plan,
    today: studyDay(moment.at, moment.offsetMin),
    onChange: (change) => void record([{ kind: 'planned', plan: { ...plan, ...change } }]),
  }
  return (
    <section className="sec studyplan" aria-labelledby="plan">
      <div className="sechead">
        <h2 id="plan">{t('plan.title')}</h2>
        <Link to="/history">{t('plan.history')}</Link>
      </div>
      <p className="muted about">{t('plan.saved')}</p>
      <div className="rows">
        <ExamDate {...row} />
        <AfterExam {...row} />
        <Minutes {...row} />
        <StudyPlanTarget {...row} />
        <StudyPlanLimits {...row} />
        <StudyPlanDaysOff {...row} />
      </div>
    </section>
  )
}

const ExamDate = ({ plan: { examDate }, today, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const about = useId()
  const daysLeft = examDate === null ? 0 : dayOfDate(examDate) - today
  return (
    <div>
      <div>
        <h3>{t('goal.examDate')}</h3>
        <p id={about} className="num">
          {examDate === null
            ? t('plan.noExam')
            : daysLeft < 0
              ? t('plan.examOver', { date: fullDate(examDate, lang) })
              : daysLeft === 0
                ? t('plan.examToday')
                : t('plan.daysLeft', { count: daysLeft })}
        </p>
      </div>
      <div className="planfield">
        <DateField
          label={t('goal.examDate')}
          value={examDate ?? ''}
          min={dateOfDay(today)}
          problemOf={(date) => {
            const problem = dateProblem(date, today)
            return problem && t(`goal.${problem}`)
          }}
          incomplete={t('goal.incomplete')}
          describedBy={about}
          onChange={(date) => onChange({ examDate: date === '' ? null : date })}
        />
        {examDate !== null && (
          <button type="button" className="btn quiet" onClick={() => onChange({ examDate: null })}>
            {t('plan.clearExam')}
          </button>
        )}
      </div>
    </div>
  )
}

/** What follows an exam that is over; Today asks it once. */
const AfterExam = ({ plan, today, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const about = useId()
  const { examDate } = plan
  const chosen = afterExam(plan, today)
  if (examDate === null || chosen === null) return null
  return (
    <div>
      <div>
        <h3>{t('afterExam.title')}</h3>
        <p id={about} className="num">
          {chosen === 'archive'
            ? t('afterExam.archiveText')
            : t('afterExam.upkeepText', { percent: Math.round(upkeepTargetOf(plan) * 100) })}
        </p>
      </div>
      <fieldset className="seg" aria-describedby={about}>
        <legend className="sr">{t('afterExam.title')}</legend>
        {afterExamChoices.map((choice) => (
          <button
            type="button"
            key={choice}
            aria-pressed={choice === chosen}
            onClick={() => {
              if (choice !== chosen) onChange({ afterExam: { of: examDate, choice } })
            }}
          >
            {t(`afterExam.${choice}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}

const presets = [10, 20, 30, 60] as const

const Minutes = ({ plan: { minutesPerDay }, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const { catalog } = useStudy()
  const progress = useProgress((state) => state.progress)
  const about = useId()
  return (
    <div>
      <div>
        <h3>{t('goal.minutes')}</h3>
        <p id={about} className="num">
          {t('plan.answersADay', { count: answersInMinutes(minutesPerDay, progress, catalog.links) })}
        </p>
      </div>
      <div className="planfield">
        <fieldset className="seg">
          <legend className="sr">{t('plan.presets')}</legend>
          {presets.map((minutes) => (
            <button
              type="button"
              key={minutes}
              className="num"
              aria-pressed={minutes === minutesPerDay}
              onClick={() => {
                if (minutes !== minutesPerDay) onChange({ minutesPerDay: minutes })
              }}
            >
              {t('plan.minutesOf', { count: minutes })}
            </button>
          ))}
        </fieldset>
        <NumberField
          label={t('goal.minutes')}
          unit={t('goal.unit')}
          value={minutesPerDay}
          min={leastMinutesPerDay}
          max={mostMinutesPerDay}
          problem={t('goal.minutesRange', { min: leastMinutesPerDay, max: mostMinutesPerDay })}
          describedBy={about}
          onChange={(minutes) => onChange({ minutesPerDay: minutes })}
        />
      </div>
    </div>
  )
}
