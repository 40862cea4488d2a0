import type { FactId } from '../ids.ts'
import type { EpochMs } from '../time.ts'

/** How often one fact was given in place of another, and when that last happened. */
export interface Confusion {
  readonly count: number
  readonly lastAt: EpochMs
}

/** By the fact that was asked, what was given in its place; both are taught. */
export type Confusions = ReadonlyMap<FactId, ReadonlyMap<FactId, Confusion>>

/** What a fact was taken for, with one more answer that gave `given` in its place. */
export const addConfusion = (own: ReadonlyMap<FactId, Confusion> | undefined, given: FactId, at: EpochMs): ReadonlyMap<FactId, Confusion> =>
  new Map(own).set(given, { count: (own?.get(given)?.count ?? 0) + 1, lastAt: at })
