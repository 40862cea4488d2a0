import { describe, expect, test } from 'vitest'
import { drawExam, examPool, givesAway, minutesFor, repeatedItems } from '../../../src/core/exam/drawExam.ts'
import type { ItemStub } from '../../../src/core/content/types.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { emptyProgress } from '../../../src/core/history/progress.ts'
import { attemptId, topicOf } from '../../../src/core/ids.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { examStarted, foldDays, suspended } from '../../helpers/events.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const catalogue = largeCatalogue()
const links = linksOf(catalogue)
const seeds = Array.from({ length: 1000 }, (_, seed) => seed)
const total = catalogue.topics.reduce((sum, { weight }) => sum + weight, 0)
const ids = (items: readonly ItemStub[]): readonly string[] => items.map((item) => item.id)

describe('over 1,000 seeds', () => {
  const draws = seeds.map((seed) => drawExam(links, emptyProgress, 60, seed))

  test('draws 60 items, none twice, no fact twice, only what the real exam asks', () => {
    for (const drawn of draws) {
      expect(new Set(ids(drawn)).size).toBe(60)
      expect(new Set(drawn.map((item) => item.fact)).size).toBe(60)
      expect(drawn.every((item) => item.kind === 'choice' || item.kind === 'fill')).toBe(true)
    }
  })

  test('gives each topic its share by weight to within one item', () => {
    // Each topic has room for its share.
    for (const { items, weight } of catalogue.topics) {
      const facts = new Set(items.filter(({ kind }) => kind === 'choice' || kind === 'fill').map((item) => item.fact))
      expect(facts.size).toBeGreaterThanOrEqual((60 * weight) / total)
    }
    for (const drawn of draws) {
      for (const { id, weight } of catalogue.topics) {
        const count = drawn.filter((item) => topicOf(item.id) === id).length
        expect(Math.abs(count - (60 * weight) / total)).toBeLessThan(1)
      }
    }
  })

  test('sets no two items side by side that give each other away', () => {
    const beside = draws.flatMap((drawn) =>
      drawn.slice(1).filter((item, place) => {
        const before = drawn[place]
        return before !== undefined && givesAway(before, item)
      }),
    )
    expect(beside).toEqual([])
  })

  test('asks for about 15 % to be typed', () => {
    const fills = draws.map((drawn) => drawn.filter((item) => item.kind === 'fill').length)
    expect(Math.min(...fills)).toBeGreaterThanOrEqual(7)
    expect(Math.max(...fills)).toBeLessThanOrEqual(11)
  })

  test('draws the same for the same seed, and hardly ever the same for another', () => {
    expect(ids(drawExam(links, emptyProgress, 60, 5))).toEqual(ids(draws[5] ?? []))
    expect(new Set(draws.map((drawn) => ids(drawn).join())).size).toBe(1000)
  })
})

describe('a pool', () => {
  const choices = (count: number, prefix = 'q') =>
    Array.from({ length: count }, (_, n) => ({ id: `${prefix}${n}`, kind: 'choice' as const }))

  test('holds choices and fills that are not set aside', () => {
    const few = linksFor({
      ns: [
        { id: 'a', kind: 'choice' },
        { id: 'b', kind: 'fill' },
        { id: 'c', kind: 'order' },
        { id: 'd', kind: 'match' },
        { id: 'e', kind: 'exercise' },
        { id: 'f' },
        { id: 'g', kind: 'choice' },
      ],
    })
    const progress = foldDays(few, [0, suspended('ns/g')])
    expect(ids(examPool(few, progress))).toEqual(['ns/a', 'ns/b'])
    expect(ids(drawExam(few, progress, 10, 1)).toSorted()).toEqual(['ns/a', 'ns/b'])
  })

  test('that is small for one topic is made up from the others', () => {
    const uneven = linksFor({ small: choices(2), large: choices(30) }, { small: 5, large: 1 })
    for (const seed of seeds.slice(0, 50)) {
      const drawn = drawExam(uneven, emptyProgress, 20, seed)
      expect(drawn).toHaveLength(20)
      expect(drawn.filter((item) => topicOf(item.id) === 'small')).toHaveLength(2)
    }
  })

  test('with too few facts asks some of them twice, apart where it can', () => {
    const twins = linksFor({ ns: [...choices(4), ...choices(4, 'twin').map((sketch, n) => ({ ...sketch, fact: `ns/q${n}` }))] })
    for (const seed of seeds.slice(0, 50)) {
      const drawn = drawExam(twins, emptyProgress, 8, seed)
      expect(drawn).toHaveLength(8)
      expect(drawn.some((item, place) => drawn[place + 1]?.fact === item.fact)).toBe(false)
      expect(new Set(drawExam(twins, emptyProgress, 4, seed).map((item) => item.fact)).size).toBe(4)
    }
  })

  test('gives nothing of the last two exams while there is something else, and it is told when there is not', () => {
    const wide = linksFor({ ns: choices(12) })
    const first = ids(drawExam(wide, emptyProgress, 4, 1))
    const once = foldDays(wide, [0, examStarted('one', first)])
    const second = ids(drawExam(wide, once, 4, 2))
    const twice = foldDays(wide, [0, examStarted('one', first), examStarted('two', second)])
    const third = ids(drawExam(wide, twice, 4, 3))
    expect(new Set([...first, ...second, ...third]).size).toBe(12)
    const again = foldDays(wide, [0, examStarted('one', first), examStarted('two', second), examStarted('three', third)])
    // The first is free again; of six items at least two were seen lately.
    expect(ids(drawExam(wide, again, 4, 4)).toSorted()).toEqual(first.toSorted())
    const six = ids(drawExam(wide, again, 6, 4))
    const after = foldDays(wide, [0, examStarted('two', second), examStarted('three', third), examStarted('four', six)])
    const four = after.exams.get(attemptId('four'))
    expect(four && repeatedItems(four, after)).toHaveLength(2)
    const three = after.exams.get(attemptId('three'))
    expect(three && repeatedItems(three, after)).toEqual([])
  })
})

test.each([
  [10, 15],
  [20, 30],
  [40, 60],
  [60, 90],
])('%i items take %i minutes', (items, minutes) => {
  expect(minutesFor(items)).toBe(minutes)
})
