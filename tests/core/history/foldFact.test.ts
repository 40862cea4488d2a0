import * as fc from 'fast-check'
import { FSRS6_DEFAULT_DECAY, FSRSAlgorithm, fsrs, generatorParameters } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import type { Grade, StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { type FactMemory, gradeOfVerdict } from '../../../src/core/history/foldFact.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { eventId, type FactId } from '../../../src/core/ids.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, dayZero, moment, read, resumed, retracted, reviewed, started, suspended } from '../../helpers/events.ts'

const links = linksFor({
  ns: [
    { id: 'pid' },
    { id: 'pid.reverse', fact: 'ns/pid' },
    { id: 'which', kind: 'choice', fact: 'ns/pid' },
    { id: 'mount' },
    { id: 'both', kind: 'choice', supports: ['ns/pid', 'ns/mount'] },
    { id: 'story', kind: 'card', supports: ['ns/pid'] },
  ],
})
const pid = fact('ns/pid')

const foldFact = (events: readonly StudyEvent[], id: FactId): FactMemory | undefined => foldProgress(events, links).facts.get(id)
const fold = (...days: readonly (readonly [day: number, ...acts: readonly StudyAct[]])[]): FactMemory | undefined => {
  const log = createDiary()
  return foldFact(
    days.flatMap(([day, ...acts]) => acts.map((act) => log(day, act))),
    pid,
  )
}

describe('what counts', () => {
  test.each<[string, readonly StudyAct[]]>([
    ['nothing at all', []],
    ['leafing through flashcards', [reviewed('ns/pid', 3, 'flashcards'), reviewed('ns/pid.reverse', 1, 'flashcards')]],
    ['another fact', [reviewed('ns/mount'), answered('ns/nothing', 'correct')]],
    ['an item that is no longer taught', [reviewed('ns/retired', 4), answered('ns/retired', 'wrong')]],
    [
      'reading, quizzes begun, setting aside and undo',
      [read('ns/s'), started('quiz', ['ns/which']), suspended('ns/pid'), resumed('ns/pid'), retracted(eventId('pen-00001'))],
    ],
    ['a miss on an item that merely needs the fact', [answered('ns/both', 'wrong')]],
    ['a half hit on an item that merely needs the fact', [answered('ns/both', 'partly')]],
    ['Again on a card that merely needs the fact', [reviewed('ns/story', 1)]],
  ])('%s leaves no memory', (_, acts) => {
    expect(fold([0, ...acts])).toBeUndefined()
  })

  test.each<[string, StudyAct, Grade]>([
    ['a card', reviewed('ns/pid', 4), 4],
    ['the other side of the card', reviewed('ns/pid.reverse', 2), 2],
    ['a card in the reader', reviewed('ns/pid', 1, 'topic'), 1],
    ['a right choice', answered('ns/which', 'correct'), 3],
    ['a half right choice', answered('ns/which', 'partly'), 2],
    ['a wrong choice', answered('ns/which', 'wrong'), 1],
    ['a right answer in a quiz', answered('ns/which', 'correct', 'quiz'), 3],
    ['a right answer to an item that needs the fact', answered('ns/both', 'correct'), 3],
    ['a good card that needs the fact', reviewed('ns/story', 3), 3],
  ])('%s is remembered', (_, act, grade) => {
    expect(fold([0, act])).toMatchObject({ lastGrade: grade, reviews: 1, lapses: 0, firstDay: dayZero, lastDay: dayZero })
  })

  test('each of several facts learns from one right answer, and only the asked one from a miss', () => {
    const log = createDiary()
    const right = log(0, answered('ns/both', 'correct'))
    const miss = log(1, answered('ns/both', 'wrong'))
    const days = ['ns/both', 'ns/pid', 'ns/mount'].map((id) => {
      const memory = foldFact([right, miss], fact(id))
      return [memory?.reviews, memory?.lastGrade]
    })
    expect(days).toEqual([
      [2, 1],
      [1, 3],
      [1, 3],
    ])
  })
})

describe('the first answer of a study day', () => {
  test('is the only one that counts, whichever item asked', () => {
    const first = fold([0, reviewed('ns/pid', 3)])
    expect(fold([0, reviewed('ns/pid', 3), reviewed('ns/pid', 1), answered('ns/which', 'wrong'), reviewed('ns/pid.reverse', 4)])).toEqual(
      first,
    )
    expect(fold([0, reviewed('ns/pid', 1), reviewed('ns/pid', 4)])).toEqual(fold([0, reviewed('ns/pid', 1)]))
  })

  test('is not used up by what does not count', () => {
    const counted = fold([0, read('ns/s'), read('ns/s'), read('ns/s'), reviewed('ns/pid', 2)])
    expect(
      fold([0, reviewed('ns/pid', 4, 'flashcards'), answered('ns/both', 'wrong'), reviewed('ns/retired', 4), reviewed('ns/pid', 2)]),
    ).toEqual(counted)
  })

  test('is told by the local clock at 04:00', () => {
    const base = createDiary()
    const answerAt = (day: number, minute: number, grade: Grade): StudyEvent => ({
      ...base(day, reviewed('ns/pid', grade)),
      ...moment(day, minute),
    })
    const evening = answerAt(0, 0, 3)
    expect(foldFact([evening, answerAt(0, 1439, 1)], pid)).toMatchObject({ reviews: 1, lastGrade: 3 })
    expect(foldFact([evening, answerAt(1, 0, 1)], pid)).toMatchObject({ reviews: 2, lastGrade: 1, lastDay: dayZero + 1, lapses: 1 })
  })

  test('is ignored when a journey west has turned the local day back', () => {
    const log = createDiary()
    const before = log(3, reviewed('ns/pid', 3))
    const after = { ...log(3, reviewed('ns/pid', 1)), offsetMin: -720 }
    expect(foldFact([before, after], pid)).toEqual(foldFact([before], pid))
  })
})

describe('lapses', () => {
  test.each<[string, readonly Grade[], number]>([
    ['a fact that was never known cannot lapse', [1, 1, 1], 0],
    ['Again after it was known', [3, 1], 1],
    ['Again while it is still forgotten', [3, 1, 1], 1],
    ['known, forgotten, known, forgotten', [3, 1, 2, 1], 2],
    ['learnt at the second try and then lost', [1, 3, 1], 1],
    ['never lost', [3, 2, 4], 0],
  ])('%s', (_, grades, lapses) => {
    const log = createDiary()
    const events = grades.map((grade, day) => log(day * 5, reviewed('ns/pid', grade)))
    expect(foldFact(events, pid)?.lapses).toBe(lapses)
  })
})

describe('memory state', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom<Grade>(1, 2, 3, 4)), { minLength: 1, maxLength: 12 })

  test('equals FSRS-6 as ts-fsrs computes it answer by answer', () => {
    const reference = fsrs({ enable_fuzz: false })
    fc.assert(
      fc.property(gaps, (steps) => {
        const log = createDiary()
        let day = 0
        let state: ReturnType<FSRSAlgorithm['next_state']> | null = null
        const events: StudyEvent[] = []
        for (const [gap, grade] of steps) {
          state = reference.next_state(state, state === null ? 0 : gap, grade)
          day += gap
          events.push(log(day, reviewed('ns/pid', grade)))
        }
        const memory = foldFact(events, pid)
        expect({ stability: memory?.stability, difficulty: memory?.difficulty }).toEqual(state)
        expect(memory).toMatchObject({ reviews: steps.length, lastDay: dayZero + day, firstDay: dayZero + (steps[0]?.[0] ?? 0) })
        expect(memory?.lastAt).toBe(events.at(-1)?.at)
      }),
    )
  })

  test('uses the published parameters of FSRS-6', () => {
    const algorithm = new FSRSAlgorithm(generatorParameters())
    expect(algorithm.parameters.w).toHaveLength(21)
    expect(algorithm.parameters.w[20]).toBe(FSRS6_DEFAULT_DECAY)
    for (const grade of [1, 2, 3, 4] as const)
      expect(fold([0, reviewed('ns/pid', grade)])).toMatchObject(algorithm.next_state(null, 0, grade))
  })

  test('a verdict weighs as the grade it stands for', () => {
    expect(gradeOfVerdict).toEqual({ correct: 3, partly: 2, wrong: 1 })
    expect(fold([0, answered('ns/which', 'correct')], [4, answered('ns/which', 'wrong')])).toEqual(
      fold([0, reviewed('ns/pid', 3)], [4, reviewed('ns/pid', 1)]),
    )
  })
})
