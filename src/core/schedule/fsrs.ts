import { default_w, FSRSAlgorithm, generatorParameters } from 'ts-fsrs'
import type { Grade } from '../history/events.ts'

/** What FSRS-6 keeps of a fact. `stability`: days until recall falls to 90 %. `difficulty`: 1 (easy) to 10. */
export interface MemoryState {
  readonly stability: number
  readonly difficulty: number
}

/** FSRS-6 with one set of parameters. */
export interface Fsrs {
  /** The state after an answer `elapsedDays` whole study days after the last one; `null` before the first. */
  readonly nextState: (before: MemoryState | null, elapsedDays: number, grade: Grade) => MemoryState
  /** Probability of recall, 0 to 1, that many days after the last answer (FSRS-6 forgetting curve). */
  readonly retrievability: (stability: number, elapsedDays: number) => number
  /** Whole days, at least 1, after which recall has fallen to `target` (0 to 1): the inverse of the forgetting curve. */
  readonly intervalDays: (stability: number, target: number) => number
}

const longestDays = 36_500

/** ts-fsrs watches its parameters for changes, of which there are none here; unwatched they are read in a third less time. */
class Algorithm extends FSRSAlgorithm {
  constructor(w: readonly number[]) {
    super(generatorParameters({ w: [...w], enable_fuzz: false }))
    this.param = { ...this.param }
  }
}

/**
 * The only place that knows ts-fsrs. `parameters`: the 21 numbers w of FSRS-6, `null` for the published ones.
 * Fuzz is off because replay must give the same days.
 */
export const createFsrs = (parameters: readonly number[] | null): Fsrs => {
  const w = parameters ?? default_w
  const algorithm = new Algorithm(w)
  // R(t) = (1 + factor t/S)^decay with decay = -w20 and factor = 0.9^(1/decay) - 1 (FSRS-6).
  const decay = -(w[20] ?? 0.1542)
  const factor = 0.9 ** (1 / decay) - 1
  return {
    nextState: (before, elapsedDays, grade) => algorithm.next_state(before, elapsedDays, grade),
    retrievability: (stability, elapsedDays) => algorithm.forgetting_curve(Math.max(0, elapsedDays), stability),
    // Multiplied last, so that at 90 % the factor is exactly 1 and half days round as in ts-fsrs.
    intervalDays: (stability, target) => Math.min(longestDays, Math.max(1, Math.round(stability * ((target ** (1 / decay) - 1) / factor)))),
  }
}

export const defaultFsrs: Fsrs = createFsrs(null)
export const { nextState, retrievability, intervalDays } = defaultFsrs
