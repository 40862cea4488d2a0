import { describe, expect, test } from 'vitest'
import type { Confidence } from '../../../src/core/history/events.ts'
import { calibrationShares, luckyGuesses, sureButWrong } from '../../../src/core/mastery/judgements.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { answered, type Days, foldDays, reviewed } from '../../helpers/events.ts'

const links = linksFor({ ns: [{ id: 'a', kind: 'choice' }, { id: 'b', kind: 'fill' }, { id: 'c', kind: 'choice' }, { id: 'd' }] })
const said = (id: string, confidence: Confidence, verdict: 'correct' | 'partly' | 'wrong') =>
  answered(id, verdict, undefined, { confidence })
const lists = (...days: Days) => {
  const progress = foldDays(links, ...days)
  const ids = (list: ReturnType<typeof sureButWrong>) => list.map(({ item }) => item.id)
  return { sure: ids(sureButWrong(progress, links)), lucky: ids(luckyGuesses(progress, links)) }
}

describe('what was sure and wrong, and what was luck', () => {
  test('follow the latest answer of each item, the last answered first', () => {
    expect(
      lists([0, said('ns/a', 'sure', 'wrong'), said('ns/b', 'sure', 'partly'), said('ns/c', 'guess', 'correct'), reviewed('ns/d', 1)]),
    ).toEqual({ sure: ['ns/b', 'ns/a'], lucky: ['ns/c'] })
    expect(
      lists([0, said('ns/a', 'sure', 'wrong'), said('ns/c', 'guess', 'correct')], [1, said('ns/a', 'unsure', 'wrong'), answered('ns/c')]),
    ).toEqual({ sure: [], lucky: [] })
  })

  test('are neither a wrong guess nor a sure success', () => {
    expect(lists([0, said('ns/a', 'guess', 'wrong'), said('ns/b', 'sure', 'correct')])).toEqual({ sure: [], lucky: [] })
  })

  test('leave out what is no longer taught', () => {
    expect(lists([0, said('ns/gone', 'sure', 'wrong')])).toEqual({ sure: [], lucky: [] })
  })
})

describe('calibrationShares', () => {
  const sharesOf = (...days: Days) => calibrationShares(foldDays(links, ...days))

  test('count right answers by confidence, the surest first, with their interval', () => {
    const { answers, shares } = sharesOf([
      0,
      said('ns/a', 'sure', 'correct'),
      said('ns/a', 'sure', 'correct'),
      said('ns/b', 'sure', 'partly'),
      said('ns/b', 'unsure', 'wrong'),
      answered('ns/c'),
    ])
    expect(answers).toBe(4)
    expect(shares.map(({ confidence, right, all }) => [confidence, right, all])).toEqual([
      ['sure', 2, 3],
      ['unsure', 0, 1],
      ['guess', 0, 0],
    ])
    expect(shares[0]?.low).toBeCloseTo(0.208, 2)
    expect(shares[0]?.high).toBeCloseTo(0.939, 2)
    expect([shares[2]?.low, shares[2]?.high]).toEqual([0, 1])
  })

  test('say how many answers are missing until there are thirty', () => {
    const many = (count: number) => sharesOf([0, ...Array.from({ length: count }, () => said('ns/a', 'unsure', 'correct'))]).missing
    expect([0, 29, 30, 31].map(many)).toEqual([30, 1, 0, 0])
  })
})
