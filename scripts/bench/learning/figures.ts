import type { Figure } from '../../bench.mjs'
import type { Estimate } from './paired.ts'

/** A figure without a target. */
export const figureOf = (name: string, { mean, plusMinus }: Estimate, unit: string): Figure => ({
  suite: 'learning',
  name,
  value: mean,
  plusMinus,
  unit,
  floor: null,
  ratio: null,
  target: null,
  holds: null,
})

export const atLeast = (figure: Figure, least: number): Figure => ({
  ...figure,
  target: `≥ ${least} ${figure.unit}`,
  holds: figure.value >= least,
})

export const atMost = (figure: Figure, most: number): Figure => ({
  ...figure,
  target: `≤ ${most} ${figure.unit}`,
  holds: figure.value <= most,
})

export const between = (figure: Figure, least: number, most: number): Figure => ({
  ...figure,
  target: `${least} to ${most} ${figure.unit}`,
  holds: figure.value >= least && figure.value <= most,
})
