import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/content/types.ts'
import { emptyResponse, rightResponse, score, validate } from '../../../src/core/quiz/scoring.ts'
import { anyQuestion, anyResponse, choice, exercise, fill, match, order } from './questions.ts'

const questions: readonly [Question['kind'], Question][] = [
  ['choice', choice('.x.x')],
  ['fill', fill('docker ps')],
  ['order', order(4)],
  ['match', match([['a'], ['b']], [['c']])],
  ['exercise', exercise([{ kind: 'number' }, '7'])],
]

const partCount = (question: Question): number => {
  switch (question.kind) {
    case 'choice':
      return question.options.length
    case 'fill':
      return 1
    case 'order':
      return question.steps.length
    case 'match':
      return question.pairs.length
    case 'exercise':
      return question.fields.length
  }
}

describe('scoring', () => {
  test.each(questions)('a %s accepts only a response of its own kind', (kind, question) => {
    const verdicts = questions.map(([other, source]) => [other, score(question, rightResponse(source)).verdict])
    expect(verdicts).toEqual(questions.map(([other]) => [other, other === kind ? 'correct' : 'wrong']))
    const valid = questions.filter(([, source]) => validate(question, rightResponse(source)).ok).map(([other]) => other)
    expect(valid).toEqual([kind])
  })

  test.each<[Question['kind'], string]>([
    ['choice', 'nothingChosen'],
    ['fill', 'nothingTyped'],
    ['order', 'incomplete'],
    ['match', 'incomplete'],
    ['exercise', 'unfilled'],
  ])('an untouched %s is told as %s', (kind, missing) => {
    const question = questions.find(([other]) => other === kind)?.[1] ?? order(0)
    expect(validate(question, emptyResponse(question))).toEqual({ ok: false, error: missing })
  })

  test('no response to any question throws, and each has one part per option, step, row or field', () => {
    fc.assert(
      fc.property(anyQuestion, anyResponse, (question, response) => {
        const { verdict, parts } = score(question, response)
        expect(['correct', 'partly', 'wrong']).toContain(verdict)
        expect(parts).toHaveLength(partCount(question))
        validate(question, response)
      }),
      { numRuns: 2000 },
    )
  })

  test('a correct response is one that could be handed in, with every part right', () => {
    fc.assert(
      fc.property(anyQuestion, anyResponse, (question, response) => {
        const { verdict, parts } = score(question, response)
        if (verdict !== 'correct') return
        expect(validate(question, response).ok).toBe(true)
        expect(parts).not.toContain(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('the right response is valid and correct', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const response = rightResponse(question)
        expect(validate(question, response)).toEqual({ ok: true, value: undefined })
        expect(score(question, response).verdict).toBe('correct')
      }),
      { numRuns: 1000 },
    )
  })

  test('the empty response is never valid and always wrong', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const response = emptyResponse(question)
        expect(validate(question, response).ok).toBe(false)
        expect(score(question, response).verdict).toBe('wrong')
      }),
    )
  })

  test('a response survives JSON, as the log keeps it', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        for (const response of [emptyResponse(question), rightResponse(question)]) {
          expect(JSON.parse(JSON.stringify(response))).toEqual(response)
        }
      }),
    )
  })
})
