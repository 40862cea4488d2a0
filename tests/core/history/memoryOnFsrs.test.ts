import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'
import { otherParameters } from '../../helpers/arbitraries.ts'
import { createDiary, fitted } from '../../helpers/events.ts'
import { readLiterally } from '../schedule/literalLog.ts'

const links = linksOf(largeCatalogue())

/** What the literal reading keeps of a memory, out of the fold's. */
const kept = (progress: ReturnType<typeof foldProgress>) =>
  Object.fromEntries(
    [...progress.facts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fact, { stability, difficulty, firstDay, lastDay, lastGrade, reviews, lapses, released }]) => [
        fact,
        { stability, difficulty, firstDay, lastDay, lastGrade, reviews, lapses, released },
      ]),
  )
const literal = (...given: Parameters<typeof readLiterally>) =>
  Object.fromEntries([...readLiterally(...given).memories].sort(([a], [b]) => (a < b ? -1 : 1)))

describe('the memory of every fact equals that of a script straight on ts-fsrs', () => {
  test('for a fixed log of 900 events with undo, same-day answers, repeats, flashcards, supports, journeys and a second device', () => {
    const log = generatedLog(links, { seed: 7, days: 30, eventsPerDay: 30 })
    const kinds = new Map<string, number>()
    const tell = (what: string) => kinds.set(what, (kinds.get(what) ?? 0) + 1)
    for (const event of log) {
      tell(event.kind)
      if ('repeat' in event && event.repeat === true) tell('repeat')
      if (event.kind === 'reviewed') tell(event.where)
      if ('item' in event && (links.items.get(event.item)?.supports.length ?? 0) > 0) tell('supports')
    }
    // The log holds what the test is about.
    for (const what of ['reviewed', 'answered', 'read', 'retracted', 'reset', 'released', 'repeat', 'flashcards', 'supports'])
      expect(kinds.get(what) ?? 0, what).toBeGreaterThan(4)
    const progress = foldProgress(log, links)
    expect(progress.facts.size).toBeGreaterThan(150)
    expect(Math.max(...[...progress.facts.values()].map((memory) => memory.reviews))).toBeGreaterThan(5)
    expect(kept(progress)).toEqual(literal(log, links))
  })

  test('for any log, whatever the order of its arrival', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 25 }), (seed, days, eventsPerDay) => {
        const log = generatedLog(links, { seed, days, eventsPerDay })
        const progress = foldProgress(log.toReversed(), links)
        expect(kept(progress)).toEqual(literal(log, links))
      }),
      { numRuns: 60 },
    )
  })

  test('with fitted parameters too', () => {
    const log = generatedLog(links, { seed: 3, days: 12, eventsPerDay: 30 })
    const fit = createDiary('laptop')(13, fitted(otherParameters))
    const own = kept(foldProgress([...log, fit], links))
    expect(own).toEqual(literal(log, links, otherParameters))
    expect(own).not.toEqual(literal(log, links))
  })
})

test('durations are those of the last 41 answers of a kind that feed the memory', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (seed, days) => {
      const log = generatedLog(links, { seed, days, eventsPerDay: 40 })
      const all = readLiterally(log, links).durations
      const expected = new Map([...all].map(([kind, ms]) => [kind, ms.slice(-41)]))
      expect(new Map<string, readonly number[]>(foldProgress(log, links).tookMs)).toEqual(expected)
    }),
    { numRuns: 20 },
  )
})
