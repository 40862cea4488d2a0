import { clipParameters, computeDecayFactor, default_w, FSRSAlgorithm, generatorParameters, get_fuzz_range } from 'ts-fsrs'
import type { Grade } from '../history/events.ts'

/** What FSRS-6 keeps of a fact. `stability`: days until recall falls to 90 %. `difficulty`: 1 (easy) to 10. */
export interface MemoryState {
  readonly stability: number
  readonly difficulty: number
}

/** FSRS-6 with one set of parameters. */
export interface Fsrs {
  /**
   * The state after an answer `elapsedDays` whole study days after the last one; `null` before the first.
   * `recall`: the retrievability at that answer, where it is known already: it is half of the arithmetic.
   */
  readonly nextState: (before: MemoryState | null, elapsedDays: number, grade: Grade, recall?: number) => MemoryState
  /** Probability of recall, 0 to 1, that many days after the last answer (FSRS-6 forgetting curve). */
  readonly retrievability: (stability: number, elapsedDays: number) => number
  /** Whole days, at least 1, after which recall has fallen to `target` (0 to 1): the inverse of the forgetting curve. */
  readonly intervalDays: (stability: number, target: number) => number
  /** Whole days, at least 1, until recall is below `threshold` (0 to 1) for the first time. */
  readonly daysUntilBelow: (stability: number, threshold: number) => number
}

const longestDays = 36_500

/**
 * Parameters that a memory can be reckoned with: each brought into the range that
 * ts-fsrs allows it, as it does itself. `null` if they are not 21 finite numbers.
 */
export const usableParameters = (parameters: readonly number[]): readonly number[] | null =>
  parameters.length === default_w.length && parameters.every(Number.isFinite) ? clipParameters([...parameters], 1) : null

/** ts-fsrs watches its parameters for changes, of which there are none here; unwatched they are read in a third less time. */
class Algorithm extends FSRSAlgorithm {
  constructor(w: readonly number[]) {
    // Fuzz is off because replay must give the same days.
    super(generatorParameters({ w: [...w], enable_fuzz: false }))
    this.param = { ...this.param }
  }
}

const createFsrs = (parameters: readonly number[]): Fsrs => {
  const algorithm = new Algorithm(parameters)
  // R(t) = (1 + factor t/S)^decay with decay = -w20 and factor = 0.9^(1/decay) - 1 (FSRS-6).
  const decay = -(algorithm.parameters.w[20] ?? 0.1542)
  const exactFactor = 0.9 ** (1 / decay) - 1
  // As ts-fsrs does it, to the last digit, with its factor, rounded as there, which that computes anew for each answer: half of what a replay took.
  const roundedFactor = computeDecayFactor(algorithm.parameters.w).factor
  const retrievability: Fsrs['retrievability'] = (stability, elapsedDays) =>
    Math.round(100_000_000 * (1 + (roundedFactor * Math.max(0, elapsedDays)) / stability) ** decay) / 100_000_000
  // Multiplied last, so that at 90 % the factor is exactly 1 and half days round as in ts-fsrs.
  const exactDays = (stability: number, target: number): number => stability * ((target ** (1 / decay) - 1) / exactFactor)
  return {
    nextState: (before, elapsedDays, grade, recall) => algorithm.next_state(before, elapsedDays, grade, recall),
    retrievability,
    intervalDays: (stability, target) => Math.min(longestDays, Math.max(1, Math.round(exactDays(stability, target)))),
    daysUntilBelow: (stability, threshold) => {
      let days = Math.min(longestDays, Math.max(1, Math.floor(exactDays(stability, threshold))))
      // ts-fsrs rounds the curve, so the day next to the exact crossing is looked at and not trusted.
      while (days < longestDays && retrievability(stability, days) >= threshold) days += 1
      return days
    },
  }
}

const published = createFsrs(default_w)
const known = new WeakMap<readonly number[], Fsrs>()

/**
 * FSRS-6 with these parameters, the 21 numbers w; `null`: the published ones. The
 * same list gives the same instance. This file alone knows ts-fsrs.
 */
export const fsrsOf = (parameters: readonly number[] | null): Fsrs => {
  if (parameters === null) return published
  const fsrs = known.get(parameters) ?? createFsrs(parameters)
  known.set(parameters, fsrs)
  return fsrs
}

/**
 * The intervals that are as good as this one, which Anki draws from at random to
 * spread the load (ts-fsrs `get_fuzz_range`). Under 2.5 days there is no other.
 */
export const safeRange = (intervalDays: number): { readonly shortest: number; readonly longest: number } => {
  if (intervalDays < 2.5) return { shortest: intervalDays, longest: intervalDays }
  const { min_ivl, max_ivl } = get_fuzz_range(intervalDays, 0, longestDays)
  return { shortest: min_ivl, longest: max_ivl }
}
