import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seedFor, shareFor, shuffled } from '../../src/core/random.ts'

const five = [0, 1, 2, 3, 4]
const seeds = fc.integer({ min: 0, max: 0xffffffff })
const seedList = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => seedFor(20_260_724, `attempt-${index}`))

describe('shuffled', () => {
  test('keeps every value exactly as often as it came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 })), seeds, (values, seed) => {
        expect(shuffled(values, seed).sort()).toEqual([...values].sort())
      }),
    )
  })

  test('gives the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), seeds, (values, seed) => {
        expect(shuffled(values, seed)).toEqual(shuffled(values, seed))
      }),
    )
  })

  test('leaves the array that it was given as it was', () => {
    const values = Object.freeze([...five])
    for (const seed of seedList(20)) shuffled(values, seed)
    expect(values).toEqual(five)
  })

  test('draws the same order in every version, since stored attempts are shown from their seeds', () => {
    expect([1, 2, 3, 2 ** 31, 2 ** 32 - 1].map((seed) => shuffled(five, seed).join(''))).toEqual([
      '20134',
      '24301',
      '01342',
      '02341',
      '30142',
    ])
  })

  test('gives other orders for other seeds', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index)
    expect(new Set(seedList(1000).map((seed) => shuffled(ten, seed).join())).size).toBeGreaterThan(990)
  })

  test('puts every element at every place about equally often', () => {
    const runs = 5000
    const counts = five.map(() => five.map(() => 0))
    for (const seed of seedList(runs)) {
      for (const [place, value] of shuffled(five, seed).entries()) {
        const row = counts[value]
        if (row !== undefined) row[place] = (row[place] ?? 0) + 1
      }
    }
    for (const count of counts.flat()) expect(Math.abs(count - runs / 5)).toBeLessThan(runs / 5 / 8)
  })

  test('reaches each of the 120 orders of five about equally often', () => {
    const runs = 12_000
    const counts = new Map<string, number>()
    for (const seed of seedList(runs)) {
      const drawn = shuffled(five, seed).join('')
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    expect(counts.size).toBe(120)
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - runs / 120) ** 2 / (runs / 120), 0)
    // 119 degrees of freedom: 0.1 % of fair shuffles exceed 174.
    expect(chiSquare).toBeLessThan(174)
  })

  test('draws one part of an attempt whatever it drew for another', () => {
    const four = [0, 1, 2, 3]
    const counts = new Map<string, number>()
    for (const seed of seedList(3200)) {
      const lasts = ['namespaces/pid-ns', 'namespaces/user-ns'].map((item) => shuffled(four, seedFor(seed, item)).at(-1)).join()
      counts.set(lasts, (counts.get(lasts) ?? 0) + 1)
    }
    expect(counts.size).toBe(16)
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(60)
  })

  test('draws fairly from seeds that follow one another', () => {
    const runs = 4800
    const counts = new Map<string, number>()
    for (let seed = 0; seed < runs; seed += 1) {
      const drawn = shuffled([0, 1, 2, 3], seed).join('')
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - runs / 24) ** 2 / (runs / 24), 0)
    // 23 degrees of freedom: 0.1 % of fair shuffles exceed 50.
    expect(chiSquare).toBeLessThan(50)
  })

  test('moves empty places like any other value', () => {
    const orders = seedList(50).map((seed) => shuffled([undefined, 1, 2], seed))
    for (const order of orders) expect([...order].sort()).toEqual([1, 2, undefined])
    expect(new Set(orders.map((order) => order.indexOf(undefined)))).toEqual(new Set([0, 1, 2]))
  })
})

describe('seedFor', () => {
  test('gives the same unsigned 32-bit seed for the same seed and label', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, label) => {
        const derived = seedFor(seed, label)
        expect(seedFor(seed, label)).toBe(derived)
        expect(derived >>> 0).toBe(derived)
      }),
    )
  })

  test('is FNV-1a over the label where the seed is zero', () => {
    // Published test vectors of the 32-bit FNV-1a.
    expect([seedFor(0, ''), seedFor(0, 'a'), seedFor(0, 'foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
  })

  test('gives other seeds for other labels and for other seeds', () => {
    const labels = Array.from({ length: 100 }, (_, index) => `namespaces/item-${index}`)
    const derived = Array.from({ length: 100 }, (_, seed) => labels.map((label) => seedFor(seed, label))).flat()
    expect(new Set(derived).size).toBeGreaterThan(9990)
  })
})

describe('shareFor', () => {
  test('gives the same number from 0 to below 1 for the same seed and label', () => {
    fc.assert(
      fc.property(seeds, fc.string(), (seed, label) => {
        const share = shareFor(seed, label)
        expect(shareFor(seed, label)).toBe(share)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThan(1)
      }),
    )
  })

  test('is spread evenly, and a label says nothing of the next', () => {
    const shares = Array.from({ length: 20_000 }, (_, n) => shareFor(7, `fact ${n}`))
    const tenths = Array<number>(10).fill(0)
    for (const share of shares) tenths[Math.floor(share * 10)] = (tenths[Math.floor(share * 10)] ?? 0) + 1
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200)
    const both = shares.filter((share, place) => share < 0.5 && (shares[place + 1] ?? 1) < 0.5).length
    expect(Math.abs(both - 5000)).toBeLessThan(300)
  })
})
