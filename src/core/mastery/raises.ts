import { recallOn } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, TopicId } from '../ids.ts'
import { candidates } from '../schedule/candidates.ts'
import { dueDays } from '../schedule/dueDays.ts'
import { outlookAt } from '../schedule/outlook.ts'
import { noLimit, takeFrom } from '../schedule/planReview.ts'
import type { Moment } from '../time.ts'
import { expectedOf, expectedShare, meanRecall, topicStandings } from './topicStanding.ts'
import { meanOf } from './topicBeta.ts'

/** What some minutes on a topic would raise. */
export interface Raise {
  readonly topic: TopicId
  /** What would be asked, in the order of the gain rule. */
  readonly facts: readonly FactId[]
  readonly new: number
  /** Marks of 100 that the result expected today would rise by. */
  readonly marks: number
}

/**
 * What raises the readiness most in the next minutes: the facts that the schedule
 * would take for them, daily limits aside, by topic, the one that gains most first.
 * A fact asked is known today, or if its answer is wrong, as it will be tomorrow.
 */
export const raises = (progress: Progress, links: Links, now: Moment, minutes = 30): readonly Raise[] => {
  const outlook = outlookAt(progress, links, now)
  const { fsrs, today } = outlook
  const days = dueDays(progress, now)
  const { ranked } = candidates(outlook, (fact) => days.get(fact))
  const { taken } = takeFrom(ranked, outlook, minutes * 60, noLimit)
  return topicStandings(progress, links, today)
    .flatMap((standing): Raise[] => {
      const own = taken.filter(({ row }) => row.topic === standing.topic)
      if (own.length === 0) return []
      let { seenRecall, unseen } = standing
      for (const { row, chance } of own) {
        const memory = progress.facts.get(row.fact)
        const before = memory === undefined ? 0 : recallOn(memory, today, fsrs)
        const elapsed = memory === undefined ? 0 : Math.max(0, today - memory.lastDay)
        const lost = fsrs.retrievability(fsrs.nextState(memory ?? null, elapsed, 1).stability, 1)
        seenRecall += chance + (1 - chance) * lost - before
        if (memory === undefined) unseen -= 1
      }
      const after = expectedShare(standing.mix, meanRecall({ ...standing, seenRecall, unseen }, meanOf(standing.beta)))
      return [
        {
          topic: standing.topic,
          facts: own.map(({ row }) => row.fact),
          new: own.filter(({ kind }) => kind === 'new').length,
          marks: standing.marks * (after - expectedOf(standing)),
        },
      ]
    })
    .sort((a, b) => b.marks - a.marks || (a.topic < b.topic ? -1 : 1))
}
