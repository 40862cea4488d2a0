import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from '../../../src/core/exam/apportion.ts'

test.each([
  [
    'by weight',
    10,
    [
      [3, 99],
      [2, 99],
    ],
    [6, 4],
  ],
  [
    'the largest remainder first',
    10,
    [
      [1, 99],
      [1, 99],
      [2, 99],
    ],
    [3, 2, 5],
  ],
  [
    'the largest remainder first, not the smallest part',
    4,
    [
      [5, 99],
      [1, 99],
      [1, 99],
    ],
    [3, 1, 0],
  ],
  [
    'what has no room to the others',
    10,
    [
      [1, 99],
      [1, 2],
    ],
    [8, 2],
  ],
  [
    'all there is',
    10,
    [
      [1, 3],
      [5, 2],
    ],
    [3, 2],
  ],
  [
    'equally without weights',
    4,
    [
      [0, 9],
      [0, 9],
    ],
    [2, 2],
  ],
  ['nothing to nobody', 4, [], []],
] as const)('gives %s', (_, count, shares, expected) => {
  expect(
    apportion(
      count,
      shares.map(([weight, room]) => ({ weight, room })),
    ),
  ).toEqual(expected)
})

test('gives out everything, no part more than its room, each within one of its share where there is room', () => {
  const share = fc.record({ weight: fc.integer({ min: 1, max: 5 }), room: fc.nat(30) })
  fc.assert(
    fc.property(fc.nat(80), fc.array(share, { minLength: 1, maxLength: 20 }), (count, shares) => {
      const parts = apportion(count, shares)
      const rooms = shares.reduce((sum, { room }) => sum + room, 0)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.min(count, rooms))
      const total = shares.reduce((sum, { weight }) => sum + weight, 0)
      for (const [place, { weight, room }] of shares.entries()) {
        expect(parts[place]).toBeLessThanOrEqual(room)
        if (shares.every((each) => (count * each.weight) / total <= each.room))
          expect(Math.abs((parts[place] ?? 0) - (count * weight) / total)).toBeLessThan(1)
      }
    }),
  )
})
