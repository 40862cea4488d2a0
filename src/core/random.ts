import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'

/** A 32-bit number from which a whole attempt can be drawn again. */
export type Seed = number

/** Every bit of the seed reaches every bit of the result (the finaliser of MurmurHash3). */
const mixed = (seed: Seed): Seed => {
  let hash = seed | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * A new array in an order that depends on the seed alone: one of those left is
 * drawn and set last, until one is left. The generator's first draw is the seed
 * itself, bits inverted, and FNV's low bits tell only of the label's low bits;
 * unmixed, the last of four options would be the same few in a whole attempt.
 */
export const shuffled = <Value>(values: readonly Value[], seed: Seed): Value[] => {
  const generator = xoroshiro128plus(mixed(seed))
  const result = [...values]
  for (let left = result.length; left > 1; left -= 1) result.push(...result.splice(uniformInt(generator, 0, left - 1), 1))
  return result
}

/** What chance decides, one throw after the other: the same throws for the same seed. */
export interface Dice {
  /** From 0 to below 1. */
  readonly share: () => number
  /** A whole number, both ends included. */
  readonly int: (least: number, most: number) => number
  /** One of these; there must be one. */
  readonly pick: <Value>(values: readonly Value[]) => Value
  /** So many different ones of these, or all if there are no more, in a random order. */
  readonly some: <Value>(values: readonly Value[], count: number) => Value[]
}

export const createDice = (seed: Seed): Dice => {
  const generator = xoroshiro128plus(mixed(seed))
  const int = (least: number, most: number): number => uniformInt(generator, least, most)
  return {
    share: () => (generator.next() >>> 0) / 2 ** 32,
    int,
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new Error('Nothing to pick from')
      return value
    },
    some: (values, count) => {
      const left = [...values]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat()
    },
  }
}

/** A seed for one part of something seeded, such as the third item of an attempt (FNV-1a over the label). */
export const seedFor = (seed: Seed, label: string): Seed => {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** A number from 0 to below 1 for one part of something seeded: the same label draws the same. */
export const shareFor = (seed: Seed, label: string): number => (mixed(seedFor(seed, label)) >>> 0) / 2 ** 32
