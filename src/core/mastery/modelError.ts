import { rightItems } from '../exam/examScore.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import { expectedOfExam } from './topicStanding.ts'

/** What a mock exam said of the estimate that was made of it. */
export interface MockOutcome {
  readonly right: number
  readonly questions: number
  /** The share of right answers that was expected when it was handed in. */
  readonly expected: number
}

/** Of a mock that was left early the rest says nothing of what is known. */
const leastAnswered = 0.8

/** The mocks that were handed in with at least four fifths answered; what was left open counts as wrong, as in an exam. */
export const mockOutcomes = (progress: Pick<Progress, 'exams' | 'items'>, links: Links): readonly MockOutcome[] =>
  [...progress.exams.values()].flatMap((exam): MockOutcome[] => {
    const { items, answers } = exam
    const expected = expectedOfExam(exam, progress, links)
    if (expected === null || answers.size < leastAnswered * items.length) return []
    return [{ right: rightItems(exam, items).length, questions: items.length, expected }]
  })

// Found by simulation: what `topicBetas` say of facts never asked, and recall of what was asked, are a little low, and
// without the deviation the ranges are far too narrow. The learning rule's -0.15 is of an exam that asks 15 % of what no
// item covers, which our mock does not, and of betas that took what reading had taught for known.
const priorMean = 0.1
const priorDeviation = 0.35
const widest = 3
const step = 0.05
const grid = Array.from({ length: (2 * widest) / step + 1 }, (_, place) => place * step - widest)

/** logistic(logit(share) + delta), where `odds` is e to the delta. */
export const shifted = (share: number, odds: number): number => (share * odds) / (1 - share + share * odds)

/**
 * By how much, in logits, the learner does better or worse than the model expects:
 * the values of a grid and the chance that it is at most each of them. Before a mock
 * N(0.1, 0.35^2); each mock with x of n right multiplies the density by
 * Binomial(x; n, logistic(logit(e) + delta)), e as it was at that mock.
 */
export const modelError = (mocks: readonly MockOutcome[]): readonly { readonly delta: number; readonly upTo: number }[] => {
  const logs = grid.map((delta) =>
    mocks.reduce(
      (sum, { right, questions, expected }) => {
        const share = shifted(expected, Math.exp(delta))
        return sum + right * Math.log(share) + (questions - right) * Math.log(1 - share)
      },
      -0.5 * ((delta - priorMean) / priorDeviation) ** 2,
    ),
  )
  const highest = Math.max(...logs)
  const density = logs.map((value) => Math.exp(value - highest))
  const all = density.reduce((sum, value) => sum + value, 0)
  let upTo = 0
  return grid.map((delta, place) => {
    upTo += (density[place] ?? 0) / all
    return { delta, upTo }
  })
}
