import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { topicId } from '../../../src/core/ids.ts'
import { weakReason } from '../../../src/core/mastery/weakReason.ts'
import { weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import { links as small, logs } from '../../helpers/arbitraries.ts'
import { linksFor, section } from '../../helpers/catalogue.ts'
import { answered, foldDays, noon, read, reviewed } from '../../helpers/events.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const links = linksFor({ ns: ids.map((id) => ({ id, kind: 'choice', section: id < 'd' ? 'first' : 'second' })) })
const reasonOf = (progress: Progress, day: number) => {
  const weakness = weaknesses(progress, links, noon(day)).find(({ topic }) => topic === topicId('ns'))
  return weakness && weakReason(weakness, progress)
}

test('below five answers the reason is that little is known', () => {
  expect(reasonOf(foldDays(links, [0, read('ns/first'), answered('ns/a', 'wrong'), answered('ns/b', 'wrong')]), 3)).toEqual({
    kind: 'little',
    answers: 2,
    sectionsRead: 1,
  })
})

test('wrong answers name the section at fault with their count, and how often they were sure', () => {
  const progress = foldDays(
    links,
    [0, ...ids.slice(0, 3).map((id) => answered(`ns/${id}`, 'wrong', undefined, { confidence: 'sure' }))],
    [1, ...ids.slice(3).map((id) => answered(`ns/${id}`))],
  )
  expect(reasonOf(progress, 2)).toEqual({
    kind: 'causes',
    first: { kind: 'wrong', section: section('ns/first'), wrong: 3, of: 3 },
    second: { kind: 'sure', count: 3 },
  })
})

test('what faded names the days and the recall that is left', () => {
  const reason = reasonOf(foldDays(links, [0, ...ids.map((id) => answered(`ns/${id}`))]), 30)
  expect(reason).toMatchObject({ kind: 'causes', first: { kind: 'faded', daysSince: 30 }, second: null })
})

test('what was never asked is counted', () => {
  const progress = foldDays(links, [0, ...[1, 2, 3, 4, 5].map(() => reviewed('ns/a'))])
  expect(reasonOf(progress, 0)).toEqual({ kind: 'causes', first: { kind: 'unseen', unseen: 5, facts: 6 }, second: null })
})

test('where all was answered right today nothing is left to say', () => {
  expect(reasonOf(foldDays(links, [0, ...ids.map((id) => answered(`ns/${id}`))]), 0)).toEqual({ kind: 'held' })
})

test('a section that was wrong once is told however many other answers came since', () => {
  const wrongOnce = foldDays(
    links,
    ...[0, 1, 2].map((day) => [day, ...ids.slice(0, 5).map((id) => answered(`ns/${id}`))] as const),
    [3, answered('ns/f', 'wrong')],
    ...[4, 5, 6, 7].map((day) => [day, ...ids.slice(0, 5).map((id) => answered(`ns/${id}`))] as const),
  )
  expect(reasonOf(wrongOnce, 7)).toEqual({
    kind: 'causes',
    first: { kind: 'wrong', section: section('ns/second'), wrong: 1, of: 3 },
    second: null,
  })
})

test('days and recall are told of the same facts: one that was right today is none that faded', () => {
  const all = [0, ...ids.map((id) => answered(`ns/${id}`))] as const
  const reason = reasonOf(foldDays(links, all), 30)
  const again = reasonOf(foldDays(links, all, [30, answered('ns/a')]), 30)
  expect(reason).toMatchObject({ first: { kind: 'faded', daysSince: 30 } })
  expect(again).toEqual(reason)
})

test('whatever happened, the first cause costs most, and what is said was counted', () => {
  fc.assert(
    fc.property(logs, fc.nat(60), (log, day) => {
      const progress = foldProgress(log, small)
      for (const weakness of weaknesses(progress, small, noon(day))) {
        const reason = weakReason(weakness, progress)
        expect(reason.kind === 'little').toBe(weakness.little)
        if (reason.kind !== 'causes') continue
        const { first } = reason
        if (first.kind === 'sure') throw new Error('Sure answers are no cause of their own')
        const { unseen, faded, wrong } = weakness.parts
        expect(weakness.parts[first.kind]).toBe(Math.max(unseen, faded, wrong))
        for (const cause of [first, reason.second]) {
          if (cause?.kind === 'unseen') expect(cause.unseen).toBeGreaterThan(0)
          if (cause?.kind === 'wrong') expect(cause.wrong).toBeGreaterThan(0)
          if (cause?.kind === 'wrong') expect(cause.wrong).toBeLessThanOrEqual(cause.of)
          if (cause?.kind === 'faded') expect(cause.recall).toBeLessThan(1)
          if (cause?.kind === 'faded') expect(cause.daysSince).toBeGreaterThan(0)
        }
      }
    }),
  )
})
