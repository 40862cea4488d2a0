import { expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { itemId, topicOf } from '../../../src/core/ids.ts'
import type { QueueEntry } from '../../../src/core/schedule/planReview.ts'
import { resumeReview } from '../../../src/core/schedule/resumeReview.ts'
import { startReview } from '../../../src/core/schedule/reviewSession.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import { answered, buried, createDiary, read, reviewed, suspended } from '../../helpers/events.ts'

const links = linksFor({ ns: [{ id: 'a' }, { id: 'b' }, { id: 'c', kind: 'choice' }, { id: 'd' }] })
const entries: readonly QueueEntry[] = [...links.items.values()].map((stub, place) => ({
  fact: stub.fact,
  item: stub,
  kind: 'due',
  sectionRead: place > 0,
  repeat: false,
}))
const resumed = (...acts: readonly StudyAct[]) => {
  const log = createDiary()
  const {
    queue,
    position,
    answered: count,
  } = resumeReview(
    entries,
    acts.map((act) => log(0, act)),
  )
  const shown = queue.map(({ item: stub, repeat }) => `${String(stub.id).slice(3)}${repeat ? ' again' : ''}`)
  return {
    passed: shown.slice(0, position),
    left: shown.slice(position),
    count,
    reads: queue.slice(position).some(({ sectionRead }) => !sectionRead),
  }
}

const repeated: StudyAct = { kind: 'reviewed', item: item('ns/a'), grade: 1, tookMs: 5000, where: 'review', repeat: true }

test('with nothing done it begins as any sitting', () => {
  expect(resumeReview(entries, [])).toEqual(startReview(entries))
})

test('what was answered is passed, wherever it stood', () => {
  expect(resumed(answered('ns/c'), reviewed('ns/a'))).toMatchObject({ passed: ['a', 'c'], left: ['b', 'd'], count: 2 })
})

test('what was missed comes once more at the end, unless it did already', () => {
  expect(resumed(reviewed('ns/a', 1), answered('ns/c', 'wrong')).left).toEqual(['b', 'd', 'a again', 'c again'])
  expect(resumed(reviewed('ns/a', 1), repeated).left).toEqual(['b', 'c', 'd'])
})

test('a section that was read is not offered again', () => {
  expect(resumed().reads).toBe(true)
  expect(resumed(read('ns/s')).reads).toBe(false)
})

test('what was set aside or put off is not asked', () => {
  expect(resumed(suspended('ns/b'), buried('ns/d')).left).toEqual(['a', 'c'])
  expect(resumed(reviewed('ns/a', 1), buried('ns/a')).left).toEqual(['b', 'c', 'd'])
})

test('cards that were merely leafed through, and what is not in the list, change nothing', () => {
  const elsewhere = itemId(topicOf(fact('other/x')), 'x')
  expect(resumed(reviewed('ns/a', 1, 'flashcards'), reviewed(elsewhere)).left).toEqual(['a', 'b', 'c', 'd'])
})
