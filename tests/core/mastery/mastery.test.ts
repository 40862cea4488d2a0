import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOf } from '../../../src/core/history/links.ts'
import { addEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { topicId } from '../../../src/core/ids.ts'
import { factsIn, mastery, masteryEvidence } from '../../../src/core/mastery/mastery.ts'
import { factTier, tiers, topicEvidence } from '../../../src/core/mastery/topicEvidence.ts'
import { recallNow } from '../../../src/core/schedule/dueDays.ts'
import { links as small, logs } from '../../helpers/arbitraries.ts'
import { fact, linksFor, section } from '../../helpers/catalogue.ts'
import { answered, type Days, foldDays, noon, read, reviewed } from '../../helpers/events.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const large = linksOf(largeCatalogue())
const links = linksFor({
  ns: [
    { id: 'a', kind: 'term' },
    { id: 'a-asked', kind: 'choice', fact: 'ns/a' },
    { id: 'b', kind: 'card' },
    { id: 'c', kind: 'choice', section: 't' },
    { id: 'do', kind: 'exercise', fact: 'ns/b', section: 't' },
  ],
  caps: [{ id: 'bound' }],
})
const ns = factsIn({ kind: 'topic', topic: topicId('ns') }, links)
const masteryOn = (day: number, ...days: Days) => mastery(ns, foldDays(links, ...days), links, noon(day))

describe('mastery', () => {
  test('of nothing done is nothing, though some may be known', () => {
    const { held, low, high, level, counts, facts } = masteryOn(0)
    expect([facts, held, low, level, counts.none]).toEqual([3, 0, 0, 'none', 3])
    expect(high).toBeGreaterThan(0.3)
    expect(mastery([], emptyProgress, links, noon(0))).toMatchObject({ facts: 0, held: 0, low: 0, high: 0, level: 'none' })
  })

  test('is the mean recall over the facts; what was never asked counts nothing', () => {
    const progress = foldDays(links, [0, reviewed('ns/a'), reviewed('ns/b', 4)])
    const recalls = ['ns/a', 'ns/b'].map((id) => {
      const memory = progress.facts.get(fact(id))
      return memory === undefined ? Number.NaN : recallNow(memory, noon(9), null)
    })
    expect(mastery(ns, progress, links, noon(9)).held).toBeCloseTo(((recalls[0] ?? 0) + (recalls[1] ?? 0)) / 3, 10)
    expect(mastery(ns, progress, links, noon(0)).held).toBeCloseTo(2 / 3, 10)
  })

  test('counts what was only recognised less a guess', () => {
    expect(masteryOn(0, [0, answered('ns/c')]).held).toBeCloseTo((1 - 0.8 / 4) / 3, 10)
    expect(masteryOn(0, [0, answered('ns/a-asked')]).held).toBeCloseTo((1 - 0.8 / 4) / 3, 10)
    expect(masteryOn(0, [0, answered('ns/a-asked'), reviewed('ns/a')]).held).toBeCloseTo(1 / 3, 10)
  })

  test('stays within its range, and its counts add up, on any history', () => {
    fc.assert(
      fc.property(logs, fc.nat(400), (log, day) => {
        const progress = foldProgress(log, small)
        for (const scope of [{ kind: 'all' } as const, { kind: 'topic', topic: topicId('ns') } as const]) {
          const { facts, held, low, high, counts } = mastery(factsIn(scope, small), progress, small, noon(day))
          const ordered = [0, low, held, high, 1]
          expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(facts)
        }
      }),
    )
  })

  test('never rises by waiting', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 13, max: 400 }), fc.integer({ min: 1, max: 400 }), (log, day, later) => {
        const progress = foldProgress(log, small)
        const facts = factsIn({ kind: 'all' }, small)
        const [now, then] = [day, day + later].map((on) => mastery(facts, progress, small, noon(on)))
        for (const tier of tiers.slice(1)) {
          const atLeast = (of: typeof now) => tiers.slice(tiers.indexOf(tier)).reduce((sum, each) => sum + (of?.counts[each] ?? 0), 0)
          expect(atLeast(then)).toBeLessThanOrEqual(atLeast(now))
        }
        expect(tiers.indexOf(then?.level ?? 'none')).toBeLessThanOrEqual(tiers.indexOf(now?.level ?? 'none'))
        expect(then?.held).toBeLessThanOrEqual((now?.held ?? Number.NaN) + 1e-9)
      }),
    )
  })

  test('does not fall by a right answer at the same moment', () => {
    const facts = factsIn({ kind: 'all' }, links)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...links.items.keys()), fc.constantFrom(1, 3), fc.nat(9)), { maxLength: 20 }),
        (drawn) => {
          const days = drawn.toSorted((a, b) => a[2] - b[2]).map(([id, grade, day]) => [day, reviewed(id, grade)] as const)
          for (const id of links.items.keys()) {
            const before = mastery(facts, foldDays(links, ...days), links, noon(12))
            const after = mastery(facts, foldDays(links, ...days, [12, reviewed(id)]), links, noon(12))
            expect(after.held).toBeGreaterThanOrEqual(before.held - 1e-9)
            expect(tiers.indexOf(after.level)).toBeGreaterThanOrEqual(tiers.indexOf(before.level))
          }
        },
      ),
    )
  })
})

describe('the level', () => {
  const recalledTwo = [reviewed('ns/a'), reviewed('ns/b')]
  test.each<[string, Days, string]>([
    ['another topic read', [[0, read('caps/s')]], 'none'],
    ['all read', [[0, read('ns/s'), read('ns/t')]], 'read'],
    ['two of three recognised', [[0, answered('ns/a-asked'), answered('ns/c')]], 'recognised'],
    ['one recalled and one recognised', [[0, reviewed('ns/b'), answered('ns/c')]], 'recognised'],
    ['two of three recalled', [[0, ...recalledTwo]], 'recalled'],
    ['recalled and done on one day', [[0, ...recalledTwo, answered('ns/do')]], 'recalled'],
    [
      'recalled, and done on the next day',
      [
        [0, ...recalledTwo],
        [1, answered('ns/do')],
      ],
      'done',
    ],
    [
      'done, and recalled on the next day',
      [
        [0, answered('ns/do')],
        [1, ...recalledTwo],
      ],
      'done',
    ],
    [
      'recalled on two days, on the second also done',
      [
        [0, ...recalledTwo],
        [1, reviewed('ns/a'), answered('ns/do')],
      ],
      'done',
    ],
    [
      'done on two days, recalled on the second',
      [
        [0, answered('ns/do')],
        [1, ...recalledTwo, answered('ns/do')],
      ],
      'done',
    ],
    [
      'done, and then done wrong',
      [
        [0, ...recalledTwo],
        [1, answered('ns/do')],
        [2, answered('ns/do', 'wrong')],
      ],
      'none',
    ],
    ['choices alone, however often', [0, 1, 3, 7].map((day) => [day, answered('ns/a-asked'), answered('ns/c')] as const), 'recognised'],
    [
      'done alone',
      [
        [0, answered('ns/do')],
        [1, answered('ns/do')],
      ],
      'none',
    ],
  ])('of %s', (_, days, level) => {
    expect(masteryOn(2, ...days).level).toBe(level)
  })

  test('falls as memory fades', () => {
    const days: Days = [
      [0, read('ns/s'), read('ns/t'), ...recalledTwo],
      [1, answered('ns/do')],
    ]
    expect([1, 2000].map((day) => masteryOn(day, ...days).level)).toEqual(['done', 'read'])
  })
})

describe('the facts behind a number', () => {
  test('are those of the scope, the least held first, with their items and last answers', () => {
    const progress = foldDays(links, [0, reviewed('ns/b'), answered('ns/c', 'wrong')])
    const evidence = masteryEvidence(ns, progress, links, noon(0))
    expect(evidence.map((each) => [each.fact, each.tier, each.recall === null])).toEqual([
      ['ns/a', 'none', true],
      ['ns/c', 'none', false],
      ['ns/b', 'recalled', false],
    ])
    expect(evidence[2]?.items.map(({ item, history }) => [item.id, history?.answers ?? 0])).toEqual([
      ['ns/b', 1],
      ['ns/do', 0],
    ])
    expect(evidence[1]?.memory?.lastGrade).toBe(1)
  })

  test('add up to the number, and have the tier that the meter counts', () => {
    fc.assert(
      fc.property(logs, fc.nat(60), (log, day) => {
        const progress = foldProgress(log, small)
        for (const topic of small.topics.values()) {
          const facts = factsIn({ kind: 'topic', topic: topic.id }, small)
          const evidence = masteryEvidence(facts, progress, small, noon(day))
          const { held, counts } = mastery(facts, progress, small, noon(day))
          expect(evidence.reduce((sum, each) => sum + each.held, 0) / facts.length).toBeCloseTo(held, 10)
          expect(counts).toEqual(topicEvidence(topic, progress, small, noon(day)))
          for (const each of evidence) expect(each.tier).toBe(factTier(each.fact, progress, small, noon(day)))
        }
      }),
    )
  })
})

test('each fact lies in one section, one topic and one area', () => {
  const all = factsIn({ kind: 'all' }, large).toSorted()
  const areas = new Set([...large.topics.values()].map(({ area }) => area))
  const sections = [...large.topics.values()].flatMap((topic) => topic.sections)
  expect([...areas].flatMap((area) => factsIn({ kind: 'area', area }, large)).toSorted()).toEqual(all)
  expect([...large.topics.keys()].flatMap((topic) => factsIn({ kind: 'topic', topic }, large)).toSorted()).toEqual(all)
  expect(sections.flatMap(({ id }) => factsIn({ kind: 'section', section: id }, large)).toSorted()).toEqual(all)
  expect(factsIn({ kind: 'section', section: section('ns/t') }, links)).toEqual(['ns/c'])
})

test('mastery is the same in whatever order the events arrive', () => {
  fc.assert(
    fc.property(logs, fc.nat(60), (log, day) => {
      const facts = factsIn({ kind: 'all' }, small)
      const reversed = log.toReversed().reduce((progress, event) => addEvents(progress, [event], small), emptyProgress)
      expect(mastery(facts, reversed, small, noon(day))).toEqual(mastery(facts, foldProgress(log, small), small, noon(day)))
    }),
  )
})
