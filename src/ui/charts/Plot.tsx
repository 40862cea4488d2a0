import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

/** Where the reading hand goes from a mark; `undefined`: the key means nothing here. */
const target = (key: string, from: number, last: number, across: number): number | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return from - across
    case 'ArrowRight':
      return from + across
    case 'ArrowUp':
      return across === 1 ? from + 1 : from - 1
    case 'ArrowDown':
      return across === 1 ? from - 1 : from + 1
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/**
 * The drawing of a chart, of which the arrow keys or a pointer read one mark after
 * the other: to a screen reader a slider whose value is the mark in words. Below it
 * stands what is read, or the summary.
 */
export const Plot = ({
  label,
  summary,
  marks,
  start,
  across = 1,
  children,
}: {
  label: string
  summary: string
  /** In words: which it is, and its value. */
  marks: readonly string[]
  /** The mark that reading begins with. */
  start: number
  /** How many marks the left and right keys pass over; if more than one, up and down go to the next. */
  across?: number
  children: (read: number | null) => ReactNode
}) => {
  const [at, setAt] = useState<number | null>(null)
  const [isRead, setIsRead] = useState(false)
  const last = marks.length - 1
  const place = Math.min(last, at ?? start)
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = target(event.key, place, last, across)
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (to >= 0 && to <= last) setAt(to)
  }
  const onPointerOver = (event: PointerEvent<HTMLElement>): void => {
    const mark = event.target instanceof Element ? event.target.closest('[data-mark]') : null
    if (mark === null) return
    setAt(Number(mark.getAttribute('data-mark')))
    setIsRead(true)
  }
  return (
    <>
      <div
        className="plot"
        role="slider"
        tabIndex={0}
        aria-label={`${label}: ${summary}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, place)}
        aria-valuetext={marks[place] ?? ''}
        onKeyDown={onKeyDown}
        onFocus={() => setIsRead(true)}
        onBlur={() => setIsRead(false)}
        onPointerOver={onPointerOver}
        onPointerLeave={() => setIsRead(false)}
      >
        {children(isRead ? place : null)}
      </div>
      <p className="readout num" aria-hidden="true">
        {isRead ? marks[place] : summary}
      </p>
    </>
  )
}
