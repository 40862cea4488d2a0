import { describe, expect, test } from 'vitest'
import { leeches } from '../../../src/core/schedule/leeches.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { type Days, foldDays, released, reviewed, suspended } from '../../helpers/events.ts'

const links = linksFor({
  ns: [
    { id: 'pid', confuses: ['ns/net'] },
    { id: 'which', kind: 'choice', fact: 'ns/pid', section: 't', confuses: ['caps/bound'] },
    { id: 'mount', section: 'u' },
    { id: 'net', confuses: ['ns/mount'] },
  ],
  caps: [{ id: 'bound' }, { id: 'far', fact: 'ns/mount' }],
})
/** Known and lost, so many times. */
const lost = (id: string, times: number): Days =>
  Array.from({ length: 2 * times }, (_, n) => [2 * n, reviewed(id, n % 2 === 0 ? 3 : 1)] as const)
const factsOf = (...days: Days): readonly string[] => leeches(foldDays(links, ...days), links).map((leech) => leech.fact)

describe('leeches', () => {
  test('are the facts lost six times, the most lost first', () => {
    expect(factsOf(...lost('ns/pid', 6), ...lost('ns/mount', 5), ...lost('ns/net', 8))).toEqual(['ns/net', 'ns/pid'])
  })

  test('are let back, and come again after three more', () => {
    expect(factsOf(...lost('ns/pid', 6), [30, released('ns/pid')])).toEqual([])
    const again = lost('ns/pid', 3).map(([day, ...acts]) => [day + 31, ...acts] as const)
    expect(factsOf(...lost('ns/pid', 6), [30, released('ns/pid')], ...again.slice(0, 4))).toEqual([])
    expect(factsOf(...lost('ns/pid', 6), [30, released('ns/pid')], ...again)).toEqual(['ns/pid'])
  })

  test('tell what to do about them: the section of the fact, its items, what it is taken for in either direction', () => {
    const [leech] = leeches(foldDays(links, ...lost('ns/pid', 7)), links)
    expect(leech).toMatchObject({ fact: 'ns/pid', section: 'ns/s', memory: { lapses: 7 } })
    expect(leech?.items.map((item) => item.id)).toEqual(['ns/pid', 'ns/which'])
    expect(leech?.confusable.toSorted()).toEqual(['caps/bound', 'ns/net'])
    const [other] = leeches(foldDays(links, ...lost('ns/mount', 6)), links)
    expect(other).toMatchObject({ section: 'ns/u', confusable: [fact('ns/net')] })
  })

  test('are none once all their items are set aside', () => {
    const [leech] = leeches(foldDays(links, ...lost('ns/pid', 6), [40, suspended('ns/pid')]), links)
    expect(leech?.items.map((item) => item.id)).toEqual(['ns/which'])
    expect(factsOf(...lost('ns/pid', 6), [40, suspended('ns/pid'), suspended('ns/which')])).toEqual([])
  })
})
