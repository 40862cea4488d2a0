import { type AnswerKind, answerKind, type ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { type TopicId, topicOf } from '../ids.ts'

/** A Beta distribution of the share of a topic's facts that someone knows without having been asked. */
export interface Beta {
  readonly a: number
  readonly b: number
}

/** Before any evidence: three facts in ten. */
const prior: Beta = { a: 0.6, b: 1.4 }
export const meanOf = ({ a, b }: Beta): number => a / (a + b)

/** The chance that a guess is right; of a choice it depends on the options. Order and match are taken to be as hard to guess as a typed answer. */
const guesses: Readonly<Record<Exclude<AnswerKind, 'choice'>, number>> = {
  card: 0.03,
  fill: 0.02,
  order: 0.02,
  match: 0.02,
  exercise: 0.01,
}
export const guessOf = ({ kind, options }: ItemStub): number => {
  const answered = answerKind(kind)
  return answered === 'choice' ? 1 / Math.max(1, options) : guesses[answered]
}

/** How much of a right answer is taken back for the guess in it, and what a first answer counts once its section was read. */
const guessShare = 0.8
const afterReading = 0.4

/**
 * What the first answers on items say of their topics, by the topic of the fact
 * that they ask. Answers after the first say what was learnt here, not what was known.
 */
export const topicBetas = (progress: Progress, links: Links): ReadonlyMap<TopicId, Beta> => {
  const betas = new Map<TopicId, Beta>()
  for (const [id, { first }] of progress.items) {
    const item = first === null ? undefined : links.items.get(id)
    if (item === undefined || first === null) continue
    const v = first.right ? 1 - guessShare * guessOf(item) : 0
    const m = first.sectionRead ? afterReading : 1
    const topic = topicOf(item.fact)
    const { a, b } = betas.get(topic) ?? prior
    betas.set(topic, { a: a + m * v, b: b + m * (1 - v) })
  }
  for (const topic of links.topics.keys()) if (!betas.has(topic)) betas.set(topic, prior)
  return betas
}
