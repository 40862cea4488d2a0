import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { itemToAsk, secondsOfKind } from '../../core/schedule/due.ts'

/** About how many items fit into so many minutes, if each fact is asked in the quickest way. */
export const answersInMinutes = (minutes: number, progress: Progress, links: Links): number => {
  const seconds = [...links.itemsOfFact.values()].flatMap((items) => {
    const item = itemToAsk(items, progress)
    return item === undefined ? [] : [secondsOfKind[item.kind]]
  })
  const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length
  return seconds.length === 0 ? 0 : Math.round((minutes * 60) / mean)
}
