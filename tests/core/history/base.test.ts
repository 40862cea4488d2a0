import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import {
  addEvents,
  compareEvents,
  countToBase,
  emptyProgress,
  foldProgress,
  type Progress,
  progressFrom,
  settleTail,
} from '../../../src/core/history/progress.ts'
import { isNotable, startReplay } from '../../../src/core/history/replay.ts'
import { links, logs, otherParameters } from '../../helpers/arbitraries.ts'
import { fact } from '../../helpers/catalogue.ts'
import { createDiary, fitted, retracted, reviewed } from '../../helpers/events.ts'

const dayMs = 86_400_000
const keeps = fc.record({ events: fc.nat(12), ms: fc.constantFrom(0, dayMs, 3 * dayMs) })
/** What it comes to, however it is divided into base and tail. */
const sum = ({ base: _base, tail: _tail, ...rest }: Progress) => rest

/** A replay as storage drives one: batches in the order of their first event, which may overlap. */
const replayed = (batches: readonly (readonly StudyEvent[])[], keep = { events: 0, ms: 0 }): Progress => {
  const replay = startReplay(links, batches.flat().filter(isNotable), keep)
  const sorted = batches
    .filter((batch) => batch.length > 0)
    .map((batch) => batch.toSorted(compareEvents))
    .toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : compareEvents(a, b)))
  for (const [place, batch] of sorted.entries()) replay.add(batch, sorted[place + 1]?.[0] ?? null)
  return replay.done()
}

const cutAnywhere = (log: readonly StudyEvent[], cuts: readonly number[]) => {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), log.length]
  return edges.slice(1).map((end, place) => log.slice(edges[place], end))
}

describe('a base', () => {
  test('changes nothing of what the log comes to', () => {
    fc.assert(
      fc.property(logs, keeps, (log, keep) => {
        const whole = foldProgress(log, links)
        const settled = settleTail(whole, links, keep)
        expect(sum(settled)).toEqual(sum(whole))
        const again = progressFrom(settled.base, settled.tail, links, settled)
        expect(sum(again)).toEqual(sum(whole))
      }),
      { numRuns: 500 },
    )
  })

  test('takes up what comes later as the whole log would, or says that it cannot', () => {
    fc.assert(
      fc.property(logs, fc.nat(), keeps, fc.array(fc.nat(29), { maxLength: 3 }), (log, pick, keep, cuts) => {
        const shuffled = [...log.slice(pick % (log.length + 1)), ...log.slice(0, pick % (log.length + 1))]
        const progress = cutAnywhere(
          shuffled,
          cuts.map((cut) => Math.min(cut, log.length)),
        ).reduce<Progress>((before, batch) => settleTail(addEvents(before, batch, links), links, keep), emptyProgress)
        if (!progress.isStale) expect(sum(progress)).toEqual(sum(foldProgress(log, links)))
      }),
      { numRuns: 2000 },
    )
  })

  test('is not needed to be replayed for what a learner does next', () => {
    const log = createDiary()
    const past = Array.from({ length: 40 }, (_, day) => log(day, reviewed('ns/pid')))
    const settled = settleTail(foldProgress(past, links), links, { events: 5, ms: 0 })
    expect(settled.tail).toHaveLength(5)
    const last = log(41, reviewed('ns/mount'))
    const undone = addEvents(addEvents(settled, [last], links), [log(41, retracted(last.id))], links)
    expect(undone.isStale).toBe(false)
    expect(undone.facts).toEqual(settled.facts)
  })

  test.each<[string, (log: ReturnType<typeof createDiary>, past: readonly StudyEvent[]) => StudyEvent]>([
    ['an event that belongs before the cut', (log) => log(3, reviewed('ns/mount'))],
    ['an undo of what lies before it', (log, past) => log(50, retracted(...past.slice(3, 4).map((event) => event.id)))],
    ['other parameters', (log) => log(50, fitted(otherParameters))],
  ])('is stale after %s, and what was known stays on screen', (_, make) => {
    const log = createDiary()
    const past = Array.from({ length: 40 }, (__, day) => log(day, reviewed('ns/pid')))
    const settled = settleTail(foldProgress(past, links), links, { events: 5, ms: 0 })
    const event = make(log, past)
    const after = addEvents(settled, [event], links)
    expect(after.isStale).toBe(true)
    expect(after.facts.get(fact('ns/pid'))).toEqual(settled.facts.get(fact('ns/pid')))
    expect(sum(replayed([past, [event]]))).toEqual(sum(foldProgress([...past, event], links)))
  })

  test('leaves the last events and the last days in the tail', () => {
    const log = createDiary()
    const past = Array.from({ length: 40 }, (_, day) => log(day, reviewed('ns/pid')))
    expect(countToBase(past, { events: 5, ms: 0 })).toBe(35)
    expect(countToBase(past, { events: 5, ms: 9.5 * dayMs })).toBe(30)
    expect(countToBase(past, { events: 100, ms: 0 })).toBe(0)
    expect(countToBase([], { events: 5, ms: 0 })).toBe(0)
  })
})

describe('a replay', () => {
  test('batch by batch, overlapping or not, equals the fold of the whole log', () => {
    fc.assert(
      fc.property(logs, keeps, fc.array(fc.nat(29), { maxLength: 4 }), (log, keep, cuts) => {
        const batches = cutAnywhere(
          log,
          cuts.map((cut) => Math.min(cut, log.length)),
        )
        expect(sum(replayed(batches, keep))).toEqual(sum(foldProgress(log, links)))
      }),
      { numRuns: 1000 },
    )
  })

  test('of a long log holds no more than it has to, and equals the fold', () => {
    const log = createDiary()
    const past = Array.from({ length: 12_000 }, (_, n) => log(Math.floor(n / 30), reviewed(n % 3 === 0 ? 'ns/pid' : 'caps/bound')))
    const batches = Array.from({ length: 24 }, (_, n) => past.slice(n * 500, (n + 1) * 500))
    const progress = replayed(batches, { events: 512, ms: 2 * dayMs })
    expect(progress.tail).toHaveLength(512)
    expect(sum(progress)).toEqual(sum(foldProgress(past, links)))
  })
})
