import type { ItemStub } from '../content/types.ts'
import { fillShare } from '../exam/fillShare.ts'
import type { FactMemory } from '../history/foldFact.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Links } from '../history/links.ts'
import { type FactId, type ItemId, type TopicId, topicOf } from '../ids.ts'
import { factTable } from '../schedule/factTable.ts'
import { type Fsrs, fsrsOf } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import { type AnswerOdds, chanceRight, oddsOf } from './answerOdds.ts'
import { type Beta, meanOf, topicBetas } from './topicBeta.ts'

/** What an estimate is made from: part of a fold, so that a fold can be asked while it is made. */
export interface Known {
  readonly facts: ReadonlyMap<FactId, FactMemory>
  readonly items: ReadonlyMap<ItemId, ItemHistory>
  readonly parameters: readonly number[] | null
}

/**
 * The chance that a fact is recalled on a day: the forgetting curve of FSRS-6. The
 * curve is 1 on the day of the answer itself. Where that answer was wrong, nothing
 * was recalled and the answer merely read; then it is what it will be a day later.
 */
export const recallOn = ({ stability, lastDay, lastGrade }: FactMemory, today: StudyDay, fsrs: Fsrs): number =>
  fsrs.retrievability(stability, Math.max(lastGrade === 1 ? 1 : 0, today - lastDay))

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

/** Every topic that has facts, in the order of the catalogue. */
export const topicStandings = ({ facts, items, parameters }: Known, links: Links, today: StudyDay): readonly TopicStanding[] => {
  const { factsOfTopic, marksPerWeight } = factTable(links)
  const fsrs = fsrsOf(parameters)
  const betas = topicBetas(items, links)
  const mixOf = mixesOf(links)
  return [...links.topics.values()].flatMap(({ id, weight }): TopicStanding[] => {
    const own = factsOfTopic.get(id) ?? []
    const beta = betas.get(id)
    if (own.length === 0 || beta === undefined) return []
    let unseen = 0
    let seenRecall = 0
    for (const fact of own) {
      const memory = facts.get(fact)
      if (memory === undefined) unseen += 1
      else seenRecall += recallOn(memory, today, fsrs)
    }
    return [{ topic: id, marks: weight * marksPerWeight, mix: mixOf.get(id) ?? [], facts: own.length, unseen, seenRecall, beta }]
  })
}

/** The mean of e over these items, each by the topic of the fact that it asks; `null` if none of them is taught. */
export const expectedOfItems = (asked: readonly ItemId[], known: Known, links: Links, today: StudyDay): number | null => {
  const expected = new Map(topicStandings(known, links, today).map((standing) => [standing.topic, expectedOf(standing)]))
  const each = asked.flatMap((id) => {
    const item = links.items.get(id)
    return (item && expected.get(topicOf(item.fact))) ?? []
  })
  return each.length === 0 ? null : each.reduce((sum, share) => sum + share, 0) / each.length
}
