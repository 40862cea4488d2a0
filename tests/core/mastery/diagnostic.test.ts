import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import type { Links } from '../../../src/core/history/links.ts'
import type { Progress } from '../../../src/core/history/progress.ts'
import { attemptId, type ItemId, type TopicId, topicId, topicOf } from '../../../src/core/ids.ts'
import { chanceRight, oddsOf } from '../../../src/core/mastery/answerOdds.ts'
import { diagnosticShares, nextOfDiagnostic, whereToBegin } from '../../../src/core/mastery/diagnostic.ts'
import { diagnosticQuestions } from '../../../src/core/mastery/diagnosticLength.ts'
import { meanOf, topicBetas } from '../../../src/core/mastery/topicBeta.ts'
import { createDice, shuffled } from '../../../src/core/random.ts'
import { item, type ItemSketch, linksFor } from '../../helpers/catalogue.ts'
import { answered, diagnosticStarted, foldDays, noon, suspended } from '../../helpers/events.ts'

const now = noon(0)
const begun = (seed = 7): StudyAct => diagnosticStarted('d', seed)

/** `ns-pid` lies in area `ns`. */
const withAreas = (links: Links, requires: Readonly<Record<string, readonly string[]>> = {}): Links => ({
  ...links,
  topics: new Map(
    [...links.topics].map(([id, topic]) => [
      id,
      { ...topic, area: id.split('-')[0] ?? '', requires: (requires[id] ?? []).map((each) => topicId(each)) },
    ]),
  ),
})
const questions = (count: number): readonly ItemSketch[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `q${place}`,
    kind: place % 4 === 3 ? ('fill' as const) : ('choice' as const),
    level: place % 3 === 0 ? (2 as const) : (1 as const),
  }))
const names = ['ns-pid', 'ns-user', 'ns-net', 'caps-sets', 'caps-exec', 'cg-tree', 'cg-limits', 'cg-delegate', 'oci-image', 'oci-run']
const links = withAreas(
  linksFor(Object.fromEntries(names.map((name, place) => [name, [...questions(6 + 3 * place), { id: 'card' }]])), {
    'ns-pid': 4,
    'cg-tree': 3,
    'oci-run': 2,
  }),
)

interface Taken {
  readonly progress: Progress
  readonly asked: readonly ItemId[]
}

/** A diagnostic answered to its end. */
const take = (rightOf: (item: ItemId, place: number) => boolean, seed = 7, of = links): Taken => {
  const acts: StudyAct[] = [begun(seed)]
  for (;;) {
    const progress = foldDays(of, [0, ...acts])
    const attempt = progress.attempts.get(attemptId('d'))
    if (attempt === undefined) throw new Error('The diagnostic is not in the log')
    const next = nextOfDiagnostic(attempt, progress, of, now)
    if (next === null) return { progress, asked: attempt.items }
    acts.push(answered(next.id, rightOf(next.id, acts.length) ? 'correct' : 'wrong', 'd'))
  }
}

const area = (id: ItemId): string => links.topics.get(topicOf(id))?.area ?? ''

describe('a diagnostic', () => {
  it('ends after at most 12 questions, never repeats one, and asks no topic twice before every area had one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), fc.integer({ min: 0, max: 0xffff_ffff }), (rights, seed) => {
        const { asked } = take((_, place) => rights[place - 1] === true, seed)
        expect(asked.length).toBeLessThanOrEqual(diagnosticQuestions)
        expect(new Set(asked).size).toBe(asked.length)
        expect(new Set(asked.slice(0, 4).map(area)).size).toBe(4)
      }),
      { numRuns: 30 },
    )
  })

  it('asks the same next question for the same log', () => {
    const once = take((_, place) => place % 2 === 0)
    expect(take((_, place) => place % 2 === 0).asked).toEqual(once.asked)
  })

  it('asks choices and typed answers of level 2, others only of a topic that has none left', () => {
    const { asked } = take((_, place) => place % 2 === 0)
    const isFirst = (id: ItemId): boolean => links.items.get(id)?.level === 2
    for (const [place, id] of asked.entries()) {
      expect(['choice', 'fill']).toContain(links.items.get(id)?.kind)
      const left = links.topics.get(topicOf(id))?.items.filter((each) => isFirst(each.id) && !asked.slice(0, place).includes(each.id))
      expect(isFirst(id) || left?.length === 0, id).toBe(true)
    }
    expect(asked.filter(isFirst).length).toBeGreaterThan(8)
  })

  it('lets typed answers take turns with choices', () => {
    const kinds = take((_, place) => place % 2 === 0).asked.map((id) => links.items.get(id)?.kind)
    expect(kinds).toContain('fill')
    expect(kinds.some((kind, place) => kind === 'fill' && kinds[place + 1] === 'fill')).toBe(false)
  })

  it('ends early for who knows nothing and says so', () => {
    expect(take(() => false).asked).toHaveLength(8)
  })

  it('goes on to the end where guesses may be among the right answers', () => {
    expect(take(() => true).asked).toHaveLength(diagnosticQuestions)
  })

  it('asks nothing that was answered before or is suspended', () => {
    const before = [...links.items.values()].filter(({ level }) => level === 2)
    const acts = before.map(({ id }, place) => (place % 2 === 0 ? answered(id) : suspended(id)))
    const progress = foldDays(links, [0, ...acts, begun()])
    const attempt = progress.attempts.get(attemptId('d'))
    const next = attempt && nextOfDiagnostic(attempt, progress, links, now)
    expect(next?.level).toBe(1)
  })

  it('counts what was answered in it and nothing else', () => {
    const progress = foldDays(links, [
      0,
      begun(),
      answered('ns-pid/q0', 'wrong', 'd'),
      answered('ns-pid/q1'),
      answered('ns-pid/q0', 'correct', 'd'),
    ])
    const attempt = progress.attempts.get(attemptId('d'))
    expect(attempt?.items).toEqual(['ns-pid/q0'])
    expect(attempt?.answers.get(item('ns-pid/q0'))?.verdict).toBe('wrong')
  })
})

describe('what a diagnostic says', () => {
  const { progress } = take((id) => area(id) === 'caps')
  const attempt = progress.attempts.get(attemptId('d'))
  if (attempt === undefined) throw new Error('The diagnostic is not in the log')

  it('tells each area with its range, which is wide after two questions', () => {
    const { areas } = diagnosticShares(attempt, links)
    const [caps, cg] = [areas.get('caps'), areas.get('cg')]
    expect(caps?.mean).toBeGreaterThan(cg?.mean ?? 1)
    expect(caps?.right).toBe(caps?.asked)
    expect((caps?.high ?? 0) - (caps?.low ?? 0)).toBeGreaterThan(0.3)
  })

  it('leaves an area that was not asked at the estimate before any answer', () => {
    const { areas } = diagnosticShares({ items: [], answers: new Map() }, links)
    expect(areas.get('ns')).toMatchObject({ asked: 0, mean: 0.3 })
  })

  it('begins with the topic that loses most, and before it with what that builds on and is not known', () => {
    expect(whereToBegin(progress, links, now)).toBe('ns-pid')
    const built = withAreas(links, { 'ns-pid': ['cg-tree'], 'cg-tree': ['caps-sets'] })
    const rights = ['q0', 'q1', 'q2', 'q3'].map((id) => answered(`caps-sets/${id}`))
    expect(whereToBegin(foldDays(built, [0, ...rights]), built, now)).toBe('cg-tree')
    expect(whereToBegin(take(() => false, 7, built).progress, built, now)).toBe('caps-sets')
  })
})

describe('against the same number of questions in random order', () => {
  it('estimates what is known of the topics better, on 80 simulated learners', () => {
    const dice = createDice(20_261_125)
    const pool = [...links.items.values()].filter(({ kind }) => kind !== 'card')
    const errors = { chosen: 0, random: 0 }
    const errorOf = (progress: Progress, shares: ReadonlyMap<TopicId, number>): number => {
      const betas = topicBetas(progress.items, links)
      return [...links.topics.values()].reduce((sum, { id, weight }) => {
        const beta = betas.get(id)
        return sum + (weight * ((beta === undefined ? 0 : meanOf(beta)) - (shares.get(id) ?? 0))) ** 2
      }, 0)
    }
    for (let learner = 0; learner < 80; learner += 1) {
      const ability = dice.share() * 0.6
      const shares = new Map(names.map((name) => [topicId(name), Math.min(1, ability + dice.share() * 0.5)]))
      const answers = new Map(
        pool.map((each) => {
          const isKnown = dice.share() < (shares.get(topicOf(each.id)) ?? 0)
          return [each.id, dice.share() < chanceRight(oddsOf(each), isKnown ? 1 : 0)] as const
        }),
      )
      const chosen = take((id) => answers.get(id) === true, learner)
      const random = shuffled(pool, learner).slice(0, chosen.asked.length)
      errors.chosen += errorOf(chosen.progress, shares)
      errors.random += errorOf(
        foldDays(links, [0, begun(), ...random.map(({ id }) => answered(id, answers.get(id) === true ? 'correct' : 'wrong', 'd'))]),
        shares,
      )
    }
    expect(errors.chosen).toBeLessThan(0.9 * errors.random)
  })
})
