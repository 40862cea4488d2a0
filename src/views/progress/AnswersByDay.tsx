import { useTranslation } from 'react-i18next'
import { mondayOf } from '../../core/history/recallRecord.ts'
import type { CountedDay } from '../../core/statistics/countedDays.ts'
import { dateOfDay, type StudyDay } from '../../core/time.ts'
import { monthName, weekdayName } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { HeatMap, heatSteps } from '../../ui/charts/HeatMap.tsx'
import { usePhrases } from './usePhrases.ts'

const weeks = 53
/** The month that a week of this Monday begins, if one does within it. */
const monthBegun = (monday: StudyDay): string | undefined =>
  [0, 1, 2, 3, 4, 5, 6].map((place) => dateOfDay(monday + place)).find((date) => date.endsWith('-01'))

/** The last year and the week that it began in, a cell a day. */
export const AnswersByDay = ({ days: all, today }: { days: readonly CountedDay[]; today: StudyDay }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const phrase = usePhrases()
  const first = mondayOf(today) - 7 * (weeks - 1)
  const days = all.filter(({ day }) => day >= first)
  const lastYear = days.filter(({ day }) => day > today - 365)
  const byDay = new Map(days.map(({ day, counts }) => [day, counts]))
  const shown = Array.from({ length: 7 * weeks }, (_, place) => first + place)
  const answersOn = (day: StudyDay): number => byDay.get(day)?.answers ?? 0
  const summary = t('progress.heat.summary', {
    days: lastYear.length,
    most: Math.max(0, ...lastYear.map(({ counts }) => counts.answers)),
  })
  const [one, ten, many, most] = heatSteps
  const steps = [
    { level: '0', name: '0' },
    { level: '1', name: t('progress.heat.from', { from: one, to: ten - 1 }) },
    { level: '2', name: t('progress.heat.from', { from: ten, to: many - 1 }) },
    { level: '3', name: t('progress.heat.from', { from: many, to: most - 1 }) },
    { level: '4', name: t('progress.heat.over', { from: most }) },
    { level: 'later', name: t('progress.heat.later') },
  ]
  return (
    <ChartFrame
      title={t('progress.heat.title')}
      table={{
        head: [t('progress.heat.day'), t('progress.heat.answers'), t('progress.heat.time')],
        rows: days.toReversed().map(({ day, counts }) => [phrase.day(day), String(counts.answers), phrase.time(counts.tookMs)]),
      }}
    >
      <HeatMap
        label={t('progress.heat.title')}
        summary={summary}
        days={shown.map((day) => ({
          words: phrase.mark(phrase.day(day), t('progress.answersUnit', { count: answersOn(day) })),
          value: day > today ? null : answersOn(day),
        }))}
        today={today - first}
        months={Array.from({ length: weeks }, (_, week) => {
          const date = monthBegun(first + 7 * week)
          return date === undefined ? '' : monthName(date, lang)
        })}
        weekdays={[1, 2, 3, 4, 5, 6, 0].map((day, place) => [day, place % 2 === 0 && place < 6 ? weekdayName(day, lang, 'short') : ''])}
        legend={steps}
      />
    </ChartFrame>
  )
}
