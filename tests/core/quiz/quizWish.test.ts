import { describe, expect, test } from 'vitest'
import { topicId } from '../../../src/core/ids.ts'
import { type QuizWish, questionKinds, questionsFor, quizParts } from '../../../src/core/quiz/quizWish.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { answered, foldDays, noon, reviewed, suspended } from '../../helpers/events.ts'

const links = linksFor({
  ns: [
    { id: 'a', kind: 'choice' },
    { id: 'b', kind: 'fill' },
    { id: 'c', kind: 'order' },
    { id: 'd', kind: 'match' },
    { id: 'e', kind: 'exercise' },
    { id: 'card' },
    { id: 'asks-card', kind: 'choice', fact: 'ns/card' },
  ],
})
const progress = foldDays(
  links,
  [0, answered('ns/a', 'wrong'), answered('ns/b', 'correct'), answered('ns/c', 'partly'), reviewed('ns/card', 3)],
  [1, answered('ns/a', 'correct')],
  [2, suspended('ns/d')],
)
const idsOf = (wish: Partial<QuizWish>, day = 2) =>
  questionsFor({ topics: [topicId('ns')], kind: null, part: 'all', ...wish }, progress, links, noon(day)).map((item) => String(item.id))

describe('a wish', () => {
  test('for everything leaves out cards and what was set aside', () => {
    expect(idsOf({})).toEqual(['ns/a', 'ns/b', 'ns/c', 'ns/e', 'ns/asks-card'])
  })

  test('for a kind allows that kind alone', () => {
    expect(questionKinds.map((kind) => [kind, idsOf({ kind })])).toEqual([
      ['choice', ['ns/a', 'ns/asks-card']],
      ['fill', ['ns/b']],
      ['order', ['ns/c']],
      ['match', []],
      ['exercise', ['ns/e']],
    ])
  })

  test('for what was never asked looks at the question, not at its fact', () => {
    expect(idsOf({ part: 'unseen' })).toEqual(['ns/e', 'ns/asks-card'])
  })

  test('for what was missed takes the last answer, and counts half right as missed', () => {
    expect(idsOf({ part: 'missed' })).toEqual(['ns/c'])
  })

  test('for what is weak takes the fact, however it was asked: nothing right after it was answered, all of it after a year', () => {
    expect(idsOf({ part: 'weak' }, 0)).toEqual([])
    expect(idsOf({ part: 'weak' }, 365)).toEqual(['ns/a', 'ns/b', 'ns/c', 'ns/asks-card'])
  })

  test('for one part never allows what “all” does not', () => {
    for (const part of quizParts)
      for (const day of [2, 30, 365]) expect(idsOf({}, day)).toEqual(expect.arrayContaining(idsOf({ part }, day)))
  })
})
