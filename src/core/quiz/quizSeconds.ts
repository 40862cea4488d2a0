import { answerKind, type ItemStub } from '../content/types.ts'
import type { Progress } from '../history/progress.ts'
import { answerSeconds } from '../schedule/answerSeconds.ts'

/** How long so many questions of a pool take this learner on average, in seconds; 0 for an empty pool. */
export const quizSeconds = (pool: readonly ItemStub[], count: number, progress: Pick<Progress, 'tookMs'>): number => {
  if (pool.length === 0) return 0
  const secondsOf = answerSeconds(progress)
  return (count * pool.reduce((sum, item) => sum + secondsOf[answerKind(item.kind)], 0)) / pool.length
}
