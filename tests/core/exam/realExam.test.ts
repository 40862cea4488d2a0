import { describe, expect, test } from 'vitest'
import { drawExam, examLengths, examPool, givesAway } from '../../../src/core/exam/drawExam.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { emptyProgress } from '../../../src/core/history/progress.ts'
import { topicOf } from '../../../src/core/ids.ts'
import { realContent } from '../../helpers/realContent.ts'

const { catalogue } = await realContent()
const links = linksOf(catalogue)
const seeds = Array.from({ length: 100 }, (_, seed) => seed)
const total = catalogue.topics.reduce((sum, { weight }) => sum + weight, 0)

test('what is taught has enough facts for the longest exam', () => {
  expect(new Set(examPool(links, emptyProgress).map((item) => item.fact)).size).toBeGreaterThanOrEqual(60)
})

describe.each(examLengths)('an exam of %i of what is taught, over 100 seeds', (count) => {
  const draws = seeds.map((seed) => drawExam(links, emptyProgress, count, seed))

  test('gives each topic its share by weight to within one item', () => {
    for (const drawn of draws) {
      expect(drawn).toHaveLength(count)
      for (const { id, weight } of catalogue.topics) {
        const own = drawn.filter((item) => topicOf(item.id) === id).length
        expect(Math.abs(own - (count * weight) / total), id).toBeLessThanOrEqual(1)
      }
    }
  })

  test('asks no fact twice', () => {
    for (const drawn of draws) expect(new Set(drawn.map((item) => item.fact)).size).toBe(count)
  })

  test('sets no two items side by side that give each other away', () => {
    const beside = draws.flatMap((drawn) =>
      drawn.slice(1).filter((item, place) => drawn.slice(place, place + 1).some((before) => givesAway(before, item))),
    )
    expect(beside).toEqual([])
  })
})
