import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateProblem } from '../../core/schedule/planLimits.ts'
import { dateOfDay, dayOfDate } from '../../core/time.ts'
import { fullDate, weekdayName } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { PlanRowProps } from './planRowProps.ts'

/** The week as calendars of the language show it. */
const weeks = { ja: [0, 1, 2, 3, 4, 5, 6], en: [1, 2, 3, 4, 5, 6, 0] } as const

/** Weekdays and single days without study. */
export const StudyPlanDaysOff = ({ plan: { weekdaysOff, datesOff }, today, onChange }: PlanRowProps) => {
  const { t } = useTranslation()
  const lang = useLang()
  const about = useId()
  const [isRefused, setIsRefused] = useState(false)
  const toggle = (weekday: number): void => {
    const isOff = weekdaysOff.includes(weekday)
    const isLast = !isOff && weekdaysOff.length === 6
    setIsRefused(isLast)
    if (isLast) return
    onChange({ weekdaysOff: isOff ? weekdaysOff.filter((other) => other !== weekday) : [...weekdaysOff, weekday].sort((a, b) => a - b) })
  }
  const ahead = datesOff.filter((date) => dayOfDate(date) >= today).sort()
  return (
    <div>
      <div>
        <h3>{t('plan.daysOff')}</h3>
        <div id={about} className="num">
          <p>{t('plan.daysOffText')}</p>
          {weekdaysOff.length > 0 && <p>{t('plan.daysAWeek', { count: 7 - weekdaysOff.length })}</p>}
        </div>
      </div>
      <div className="planfield stacked">
        <fieldset className="weekdays" aria-describedby={about}>
          <legend>{t('plan.weekdays')}</legend>
          {weeks[lang].map((weekday) => (
            <label className="check" key={weekday}>
              <input type="checkbox" className="plain" checked={weekdaysOff.includes(weekday)} onChange={() => toggle(weekday)} />
              <span aria-hidden="true">{weekdayName(weekday, lang, 'short')}</span>
              <span className="sr">{weekdayName(weekday, lang, 'long')}</span>
            </label>
          ))}
        </fieldset>
        <p className="problem" role="alert">
          {isRefused && t('plan.noDayLeft')}
        </p>
        <DateField
          isLabelShown
          label={t('plan.addDate')}
          value=""
          min={dateOfDay(today)}
          problemOf={(date) => {
            const problem = dateProblem(date, today)
            return datesOff.includes(date) ? t('plan.dateTwice') : problem && t(`goal.${problem}`)
          }}
          incomplete={t('goal.incomplete')}
          onChange={(date) => onChange({ datesOff: [...datesOff, date].sort() })}
        />
        {ahead.length > 0 && (
          <ul className="datesoff">
            {ahead.map((date) => (
              <li key={date}>
                <span className="num">{fullDate(date, lang)}</span>
                <button
                  type="button"
                  className="linkbtn"
                  aria-label={t('plan.removeDateOf', { date: fullDate(date, lang) })}
                  onClick={() => onChange({ datesOff: datesOff.filter((other) => other !== date) })}
                >
                  {t('plan.removeDate')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
