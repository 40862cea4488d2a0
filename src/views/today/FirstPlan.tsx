import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { dateProblem, leastMinutesPerDay, mostMinutesPerDay } from '../../core/schedule/planLimits.ts'
import type { StudyPlan } from '../../core/schedule/studyPlan.ts'
import { dateOfDay, studyDay } from '../../core/time.ts'
import { loadTexts } from '../../i18n/setup.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

/** The two choices that a newcomer may make at once; both can wait. */
export const FirstPlan = () => {
  const { t, i18n } = useTranslation()
  use(loadTexts(i18n, 'study'))
  const { now } = useStudy()
  const plan = useProgress((state) => state.progress.plan)
  const record = useProgress((state) => state.record)
  const moment = now()
  const today = studyDay(moment.at, moment.offsetMin)
  const change = (part: Partial<StudyPlan>): void => void record([{ kind: 'planned', plan: { ...plan, ...part } }])
  return (
    <div className="firstfields">
      <DateField
        isLabelShown
        label={t('goal.examDate')}
        value={plan.examDate ?? ''}
        min={dateOfDay(today)}
        problemOf={(date) => {
          const problem = dateProblem(date, today)
          return problem && t(`goal.${problem}`)
        }}
        incomplete={t('goal.incomplete')}
        onChange={(date) => change({ examDate: date === '' ? null : date })}
      />
      <NumberField
        isLabelShown
        label={t('goal.minutes')}
        unit={t('goal.unit')}
        value={plan.minutesPerDay}
        min={leastMinutesPerDay}
        max={mostMinutesPerDay}
        problem={t('goal.minutesRange', { min: leastMinutesPerDay, max: mostMinutesPerDay })}
        onChange={(minutes) => change({ minutesPerDay: minutes })}
      />
    </div>
  )
}
