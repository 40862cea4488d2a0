import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { addEvents, foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { eventsSince, latestEvent } from '../../../src/core/history/progressAsOf.ts'
import { deviceId, eventId, topicId } from '../../../src/core/ids.ts'
import { drillChange } from '../../../src/core/mastery/drillChange.ts'
import { planDrill } from '../../../src/core/mastery/planDrill.ts'
import { weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { links as small, logs } from '../../helpers/arbitraries.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import { answered, foldDays, moment, noon, reviewed } from '../../helpers/events.ts'

/** What this drill changes if it is answered so, in the afternoon of a day. */
const drilled = (before: Progress, links: Links, topic: string, day: number, answer: (item: string) => StudyAct) => {
  const now = moment(day, 600)
  const { entries } = planDrill({ kind: 'topic', topic: topicId(topic) }, before, links, now)
  const log = entries.map(({ item }, place) => ({
    id: eventId(`z${String(place).padStart(3, '0')}`),
    at: now.at + place,
    offsetMin: now.offsetMin,
    device: deviceId('drill'),
    ...answer(item.id),
  }))
  const after = addEvents(before, log, links)
  const since = eventsSince(after, latestEvent(before))
  if (since === null) throw new Error('The drill began before what is kept')
  return { entries, after, now, change: drillChange(entries, before, since, after, links, now) }
}

const links = linksFor({
  weak: ['a', 'b', 'c', 'd'].map((id) => ({ id, section: id < 'c' ? 'one' : 'two' })),
  other: [{ id: 'x' }],
})
const wrongBefore = foldDays(links, [0, ...['a', 'b', 'c', 'd'].map((id) => reviewed(`weak/${id}`, 1))])

test('right answers lower what is lost, by topic and by section, and each answer is counted', () => {
  const { change } = drilled(wrongBefore, links, 'weak', 4, (id) => reviewed(id, 3))
  expect(change).toMatchObject({ right: 4, wrong: 0, fresh: 0, next: { topic: 'other' } })
  const [topic, ...others] = change.topics
  expect(others).toEqual([])
  expect(topic?.topic).toBe('weak')
  expect(topic?.after).toBeLessThan(topic?.before ?? 0)
  expect(topic?.sections.map(({ section }) => String(section)).toSorted()).toEqual(['weak/one', 'weak/two'])
  for (const { before, after } of topic?.sections ?? []) expect(after).toBeLessThan(before)
  expect(change.nextDueDay).toBeGreaterThan(0)
})

test('the sections told are those that teach the facts asked, wherever the items stand', () => {
  const scattered = linksFor({
    weak: [
      { id: 'a', kind: 'choice', section: 'one' },
      { id: 'typed', kind: 'fill', section: 'two', fact: 'weak/a' },
    ],
    other: [{ id: 'x', section: 'two' }],
  })
  const before = foldDays(scattered, [0, answered('weak/a', 'wrong')])
  const { entries, change } = drilled(before, scattered, 'weak', 4, (id) => answered(id))
  expect(entries.map(({ item }) => String(item.section))).toEqual(['weak/two'])
  expect(change.topics.map(({ topic, sections }) => [topic, ...sections.map(({ section }) => section)])).toEqual([['weak', 'weak/one']])
})

test('what was wrong is counted as such, what was never asked before as new', () => {
  const before = foldDays(links, [0, reviewed('weak/a', 1)])
  expect(drilled(before, links, 'weak', 4, (id) => reviewed(id, id === 'weak/b' ? 1 : 3)).change).toMatchObject({
    right: 3,
    wrong: 1,
    fresh: 3,
  })
})

test('with nothing answered nothing has changed', () => {
  const { entries } = planDrill({ kind: 'topic', topic: topicId('weak') }, wrongBefore, links, noon(4))
  const change = drillChange(entries, wrongBefore, [], wrongBefore, links, noon(4))
  expect(change).toMatchObject({ right: 0, wrong: 0, fresh: 0, nextDueDay: null })
  for (const { before, after } of change.topics) expect(after).toBe(before)
})

test('before and after are what the screen of weak topics says at that moment, and what is next is the weakest of the others', () => {
  fc.assert(
    fc.property(logs, fc.constantFrom(...small.topics.keys()), fc.nat(30), fc.boolean(), (log, topic, days, right) => {
      const before = foldProgress(log, small)
      const { entries, after, now, change } = drilled(before, small, topic, 40 + days, (id) => answered(id, right ? 'correct' : 'wrong'))
      const lostOf = (progress: Progress) => weaknesses(progress, small, now).find((weakness) => weakness.topic === topic)?.lost
      const [moved] = change.topics
      expect([moved?.before, moved?.after]).toEqual(entries.length === 0 ? [undefined, undefined] : [lostOf(before), lostOf(after)])
      if (right && moved !== undefined) expect(moved.after).toBeLessThanOrEqual(moved.before + 1e-9)
      expect(change.next).toEqual(
        weaknesses(after, small, now).find((weakness) => weakness.topic !== topic || entries.length === 0) ?? null,
      )
      expect(right ? change.wrong : change.right).toBe(0)
    }),
  )
})
