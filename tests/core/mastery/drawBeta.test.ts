import { expect, test } from 'vitest'
import { drawBeta } from '../../../src/core/mastery/drawBeta.ts'
import { createDice } from '../../../src/core/random.ts'

const count = 40_000
const drawsOf = (a: number, b: number): readonly number[] => {
  const dice = createDice(352)
  return Array.from({ length: count }, () => drawBeta({ a, b }, dice))
}

test.each([
  [0.6, 1.4],
  [0.6, 5.4],
  [1, 1],
  [2.6, 1.4],
  [12, 30],
])('Beta(%f, %f) is drawn with its mean, variance and skewness', (a, b) => {
  const values = drawsOf(a, b)
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
  const moment = (of: (value: number) => number): number => values.reduce((sum, value) => sum + of(value), 0) / count
  const mean = a / (a + b)
  const variance = (a * b) / ((a + b) ** 2 * (a + b + 1))
  const skewness = (2 * (b - a) * Math.sqrt(a + b + 1)) / ((a + b + 2) * Math.sqrt(a * b))
  expect(Math.abs(moment((value) => value) - mean)).toBeLessThan(5 * Math.sqrt(variance / count))
  expect(moment((value) => (value - mean) ** 2) / variance).toBeCloseTo(1, 1)
  expect(Math.abs(moment((value) => ((value - mean) / Math.sqrt(variance)) ** 3) - skewness)).toBeLessThan(0.1)
})

test('a uniform Beta has a tenth of its draws in each tenth', () => {
  const values = drawsOf(1, 1)
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = values.filter((value) => Math.floor(value * 10) === tenth).length / count
    expect(Math.abs(share - 0.1)).toBeLessThan(0.01)
  }
})
