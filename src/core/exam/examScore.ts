import type { Exam } from '../history/foldExam.ts'
import type { ItemId } from '../ids.ts'

export const passMark = 500

/**
 * A score on LPI's scale of 200 to 800. How LPI turns points into it is not
 * published; ours is the straight line, on which the pass mark is half the points.
 */
export const examScore = (right: number, total: number): number => (total === 0 ? 200 : Math.round(200 + (600 * right) / total))

/** The items of an exam that were answered wholly right: partly right is no point, as in the real one. */
export const rightItems = ({ answers }: Pick<Exam, 'answers'>, items: readonly ItemId[]): readonly ItemId[] =>
  items.filter((item) => answers.get(item)?.verdict === 'correct')

/** The normal quantile of a two-sided 95 % interval. */
const z = 1.96

/**
 * Where the share of right answers to many such questions would lie, with 95 %
 * confidence: the score interval of E. B. Wilson, JASA 22 (1927), which stays
 * sensible for few questions and for none or all right.
 */
export const wilsonInterval = (right: number, total: number): { readonly low: number; readonly high: number } => {
  if (total === 0) return { low: 0, high: 1 }
  const share = right / total
  const scale = 1 + z ** 2 / total
  const middle = (share + z ** 2 / (2 * total)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
