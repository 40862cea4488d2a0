import type { AnswerKind } from '../content/types.ts'
import type { Progress } from '../history/progress.ts'

/** Seconds that an answer takes, by kind, as long as nothing is known of the learner. Order, match and exercise are our own estimates. */
const usualSeconds: Readonly<Record<AnswerKind, number>> = { card: 8, fill: 15, choice: 25, order: 40, match: 40, exercise: 60 }
/** Seconds that a section takes to read. */
export const sectionSeconds = 90
/** What a wrong answer takes longer: the right one is read. */
export const missSeconds = 6

/** From so many answers of a kind, the learner's own median stands for it. */
const enough = 20
/** Logs from elsewhere may know no durations; nothing is answered in no time, and costs are divided by. */
const leastSeconds = 1

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? 0) + upper) / 2
}

/** Seconds that an answer of each kind takes this learner. */
export const answerSeconds = ({ tookMs }: Pick<Progress, 'tookMs'>): Readonly<Record<AnswerKind, number>> => {
  const own = (kind: AnswerKind): number => {
    const durations = tookMs.get(kind) ?? []
    return durations.length < enough ? usualSeconds[kind] : Math.max(leastSeconds, medianOf(durations) / 1000)
  }
  return {
    card: own('card'),
    fill: own('fill'),
    choice: own('choice'),
    order: own('order'),
    match: own('match'),
    exercise: own('exercise'),
  }
}
