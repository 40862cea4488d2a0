import type { Grade } from '../history/events.ts'
import type { CountedAnswer, FactMemory } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { type TopicId, topicOf } from '../ids.ts'
import type { Moment, StudyDay } from '../time.ts'
import { dueDays } from './dueDays.ts'
import type { FactRow } from './factTable.ts'
import { isBuried, isLeech, newProspect, type Outlook, outlookAt, type Prospect, seenProspect } from './outlook.ts'
import type { QueueEntry } from './planReview.ts'
import type { StudyMode } from './studyMode.ts'

/** What holds a fact back from being asked, however due it is. */
export type HeldBack = 'suspended' | 'buried' | 'leech'

interface WhyAsked {
  readonly mode: StudyMode
  readonly heldBack: HeldBack | null
  readonly topic: TopicId
  /** The topic's share of the exam, percent. */
  readonly topicPercent: number
  /** How many of the topic's facts were ever asked, and how many there are. */
  readonly topicSeen: number
  readonly topicFacts: number
  /** Days from today to the exam; without one, those for which something new is learnt. */
  readonly horizonDays: number
  /** The chance that the fact is known after these days, 0 to 1, if it is not asked today and if it is. */
  readonly unasked: number
  readonly asked: number
  /** What asking it today gains, marks of 100 a minute at the horizon. */
  readonly marksPerMinute: number
}

/** Why an item comes now, or does not: all that a sentence about it needs. */
export type Why =
  | ({
      /** `due`: below the threshold, or its day has come; `early`: not yet; `done`: asked today, or seen by an answer elsewhere. */
      readonly kind: 'due' | 'early' | 'done'
      /** The last answers that counted, at most four, the newest last. */
      readonly recent: readonly CountedAnswer[]
      readonly lastGrade: Grade
      readonly daysSince: number
      /** The chance of recall today, 0 to 1. */
      readonly recall: number
      /** Recall under which the fact is due: the threshold before an exam, the target without. */
      readonly dueBelow: number
      readonly dueDay: StudyDay
    } & WhyAsked)
  /** `known`: the chance that a fact of this topic is known without ever being asked. */
  | ({ readonly kind: 'new'; readonly sectionRead: boolean; readonly known: number } & WhyAsked)
  | { readonly kind: 'repeat' }

const heldBackBy = ({ fact }: FactRow, memory: FactMemory | undefined, isSuspended: boolean, outlook: Outlook): HeldBack | null => {
  if (isSuspended) return 'suspended'
  if (isBuried(fact, outlook)) return 'buried'
  return memory !== undefined && isLeech(memory) ? 'leech' : null
}

/** The reason for an item of the catalogue at this moment, in the plan or not; `undefined` if its fact is not taught. */
export const whyOf = (
  { item, repeat }: Pick<QueueEntry, 'item' | 'repeat'>,
  progress: Progress,
  links: Links,
  now: Moment,
): Why | undefined => {
  if (repeat) return { kind: 'repeat' }
  const outlook = outlookAt(progress, links, now)
  const { mode, table, today, horizonDays } = outlook
  const row = table.rows.get(item.fact)
  if (row === undefined) return undefined
  const memory = progress.facts.get(row.fact)
  const topic = topicOf(row.fact)
  const facts = table.factsOfTopic.get(topic) ?? []
  const askedWith = ({ unasked, asked, gain }: Prospect): WhyAsked => ({
    mode,
    heldBack: heldBackBy(row, memory, progress.items.get(item.id)?.suspended === true, outlook),
    topic,
    topicPercent: row.weight * facts.length * table.marksPerWeight,
    topicSeen: facts.filter((fact) => progress.facts.has(fact)).length,
    topicFacts: facts.length,
    horizonDays,
    unasked,
    asked,
    marksPerMinute: gain * table.marksPerWeight * 60,
  })
  if (memory === undefined) {
    const sectionRead = progress.read.has(item.section)
    return { kind: 'new', sectionRead, known: outlook.knownOf(topic), ...askedWith(newProspect(outlook, row, item, sectionRead)) }
  }
  const prospect = seenProspect(outlook, row, memory, item)
  const dueDay = dueDays(progress, now).get(row.fact) ?? today
  return {
    kind: memory.lastDay >= today ? 'done' : dueDay <= today ? 'due' : 'early',
    recent: memory.recent,
    lastGrade: memory.lastGrade,
    daysSince: Math.max(0, today - memory.lastDay),
    recall: prospect.chance,
    dueBelow: mode.kind === 'exam' ? mode.threshold : mode.target,
    dueDay,
    ...askedWith(prospect),
  }
}
