import { type Seed, shareFor } from '../../../src/core/random.ts'

/** Chance by label: what two ways of studying have in common, they draw alike (common random numbers). */
export interface Chance {
  /** From 0 to below 1. */
  readonly share: (label: string) => number
  /** Of the standard normal distribution (Box and Muller, Ann. Math. Stat. 29, 1958). */
  readonly normal: (label: string) => number
}

export const chanceOf = (seed: Seed): Chance => {
  const share = (label: string): number => shareFor(seed, label)
  return {
    share,
    normal: (label) => Math.sqrt(-2 * Math.log(1 - share(`${label} r`))) * Math.cos(2 * Math.PI * share(`${label} phi`)),
  }
}

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))
