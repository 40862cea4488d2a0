import { isSetAside, recallOn } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId, TopicId } from '../ids.ts'
import { type FactRow, factTable } from '../schedule/factTable.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import { meanOf } from './topicBeta.ts'
import { expectedOf, expectedShare, type TopicStanding } from './topicStanding.ts'

/** Why a fact loses marks: it was never asked, its last answer was right and has faded since, or its last answer was wrong. */
export type LossKind = 'unseen' | 'faded' | 'wrong'

/** Marks of 100, by why they are lost. */
export type LostParts = Readonly<Record<LossKind, number>>

export interface FactLoss {
  readonly fact: FactId
  readonly kind: LossKind
  /** The chance that the fact is recalled today, 0 to 1; of one never asked the mean of its topic's Beta. */
  readonly recall: number
  /** Study days since it was last asked; `null`: never. */
  readonly daysSince: number | null
  /** Marks of 100. */
  readonly lost: number
}

export interface TopicLoss {
  readonly topic: TopicId
  /** Marks of 100 that are expected to be lost: the topic's weight x (1 - e). */
  readonly lost: number
  /** Of these what is lost to slips: even by who knows every fact. No study wins it back. */
  readonly slips: number
  /** The rest, fact by fact, in the order of the catalogue; what is set aside is not asked and loses nothing. */
  readonly facts: readonly FactLoss[]
}

/**
 * What a topic loses, shared out among its facts. All but the slips is lost because
 * facts are not recalled, so each fact has a part by what it lacks, 1 - R: parts of
 * facts and slips add up to weight x (1 - e).
 */
export const topicLoss = (
  standing: TopicStanding,
  known: Pick<Progress, 'facts' | 'items' | 'parameters'>,
  links: Links,
  today: StudyDay,
): TopicLoss => {
  const fsrs = fsrsOf(known.parameters)
  const own = (factTable(links).factsOfTopic.get(standing.topic) ?? []).filter(
    (fact) => !isSetAside(links.itemsOfFact.get(fact) ?? [], known.items),
  )
  const facts = own.map((fact): FactLoss => {
    const memory = known.facts.get(fact)
    if (memory === undefined) return { fact, kind: 'unseen', recall: meanOf(standing.beta), daysSince: null, lost: 0 }
    return {
      fact,
      kind: memory.lastGrade === 1 ? 'wrong' : 'faded',
      recall: recallOn(memory, today, fsrs),
      daysSince: Math.max(0, today - memory.lastDay),
      lost: 0,
    }
  })
  const lost = standing.marks * (1 - expectedOf(standing))
  const slips = standing.marks * (1 - expectedShare(standing.mix, 1))
  const lacking = facts.reduce((sum, { recall }) => sum + 1 - recall, 0)
  const perLack = lacking === 0 ? 0 : (lost - slips) / lacking
  return { topic: standing.topic, lost, slips, facts: facts.map((fact) => ({ ...fact, lost: (1 - fact.recall) * perLack })) }
}

export const lostParts = (facts: readonly FactLoss[]): LostParts => {
  const parts = { unseen: 0, faded: 0, wrong: 0 }
  for (const { kind, lost } of facts) parts[kind] += lost
  return parts
}

/** The section that teaches a fact: that of the item which names it. */
export const sectionOf = ({ fact, items }: FactRow): SectionId | undefined =>
  (items.find((item) => String(item.id) === String(fact)) ?? items[0])?.section
