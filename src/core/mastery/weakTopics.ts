import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { outlookAt } from '../schedule/outlook.ts'
import type { Moment } from '../time.ts'
import { drillPath } from './drillAim.ts'
import { factsIn, type Mastery, mastery } from './mastery.ts'
import { drillOfTopic } from './planDrill.ts'
import { type WeakReason, weakReason } from './weakReason.ts'
import { type Weakness, weaknesses } from './weaknesses.ts'

/** All that the row of a weak topic shows. */
export interface WeakTopic {
  readonly weakness: Weakness
  readonly reason: WeakReason
  readonly mastery: Mastery
  /** What its drill asks and takes. */
  readonly drill: { readonly items: number; readonly seconds: number; readonly path: string }
}

/** The weakest topics, the one that loses most marks first; `most`: so many of them. */
export const weakTopics = (progress: Progress, links: Links, now: Moment, most = Number.POSITIVE_INFINITY): readonly WeakTopic[] => {
  const outlook = outlookAt(progress, links, now)
  return weaknesses(progress, links, now)
    .slice(0, most)
    .map((weakness): WeakTopic => {
      const { entries, seconds } = drillOfTopic(weakness, outlook)
      return {
        weakness,
        reason: weakReason(weakness, progress),
        mastery: mastery(factsIn({ kind: 'topic', topic: weakness.topic }, links), progress, links, now),
        drill: { items: entries.length, seconds, path: drillPath({ kind: 'topic', topic: weakness.topic }) },
      }
    })
}
