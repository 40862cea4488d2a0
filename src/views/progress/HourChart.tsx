import { useTranslation } from 'react-i18next'
import type { HourOfDay } from '../../core/statistics/byHour.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { usePhrases } from './usePhrases.ts'

/** Below so many answers a share says little. */
const enough = 10

/** The share of right answers by the hour of the day. */
export const HourChart = ({ hours }: { hours: readonly HourOfDay[] }) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  const shareOf = ({ asked, right }: HourOfDay): number | null => (asked === 0 ? null : right / asked)
  const nameOf = ({ hour }: HourOfDay): string => t('progress.hour.name', { hour })
  return (
    <ChartFrame
      title={t('progress.hour.title')}
      table={{
        head: [t('progress.hour.hour'), t('progress.hour.right'), t('progress.hour.answers')],
        rows: hours.map((hour) => [nameOf(hour), phrase.share(shareOf(hour)), String(hour.asked)]),
      }}
      note={<p className="note">{t('progress.hour.note')}</p>}
    >
      <BarChart
        label={t('progress.hour.title')}
        summary={t('progress.hour.summary', { count: hours.reduce((sum, { asked }) => sum + asked, 0) })}
        bars={hours.map((hour) => ({
          words: phrase.mark(
            nameOf(hour),
            hour.asked === 0 ? t('progress.hour.none') : t('progress.hour.few', { share: phrase.share(shareOf(hour)), count: hour.asked }),
          ),
          tick: hour.hour % 6 === 0 ? nameOf(hour) : '',
          value: shareOf(hour) ?? 0,
          uncertain: hour.asked < enough,
        }))}
        most={1}
        start={12}
      />
    </ChartFrame>
  )
}
