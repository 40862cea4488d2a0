import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { addEvents, compareEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { eventId } from '../../../src/core/ids.ts'
import { answersSoFar, enoughAnswers, questionsOfTopics, readiness } from '../../../src/core/mastery/readiness.ts'
import { expectedOf, expectedOfExam, topicStandings } from '../../../src/core/mastery/topicStanding.ts'
import { studyDay } from '../../../src/core/time.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, examAnswered, examStarted, foldDays, handedIn, noon, reviewed, suspended } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { literalScores, literalTopics } from './literalEstimates.ts'

const large = linksOf(largeCatalogue())
const sixQuestions = linksFor(
  {
    ns: [{ id: 'a', kind: 'choice' }, { id: 'b', kind: 'choice' }, { id: 'c', kind: 'fill' }, { id: 'd' }],
    caps: [
      { id: 'a', kind: 'choice' },
      { id: 'b', kind: 'fill' },
      { id: 'c', kind: 'choice' },
    ],
    cards: [{ id: 'a' }],
  },
  { ns: 3 },
)
const fifty = Array.from({ length: 50 }, () => reviewed('ns/d'))

/** The first score that at least this share of the chance does not exceed. */
const quantileOf = (scores: readonly number[], share: number): number => {
  let sum = 0
  return scores.findIndex((p) => {
    sum += p
    return sum > share
  })
}

describe('readiness', () => {
  test('shows no number below 50 answers of items that are taught', () => {
    expect(enoughAnswers).toBe(fifty.length)
    const estimated = (...acts: readonly StudyAct[]) => readiness(foldDays(sixQuestions, [0, ...acts]), sixQuestions, noon(1), 1)
    expect(estimated(...fifty.slice(1))).toBeNull()
    expect(estimated(...fifty.slice(1), reviewed('ns/gone'), reviewed('ns/a', 3, 'flashcards'))).toBeNull()
    expect(estimated(...fifty)).toMatchObject({ answers: 50, mocks: 0 })
  })

  test('is of a mock of 60 questions, or of as many as there are facts to ask', () => {
    expect(readiness(foldDays(sixQuestions, [0, ...fifty]), sixQuestions, noon(1), 1)?.questions).toBe(6)
    expect(readiness(foldDays(sixQuestions, [0, ...fifty, suspended('ns/a')]), sixQuestions, noon(1), 1)?.questions).toBe(5)
    const cards = linksFor({ ns: [{ id: 'd' }] })
    expect(readiness(foldDays(cards, [0, ...fifty]), cards, noon(1), 1)).toBeNull()
    const foreign = linksFor({ ns: [{ id: 'a', kind: 'choice' }, { id: 'd' }], caps: [{ id: 'a', kind: 'choice', fact: 'ns/d' }] })
    expect(readiness(foldDays(foreign, [0, ...fifty]), foreign, noon(1), 1)?.questions).toBe(1)
    expect([...questionsOfTopics(emptyProgress, large).values()].reduce((sum, count) => sum + count, 0)).toBe(60)
  })

  test.each([
    [1, 4, 20],
    [2, 15, 30],
  ])('agrees with the chances reckoned without a draw (history %i)', (seed, days, eventsPerDay) => {
    const log = generatedLog(large, { seed, days, eventsPerDay, plain: true })
    const now = noon(days + 3)
    const found = readiness(foldProgress(log, large), large, now, 7)
    const questions = questionsOfTopics(emptyProgress, large)
    const scores = literalScores(literalTopics(log, large, now), new Map([...questions].map(([topic, count]) => [String(topic), count])))
    expect(scores.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 3)
    // 500 draws place a quantile to within about two questions.
    const near = (value: number | undefined, share: number) =>
      expect(Math.abs((value ?? Number.NaN) - quantileOf(scores, share))).toBeLessThanOrEqual(share > 0.05 && share < 0.95 ? 1 : 2)
    near(found?.median, 0.5)
    near(found?.range80.low, 0.1)
    near(found?.range80.high, 0.9)
    near(found?.range95.low, 0.025)
    near(found?.range95.high, 0.975)
    const pass = scores.slice(30).reduce((sum, p) => sum + p, 0)
    expect(Math.abs((found?.passChance ?? Number.NaN) - pass)).toBeLessThan(4 * Math.sqrt(0.25 / 500))
  })

  test('lies in order, and is the same for the same history and seed, in whatever order the events arrive', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 4, max: 12 }), fc.integer(), (seed, days, ofDraw) => {
        const log = generatedLog(large, { seed, days, eventsPerDay: 30 })
        const progress = foldProgress(log, large)
        const found = readiness(progress, large, noon(days), ofDraw)
        if (found === null) {
          expect(answersSoFar(progress, large)).toBeLessThan(50)
          return
        }
        const { range95, range80, median, questions, passChance } = found
        const ordered = [0, range95.low, range80.low, median, range80.high, range95.high, questions]
        expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
        expect(passChance).toBeGreaterThanOrEqual(0)
        expect(passChance).toBeLessThanOrEqual(1)
        const odd = log.filter((_, place) => place % 2 === 1)
        const even = log.filter((_, place) => place % 2 === 0)
        expect(readiness(addEvents(foldProgress(odd, large), even, large), large, noon(days), ofDraw)).toEqual(found)
      }),
      { numRuns: 8 },
    )
  })

  test('falls as memory fades', () => {
    const progress = foldProgress(generatedLog(large, { seed: 5, days: 30, eventsPerDay: 40, plain: true }), large)
    const medians = [31, 60, 200, 2000].map((day) => readiness(progress, large, noon(day), 3)?.median ?? Number.NaN)
    expect(medians).toEqual(medians.toSorted((a, b) => b - a))
    expect(medians[0]).toBeGreaterThan((medians[3] ?? Number.NaN) + 5)
  })
})

describe('a mock exam', () => {
  const items = [...large.items.values()].filter(({ kind }) => kind === 'choice').slice(0, 20)
  const asked = items.map(({ id }) => String(id))
  /** A month of study, and then a mock of 20 with so many right. */
  const study = generatedLog(large, { seed: 9, days: 30, eventsPerDay: 30, plain: true })
  const mock = (right: number, answeredCount = asked.length) => {
    const log = createDiary('mock')
    const given = asked.slice(0, answeredCount)
    const started = log(31, examStarted('m', asked, 60))
    const drafts = given.map((id) => log(31, examAnswered('m', id)))
    const handed = log(31, handedIn('m'))
    const answers = given.map((id, place) => ({
      ...log(31, answered(id, place < right ? 'correct' : 'wrong', 'm')),
      group: eventId(String(handed.id)),
    }))
    return [...study, started, ...drafts, handed, ...answers].toSorted(compareEvents)
  }
  const estimated = (right: number, answeredCount?: number) =>
    readiness(foldProgress(mock(right, answeredCount), large), large, noon(32), 5)

  test('moves the estimate towards its result and narrows the range', () => {
    const before = readiness(foldProgress(study, large), large, noon(32), 5)
    const [low, high] = [estimated(6), estimated(20)]
    expect([before?.mocks, low?.mocks, high?.mocks]).toEqual([0, 1, 1])
    expect(low?.median).toBeLessThan((before?.median ?? Number.NaN) - 2)
    expect(high?.median).toBeGreaterThan(before?.median ?? Number.NaN)
    const width = (of: typeof before) => (of?.range80.high ?? Number.NaN) - (of?.range80.low ?? Number.NaN)
    expect(width(high)).toBeLessThan(width(before))
  })

  test('agrees with the chances reckoned without a draw', () => {
    const log = mock(12)
    const progress = foldProgress(log, large)
    const before = literalTopics(study, large, noon(31))
    const means = items.map(({ fact }) => {
      const topic = before.find((each) => fact.startsWith(`${each.topic}/`))
      return topic?.e(topic.facts.reduce((sum, { recall }) => sum + recall, 0) / topic.facts.length) ?? Number.NaN
    })
    const e = means.reduce((sum, each) => sum + each, 0) / means.length
    const [exam] = progress.exams.values()
    expect(exam && expectedOfExam(exam, progress, large)).toBeCloseTo(e, 9)
    const questions = new Map([...questionsOfTopics(progress, large)].map(([topic, count]) => [String(topic), count]))
    const scores = literalScores(literalTopics(log, large, noon(32)), questions, [{ right: 12, questions: 20, e }])
    const found = readiness(progress, large, noon(32), 5)
    for (const [value, share] of [
      [found?.median, 0.5],
      [found?.range80.low, 0.1],
      [found?.range80.high, 0.9],
    ] as const)
      expect(Math.abs((value ?? Number.NaN) - quantileOf(scores, share))).toBeLessThanOrEqual(1)
  })

  test('that was left with more than a fifth open says nothing', () => {
    expect(estimated(15, 16)?.mocks).toBe(1)
    expect(estimated(15, 15)?.mocks).toBe(0)
  })
})

test('what is expected of a topic rises with what is remembered of it', () => {
  const at = (...acts: readonly StudyAct[]) => {
    const progress = foldDays(sixQuestions, [0, ...acts])
    const { at: ms, offsetMin } = noon(0)
    const standing = topicStandings(progress, sixQuestions, studyDay(ms, offsetMin)).find(({ topic }) => topic === 'ns')
    return standing === undefined ? Number.NaN : expectedOf(standing)
  }
  const shares = [at(reviewed('ns/d', 1)), at(), at(reviewed('ns/d')), at(reviewed('ns/d'), answered('ns/a'), answered('ns/c'))]
  expect(shares[1]).toBeLessThan(shares[2] ?? Number.NaN)
  expect(shares[2]).toBeLessThan(shares[3] ?? Number.NaN)
})
