import type { AnswerKind, ItemStub } from '../content/types.ts'
import { answerKind } from '../content/types.ts'
import { answerKinds, cellsOf, ofCell } from '../history/cells.ts'
import type { Links } from '../history/links.ts'
import { topicOf } from '../ids.ts'
import type { StudyDay } from '../time.ts'

export const periods = ['month', 'quarter', 'year', 'all'] as const
export type Period = (typeof periods)[number]

/** What of the history is looked at; `null`: all of it. */
export interface Filter {
  readonly area: string | null
  readonly kind: AnswerKind | null
  readonly period: Period
}

/** Days of each period, today included. */
const periodDays: Readonly<Record<Exclude<Period, 'all'>, number>> = { month: 30, quarter: 90, year: 365 }

/** The first study day of a period that ends today. */
export const firstDayOf = (period: Period, today: StudyDay): StudyDay =>
  period === 'all' ? Number.NEGATIVE_INFINITY : today - periodDays[period] + 1

/** Whether the answers of a cell are looked at. What is no longer taught belongs to no area. */
export const cellsWanted = (links: Links, { area, kind }: Pick<Filter, 'area' | 'kind'>): ((cell: number) => boolean) => {
  const place = area === null ? null : cellsOf(links).areas.indexOf(area)
  const ofKind = kind === null ? null : answerKinds.indexOf(kind)
  return (cell) => {
    const own = ofCell(cell)
    return (place === null || own.area === place) && (ofKind === null || own.kind === ofKind)
  }
}

/** The items that are looked at, in the order of the catalogue. */
export const itemsWanted = (links: Links, { area, kind }: Pick<Filter, 'area' | 'kind'>): readonly ItemStub[] =>
  [...links.items.values()].filter(
    (item) => (area === null || links.topics.get(topicOf(item.fact))?.area === area) && (kind === null || answerKind(item.kind) === kind),
  )
