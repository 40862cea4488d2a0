import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/content/types.ts'
import type { Response } from '../../../src/core/history/events.ts'
import { shuffled } from '../../../src/core/random.ts'
import { emptyResponse, rightResponse, score, validate } from '../../../src/core/quiz/scoring.ts'
import { shownOrder } from '../../../src/core/quiz/shownOrder.ts'
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

const seeds = fc.integer({ min: 0, max: 0xffffffff })

/** A response by places on the page in place of the author's positions. What names nothing stays as it is. */
const placesOf = (response: Response, shown: readonly number[]): Response => mapped(response, (position) => shown.indexOf(position))
const fromPlaces = (response: Response, shown: readonly number[]): Response => mapped(response, (place) => shown[place])
const mapped = (response: Response, by: (position: number) => number | undefined): Response => {
  const through = (positions: readonly number[]): readonly number[] =>
    positions.map((position) => {
      const found = by(position)
      return found === undefined || found < 0 ? position : found
    })
  switch (response.kind) {
    case 'choice':
      return { kind: 'choice', picked: through(response.picked) }
    case 'match':
      return { kind: 'match', picked: through(response.picked) }
    case 'order':
      return { kind: 'order', order: through(response.order) }
    case 'fill':
    case 'exercise':
      return response
  }
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
const inOrder = <Value>(values: readonly Value[], order: readonly number[]): readonly Value[] =>
  order.flatMap((index) => (index < values.length ? values.slice(index, index + 1) : []))

/** What was not reached is as good as left empty. */
const padded = <Value>(values: readonly Value[], length: number, empty: Value): readonly Value[] =>
  Array.from({ length }, (_, place) => values[place] ?? empty)

/** The same question written in another order, and the same response to it. The steps of an order are its answer and stay. */
const rearranged = (question: Question, response: Response, seed: number): readonly [Question, Response] => {
  switch (question.kind) {
    case 'choice': {
      const order = shuffled(upTo(question.options.length), seed)
      return [{ ...question, options: inOrder(question.options, order) }, response.kind === 'choice' ? placesOf(response, order) : response]
    }
    case 'match': {
      const { length } = question.pairs
      const rows = shuffled(upTo(length), seed)
      const decoys = shuffled(upTo(question.decoys.length), seed).map((decoy) => decoy + length)
      const moved = {
        ...question,
        pairs: inOrder(question.pairs, rows),
        decoys: inOrder(
          question.decoys,
          decoys.map((d) => d - length),
        ),
      }
      if (response.kind !== 'match' || response.picked.length > length) return [moved, response]
      const picked = placesOf({ kind: 'match', picked: padded(response.picked, length, -1) }, [...rows, ...decoys])
      return [moved, picked.kind === 'match' ? { kind: 'match', picked: inOrder(picked.picked, rows) } : picked]
    }
    case 'exercise': {
      const order = shuffled(upTo(question.fields.length), seed)
      const moved = { ...question, fields: inOrder(question.fields, order) }
      if (response.kind !== 'exercise' || response.answers.length > order.length) return [moved, response]
      return [moved, { kind: 'exercise', answers: inOrder(padded(response.answers, order.length, ''), order) }]
    }
    case 'fill':
      return [{ ...question, answers: shuffled(question.answers, seed) }, response]
    case 'order':
      return [question, response]
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

  test('what is picked on the page is scored as what it is, in whichever order an attempt shows it', () => {
    fc.assert(
      fc.property(anyQuestion, anyResponse, seeds, (question, response, seed) => {
        const shown = shownOrder(question, seed)
        expect(score(question, fromPlaces(placesOf(response, shown), shown))).toEqual(score(question, response))
      }),
      { numRuns: 1000 },
    )
  })

  test('where the author puts an option, a row, an entry, a field or another right answer changes no verdict', () => {
    fc.assert(
      fc.property(anyQuestion, anyResponse, seeds, (question, response, seed) => {
        const [moved, answered] = rearranged(question, response, seed)
        expect(score(moved, answered).verdict).toBe(score(question, response).verdict)
        expect(validate(moved, answered)).toEqual(validate(question, response))
      }),
      { numRuns: 2000 },
    )
  })

  test('the right response keeps its verdict however the author rearranges the question', () => {
    fc.assert(
      fc.property(anyQuestion, seeds, (question, seed) => {
        const [moved, answered] = rearranged(question, rightResponse(question), seed)
        expect(score(moved, answered).verdict).toBe('correct')
      }),
      { numRuns: 1000 },
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
