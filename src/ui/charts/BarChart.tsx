import type { CSSProperties } from 'react'
import { Plot } from './Plot.tsx'

export interface Bar {
  /** Which it is and its value, in words. */
  readonly words: string
  /** Below the bar; empty where there is no room for each. */
  readonly tick: string
  readonly value: number
  /** Raked: not known yet, or known of too little. */
  readonly uncertain?: boolean
}

const style = (value: number, most: number): CSSProperties & { '--h': string } => ({ '--h': `${(100 * value) / Math.max(1e-9, most)}%` })

/** Bars from left to right. `most`: the value of a full bar, the highest one unless it is given. */
export const BarChart = ({
  label,
  summary,
  bars,
  start = 0,
  most = Math.max(...bars.map((bar) => bar.value)),
  line,
}: {
  label: string
  summary: string
  bars: readonly Bar[]
  start?: number
  most?: number
  /** A value that the bars are read against. */
  line?: { readonly value: number; readonly name: string }
}) => (
  <Plot label={label} summary={summary} marks={bars.map((bar) => bar.words)} start={start}>
    {(read) => (
      <div className="bars" data-dense={bars.length > 31}>
        {line !== undefined && (
          <p className="barline" style={style(line.value, most)}>
            <span>{line.name}</span>
          </p>
        )}
        {bars.map((bar, place) => (
          <span key={bar.words} data-mark={place} data-read={read === place} style={style(bar.value, most)}>
            <i className={bar.uncertain && bar.value > 0 ? 'raked-bar' : undefined} />
            <small>{bar.tick}</small>
          </span>
        ))}
      </div>
    )}
  </Plot>
)
