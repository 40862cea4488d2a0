import { expect, it } from 'vitest'
import { parsedItemId } from '../../src/core/ids.ts'
import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { foldProgress } from '../../src/core/history/progress.ts'
import { lastAnswer } from '../../src/views/review/lastAnswer.ts'
import { linksFor } from '../helpers/catalogue.ts'
import { answered, buried, createDiary, marked, moment, noon, read, retracted, reviewed, started } from '../helpers/events.ts'

const links = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net', kind: 'choice' }] })
/** What undo would take back at noon and a little, after these acts of the day. */
const after = (...acts: readonly StudyAct[]) => {
  const log = createDiary()
  return lastAnswer(
    foldProgress(
      acts.map((act) => log(0, act)),
      links,
    ),
    links,
    noon(0),
  )
}
const item = (found: ReturnType<typeof lastAnswer>): string | undefined => found?.entry.item.id

it('is the newest answer of the day, of a card, of a question or of a quiz', () => {
  expect(item(after(reviewed('ns/pid'), reviewed('ns/mount')))).toBe('ns/mount')
  expect(item(after(reviewed('ns/pid'), answered('ns/net')))).toBe('ns/net')
  expect(item(after(started('quiz', ['ns/net']), answered('ns/net', 'wrong', 'quiz')))).toBe('ns/net')
  expect(item(after(reviewed('ns/pid', 3, 'topic')))).toBe('ns/pid')
})

it('is the answer before, when the newest was taken back already', () => {
  const log = createDiary()
  const [first, second] = [log(0, reviewed('ns/pid')), log(0, reviewed('ns/mount'))]
  const undo = log(0, retracted(second.id))
  const found = lastAnswer(foldProgress([first, second, undo], links), links, noon(0))
  expect(found?.act.events).toEqual([first])
  const redo = log(0, retracted(undo.id))
  expect(item(lastAnswer(foldProgress([first, second, undo, redo], links), links, noon(0)))).toBe('ns/mount')
})

it('is none when something else was done since, and a quiz merely begun is nothing done', () => {
  for (const act of [read('ns/s'), buried('ns/pid'), marked('ns/pid'), reviewed('ns/mount', 3, 'flashcards')])
    expect(after(reviewed('ns/pid'), act)).toBeUndefined()
  expect(item(after(reviewed('ns/pid'), started('quiz', ['ns/net'])))).toBe('ns/pid')
  expect(after()).toBeUndefined()
})

it('is none of an earlier study day, which ends at four in the morning', () => {
  const log = createDiary()
  const progress = foldProgress([log(0, reviewed('ns/pid'))], links)
  expect(item(lastAnswer(progress, links, moment(0, 1439)))).toBe('ns/pid')
  expect(lastAnswer(progress, links, moment(1, 1))).toBeUndefined()
})

it('is none when its item is no longer taught', () => {
  expect(after(reviewed('ns/gone'))).toBeUndefined()
})

it('takes back whole acts, and keeps that a repeat was one', () => {
  const log = createDiary()
  const first = log(0, reviewed('ns/pid'))
  const both: readonly StudyEvent[] = [first, { ...log(0, read('ns/s')), group: first.id }]
  expect(lastAnswer(foldProgress(both, links), links, noon(0))?.act.events).toEqual(both)
  const repeat: StudyAct = { kind: 'reviewed', item: parsedItemId('ns/pid'), grade: 3, tookMs: 1, where: 'review', repeat: true }
  expect(after(reviewed('ns/pid'), repeat)?.entry).toMatchObject({ repeat: true, sectionRead: true, fact: 'ns/pid' })
  expect(after(reviewed('ns/pid'))?.entry.repeat).toBe(false)
})
