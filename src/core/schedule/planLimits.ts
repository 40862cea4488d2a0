import { dayOfDate, type LocalDate, type StudyDay } from '../time.ts'

/** What a plan may ask of a day, minutes. */
export const leastMinutesPerDay = 5
export const mostMinutesPerDay = 120
/** What a daily limit may be at most; more is no limit. */
export const mostPerDay = 999
/** Recall at which facts may come back, as whole percent. */
export const targetPercents = [70, 75, 80, 85, 90, 95, 97] as const

/** Ten years: a year with a typing error lies further ahead. */
const mostDaysAhead = 3653

/** Why a date cannot be planned with: it is over, or so far ahead that it is a slip. */
export const dateProblem = (date: LocalDate, today: StudyDay): 'past' | 'far' | undefined => {
  const day = dayOfDate(date)
  if (day < today) return 'past'
  // A year of five digits is no calendar day either.
  return day <= today + mostDaysAhead ? undefined : 'far'
}
