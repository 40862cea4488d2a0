import { useLayoutEffect, useRef } from 'react'
import { Plot } from './Plot.tsx'

export interface HeatDay {
  readonly words: string
  /** `null`: still to come. */
  readonly value: number | null
}

/** From how much on a day has each size; a full cell is the last. */
export const heatSteps = [1, 10, 25, 50] as const
const levelOf = (value: number | null): string => (value === null ? 'later' : `${heatSteps.filter((step) => value >= step).length}`)

/** Days as cells, weeks as columns, Monday first: the disc in a cell grows with its value. */
export const HeatMap = ({
  label,
  summary,
  days,
  today,
  months,
  weekdays,
  legend,
}: {
  label: string
  summary: string
  /** Whole weeks. */
  days: readonly HeatDay[]
  /** The place of today among the days. */
  today: number
  /** The names over the columns; empty where none begins. */
  months: readonly string[]
  /** Of all seven; those left empty are not named. */
  weekdays: readonly (readonly [key: number, name: string])[]
  legend: readonly { readonly level: string; readonly name: string }[]
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  // The newest weeks are what one looks for first.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth
  }, [])
  return (
    <>
      <Plot label={label} summary={summary} marks={days.slice(0, today + 1).map((day) => day.words)} start={today} across={7}>
        {(read) => (
          <div className="heatmap" ref={scroller}>
            <div className="weekdays" aria-hidden="true">
              {weekdays.map(([key, name]) => (
                <span key={key}>{name}</span>
              ))}
            </div>
            <div className="heat" aria-hidden="true">
              {days.map((day, place) => (
                <i
                  key={day.words}
                  data-level={levelOf(day.value)}
                  data-mark={day.value === null ? undefined : place}
                  data-read={read === place}
                  data-month={place % 7 === 0 ? months[place / 7] : undefined}
                />
              ))}
            </div>
          </div>
        )}
      </Plot>
      <ul className="legend num">
        {legend.map(({ level, name }) => (
          <li key={level}>
            <i className="heatkey" data-level={level} />
            {name}
          </li>
        ))}
      </ul>
    </>
  )
}
