import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade, StudyAct } from '../../../src/core/history/events.ts'
import { addEvents, foldProgress, type Progress } from '../../../src/core/history/progress.ts'
import { linksOf } from '../../../src/core/history/links.ts'
import { dueDays } from '../../../src/core/schedule/dueDays.ts'
import { planReview, type QueueEntry, restReason } from '../../../src/core/schedule/planReview.ts'
import type { StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay, type Moment } from '../../../src/core/time.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import {
  answered,
  buried,
  createDiary,
  type Days,
  dayZero,
  foldDays,
  moment,
  noon,
  planned,
  read,
  released,
  reset,
  resumed,
  reviewed,
  suspended,
} from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const asked = (entries: readonly QueueEntry[], ...kinds: readonly QueueEntry['kind'][]): readonly string[] =>
  entries.filter((entry) => kinds.length === 0 || kinds.includes(entry.kind)).map((entry) => entry.item.id)
const exam = (daysLeft: number, change: Partial<StudyPlan> = {}): StudyAct =>
  planned({ examDate: dateOfDay(dayZero + daysLeft), ...change })

const three = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net', section: 't' }], caps: [{ id: 'bound' }] })

describe('what is due', () => {
  test('comes on its day, not a minute before 04:00', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 3)])
    const wait = (dueDays(progress, noon(0)).get(fact('ns/pid')) ?? 0) - dayZero
    expect(wait).toBe(4)
    expect(asked(planReview(progress, three, moment(wait - 1, 1439)).entries, 'due')).toEqual([])
    expect(asked(planReview(progress, three, moment(wait, 0)).entries, 'due')).toEqual(['ns/pid'])
  })

  test('comes least remembered first', () => {
    const one = linksFor({ a: [{ id: 'x' }], b: [{ id: 'y' }], c: [{ id: 'z' }] })
    const progress = foldDays(one, [0, reviewed('a/x', 3), reviewed('b/y', 1)], [1, reviewed('c/z', 1)])
    expect(asked(planReview(progress, one, noon(9)).entries, 'due')).toEqual(['b/y', 'c/z', 'a/x'])
  })

  test('is no longer due today once it was answered, right or wrong', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid'), reviewed('ns/mount')], [9, reviewed('ns/pid', 1), reviewed('ns/mount', 4)])
    expect(planReview(progress, three, moment(9, 1439)).due).toBe(0)
    expect(asked(planReview(progress, three, moment(10, 0)).entries, 'due')).toEqual(['ns/pid'])
  })

  test('is decided by the local day of the learner, also after a journey west', () => {
    const progress = foldDays(three, [3, reviewed('ns/pid', 1)])
    const plan = planReview(progress, three, { at: noon(3).at, offsetMin: -720 })
    expect(asked(plan.entries)).not.toContain('ns/pid')
    expect(plan.nextDueDay).toBe(dayZero + 4)
  })

  test('is not changed by leafing through flashcards, which only takes minutes', () => {
    const before = foldDays(three, [0, reviewed('ns/pid')])
    const after = foldDays(three, [0, reviewed('ns/pid')], [9, reviewed('ns/pid', 1, 'flashcards'), reviewed('ns/net', 3, 'flashcards')])
    expect(asked(planReview(after, three, noon(9)).entries)).toEqual(asked(planReview(before, three, noon(9)).entries))
  })

  test('after weeks away is no wall: the minutes of a day and no more, least remembered first, the rest on another day', () => {
    const many = linksFor({ ns: Array.from({ length: 300 }, (_, index) => ({ id: `f${index}` })) })
    const progress = foldDays(many, [0, ...[...many.items.keys()].map((id) => reviewed(id, 1))])
    const plan = planReview(progress, many, noon(40))
    expect(plan.seconds).toBeGreaterThanOrEqual(20 * 60)
    expect(plan.seconds).toBeLessThan(20 * 60 + 30)
    expect(plan.due).toBe(plan.entries.length)
    expect(plan.beyond).toBe(300 - plan.due)
    expect(plan.nextDueDay).toBe(dayZero + 41)
  })
})

describe('the minutes of the day', () => {
  const many = linksFor({ ns: Array.from({ length: 400 }, (_, index) => ({ id: `c${String(index).padStart(3, '0')}` })) })
  const countAt = (now: Moment, ...days: Days): number => planReview(foldDays(many, ...days), many, now).entries.length

  test('end the list: as long as a second is left, one more is begun', () => {
    const plan = planReview(foldDays(many, [0, read('ns/s')]), many, noon(1))
    expect(plan.entries.length).toBe(plan.new)
    const each = plan.seconds / plan.entries.length
    expect(plan.seconds).toBeGreaterThanOrEqual(20 * 60)
    expect(plan.seconds - each).toBeLessThan(20 * 60)
    // A card of 8 s, known by 58 of 100 with the section read: 8 (2 - 0.58) + 6 (1 - 0.58).
    expect(each).toBeCloseTo(8 * 1.42 + 6 * 0.42, 6)
  })

  test('are those of the plan', () => {
    const withMinutes = (minutesPerDay: number) => countAt(noon(1), [0, read('ns/s'), planned({ minutesPerDay })])
    expect([5, 20, 40].map(withMinutes)).toEqual([22, 87, 173])
  })

  test('are spent by today’s answers, at most two minutes each, and by the sections read today, not by yesterday', () => {
    const spent = (...tookMs: readonly number[]) => tookMs.map((ms, n) => reviewed(`ns/c${399 - n}`, 3, 'flashcards', ms))
    const all = countAt(noon(1), [0, read('ns/s')])
    expect(countAt(noon(1), [0, read('ns/s'), ...spent(120_000, 120_000)])).toBe(all)
    expect(countAt(noon(1), [0, read('ns/s')], [1, ...spent(14_000)])).toBe(all - 1)
    expect(countAt(noon(1), [0, read('ns/s')], [1, ...spent(3_600_000)])).toBe(countAt(noon(1), [0, read('ns/s')], [1, ...spent(120_000)]))
    expect(countAt(noon(1), [0, read('ns/s')], [1, ...spent(...Array<number>(10).fill(120_000))])).toBe(0)
    expect(countAt(noon(0), [0, read('ns/s')])).toBe(countAt(noon(1), [0, read('ns/s')], [1, ...spent(90_000)]))
  })

  test('can be gone beyond, with what the rule takes next', () => {
    const progress = foldDays(many, [0, read('ns/s'), planned({ minutesPerDay: 5 })])
    const spent = foldDays(many, [
      0,
      read('ns/s'),
      planned({ minutesPerDay: 5 }),
      ...Array.from({ length: 3 }, () => reviewed('ns/c399', 3, 'flashcards', 120_000)),
    ])
    expect(planReview(spent, many, noon(0)).entries).toEqual([])
    expect(planReview(spent, many, noon(0)).beyond).toBe(400)
    const more = planReview(spent, many, noon(0), 5).entries
    expect(asked(more)).toEqual(asked(planReview(progress, many, noon(1)).entries))
  })

  test('of a day off are none, unless the learner goes on', () => {
    const off = foldDays(many, [0, read('ns/s'), planned({ weekdaysOff: [5] })])
    expect(planReview(off, many, noon(1))).toMatchObject({ dayOff: true, entries: [], beyond: 400, seconds: 0 })
    expect(planReview(off, many, noon(1), 20).entries).toHaveLength(countAt(noon(1), [0, read('ns/s')]))
    expect(planReview(off, many, noon(2)).dayOff).toBe(false)
  })
})

describe('daily limits', () => {
  const many = linksFor({ ns: Array.from({ length: 40 }, (_, index) => ({ id: `c${String(index).padStart(2, '0')}` })) })
  const known = [...many.items.keys()].slice(0, 10).map((id) => reviewed(id, 1))

  test('hold back what is beyond them, counting what was done today', () => {
    const limits = planned({ newPerDay: 6, reviewsPerDay: 4 })
    const before = foldDays(many, [0, read('ns/s'), limits, ...known])
    expect(planReview(before, many, noon(1))).toMatchObject({ due: 4, new: 6 })
    const after = foldDays(many, [0, read('ns/s'), limits, ...known], [1, reviewed('ns/c00'), reviewed('ns/c20'), reviewed('ns/c21')])
    expect(planReview(after, many, noon(1))).toMatchObject({ due: 3, new: 4 })
  })

  test('of nothing leave nothing, and do not hold for who goes on', () => {
    const none = foldDays(many, [0, read('ns/s'), planned({ newPerDay: 0, reviewsPerDay: 0 }), ...known])
    expect(planReview(none, many, noon(1))).toMatchObject({ entries: [], beyond: 40 })
    expect(planReview(none, many, noon(1), 60).entries).toHaveLength(40)
  })
})

describe('what is new', () => {
  test('comes by its gain, from sections that were not read too, and says that these are to be read first', () => {
    const links = linksFor({ big: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], small: [{ id: 'x' }, { id: 'y' }] }, { big: 9, small: 1 })
    const { entries, new: count, unseen } = planReview(foldDays(links), links, noon(0))
    expect([count, unseen]).toEqual([5, 0])
    expect(entries.map(({ fact: id, sectionRead }) => [id, sectionRead])).toEqual([
      ['big/a', false],
      ['small/x', false],
      ['big/b', true],
      ['small/y', true],
      ['big/c', true],
    ])
  })

  test('takes the reading of its section into account, once for each section', () => {
    const links = linksFor({ ns: [{ id: 'a' }, { id: 'b' }] })
    const unread = planReview(foldDays(links), links, noon(0)).seconds
    const known = planReview(foldDays(links, [0, read('ns/s')]), links, noon(1)).seconds
    expect(unread - known).toBeCloseTo(90, 6)
  })

  test('prefers an item whose section was read to a cheaper one in an unread section, and the cheaper one else', () => {
    const links = linksFor({
      ns: [
        { id: 'pid', kind: 'choice', section: 's' },
        { id: 'card', section: 't', fact: 'ns/pid' },
      ],
    })
    expect(asked(planReview(foldDays(links, [0, read('ns/s')]), links, noon(0)).entries)).toEqual(['ns/pid'])
    expect(asked(planReview(foldDays(links), links, noon(0)).entries)).toEqual(['ns/card'])
    expect(asked(planReview(foldDays(links, [0, read('ns/s'), read('ns/t')]), links, noon(0)).entries)).toEqual(['ns/card'])
  })

  test('is no longer new once an item of the fact was answered, in whatever way, and again after a reset', () => {
    const links = linksFor({
      ns: [{ id: 'pid' }, { id: 'which', kind: 'choice', fact: 'ns/pid' }, { id: 'both', kind: 'choice', supports: ['ns/pid'] }],
    })
    const ways: readonly StudyAct[] = [reviewed('ns/pid', 1), answered('ns/which', 'wrong', 'quiz'), answered('ns/both', 'correct')]
    for (const way of ways) {
      expect(asked(planReview(foldDays(links, [0, way]), links, noon(0)).entries)).not.toContain('ns/pid')
      expect(asked(planReview(foldDays(links, [0, way, reset('ns/pid')]), links, noon(0)).entries, 'new')).toContain('ns/pid')
    }
  })

  test('does not wait for its prerequisites', () => {
    const links = linksOf({
      areas: [],
      topics: largeCatalogue().topics.map((topic, place, all) => ({ ...topic, requires: all.slice(0, place).map(({ id }) => id) })),
    })
    const open = linksOf(largeCatalogue())
    expect(asked(planReview(foldDays(links), links, noon(0)).entries)).toEqual(asked(planReview(foldDays(open), open, noon(0)).entries))
  })

  test('comes after all that is due, as far as the minutes reach, and then nothing more without an exam', () => {
    const days: Days = [
      [0, read('ns/s'), read('ns/t'), read('caps/s'), reviewed('ns/pid', 3), reviewed('ns/mount', 1)],
      [3, reviewed('ns/mount', 4)],
    ]
    const { entries, early } = planReview(foldDays(three, ...days), three, noon(4))
    expect(entries.map(({ item: { id }, kind }) => [id, kind])).toEqual([
      ['ns/pid', 'due'],
      ['caps/bound', 'new'],
      ['ns/net', 'new'],
    ])
    expect(early).toBe(0)
  })
})

describe('before an exam', () => {
  test('spare minutes go to what is not due yet, by the gain', () => {
    const { entries, mode } = planReview(foldDays(three, [0, exam(30), reviewed('ns/pid', 3), reviewed('ns/mount', 4)]), three, noon(1))
    expect(mode).toEqual({ kind: 'exam', examDay: dayZero + 30, daysLeft: 29, threshold: 0.85 })
    expect(entries.map(({ kind }) => kind)).toEqual(['new', 'new', 'early', 'early'])
    expect(asked(entries, 'early')).toEqual(['ns/pid', 'ns/mount'])
  })

  test('the last day and the day itself have nothing new', () => {
    const progress = foldDays(three, [0, exam(9), reviewed('ns/pid', 4)])
    expect(planReview(progress, three, noon(7))).toMatchObject({ new: 3, early: 1, unseen: 0 })
    for (const day of [8, 9]) expect(planReview(progress, three, noon(day))).toMatchObject({ due: 1, new: 0, early: 0, unseen: 3 })
    expect(planReview(progress, three, noon(10))).toMatchObject({ mode: { kind: 'due' }, new: 3 })
  })
})

describe('the next due day', () => {
  test('is the earliest of all facts that wait', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 4), reviewed('ns/mount', 2), reviewed('caps/bound', 3)])
    const waits = [...dueDays(progress, noon(0)).values()]
    expect(planReview(progress, three, noon(0)).nextDueDay).toBe(Math.min(...waits))
  })

  test('is none as long as nothing was asked, and never that of a fact whose items are all set aside', () => {
    expect(planReview(foldDays(three), three, noon(0)).nextDueDay).toBe(null)
    const progress = foldDays(three, [0, reviewed('ns/pid', 1), reviewed('ns/mount', 4), suspended('ns/pid')])
    expect(planReview(progress, three, noon(0)).nextDueDay).toBe(dueDays(progress, noon(0)).get(fact('ns/mount')) ?? 0)
  })

  test('is a day on which something is indeed due, and no day before has anything', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom('ns/pid', 'ns/mount', 'caps/bound'), fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat(9)), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(answers, fc.constantFrom(null, 40), (given, examIn) => {
        // A minute, so that nothing is asked ahead of its day.
        const plan = examIn === null ? planned({}) : exam(examIn, { minutesPerDay: 1 })
        const sorted = given.toSorted((a, b) => a[2] - b[2])
        const progress = foldDays(three, [0, plan], ...sorted.map(([id, grade, day]) => [day, reviewed(id, grade)] as const))
        const { due, early, nextDueDay } = planReview(progress, three, noon(9))
        expect(early).toBe(0)
        fc.pre(due === 0 && nextDueDay !== null)
        const day = (nextDueDay ?? 0) - dayZero
        expect(day).toBeGreaterThan(9)
        expect(planReview(progress, three, noon(day)).due).toBeGreaterThan(0)
        expect(planReview(progress, three, noon(day - 1)).due).toBe(0)
      }),
    )
  })
})

describe('of the items of a fact', () => {
  const links = linksFor({
    ns: [
      { id: 'pid', kind: 'order' },
      { id: 'pick', kind: 'choice', fact: 'ns/pid' },
      { id: 'one', kind: 'cloze', fact: 'ns/pid' },
      { id: 'two', kind: 'term', fact: 'ns/pid' },
      { id: 'type', kind: 'fill', fact: 'ns/pid' },
    ],
  })
  const all = ['pid', 'pick', 'one', 'two', 'type'].map((id) => suspended(`ns/${id}`))
  const slow = Array.from({ length: 41 }, () => reviewed('ns/two', 3, 'review', 90_000))

  test.each<[string, readonly StudyAct[], readonly string[]]>([
    ['the cheapest is asked, and the first of equals', [], ['ns/one']],
    ['of equally cheap ones that answered least', [reviewed('ns/one')], ['ns/two']],
    ['the first again when both were answered as often', [reviewed('ns/one'), reviewed('ns/two')], ['ns/one']],
    ['the next dearer when the cheap are set aside', [reviewed('ns/pick'), suspended('ns/one'), suspended('ns/two')], ['ns/type']],
    ['the cheapest for this learner, if cards take them long', slow, ['ns/type']],
    ['nothing when all are set aside', [reviewed('ns/one'), ...all], []],
    ['one that was taken up again', [reviewed('ns/one'), ...all, resumed('ns/pid')], ['ns/pid']],
  ])('%s', (_, acts, expected) => {
    expect(asked(planReview(foldDays(links, [0, ...acts]), links, noon(60)).entries)).toEqual(expected)
  })
})

describe('what is held back', () => {
  test('buried facts, seen or new, come back the next day', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 1)], [3, buried('ns/pid'), buried('caps/bound')])
    const plan = planReview(progress, three, moment(3, 1439))
    expect(asked(plan.entries)).toEqual(['ns/mount', 'ns/net'])
    expect(plan).toMatchObject({ unseen: 1, nextDueDay: dayZero + 4 })
    expect(asked(planReview(progress, three, moment(4, 0)).entries)).toEqual(expect.arrayContaining(['ns/pid', 'caps/bound']))
  })

  test('leeches are set apart until the learner lets them back, and again three lapses later', () => {
    const lapses = (count: number, from: number): Days =>
      Array.from(
        { length: count },
        (_, n) =>
          [
            [from + 4 * n, reviewed('ns/pid', 3)],
            [from + 4 * n + 2, reviewed('ns/pid', 1)],
          ] as const,
      ).flat()
    const isSetApart = (...days: Days): boolean => {
      const { entries, leeches, nextDueDay } = planReview(foldDays(three, ...days), three, noon(100))
      expect(asked(entries).includes('ns/pid')).toBe(leeches.length === 0)
      expect(nextDueDay).toBe(null)
      return leeches.includes(fact('ns/pid'))
    }
    expect(isSetApart(...lapses(5, 0))).toBe(false)
    expect(isSetApart(...lapses(6, 0))).toBe(true)
    expect(isSetApart(...lapses(6, 0), [30, released('ns/pid')])).toBe(false)
    expect(isSetApart(...lapses(6, 0), [30, released('ns/pid')], ...lapses(2, 31))).toBe(false)
    expect(isSetApart(...lapses(6, 0), [30, released('ns/pid')], ...lapses(3, 31))).toBe(true)
    expect(isSetApart(...lapses(7, 0), [30, released('ns/pid')], ...lapses(2, 31))).toBe(false)
    expect(isSetApart(...lapses(2, 0), [9, released('ns/pid')], ...lapses(3, 10))).toBe(false)
  })
})

describe('a plan', () => {
  const large = linksOf(largeCatalogue())
  const plans = fc.record<Partial<StudyPlan>>({
    examDate: fc.constantFrom(null, ...[10, 20, 30, 60].map((day) => dateOfDay(dayZero + day))),
    minutesPerDay: fc.constantFrom(1, 10, 20, 600),
    newPerDay: fc.constantFrom(null, 3),
  })

  test('asks each fact at most once, on no day twice, by an item of its own that is not set aside, and reads each section once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), fc.nat(20), plans, (seed, days, wait, change) => {
        const log = generatedLog(large, { seed, days, eventsPerDay: 15, plan: change })
        const progress = foldProgress(log, large)
        const now = noon(days + wait)
        const plan = planReview(progress, large, now)
        const { entries } = plan
        expect(new Set(entries.map((entry) => entry.fact)).size).toBe(entries.length)
        expect(plan.due + plan.new + plan.early).toBe(entries.length)
        const toRead = entries.filter((entry) => !entry.sectionRead).map((entry) => entry.item.section)
        expect(new Set(toRead).size).toBe(toRead.length)
        const read = new Set(progress.read.keys())
        for (const entry of entries) {
          expect(entry.item.fact).toBe(entry.fact)
          expect(progress.items.get(entry.item.id)?.suspended ?? false).toBe(false)
          expect(progress.facts.get(entry.fact)?.lastDay ?? 0).toBeLessThan(dayZero + days + wait)
          expect(progress.facts.has(entry.fact)).toBe(entry.kind !== 'new')
          expect(plan.leeches).not.toContain(entry.fact)
          if (!entry.sectionRead) read.add(entry.item.section)
          if (entry.kind === 'new') expect(read.has(entry.item.section)).toBe(true)
        }
        expect(planReview(foldProgress(log.toReversed(), large), large, now)).toEqual(plan)
      }),
      { numRuns: 25 },
    )
  })

  test('never sets two facts side by side that are taken for each other', () => {
    fc.assert(
      fc.property(fc.integer(), plans, (seed, change) => {
        const progress = foldProgress(generatedLog(large, { seed, days: 15, eventsPerDay: 25, plan: change }), large)
        const { entries } = planReview(progress, large, noon(16))
        fc.pre(entries.length > 3)
        const confuses = (a: QueueEntry, b: QueueEntry): boolean =>
          [...large.items.values()].some((stub) => stub.fact === a.fact && stub.confuses.includes(b.fact))
        for (const [place, entry] of entries.entries()) {
          const next = entries[place + 1]
          if (next !== undefined) expect(confuses(entry, next) || confuses(next, entry)).toBe(false)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('works through a day and comes to an end: what was answered is not asked again', () => {
    const log = createDiary()
    let progress: Progress = foldProgress(generatedLog(large, { seed: 4, days: 20, eventsPerDay: 25, plan: { minutesPerDay: 15 } }), large)
    const seen = new Set<string>()
    for (let count = 0; count < 300; count += 1) {
      const [next] = planReview(progress, large, noon(21)).entries
      if (next === undefined) break
      expect(seen.has(next.fact)).toBe(false)
      seen.add(next.fact)
      const act = next.sectionRead ? [] : [log(21, { kind: 'read', section: next.item.section })]
      progress = addEvents(progress, [...act, log(21, reviewed(next.item.id, count % 3 === 0 ? 1 : 3, 'review', 9000))], large)
    }
    expect(planReview(progress, large, noon(21)).entries).toEqual([])
    const spent = (progress.days.get(dayZero + 21)?.tookMs ?? 0) / 1000
    expect(spent).toBeGreaterThan(5 * 60)
    expect(spent).toBeLessThan(15 * 60 + 30)
  })

  test('of an empty catalogue is empty', () => {
    const none = linksFor({})
    expect(planReview(foldDays(none), none, noon(0))).toMatchObject({
      entries: [],
      due: 0,
      new: 0,
      seconds: 0,
      beyond: 0,
      nextDueDay: null,
    })
  })

  test('shows an item in the form that the catalogue has now', () => {
    const [entry] = planReview(foldDays(three, [0, reviewed('ns/pid', 1)]), three, noon(9)).entries
    expect(entry).toEqual({ fact: fact('ns/pid'), item: three.items.get(item('ns/pid')), kind: 'due', sectionRead: true, repeat: false })
  })
})

describe('after the exam', () => {
  const over = (change: Partial<StudyPlan>) => [
    exam(0),
    reviewed('ns/pid'),
    reviewed('ns/mount'),
    planned({ examDate: dateOfDay(dayZero), ...change }),
  ]
  const chosen = (choice: 'upkeep' | 'archive') => foldDays(three, [0, ...over({ afterExam: { of: dateOfDay(dayZero), choice } })])

  test('study goes on as without one until something is chosen', () => {
    const plan = planReview(foldDays(three, [0, ...over({})]), three, noon(30))
    expect([plan.after, plan.due, plan.new]).toEqual(['open', 2, 2])
  })

  test('upkeep asks what was learnt and begins nothing new', () => {
    const plan = planReview(chosen('upkeep'), three, noon(30))
    expect([plan.after, plan.due, plan.new, plan.unseen]).toEqual(['upkeep', 2, 0, 2])
    expect(restReason(planReview(chosen('upkeep'), three, noon(1)))).toBe('nothing')
  })

  test('an archive asks nothing, and has nothing due, until it is taken up again', () => {
    const progress = chosen('archive')
    const plan = planReview(progress, three, noon(30))
    expect([plan.after, plan.entries, plan.nextDueDay, plan.leftSeconds]).toEqual(['archive', [], null, 0])
    expect(restReason(plan)).toBe('archived')
    expect(planReview(progress, three, noon(30), 10).entries).not.toEqual([])
    const again = addEvents(progress, [createDiary('other')(30, planned({ minutesPerDay: 20 }))], three)
    expect(planReview(again, three, noon(30)).due).toBe(2)
  })
})
