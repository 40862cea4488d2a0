import { useTranslation } from 'react-i18next'
import { difficultyEdges, histogram, recallEdges, type Remembered, stabilityEdges } from '../../core/statistics/memories.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { usePhrases } from './usePhrases.ts'

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** One histogram: how many facts lie in each band. */
const Histogram = ({
  title,
  head,
  bands,
  counts,
  summary,
  note,
  tickEvery = 1,
}: {
  title: string
  /** What the bands are of. */
  head: string
  bands: readonly { readonly name: string; readonly tick: string }[]
  counts: readonly number[]
  summary: string
  note: string
  tickEvery?: number
}) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  return (
    <ChartFrame
      title={title}
      table={{ head: [head, t('progress.memory.facts')], rows: bands.map(({ name }, place) => [name, String(counts[place] ?? 0)]) }}
      note={<p className="note">{note}</p>}
    >
      <BarChart
        label={title}
        summary={summary}
        bars={bands.map(({ name, tick }, place) => ({
          words: phrase.mark(name, t('progress.factsUnit', { count: counts[place] ?? 0 })),
          tick: place % tickEvery === 0 ? tick : '',
          value: counts[place] ?? 0,
        }))}
      />
    </ChartFrame>
  )
}

/** How the facts seen so far are remembered. */
export const MemoryCharts = ({ facts }: { facts: readonly Remembered[] }) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  const count = facts.length
  const stabilities = facts.map(({ memory }) => memory.stability)
  const middle = Math.round(stabilities.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0)
  const difficulties = facts.map(({ memory }) => memory.difficulty)
  const recalls = facts.map(({ recall }) => recall)
  const stabilityName = (place: number): string => {
    const [from = 0, to] = stabilityEdges.slice(place, place + 2)
    if (place === 0) return t('progress.memory.stability.below', { to })
    return to === undefined ? t('progress.memory.stability.over', { from }) : t('progress.memory.stability.from', { from, to })
  }
  return (
    <div className="three">
      <Histogram
        title={t('progress.memory.stability.title')}
        head={t('progress.memory.stability.band')}
        bands={stabilityEdges.map((edge, place) => ({ name: stabilityName(place), tick: String(edge) }))}
        counts={histogram(stabilities, stabilityEdges)}
        summary={t('progress.memory.stability.summary', { count, middle: t('progress.memory.stability.days', { count: middle }) })}
        note={t('progress.memory.stability.note')}
      />
      <Histogram
        title={t('progress.memory.difficulty.title')}
        head={t('progress.memory.difficulty.band')}
        bands={difficultyEdges.map((edge) => ({ name: `${edge}–${edge + 1}`, tick: String(edge) }))}
        counts={histogram(difficulties, difficultyEdges)}
        summary={t('progress.memory.difficulty.summary', { count, mean: meanOf(difficulties).toFixed(1) })}
        note={t('progress.memory.difficulty.note')}
      />
      <Histogram
        title={t('progress.memory.recall.title')}
        head={t('progress.memory.recall.band')}
        bands={recallEdges.map((edge) => ({ name: phrase.range(edge, edge + 0.1), tick: phrase.share(edge) }))}
        counts={histogram(recalls, recallEdges)}
        summary={t('progress.memory.recall.summary', { count, mean: phrase.share(meanOf(recalls)) })}
        note={t('progress.memory.recall.note')}
        tickEvery={3}
      />
    </div>
  )
}
