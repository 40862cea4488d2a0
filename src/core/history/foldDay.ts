import type { StudyEvent } from './events.ts'

/** What was done on one study day. */
export interface DayTotals {
  readonly answers: number
  readonly tookMs: number
}

// Someone who leaves a card open over lunch has not studied for an hour.
const longestAnswerMs = 120_000
export const foldDay = (events: readonly StudyEvent[]): DayTotals | undefined => {
  if (events.length === 0) return undefined
  let tookMs = 0
  for (const event of events) if (event.kind === 'reviewed' || event.kind === 'answered') tookMs += Math.min(event.tookMs, longestAnswerMs)
  return { answers: events.length, tookMs }
}
