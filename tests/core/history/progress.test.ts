import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addEvents, compareEvents, emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { attemptId } from '../../../src/core/ids.ts'
import { addAll, arrivals, links, logs } from '../../helpers/arbitraries.ts'
import { fact, item, section } from '../../helpers/catalogue.ts'
import { answered, createDiary, dayZero, moment, read, resumed, retracted, reviewed, started, suspended } from '../../helpers/events.ts'

describe('the fold', () => {
  test('is the same whatever the order of arrival, the batches and the repetitions', () => {
    fc.assert(
      fc.property(arrivals, ({ log, batches }) => {
        expect(addAll(emptyProgress, batches)).toEqual(foldProgress(log, links))
      }),
      { numRuns: 500 },
    )
  })

  test('changes nothing that it was given', () => {
    fc.assert(
      fc.property(arrivals, ({ batches }) => {
        const before = addAll(emptyProgress, batches.slice(0, 2))
        const copy = structuredClone(before)
        addAll(before, batches.slice(2))
        expect(before).toEqual(copy)
        expect(emptyProgress.tail).toEqual([])
      }),
    )
  })

  test('returns the very same progress when every event is there already', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const progress = foldProgress(log, links)
        expect(addEvents(progress, log, links)).toBe(progress)
        expect(addEvents(progress, [], links)).toBe(progress)
      }),
    )
  })

  test('counts each event once, however often and under whatever contents its id arrives', () => {
    const log = createDiary()
    const first = log(0, reviewed('ns/pid'))
    const edited = { ...first, at: first.at + 5 * 86_400_000 }
    const twice = foldProgress([first, first, edited, first], links)
    expect(twice.tail).toEqual([first])
    expect(twice.items.get(item('ns/pid'))?.answers).toBe(1)
  })
})

describe('what did not change', () => {
  const log = createDiary()
  const past = [
    log(0, reviewed('ns/pid')),
    log(0, reviewed('caps/bound')),
    log(1, answered('ns/type')),
    log(1, read('ns/s')),
    log(1, started('quiz-1', ['caps/pick'])),
    log(2, answered('caps/pick', 'wrong', 'quiz-1')),
  ]
  const before = foldProgress(past, links)
  test('stays the very same object, so that the cost of an answer does not grow with the history', () => {
    const after = addEvents(before, [log(9, reviewed('ns/pid', 1))], links)
    for (const id of ['caps/bound', 'ns/mount']) expect(after.facts.get(fact(id))).toBe(before.facts.get(fact(id)))
    for (const id of ['caps/bound', 'ns/type', 'caps/pick']) expect(after.items.get(item(id))).toBe(before.items.get(item(id)))
    expect(after.attempts.get(attemptId('quiz-1'))).toBe(before.attempts.get(attemptId('quiz-1')))
    expect(after.days.get(dayZero)).toBe(before.days.get(dayZero))
  })
})

describe('items', () => {
  test('keep how often, when and how they were last answered, leafing through flashcards aside', () => {
    const log = createDiary()
    const events = [
      log(0, reviewed('ns/pid', 4)),
      log(1, reviewed('ns/pid', 1, 'flashcards')),
      log(2, answered('ns/type', 'wrong', 'quiz-1')),
      log(3, answered('ns/type', 'partly')),
    ]
    const { items } = foldProgress(events, links)
    expect(items.get(item('ns/pid'))).toMatchObject({ answers: 1, lastAt: events[0]?.at, last: { grade: 4 }, suspended: false, note: null })
    expect(items.get(item('ns/type'))).toMatchObject({ answers: 2, lastAt: events[3]?.at, last: { verdict: 'partly' }, suspended: false })
  })

  test('set aside stay so through answers, until they are taken up again', () => {
    const log = createDiary()
    const events = [log(0, suspended('ns/pid')), log(1, reviewed('ns/pid')), log(2, resumed('ns/pid'))]
    const states = [1, 2, 3].map((count) => foldProgress(events.slice(0, count), links).items.get(item('ns/pid')))
    expect(states.map((state) => [state?.suspended, state?.answers])).toEqual([
      [true, 0],
      [true, 1],
      [false, 1],
    ])
  })

  test('that are no longer taught keep their history and feed no fact', () => {
    const log = createDiary()
    const { facts, items, days } = foldProgress([log(0, reviewed('ns/retired', 4))], links)
    expect([facts.size, items.get(item('ns/retired'))?.answers, days.get(dayZero)?.answers]).toEqual([0, 1, 1])
  })
})

describe('sections', () => {
  test('were read when they were first read', () => {
    const log = createDiary()
    const [first, second] = [log(1, read('ns/s')), log(4, read('ns/s'))]
    expect(foldProgress([second, first], links).read.get(section('ns/s'))).toBe(first.at)
    expect(foldProgress([second, first, log(5, retracted(first.id))], links).read.get(section('ns/s'))).toBe(second.at)
  })
})

describe('days', () => {
  test('add up the answers of their local day, at most two minutes each', () => {
    const log = createDiary()
    const events = [
      log(0, reviewed('ns/pid', 3, 'review', 1500)),
      log(0, reviewed('ns/pid', 3, 'flashcards', 500)),
      log(0, answered('ns/type')),
      log(0, reviewed('ns/retired', 3, 'topic', 9_000_000)),
      { ...log(0, reviewed('caps/bound', 3, 'review', 7)), ...moment(1, 0) },
      log(0, read('ns/s')),
      log(0, suspended('ns/pid')),
    ]
    expect([...foldProgress(events, links).days]).toEqual([
      [dayZero, { answers: 4, tookMs: 1500 + 500 + 15_000 + 120_000 }],
      [dayZero + 1, { answers: 1, tookMs: 7 }],
    ])
  })
})

describe('attempts', () => {
  const log = createDiary()
  const begun = log(0, started('quiz-1', ['ns/type', 'caps/pick', 'ns/retired'], 99))
  const quiz = attemptId('quiz-1')

  test('hold what was drawn and the first answer to each item', () => {
    const first = log(0, answered('ns/type', 'wrong', 'quiz-1'))
    const second = log(0, answered('ns/type', 'correct', 'quiz-1'))
    const gone = log(0, answered('ns/retired', 'correct', 'quiz-1'))
    const attempt = foldProgress([second, gone, first, begun], links).attempts.get(quiz)
    expect(attempt).toEqual({
      id: quiz,
      startedBy: begun.id,
      startedAt: begun.at,
      items: ['ns/type', 'caps/pick', 'ns/retired'],
      topics: ['ns'],
      seed: 99,
      answers: new Map([
        [item('ns/type'), first],
        [item('ns/retired'), gone],
      ]),
    })
  })

  test('ignore answers outside the attempt: of other items, of another attempt, of none', () => {
    const others = [
      log(0, answered('ns/both', 'correct', 'quiz-1')),
      log(0, answered('ns/type', 'correct', 'quiz-2')),
      log(0, answered('ns/type')),
    ]
    const { attempts } = foldProgress([begun, ...others], links)
    expect(attempts.get(quiz)?.answers.size).toBe(0)
    expect([...attempts.keys()]).toEqual([quiz])
  })

  test('are open again after undo, and gone when their beginning is undone', () => {
    const first = log(0, answered('ns/type', 'wrong', 'quiz-1'))
    const undo = log(0, retracted(first.id))
    const better = log(0, answered('ns/type', 'correct', 'quiz-1'))
    const undone = foldProgress([begun, first, undo], links)
    expect(undone.attempts.get(quiz)?.answers.size).toBe(0)
    expect(addEvents(undone, [better], links).attempts.get(quiz)?.answers.get(item('ns/type'))).toEqual(better)
    expect(addEvents(undone, [log(1, retracted(begun.id))], links).attempts.size).toBe(0)
  })
})

describe('latestAt', () => {
  test('is the latest time of each device, whatever arrives and whatever is undone', () => {
    fc.assert(
      fc.property(arrivals, ({ log, batches }) => {
        const expected = new Map<string, number>()
        for (const event of log) expected.set(event.device, Math.max(event.at, expected.get(event.device) ?? 0))
        const progress = addAll(emptyProgress, batches)
        expect(progress.latestAt).toEqual(expected)
        expect(progress.eventCount).toBe(log.length)
      }),
    )
  })
})

describe('compareEvents', () => {
  test('orders by time, then by id, and any two events', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const sorted = log.toSorted(compareEvents)
        for (const [index, event] of sorted.entries()) {
          const next = sorted[index + 1]
          if (next === undefined) continue
          expect(event.at < next.at || (event.at === next.at && event.id < next.id)).toBe(true)
          expect(Math.sign(compareEvents(next, event))).toBe(1)
        }
        expect(log.every((event) => compareEvents(event, event) === 0)).toBe(true)
      }),
    )
  })
})
