import { useTranslation } from 'react-i18next'
import { type CountedDay, type CountedSpan, sumOfDays } from '../../core/statistics/countedDays.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { usePhrases } from './usePhrases.ts'

/** The time spent on answers. `weeks`: from the first of them, in the period, until today. */
export const TimeChart = ({ days, spans, weeks }: { days: readonly CountedDay[]; spans: readonly CountedSpan[]; weeks: number }) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  const { tookMs } = sumOfDays(days)
  const every = Math.ceil(spans.length / 6)
  return (
    <ChartFrame
      title={t('progress.time.title')}
      table={{
        head: [t('progress.time.span'), t('progress.time.time'), t('progress.time.answers'), t('progress.time.right')],
        rows: spans.map(({ start, counts }) => [
          phrase.date(start),
          phrase.time(counts.tookMs),
          String(counts.answers),
          phrase.share(counts.asked === 0 ? null : counts.right / counts.asked),
        ]),
      }}
    >
      <BarChart
        label={t('progress.time.title')}
        summary={t('progress.time.summary', { time: phrase.time(tookMs), mean: phrase.time(tookMs / weeks) })}
        bars={spans.map(({ start, counts }, place) => ({
          words: phrase.mark(phrase.date(start), phrase.time(counts.tookMs)),
          tick: place % every === 0 ? phrase.shortDate(start) : '',
          value: counts.tookMs,
        }))}
        start={spans.length - 1}
      />
    </ChartFrame>
  )
}
