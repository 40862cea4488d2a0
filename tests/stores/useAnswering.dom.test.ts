import { act, renderHook } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/core/content/types.ts'
import type { Response } from '../../src/core/history/events.ts'
import { useAnswering } from '../../src/stores/useAnswering.ts'
import { choice, fill, match, order } from '../core/quiz/questions.ts'

const answer = (question: Question, shown: readonly number[] = []) => {
  const given: { response: Response; verdict: string }[] = []
  const { result } = renderHook(() => useAnswering(question, shown, (response, { verdict }) => given.push({ response, verdict })))
  return {
    given,
    now: () => result.current,
    respond: (response: Response) => act(() => result.current.respond(response)),
    submit: () => act(() => result.current.submit()),
  }
}

describe('useAnswering', () => {
  test('scores a response and hands it on with its verdict', () => {
    const { given, now, respond, submit } = answer(choice('.x.'))
    respond({ kind: 'choice', picked: [1] })
    expect(now()).toMatchObject({ response: { kind: 'choice', picked: [1] }, missing: null, scored: undefined })
    submit()
    expect(given).toEqual([{ response: { kind: 'choice', picked: [1] }, verdict: 'correct' }])
    expect(now().scored?.verdict).toBe('correct')
  })

  test.each<[string, Question]>([
    ['a choice', choice('.x.')],
    ['a fill', fill('docker ps')],
    ['a match', match([['a'], ['b']])],
  ])('says what is missing and hands nothing on while %s has no answer', (_, question) => {
    const { given, now, submit } = answer(question)
    submit()
    expect(given).toEqual([])
    expect(now().scored).toBeUndefined()
    expect(now().missing).not.toBeNull()
  })

  test('forgets what was missing as soon as something is given', () => {
    const { now, respond, submit } = answer(fill('docker ps'))
    submit()
    respond({ kind: 'fill', text: 'd' })
    expect(now().missing).toBeNull()
  })

  test('starts an order question as it is shown, ready to be handed in', () => {
    const { given, submit } = answer(order(3), [2, 0, 1])
    submit()
    expect(given).toEqual([{ response: { kind: 'order', order: [2, 0, 1] }, verdict: 'wrong' }])
  })

  test('hands on one answer only, however often it is submitted', () => {
    const { given, respond, submit } = answer(fill('docker ps'))
    respond({ kind: 'fill', text: 'docker' })
    submit()
    submit()
    expect(given).toHaveLength(1)
  })

  test('keeps the answer that was scored, whatever is done afterwards', () => {
    const { given, now, respond, submit } = answer(choice('.x.'))
    respond({ kind: 'choice', picked: [0] })
    submit()
    respond({ kind: 'choice', picked: [1] })
    submit()
    expect(now().response).toEqual({ kind: 'choice', picked: [0] })
    expect(now().scored?.verdict).toBe('wrong')
    expect(given).toHaveLength(1)
  })

  test('hands on one answer when two submits come before the page is drawn again', () => {
    const { given, now, respond } = answer(fill('docker ps'))
    respond({ kind: 'fill', text: 'docker ps' })
    const { submit } = now()
    act(() => {
      submit()
      submit()
    })
    expect(given).toHaveLength(1)
  })
})
