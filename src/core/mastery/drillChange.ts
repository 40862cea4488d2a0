import type { StudyEvent } from '../history/events.ts'
import { isRight } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId, TopicId } from '../ids.ts'
import { dueDays } from '../schedule/dueDays.ts'
import { factTable } from '../schedule/factTable.ts'
import type { QueueEntry } from '../schedule/planReview.ts'
import type { Moment, StudyDay } from '../time.ts'
import { sectionOf } from './lostMarks.ts'
import { type Weakness, weaknesses } from './weaknesses.ts'

/** Marks of 100 expected to be lost, before and after. */
export interface Moved {
  readonly before: number
  readonly after: number
}

export interface TopicMoved extends Moved {
  readonly topic: TopicId
  /** Those that teach what the drill asked, in the order in which they stood before it. */
  readonly sections: readonly (Moved & { readonly section: SectionId })[]
}

/** What a drill changed. */
export interface DrillChange {
  /** The topics of the drill, the weakest before it first. */
  readonly topics: readonly TopicMoved[]
  /** Facts answered, by what their first answer in the drill was. */
  readonly right: number
  readonly wrong: number
  /** Of them facts that had never been asked. */
  readonly fresh: number
  /** The first day on which one of them is due again. */
  readonly nextDueDay: StudyDay | null
  /** What is weakest now, of the topics that were not in the drill. */
  readonly next: Weakness | null
}

const firstAnswers = (entries: readonly QueueEntry[], since: readonly StudyEvent[]): ReadonlyMap<FactId, boolean> => {
  const factOf = new Map(entries.map(({ item, fact }) => [item.id, fact]))
  const first = new Map<FactId, boolean>()
  for (const event of since) {
    if ((event.kind !== 'reviewed' && event.kind !== 'answered') || event.repeat === true) continue
    const fact = factOf.get(event.item)
    if (fact === undefined || first.has(fact)) continue
    first.set(fact, isRight(event))
  }
  return first
}

/**
 * What changed between the progress before a drill and that after it, `since` being
 * what happened between. Both are reckoned for the same moment, so that nothing moves
 * but by what was answered.
 */
export const drillChange = (
  entries: readonly QueueEntry[],
  before: Progress,
  since: readonly StudyEvent[],
  after: Progress,
  links: Links,
  now: Moment,
): DrillChange => {
  const first = firstAnswers(entries, since)
  const { rows } = factTable(links)
  const drilled = new Set(entries.flatMap(({ fact }) => rows.get(fact) ?? []).map(sectionOf))
  const later = weaknesses(after, links, now)
  const laterOf = new Map(later.map((weakness) => [weakness.topic, weakness]))
  const topics = weaknesses(before, links, now).flatMap((earlier): TopicMoved[] => {
    const moved = laterOf.get(earlier.topic)
    const sections = earlier.sections.filter(({ section }) => drilled.has(section))
    if (moved === undefined || sections.length === 0) return []
    return [
      {
        topic: earlier.topic,
        before: earlier.lost,
        after: moved.lost,
        sections: sections.map(({ section, lost }) => ({
          section,
          before: lost,
          after: moved.sections.find((other) => other.section === section)?.lost ?? 0,
        })),
      },
    ]
  })
  const answers = [...first.values()]
  const days = dueDays(after, now)
  const due = [...first.keys()].flatMap((fact) => days.get(fact) ?? [])
  const inDrill = new Set(topics.map(({ topic }) => topic))
  return {
    topics,
    right: answers.filter((right) => right).length,
    wrong: answers.filter((right) => !right).length,
    fresh: [...first.keys()].filter((fact) => !before.facts.has(fact)).length,
    nextDueDay: due.length === 0 ? null : Math.min(...due),
    next: later.find(({ topic }) => !inDrill.has(topic)) ?? null,
  }
}
