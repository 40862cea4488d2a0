import type { ItemStub } from '../content/types.ts'
import { type FactMemory, recallOn } from '../history/foldFact.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { type FactId, type SectionId, type TopicId, topicOf } from '../ids.ts'
import { type FactRow, factTable } from '../schedule/factTable.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { guessOf, guessShare } from './answerOdds.ts'
import { sectionOf } from './lostMarks.ts'
import { type Beta, meanOf, topicBetas } from './topicBeta.ts'
import { factTier, type Tier, tierOfKind, tiers } from './topicEvidence.ts'

/** The facts of all topics, of an area, a topic or a section. */
export type MasteryScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'section'; readonly section: SectionId }

const ofSections = new WeakMap<Links, ReadonlyMap<SectionId, readonly FactId[]>>()

/** By section, made once for a catalogue: a page asks for each of its sections. */
const factsOfSections = (links: Links): ReadonlyMap<SectionId, readonly FactId[]> => {
  const known = ofSections.get(links)
  if (known !== undefined) return known
  const facts = new Map<SectionId, FactId[]>()
  for (const row of factTable(links).rows.values()) {
    const section = sectionOf(row)
    if (section === undefined) continue
    const own = facts.get(section)
    if (own === undefined) facts.set(section, [row.fact])
    else own.push(row.fact)
  }
  ofSections.set(links, facts)
  return facts
}

/** In the order of the catalogue. Each fact lies in one section, one topic and one area. */
export const factsIn = (scope: MasteryScope, links: Links): readonly FactId[] => {
  const { rows, factsOfTopic } = factTable(links)
  switch (scope.kind) {
    case 'all':
      return [...rows.keys()]
    case 'area':
      return [...rows.values()].filter(({ area }) => area === scope.area).map(({ fact }) => fact)
    case 'topic':
      return factsOfTopic.get(scope.topic) ?? []
    case 'section':
      return factsOfSections(links).get(scope.section) ?? []
  }
}

/** One fact as mastery counts it, with what that rests on. */
export interface FactEvidence {
  readonly fact: FactId
  readonly section: SectionId | undefined
  /** The best evidence that still holds. */
  readonly tier: Tier
  /** R: the chance that it is recalled now, 0 to 1; `null`: never asked. */
  readonly recall: number | null
  /** What it counts for, 0 to 1: its recall, less what a guess may have done as long as nobody recalled it without options to choose from. */
  readonly held: number
  readonly memory: FactMemory | undefined
  /** The items that ask it, in the author's order, each with what happened with it. */
  readonly items: readonly { readonly item: ItemStub; readonly history: ItemHistory | undefined }[]
}

/** How well some facts are held now, and what that rests on. */
export interface Mastery {
  readonly facts: number
  /** The mean of what the facts count for, 0 to 1. What was never asked is not shown and counts nothing. */
  readonly held: number
  /** An 80 % range. Its upper end counts what may be known without ever having been asked. */
  readonly low: number
  readonly high: number
  /** How many facts rest on each kind of evidence. */
  readonly counts: Readonly<Record<Tier, number>>
  /** What most of the facts rest on; `done`: they are recalled, and used on another day. */
  readonly level: Tier
}

/** The part of the facts that a level is about. */
const levelShare = 2 / 3
/** The normal quantile of a two-sided 80 % interval. */
const z80 = 1.2816

/** Whether the item is evidence that its fact is recalled, or used, and its latest answer was right. */
const showsRecall = (item: ItemStub, history: ItemHistory | undefined): boolean =>
  history?.rightSince != null && tiers.indexOf(tierOfKind[item.kind]) >= tiers.indexOf('recalled')

/** What counts of the recall: all of it once the fact was recalled, else without what the easiest guess may have done. */
const shownShare = (items: FactEvidence['items']): number => {
  if (items.some(({ item, history }) => showsRecall(item, history))) return 1
  const guesses = items.filter(({ item }) => tierOfKind[item.kind] === 'recognised').map(({ item }) => guessOf(item))
  return 1 - guessShare * Math.max(0, ...guesses)
}

const evidenceOf = (row: FactRow, progress: Progress, links: Links, now: Moment): FactEvidence => {
  const memory = progress.facts.get(row.fact)
  const recall = memory === undefined ? null : recallOn(memory, studyDay(now.at, now.offsetMin), fsrsOf(progress.parameters))
  const items = row.items.map((item) => ({ item, history: progress.items.get(item.id) }))
  return {
    fact: row.fact,
    section: sectionOf(row),
    tier: factTier(row.fact, progress, links, now),
    recall,
    held: (recall ?? 0) * shownShare(items),
    memory,
    items,
  }
}

const evidenceOn = (facts: readonly FactId[], progress: Progress, links: Links, now: Moment): readonly FactEvidence[] => {
  const { rows } = factTable(links)
  return facts.flatMap((fact) => {
    const row = rows.get(fact)
    return row === undefined ? [] : [evidenceOf(row, progress, links, now)]
  })
}

/** The very facts behind a number of mastery, the least held first. */
export const masteryEvidence = (facts: readonly FactId[], progress: Progress, links: Links, now: Moment): readonly FactEvidence[] =>
  evidenceOn(facts, progress, links, now).toSorted((a, b) => a.held - b.held || (a.fact < b.fact ? -1 : 1))

/** The first and last study day of the right answers that a tier rests on. */
const daysOf = (evidence: readonly FactEvidence[], tier: Tier): readonly StudyDay[] =>
  evidence
    .filter((each) => tiers.indexOf(each.tier) >= tiers.indexOf(tier))
    .flatMap(({ items }) =>
      items.flatMap(({ item, history }) =>
        history?.rightSince == null || history.lastDay === null || tierOfKind[item.kind] !== tier
          ? []
          : [history.rightSince, history.lastDay],
      ),
    )

/** Whether something was recalled on one study day and something done on another. */
const isSpread = (evidence: readonly FactEvidence[]): boolean => {
  const recalled = daysOf(evidence, 'recalled')
  const done = daysOf(evidence, 'done')
  if (recalled.length === 0 || done.length === 0) return false
  // Where all days are not the same, one of them differs from some day of the other kind.
  return new Set([...recalled, ...done]).size > 1
}

const levelOf = (evidence: readonly FactEvidence[], counts: Readonly<Record<Tier, number>>): Tier => {
  const reaches = (tier: Tier): boolean => {
    const count = tiers.slice(tiers.indexOf(tier)).reduce((sum, each) => sum + counts[each], 0)
    return evidence.length > 0 && count >= levelShare * evidence.length
  }
  if (reaches('recalled')) return isSpread(evidence) ? 'done' : 'recalled'
  return reaches('recognised') ? 'recognised' : reaches('read') ? 'read' : 'none'
}

/** Of a share q of some facts, known or not: the mean of q and the variance of the number known among `count`. */
const ofUnseen = ({ a, b }: Beta, count: number): { readonly mean: number; readonly variance: number } => {
  const mean = meanOf({ a, b })
  const variance = (mean * (1 - mean)) / (a + b + 1)
  return { mean: count * mean, variance: count ** 2 * variance + count * (mean * (1 - mean) - variance) }
}

/**
 * How well these facts are held now. `held` is the mean over the facts of the chance
 * of recall (FSRS-6), so it falls as memory fades. One that was not recalled yet, but
 * at most recognised, counts for 1 - 0.8 g of that, g the chance of a guess, and one
 * never asked for nothing: mastery is what was shown.
 *
 * `level` is the strongest evidence that two thirds of the facts rest on or exceed
 * (`factTier`: it must still hold). `done`, the highest, is two thirds recalled, and
 * among them something recalled and something done on different study days: where
 * nothing can be done, `recalled` is the highest.
 */
export const mastery = (facts: readonly FactId[], progress: Progress, links: Links, now: Moment): Mastery => {
  const evidence = evidenceOn(facts, progress, links, now)
  const counts = { none: 0, read: 0, recognised: 0, recalled: 0, done: 0 }
  const unseen = new Map<TopicId, number>()
  let sum = 0
  let variance = 0
  for (const { fact, tier, recall, held } of evidence) {
    counts[tier] += 1
    sum += held
    variance += held * (1 - held)
    if (recall === null) unseen.set(topicOf(fact), (unseen.get(topicOf(fact)) ?? 0) + 1)
  }
  let possible = sum
  let possibleVariance = variance
  const betas = topicBetas(progress.items, links)
  for (const [topic, count] of unseen) {
    const beta = betas.get(topic)
    if (beta === undefined) continue
    const known = ofUnseen(beta, count)
    possible += known.mean
    possibleVariance += known.variance
  }
  const all = Math.max(1, evidence.length)
  return {
    facts: evidence.length,
    held: sum / all,
    low: Math.max(0, sum - z80 * Math.sqrt(variance)) / all,
    high: Math.min(all, possible + z80 * Math.sqrt(possibleVariance)) / all,
    counts,
    level: levelOf(evidence, counts),
  }
}
