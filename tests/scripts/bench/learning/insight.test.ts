import { describe, expect, test } from 'vitest'
import type { Insight, Prediction, TopThree } from '../../../../scripts/bench/learning/insight.ts'
import { readinessFigures, weaknessFigures } from '../../../../scripts/bench/learning/insightFigures.ts'
import { type Job, measure } from '../../../../scripts/bench/learning/measure.ts'
import { otherWorlds, usualWorld } from '../../../../scripts/bench/learning/worlds.ts'

describe('a look at a learner', () => {
  const job: Job = { kind: 'ways', seed: 4, world: usualWorld, study: { days: 6, minutesPerDay: 15 }, looks: [60] }

  test('changes nothing for the learner', () => {
    const looked = measure(job)
    const alone = measure({ ...job, looks: [] })
    if (looked.kind !== 'ways' || alone.kind !== 'ways') throw new Error('Another job was measured')
    expect(looked.marks).toEqual(alone.marks)
    expect(looked.insights.map(({ answers }) => answers)).toEqual([60])
    for (const { weak, heavy, beforeMock, afterMock } of looked.insights) {
      for (const { same, caught } of [weak, heavy]) {
        expect([0, 1, 2, 3]).toContain(same)
        // Chosen topics lose no more than those that lose most.
        expect(caught).toBeLessThanOrEqual(1 + 1e-12)
        expect(caught).toBeGreaterThan(0.2)
      }
      for (const { within80, within95, width, off } of [beforeMock, afterMock]) {
        expect(within80).toBeLessThanOrEqual(within95)
        expect(width).toBeGreaterThan(3)
        expect(Math.abs(off)).toBeLessThan(30)
      }
      expect(afterMock.width).toBeLessThan(beforeMock.width)
    }
  })

  test('sees the same twice, and something else where all topics weigh the same', () => {
    const equal: Job = { ...job, kind: 'equalWeights' }
    const result = measure(equal)
    if (result.kind !== 'equalWeights') throw new Error('Another job was measured')
    expect(result.insights).toHaveLength(1)
    expect(measure(equal)).toEqual(result)
    expect(measure({ ...equal, seed: 5 })).not.toEqual(result)
  })
})

const all: TopThree = { same: 3, caught: 1 }
const few: TopThree = { same: 1, caught: 0.8 }
const good: Prediction = { within80: 0.85, within95: 0.95, width: 12, off: 1 }
const insight = (answers: number, weak: TopThree, heavy: TopThree, beforeMock = good, afterMock = good): Insight => ({
  answers,
  weak,
  heavy,
  beforeMock,
  afterMock,
})

test('weakness holds when the app finds what weights alone do not, and is missed otherwise', () => {
  const judged = (insights: readonly Insight[]) =>
    weaknessFigures(insights, insights).flatMap(({ value, holds }) => (holds === null ? [] : [[value, holds]]))
  expect(judged([insight(100, all, few), insight(100, all, all), insight(400, few, few)])).toEqual([
    [100, true],
    [50, true],
    [100, true],
    [100, true],
  ])
  expect(judged([insight(100, few, all), insight(100, all, all)]).map(([, holds]) => holds)).toEqual([false, false, true, true])
})

test('readiness is judged in the usual world and where it is worst', () => {
  const [worse, bad] = otherWorlds
  if (worse === undefined || bad === undefined) throw new Error('There are no other worlds')
  const figures = readinessFigures(
    [
      { world: usualWorld, insights: [insight(100, all, all)] },
      { world: worse, insights: [insight(100, all, all, { ...good, within80: 0.8, off: -3 })] },
      {
        world: bad,
        insights: [insight(100, all, all, { ...good, within80: 0.95, within95: 0.9, width: 18, off: -4 }, { ...good, off: 2.5 })],
      },
    ],
    [100],
  )
  const found = new Map(figures.map(({ name, value, holds }) => [name, [value, holds]]))
  expect(found.get('readiness at 100 answers: 80 % range covers')).toEqual([85, true])
  expect(found.get(`readiness at 100 answers: 80 % range covers, at worst (${bad.name})`)).toEqual([95, false])
  expect(found.get(`readiness at 100 answers: 95 % range covers, at worst (${bad.name})`)).toEqual([90, false])
  expect(found.get(`readiness at 100 answers: 80 % range is wide, at worst (${bad.name})`)).toEqual([18, false])
  expect(found.get(`readiness at 100 answers: median is off, at worst (${bad.name})`)).toEqual([-4, false])
  expect(found.get('readiness at 100 answers: median is off')).toEqual([1, true])
  expect(found.get(`readiness at 100 answers, after a mock: median is off, at worst (${bad.name})`)).toEqual([2.5, false])
  expect(found.get('readiness at 100 answers, after a mock: median is off')).toEqual([1, true])
  // Where no world is worse than the usual one, that one alone is told.
  expect([...found.keys()].filter((name) => name.startsWith('readiness at 100 answers, after a mock: 95 %'))).toHaveLength(1)
})
