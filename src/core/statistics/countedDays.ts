import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { mondayOf } from '../history/recallRecord.ts'
import { type Counts, counters, noCounts, sumTally } from './counts.ts'
import { dateOfDay, type StudyDay } from '../time.ts'
import { cellsWanted, type Filter, firstDayOf } from './filter.ts'

/** What was done on a study day; before the last year, in the week that begins with it. */
export interface CountedDay {
  readonly day: StudyDay
  readonly counts: Counts
}

/** The days of the period on which something that is looked at was answered, in their order. */
export const countedDays = (progress: Progress, links: Links, filter: Filter, today: StudyDay): readonly CountedDay[] => {
  const isWanted = cellsWanted(links, filter)
  const first = firstDayOf(filter.period, today)
  const days: CountedDay[] = []
  for (const [day, tally] of progress.tallies) {
    if (day < first) continue
    const counts = noCounts()
    sumTally(tally, isWanted, counts)
    if (counts.answers > 0) days.push({ day, counts })
  }
  return days.sort((a, b) => a.day - b.day)
}

export const sumOfDays = (days: readonly CountedDay[]): Counts => {
  const sum = noCounts()
  for (const { counts } of days) for (const counter of counters) sum[counter] += counts[counter]
  return sum
}

/** Spans of time that counts are drawn by. */
export type Span = 'day' | 'week' | 'month' | 'year'

const longestWeeks = 54 * 7
const longestMonths = 1830

/** The spans of which a period has few enough to be drawn: days of a month, weeks of a year, then months, then years. */
export const spanOf = (period: Filter['period'], days: readonly CountedDay[], today: StudyDay): Span => {
  if (period === 'month') return 'day'
  if (period !== 'all') return 'week'
  const length = today - (days[0]?.day ?? today)
  return length < longestWeeks ? 'week' : length < longestMonths ? 'month' : 'year'
}

/** The day that a span begins with, for the span that a day lies in. */
const startOf = (day: StudyDay, span: Span): string => {
  switch (span) {
    case 'day':
      return dateOfDay(day)
    case 'week':
      return dateOfDay(mondayOf(day))
    case 'month':
      return `${dateOfDay(day).slice(0, 7)}-01`
    case 'year':
      return `${dateOfDay(day).slice(0, 4)}-01-01`
  }
}

/** The counts of one span; `start`: its first calendar day. */
export interface CountedSpan {
  readonly start: string
  readonly counts: Counts
}

/** The same days by span, from that of `from` to that of today, those without an answer included. */
export const countedSpans = (days: readonly CountedDay[], span: Span, from: StudyDay, today: StudyDay): readonly CountedSpan[] => {
  const spans = new Map<string, Counts>()
  for (let day = from; day <= today; day += 1) {
    const start = startOf(day, span)
    if (!spans.has(start)) spans.set(start, noCounts())
  }
  for (const { day, counts } of days) {
    const sum = spans.get(startOf(Math.max(day, from), span))
    if (sum !== undefined) for (const counter of counters) sum[counter] += counts[counter]
  }
  return [...spans].map(([start, counts]) => ({ start, counts }))
}
