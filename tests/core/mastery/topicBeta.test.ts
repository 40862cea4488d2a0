import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOf } from '../../../src/core/history/links.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { topicId } from '../../../src/core/ids.ts'
import { guessOf } from '../../../src/core/mastery/answerOdds.ts'
import { meanOf, scheduleBetas, topicBetas } from '../../../src/core/mastery/topicBeta.ts'
import { item, linksFor } from '../../helpers/catalogue.ts'
import { answered, foldDays, read, reviewed } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { readLiterally } from '../schedule/literalLog.ts'
import { meanOfBeta } from '../schedule/literalRule.ts'
import { literalBeta } from './literalEstimates.ts'

const links = linksFor({
  ns: [
    { id: 'pid' },
    { id: 'pick', kind: 'choice', options: 5 },
    { id: 'type', kind: 'fill' },
    { id: 'far', kind: 'choice', fact: 'caps/bound', section: 't' },
  ],
  caps: [{ id: 'bound' }],
})
const betaOf = (topic: string, ...acts: Parameters<typeof foldDays>[1] extends readonly [number, ...infer A] ? A : never) =>
  topicBetas(foldDays(links, [0, ...acts]).items, links).get(topicId(topic))

describe('topicBetas', () => {
  test('begin at three in ten', () => {
    expect(betaOf('ns')).toEqual({ a: 0.6, b: 1.4 })
    expect(meanOf({ a: 0.6, b: 1.4 })).toBeCloseTo(0.3)
  })

  test.each<[string, readonly Parameters<typeof betaOf>[1][], number, number]>([
    ['a right choice among five, section unread', [answered('ns/pick')], 0.3 / 0.44, 0.14 / 0.44],
    ['the same after reading', [read('ns/s'), answered('ns/pick')], (0.4 * 0.3) / 0.664, (0.4 * 0.364) / 0.664],
    ['a wrong one', [answered('ns/pick', 'wrong')], 0, 1],
    ['half right is not right', [answered('ns/type', 'partly')], 0, 1],
    ['a card known', [reviewed('ns/pid', 2)], 0.3 / 0.321, 0.021 / 0.321],
    ['only the first answer on an item', [reviewed('ns/pid', 1), reviewed('ns/pid', 3), reviewed('ns/pid', 3)], 0, 1],
    ['not leafing through flashcards', [reviewed('ns/pid', 4, 'flashcards')], 0, 0],
    ['a question on a fact of another topic says nothing of this one', [answered('ns/far')], 0, 0],
  ])('count %s', (_, acts, a, b) => {
    const beta = betaOf('ns', ...acts)
    expect(beta?.a).toBeCloseTo(0.6 + a, 10)
    expect(beta?.b).toBeCloseTo(1.4 + b, 10)
  })

  test('take a right answer after reading for knowledge no more than a lucky one allows', () => {
    const unread = meanOf(betaOf('ns', answered('ns/type')) ?? { a: 0, b: 1 })
    const afterReading = meanOf(betaOf('ns', read('ns/s'), answered('ns/type')) ?? { a: 0, b: 1 })
    expect(unread).toBeGreaterThan(0.5)
    expect(afterReading).toBeLessThan(0.4)
  })

  test('count for the topic of the fact that is asked', () => {
    expect(betaOf('caps', answered('ns/far', 'wrong'))).toEqual({ a: 0.6, b: 2.4 })
  })

  test('equal a literal reading of the formula on any log', () => {
    const large = linksOf(largeCatalogue())
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 15 }), (seed, days) => {
        const log = generatedLog(large, { seed, days, eventsPerDay: 30 })
        const literal = readLiterally(log, large)
        const betas = topicBetas(foldProgress(log, large).items, large)
        expect([...betas.keys()].toSorted()).toEqual([...large.topics.keys()].toSorted())
        for (const [topic, { a, b }] of betas) {
          const expected = literalBeta(topic, literal, large)
          expect(a).toBeCloseTo(expected.a, 10)
          expect(b).toBeCloseTo(expected.b, 10)
        }
        // The schedule's own keep the formula of the rule.
        for (const [topic, beta] of scheduleBetas(foldProgress(log, large).items, large))
          expect(meanOf(beta)).toBeCloseTo(meanOfBeta(topic, literal, large), 10)
      }),
      { numRuns: 30 },
    )
  })
})

test('a guess is right as often as the options allow, and hardly ever where there are none', () => {
  const guess = (id: string) => {
    const stub = links.items.get(item(id))
    return stub === undefined ? undefined : guessOf(stub)
  }
  expect(['ns/pick', 'ns/far', 'ns/pid', 'ns/type'].map(guess)).toEqual([0.2, 0.25, 0.03, 0.02])
})
