import { apportion } from '../exam/apportion.ts'
import { examPool } from '../exam/drawExam.ts'
import { examScore, passMark } from '../exam/examScore.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, TopicId } from '../ids.ts'
import { createDice, type Seed, seedFor } from '../random.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { drawBeta } from './drawBeta.ts'
import { mockOutcomes, modelError, shifted } from './modelError.ts'
import { expectedShare, meanRecall, topicStandings } from './topicStanding.ts'

/** Both ends belong to it: right answers. */
export interface RightRange {
  readonly low: number
  readonly high: number
}

/** The predicted result of our own mock exam today; the real exam cannot be measured here. */
export interface Readiness {
  /** What the mock would ask: 60, or as many as there are facts to ask. All that follows is right answers of so many. */
  readonly questions: number
  readonly median: number
  readonly range80: RightRange
  readonly range95: RightRange
  /** The chance to reach the pass mark, 0 to 1. */
  readonly passChance: number
  /** Answers that it rests on, and mock exams that sharpened it. */
  readonly answers: number
  readonly mocks: number
}

/** As many questions as the real exam has. */
const mockQuestions = 60
const draws = 500
/** Below so many answers a number would say more of the model than of the learner. */
export const enoughAnswers = 50

/** Answers that say something of what is known, of items that are still taught. */
export const answersSoFar = ({ items }: Pick<Progress, 'items'>, links: Links): number =>
  [...items].reduce((sum, [id, { answers }]) => sum + (links.items.has(id) ? answers : 0), 0)

/** How many of the mock's questions a topic gets, as they are drawn by weight. */
export const questionsOfTopics = (progress: Pick<Progress, 'items'>, links: Links): ReadonlyMap<TopicId, number> => {
  const pool = new Set(examPool(links, progress))
  const topics = [...links.topics.values()]
  const shares = apportion(
    mockQuestions,
    topics.map(({ weight, items }) => {
      const facts = new Set<FactId>(items.filter((item) => pool.has(item)).map((item) => item.fact))
      return { weight, room: facts.size }
    }),
  )
  return new Map(topics.map(({ id }, place) => [id, shares[place] ?? 0]))
}

/** Right answers in mock exams drawn at random. */
export interface MockResults {
  readonly questions: number
  /** In rising order. */
  readonly results: readonly number[]
}

/**
 * 500 mock exams on a study day, drawn at random from what is known of the learner.
 * In each the model errs by a delta (`errors`, of `modelError`), and of every topic
 *
 *     q ~ Beta(a, b) in place of a / (a + b) for the facts never asked
 *     right answers ~ Binomial(questions of the topic, logistic(logit(e) + delta))
 *
 * `shift`, in logits, is added to every delta. The same seed gives the same numbers.
 */
export const mockResults = (
  progress: Pick<Progress, 'facts' | 'items' | 'parameters'>,
  links: Links,
  day: StudyDay,
  seed: Seed,
  errors: ReturnType<typeof modelError>,
  shift = 0,
): MockResults => {
  const counts = questionsOfTopics(progress, links)
  const asked = topicStandings(progress, links, day).flatMap((standing) => {
    const count = counts.get(standing.topic) ?? 0
    return count === 0 ? [] : [{ standing, count }]
  })
  const chance = createDice(seedFor(seed, 'delta'))
  const odds = Array.from({ length: draws }, () => {
    const at = chance.share()
    return Math.exp(((errors.find(({ upTo }) => at < upTo) ?? errors.at(-1))?.delta ?? 0) + shift)
  })
  const results = odds.map(() => 0)
  for (const { standing, count } of asked) {
    // Of its own seed, so that an answer on one topic does not shift what the others draw.
    const dice = createDice(seedFor(seed, standing.topic))
    const isSeen = standing.unseen === 0
    const seenShare = expectedShare(standing.mix, meanRecall(standing, 0))
    for (let draw = 0; draw < draws; draw += 1) {
      const expected = isSeen ? seenShare : expectedShare(standing.mix, meanRecall(standing, drawBeta(standing.beta, dice)))
      const share = shifted(expected, odds[draw] ?? 1)
      let right = 0
      for (let question = 0; question < count; question += 1) if (dice.share() < share) right += 1
      results[draw] = (results[draw] ?? 0) + right
    }
  }
  return { questions: asked.reduce((sum, { count }) => sum + count, 0), results: results.sort((a, b) => a - b) }
}

/** The result that this share (0 to 1) of them does not exceed. */
export const quantileOf = ({ results }: MockResults, share: number): number =>
  results[Math.min(results.length - 1, Math.floor(share * results.length))] ?? 0

/** The share of them that reaches the pass mark. */
export const passShare = ({ results, questions }: MockResults): number =>
  results.filter((right) => examScore(right, questions) >= passMark).length / results.length

/** What `mockResults` say of a mock today; `null` below 50 answers. */
export const readiness = (progress: Progress, links: Links, now: Moment, seed: Seed): Readiness | null => {
  const answers = answersSoFar(progress, links)
  if (answers < enoughAnswers) return null
  const mocks = mockOutcomes(progress, links)
  const drawn = mockResults(progress, links, studyDay(now.at, now.offsetMin), seed, modelError(mocks))
  if (drawn.questions === 0) return null
  return {
    questions: drawn.questions,
    median: quantileOf(drawn, 0.5),
    range80: { low: quantileOf(drawn, 0.1), high: quantileOf(drawn, 0.9) },
    range95: { low: quantileOf(drawn, 0.025), high: quantileOf(drawn, 0.975) },
    passChance: passShare(drawn),
    answers,
    mocks: mocks.length,
  }
}
