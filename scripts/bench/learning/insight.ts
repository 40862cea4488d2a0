import { drawExam, minutesFor } from '../../../src/core/exam/drawExam.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { addEvents, type Progress } from '../../../src/core/history/progress.ts'
import { attemptId } from '../../../src/core/ids.ts'
import { readiness } from '../../../src/core/mastery/readiness.ts'
import { weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import { type Seed, seedFor } from '../../../src/core/random.ts'
import { chanceOf } from './chance.ts'
import { createDiary, momentOf } from './diary.ts'
import type { Learner } from './learner.ts'
import { meanOf } from './paired.ts'
import type { Sight } from './studyWithApp.ts'

/** How three topics that are called the weakest compare with the three where most marks are lost in truth. */
export interface TopThree {
  /** How many of the three are the same. */
  readonly same: number
  /** The marks lost in the three called the weakest, as a share of those lost in the true three. */
  readonly caught: number
}

/** How a predicted result compares with mock exams taken there and then. */
export interface Prediction {
  /** The share of these exams within the 80 % and the 95 % range. */
  readonly within80: number
  readonly within95: number
  /** From end to end of the 80 % range, questions. */
  readonly width: number
  /** The median less the mean result, marks of 100. */
  readonly off: number
}

/** What the app says of a learner after so many answers, beside the truth. */
export interface Insight {
  readonly answers: number
  readonly weak: TopThree
  /** The same of topics chosen by weight alone. */
  readonly heavy: TopThree
  readonly beforeMock: Prediction
  readonly afterMock: Prediction
}

const questions = 60
/** Mock exams that a prediction is held against. */
const mocks = 6

const topThree = (chosen: readonly string[], lost: ReadonlyMap<string, number>): TopThree => {
  const truly = [...lost].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3)
  const sum = (topics: readonly string[]): number => topics.reduce((all, topic) => all + (lost.get(topic) ?? 0), 0)
  const names = truly.map(([topic]) => topic)
  return { same: chosen.filter((topic) => names.includes(topic)).length, caught: sum(chosen) / sum(names) }
}

const predictionOf = (learner: Learner, progress: Progress, links: Links, day: number, secondsIn: number, seed: Seed): Prediction => {
  const predicted = readiness(progress, links, momentOf(day, secondsIn), seed)
  if (predicted === null) throw new Error('There are too few answers for a prediction')
  const { share } = chanceOf(seed)
  const results = Array.from({ length: mocks }, (_, mock) => {
    const items = drawExam(links, progress, questions, seedFor(seed, `mock ${mock}`))
    return items.filter((item) => share(`mock ${mock} ${item.id}`) < learner.chanceOf(item, day)).length
  })
  const within = ({ low, high }: { readonly low: number; readonly high: number }): number =>
    results.filter((right) => right >= low && right <= high).length / mocks
  return {
    within80: within(predicted.range80),
    within95: within(predicted.range95),
    width: predicted.range80.high - predicted.range80.low,
    off: (100 * (predicted.median - meanOf(results))) / predicted.questions,
  }
}

/** Takes a mock exam and hands it in, as the app records it. */
const withMock = (learner: Learner, progress: Progress, links: Links, day: number, secondsIn: number, seed: Seed): Progress => {
  const write = createDiary(progress.eventCount)
  const attempt = attemptId('mock')
  const items = drawExam(links, progress, questions, seed)
  const start = momentOf(day, secondsIn).at
  const end = momentOf(day, secondsIn + 3000).at
  const started = write({ kind: 'examStarted', attempt, minutes: minutesFor(questions), items: items.map(({ id }) => id), seed }, start)
  const handedIn = write({ kind: 'handedIn', attempt }, end)
  const answers = items.map((item) => {
    const verdict = learner.answer(item, day).right ? 'correct' : 'wrong'
    const response = item.kind === 'choice' ? ({ kind: 'choice', picked: [0] } as const) : ({ kind: 'fill', text: verdict } as const)
    const tookMs = Math.round(1000 * learner.secondsOf(item))
    return write({ kind: 'answered', item: item.id, response, verdict, tookMs, lang: 'en', attempt }, end, handedIn.id)
  })
  return addEvents(progress, [started, handedIn, ...answers], links)
}

/** `seed`: that of the learner. The learner of the sight is left as they are. */
export const insightInto = ({ progress, learner, day, secondsIn }: Sight, links: Links, answers: number, seed: Seed): Insight => {
  const scores = learner.topicScores(day)
  const lost = new Map([...links.topics.values()].map(({ id, weight }) => [id, weight * (1 - (scores.get(id) ?? 0))]))
  const { share } = chanceOf(seed)
  const heavy = [...links.topics.values()].sort((a, b) => b.weight - a.weight || share(`tie ${a.id}`) - share(`tie ${b.id}`)).slice(0, 3)
  const weak = weaknesses(progress, links, momentOf(day, secondsIn)).slice(0, 3)
  const examinee = learner.fork()
  const own = seedFor(seed, `after ${answers}`)
  const after = withMock(examinee, progress, links, day, secondsIn, own)
  return {
    answers,
    weak: topThree(
      weak.map(({ topic }) => topic),
      lost,
    ),
    heavy: topThree(
      heavy.map(({ id }) => id),
      lost,
    ),
    beforeMock: predictionOf(learner, progress, links, day, secondsIn, own),
    afterMock: predictionOf(examinee, after, links, day, secondsIn + 3000, seedFor(own, 'again')),
  }
}
