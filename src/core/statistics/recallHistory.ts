import { cellsOf } from '../history/cells.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { recallRecord } from '../history/recallRecord.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import { type Filter, firstDayOf } from './filter.ts'

/** What share of an area's facts would be recalled, 0 to 1: the mean probability of recall, facts never seen as 0. */
export interface AreaRecall {
  readonly area: string
  readonly recall: number
}
export interface RecallPoint {
  readonly day: StudyDay
  /** By the names of the areas. */
  readonly areas: readonly AreaRecall[]
  /** Over all facts of these areas. */
  readonly mean: number
}

/** What was known in the weeks of the period, and today. A week without study has no point of its own but the last one before the return. */
export const recallHistory = (
  progress: Progress,
  links: Links,
  { area, period }: Pick<Filter, 'area' | 'period'>,
  today: StudyDay,
): readonly RecallPoint[] => {
  const cells = cellsOf(links)
  const now = recallRecord(today, (visit) => progress.facts.forEach(visit), cells, fsrsOf(progress.parameters))
  const first = firstDayOf(period, today)
  return [...progress.recalls.filter(({ day }) => day >= first && day < today), now].map(({ day, recall }) => {
    const shown = cells.areas.flatMap((name, place) =>
      area === null || name === area ? [{ area: name, recall: (recall[place] ?? 0) / 1000, facts: cells.facts[place] ?? 0 }] : [],
    )
    const facts = shown.reduce((sum, each) => sum + each.facts, 0)
    return {
      day,
      areas: shown.map(({ area: name, recall: share }) => ({ area: name, recall: share })),
      mean: shown.reduce((sum, each) => sum + each.recall * each.facts, 0) / Math.max(1, facts),
    }
  })
}
