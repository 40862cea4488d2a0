import { describe, expect, test } from 'vitest'
import { topicId } from '../../../src/core/ids.ts'
import { weakFacts } from '../../../src/core/mastery/weakFacts.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { foldDays, noon, reviewed } from '../../helpers/events.ts'

const links = linksFor({ ns: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], caps: [{ id: 'x' }] })
const weakOn = (day: number, ...days: Parameters<typeof foldDays> extends [unknown, ...infer D] ? D : never) =>
  weakFacts(topicId('ns'), foldDays(links, ...days), links, noon(day)).map(({ fact, kind }) => [fact, kind])

describe('what is weak of a topic', () => {
  test('is what was answered wrong last and what has faded, of this topic alone; what was never asked is not', () => {
    expect(weakOn(40, [0, reviewed('ns/a', 3), reviewed('caps/x', 1)], [39, reviewed('ns/b', 1), reviewed('ns/c', 3)])).toEqual([
      ['ns/a', 'faded'],
      ['ns/b', 'wrong'],
    ])
  })

  test('is nothing before the first answer and after right ones', () => {
    expect(weakOn(1)).toEqual([])
    expect(weakOn(1, [0, reviewed('ns/a', 3)])).toEqual([])
  })

  test('is what loses most first', () => {
    const order = weakOn(60, [0, reviewed('ns/a', 4), reviewed('ns/b', 3), reviewed('ns/c', 1)]).map(([fact]) => fact)
    expect(order).toEqual(['ns/c', 'ns/b', 'ns/a'].slice(0, order.length))
    expect(order.length).toBeGreaterThan(1)
  })

  test('of a topic that is not taught is nothing', () => {
    expect(weakFacts(topicId('gone'), foldDays(links), links, noon(0))).toEqual([])
  })
})
