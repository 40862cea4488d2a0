import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { addEvents, emptyProgress, foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { deviceId, type EventId, eventId } from '../../../src/core/ids.ts'
import { addAll, links, logs } from '../../helpers/arbitraries.ts'
import { fact } from '../../helpers/catalogue.ts'
import { answered, createDiary, moment, read, retracted, reviewed, started, suspended } from '../../helpers/events.ts'

/** What a learner sees of it: all but the bookkeeping of what was taken back. */
const visible = ({ facts, items, read: sections, attempts, days, tookMs, buried, plan, fitted }: Progress) => ({
  facts,
  items,
  sections,
  attempts,
  days,
  tookMs,
  buried,
  plan,
  fitted,
})

describe('undo', () => {
  const late = (target: EventId, id: string): StudyEvent => ({
    id: eventId(id),
    ...moment(30, 0),
    device: deviceId('pen'),
    kind: 'retracted',
    events: [target],
  })

  test('of what was just added leaves everything as it was', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, pick) => {
        fc.pre(log.length > 0)
        const added = log[pick % log.length]
        fc.pre(added !== undefined && added.kind !== 'retracted')
        const without = foldProgress(
          log.filter((event) => event !== added),
          links,
        )
        const undone = addEvents(addEvents(without, [added], links), [late(added.id, 'undo')], links)
        expect(visible(undone)).toEqual(visible(without))
      }),
      { numRuns: 500 },
    )
  })

  test('of everything leaves nothing', () => {
    const log = createDiary()
    const done = [
      log(0, read('ns/s')),
      log(0, reviewed('ns/pid')),
      log(0, started('quiz-1', ['ns/type'])),
      log(0, answered('ns/type', 'correct', 'quiz-1')),
      log(1, suspended('caps/bound')),
      log(2, reviewed('ns/pid', 1, 'flashcards')),
    ]
    const undone = addEvents(
      foldProgress(done, links),
      done.map((event) => log(3, retracted(event.id))),
      links,
    )
    expect(visible(undone)).toEqual(visible(emptyProgress))
    expect(undone.eventCount).toBe(12)
  })

  test('taken back restores what was undone', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, pick) => {
        const target = log[pick % Math.max(1, log.length)]
        fc.pre(target !== undefined)
        const before = foldProgress(log, links)
        const undo = late(target.id, 'undo')
        const redone = addEvents(addEvents(before, [undo], links), [late(undo.id, 'redo')], links)
        expect(visible(redone)).toEqual(visible(before))
      }),
      { numRuns: 500 },
    )
  })

  test('holds when it arrives before what it takes back', () => {
    const log = createDiary()
    const answer = log(0, reviewed('ns/pid'))
    const undo = log(0, retracted(answer.id))
    const redo = log(0, retracted(undo.id))
    const other = log(1, reviewed('caps/bound'))
    const early = addAll(emptyProgress, [[undo], [other], [answer]])
    expect([...early.facts.keys()]).toEqual(['caps/bound'])
    expect(addAll(emptyProgress, [[redo], [undo], [other], [answer]]).facts.has(fact('ns/pid'))).toBe(true)
    expect(addEvents(early, [redo], links).facts.has(fact('ns/pid'))).toBe(true)
  })

  test.each([1, 2, 3, 4, 5, 20_000, 20_001])('in a chain of %i, each taking back the one before, counts by turns', (length) => {
    const log = createDiary()
    const chain = [log(0, reviewed('ns/pid'))]
    for (let index = 0; index < length; index += 1) chain.push(log(0, retracted(chain[index]?.id ?? eventId(''))))
    const isLive = length % 2 === 0
    expect(foldProgress(chain, links).facts.has(fact('ns/pid'))).toBe(isLive)
    expect(addAll(emptyProgress, [chain.slice(-1), chain.slice(0, -1)]).facts.has(fact('ns/pid'))).toBe(isLive)
  })

  test('done twice needs to be taken back twice', () => {
    const log = createDiary()
    const answer = log(0, reviewed('ns/pid'))
    const [undo, again] = [log(0, retracted(answer.id)), log(0, retracted(answer.id))]
    const once = foldProgress([answer, undo, again, log(0, retracted(undo.id))], links)
    expect(once.facts.size).toBe(0)
    expect(addEvents(once, [log(0, retracted(again.id))], links).facts.size).toBe(1)
  })

  test('of nothing known, of itself and in circles ends, and does no harm', () => {
    const log = createDiary()
    const answer = log(0, reviewed('ns/pid'))
    const hostile = [
      late(eventId('nowhere'), 'a'),
      late(eventId('self'), 'self'),
      late(eventId('two'), 'one'),
      late(eventId('three'), 'two'),
      late(eventId('one'), 'three'),
    ]
    expect(visible(foldProgress([answer, ...hostile], links))).toEqual(visible(foldProgress([answer], links)))
  })
})
