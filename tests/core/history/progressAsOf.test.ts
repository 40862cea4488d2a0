import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addEvents, emptyProgress, foldProgress, settleTail } from '../../../src/core/history/progress.ts'
import { eventsSince, latestEvent, progressAsOf } from '../../../src/core/history/progressAsOf.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import { createDiary, retracted, reviewed } from '../../helpers/events.ts'

/** What screens show of a progress. */
const told = ({ facts, items, read, confusions, calibration, plan }: ReturnType<typeof foldProgress>) => ({
  facts,
  items,
  read,
  confusions,
  calibration,
  plan,
})

test('the progress after an event is that of the log up to it', () => {
  fc.assert(
    fc.property(logs, fc.nat(), (log, drawn) => {
      const whole = foldProgress(log, links)
      const place = whole.tail.length === 0 ? -1 : drawn % whole.tail.length
      const asOf = progressAsOf(whole, whole.tail[place]?.id ?? null, links)
      expect(asOf && told(asOf)).toEqual(told(foldProgress(whole.tail.slice(0, place + 1), links)))
    }),
  )
})

test('after the latest event nothing has happened, and nothing is reckoned anew', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const whole = foldProgress(log, links)
      expect(progressAsOf(whole, latestEvent(whole), links)).toBe(whole)
      expect(eventsSince(whole, latestEvent(whole))).toEqual([])
    }),
  )
})

test('what is settled still counts, and what lies before it cannot be told', () => {
  const log = createDiary()
  const events = [0, 1, 2, 3].map((day) => log(day, reviewed('ns/pid')))
  const settled = settleTail(foldProgress(events, links), links, { events: 2, ms: 0 })
  expect(settled.tail).toHaveLength(2)
  const [first, second, third] = events
  expect(progressAsOf(settled, first?.id ?? null, links)).toBeNull()
  expect(progressAsOf(settled, null, links)).toBeNull()
  expect(eventsSince(settled, null)).toBeNull()
  expect(eventsSince(settled, second?.id ?? null)).toEqual(events.slice(2))
  expect(progressAsOf(settled, third?.id ?? null, links)?.facts).toEqual(foldProgress(events.slice(0, 3), links).facts)
})

test('what came since and was taken back is not among it', () => {
  const log = createDiary()
  const [one, two] = [log(0, reviewed('ns/pid')), log(1, reviewed('ns/pid'))]
  const undone = addEvents(emptyProgress, [one, two, log(1, retracted(two.id))], links)
  expect(eventsSince(undone, one.id)).toEqual([])
  expect(eventsSince(undone, null)).toEqual([one])
})
