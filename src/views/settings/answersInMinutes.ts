import { answerKind } from '../../core/content/types.ts'
import type { Links } from '../../core/history/links.ts'
import type { Progress } from '../../core/history/progress.ts'
import { answerSeconds } from '../../core/schedule/answerSeconds.ts'

/** About how many answers fit into so many minutes at the learner's own seconds, if each fact is asked in the quickest way. */
export const answersInMinutes = (minutes: number, progress: Progress, links: Links): number => {
  const secondsOf = answerSeconds(progress)
  const quickest = [...links.itemsOfFact.values()].map((items) => Math.min(...items.map((item) => secondsOf[answerKind(item.kind)])))
  const seconds = quickest.reduce((sum, each) => sum + each, 0)
  return seconds === 0 ? 0 : Math.round((minutes * 60 * quickest.length) / seconds)
}
