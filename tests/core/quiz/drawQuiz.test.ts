import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemKind } from '../../../src/core/content/types.ts'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { emptyProgress, type Progress } from '../../../src/core/history/progress.ts'
import { type TopicId, topicId } from '../../../src/core/ids.ts'
import { drawQuiz as drawFrom } from '../../../src/core/quiz/drawQuiz.ts'
import { questionsFor } from '../../../src/core/quiz/quizWish.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type ItemSketch, linksFor } from '../../helpers/catalogue.ts'
import { answered, foldDays, resumed, reviewed, suspended } from '../../helpers/events.ts'

const kinds: readonly ItemKind[] = ['choice', 'fill', 'order', 'match']
const questions = (count: number, prefix = 'q'): ItemSketch[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, kind: kinds[index % kinds.length] ?? 'choice' }))

const links = linksFor({
  ns: [...questions(10), { id: 'term', kind: 'term' }, { id: 'cloze', kind: 'cloze' }, { id: 'card' }],
  caps: [...questions(5), { id: 'card' }],
  empty: [{ id: 'card' }],
})
const [ns, caps, empty] = [topicId('ns'), topicId('caps'), topicId('empty')]
/** Without a wish for a kind or a part. */
const questionsOf = (topics: readonly TopicId[], of: Links, progress = emptyProgress) =>
  questionsFor({ topics, level: null, kind: null, part: 'all' }, progress, of, { at: 0, offsetMin: 0 })
const drawQuiz = (topics: readonly TopicId[], count: number, seed: number, progress: Progress, of: Links) =>
  drawFrom(questionsOf(topics, of, progress), count, seed, progress)
const given = (from: typeof links, ...acts: readonly StudyAct[]): Progress => foldDays(from, [0, ...acts])
const seeds = fc.integer({ min: 0, max: 0xffffffff })
const ids = (items: ReturnType<typeof drawQuiz>): readonly string[] => items.map((item) => item.id)

describe('questionsFor', () => {
  test('are the questions of the topics named, without cards, and nothing for a topic that is not there', () => {
    expect(ids(questionsOf([caps], links))).toEqual(['caps/q0', 'caps/q1', 'caps/q2', 'caps/q3', 'caps/q4'])
    expect(questionsOf([ns, caps], links)).toHaveLength(15)
    expect(questionsOf([empty, topicId('gone')], links)).toEqual([])
  })

  test('name each question once, though a topic is named twice', () => {
    expect(questionsOf([caps, caps], links)).toHaveLength(5)
  })
})

describe('drawQuiz', () => {
  test('draws as many as asked, or all there are, none twice and only from the topics named', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(ns, caps, empty)), fc.integer({ min: 0, max: 20 }), seeds, (topics, count, seed) => {
        const pool = ids(questionsOf(topics, links))
        const drawn = ids(drawQuiz(topics, count, seed, emptyProgress, links))
        expect(drawn).toHaveLength(Math.min(count, pool.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const id of drawn) expect(pool).toContain(id)
      }),
    )
  })

  test('draws the same for the same seed, and differently for another', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(drawQuiz([ns, caps], 5, seed, emptyProgress, links)).toEqual(drawQuiz([ns, caps], 5, seed, emptyProgress, links))
      }),
    )
    const draws = Array.from({ length: 50 }, (_, seed) => ids(drawQuiz([ns, caps], 5, seed, emptyProgress, links)).join())
    expect(new Set(draws).size).toBeGreaterThan(45)
  })

  test('draws every question of the pool at some time, and none much more often than another', () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed += 1) {
      for (const id of ids(drawQuiz([ns, caps], 5, seed, emptyProgress, links))) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    expect(counts.size).toBe(15)
    // 1000 expected for each; the standard deviation is 26.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })

  test('takes those answered least first, wherever and however they were answered', () => {
    const progress = given(links, ...[0, 1, 2, 3, 4, 5].map((index) => answered(`ns/q${index}`, 'wrong')), answered('ns/q0', 'correct'))
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 10 }), (seed, count) => {
        const drawn = new Set(ids(drawQuiz([ns], count, seed, progress, links)))
        for (const id of ['ns/q6', 'ns/q7', 'ns/q8', 'ns/q9']) if (count >= 4) expect(drawn).toContain(id)
        expect(drawn.has('ns/q0')).toBe(count === 10)
      }),
    )
  })

  test('two quizzes in a row share nothing while the pool has enough', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const first = ids(drawQuiz([ns], 5, seed, emptyProgress, links))
        const second = ids(drawQuiz([ns], 5, other, given(links, ...first.map((id) => answered(id))), links))
        expect(second.filter((id) => first.includes(id))).toEqual([])
      }),
    )
  })

  test('never draws what was set aside, and draws it again once taken up', () => {
    const aside = given(links, suspended('caps/q1'), suspended('caps/q2'))
    const back = given(links, suspended('caps/q1'), suspended('caps/q2'), resumed('caps/q2'))
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(ids(drawQuiz([caps], 5, seed, aside, links)).toSorted()).toEqual(['caps/q0', 'caps/q3', 'caps/q4'])
        expect(ids(drawQuiz([caps], 5, seed, back, links))).toContain('caps/q2')
      }),
    )
  })

  test('asks one fact twice only when the pool has nothing else', () => {
    const twins = linksFor({
      ns: [...questions(4), ...questions(4, 'twin').map((sketch, index) => ({ ...sketch, fact: `ns/q${index}` }))],
    })
    // Even where the twins were answered least, no fact comes twice before each has come once.
    const progress = given(twins, ...[0, 1, 2, 3].map((index) => answered(`ns/q${index}`)), reviewed('ns/q0'))
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 8 }), (seed, count) => {
        const drawn = drawQuiz([ns], count, seed, progress, twins)
        for (const quiz of [drawn, drawQuiz([ns], count, seed, emptyProgress, twins)]) {
          expect(new Set(quiz.map((item) => item.fact)).size).toBe(Math.min(4, count))
          expect(quiz).toHaveLength(count)
        }
        if (count === 4) expect(ids(drawn).every((id) => id.startsWith('ns/twin'))).toBe(true)
      }),
    )
  })

  test('asks what was never answered before the rest when that is wanted, the same questions in an order that varies', () => {
    const progress = given(links, ...[0, 1, 2].map((index) => answered(`caps/q${index}`)))
    fc.assert(
      fc.property(seeds, (seed) => {
        const pool = questionsOf([caps], links, progress)
        const drawn = ids(drawFrom(pool, 4, seed, progress, { unseenFirst: true }))
        expect(drawn.slice(0, 2).toSorted()).toEqual(['caps/q3', 'caps/q4'])
        expect(drawn.toSorted()).toEqual(ids(drawFrom(pool, 4, seed, progress)).toSorted())
      }),
    )
    const first = Array.from(
      { length: 20 },
      (_, seed) => ids(drawFrom(questionsOf([caps], links), 5, seed, progress, { unseenFirst: true }))[0],
    )
    expect(new Set(first)).toEqual(new Set(['caps/q3', 'caps/q4']))
  })

  test('does not give away by its place which question was answered least', () => {
    const progress = given(links, ...[1, 2, 3, 4].map((index) => answered(`caps/q${index}`)))
    const places = Array.from({ length: 200 }, (_, seed) => ids(drawQuiz([caps], 5, seed, progress, links)).indexOf('caps/q0'))
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3, 4]))
  })
})
