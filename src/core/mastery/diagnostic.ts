import type { ItemStub } from '../content/types.ts'
import { givesAway } from '../exam/drawExam.ts'
import type { Attempt } from '../history/foldAttempt.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { type TopicId, topicOf } from '../ids.ts'
import { seedFor, shuffled } from '../random.ts'
import { type Moment, studyDay } from '../time.ts'
import { chanceRight, oddsOf } from './answerOdds.ts'
import { diagnosticQuestions } from './diagnosticLength.ts'
import { afterAnswer, type Beta, deviationOf, meanOf, prior } from './topicBeta.ts'
import { expectedShare, meanRecall, type TopicStanding, topicStandings } from './topicStanding.ts'
import { weaknesses } from './weaknesses.ts'

/** It ends earlier when the share known overall lies within so much to either side, with 80 %. */
const sureWithin = 0.1
/** The normal quantile of a two-sided 80 % interval. */
const z80 = 1.2816
/** What tells most of who is neither new to a topic nor at its end. */
const firstLevel = 2

/** What first answers say of a part of the catalogue, 0 to 1; `low` and `high`: the 80 % range. */
export interface ShareKnown {
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly asked: number
  readonly right: number
}

type Answered = readonly { readonly item: ItemStub; readonly right: boolean }[]

const answersOf = ({ items, answers }: Pick<Attempt, 'items' | 'answers'>, links: Links): Answered =>
  items.flatMap((id) => {
    const item = links.items.get(id)
    const answer = answers.get(id)
    return item === undefined || answer === undefined ? [] : [{ item, right: answer.verdict === 'correct' }]
  })

const betaOf = (answers: Answered): Beta => answers.reduce((beta, { item, right }) => afterAnswer(beta, item, right), prior)

const shareOf = (answers: Answered): ShareKnown => {
  const beta = betaOf(answers)
  const mean = meanOf(beta)
  const half = z80 * deviationOf(beta)
  return {
    mean,
    low: Math.max(0, mean - half),
    high: Math.min(1, mean + half),
    asked: answers.length,
    right: answers.filter(({ right }) => right).length,
  }
}

/** How much the variance of the marks expected of a topic falls by an answer to the item, on average. */
const told = (standing: TopicStanding, item: ItemStub): number => {
  const { beta, mix, marks } = standing
  const perShare = marks * (expectedShare(mix, 1) - expectedShare(mix, 0))
  const right = chanceRight(oddsOf(item), meanOf(beta))
  const variance = (after: boolean): number => deviationOf(afterAnswer(beta, item, after)) ** 2
  return perShare ** 2 * (deviationOf(beta) ** 2 - right * variance(true) - (1 - right) * variance(false))
}

/**
 * The next item of a diagnostic, or `null` when it is over: after 12 questions, or
 * when every area had one and the share of facts known overall, a Beta of all its
 * answers as in `topicBetas`, is known to 10 points either way with 80 %. So it is
 * short for who knows little and answers so, and goes on where guesses may be among
 * the right answers.
 *
 * Next is the choice or typed answer, never answered before, that lowers the variance
 * of the expected marks most; of an area that had none yet as long as there is one,
 * and of level 2 where there is one; typed answers take turns with choices. What was asked does not give it away. It follows
 * from the log alone, so that a reload asks the same.
 */
export const nextOfDiagnostic = (
  attempt: Pick<Attempt, 'items' | 'answers' | 'seed'>,
  progress: Progress,
  links: Links,
  now: Moment,
): ItemStub | null => {
  const answers = answersOf(attempt, links)
  if (answers.length >= diagnosticQuestions) return null
  const standings = new Map(topicStandings(progress, links, studyDay(now.at, now.offsetMin)).map((each) => [each.topic, each]))
  const areaOf = (item: ItemStub): string | undefined => links.topics.get(topicOf(item.id))?.area
  const askedAreas = new Set(answers.map(({ item }) => areaOf(item)))
  const open = [...links.items.values()].filter(
    (item) =>
      (item.kind === 'choice' || item.kind === 'fill') &&
      (progress.items.get(item.id)?.answers ?? 0) === 0 &&
      progress.items.get(item.id)?.suspended !== true &&
      standings.has(topicOf(item.fact)) &&
      !answers.some((asked) => givesAway(asked.item, item)),
  )
  const unasked = open.filter((item) => !askedAreas.has(areaOf(item)))
  if (unasked.length === 0 && isSure(answers)) return null
  const pool = unasked.length > 0 ? unasked : open
  const worth = (item: ItemStub): number => {
    const standing = standings.get(topicOf(item.fact))
    return standing === undefined ? 0 : told(standing, item)
  }
  let best: { readonly item: ItemStub; readonly worth: number } | null = null
  for (const item of shuffled(atFirstLevel(inTurn(pool, answers.at(-1)?.item)), seedFor(attempt.seed, String(answers.length)))) {
    const own = worth(item)
    if (best === null || own > best.worth) best = { item, worth: own }
  }
  return best?.item ?? null
}

/** Choices only where an answer was typed last, as long as there are some: typed answers tell most, and a dozen of them would test typing. */
const inTurn = (pool: readonly ItemStub[], last: ItemStub | undefined): readonly ItemStub[] => {
  const choices = last?.kind === 'fill' ? pool.filter(({ kind }) => kind === 'choice') : []
  return choices.length > 0 ? choices : pool
}

/** Those of level 2, and all of a topic that has none. */
const atFirstLevel = (pool: readonly ItemStub[]): readonly ItemStub[] => {
  const has = new Set(pool.flatMap((item) => (item.level === firstLevel ? [topicOf(item.fact)] : [])))
  return pool.filter((item) => item.level === firstLevel || !has.has(topicOf(item.fact)))
}

const isSure = (answers: Answered): boolean => z80 * deviationOf(betaOf(answers)) <= sureWithin

/** What the answers of a diagnostic say: overall, and of each area in the order of the catalogue, the areas that were not asked included. */
export const diagnosticShares = (
  attempt: Pick<Attempt, 'items' | 'answers'>,
  links: Links,
): { readonly overall: ShareKnown; readonly areas: ReadonlyMap<string, ShareKnown> } => {
  const answers = answersOf(attempt, links)
  const areas = new Set([...links.topics.values()].map(({ area }) => area))
  return {
    overall: shareOf(answers),
    areas: new Map(
      [...areas].map((area) => [area, shareOf(answers.filter(({ item }) => links.topics.get(topicOf(item.id))?.area === area))]),
    ),
  }
}

/**
 * Where to begin: the topic that loses most marks, or, as long as less than half of
 * what a topic builds on is likely to be known, that first.
 */
export const whereToBegin = (progress: Progress, links: Links, now: Moment): TopicId | undefined => {
  const standings = topicStandings(progress, links, studyDay(now.at, now.offsetMin))
  const known = new Map(standings.map((standing) => [standing.topic, meanRecall(standing, meanOf(standing.beta))]))
  let topic = weaknesses(progress, links, now)[0]?.topic
  for (let next = topic; next !== undefined; ) {
    topic = next
    next = links.topics.get(next)?.requires.find((each) => (known.get(each) ?? 1) < evenChance)
  }
  return topic
}

const evenChance = 0.5
