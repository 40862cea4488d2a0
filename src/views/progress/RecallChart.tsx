import { useTranslation } from 'react-i18next'
import type { Area } from '../../core/content/types.ts'
import type { RecallPoint } from '../../core/statistics/recallHistory.ts'
import { useLang } from '../../i18n/useLang.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { usePhrases } from './usePhrases.ts'

/** How much of what is looked at was known, week by week; the table has each area. */
export const RecallChart = ({ points, areas }: { points: readonly RecallPoint[]; areas: readonly Area[] }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const phrase = usePhrases()
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const length = Math.max(1, last.day - first.day)
  const nameOf = (id: string): string => areas.find((area) => area.id === id)?.title[lang] ?? id
  const title = t('progress.recall.title')
  const middle = first.day + Math.floor(length / 2)
  return (
    <ChartFrame
      title={title}
      table={{
        head: [t('progress.recall.day'), t('progress.recall.all'), ...last.areas.map(({ area }) => nameOf(area))],
        rows: points.map((point) => [
          phrase.day(point.day),
          phrase.share(point.mean),
          ...point.areas.map(({ recall }) => phrase.share(recall)),
        ]),
      }}
      note={<p className="note">{t('progress.recall.note')}</p>}
    >
      <LineChart
        label={title}
        percent={phrase.share}
        summary={t('progress.recall.summary', { now: phrase.share(last.mean), before: phrase.share(first.mean) })}
        points={points.map((point) => ({
          words: phrase.mark(phrase.day(point.day), phrase.share(point.mean)),
          x: points.length === 1 ? 1 : (point.day - first.day) / length,
          y: point.mean,
        }))}
        ticks={[...new Set([first.day, middle, last.day].map((day) => phrase.shortDay(day)))]}
        end={phrase.share(last.mean)}
      />
    </ChartFrame>
  )
}
