import { useTranslation } from 'react-i18next'
import type { Coverage } from '../../core/schedule/examOutlook.ts'
import { dateOfDay } from '../../core/time.ts'
import { fullDate, shortDate } from '../../i18n/calendarDates.ts'
import { useLang } from '../../i18n/useLang.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'

/** How much of the exam is expected to be recalled, week by week; the table also says how much has been asked. */
export const CoverageChart = ({ coverage }: { coverage: readonly Coverage[] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const [first] = coverage
  const last = coverage.at(-1)
  if (first === undefined || last === undefined || last.day <= first.day) return null
  const share = (value: number): string => t('plan.percent', { percent: Math.round(100 * value) })
  const length = last.day - first.day
  const title = t('outlook.coverage')
  return (
    <ChartFrame
      title={title}
      table={{
        head: [t('outlook.day'), t('outlook.seen'), t('outlook.recalled')],
        rows: coverage.map((point) => [fullDate(dateOfDay(point.day), lang), share(point.seen), share(point.recalled)]),
      }}
      note={<p className="note">{t('outlook.coverageNote')}</p>}
    >
      <LineChart
        label={title}
        summary={t('outlook.summary', { now: share(first.recalled), exam: share(last.recalled), seen: share(last.seen) })}
        points={coverage.map((point) => ({
          words: t('outlook.point', {
            date: fullDate(dateOfDay(point.day), lang),
            seen: share(point.seen),
            recalled: share(point.recalled),
          }),
          x: (point.day - first.day) / length,
          y: point.recalled,
        }))}
        ticks={[...new Set([first.day, first.day + Math.floor(length / 2), last.day].map((day) => shortDate(dateOfDay(day), lang)))]}
        end={share(last.recalled)}
        percent={share}
      />
    </ChartFrame>
  )
}
