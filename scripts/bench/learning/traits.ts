import { type Fsrs, fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type FactId, topicOf } from '../../../src/core/ids.ts'
import type { Seed } from '../../../src/core/random.ts'
import { type Chance, chanceOf, logistic } from './chance.ts'
import type { World } from './worlds.ts'

/** The published parameters of FSRS-6: what learners differ from. */
export const publishedParameters: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
  0.5425, 0.0912, 0.0658, 0.1542,
]

/** What one fact is to one learner, whatever is done about it. */
export interface FactTraits {
  readonly fact: FactId
  /** Whether it is known before any study, with the chance of that. */
  readonly known: boolean
  readonly knownChance: number
  /** Days of stability if it was known before, and once it is learnt by reading, or from the answer to an item. */
  readonly knownDays: number
  readonly readDays: number
  readonly answeredDays: number
  /** The chance that seeing the answer teaches it. */
  readonly encoding: number
  /** How much harder the exam asks it than the app: recall there is recall to this power, times that of the kind. */
  readonly examPower: number
  /** What it is taken for, and by how much less it is recalled as long as the other is remembered. */
  readonly partner: FactId | null
  readonly confusion: number
}

export interface Traits {
  readonly facts: ReadonlyMap<FactId, FactTraits>
  /** The learner's memory: FSRS-6 with parameters of their own. */
  readonly memory: Fsrs
  /** How many times the usual seconds everything takes. */
  readonly slowness: number
  /** The share of days without study. */
  readonly missed: number
}

/** Beta(2, 8): of nine uniform numbers the second smallest. */
const betaTwoEight = ({ share }: Chance, label: string): number =>
  Array.from({ length: 9 }, (_, n) => share(`${label} ${n}`)).sort((a, b) => a - b)[1] ?? 0

const memoryOf = ({ normal }: Chance): Fsrs =>
  fsrsOf(
    publishedParameters.map((value, place) => {
      switch (place) {
        case 8: // Growth is multiplied, and w8 is its logarithm.
          return value - 0.1 + 0.3 * normal('growth')
        case 9:
          return value * Math.exp(0.15 * normal('w9'))
        case 10:
          return value * Math.exp(0.15 * normal('w10'))
        case 11:
          return value * Math.exp(0.3 * normal('after lapse'))
        case 20:
          return Math.exp(Math.log(0.22) + 0.35 * normal('decay'))
        default:
          return value
      }
    }),
  )

/**
 * A learner of the population that the learning targets are stated for; what the
 * statement leaves open is marked "ours". The same seed gives the same learner.
 */
export const traitsOf = (seed: Seed, links: Links, world: World): Traits => {
  const chance = chanceOf(seed)
  const { share, normal } = chance
  const ability = normal('ability')
  const memory = world.publishedMemory ? fsrsOf(null) : memoryOf(chance)
  const [again, , good] = publishedParameters
  const firstNormal = normal('first stability')
  const encodingNormal = normal('encoding')
  const facts = new Map<FactId, FactTraits>()
  for (const [fact, items] of links.itemsOfFact) {
    const topic = topicOf(fact)
    const level = items[0]?.level ?? 2
    const difficulty = 0.5 * (level - 2) + 0.4 * normal(`difficulty ${topic}`) + 0.7 * normal(`difficulty ${fact}`)
    const knownChance = logistic(-1.1 + 0.6 * ability + normal(`known ${topic}`) - 0.8 * difficulty)
    const first = (good ?? 0) * Math.exp(-0.25 + 0.45 * firstNormal - 0.35 * difficulty)
    const partner = items[0]?.confuses[0] ?? null
    const pair = partner === null ? '' : [fact, partner].sort().join(' ')
    facts.set(fact, {
      fact,
      known: share(`known ${fact}`) < knownChance,
      knownChance,
      knownDays: 60 * Math.exp(0.6 * normal(`known days ${fact}`)),
      // Ours: where memory is the scheduler's model, so is what a first answer leaves.
      readDays: world.publishedMemory ? (good ?? 0) : 0.6 * first,
      answeredDays: world.publishedMemory ? (again ?? 0) : 0.35 * first,
      encoding: logistic(1 + 0.5 * encodingNormal + 0.4 * ability - 0.5 * difficulty),
      examPower: Math.max(0.3, 1.15 + 0.2 * normal(`exam ${fact}`)),
      partner,
      confusion: partner === null ? 0 : 0.15 + 0.25 * share(`confusion ${pair}`),
    })
  }
  return {
    facts,
    memory,
    slowness: Math.exp(0.2 * normal('slowness')),
    missed: world.missedDays ?? betaTwoEight(chance, 'missed'),
  }
}
