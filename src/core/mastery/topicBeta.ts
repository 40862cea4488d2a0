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

const counting = ({ a, b }: Beta, v: number, weight: number): Beta => ({ a: a + weight * v, b: b + weight * (1 - v) })

/** What a first answer counts once its section was read. */
const afterReading = 0.4
/** Of what was not known, the share that the section teaches before the first answer. */
export const learntByReading = 0.4

type Histories = ReadonlyMap<ItemId, ItemHistory>
/** How much of a right first answer is taken for knowledge from before it, 0 to 1. */
type Credit = (item: ItemStub, sectionRead: boolean) => number

const betasBy = (credit: Credit, histories: Histories, links: Links, before: EpochMs): ReadonlyMap<TopicId, Beta> => {
  const betas = new Map<TopicId, Beta>()
  // In the order of the catalogue, so that sums do not depend on when an event arrived.
  for (const item of links.items.values()) {
    const first = histories.get(item.id)?.first
    if (first == null || first.at >= before) continue
    const topic = topicOf(item.fact)
    const v = first.right ? credit(item, first.sectionRead) : 0
    betas.set(topic, counting(betas.get(topic) ?? prior, v, first.sectionRead ? afterReading : 1))
  }
  for (const topic of links.topics.keys()) if (!betas.has(topic)) betas.set(topic, prior)
  return betas
}

/**
 * The chance that what was answered right had been known. It is right if it was known
 * (k of such facts, the mean of the prior), or else with the chance c that it is
 * guessed or was learnt by reading just before. By Bayes' rule
 *
 *     v = k / (k + (1 - k) c)     c = g, and g + 0.4 (1 - g) once the section was read
 *
 * The learning rule's own 1 - 0.8 g, read or not, takes what the section has just taught
 * for knowledge from before, and so the rest of the topic for better known than it is.
 */
const knownBefore: Credit = (item, sectionRead) => {
  const k = meanOf(prior)
  const g = guessOf(item)
  const c = sectionRead ? g + learntByReading * (1 - g) : g
  return k / (k + (1 - k) * c)
}

/** After one more first answer on an item whose section was not read. */
export const afterAnswer = (beta: Beta, item: ItemStub, right: boolean): Beta => counting(beta, right ? knownBefore(item, false) : 0, 1)

/** As `topicBetas`, of the first answers before a time. */
export const betasBefore = (histories: Histories, links: Links, before: EpochMs): ReadonlyMap<TopicId, Beta> =>
  betasBy(knownBefore, histories, links, before)

/** Every list and every estimate begins with these, so they are reckoned once for the same histories, which do not change. */
const onceFor = (credit: Credit) => {
  const known = new WeakMap<Histories, { readonly links: Links; readonly betas: ReadonlyMap<TopicId, Beta> }>()
  return (histories: Histories, links: Links): ReadonlyMap<TopicId, Beta> => {
    const reckoned = known.get(histories)
    if (reckoned?.links === links) return reckoned.betas
    const betas = betasBy(credit, histories, links, Number.POSITIVE_INFINITY)
    known.set(histories, { links, betas })
    return betas
  }
}

/**
 * What the first answers on items say of their topics, by the topic of the fact
 * that they ask, for every estimate of what is known. Answers after the first say
 * what was learnt here, not what was known.
 */
export const topicBetas = onceFor(knownBefore)

/**
 * As `topicBetas`, for the choice of new facts, where a right answer counts 1 - 0.8 g
 * whether or not the section was read. In simulation it chooses as well, to within a
 * quarter of a mark, and where one number both chose what is asked and judged what is
 * weak, the weakest topics were found less often, as if it had not changed at all.
 */
export const scheduleBetas = onceFor((item) => 1 - guessShare * guessOf(item))
