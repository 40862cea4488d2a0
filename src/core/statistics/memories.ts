import { type FactMemory, isSetAside, recallOn } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { dueDays } from '../schedule/dueDays.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import { isLeech } from '../schedule/outlook.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'

/** One fact that was seen, as it stands now. */
export interface Remembered {
  readonly memory: FactMemory
  /** Probability of recall today, 0 to 1. */
  readonly recall: number
  /** Not before tomorrow if it was put off today. */
  readonly dueDay: StudyDay
  /** Neither set apart as a leech nor set aside: it comes back when it is due. */
  readonly returns: boolean
}

/** Every fact of the catalogue that was seen. */
export const remembered = (progress: Progress, links: Links, now: Moment): ReadonlyMap<FactId, Remembered> => {
  const today = studyDay(now.at, now.offsetMin)
  const days = dueDays(progress, now)
  const fsrs = fsrsOf(progress.parameters)
  const found = new Map<FactId, Remembered>()
  for (const [fact, memory] of progress.facts) {
    const items = links.itemsOfFact.get(fact)
    if (items === undefined) continue
    const dueDay = days.get(fact) ?? today
    const putOff = progress.buried.get(fact)
    found.set(fact, {
      memory,
      recall: recallOn(memory, today, fsrs),
      dueDay: putOff !== undefined && putOff >= today ? Math.max(dueDay, putOff + 1) : dueDay,
      returns: !isLeech(memory) && !isSetAside(items, progress.items),
    })
  }
  return found
}

/** How many facts come due on each of so many days from today; what is overdue comes today. `later`: after them. */
export const dueForecast = (
  facts: readonly Remembered[],
  today: StudyDay,
  count: number,
): { readonly days: readonly number[]; readonly later: number } => {
  const days = Array.from({ length: count }, () => 0)
  let later = 0
  for (const { dueDay, returns } of facts) {
    if (!returns) continue
    const place = Math.max(0, dueDay - today)
    if (place >= count) later += 1
    else days[place] = (days[place] ?? 0) + 1
  }
  return { days, later }
}

/** How many values lie from each edge to below the next; the first edge takes what is lower, the last what is higher. */
export const histogram = (values: readonly number[], edges: readonly number[]): readonly number[] => {
  const counts = edges.map(() => 0)
  for (const value of values) {
    const place = Math.max(
      0,
      edges.findLastIndex((edge) => value >= edge),
    )
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** Days of stability, difficulty 1 to 10, and recall in tenths: where the bars of each histogram begin. */
export const stabilityEdges = [0, 1, 3, 7, 21, 60, 180, 365] as const
export const difficultyEdges = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export const recallEdges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const
