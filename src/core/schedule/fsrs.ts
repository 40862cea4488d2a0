import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs'
import type { Grade } from '../history/events.ts'

/** What FSRS-6 keeps of a fact. `stability`: days until recall falls to 90 %. `difficulty`: 1 (easy) to 10. */
export interface MemoryState {
  readonly stability: number
  readonly difficulty: number
}

// The only place that knows ts-fsrs. Fuzz is off because replay must give the same days.
const algorithm = new FSRSAlgorithm(generatorParameters({ w: default_w, enable_fuzz: false }))

/** The state after an answer `elapsedDays` whole study days after the last one; `null` before the first. */
export const nextState = (before: MemoryState | null, elapsedDays: number, grade: Grade): MemoryState => {
  const { stability, difficulty } = algorithm.next_state(before === null ? null : { ...before }, elapsedDays, grade)
  return { stability, difficulty }
}

/** Probability of recall, 0 to 1, that many days after the last answer (FSRS-6 forgetting curve). */
export const retrievability = (stability: number, elapsedDays: number): number =>
  algorithm.forgetting_curve(Math.max(0, elapsedDays), stability)

// R(t) = (1 + factor t/S)^decay with decay = -w20 and factor = 0.9^(1/decay) - 1 (FSRS-6).
const decay = -(default_w[20] ?? 0.1542)
const factor = 0.9 ** (1 / decay) - 1
const longestDays = 36_500

/**
 * Whole days, at least 1, after which recall has fallen to `target` (0 to 1): the inverse of the forgetting curve.
 * Multiplied last, so that at 90 % the factor is exactly 1 and half days round as in ts-fsrs.
 */
export const intervalDays = (stability: number, target: number): number =>
  Math.min(longestDays, Math.max(1, Math.round(stability * ((target ** (1 / decay) - 1) / factor))))
