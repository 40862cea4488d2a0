import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade, StudyAct } from '../../../src/core/history/events.ts'
import { dueDay, minutesPerDay, type Plan, planReview, secondsOfKind } from '../../../src/core/schedule/due.ts'
import { retrievability } from '../../../src/core/schedule/fsrs.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, type Days, dayZero, foldDays, moment, noon, read, resumed, reviewed, suspended } from '../../helpers/events.ts'

const asked = (entries: Plan['due']): readonly string[] => entries.map((entry) => entry.item.id)

const three = linksFor({ ns: [{ id: 'pid' }, { id: 'mount' }, { id: 'net', section: 't' }], caps: [{ id: 'bound' }] })

describe('planReview: what is due', () => {
  test('nothing was studied: nothing is due, nothing is new, nothing returns', () => {
    expect(planReview(foldDays(three), three, noon(0))).toEqual({ due: [], new: [], unseen: 4, nextDueDay: null, seconds: 0 })
  })

  test('a fact comes due on its day, not a minute before 04:00', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 3)])
    const memory = progress.facts.get(fact('ns/pid'))
    const wait = memory === undefined ? 0 : dueDay(memory) - dayZero
    expect(wait).toBe(2)
    expect(asked(planReview(progress, three, moment(wait - 1, 1439)).due)).toEqual([])
    expect(asked(planReview(progress, three, moment(wait, 0)).due)).toEqual(['ns/pid'])
  })

  test('the least remembered comes first, and the answer to "why now" says what is known of it', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 3), reviewed('ns/mount', 1)], [1, reviewed('ns/net', 1)])
    const { due } = planReview(progress, three, noon(5))
    expect(asked(due)).toEqual(['ns/mount', 'ns/net', 'ns/pid'])
    expect(due.at(-1)?.why).toEqual({ kind: 'due', lastGrade: 3, daysSince: 5, recall: retrievability(2.3065, 5), daysOver: 3 })
  })

  test('equally remembered facts stand in the order of their ids, whatever the order of the catalogue', () => {
    const answers = ['ns/pid', 'ns/net', 'caps/bound', 'ns/mount'].map((id) => reviewed(id, 3))
    expect(asked(planReview(foldDays(three, [0, ...answers]), three, noon(9)).due)).toEqual(['caps/bound', 'ns/mount', 'ns/net', 'ns/pid'])
  })

  test('a fact answered today is not asked again today, right or wrong', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid'), reviewed('ns/mount')], [9, reviewed('ns/pid', 1), reviewed('ns/mount', 4)])
    expect(planReview(progress, three, moment(9, 1439)).due).toEqual([])
    expect(asked(planReview(progress, three, moment(10, 0)).due)).toEqual(['ns/pid'])
  })

  test('is decided by the local day of the learner, also after a journey west', () => {
    const progress = foldDays(three, [3, reviewed('ns/pid', 1)])
    const plan = planReview(progress, three, { at: noon(3).at, offsetMin: -720 })
    expect(plan.due).toEqual([])
    expect(plan.nextDueDay).toBe(dayZero + 4)
  })

  test('leafing through flashcards neither brings a fact into the list nor takes it out', () => {
    const before = foldDays(three, [0, reviewed('ns/pid')])
    const after = foldDays(three, [0, reviewed('ns/pid')], [9, reviewed('ns/pid', 1, 'flashcards'), reviewed('ns/net', 3, 'flashcards')])
    expect(asked(planReview(after, three, noon(9)).due)).toEqual(asked(planReview(before, three, noon(9)).due))
    expect(planReview(after, three, noon(9)).new).toEqual([])
  })

  test('every due fact is listed however many there are', () => {
    const many = linksFor({ ns: Array.from({ length: 300 }, (_, index) => ({ id: `f${index}`, kind: 'choice' }) as const) })
    const progress = foldDays(many, [0, ...[...many.items.keys()].map((id) => answered(id, 'wrong'))])
    const plan = planReview(progress, many, noon(1))
    expect(plan.due).toHaveLength(300)
    expect(plan.seconds).toBe(300 * 25)
  })
})

describe('planReview: the next due day', () => {
  test('is the earliest of all facts that wait', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 4), reviewed('ns/mount', 2), reviewed('caps/bound', 3)])
    const waits = [...progress.facts.values()].map((memory) => dueDay(memory))
    expect(planReview(progress, three, noon(0)).nextDueDay).toBe(Math.min(...waits))
  })

  test('never names a fact whose items are all set aside', () => {
    const progress = foldDays(three, [0, reviewed('ns/pid', 1), reviewed('ns/mount', 4), suspended('ns/pid')])
    expect(planReview(progress, three, noon(0)).nextDueDay).toBe(dayZero + 8)
  })

  test('is a day on which the list is indeed not empty, and no day before has one', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom('ns/pid', 'ns/mount', 'caps/bound'), fc.constantFrom<Grade>(1, 2, 3, 4), fc.nat(9)), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(answers, (given) => {
        const progress = foldDays(
          three,
          ...given.toSorted((a, b) => a[2] - b[2]).map(([id, grade, day]) => [day, reviewed(id, grade)] as const),
        )
        const plan = planReview(progress, three, noon(9))
        fc.pre(plan.due.length === 0 && plan.nextDueDay !== null)
        const day = (plan.nextDueDay ?? 0) - dayZero
        expect(day).toBeGreaterThan(9)
        expect(planReview(progress, three, noon(day)).due.length).toBeGreaterThan(0)
        expect(planReview(progress, three, noon(day - 1)).due).toEqual([])
      }),
    )
  })
})

describe('planReview: what is new', () => {
  test('comes from sections that were read, in reading order; the rest is counted', () => {
    const progress = foldDays(three, [0, read('caps/s'), read('ns/s')])
    const plan = planReview(progress, three, noon(0))
    expect(asked(plan.new)).toEqual(['ns/pid', 'ns/mount', 'caps/bound'])
    expect(plan.new.map((entry) => entry.why)).toEqual(Array(3).fill({ kind: 'new', sectionRead: true }))
    expect(plan.unseen).toBe(1)
  })

  test('is asked by an item of a section that was read, though a cheaper one waits in an unread section', () => {
    const links = linksFor({
      ns: [
        { id: 'pid', kind: 'choice', section: 's' },
        { id: 'card', section: 't', fact: 'ns/pid' },
      ],
    })
    expect(asked(planReview(foldDays(links, [0, read('ns/s')]), links, noon(0)).new)).toEqual(['ns/pid'])
    expect(asked(planReview(foldDays(links, [0, read('ns/s'), read('ns/t')]), links, noon(0)).new)).toEqual(['ns/card'])
    expect(planReview(foldDays(links), links, noon(0)).unseen).toBe(1)
  })

  test('is no longer new once an item of the fact was answered, in whatever way', () => {
    const links = linksFor({
      ns: [{ id: 'pid' }, { id: 'which', kind: 'choice', fact: 'ns/pid' }, { id: 'both', kind: 'choice', supports: ['ns/pid'] }],
    })
    const ways: readonly StudyAct[] = [reviewed('ns/pid', 1), answered('ns/which', 'wrong', 'quiz'), answered('ns/both', 'correct')]
    for (const way of ways) {
      const plan = planReview(foldDays(links, [0, read('ns/s'), way]), links, noon(0))
      expect(plan.new.map((entry) => entry.fact)).not.toContain('ns/pid')
    }
  })

  const cards = (count: number) =>
    linksFor({ ns: Array.from({ length: count }, (_, index) => ({ id: `c${String(index).padStart(3, '0')}` })) })
  const budgetSeconds = minutesPerDay * 60

  test('stops when the minutes of the day are full', () => {
    const links = cards(400)
    const plan = planReview(foldDays(links, [0, read('ns/s')]), links, noon(0))
    expect(plan.new).toHaveLength(budgetSeconds / secondsOfKind.card)
    expect(plan.seconds).toBe(budgetSeconds)
    expect(asked(plan.new).slice(0, 2)).toEqual(['ns/c000', 'ns/c001'])
  })

  test('leaves out what today’s answers already took, and no more than two minutes for any one of them', () => {
    const links = cards(400)
    const newToday = (...tookMs: readonly number[]): number =>
      planReview(
        foldDays(links, [0, read('ns/s'), ...tookMs.map((ms, index) => reviewed(`ns/c${399 - index}`, 3, 'review', ms))]),
        links,
        noon(0),
      ).new.length
    const all = budgetSeconds / 8
    expect(newToday(8000)).toBe(all - 1)
    expect(newToday(8001)).toBe(all - 2)
    expect(newToday(3_600_000)).toBe(all - 120 / 8)
    expect(newToday(...Array<number>(10).fill(120_000))).toBe(0)
  })

  test('does not pay for yesterday', () => {
    const links = cards(400)
    const spent = Array.from({ length: 10 }, (_, index) => reviewed(`ns/c${399 - index}`, 4, 'review', 120_000))
    expect(planReview(foldDays(links, [0, read('ns/s'), ...spent]), links, noon(1)).new).toHaveLength(budgetSeconds / 8)
  })

  test('waits while what is due takes the minutes', () => {
    const links = cards(200)
    const known = [...links.items.keys()].slice(0, 149).map((id) => reviewed(id, 1))
    const plan = planReview(foldDays(links, [0, read('ns/s'), ...known]), links, noon(1))
    expect([plan.due.length, plan.new.length, plan.seconds]).toEqual([149, 1, 150 * 8])
  })
})

describe('items set aside', () => {
  const links = linksFor({ ns: [{ id: 'pid' }, { id: 'pid.reverse', fact: 'ns/pid' }] })

  test('another item of the fact is asked instead; with none left the fact is not asked', () => {
    const one: Days = [[0, reviewed('ns/pid', 1), suspended('ns/pid')]]
    const both: Days = [...one, [1, suspended('ns/pid.reverse')]]
    expect(asked(planReview(foldDays(links, ...one), links, noon(2)).due)).toEqual(['ns/pid.reverse'])
    expect(planReview(foldDays(links, ...both), links, noon(2))).toMatchObject({ due: [], nextDueDay: null, unseen: 0 })
    expect(asked(planReview(foldDays(links, ...both, [2, resumed('ns/pid')]), links, noon(2)).due)).toEqual(['ns/pid'])
  })

  test('are not offered as new and not counted as unseen', () => {
    const progress = foldDays(links, [0, read('ns/s'), suspended('ns/pid'), suspended('ns/pid.reverse')])
    expect(planReview(progress, links, noon(0))).toMatchObject({ new: [], unseen: 0 })
  })
})

test('a plan asks each fact at most once and only by its own items, whatever was done', () => {
  const links = linksFor({
    ns: [
      { id: 'pid' },
      { id: 'pid.reverse', fact: 'ns/pid' },
      { id: 'mount', kind: 'fill' },
      { id: 'both', kind: 'choice', supports: ['ns/pid'] },
    ],
    caps: [{ id: 'bound' }, { id: 'more', fact: 'ns/mount' }],
  })
  const ids = [...links.items.keys()]
  const acts = fc.oneof(
    fc.constantFrom(...ids).map(suspended),
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom<Grade>(1, 2, 3, 4)).map(([id, grade]) => reviewed(id, grade)),
    fc.constantFrom('ns/s', 'caps/s').map(read),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(8), acts), { maxLength: 20 }), fc.nat(12), (given, today) => {
      const progress = foldDays(links, ...given.toSorted((a, b) => a[0] - b[0]))
      const plan = planReview(progress, links, noon(today))
      const entries = [...plan.due, ...plan.new]
      expect(new Set(entries.map((entry) => entry.fact)).size).toBe(entries.length)
      for (const entry of entries) {
        expect(entry.item.fact).toBe(entry.fact)
        expect(progress.items.get(entry.item.id)?.suspended ?? false).toBe(false)
        expect(progress.facts.get(entry.fact)?.lastDay ?? 0).toBeLessThan(dayZero + today)
      }
      expect(plan.seconds).toBe(entries.reduce((sum, entry) => sum + secondsOfKind[entry.item.kind], 0))
    }),
  )
})
