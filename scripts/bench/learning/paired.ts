/** The normal quantile of a two-sided 95 % interval. */
const z = 1.96

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export interface Estimate {
  readonly mean: number
  /** Half of the 95 % interval over the learners. */
  readonly plusMinus: number
}

/** The mean over learners, with its 95 % interval. Of paired differences that of the same learners is taken. */
export const estimate = (values: readonly number[]): Estimate => {
  const mean = meanOf(values)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
  return { mean, plusMinus: z * Math.sqrt(variance / values.length) }
}

export const differences = (of: readonly number[], to: readonly number[]): readonly number[] =>
  of.map((value, place) => value - (to[place] ?? Number.NaN))
