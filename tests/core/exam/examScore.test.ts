import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { examScore, rightItems, wilsonInterval } from '../../../src/core/exam/examScore.ts'
import { item, linksFor } from '../../helpers/catalogue.ts'
import { createDiary, examStarted, answered, handedIn } from '../../helpers/events.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { attemptId } from '../../../src/core/ids.ts'

test.each([
  [0, 60, 200],
  [30, 60, 500],
  [29, 60, 490],
  [60, 60, 800],
  [1, 3, 400],
  [0, 0, 200],
])('%i of %i right are %i points', (right, total, points) => {
  expect(examScore(right, total)).toBe(points)
})

// Worked out with R: prop.test(x, n, correct = FALSE)$conf.int.
test.each([
  [5, 10, 0.2366, 0.7634],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [42, 60, 0.575, 0.8008],
])('%i of %i right lie between %d and %d', (right, total, low, high) => {
  expect(wilsonInterval(right, total).low).toBeCloseTo(low, 3)
  expect(wilsonInterval(right, total).high).toBeCloseTo(high, 3)
})

test('an interval lies between nothing and all and holds the share; without questions it is all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
      const right = Math.round(share * total)
      const { low, high } = wilsonInterval(right, total)
      expect(0 <= low && low <= right / total + 1e-12 && right / total - 1e-12 <= high && high <= 1).toBe(true)
    }),
  )
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})

test('partly right and not answered are no points', () => {
  const log = createDiary()
  const links = linksFor({ ns: ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'choice' as const })) })
  const start = log(0, examStarted('e', ['ns/a', 'ns/b', 'ns/c', 'ns/d']))
  const hand = log(0, handedIn('e'))
  const answers = [answered('ns/a', 'correct', 'e'), answered('ns/b', 'partly', 'e'), answered('ns/c', 'wrong', 'e')].map((act) => ({
    ...log(0, act),
    group: hand.id,
  }))
  const exam = foldProgress([start, hand, ...answers], links).exams.get(attemptId('e'))
  expect(exam && rightItems(exam, exam.items)).toEqual([item('ns/a')])
})
