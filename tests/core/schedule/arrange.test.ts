import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factId, type FactId, topicId } from '../../../src/core/ids.ts'
import { type Arranged, arrange } from '../../../src/core/schedule/arrange.ts'

const factAt = (place: number): FactId => factId(topicId('t'), `f${place}`)
/** Entries by topic: `a1` is of topic a1 in area a. */
const entriesOf = (topics: readonly string[], pairs: readonly (readonly [number, number])[] = []): readonly Arranged[] =>
  topics.map((topic, place) => ({
    fact: factAt(place),
    topic,
    area: topic.slice(0, 1),
    confuses: new Set(pairs.flatMap(([a, b]) => (a === place ? [factAt(b)] : b === place ? [factAt(a)] : []))),
  }))
const places = (entries: readonly Arranged[]): readonly number[] => entries.map(({ fact }) => Number(fact.slice(3)))
const clashes = (entries: readonly Arranged[]): number =>
  entries.filter((entry, place) => {
    const next = entries[place + 1]
    return next !== undefined && entry.confuses.has(next.fact)
  }).length

const sessions = (maxLength: number) =>
  fc
    .array(fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1'), { maxLength })
    .chain((topics) =>
      fc.tuple(
        fc.constant(topics),
        fc.array(fc.tuple(fc.nat(Math.max(0, topics.length - 1)), fc.nat(Math.max(0, topics.length - 1))), { maxLength: 2 * maxLength }),
      ),
    )
    .map(([topics, pairs]) =>
      entriesOf(
        topics,
        pairs.filter(([a, b]) => a !== b),
      ),
    )

const permutations = (entries: readonly Arranged[]): readonly (readonly Arranged[])[] =>
  entries.length <= 1
    ? [entries]
    : entries.flatMap((entry, place) => permutations(entries.toSpliced(place, 1)).map((rest) => [entry, ...rest]))

describe('arrange', () => {
  test('keeps every entry once, gives the same order for the same entries, and changes nothing it was given', () => {
    fc.assert(
      fc.property(sessions(40), (entries) => {
        const arranged = arrange(Object.freeze(entries))
        expect(places(arranged).toSorted((a, b) => a - b)).toEqual(entries.map((_, place) => place))
        expect(arrange([...entries])).toEqual(arranged)
      }),
      { numRuns: 500 },
    )
  })

  test('sets no two that are confused side by side, if any order of them does not', () => {
    let avoidable = 0
    let unavoidable = 0
    fc.assert(
      fc.property(sessions(6), (entries) => {
        const least = Math.min(...permutations(entries).map(clashes))
        if (least === 0) {
          avoidable += clashes(entries) > 0 ? 1 : 0
          expect(clashes(arrange(entries))).toBe(0)
        } else unavoidable += 1
      }),
      { numRuns: 600 },
    )
    expect(avoidable).toBeGreaterThan(50)
    expect(unavoidable).toBeGreaterThan(10)
  })

  test('does so in long sessions in which no fact is confused with more than a few', () => {
    const long = fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 40 }).map((pairs) => {
      const seen = new Map<number, number>()
      const few = pairs.filter(([a, b]) => {
        if (a === b || (seen.get(a) ?? 0) >= 4 || (seen.get(b) ?? 0) >= 4) return false
        seen.set(a, (seen.get(a) ?? 0) + 1)
        seen.set(b, (seen.get(b) ?? 0) + 1)
        return true
      })
      return entriesOf(
        Array.from({ length: 40 }, (_, place) => ['a1', 'a2', 'b1'][place % 3] ?? 'a1'),
        few,
      )
    })
    fc.assert(
      fc.property(long, (entries) => {
        expect(clashes(arrange(entries))).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  test('parts a whole group that is confused at the end of the list', () => {
    const group = [5, 6, 7, 8].flatMap((a) => [5, 6, 7, 8].filter((b) => b > a).map((b) => [a, b] as const))
    const arranged = arrange(entriesOf(Array<string>(9).fill('a1'), group))
    expect(clashes(arranged)).toBe(0)
    expect(places(arranged)[0]).toBe(0)
  })

  test('alternates areas, then topics, and leaves the rest as it is', () => {
    expect(places(arrange(entriesOf(['a1', 'a1', 'a2', 'b1', 'b1'])))).toEqual([0, 3, 1, 4, 2])
    expect(places(arrange(entriesOf(['a1', 'a1', 'a2'])))).toEqual([0, 2, 1])
    expect(places(arrange(entriesOf(['a1', 'b1', 'a1', 'c1', 'a2'])))).toEqual([0, 1, 2, 3, 4])
    expect(places(arrange(entriesOf(['a1', 'a1', 'a1'])))).toEqual([0, 1, 2])
  })

  test('looks eight ahead for another topic, and no further', () => {
    expect(places(arrange(entriesOf([...Array<string>(8).fill('a1'), 'b1', 'a1'])))[1]).toBe(8)
    expect(places(arrange(entriesOf([...Array<string>(9).fill('a1'), 'b1', 'a1']))).slice(0, 3)).toEqual([0, 1, 9])
  })

  test('asks nothing much earlier or later than its urgency says', () => {
    fc.assert(
      fc.property(sessions(40), (entries) => {
        fc.pre(entries.every((entry) => entry.confuses.size === 0))
        for (const [now, before] of places(arrange(entries)).entries()) expect(Math.abs(before - now)).toBeLessThan(8)
      }),
      { numRuns: 500 },
    )
  })

  test('is at an end for hostile catalogues too: everything confused with everything', () => {
    const pairs = Array.from({ length: 60 }, (_, a) => Array.from({ length: a }, (__, b) => [a, b] as const)).flat()
    expect(arrange(entriesOf(Array<string>(60).fill('a1'), pairs))).toHaveLength(60)
  })
})
