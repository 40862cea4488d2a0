import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { isLive, retractionsOf } from '../../../src/core/history/undo.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import { fact, item } from '../../helpers/catalogue.ts'
import { answered, createDiary, dayZero, retracted, reviewed } from '../../helpers/events.ts'

const fold = (...events: readonly StudyEvent[]) => foldProgress(events, links)
const took = (id: string, given: string, verdict: 'correct' | 'partly' | 'wrong' = 'wrong') =>
  answered(id, verdict, undefined, { tookFor: fact(given) })

describe('confusions', () => {
  const log = createDiary()
  const first = log(0, took('ns/type', 'ns/pid'))
  const second = log(1, took('ns/type', 'ns/pid', 'partly'))

  test('count, by the fact that was asked, what was given in its place', () => {
    const other = log(1, took('ns/type', 'caps/bound'))
    expect(fold(first, second, other).confusions).toEqual(
      new Map([
        [
          fact('ns/mount'),
          new Map([
            [fact('ns/pid'), { count: 2, lastAt: second.at }],
            [fact('caps/bound'), { count: 1, lastAt: other.at }],
          ]),
        ],
      ]),
    )
  })

  test('do not hear of right answers, repeats, retired items, facts no longer taught and a fact taken for itself', () => {
    const events = [
      log(0, took('ns/type', 'ns/pid', 'correct')),
      { ...log(0, took('ns/type', 'ns/pid')), repeat: true as const },
      log(0, took('ns/retired', 'ns/pid')),
      log(0, took('ns/type', 'ns/mount')),
      log(0, took('ns/type', 'gone/also')),
    ]
    expect(fold(...events).confusions).toEqual(new Map())
  })

  test('that are taken back are forgotten', () => {
    expect(fold(first, second, log(2, retracted(second.id))).confusions).toEqual(fold(first).confusions)
  })
})

describe('calibration', () => {
  test('counts the answers given with each confidence, and the right ones, repeats aside', () => {
    fc.assert(
      fc.property(logs, (events) => {
        const retractions = retractionsOf(events)
        const counts = { sure: { right: 0, all: 0 }, unsure: { right: 0, all: 0 }, guess: { right: 0, all: 0 } }
        for (const event of events) {
          if (event.kind !== 'answered' || event.confidence === undefined || !isLive(event.id, retractions)) continue
          if (!links.items.has(event.item)) continue
          counts[event.confidence].all += 1
          if (event.verdict === 'correct') counts[event.confidence].right += 1
        }
        expect(fold(...events).calibration).toEqual(counts)
      }),
    )
    const log = createDiary()
    const repeated = { ...log(0, answered('ns/type', 'correct', undefined, { confidence: 'sure' })), repeat: true as const }
    expect(fold(repeated).calibration.sure.all).toBe(0)
  })
})

describe('the last answers of an item', () => {
  const log = createDiary()
  const historyOf = (...events: readonly StudyEvent[]) => fold(...events).items.get(item('ns/type'))
  const right = (day: number) => log(day, answered('ns/type'))
  const wrong = (day: number) => log(day, answered('ns/type', 'wrong'))

  test('keep how sure the last one was, and no longer how sure the one before', () => {
    const sure = log(0, answered('ns/type', 'wrong', undefined, { confidence: 'sure' }))
    expect(historyOf(sure)?.last).toEqual({ verdict: 'wrong', confidence: 'sure' })
    expect(historyOf(sure, right(1))?.last).toEqual({ verdict: 'correct', confidence: null })
  })

  test('are right since the day on which the right ones began', () => {
    const since = (...events: readonly StudyEvent[]) => {
      const history = historyOf(...events)
      return [history?.rightSince, history?.lastDay].map((day) => (day == null ? day : day - dayZero))
    }
    expect(since(right(1), right(1), right(4))).toEqual([1, 4])
    expect(since(right(1), wrong(4))).toEqual([null, 4])
    expect(since(right(1), wrong(4), right(5), right(9))).toEqual([5, 9])
    expect(since(right(1), log(3, reviewed('ns/type', 1, 'flashcards')))).toEqual([1, 1])
  })
})
