import { describe, expect, test } from 'vitest'
import { levels } from '../../../src/core/content/types.ts'
import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { eventId, topicId } from '../../../src/core/ids.ts'
import { type QuizWish, questionKinds, questionsFor, quizParts } from '../../../src/core/quiz/quizWish.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import {
  answered,
  createDiary,
  examStarted,
  foldDays,
  handedIn,
  noon,
  retracted,
  reviewed,
  started,
  suspended,
} from '../../helpers/events.ts'

const links = linksFor({
  ns: [
    { id: 'a', kind: 'choice' },
    { id: 'b', kind: 'fill' },
    { id: 'c', kind: 'order', level: 2 },
    { id: 'd', kind: 'match' },
    { id: 'e', kind: 'exercise', level: 3 },
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
  questionsFor({ topics: [topicId('ns')], level: null, kind: null, part: 'all', ...wish }, progress, links, noon(day)).map((item) =>
    String(item.id),
  )

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

  test('for a level allows that level alone', () => {
    expect(levels.map((level) => [level, idsOf({ level })])).toEqual([
      [1, ['ns/a', 'ns/b', 'ns/asks-card']],
      [2, ['ns/c']],
      [3, ['ns/e']],
    ])
  })

  test('for what was never asked first allows everything', () => {
    expect(idsOf({ part: 'unseenFirst' })).toEqual(idsOf({}))
  })

  test('for what was confused allows both facts, of a quiz and of an exam, and no longer when that is taken back', () => {
    const log = createDiary()
    const took = (id: string, other: string, attempt: string): StudyAct => ({
      ...answered(id, 'wrong', attempt),
      tookFor: fact(other),
    })
    const quiz = [log(0, started('quiz', ['ns/a'])), log(0, took('ns/a', 'ns/card', 'quiz'))]
    const confused = (events: readonly StudyEvent[]) =>
      questionsFor({ topics: [topicId('ns')], level: null, kind: null, part: 'confused' }, foldProgress(events, links), links, noon(1)).map(
        ({ id }) => String(id),
      )
    expect(confused(quiz)).toEqual(['ns/a', 'ns/asks-card'])
    const [, answer] = quiz
    expect(confused([...quiz, log(1, retracted(answer?.id ?? eventId('')))])).toEqual([])
    const begun = log(0, examStarted('exam', ['ns/b']))
    const handIn = log(0, handedIn('exam'))
    const exam = [begun, handIn, { ...log(0, took('ns/b', 'ns/c', 'exam')), group: handIn.id }]
    expect(confused(exam)).toEqual(['ns/b', 'ns/c'])
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
