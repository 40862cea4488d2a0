import { describe, expect, test } from 'vitest'
import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import { keptExams } from '../../../src/core/history/foldExam.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { expectedOfExam } from '../../../src/core/mastery/topicStanding.ts'
import { attemptId } from '../../../src/core/ids.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, examAnswered, examFlagged, examStarted, handedIn, retracted, reviewed } from '../../helpers/events.ts'

const links = linksFor({ ns: ['a', 'b', 'c'].map((id) => ({ id, kind: 'choice' as const })) })
const all = ['ns/a', 'ns/b', 'ns/c']
const fold = (events: readonly StudyEvent[]) => foldProgress(events, links)
const examOf = (events: readonly StudyEvent[]) => {
  const exam = fold(events).exams.get(attemptId('e'))
  if (exam === undefined) throw new Error('There is no such exam')
  return exam
}
type Log = ReturnType<typeof createDiary>
/** What a hand-in writes: one act. */
const handIn = (log: Log, ...answers: readonly StudyAct[]): readonly StudyEvent[] => {
  const hand = log(0, handedIn('e'))
  return [hand, ...answers.map((act) => ({ ...log(0, act), group: hand.id }))]
}
const right = answered('ns/a', 'correct', 'e')
const wrong = answered('ns/b', 'wrong', 'e')

describe('an open exam', () => {
  const log = createDiary()
  const start = log(0, examStarted('e', all))

  test('keeps the last draft and the last flag of each item, and feeds nothing', () => {
    const events = [
      start,
      log(0, examAnswered('e', 'ns/a', [0])),
      log(0, examAnswered('e', 'ns/b', [1])),
      log(0, examAnswered('e', 'ns/a', [2])),
      log(0, examFlagged('e', 'ns/a')),
      log(0, examFlagged('e', 'ns/b')),
      log(0, examFlagged('e', 'ns/a', false)),
    ]
    const exam = examOf(events)
    expect(exam.drafts.get(item('ns/a'))?.response).toEqual({ kind: 'choice', picked: [2] })
    // In the order in which they were last written.
    expect([...exam.drafts.keys()]).toEqual(['ns/b', 'ns/a'])
    expect([...exam.flagged]).toEqual(['ns/b'])
    expect(exam.handedIn).toBeNull()
    const progress = fold(events)
    expect([progress.facts.size, progress.items.size, progress.days.size, progress.tookMs.size]).toEqual([0, 0, 0, 0])
  })

  test('counts the time of an item from what was done before it', () => {
    const later = { ...log(0, examAnswered('e', 'ns/a')), at: start.at + 40_000 }
    const other = { ...log(0, examAnswered('e', 'ns/b')), at: start.at + 50_000 }
    const again = { ...log(0, examAnswered('e', 'ns/a')), at: start.at + 70_000 }
    const { drafts } = examOf([start, later, other, again])
    expect([drafts.get(item('ns/a'))?.tookMs, drafts.get(item('ns/b'))?.tookMs]).toEqual([60_000, 10_000])
  })

  test('takes nothing more once its time is over, nor what is of no item of it', () => {
    const draft = log(0, examAnswered('e', 'ns/a'))
    expect(examOf([start, { ...draft, at: start.at + 15 * 60_000 - 1 }]).drafts.size).toBe(1)
    expect(examOf([start, { ...draft, at: start.at + 15 * 60_000 }]).drafts.size).toBe(0)
    expect(examOf([start, log(0, examAnswered('e', 'ns/else')), log(0, examFlagged('e', 'ns/else'))])).toMatchObject({
      drafts: new Map(),
      flagged: new Set(),
    })
    expect(fold([log(0, examAnswered('none', 'ns/a')), log(0, handedIn('none'))]).exams.size).toBe(0)
  })

  test('that was begun twice is the first one, and of many the latest are kept', () => {
    expect(examOf([start, log(0, examStarted('e', ['ns/a'], 90))]).minutes).toBe(15)
    const many = Array.from({ length: keptExams + 5 }, (_, n) => log(0, examStarted(`e${n}`, all)))
    expect([...fold(many).exams.keys()][0]).toBe('e5')
  })
})

describe('what was expected of an exam', () => {
  const log = createDiary()
  const [before, start, same, after] = [
    log(0, reviewed('ns/a')),
    log(0, examStarted('e', [...all, 'ns/gone'])),
    log(0, reviewed('ns/b')),
    log(0, reviewed('ns/c')),
  ]
  const hand = log(0, handedIn('e'))
  const expectedOf = (...events: readonly StudyEvent[]) => expectedOfExam(examOf(events), fold(events), links)

  test('is not known while it is open, nor of items that are no longer taught', () => {
    expect(expectedOf(before, start)).toBeNull()
    expect(expectedOf(log(0, examStarted('e', ['ns/gone'])), hand)).toBeNull()
  })

  test('follows from all that was known when it was handed in, and from nothing after', () => {
    // e = 1/4 + (1 - 1/4 - 0.04) Rbar^0.8: of three facts one is known, the others as far as one right answer on another says.
    const known = 0.3 / (0.3 + 0.7 * 0.25)
    const beta = { a: 0.6 + known, b: 1.4 + 1 - known }
    const e = (recall: number): number => 0.25 + 0.71 * recall ** 0.8
    expect(expectedOf(before, start, hand)).toBeCloseTo(e((1 + (2 * beta.a) / (beta.a + beta.b)) / 3), 10)
    expect(expectedOf(before, start, same, hand)).toBeGreaterThan(expectedOf(before, start, hand) ?? 1)
    const later = { ...after, at: hand.at + 60_000 }
    const answer = { ...log(0, wrong), at: hand.at, group: hand.id }
    expect(expectedOf(before, start, hand, answer, later, log(1, handedIn('e')))).toBe(expectedOf(before, start, hand))
  })
})

describe('an exam handed in', () => {
  test('feeds the memory with each answer once', () => {
    const log = createDiary()
    const before = [log(0, examStarted('e', all)), log(0, examAnswered('e', 'ns/a')), log(0, examAnswered('e', 'ns/b'))]
    const progress = fold([...before, ...handIn(log, right, wrong)])
    expect(progress.items.get(item('ns/a'))).toMatchObject({ answers: 1, last: { verdict: 'correct' } })
    expect(progress.items.get(item('ns/b'))).toMatchObject({ answers: 1, last: { verdict: 'wrong' } })
    expect(progress.facts.size).toBe(2)
    expect([...progress.days.values()]).toMatchObject([{ answers: 2 }])
    expect([...(progress.exams.get(attemptId('e'))?.answers.keys() ?? [])]).toEqual(['ns/a', 'ns/b'])
  })

  test('by two tabs at once counts once, and the other counts when the first is taken back', () => {
    const log = createDiary()
    const start = log(0, examStarted('e', all))
    const one = handIn(log, right)
    const two = handIn(log, right, wrong)
    // Their events lie between one another.
    const mixed = [
      start,
      ...[one[0], two[0], two[1], one[1], two[2]].flatMap((event, n) => (event ? [{ ...event, at: start.at + n + 1 }] : [])),
    ]
    // Of one day the memory takes the first answer.
    expect([...fold(mixed).facts.values()].map(({ reviews }) => reviews)).toEqual([1, 1])
    expect([...(fold(mixed).exams.get(attemptId('e'))?.answers.keys() ?? [])]).toEqual(['ns/a'])
    const undone = { ...log(1, retracted(...one.map((event) => event.id))) }
    expect([
      ...(fold([...mixed, undone])
        .exams.get(attemptId('e'))
        ?.answers.keys() ?? []),
    ]).toEqual(['ns/a', 'ns/b'])
    expect([...fold([...mixed, undone]).days.values()]).toMatchObject([{ answers: 2 }])
  })

  test('a second time reaches the memory, on a later day once more, and is counted nowhere else', () => {
    const log = createDiary()
    const start = log(0, examStarted('e', all))
    const confused = answered('ns/b', 'wrong', 'e', { tookFor: fact('ns/c'), confidence: 'sure' })
    const one = handIn(log, right, confused)
    const again = log(3, handedIn('e'))
    const two = [again, ...[right, confused, answered('ns/c', 'correct', 'e')].map((act) => ({ ...log(3, act), group: again.id }))]
    const once = fold([start, ...one])
    const twice = fold([start, ...one, ...two])
    expect([...twice.facts].map(([asked, { reviews }]) => [asked, reviews])).toEqual([
      ['ns/a', 2],
      ['ns/b', 2],
      ['ns/c', 1],
    ])
    const { items, days, tallies, hours, tookMs, confusions, calibration, exams } = once
    expect(twice).toMatchObject({ items, days, tallies, hours, tookMs, confusions, calibration, exams })
    expect(twice.items.size).toBe(2)
    // The same answers without the exam are answers like any other.
    expect(fold([start, ...one, ...two.slice(1).map(({ group: _, ...event }) => event)]).items.get(item('ns/a'))?.answers).toBe(2)
  })

  test('taken back is open again with its drafts, and feeds nothing', () => {
    const log = createDiary()
    const events = [log(0, examStarted('e', all)), log(0, examAnswered('e', 'ns/a', [1]))]
    const hand = handIn(log, right)
    const back = log(0, retracted(...hand.map((event) => event.id)))
    expect(fold([...events, ...hand, back])).toMatchObject({ facts: new Map(), items: new Map(), days: new Map() })
    expect(examOf([...events, ...hand, back])).toEqual(examOf(events))
  })

  test('stays as it was handed in, whatever comes later', () => {
    const log = createDiary()
    const events = [log(0, examStarted('e', all)), ...handIn(log, right)]
    const late = [log(0, examAnswered('e', 'ns/b')), log(0, examFlagged('e', 'ns/b')), log(0, answered('ns/b', 'correct', 'e'))]
    expect(examOf([...events, ...late])).toEqual(examOf(events))
  })
})

test('an exam of which the start is taken back is discarded, and comes back with it', () => {
  const log = createDiary()
  const start = log(0, examStarted('e', all))
  const draft = log(0, examAnswered('e', 'ns/a'))
  const discarded = log(0, retracted(start.id))
  expect(fold([start, draft, discarded]).exams.size).toBe(0)
  expect(examOf([start, draft, discarded, log(0, retracted(discarded.id))]).drafts.size).toBe(1)
})
