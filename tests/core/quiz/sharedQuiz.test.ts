import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realContent } from '../../helpers/realContent.ts'
import { isCardKind } from '../../../src/core/content/types.ts'
import { itemId, topicId } from '../../../src/core/ids.ts'
import { packItems, parseSharedQuiz, takeShared } from '../../../src/core/quiz/sharedQuiz.ts'
import { item, linksFor } from '../../helpers/catalogue.ts'

const kebab = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}$/)
const ids = fc.tuple(fc.constantFrom('ns', 'cgroups-v2', 'x'), kebab).map(([topic, local]) => itemId(topicId(topic), local))
const quizzes = fc.uniqueArray(ids, { minLength: 1, maxLength: 60 })
const seeds = fc.integer({ min: 0, max: 0xffffffff })

describe('a quiz in a link', () => {
  test('arrives as it was, its items in their order and its seed', () => {
    fc.assert(
      fc.property(quizzes, seeds, (items, seed) => {
        expect(parseSharedQuiz(packItems(items), String(seed))).toEqual({ items, seed })
      }),
    )
  })

  test('needs nothing escaped in an address', () => {
    fc.assert(fc.property(quizzes, (items) => void expect(encodeURIComponent(packItems(items))).toBe(packItems(items))))
  })

  test('says a topic once for all of its items that follow', () => {
    expect(packItems(['ns/pid', 'ns/net', 'caps/set', 'ns/uts'].map(item))).toBe('ns_pid.net.caps_set.ns_uts')
  })

  test('of every question of the real content fits', async () => {
    const { catalogue } = await realContent()
    const questions = catalogue.topics.flatMap((topic) => topic.items).filter(({ kind }) => !isCardKind(kind))
    for (const { id } of questions) expect(parseSharedQuiz(packItems([id]), '7')?.items).toEqual([id])
    // Forty of one topic after the other: what the builder offers at most.
    expect(packItems(questions.slice(0, 40).map(({ id }) => id)).length).toBeLessThan(1500)
  })

  test.each([
    ['without items', null, '7'],
    ['without a seed', 'ns_pid', null],
    ['with no items', '', '7'],
    ['cut off in the middle', 'ns_pid.', '7'],
    ['with an item of no topic', 'pid', '7'],
    ['with a seed that is no number', 'ns_pid', '7a'],
    ['with a seed too large', 'ns_pid', '4294967296'],
    ['with a negative seed', 'ns_pid', '-1'],
    ['with other signs', 'ns_<b>', '7'],
    ['longer than any quiz', packItems(Array.from({ length: 201 }, (_, n) => item(`ns/q${n}`))), '7'],
  ])('is none %s', (_, items, seed) => {
    expect(parseSharedQuiz(items, seed)).toBeUndefined()
  })

  test('of any text is a quiz or none, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (items, seed) => {
        parseSharedQuiz(items, seed)
      }),
    )
  })

  test('asks what is still taught in the order of the link, and counts the rest', () => {
    const links = linksFor({ ns: [{ id: 'pid', kind: 'choice' }, { id: 'net', kind: 'fill' }, { id: 'card' }] })
    const { items, gone } = takeShared({ items: ['ns/net', 'ns/gone', 'ns/card', 'ns/pid'].map(item), seed: 1 }, links)
    expect(items.map(({ id }) => String(id))).toEqual(['ns/net', 'ns/pid'])
    expect(gone).toBe(2)
  })
})
