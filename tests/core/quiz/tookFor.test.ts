import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChoiceQuestion, FillQuestion, Question, Topic } from '../../../src/core/content/types.ts'
import { factId, topicId } from '../../../src/core/ids.ts'
import { score } from '../../../src/core/quiz/scoring.ts'
import { tookFor } from '../../../src/core/quiz/tookFor.ts'
import { anyQuestion, anyResponse, choice, fill, match, order } from './questions.ts'

const fact = (local: string) => factId(topicId('namespaces'), local)
const topicWith = (...items: readonly FillQuestion[]): Pick<Topic, 'sections'> => ({
  sections: [{ id: items[0]?.section ?? fill('x').section, heading: [], blocks: [], items }],
})
const nothing = topicWith()

/** Options one letter each: `x` is right; an upper-case letter is wrong and belongs to the facts given for it. */
const options = (pattern: string, belongs: Readonly<Record<string, readonly string[]>>): ChoiceQuestion => {
  const question = choice(pattern)
  return {
    ...question,
    options: question.options.map((option, place) => ({ ...option, confuses: (belongs[pattern[place] ?? ''] ?? []).map(fact) })),
  }
}

describe('an option that was picked', () => {
  const one = options('x.AB', { A: ['ipc'], B: ['uts', 'net'] })
  const several = options('xxABC', { A: ['ipc'], B: ['uts'], C: ['asked', 'net'] })
  test.each<[string, ChoiceQuestion, readonly number[], string | undefined]>([
    ['belongs to nothing when it is right', one, [0], undefined],
    ['belongs to nothing when the content says nothing of it', one, [1], undefined],
    ['belongs to the fact that the content names', one, [2], 'ipc'],
    ['belongs to the first of several', one, [3], 'uts'],
    ['is the first wrong one in the author’s order, however it was picked', several, [3, 2], 'ipc'],
    ['counts beside a right one', several, [0, 3], 'uts'],
    ['is never of the fact asked', several, [0, 4], 'net'],
    ['belongs to nothing when all that are right were picked', several, [0, 1], undefined],
    ['that is right does not count beside a wrong one', options('xx..', { x: ['ipc'] }), [0, 2], undefined],
    ['is nothing at a place that there is not', one, [9], undefined],
  ])('%s', (_, question, picked, expected) => {
    expect(tookFor(question, { kind: 'choice', picked }, nothing)).toBe(expected === undefined ? undefined : fact(expected))
  })
})

describe('what was typed', () => {
  const asked = fill('unshare --pid', [], ['unshare -p --fork'])
  const other = (local: string, expected: string, accepted: readonly string[] = [], near: readonly string[] = []): FillQuestion => ({
    ...fill(expected, accepted, near),
    fact: fact(local),
  })
  const topic = topicWith(
    asked,
    other('same-fact', 'none'),
    other('enter', 'nsenter -t 1', ['nsenter --target 1'], ['nsenter 1']),
    other('pids', '/sys/fs/cgroup/pids.max'),
    other('count', '65534'),
    other('again', 'nsenter -t 1'),
  )
  test.each<[string, string, string | undefined]>([
    ['belongs to nothing when it is right', 'unshare --pid', undefined],
    ['belongs to the question that takes it as right', 'nsenter -t 1', 'enter'],
    ['is folded as that question folds it', '“nsenter　—target 1”', 'enter'],
    ['is folded with the last slash of a path', '/sys/fs/cgroup/pids.max/', 'pids'],
    ['belongs to nothing where it nearly fits', 'nsenter 1', undefined],
    ['belongs to nothing in another letter case', 'NSENTER -t 1', undefined],
    ['belongs to nothing when it is a bare number, which is right elsewhere by chance', '65534', undefined],
    ['belongs to nothing when it is a bare number in full width', '６５５３４', undefined],
    ['belongs to nothing when nobody asks for it', 'docker ps', undefined],
  ])('%s', (_, text, expected) => {
    expect(tookFor(asked, { kind: 'fill', text }, topic)).toBe(expected === undefined ? undefined : fact(expected))
  })

  test('belongs to the fact that the author names as confused, where several fit', () => {
    expect(tookFor({ ...asked, confuses: [fact('again')] }, { kind: 'fill', text: 'nsenter -t 1' }, topic)).toBe(fact('again'))
  })

  test('never belongs to the fact asked, though another question asks it too', () => {
    const sibling = { ...fill('unshare -p'), fact: asked.fact }
    expect(tookFor(asked, { kind: 'fill', text: 'unshare -p' }, topicWith(asked, sibling))).toBeUndefined()
  })
})

test('the other kinds tell nothing', () => {
  expect(tookFor(order(4), { kind: 'order', order: [3, 2, 1, 0] }, nothing)).toBeUndefined()
  expect(tookFor(match([['a'], ['b']]), { kind: 'match', picked: [1, 0] }, nothing)).toBeUndefined()
})

test('whatever is asked and answered, it never throws, and of a right answer or the fact asked it says nothing', () => {
  const fills = fc.array(
    fc.constantFrom('a', 'b c', '/x', '--rm').map((text) => ({ ...fill(text), fact: fact(text) })),
    { maxLength: 4 },
  )
  const named = fc
    .tuple(anyQuestion, fc.array(fc.constantFrom('asked', 'ipc', 'uts'), { maxLength: 2 }))
    .map(([question, names]): Question => {
      if (question.kind !== 'choice') return question
      return { ...question, options: question.options.map((option) => ({ ...option, confuses: names.map(fact) })) }
    })
  fc.assert(
    fc.property(named, anyResponse, fills, (question, response, items) => {
      const told = tookFor(question, response, topicWith(...items))
      expect(told).not.toBe(question.fact)
      if (score(question, response).verdict === 'correct') expect(told).toBeUndefined()
    }),
  )
})
