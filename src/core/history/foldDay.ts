import type { StudyEvent } from './events.ts'

/** What was done on one study day. */
export interface DayTotals {
  readonly answers: number
  readonly tookMs: number
}

// Someone who leaves a card open over lunch has not studied for an hour.
const longestAnswerMs = 120_000
/** The time an answer counts for. */
export const countedMs = (tookMs: number): number => Math.min(tookMs, longestAnswerMs)

export const addToDay = (day: DayTotals | undefined, event: Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>): DayTotals => ({
  answers: (day?.answers ?? 0) + 1,
  tookMs: (day?.tookMs ?? 0) + countedMs(event.tookMs),
})
