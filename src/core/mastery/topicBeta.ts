import type { ItemStub } from '../content/types.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Links } from '../history/links.ts'
import { type ItemId, type TopicId, topicOf } from '../ids.ts'
import type { EpochMs } from '../time.ts'
import { guessOf, guessShare } from './answerOdds.ts'

/** A Beta distribution of the share of a topic's facts that someone knows without having been asked. */
export interface Beta {
  readonly a: number
  readonly b: number
}

/** Before any evidence: three facts in ten. */
export const prior: Beta = { a: 0.6, b: 1.4 }
export const meanOf = ({ a, b }: Beta): number => a / (a + b)
/** The standard deviation. */
export const deviationOf = ({ a, b }: Beta): number => Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)))

/** After one more first answer that counts `weight`. A right one is taken back by what a guess may have done. */
export const afterAnswer = ({ a, b }: Beta, item: ItemStub, right: boolean, weight: number): Beta => {
  const v = right ? 1 - guessShare * guessOf(item) : 0
  return { a: a + weight * v, b: b + weight * (1 - v) }
}

/** What a first answer counts once its section was read. */
const afterReading = 0.4

type Histories = ReadonlyMap<ItemId, ItemHistory>

/** As `topicBetas`, of the first answers before a time. */
export const betasBefore = (histories: Histories, links: Links, before: EpochMs): ReadonlyMap<TopicId, Beta> => {
  const betas = new Map<TopicId, Beta>()
  // In the order of the catalogue, so that sums do not depend on when an event arrived.
  for (const item of links.items.values()) {
    const first = histories.get(item.id)?.first
    if (first == null || first.at >= before) continue
    const topic = topicOf(item.fact)
    betas.set(topic, afterAnswer(betas.get(topic) ?? prior, item, first.right, first.sectionRead ? afterReading : 1))
  }
  for (const topic of links.topics.keys()) if (!betas.has(topic)) betas.set(topic, prior)
  return betas
}

const known = new WeakMap<Histories, { readonly links: Links; readonly betas: ReadonlyMap<TopicId, Beta> }>()

/**
 * What the first answers on items say of their topics, by the topic of the fact
 * that they ask. Answers after the first say what was learnt here, not what was known.
 * Every estimate begins with it, so it is reckoned once for the same histories, which do not change.
 */
export const topicBetas = (histories: Histories, links: Links): ReadonlyMap<TopicId, Beta> => {
  const reckoned = known.get(histories)
  if (reckoned?.links === links) return reckoned.betas
  const betas = betasBefore(histories, links, Number.POSITIVE_INFINITY)
  known.set(histories, { links, betas })
  return betas
}
