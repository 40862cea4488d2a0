import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { confusionPairs } from '../../../src/core/mastery/confusionPairs.ts'
import { links as small, logs } from '../../helpers/arbitraries.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, type Days, foldDays, reset, reviewed } from '../../helpers/events.ts'

const links = linksFor({
  caps: [{ id: 'bound' }, { id: 'effective' }, { id: 'ask', kind: 'choice', fact: 'caps/effective' }, { id: 'ambient', kind: 'choice' }],
  ns: [{ id: 'unshare', kind: 'fill' }, { id: 'nsenter' }],
})
const takes = (id: string, given: string, verdict: 'wrong' | 'partly' | 'correct' = 'wrong') =>
  answered(id, verdict, undefined, { tookFor: fact(given) })
const pairsOf = (...days: Days) => confusionPairs(foldDays(links, ...days), links)

describe('confusionPairs', () => {
  test('add both directions, the more frequent one first', () => {
    const [pair, ...others] = pairsOf(
      [0, takes('caps/ask', 'caps/ambient'), takes('caps/ambient', 'caps/effective', 'partly')],
      [1, takes('caps/ask', 'caps/ambient')],
    )
    expect(others).toEqual([])
    expect(pair).toMatchObject({ facts: ['caps/ambient', 'caps/effective'], count: 3, resolved: false })
    expect(pair?.directions.map(({ asked, given, count }) => [asked, given, count])).toEqual([
      ['caps/effective', 'caps/ambient', 2],
      ['caps/ambient', 'caps/effective', 1],
    ])
    expect(pair?.lastAt).toBe(pair?.directions[0]?.lastAt)
  })

  test('leave out right answers, a fact taken for itself, and what is not taught', () => {
    const said = [
      takes('caps/ask', 'caps/bound', 'correct'),
      takes('caps/ask', 'caps/effective'),
      takes('caps/ask', 'caps/gone'),
      takes('caps/gone', 'caps/bound'),
      answered('caps/ask', 'wrong'),
    ]
    expect(pairsOf([0, ...said])).toEqual([])
  })

  test('are resolved once the first answer of a later day is right, and not before', () => {
    const confused = [0, takes('caps/ask', 'caps/bound')] as const
    const resolved = (...days: Days) => pairsOf(confused, ...days).map((pair) => pair.resolved)
    expect(resolved([0, answered('caps/ask')])).toEqual([false])
    expect(resolved([1, reviewed('caps/effective', 1), reviewed('caps/effective')])).toEqual([false])
    expect(resolved([1, reviewed('caps/bound')])).toEqual([false])
    expect(resolved([1, reviewed('caps/effective')])).toEqual([true])
    expect(resolved([1, reviewed('caps/effective')], [2, takes('caps/ask', 'caps/bound')])).toEqual([false])
  })

  test('are not resolved by what was partly right, guessed or hard', () => {
    const resolved = (...days: Days) => pairsOf([0, takes('caps/ask', 'caps/bound')], ...days).map((pair) => pair.resolved)
    expect(resolved([1, answered('caps/ask', 'partly')])).toEqual([false])
    expect(resolved([1, answered('caps/ask', 'correct', undefined, { confidence: 'guess' })])).toEqual([false])
    expect(resolved([1, answered('caps/ask', 'partly')], [4, answered('caps/ask')])).toEqual([true])
  })

  test('are forgotten with the memory of what was asked, and kept where that was given for another', () => {
    const both = [0, takes('caps/ask', 'caps/ambient'), takes('caps/ambient', 'caps/effective')] as const
    const resolved = [1, answered('caps/ask'), answered('caps/ambient')] as const
    const [pair, ...others] = pairsOf(both, resolved, [2, reset('caps/effective')])
    expect(others).toEqual([])
    expect(pair).toMatchObject({ resolved: true, count: 1, directions: [{ asked: 'caps/ambient', given: 'caps/effective' }] })
    expect(pairsOf(both, resolved, [2, reset('caps/effective', 'caps/ambient')])).toEqual([])
  })

  test('are not resolved while one of two directions is not', () => {
    const both = [0, takes('caps/ask', 'caps/ambient'), takes('caps/ambient', 'caps/effective')] as const
    expect(pairsOf(both, [1, answered('caps/ask')])[0]?.resolved).toBe(false)
    expect(pairsOf(both, [1, answered('caps/ask'), answered('caps/ambient')])[0]?.resolved).toBe(true)
  })

  test('begin with the unresolved, then the strongest: a confusion counts half after four weeks', () => {
    const order = (...days: Days) => pairsOf(...days).map(({ directions }) => directions[0]?.asked)
    const often = [takes('caps/ask', 'caps/bound'), takes('caps/ask', 'caps/bound'), takes('caps/ask', 'caps/bound')]
    const once = takes('ns/unshare', 'ns/nsenter')
    expect(order([0, ...often], [40, once])).toEqual(['caps/effective', 'ns/unshare'])
    expect(order([0, ...often], [50, once])).toEqual(['ns/unshare', 'caps/effective'])
    expect(order([0, ...often, once], [1, answered('caps/ask')])).toEqual(['ns/unshare', 'caps/effective'])
  })

  test('hold each pair once, with its directions, on any history', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = foldProgress(log, small)
        const pairs = confusionPairs(progress, small)
        expect(new Set(pairs.map(({ facts }) => facts.join(' '))).size).toBe(pairs.length)
        for (const { facts, count, directions } of pairs) {
          expect(facts[0] < facts[1]).toBe(true)
          expect(directions.reduce((sum, each) => sum + each.count, 0)).toBe(count)
        }
        const counted = [...progress.confusions.values()].flatMap((own) => [...own.values()]).reduce((sum, { count }) => sum + count, 0)
        expect(pairs.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(counted)
      }),
    )
  })
})
