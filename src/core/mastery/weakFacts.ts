import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { TopicId } from '../ids.ts'
import { type Moment, studyDay } from '../time.ts'
import { type FactLoss, topicLoss } from './lostMarks.ts'
import { topicStandings } from './topicStanding.ts'

/** Below this recall a fact is weak: the schedule, too, asks it before anything new then. */
const weakRecall = 0.75

/** Facts of a topic whose last answer was wrong or whose recall has faded, the one that loses most first; what was never asked is not weak but unknown. */
export const weakFacts = (topic: TopicId, progress: Progress, links: Links, now: Moment): readonly FactLoss[] => {
  const today = studyDay(now.at, now.offsetMin)
  const standing = topicStandings(progress, links, today).find((each) => each.topic === topic)
  if (standing === undefined) return []
  return topicLoss(standing, progress, links, today)
    .facts.filter(({ kind, recall }) => kind === 'wrong' || (kind === 'faded' && recall < weakRecall))
    .toSorted((a, b) => b.lost - a.lost || (a.fact < b.fact ? -1 : 1))
}
