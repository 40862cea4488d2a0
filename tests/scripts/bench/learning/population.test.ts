import { beforeAll, describe, expect, test } from 'vitest'
import { chanceOf } from '../../../../scripts/bench/learning/chance.ts'
import { createLearner, type Learner } from '../../../../scripts/bench/learning/learner.ts'
import { simulatedCatalogue } from '../../../../scripts/bench/learning/simulatedCatalogue.ts'
import { publishedParameters, traitsOf } from '../../../../scripts/bench/learning/traits.ts'
import { otherWorlds, usualWorld } from '../../../../scripts/bench/learning/worlds.ts'
import type { Links } from '../../../../src/core/history/links.ts'
import { linksOf } from '../../../../src/core/history/links.ts'
import { fsrsOf } from '../../../../src/core/schedule/fsrs.ts'
import { answerKind } from '../../../../src/core/content/types.ts'

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))

describe('the simulated catalogue', () => {
  const catalogue = simulatedCatalogue(1)
  const items = catalogue.topics.flatMap((topic) => topic.items)

  test('has 600 items on 402 facts in 108 sections of 19 topics', () => {
    expect(catalogue.topics).toHaveLength(19)
    expect(catalogue.topics.flatMap((topic) => topic.sections)).toHaveLength(108)
    expect(new Set(items.map(({ fact }) => fact)).size).toBe(402)
    expect(new Set(items.map(({ id }) => id)).size).toBe(600)
  })

  test('has the weights of the exam in an order of its own for each seed', () => {
    const weightsOf = (seed: number) => simulatedCatalogue(seed).topics.map(({ weight }) => weight)
    const expected = [5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1]
    expect(weightsOf(1).toSorted((a, b) => b - a)).toEqual(expected)
    expect(weightsOf(2)).not.toEqual(weightsOf(1))
    expect(simulatedCatalogue(1)).toEqual(catalogue)
    expect(new Set(simulatedCatalogue(1, true).topics.map(({ weight }) => weight)).size).toBe(1)
  })

  test('takes one fact in five for another, and that one for it', () => {
    const partners = new Map(items.flatMap(({ fact, confuses: [other] }) => (other === undefined ? [] : [[fact, other] as const])))
    expect(partners.size).toBe(76)
    for (const [fact, other] of partners) expect(partners.get(other)).toBe(fact)
  })
})

describe('the simulated learners', () => {
  let links: Links
  let learners: readonly Learner[]
  beforeAll(() => {
    links = linksOf(simulatedCatalogue(1))
    learners = Array.from({ length: 200 }, (_, seed) => createLearner(seed, links, usualWorld))
  })

  test('draw normal numbers', () => {
    const values = Array.from({ length: 4000 }, (_, n) => chanceOf(n).normal('x'))
    expect(Math.abs(mean(values))).toBeLessThan(0.05)
    expect(Math.abs(deviation(values) - 1)).toBeLessThan(0.05)
  })

  test('reach about 42 of 100 marks a month later without any study, and about 91 once they know every fact', () => {
    expect(Math.abs(mean(learners.map((learner) => learner.mark(30))) - 42)).toBeLessThan(3)
    const knowing = learners.map((learner) => {
      const scores = [...links.topics.values()].map(({ id, items, weight }) => {
        const held = { stability: 36_000, difficulty: 5, lastDay: 0 }
        const facts = [...new Set(items.map(({ fact }) => fact))]
        const covered = mean(facts.map((fact) => learner.examScore(fact, held, 0)))
        const before = mean(facts.map((fact) => learner.examScore(fact, learner.heldOf(fact), 0)))
        return { weight, gained: 0.85 * (covered - before), now: learner.topicScores(0).get(id) ?? 0 }
      })
      const total = scores.reduce((sum, { weight }) => sum + weight, 0)
      return scores.reduce((sum, { weight, gained, now }) => sum + (100 * weight * (gained + now)) / total, 0)
    })
    expect(Math.abs(mean(knowing) - 91)).toBeLessThan(1.5)
  })

  test('forget, miss days, take their time and encode as the population is stated to', () => {
    const traits = learners.map((learner) => learner.traits)
    const within = (values: readonly number[], expected: number, by: number) => expect(Math.abs(mean(values) - expected)).toBeLessThan(by)
    // R = (1 + (0.9^(-1/decay) - 1) t/S)^-decay, so that the decay shows in what is left long after.
    const late = (decay: number) => (1 + (0.9 ** (-1 / decay) - 1) * 50) ** -decay
    const left = traits.map(({ memory }) => memory.retrievability(2, 100)).toSorted((a, b) => a - b)
    expect(Math.abs((left[100] ?? 0) - late(0.22))).toBeLessThan(0.02)
    expect(left[10]).toBeLessThan(late(0.3))
    expect(left[190]).toBeGreaterThan(late(0.17))
    within(
      traits.map(({ missed }) => missed),
      0.2,
      0.02,
    )
    within(
      traits.map(({ slowness }) => Math.log(slowness)),
      0,
      0.05,
    )
    expect(Math.abs(deviation(traits.map(({ slowness }) => Math.log(slowness))) - 0.2)).toBeLessThan(0.03)
    within(
      traits.flatMap(({ facts }) => [...facts.values()].map(({ encoding }) => encoding)),
      0.7,
      0.05,
    )
    within(
      traits.flatMap(({ facts }) => [...facts.values()].map(({ knownChance }) => knownChance)),
      0.31,
      0.03,
    )
  })

  test('have the published memory where memory is the scheduler’s own, and another otherwise', () => {
    const published = otherWorlds.find((world) => world.publishedMemory) ?? usualWorld
    const at = (seed: number, world: typeof usualWorld) => traitsOf(seed, links, world).memory.retrievability(3, 20)
    expect(fsrsOf(publishedParameters).nextState({ stability: 3, difficulty: 5 }, 4, 3)).toEqual(
      fsrsOf(null).nextState({ stability: 3, difficulty: 5 }, 4, 3),
    )
    expect(at(5, published)).toBe(fsrsOf(null).retrievability(3, 20))
    expect(at(5, usualWorld)).not.toBe(fsrsOf(null).retrievability(3, 20))
  })

  test('guess choices more often than their options say, and more so in the world of lucky guesses', () => {
    const lucky = otherWorlds.find((world) => world.extraGuess > 0) ?? usualWorld
    const guessesIn = (world: typeof usualWorld) => {
      const learner = createLearner(3, links, world)
      return [...links.items.values()]
        .filter((item) => answerKind(item.kind) === 'choice' && learner.heldOf(item.fact) === null)
        .map((item) => learner.chanceOf(item, 0))
    }
    const [usual, more] = [guessesIn(usualWorld), guessesIn(lucky)]
    expect(Math.abs(mean(usual) - 0.296)).toBeLessThan(0.01)
    expect(mean(more) - mean(usual)).toBeCloseTo(0.15, 6)
  })

  test('answer as often right as their chance says', () => {
    const items = [...links.items.values()]
    let expected = 0
    let right = 0
    let variance = 0
    for (let seed = 0; seed < 20; seed += 1) {
      const learner = createLearner(seed, links, usualWorld)
      const asked = new Set<string>()
      for (const item of items) {
        if (asked.has(item.fact)) continue
        asked.add(item.fact)
        const chance = learner.chanceOf(item, 5)
        expected += chance
        variance += chance * (1 - chance)
        if (learner.answer(item, 5).right) right += 1
      }
    }
    expect(Math.abs(right - expected)).toBeLessThan(3.5 * Math.sqrt(variance))
  })

  test('hold what they read or were shown, and nothing of it in a fork that stayed behind', () => {
    const learner = createLearner(7, links, usualWorld)
    const fork = learner.fork()
    const known = (who: Learner) => [...links.itemsOfFact.keys()].filter((fact) => who.heldOf(fact) !== null).length
    const before = known(learner)
    for (const { sections } of links.topics.values()) for (const { id } of sections) learner.read(id, 0)
    const afterReading = known(learner)
    expect(afterReading).toBeGreaterThan(before + 50)
    for (const item of links.items.values()) learner.answer(item, 1)
    expect(known(learner)).toBeGreaterThan(afterReading + 30)
    expect(known(fork)).toBe(before)
  })
})
