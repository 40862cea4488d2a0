import { describe, expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { planReview } from '../../../src/core/schedule/planReview.ts'
import type { StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, type Moment } from '../../../src/core/time.ts'
import { primaryAction } from '../../../src/core/today/primaryAction.ts'
import { linksFor } from '../../helpers/catalogue.ts'
import {
  answered,
  buried,
  type Days,
  dayZero,
  diagnosticStarted,
  examAnswered,
  examStarted,
  foldDays,
  handedIn,
  moment,
  noon,
  planned,
  read,
  reviewed,
  started,
  suspended,
} from '../../helpers/events.ts'

const local = (count: number, section: string) =>
  Array.from({ length: count }, (_, place) => ({ id: `${section}${place}`, kind: 'choice' as const, section }))
/** 60 facts in three sections of two topics: as many as a whole mock exam asks. */
const links = linksFor({ ns: [...local(20, 'a'), ...local(20, 'b')], caps: local(20, 'c') })
const ids = (topic: string, section: string, count = 20): readonly string[] =>
  Array.from({ length: count }, (_, place) => `${topic}/${section}${place}`)
const everything = [...ids('ns', 'a'), ...ids('ns', 'b'), ...ids('caps', 'c')]
const readAll = ['ns/a', 'ns/b', 'caps/c'].map(read)

const examIn = (days: number, change: Partial<StudyPlan> = {}): StudyAct => planned({ examDate: dateOfDay(dayZero + days), ...change })
const all = (verdict: 'correct' | 'wrong' = 'correct', of: readonly string[] = everything): readonly StudyAct[] =>
  of.map((id) => answered(id, verdict))
const mock = (name: string, day: number): Days[number] => [
  day,
  examStarted(name, ids('ns', 'a', 10)),
  examAnswered(name, 'ns/a0'),
  handedIn(name),
]
/** After the exam of day 22. */
const chosen = (choice: 'upkeep' | 'archive'): StudyAct => examIn(22, { afterExam: { of: dateOfDay(dayZero + 22), choice } })
/** Answers that took so many minutes all together. */
const spent = (minutes: number): StudyAct => reviewed('ns/a0', 3, 'flashcards', minutes * 60_000)

const actionOn = (now: Moment, ...days: Days) => {
  const progress = foldDays(links, ...days)
  return primaryAction(progress, links, planReview(progress, links, now), now)
}
const long = { minutesPerDay: 600 }

/** What was done, when it is, and what is right then. */
const situations: readonly [string, Moment, Days, object][] = [
  ['a section was read, nothing answered', noon(0), [[0, read('ns/a')]], { kind: 'review' }],
  ['a plan was made and nothing else', noon(0), [[0, examIn(30)]], { kind: 'review' }],
  ['something is due', noon(9), [[0, ...all('correct', ids('ns', 'a', 3))]], { kind: 'review' }],
  ['back after three weeks', noon(21), [[0, ...all()]], { kind: 'review' }],
  ['a day off', moment(0, 600), [[0, planned({ datesOff: [dateOfDay(dayZero)] }), reviewed('ns/a0')]], { kind: 'rest', reason: 'dayOff' }],
  ['the day after a day off', noon(1), [[0, planned({ datesOff: [dateOfDay(dayZero)] }), reviewed('ns/a0')]], { kind: 'review' }],
  [
    'the day’s minutes are spent',
    moment(0, 600),
    [[0, planned({ minutesPerDay: 1 }), reviewed('ns/a1'), spent(2)]],
    { kind: 'rest', reason: 'minutesSpent' },
  ],
  ['spent yesterday', noon(1), [[0, planned({ minutesPerDay: 1 }), reviewed('ns/a1'), spent(2)]], { kind: 'review' }],
  [
    'a limit holds back what is due',
    noon(9),
    [[0, planned({ reviewsPerDay: 0, newPerDay: 0 }), ...all('correct', ids('ns', 'a', 3))]],
    { kind: 'rest', reason: 'limit' },
  ],
  [
    'all was asked today, a section is unread',
    moment(0, 600),
    [[0, planned(long), read('ns/a'), ...all()]],
    { kind: 'read', section: 'ns/b' },
  ],
  [
    'all was asked today, a topic not begun',
    moment(0, 600),
    [[0, planned(long), read('ns/a'), read('ns/b'), ...all()]],
    { kind: 'read', section: 'caps/c' },
  ],
  [
    'all was asked and read, some wrong',
    moment(0, 600),
    [
      [
        0,
        planned(long),
        ...readAll,
        ...all('correct', ids('ns', 'a')),
        ...all('correct', ids('ns', 'b')),
        ...all('wrong', ids('caps', 'c')),
      ],
    ],
    // Ten choices that were missed, and the section to read before them.
    { kind: 'drill', topic: 'caps', items: 10, minutes: expect.closeTo(4.8, 1) },
  ],
  [
    'the same, and the topic that loses most was put off',
    moment(0, 600),
    [
      [
        0,
        planned(long),
        ...readAll,
        ...all('correct', ids('ns', 'a')),
        ...all('wrong', ids('ns', 'b', 2)),
        ...all('correct', ids('ns', 'b').slice(2)),
        ...all('wrong', ids('caps', 'c')),
        ...ids('caps', 'c').map(buried),
      ],
    ],
    { kind: 'drill', topic: 'ns', items: 2, minutes: expect.closeTo(2.2, 0) },
  ],
  [
    'all else is set aside, and the one thing left was right',
    moment(0, 600),
    [[0, planned(long), ...readAll, answered('ns/a0'), ...everything.slice(1).map(suspended)]],
    { kind: 'rest', reason: 'nothing' },
  ],
  [
    'what is due was put off',
    noon(9),
    [
      [0, planned(long), ...readAll, ...all()],
      [9, ...everything.map(buried)],
    ],
    { kind: 'rest', reason: 'nothing' },
  ],
  ['the exam is far, nothing due, new facts left', noon(1), [[0, examIn(60), ...all('correct', ids('ns', 'a'))]], { kind: 'review' }],
  ['exam in ten days, no mock yet, nothing due', noon(1), [[0, examIn(11), ...all()]], { kind: 'mock', items: 20, minutes: 30 }],
  [
    'the same with an hour and a half a day',
    noon(1),
    [[0, examIn(11, { minutesPerDay: 90 }), ...all()]],
    { kind: 'mock', items: 60, minutes: 90 },
  ],
  ['the same, something due', noon(4), [[0, examIn(11), ...all('wrong')]], { kind: 'review' }],
  ['the same, under 50 answers', noon(1), [[0, examIn(11), ...all('correct', ids('ns', 'a'))]], { kind: 'review' }],
  ['exam in two days, no mock yet, much due', noon(20), [[0, examIn(22), ...all()]], { kind: 'mock', items: 20, minutes: 30 }],
  ['exam in two days, the mock was five days ago', noon(20), [[0, examIn(22), ...all()], mock('m', 15)], { kind: 'review' }],
  [
    'nothing due, the mock was seven days ago',
    noon(16),
    [[0, examIn(25), ...all()], mock('m', 9), [15, ...all()]],
    { kind: 'mock', items: 20, minutes: 30 },
  ],
  ['the day of the exam', noon(22), [[0, examIn(22), ...all()]], { kind: 'review' }],
  ['the exam is over', noon(23), [[0, examIn(22), ...all()]], { kind: 'review' }],
  [
    'the exam is over and study is archived',
    noon(40),
    [
      [0, ...all()],
      [39, chosen('archive')],
    ],
    { kind: 'rest', reason: 'archived' },
  ],
  [
    'the exam is over and what was learnt is kept up',
    noon(40),
    [
      [0, ...all()],
      [39, chosen('upkeep')],
    ],
    { kind: 'review' },
  ],
  [
    'nothing is due in upkeep, and nothing new is begun',
    noon(23),
    [
      [0, ...ids('ns', 'a', 3).map((id) => reviewed(id, 4))],
      [22, ...ids('ns', 'a', 3).map((id) => reviewed(id, 4)), chosen('upkeep')],
    ],
    { kind: 'rest', reason: 'nothing' },
  ],
  [
    'the clock of an exam runs',
    moment(0, 490),
    [[0, examStarted('m', ids('ns', 'a', 10))]],
    { kind: 'exam', attempt: 'm', minutesLeft: 15 - 10 + 1 / 60_000 },
  ],
  [
    'it runs on a day off',
    moment(0, 490),
    [[0, planned({ datesOff: [dateOfDay(dayZero)] }), examStarted('m', ids('ns', 'a', 10))]],
    { kind: 'exam', attempt: 'm', minutesLeft: 15 - 10 + 2 / 60_000 },
  ],
  [
    'it ended an hour ago with an answer on its sheet',
    moment(0, 560),
    [[0, examStarted('m', ids('ns', 'a', 10)), examAnswered('m', 'ns/a0')]],
    { kind: 'exam', attempt: 'm', minutesLeft: 0 },
  ],
  [
    'a quiz was left at its second question',
    moment(0, 490),
    [[0, started('q', ids('ns', 'a', 4)), answered('ns/a0', 'wrong', 'q')]],
    { kind: 'attempt', attempt: 'q', diagnostic: false, left: 3, minutes: 1.25 },
  ],
  [
    'it was left, and something else was answered since',
    moment(0, 490),
    [[0, started('q', ids('ns', 'a', 4)), answered('ns/a0', 'wrong', 'q'), answered('ns/b0')]],
    { kind: 'review' },
  ],
  ['it was left yesterday', noon(1), [[0, started('q', ids('ns', 'a', 4)), answered('ns/a0', 'wrong', 'q')]], { kind: 'review' }],
  [
    'it was answered to its end',
    moment(0, 490),
    [[0, started('q', ids('ns', 'a', 1)), answered('ns/a0', 'wrong', 'q')]],
    { kind: 'review' },
  ],
  [
    'a diagnostic was left',
    moment(0, 490),
    [[0, diagnosticStarted('d'), answered('ns/a0', 'wrong', 'd')]],
    { kind: 'attempt', attempt: 'd', diagnostic: true, left: 11, minutes: (11 * 25) / 60 },
  ],
  ['it ended with an empty sheet', moment(0, 560), [[0, examStarted('m', ids('ns', 'a', 10))]], { kind: 'review' }],
  ['it was left a week ago', noon(7), [[0, examStarted('m', ids('ns', 'a', 10)), examAnswered('m', 'ns/a0')]], { kind: 'review' }],
]

describe('the one thing to do', () => {
  test('is no mock exam where all that it could ask is suspended', () => {
    const withCards = linksFor({ ns: [{ id: 'a', kind: 'choice' }, ...Array.from({ length: 50 }, (_, place) => ({ id: `card${place}` }))] })
    const cards = Array.from({ length: 50 }, (_, place) => reviewed(`ns/card${place}`))
    const kindOf = (...acts: readonly StudyAct[]) => {
      const progress = foldDays(withCards, [0, examIn(11), answered('ns/a'), ...cards, ...acts])
      return primaryAction(progress, withCards, planReview(progress, withCards, noon(1)), noon(1)).kind
    }
    expect(kindOf()).toBe('mock')
    expect(kindOf(suspended('ns/a'))).not.toBe('mock')
  })

  test.each(situations)('%s', (_title, now, days, expected) => {
    expect(actionOn(now, ...days)).toEqual(expected)
  })
})
