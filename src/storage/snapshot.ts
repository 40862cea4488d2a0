import { foldVersion } from '../core/history/fold.ts'
import { topicOf } from '../core/ids.ts'
import type { Links } from '../core/history/links.ts'
import type { Base, Progress } from '../core/history/progress.ts'
import type { Place, UnreadRow } from './eventLog.ts'
import { eventsVersion } from './eventsVersion.ts'
import { sumOf } from './sum.ts'

/** The fold of everything up to a cut, kept for the next start. Derived: without it the log is replayed. */
export interface Snapshot {
  readonly versions: readonly number[]
  /** Of the catalogue that it was folded for. */
  readonly links: number
  /** What was stored up to there is in the base or lies after its cut. */
  readonly place: Place
  readonly base: Base
  readonly latestAt: Progress['latestAt']
  readonly parameters: Progress['parameters']
  /** Of the sealed rows; those in the tail are met at every start. */
  readonly unread: readonly UnreadRow[]
}

/** Raised with the shape of the snapshot itself. */
const snapshotVersion = 1
const versions = [snapshotVersion, foldVersion, eventsVersion]

/** What the fold reads of a catalogue, as a number: with another one all is folded anew. The order of the items says nothing. */
export const linksStamp = (links: Links): number => {
  let stamp = 0
  for (const { id, kind, fact, supports, section } of links.items.values()) {
    stamp = (stamp + sumOf([id, kind, fact, supports, section, links.topics.get(topicOf(fact))?.area ?? ''])) >>> 0
  }
  return stamp
}

export const snapshotOf = (
  base: Base,
  { latestAt, parameters }: Pick<Progress, 'latestAt' | 'parameters'>,
  rest: Pick<Snapshot, 'links' | 'place' | 'unread'>,
): Snapshot & { readonly sum: number } => {
  const snapshot = { versions, base, latestAt, parameters, ...rest }
  return { ...snapshot, sum: sumOf(snapshot) }
}

/** Whether a value is a snapshot as this version writes them, whole, for that catalogue: anything else is as good as none. */
export const isSnapshot = (value: unknown, links: number): value is Snapshot => {
  if (typeof value !== 'object' || value === null || !('sum' in value && 'versions' in value && 'links' in value)) return false
  const { sum, ...snapshot } = value
  return snapshot.links === links && sumOf(snapshot.versions) === sumOf(versions) && sumOf(snapshot) === sum
}
