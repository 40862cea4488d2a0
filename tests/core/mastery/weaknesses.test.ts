import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { linksOf, type Links } from '../../../src/core/history/links.ts'
import { addEvents, compareEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { deviceId, eventId, topicOf } from '../../../src/core/ids.ts'
import { guessOf } from '../../../src/core/mastery/answerOdds.ts'
import { topicBetas, meanOf } from '../../../src/core/mastery/topicBeta.ts'
import { type LossDetail, type Weakness, weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import { links as small, logs } from '../../helpers/arbitraries.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import { answered, type Days, foldDays, noon, read, reviewed, suspended } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { literalTopics } from './literalEstimates.ts'

const large = linksOf(largeCatalogue())
const kinds = linksFor(
  {
    mixed: [
      { id: 'a', kind: 'choice', options: 5 },
      { id: 'b', kind: 'choice' },
      { id: 'c', kind: 'fill' },
      { id: 'd', kind: 'exercise' },
    ],
    chosen: [{ id: 'a', kind: 'choice' }, { id: 'b' }],
    typed: [{ id: 'a', kind: 'fill' }, { id: 'b' }],
    other: [
      { id: 'a', kind: 'order' },
      { id: 'b', kind: 'exercise' },
      { id: 'far', kind: 'choice', fact: 'typed/b' },
    ],
    used: [{ id: 'a', kind: 'exercise' }, { id: 'b' }, { id: 'c', kind: 'order' }, { id: 'd', kind: 'match' }],
    cards: [{ id: 'a' }, { id: 'b', kind: 'cloze' }],
  },
  { mixed: 3, typed: 2 },
)
/** Any answers and reading on some days, of the items of a catalogue. */
const studyOf = (links: Links): fc.Arbitrary<readonly StudyEvent[]> =>
  fc.array(fc.tuple(fc.constantFrom(...links.items.keys()), fc.constantFrom(0, 1, 2, 3, 4), fc.nat(20)), { maxLength: 30 }).map((drawn) =>
    drawn.map(([id, grade, day], place) => ({
      id: eventId(`e${String(place).padStart(2, '0')}`),
      ...noon(day),
      device: deviceId('pen'),
      ...(grade === 0
        ? read(links.items.get(id)?.section ?? '')
        : links.items.get(id)?.options === 0
          ? reviewed(id, grade)
          : answered(id, grade > 2 ? 'correct' : 'wrong')),
    })),
  )

const equalsLiteral = (log: readonly StudyEvent[], links: Links, day: number): void => {
  const found = weaknesses(foldProgress(log, links), links, noon(day))
  const literal = literalTopics(log, links, noon(day)).toSorted((a, b) => b.lost - a.lost)
  expect(found.map(({ lost }) => lost.toFixed(9))).toEqual(literal.map(({ lost }) => lost.toFixed(9)))
  for (const { topic, lost, expected, marks, losses, unseen } of found) {
    const own = literal.find((each) => each.topic === topic)
    expect(lost).toBeCloseTo(own?.lost ?? Number.NaN, 9)
    expect(marks * (1 - expected)).toBeCloseTo(lost, 9)
    expect(unseen).toBe(own?.facts.filter(({ state }) => state === 'unseen').length)
    expect(new Map(losses.map((loss) => [String(loss.fact), [loss.kind, loss.recall.toFixed(9)]]))).toEqual(
      new Map(own?.facts.map((each) => [each.fact, [each.state, each.recall.toFixed(9)]])),
    )
  }
}

describe('lost marks', () => {
  test('equal a literal reading of the formula, whatever kinds a topic has', () => {
    fc.assert(
      fc.property(studyOf(kinds), fc.nat(60), (log, day) => equalsLiteral(log, kinds, day)),
      { numRuns: 200 },
    )
  })

  test('equal it on a catalogue of full size', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), fc.nat(40), (seed, days, later) =>
        equalsLiteral(generatedLog(large, { seed, days, eventsPerDay: 30 }), large, days + later),
      ),
      { numRuns: 8 },
    )
  })

  test('before anything is known are the weights, and lost because nothing was ever asked', () => {
    const found = weaknesses(emptyProgress, kinds, noon(0))
    expect(found.map(({ topic }) => topic).slice(0, 2)).toEqual(['mixed', 'typed'])
    for (const { parts, answers, little, losses, atFault, confused } of found) {
      expect([parts.faded, parts.wrong, answers, little, atFault, confused]).toEqual([0, 0, 0, true, null, null])
      expect(losses.every(({ daysSince }) => daysSince === null)).toBe(true)
      expect(parts.unseen).toBeGreaterThan(0)
    }
    expect(found.reduce((sum, { marks }) => sum + marks, 0)).toBeCloseTo(100, 9)
  })

  test('are the sum of their parts, of facts, sections and slips', () => {
    const sums = ({ parts, losses }: LossDetail, lost: number): void => {
      expect(parts.unseen + parts.faded + parts.wrong).toBeCloseTo(lost, 9)
      expect(losses.reduce((sum, loss) => sum + loss.lost, 0)).toBeCloseTo(lost, 9)
    }
    fc.assert(
      fc.property(logs, fc.nat(60), (log, day) => {
        for (const weakness of weaknesses(foldProgress(log, small), small, noon(day))) {
          const { lost, slips, sections, losses } = weakness
          sums(weakness, lost - slips)
          expect(sections.reduce((sum, section) => sum + section.lost, 0)).toBeCloseTo(lost - slips, 9)
          for (const section of sections) sums(section, section.lost)
          expect(sections.flatMap((section) => section.losses).length).toBe(losses.length)
        }
      }),
    )
  })

  test('lie between nothing and what the topic is worth, most lost first', () => {
    fc.assert(
      fc.property(logs, fc.nat(4000), (log, day) => {
        const found = weaknesses(foldProgress(log, small), small, noon(day))
        for (const { lost, slips, marks, expected, parts } of found) {
          expect(Math.min(lost, slips, parts.unseen, parts.faded, parts.wrong)).toBeGreaterThanOrEqual(0)
          expect(lost).toBeLessThanOrEqual(marks)
          expect(expected).toBeGreaterThan(0)
          expect(expected).toBeLessThan(1)
        }
        expect(found.map(({ lost }) => lost)).toEqual(found.map(({ lost }) => lost).toSorted((a, b) => b - a))
      }),
    )
  })

  test('grow from day to day as long as nothing is answered', () => {
    fc.assert(
      fc.property(studyOf(kinds), fc.integer({ min: 21, max: 400 }), fc.integer({ min: 1, max: 400 }), (log, day, later) => {
        const progress = foldProgress(log, kinds)
        const before = new Map(weaknesses(progress, kinds, noon(day)).map(({ topic, lost }) => [topic, lost]))
        for (const { topic, lost } of weaknesses(progress, kinds, noon(day + later)))
          expect(lost).toBeGreaterThanOrEqual((before.get(topic) ?? 0) - 1e-9)
      }),
    )
  })

  test('are not raised by a right answer, unless it says less than was believed of what was never asked', () => {
    fc.assert(
      fc.property(studyOf(kinds), fc.constantFrom(...kinds.items.values()), fc.integer({ min: 21, max: 60 }), (log, asked, day) => {
        const before = foldProgress(log, kinds)
        const topic = topicOf(asked.fact)
        const beta = topicBetas(before.items, kinds).get(topic)
        const g = guessOf(asked)
        const unknownRight = before.read.has(asked.section) ? g + 0.4 * (1 - g) : g
        fc.pre(beta !== undefined && meanOf(beta) <= 0.3 / (0.3 + 0.7 * unknownRight))
        const right: StudyEvent = { id: eventId('z'), ...noon(day), device: deviceId('pen'), ...answered(asked.id) }
        const lostOf = (progress: typeof before) =>
          weaknesses(progress, kinds, noon(day)).find((each) => each.topic === topic)?.lost ?? Number.NaN
        expect(lostOf(addEvents(before, [right], kinds))).toBeLessThanOrEqual(lostOf(before) + 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  test('are the same numbers in whatever order the events arrive', () => {
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        fc.nat(60),
        ([log, shuffled], day) => {
          const one = weaknesses(foldProgress(log.toSorted(compareEvents), small), small, noon(day))
          const arrived = shuffled.reduce((progress, event) => addEvents(progress, [event], small), emptyProgress)
          expect(weaknesses(arrived, small, noon(day))).toEqual(one)
        },
      ),
    )
  })
})

describe('a weakness', () => {
  const cgroups = linksFor(
    {
      cgroups: [
        { id: 'tree', section: 'tree' },
        { id: 'root', section: 'tree' },
        { id: 'deleg', section: 'delegation' },
        { id: 'deleg-asked', kind: 'choice', section: 'tree', fact: 'cgroups/deleg' },
        { id: 'files', section: 'delegation' },
        { id: 'nsdelegate', section: 'delegation' },
      ],
      caps: [{ id: 'bound' }, { id: 'effective' }],
    },
    { cgroups: 2 },
  )
  const of = (topic: string, today: number, ...days: Days): Weakness => {
    const found = weaknesses(foldDays(cgroups, ...days), cgroups, noon(today)).find((each) => each.topic === topic)
    if (found === undefined) throw new Error(`${topic} is not ranked`)
    return found
  }

  test('says how many facts were wrong when last asked, and in which section most is lost to them', () => {
    const { lastTime, atFault, sections, losses } = of(
      'cgroups',
      24,
      [0, reviewed('cgroups/tree'), reviewed('cgroups/deleg', 1), reviewed('cgroups/files', 1), reviewed('cgroups/nsdelegate')],
      [3, reviewed('cgroups/tree', 1), reviewed('cgroups/deleg', 1), reviewed('cgroups/files', 3)],
    )
    expect(lastTime).toEqual({ wrong: 2, of: 4 })
    expect(sections.map(({ section }) => section).toSorted()).toEqual(['cgroups/delegation', 'cgroups/tree'])
    expect([atFault?.section, atFault?.lastTime]).toEqual(['cgroups/delegation', { wrong: 1, of: 3 }])
    expect(new Map(losses.map((loss) => [String(loss.fact), loss.daysSince]))).toEqual(
      new Map([
        ['cgroups/tree', 21],
        ['cgroups/root', null],
        ['cgroups/deleg', 21],
        ['cgroups/files', 21],
        ['cgroups/nsdelegate', 24],
      ]),
    )
  })

  test('says nothing of answers that a right one has made up for', () => {
    const often = [0, 2, 4].map(
      (day) => [day, reviewed('cgroups/tree', 1), reviewed('cgroups/root', 1), reviewed('cgroups/deleg', 1)] as const,
    )
    const later = [6, 8, 10].map((day) => [day, reviewed('cgroups/tree'), reviewed('cgroups/root'), reviewed('cgroups/deleg')] as const)
    expect(of('cgroups', 11, ...often).lastTime).toEqual({ wrong: 3, of: 3 })
    expect(of('cgroups', 11, ...often, ...later).lastTime).toEqual({ wrong: 0, of: 3 })
    expect(of('cgroups', 11, ...often, ...later).atFault).toBeNull()
  })

  test('counts a fact for the section of the item that names it, wherever it is asked', () => {
    const { atFault } = of('cgroups', 1, [0, answered('cgroups/deleg-asked', 'wrong')])
    expect(atFault?.section).toBe('cgroups/delegation')
  })

  test('counts what is lost as wrong on the very day of the answer, and as faded once it was right', () => {
    const wrong = of('cgroups', 0, [0, reviewed('cgroups/tree', 1)])
    expect(wrong.parts.wrong).toBeGreaterThan(0)
    expect(wrong.losses.find((loss) => loss.fact === fact('cgroups/tree'))?.recall).toBeLessThan(0.9)
    const right = of('cgroups', 0, [0, reviewed('cgroups/tree')])
    expect([right.parts.wrong, right.parts.faded]).toEqual([0, 0])
    expect(of('cgroups', 9, [0, reviewed('cgroups/tree')]).parts.faded).toBeGreaterThan(0)
  })

  test('has little evidence below five answers', () => {
    const four = [reviewed('cgroups/tree'), reviewed('cgroups/tree'), answered('cgroups/deleg-asked'), reviewed('cgroups/deleg')]
    expect(of('cgroups', 0, [0, ...four])).toMatchObject({ answers: 4, little: true })
    expect(of('cgroups', 0, [0, ...four, reviewed('cgroups/files')])).toMatchObject({ answers: 5, little: false })
    expect(of('cgroups', 0, [0, ...four, reviewed('cgroups/files', 3, 'flashcards')])).toMatchObject({ answers: 4 })
  })

  test('leaves out a fact all of whose items are suspended, and a topic that has no others', () => {
    const study = [0, reviewed('cgroups/tree', 1), reviewed('cgroups/files', 1), reviewed('cgroups/root')] as const
    const factsOf = ({ losses }: Weakness) => losses.map((loss) => String(loss.fact)).toSorted()
    const one = of('cgroups', 1, study, [0, suspended('cgroups/files'), suspended('cgroups/deleg')])
    // The choice asks it still.
    expect(factsOf(one)).toEqual(['cgroups/deleg', 'cgroups/nsdelegate', 'cgroups/root', 'cgroups/tree'])
    expect(one).toMatchObject({ unseen: 2, lastTime: { wrong: 1, of: 2 }, answers: 3 })
    const caps = [suspended('caps/bound'), suspended('caps/effective')]
    expect(weaknesses(foldDays(cgroups, [0, ...caps]), cgroups, noon(1)).map(({ topic }) => topic)).toEqual(['cgroups'])
  })

  test('says what was taken for what, as long as that is not put right', () => {
    const taken = answered('cgroups/deleg-asked', 'wrong', undefined, { tookFor: fact('caps/bound'), confidence: 'sure' })
    const confused = { asked: fact('cgroups/deleg'), given: fact('caps/bound'), count: 1 }
    expect(of('cgroups', 1, [0, taken])).toMatchObject({ confused, sureButWrong: 1 })
    expect(of('caps', 1, [0, taken])).toMatchObject({ confused: null, sureButWrong: 0 })
    expect(of('cgroups', 2, [0, taken], [1, reviewed('cgroups/deleg')]).confused).toBeNull()
  })

  test('does not count a fact that is needed somewhere and asked nowhere', () => {
    const needing = linksFor({ ns: [{ id: 'a', supports: ['ns/nowhere'] }, { id: 'b' }] })
    const progress = foldDays(needing, [0, reviewed('ns/a'), reviewed('ns/b')])
    expect(progress.facts.has(fact('ns/nowhere'))).toBe(true)
    expect(weaknesses(progress, needing, noon(0))).toMatchObject([{ unseen: 0, parts: { unseen: 0, faded: 0, wrong: 0 } }])
    expect(weaknesses(progress, needing, noon(0))[0]?.expected).toBeCloseTo(0.98, 10)
  })

  test('is not shifted by what is no longer taught', () => {
    const plain = of('cgroups', 5, [0, reviewed('cgroups/tree')])
    expect(of('cgroups', 5, [0, reviewed('cgroups/tree'), answered('cgroups/gone', 'wrong'), reviewed('gone/too', 1)])).toEqual(plain)
    expect(item('cgroups/gone')).toBeDefined()
  })
})
