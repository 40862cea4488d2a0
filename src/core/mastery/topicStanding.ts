import type { ItemStub } from '../content/types.ts'
import { fillShare } from '../exam/fillShare.ts'
import type { Exam } from '../history/foldExam.ts'
import { recallByTopic, type SeenRecall } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { type TopicId, topicOf } from '../ids.ts'
import { factTable } from '../schedule/factTable.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import { type AnswerOdds, chanceRight, oddsOf } from './answerOdds.ts'
import { type Beta, betasBefore, meanOf, topicBetas } from './topicBeta.ts'

/** A kind of question that asks a topic, and how much of the topic's questions it is; the shares add up to 1. */
export interface MixPart {
  readonly odds: AnswerOdds
  readonly share: number
}

/** The mean of what a guess gets: choices differ in their options. */
const oddsOfKind = (items: readonly ItemStub[]): AnswerOdds | undefined => {
  const [first] = items
  if (first === undefined) return undefined
  return { ...oddsOf(first), guess: items.reduce((sum, item) => sum + oddsOf(item).guess, 0) / items.length }
}

const partsOf = (items: readonly ItemStub[], kinds: readonly (readonly [ItemStub['kind'], number])[]): readonly MixPart[] => {
  const found = kinds.flatMap(([kind, share]) => {
    const odds = oddsOfKind(items.filter((item) => item.kind === kind))
    return odds === undefined ? [] : [{ odds, share }]
  })
  const all = found.reduce((sum, { share }) => sum + share, 0)
  return found.map(({ odds, share }) => ({ odds, share: share / all }))
}

/**
 * How an exam asks these items: choices and typed answers, 85 to 15. A topic that has neither is expected to be asked as it is asked here.
 */
const examMix = (items: readonly ItemStub[]): readonly MixPart[] => {
  const mix = partsOf(items, [
    ['choice', 1 - fillShare],
    ['fill', fillShare],
  ])
  if (mix.length > 0) return mix
  const others = partsOf(items, [
    ['exercise', 1],
    ['order', 1],
    ['match', 1],
  ])
  return others.length > 0 ? others : [{ odds: oddsOf({ kind: 'card', options: 0 }), share: 1 }]
}

/** e: the expected share of right answers where a fact is recalled with chance `recall` on average. */
export const expectedShare = (mix: readonly MixPart[], recall: number): number =>
  mix.reduce((sum, { odds, share }) => sum + share * chanceRight(odds, recall), 0)

/** How a topic stands on a day. */
export interface TopicStanding {
  readonly topic: TopicId
  /** What the topic is worth, marks of 100. */
  readonly marks: number
  readonly mix: readonly MixPart[]
  /** Those that are not set aside. */
  readonly facts: number
  readonly unseen: number
  /** The sum of the chances of recall over the facts that were seen. */
  readonly seenRecall: number
  /** What is known of the facts that were never asked. */
  readonly beta: Beta
}

/** Mean recall over a topic's facts, if `known` is the share known of those never asked. */
export const meanRecall = ({ facts, unseen, seenRecall }: TopicStanding, known: number): number =>
  facts === 0 ? 0 : (seenRecall + unseen * known) / facts

/** e of a topic as it stands. */
export const expectedOf = (standing: TopicStanding): number => expectedShare(standing.mix, meanRecall(standing, meanOf(standing.beta)))

const mixes = new WeakMap<Links, ReadonlyMap<TopicId, readonly MixPart[]>>()
const mixesOf = (links: Links): ReadonlyMap<TopicId, readonly MixPart[]> => {
  const known = mixes.get(links) ?? new Map([...links.topics].map(([topic, { items }]) => [topic, examMix(items)]))
  mixes.set(links, known)
  return known
}

const standingsOf = (
  recalled: ReadonlyMap<TopicId, SeenRecall>,
  betas: ReadonlyMap<TopicId, Beta>,
  links: Links,
): readonly TopicStanding[] => {
  const { marksPerWeight } = factTable(links)
  const mixOf = mixesOf(links)
  return [...links.topics.values()].flatMap(({ id, weight }): TopicStanding[] => {
    const beta = betas.get(id)
    const own = recalled.get(id)
    if (beta === undefined || own === undefined) return []
    const { facts, seen, recall } = own
    return [{ topic: id, marks: weight * marksPerWeight, mix: mixOf.get(id) ?? [], facts, unseen: facts - seen, seenRecall: recall, beta }]
  })
}

/** Every topic that has facts which are not set aside, in the order of the catalogue. Our mock exam asks no others. */
export const topicStandings = (
  { facts, items, parameters }: Pick<Progress, 'facts' | 'items' | 'parameters'>,
  links: Links,
  today: StudyDay,
): readonly TopicStanding[] => standingsOf(recallByTopic(facts, items, links, today, fsrsOf(parameters)), topicBetas(items, links), links)

/**
 * The share of right answers that was expected of an exam when it was handed in: the
 * mean over its items of e of the topic, as that stood before; `null` while it is
 * open, and if none of its items is taught.
 */
export const expectedOfExam = (
  { items: asked, handedIn, recalled }: Exam,
  { items }: Pick<Progress, 'items'>,
  links: Links,
): number | null => {
  if (handedIn === null || recalled === null) return null
  const standings = standingsOf(recalled, betasBefore(items, links, handedIn.at), links)
  const expected = new Map(standings.map((standing) => [standing.topic, expectedOf(standing)]))
  const each = asked.flatMap((id) => {
    const item = links.items.get(id)
    return (item && expected.get(topicOf(item.fact))) ?? []
  })
  return each.length === 0 ? null : each.reduce((sum, share) => sum + share, 0) / each.length
}
