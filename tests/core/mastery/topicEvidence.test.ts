import { describe, expect, test } from 'vitest'
import type { ItemKind } from '../../../src/core/content/types.ts'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { topicId } from '../../../src/core/ids.ts'
import { factTier, type Tier, tiers, topicEvidence } from '../../../src/core/mastery/topicEvidence.ts'
import { recallNow } from '../../../src/core/schedule/dueDays.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, type Days, foldDays, noon, read, reviewed } from '../../helpers/events.ts'

const links = linksFor({
  ns: [
    { id: 'pid', kind: 'term' },
    { id: 'which', kind: 'choice', fact: 'ns/pid', section: 'quiz' },
    { id: 'type', kind: 'fill', fact: 'ns/pid', section: 'quiz' },
    { id: 'do', kind: 'exercise', fact: 'ns/pid', section: 'quiz' },
    { id: 'both', kind: 'choice', supports: ['ns/pid'], section: 'quiz' },
  ],
  caps: [{ id: 'bound' }],
})
const tierAt = (day: number, ...days: Days): Tier => factTier(fact('ns/pid'), foldDays(links, ...days), links, noon(day))

describe('factTier', () => {
  test.each<[string, readonly StudyAct[], Tier]>([
    ['nothing done', [], 'none'],
    ['section read', [read('ns/s')], 'read'],
    ['only the section of another item of the fact was read', [read('ns/quiz')], 'read'],
    ['another topic read', [read('caps/s')], 'none'],
    ['right choice: recognised and no more', [answered('ns/which')], 'recognised'],
    ['card known', [reviewed('ns/pid', 3)], 'recalled'],
    ['card known with effort', [reviewed('ns/pid', 2)], 'recalled'],
    ['typed answer right', [answered('ns/type')], 'recalled'],
    ['exercise right', [answered('ns/do')], 'done'],
    ['half right exercise', [answered('ns/do', 'partly')], 'none'],
    ['recalled after it was done does not weaken', [answered('ns/do'), reviewed('ns/pid')], 'done'],
    ['recalled after it was recognised', [answered('ns/which'), reviewed('ns/pid')], 'recalled'],
    ['recognised after it was recalled does not weaken', [reviewed('ns/pid'), answered('ns/which')], 'recalled'],
    ['half right choice', [answered('ns/which', 'partly')], 'none'],
    ['wrong choice', [answered('ns/which', 'wrong')], 'none'],
    ['wrong choice on a section that was read', [read('ns/s'), answered('ns/which', 'wrong')], 'read'],
    ['Again', [reviewed('ns/pid', 1)], 'none'],
    ['wrong first, right later the same day', [read('ns/s'), reviewed('ns/pid', 1), reviewed('ns/pid', 3)], 'read'],
    ['right first, the same item wrong later the same day', [reviewed('ns/pid', 3), reviewed('ns/pid', 1)], 'none'],
    ['typed wrong and chosen right: the choice still stands', [answered('ns/which'), answered('ns/type', 'wrong')], 'recognised'],
    ['an item that merely needs it was right: no evidence of its own', [answered('ns/both')], 'none'],
    ['leafed through only', [reviewed('ns/pid', 4, 'flashcards')], 'none'],
  ])('%s', (_, acts, tier) => {
    expect(tierAt(0, [0, ...acts])).toBe(tier)
  })

  test('falls back to read once recall has fallen below 70 %, not before', () => {
    const progress = foldDays(links, [0, read('ns/s'), reviewed('ns/pid', 3)])
    const memory = progress.facts.get(fact('ns/pid'))
    const days = Array.from({ length: 200 }, (_, day) => day)
    const recalls = days.map((day) => (memory === undefined ? 0 : recallNow(memory, noon(day), null)))
    const falls = recalls.findIndex((recall) => recall < 0.7)
    expect(falls).toBeGreaterThan(20)
    expect(days.map((day) => factTier(fact('ns/pid'), progress, links, noon(day)))).toEqual(
      days.map((day) => (day < falls ? 'recalled' : 'read')),
    )
  })

  test('comes back with the next success and goes with the next Again', () => {
    expect(tierAt(100, [0, reviewed('ns/pid')], [100, reviewed('ns/pid')])).toBe('recalled')
    expect(tierAt(5, [0, reviewed('ns/pid', 4)], [5, reviewed('ns/pid', 1)])).toBe('none')
    expect(tierAt(5, [0, reviewed('ns/pid', 4)], [5, answered('ns/which', 'wrong')])).toBe('none')
  })

  test.each<[ItemKind, Tier]>([
    ['term', 'recalled'],
    ['cloze', 'recalled'],
    ['card', 'recalled'],
    ['fill', 'recalled'],
    ['order', 'recalled'],
    ['choice', 'recognised'],
    ['match', 'recognised'],
    ['exercise', 'done'],
  ])('a right %s shows that the fact is %s', (kind, tier) => {
    const one = linksFor({ ns: [{ id: 'pid', kind }] })
    expect(factTier(fact('ns/pid'), foldDays(one, [0, answered('ns/pid')]), one, noon(0))).toBe(tier)
  })
})

describe('topicEvidence', () => {
  test('counts each fact once, by its strongest evidence', () => {
    const many = linksFor({
      ns: [
        { id: 'a' },
        { id: 'a.reverse', fact: 'ns/a' },
        { id: 'b', kind: 'choice' },
        { id: 'b2', kind: 'fill', fact: 'ns/b' },
        { id: 'c', section: 't' },
        { id: 'd' },
        { id: 'e', kind: 'match' },
        { id: 'f', kind: 'exercise' },
        { id: 'f2', fact: 'ns/f' },
      ],
    })
    const topic = many.topics.get(topicId('ns'))
    const progress = foldDays(many, [0, read('ns/s'), reviewed('ns/a'), answered('ns/b'), answered('ns/e'), answered('ns/f')])
    const counts = topic === undefined ? {} : topicEvidence(topic, progress, many, noon(0))
    expect(counts).toEqual({ none: 1, read: 1, recognised: 2, recalled: 1, done: 1 })
  })

  test('names every tier, the weakest first', () => {
    const topic = links.topics.get(topicId('caps'))
    const counts = topic === undefined ? {} : topicEvidence(topic, foldDays(links), links, noon(0))
    expect(counts).toEqual({ none: 1, read: 0, recognised: 0, recalled: 0, done: 0 })
    expect(Object.keys(counts)).toEqual([...tiers])
  })
})
