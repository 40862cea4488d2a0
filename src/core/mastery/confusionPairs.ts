import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import type { EpochMs } from '../time.ts'

/** One fact was asked and another given. */
export interface ConfusedFor {
  readonly asked: FactId
  readonly given: FactId
  readonly count: number
  readonly lastAt: EpochMs
  /** On a later study day the last first answer to what was asked was right, and neither a guess nor hard. */
  readonly resolved: boolean
}

/** Two facts of which one was given for the other. */
export interface ConfusionPair {
  /** In the order of their ids. */
  readonly facts: readonly [FactId, FactId]
  /** Both directions together. */
  readonly count: number
  readonly lastAt: EpochMs
  /** Every direction that happened is resolved. */
  readonly resolved: boolean
  /** One or two, the more frequent first. */
  readonly directions: readonly ConfusedFor[]
}

/** After so long a confusion counts for half. */
const halfLifeMs = 28 * 86_400_000

/** Grows with the count and falls with age, and the present is not needed to compare two. */
const strength = ({ count, lastAt }: ConfusionPair): number => Math.log2(count) + lastAt / halfLifeMs

/**
 * What the learner takes for what: the unresolved pairs first, among them the
 * strongest, by how often it happened, halved for every four weeks since it last
 * did. Facts that are no longer taught are left out.
 */
export const confusionPairs = ({ confusions, facts }: Progress, links: Links): readonly ConfusionPair[] => {
  const pairs = new Map<string, ConfusedFor[]>()
  for (const [asked, others] of confusions) {
    const memory = facts.get(asked)
    for (const [given, { count, lastAt }] of others) {
      if (!links.itemsOfFact.has(asked) || !links.itemsOfFact.has(given)) continue
      // The memory hears the first answer of a study day only, so that it is a later day if it heard one later.
      const resolved = memory !== undefined && memory.lastGrade > 2 && memory.lastAt > lastAt
      const key = asked < given ? `${asked} ${given}` : `${given} ${asked}`
      const direction: ConfusedFor = { asked, given, count, lastAt, resolved }
      const own = pairs.get(key)
      if (own === undefined) pairs.set(key, [direction])
      else own.push(direction)
    }
  }
  return [...pairs.values()]
    .flatMap((own): ConfusionPair[] => {
      const directions = own.sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.asked < b.asked ? -1 : 1))
      const [first] = directions
      if (first === undefined) return []
      const { asked, given } = first
      return [
        {
          facts: asked < given ? [asked, given] : [given, asked],
          count: directions.reduce((sum, { count }) => sum + count, 0),
          lastAt: Math.max(...directions.map(({ lastAt }) => lastAt)),
          resolved: directions.every(({ resolved }) => resolved),
          directions,
        },
      ]
    })
    .sort(
      (a, b) => Number(a.resolved) - Number(b.resolved) || strength(b) - strength(a) || (a.facts.join(' ') < b.facts.join(' ') ? -1 : 1),
    )
}
