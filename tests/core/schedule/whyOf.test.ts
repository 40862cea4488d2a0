import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { dueDays } from '../../../src/core/schedule/dueDays.ts'
import { chooseToday, planReview } from '../../../src/core/schedule/planReview.ts'
import { fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import { type Why, whyOf } from '../../../src/core/schedule/whyOf.ts'
import { dateOfDay } from '../../../src/core/time.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import { answered, buried, type Days, dayZero, foldDays, noon, planned, read, reviewed, suspended } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const links = linksFor(
  {
    ns: [
      { id: 'pid' },
      { id: 'pid.reverse', fact: 'ns/pid' },
      { id: 'mount' },
      { id: 'which', kind: 'choice', fact: 'ns/mount', section: 't' },
    ],
    caps: [{ id: 'bound' }],
  },
  { ns: 3, caps: 1 },
)
const exam = (daysLeft: number): StudyAct => planned({ examDate: dateOfDay(dayZero + daysLeft), minutesPerDay: 20 })
const why = (id: string, day: number, ...days: Days): Why | undefined => {
  const stub = links.items.get(item(id))
  return stub && whyOf({ item: stub, repeat: false }, foldDays(links, ...days), links, noon(day))
}

describe('whyOf', () => {
  test('a new fact: whether its section was read, how likely it is known, its topic, and what asking it gains', () => {
    // k = 0.3, p = 0.58; 10 days: FSRS-6 after Good 0.8019, after Again 0.5511.
    const { retrievability, nextState } = fsrsOf(null)
    const after = 0.58 * retrievability(nextState(null, 0, 3).stability, 10) + 0.42 * retrievability(nextState(null, 0, 1).stability, 10)
    const gain = (0.75 * 100 * 0.5 * (after - 0.27)) / (8 * 1.42 + 6 * 0.42 + 90 / 3)
    const known = why('ns/pid', 0, [0, exam(10)])
    expect(known).toEqual({
      kind: 'new',
      sectionRead: false,
      known: expect.closeTo(0.3, 10),
      mode: { kind: 'exam', examDay: dayZero + 10, daysLeft: 10, threshold: 0.75 },
      heldBack: null,
      topic: 'ns',
      topicPercent: 75,
      topicSeen: 0,
      topicFacts: 2,
      horizonDays: 10,
      unasked: expect.closeTo(0.27, 10),
      asked: expect.closeTo(after, 10),
      marksPerMinute: expect.closeTo(60 * gain, 10),
    })
    expect(why('ns/pid', 0, [0, exam(10), read('ns/s'), reviewed('ns/mount')])).toMatchObject({
      kind: 'new',
      sectionRead: true,
      topicSeen: 1,
    })
  })

  test('a seen fact: the last answers, the days since, recall today and at the exam, and from when it is due', () => {
    const days: Days = [
      [0, exam(30), reviewed('ns/pid', 3)],
      [4, answered('ns/which', 'wrong'), reviewed('ns/pid.reverse', 2)],
    ]
    const seen = why('ns/pid', 6, ...days)
    const progress = foldDays(links, ...days)
    const stability = progress.facts.get(fact('ns/pid'))?.stability ?? 0
    const { retrievability } = fsrsOf(null)
    expect(seen).toMatchObject({
      kind: 'early',
      recent: [
        { day: dayZero, grade: 3 },
        { day: dayZero + 4, grade: 2 },
      ],
      lastGrade: 2,
      daysSince: 2,
      recall: retrievability(stability, 2),
      unasked: retrievability(stability, 26),
      dueBelow: 0.85,
      dueDay: dueDays(progress, noon(6)).get(fact('ns/pid')),
      horizonDays: 24,
      topicPercent: 75,
      topicSeen: 2,
      topicFacts: 2,
      heldBack: null,
    })
    if (seen?.kind !== 'early') throw new Error('It is early')
    expect(seen.asked).toBeGreaterThan(seen.unasked)
    expect(seen.asked).toBeLessThan(1)
    expect(seen.marksPerMinute).toBeGreaterThan(0)
  })

  test('a fact answered today gains nothing by a second answer', () => {
    const done = why('ns/pid', 4, [0, exam(30), reviewed('ns/pid', 3)], [4, reviewed('ns/pid', 1)])
    expect(done).toMatchObject({ kind: 'done', daysSince: 0, recall: 1, marksPerMinute: 0 })
    expect(done?.kind === 'done' && done.asked === done.unasked).toBe(true)
  })

  test('without an exam: the target instead of the threshold', () => {
    expect(why('ns/pid', 9, [0, reviewed('ns/pid', 3)])).toMatchObject({ kind: 'due', dueBelow: 0.85, mode: { kind: 'due', target: 0.85 } })
    expect(why('caps/bound', 9)).toMatchObject({ kind: 'new', mode: { kind: 'due' }, horizonDays: 60, topicPercent: 25 })
  })

  test.each<[string, readonly StudyAct[], unknown]>([
    ['set aside', [suspended('ns/pid')], 'suspended'],
    ['put off', [buried('ns/pid')], 'buried'],
    ['neither', [suspended('ns/pid.reverse'), buried('ns/mount')], null],
  ])('says what holds an item back: %s', (_, acts, heldBack) => {
    expect(why('ns/pid', 0, [0, ...acts])).toMatchObject({ heldBack })
  })

  test('says that a leech is one', () => {
    const lapses: Days = Array.from({ length: 12 }, (_, n) => [2 * n, reviewed('ns/pid', n % 2 === 0 ? 3 : 1)] as const)
    expect(why('ns/pid', 40, ...lapses)).toMatchObject({ kind: 'due', heldBack: 'leech' })
  })

  test('a repeat is a repeat, whatever else holds', () => {
    const stub = links.items.get(item('ns/pid'))
    if (stub === undefined) throw new Error('no item')
    expect(whyOf({ item: stub, repeat: true }, foldDays(links), links, noon(0))).toEqual({ kind: 'repeat' })
  })

  test('nothing is said of an item whose fact is not taught', () => {
    const stub = links.items.get(item('ns/pid'))
    if (stub === undefined) throw new Error('no item')
    expect(whyOf({ item: { ...stub, fact: fact('gone/fact') }, repeat: false }, foldDays(links), links, noon(0))).toBeUndefined()
  })

  test('agrees with the plan on every entry: what it is, how much it gains, in what order', () => {
    const large = linksOf(largeCatalogue())
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(null, 0, 1, 5, 14, 30), (seed, daysLeft) => {
        const examDate = daysLeft === null ? null : dateOfDay(dayZero + 16 + daysLeft)
        const progress = foldProgress(
          generatedLog(large, { seed, days: 15, eventsPerDay: 25, plan: { examDate, minutesPerDay: 60 } }),
          large,
        )
        for (const entry of planReview(progress, large, noon(16)).entries)
          expect(whyOf(entry, progress, large, noon(16))).toMatchObject({ kind: entry.kind, heldBack: null })
        if (daysLeft === null) return
        const gains = chooseToday(progress, large, noon(16)).taken.flatMap(({ kind, item: stub }) => {
          const told = whyOf({ item: stub, repeat: false }, progress, large, noon(16))
          return kind === 'new' || told === undefined || told.kind === 'repeat' ? [] : [{ kind, gain: told.marksPerMinute }]
        })
        for (const [place, { kind, gain }] of gains.entries()) {
          const next = gains[place + 1]
          if (next?.kind === kind) expect(gain).toBeGreaterThanOrEqual(next.gain)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('all topics together are the whole exam', () => {
    const large = linksOf(largeCatalogue())
    const shares = [...large.topics.values()].map((topic) => {
      const [stub] = topic.items
      const told = stub && whyOf({ item: stub, repeat: false }, foldDays(large), large, noon(0))
      return told === undefined || told.kind === 'repeat' ? 0 : told.topicPercent
    })
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 8)
  })
})
