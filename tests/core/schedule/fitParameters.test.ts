import { default_w } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { type FitItem, gatherFitData, heldOutFrom } from '../../../src/core/schedule/fitData.ts'
import { fitParameters, isClearlyLess } from '../../../src/core/schedule/fitParameters.ts'
import { factsToStudy, studyLog, unusualParameters } from '../../helpers/learner.ts'

const links = factsToStudy(120)
const sequencesOf = (parameters: readonly number[] | null) => {
  const data = gatherFitData(links)
  data.add(studyLog(links, parameters, 300))
  return data.done()
}
const unusual = sequencesOf(unusualParameters)

/** An optimiser that finds what it is told to, and keeps what it was given. */
const finding = (...found: (readonly number[])[]) => {
  const given: (readonly FitItem[])[] = []
  return {
    given,
    compute: (items: readonly FitItem[], tell: (share: number) => void): readonly number[] => {
      given.push(items)
      tell(0.5)
      tell(1)
      return found[given.length - 1] ?? default_w
    },
  }
}

describe('a fit', () => {
  test('that predicts the held-out reviews better is made anew on all reviews', () => {
    const second = unusualParameters.map((value, place) => (place === 0 ? value * 2 : value))
    const { compute, given } = finding(unusualParameters, second)
    const outcome = fitParameters(unusual, compute, () => {})
    const reviews = unusual.reduce((sum, sequence) => sum + sequence.length - 1, 0)
    expect(outcome).toMatchObject({ kind: 'better', reviews })
    expect(outcome.kind === 'better' && outcome.parameters).toEqual(second)
    expect(outcome.trial.fitted).toBeLessThan(outcome.trial.published)
    expect(given.map((items) => items.length)).toEqual([reviews - outcome.trial.reviews, reviews])
    expect(outcome.trial.reviews).toBeGreaterThan(100)
  })

  test('is tried only on what it has not seen', () => {
    const { compute, given } = finding(unusualParameters)
    fitParameters(unusual, compute, () => {})
    const moment = heldOutFrom(unusual)
    expect(given[0]?.flat().every((answer) => answer.at < moment)).toBe(true)
  })

  test('that predicts no better changes nothing and is not made twice', () => {
    const { compute, given } = finding(default_w)
    const outcome = fitParameters(unusual, compute, () => {})
    expect(outcome.kind).toBe('notBetter')
    expect(outcome.trial.fitted).toBe(outcome.trial.published)
    expect(given).toHaveLength(1)
  })

  test('of someone else is refused to a learner like most', () => {
    const { compute } = finding(unusualParameters)
    const outcome = fitParameters(sequencesOf(null), compute, () => {})
    expect(outcome.kind).toBe('notBetter')
    expect(outcome.trial.fitted).toBeGreaterThan(outcome.trial.published)
  })

  test('tells how far it is, first half and second', () => {
    const shares: number[] = []
    fitParameters(unusual, finding(unusualParameters, unusualParameters).compute, (share) => shares.push(share))
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
  })

  test('whose numbers are out of range is brought into it, and one with none is an error', () => {
    const wild = unusualParameters.map((value, place) => (place === 20 ? 5 : value))
    const outcome = fitParameters(unusual, finding(unusualParameters, wild).compute, () => {})
    expect(outcome.kind === 'better' && outcome.parameters[20]).toBe(0.8)
    expect(() => fitParameters(unusual, finding(unusualParameters.map(() => Number.NaN)).compute, () => {})).toThrow('no usable parameters')
    expect(() => fitParameters(unusual, finding(default_w.slice(0, 19)).compute, () => {})).toThrow('no usable parameters')
  })
})

test.each([
  ['is less on every review', [1, 1, 1], [2, 2, 2], true],
  ['is the same', [1, 2, 3], [1, 2, 3], false],
  ['is more', [2, 2], [1, 1], false],
  ['is less on the mean, but by less than its standard error', [0, 3, 0, 0], [1, 1, 1, 1], false],
  ['is less on most reviews and little more on the others', [0, 0, 0, 1.1], [1, 1, 1, 1], true],
])('a loss that %s counts as clearly less or not', (_title, losses, than, expected) => {
  expect(isClearlyLess(losses, than)).toBe(expected)
})
