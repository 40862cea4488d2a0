import { useTranslation } from 'react-i18next'
import { type CountedDay, type CountedSpan, sumOfDays } from '../../core/statistics/countedDays.ts'
import { type Retention, retentionByMaturity } from '../../core/statistics/retention.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { usePhrases } from './usePhrases.ts'

/** The lowest share drawn: in steps, so that the axis does not move with every answer. */
const floorOf = (shares: readonly number[]): number => [0.6, 0.2, 0].find((floor) => shares.every((share) => share >= floor)) ?? 0

/** True retention against the target, over time and by maturity. */
export const RetentionChart = ({ days, spans, target }: { days: readonly CountedDay[]; spans: readonly CountedSpan[]; target: number }) => {
  const { t } = useTranslation()
  const phrase = usePhrases()
  const { young, mature, both } = retentionByMaturity(sumOfDays(days))
  const byMaturity = { young, mature, both }
  const points = spans.map(({ start, counts }) => ({ start, ...retentionByMaturity(counts).both }))
  const known = points.filter((point) => point.share !== null)
  const cells = ({ share, low, high, foretold, all }: Retention): readonly string[] => [
    phrase.share(share),
    all === 0 ? t('progress.noValue') : phrase.range(low, high),
    phrase.share(foretold),
    String(all),
  ]
  const head = [
    t('progress.retention.share'),
    t('progress.retention.range'),
    t('progress.retention.foretold'),
    t('progress.retention.asked'),
  ]
  const title = t('progress.retention.title')
  return (
    <ChartFrame
      title={title}
      table={{ head: [t('progress.retention.span'), ...head], rows: points.map((point) => [phrase.date(point.start), ...cells(point)]) }}
      note={
        <>
          <p className="note">{t('progress.retention.note')}</p>
          <div className="tablewrap">
            <table className="num values">
              <caption className="sr">{t('progress.retention.maturity')}</caption>
              <thead>
                <tr>
                  <td />
                  {head.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {(['young', 'mature', 'both'] as const).map((maturity) => (
                  <tr key={maturity}>
                    <th scope="row">{t(`progress.retention.${maturity}`)}</th>
                    {cells(byMaturity[maturity]).map((value, column) => (
                      <td key={head[column]}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <details className="why">
            <summary>{t('progress.retention.why')}</summary>
            <p>{t('progress.retention.whyText')}</p>
          </details>
        </>
      }
    >
      {known.length === 0 ? (
        <p className="readout">{t('progress.retention.noneSummary')}</p>
      ) : (
        <LineChart
          label={title}
          percent={phrase.share}
          summary={t('progress.retention.summary', { share: phrase.share(both.share), all: both.all, target: phrase.share(target) })}
          points={points.map((point, place) => ({
            words: phrase.mark(
              phrase.date(point.start),
              [phrase.share(point.share), ...(point.all === 0 ? [] : [phrase.range(point.low, point.high)])].join(' '),
            ),
            x: points.length === 1 ? 1 : place / (points.length - 1),
            y: point.share,
            low: point.low,
            high: point.high,
          }))}
          ticks={[
            ...new Set(
              [points[0], points[Math.floor(points.length / 2)], points.at(-1)].flatMap((point) =>
                point ? [phrase.shortDate(point.start)] : [],
              ),
            ),
          ]}
          floor={floorOf(known.map((point) => point.low))}
          line={target}
          end={phrase.share(known.at(-1)?.share ?? null)}
        />
      )}
    </ChartFrame>
  )
}
