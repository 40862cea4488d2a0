/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number
/** A study day counted from 1970-01-01 in the learner's local time; days begin at 04:00. */
export type StudyDay = number

const dayMs = 86_400_000
const studyDayStartsMs = 4 * 3_600_000

/**
 * The study day of an instant. `offsetMin` is the local time's lead over UTC in
 * minutes (Japan: 540), stored with every event so that replay anywhere gives
 * the same day.
 */
export const studyDay = (at: EpochMs, offsetMin: number): StudyDay => Math.floor((at + offsetMin * 60_000 - studyDayStartsMs) / dayMs)

/** Where a moment lies: what every question about "now" takes as its argument. */
export interface Moment {
  readonly at: EpochMs
  readonly offsetMin: number
}

/** A calendar day as people write it, `YYYY-MM-DD`. */
export type LocalDate = string

/** The study day that is this calendar day. */
export const dayOfDate = (date: LocalDate): StudyDay => Math.floor(new Date(date).getTime() / dayMs)
/** The calendar day that most of this study day lies in. */
export const dateOfDay = (day: StudyDay): LocalDate => new Date(day * dayMs).toISOString().slice(0, 10)
