import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TopicStub } from '../../src/core/content/types.ts'
import { foldProgress, settleTail } from '../../src/core/history/progress.ts'
import { isSnapshot, linksStamp, snapshotOf } from '../../src/storage/snapshot.ts'
import { sumOf } from '../../src/storage/sum.ts'
import { links, logs } from '../helpers/arbitraries.ts'
import { type ItemSketch, linksFor } from '../helpers/catalogue.ts'

describe('linksStamp', () => {
  const stampOf = (...items: readonly ItemSketch[]): number => linksStamp(linksFor({ ns: items }))
  const plain = stampOf({ id: 'pid' }, { id: 'mount' })

  it.each<[string, readonly ItemSketch[]]>([
    ['an item more', [{ id: 'pid' }, { id: 'mount' }, { id: 'net' }]],
    ['an item less', [{ id: 'pid' }]],
    ['an item that asks another fact', [{ id: 'pid' }, { id: 'mount', fact: 'ns/pid' }]],
    ['an item that needs a fact', [{ id: 'pid' }, { id: 'mount', supports: ['ns/pid'] }]],
    ['an item in another section', [{ id: 'pid' }, { id: 'mount', section: 't' }]],
    ['an item of another kind', [{ id: 'pid' }, { id: 'mount', kind: 'choice' }]],
  ])('differs with %s', (_, items) => {
    expect(stampOf(...items)).not.toBe(plain)
  })

  it('differs with the area of a topic, and not with the order of the items nor with what the fold does not read', () => {
    expect(stampOf({ id: 'mount' }, { id: 'pid' })).toBe(plain)
    const { topics, ...rest } = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }] })
    const inTopics = (change: Partial<TopicStub>) => new Map([...topics].map(([id, topic]) => [id, { ...topic, ...change }]))
    const renamed = { ...rest, topics: inTopics({ title: { ja: '別名', en: 'renamed' }, weight: 9 }), itemsOfFact: new Map() }
    expect(linksStamp(renamed)).toBe(plain)
    expect(linksStamp({ ...rest, topics: inTopics({ area: 'elsewhere' }) })).not.toBe(plain)
  })
})

describe('a snapshot', () => {
  it('is known again after it was stored, and not for another catalogue', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = settleTail(foldProgress(log, links), links, { events: 2, ms: 0 })
        if (progress.base === null) return
        const kept: unknown = structuredClone(snapshotOf(progress.base, progress, { links: 5, place: 9, unread: [] }))
        expect(isSnapshot(kept, 5)).toBe(true)
        expect(isSnapshot(kept, 6)).toBe(false)
        if (isSnapshot(kept, 5)) expect(kept.base).toEqual(progress.base)
      }),
    )
  })

  it('is nothing else', () => {
    fc.assert(fc.property(fc.anything({ withMap: true }), (any) => !isSnapshot(any, 5)))
  })
})

describe('sumOf', () => {
  it('is the same for a copy and differs with any part', () => {
    const value = { facts: new Map([['a', { stability: 1.5, recent: [1, 2] }]]), cut: { at: 5, id: 'x' }, fitted: null }
    expect(sumOf(structuredClone(value))).toBe(sumOf(value))
    const others = [
      { ...value, facts: new Map([['b', { stability: 1.5, recent: [1, 2] }]]) },
      { ...value, facts: new Map([['a', { stability: 1.5000000000000002, recent: [1, 2] }]]) },
      { ...value, facts: new Map([['a', { stability: 1.5, recent: [2, 1] }]]) },
      { ...value, facts: new Map() },
      { ...value, cut: { at: 5, id: 'y' } },
      { ...value, cut: { id: 'x', at: 5 } },
      { ...value, fitted: undefined },
      { ...value, more: 0 },
      { ...value, facts: [['a', { stability: 1.5, recent: [1, 2] }]] },
    ]
    expect(new Set([value, ...others].map(sumOf)).size).toBe(others.length + 1)
  })

  it('seldom is the same by chance', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (a, b) => fc.stringify(a) === fc.stringify(b) || sumOf([a, 1]) !== sumOf([b, 2])))
  })
})
