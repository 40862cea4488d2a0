import { Plot } from './Plot.tsx'

export interface LinePoint {
  readonly words: string
  /** 0 to 1 from left to right. */
  readonly x: number
  /** 0 to 1; `null`: nothing is known, and the line is broken. */
  readonly y: number | null
  /** Where it may as well lie. */
  readonly low?: number
  readonly high?: number
}

const coordinate = (x: number, y: number, floor: number): string =>
  `${(100 * x).toFixed(2)} ${((100 * (1 - Math.max(floor, y))) / (1 - floor)).toFixed(2)}`

/** The stretches of points between those of which nothing is known. */
const stretches = (points: readonly LinePoint[]): readonly (readonly LinePoint[])[] => {
  const found: LinePoint[][] = [[]]
  for (const point of points) {
    if (point.y === null) found.push([])
    else found.at(-1)?.push(point)
  }
  return found.filter((stretch) => stretch.length > 0)
}

/** One share over time, 0 to 1, with its band and what it is held against. `floor`: the lowest share drawn. */
export const LineChart = ({
  label,
  summary,
  points,
  ticks,
  floor = 0,
  line,
  end,
  percent,
}: {
  label: string
  summary: string
  points: readonly LinePoint[]
  /** From left to right, spread evenly, no two alike. */
  ticks: readonly string[]
  floor?: number
  line?: number
  /** Beside the last point. */
  end: string
  /** A share in words. */
  percent: (share: number) => string
}) => {
  const levels = [1, 0.75, 0.5, 0.25, 0].map((share) => floor + share * (1 - floor))
  const parts = stretches(points)
  const path = (of: readonly LinePoint[], value: (point: LinePoint) => number): string =>
    of.map((point) => coordinate(point.x, value(point), floor)).join('L')
  const lastY = points.findLast((point) => point.y !== null)?.y ?? floor
  return (
    <Plot label={label} summary={summary} marks={points.map((point) => point.words)} start={points.length - 1}>
      {(read) => (
        <div className="linechart num">
          <div className="levels">
            {levels.map((level) => (
              <span key={level}>{percent(level)}</span>
            ))}
          </div>
          <div className="lines">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              <path className="grid" d="M0 0H100M0 25H100M0 50H100M0 75H100M0 100H100" />
              {parts.map((part) => (
                <path
                  key={part[0]?.words}
                  className="band"
                  d={`M${path(part, (point) => point.high ?? point.y ?? 0)}L${path(part.toReversed(), (point) => point.low ?? point.y ?? 0)}Z`}
                />
              ))}
              {line !== undefined && <path className="against" d={`M${coordinate(0, line, floor)}L${coordinate(1, line, floor)}`} />}
              {parts.map((part) => (
                <path key={part[0]?.words} className="value" d={`M${path(part, (point) => point.y ?? 0)}`} />
              ))}
            </svg>
            {points.map((point, place) => (
              <i
                key={point.words}
                data-mark={place}
                data-read={read === place}
                data-known={point.y !== null}
                style={{ left: `${100 * point.x}%`, top: `${(100 * (1 - Math.max(floor, point.y ?? floor))) / (1 - floor)}%` }}
              />
            ))}
          </div>
          <p className="end" style={{ top: `${(100 * (1 - Math.max(floor, lastY))) / (1 - floor)}%` }}>
            {end}
          </p>
          <div className="ticks">
            {ticks.map((tick) => (
              <span key={tick}>{tick}</span>
            ))}
          </div>
        </div>
      )}
    </Plot>
  )
}
