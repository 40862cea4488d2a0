import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { cellsWanted, type Filter } from './filter.ts'

/** Answers that feed the memory within one hour of the learner's clock, over the whole history. */
export interface HourOfDay {
  readonly hour: number
  readonly asked: number
  readonly right: number
}

export const byHour = ({ hours }: Pick<Progress, 'hours'>, links: Links, filter: Pick<Filter, 'area' | 'kind'>): readonly HourOfDay[] => {
  const isWanted = cellsWanted(links, filter)
  const wanted = [...hours].flatMap(([cell, counts]) => (isWanted(cell) ? [counts] : []))
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    asked: wanted.reduce((sum, counts) => sum + (counts[2 * hour] ?? 0), 0),
    right: wanted.reduce((sum, counts) => sum + (counts[2 * hour + 1] ?? 0), 0),
  }))
}
