import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOf } from '../../../src/core/history/links.ts'
import { emptyProgress, foldProgress } from '../../../src/core/history/progress.ts'
import { topicId, topicOf } from '../../../src/core/ids.ts'
import type { DrillAim } from '../../../src/core/mastery/drillAim.ts'
import { sectionOf } from '../../../src/core/mastery/lostMarks.ts'
import { planDrill } from '../../../src/core/mastery/planDrill.ts'
import { tierOfKind } from '../../../src/core/mastery/topicEvidence.ts'
import { weaknesses } from '../../../src/core/mastery/weaknesses.ts'
import { factTable } from '../../../src/core/schedule/factTable.ts'
import type { QueueEntry } from '../../../src/core/schedule/planReview.ts'
import { studyDay } from '../../../src/core/time.ts'
import { fact, item, linksFor } from '../../helpers/catalogue.ts'
import { answered, buried, foldDays, noon, read, reviewed, suspended } from '../../helpers/events.ts'
import { generatedLog } from '../../helpers/generatedLog.ts'
import { largeCatalogue } from '../../helpers/largeCatalogue.ts'

const large = linksOf(largeCatalogue())
/** A learner of some days, the same for the same numbers. */
const learners = fc
  .record({ seed: fc.integer(), days: fc.integer({ min: 1, max: 8 }), later: fc.nat(20) })
  .map(({ seed, days, later }) => ({
    progress: foldProgress(generatedLog(large, { seed, days, eventsPerDay: 40 }), large),
    now: noon(days - 1 + later),
  }))
const topics = fc.constantFrom(...large.topics.keys())

const links = linksFor({
  tree: [
    { id: 'root', section: 'roots' },
    { id: 'root-choice', section: 'roots', kind: 'choice', fact: 'tree/root' },
    { id: 'tap', section: 'roots' },
    { id: 'tap-choice', section: 'roots', kind: 'choice', fact: 'tree/tap' },
    { id: 'leaf', section: 'leaves', kind: 'choice' },
    { id: 'count', section: 'leaves', kind: 'exercise' },
  ],
  other: [{ id: 'a' }, { id: 'b' }],
})
const taughtIn = (asked: QueueEntry['fact']) => {
  const row = factTable(large).rows.get(asked)
  return row && sectionOf(row)
}
const tree: DrillAim = { kind: 'topic', topic: topicId('tree') }
const idsOf = (entries: readonly QueueEntry[]) => entries.map(({ item: { id } }) => String(id))
const all = ['tree/root', 'tree/tap', 'tree/leaf', 'tree/count']

describe('the drill of a topic', () => {
  test('asks each fact once, of that topic alone, at most ten', () => {
    fc.assert(
      fc.property(learners, topics, ({ progress, now }, topic) => {
        const { entries, seconds } = planDrill({ kind: 'topic', topic }, progress, large, now)
        expect(new Set(entries.map((entry) => entry.fact)).size).toBe(entries.length)
        expect(entries.every((entry) => topicOf(entry.fact) === topic && entry.item.fact === entry.fact)).toBe(true)
        expect(entries.length).toBeLessThanOrEqual(10)
        expect(seconds > 0).toBe(entries.length > 0)
      }),
      { numRuns: 40 },
    )
  })

  test('never asks what was right today, was put off, or is set aside', () => {
    fc.assert(
      fc.property(learners, topics, ({ progress, now }, topic) => {
        const today = studyDay(now.at, now.offsetMin)
        for (const entry of planDrill({ kind: 'topic', topic }, progress, large, now).entries) {
          const memory = progress.facts.get(entry.fact)
          expect(memory !== undefined && memory.lastDay >= today && memory.lastGrade > 1).toBe(false)
          expect(progress.buried.get(entry.fact) === today).toBe(false)
          expect(progress.items.get(entry.item.id)?.suspended ?? false).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('begins with the section that loses most, and asks section by section', () => {
    fc.assert(
      fc.property(learners, topics, ({ progress, now }, topic) => {
        const { entries } = planDrill({ kind: 'topic', topic }, progress, large, now)
        const practised = entries.filter((entry) => tierOfKind[entry.item.kind] !== 'done')
        const order = practised.map((entry) => taughtIn(entry.fact)).filter((section, place, own) => section !== own[place - 1])
        expect(new Set(order).size).toBe(order.length)
        const ranked = weaknesses(progress, large, now).find((weakness) => weakness.topic === topic)?.sections ?? []
        expect(order).toEqual(ranked.map(({ section }) => section).filter((section) => order.includes(section)))
      }),
      { numRuns: 40 },
    )
  })

  test('recalls first, then recognises, and ends with the only exercise', () => {
    const { entries } = planDrill(tree, foldDays(links, [0, reviewed('tree/root', 1), reviewed('tree/tap', 1)]), links, noon(3))
    const kinds = entries.map((entry) => [entry.item.section.split('/')[1], tierOfKind[entry.item.kind]].join(' '))
    expect(kinds.filter((kind) => kind.startsWith('roots'))).toEqual(['roots recalled', 'roots recognised'])
    expect(kinds.at(-1)).toBe('leaves done')
    fc.assert(
      fc.property(learners, topics, ({ progress, now }, topic) => {
        const { entries: asked } = planDrill({ kind: 'topic', topic }, progress, large, now)
        const tiers = asked.map((entry) => tierOfKind[entry.item.kind])
        expect(tiers.filter((tier) => tier === 'done').length).toBeLessThanOrEqual(1)
        expect(tiers.slice(0, -1)).not.toContain('done')
        for (const [place, entry] of asked.slice(0, -1).entries()) {
          const next = asked[place + 1]
          if (next === undefined || taughtIn(next.fact) !== taughtIn(entry.fact)) continue
          expect([tiers[place], tiers[place + 1]]).not.toEqual(['recognised', 'recalled'])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('offers a section to read once, where it is unread or something of it was wrong, and not where it merely faded', () => {
    const known = foldDays(links, [0, read('tree/roots'), read('tree/leaves'), ...all.map((id) => reviewed(id))])
    expect(planDrill(tree, known, links, noon(9)).entries.every(({ sectionRead }) => sectionRead)).toBe(true)
    const wrong = foldDays(links, [0, read('tree/roots'), read('tree/leaves'), ...all.map((id) => reviewed(id, id === 'tree/tap' ? 1 : 3))])
    const toRead = planDrill(tree, wrong, links, noon(9)).entries.filter(({ sectionRead }) => !sectionRead)
    expect(toRead.map((entry) => String(entry.item.section))).toEqual(['tree/roots'])
    const unread = planDrill(tree, emptyProgress, links, noon(9)).entries.filter(({ sectionRead }) => !sectionRead)
    expect(new Set(unread.map((entry) => entry.item.section)).size).toBe(unread.length)
    expect(unread.length).toBe(2)
  })

  test('asks again what was wrong today', () => {
    const progress = foldDays(links, [0, reviewed('tree/root', 1), reviewed('tree/tap', 3)])
    const facts = planDrill(tree, progress, links, noon(0)).entries.map((entry) => entry.fact)
    expect(facts).toContain(fact('tree/root'))
    expect(facts).not.toContain(fact('tree/tap'))
  })

  test('leaves out what was put off and what has no item left', () => {
    const progress = foldDays(links, [0, buried('tree/root'), suspended('tree/tap'), suspended('tree/tap-choice')])
    const facts = planDrill(tree, progress, links, noon(0)).entries.map((entry) => entry.fact)
    expect(new Set(facts)).toEqual(new Set([fact('tree/leaf'), fact('tree/count')]))
  })
})

describe('other drills', () => {
  test('of the weakest topics take a few of each, topic by topic', () => {
    fc.assert(
      fc.property(learners, ({ progress, now }) => {
        const { entries } = planDrill({ kind: 'top', count: 3 }, progress, large, now)
        const weakest = weaknesses(progress, large, now).slice(0, 3)
        const order = entries.map((entry) => topicOf(entry.fact)).filter((topic, place, own) => topic !== own[place - 1])
        expect(order).toEqual(weakest.map(({ topic }) => topic).filter((topic) => order.includes(topic)))
        for (const topic of order) expect(entries.filter((entry) => topicOf(entry.fact) === topic).length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 20 },
    )
  })

  test('of two facts ask both sides in turn, at most twice each, recall before recognition', () => {
    const aim: DrillAim = { kind: 'apart', facts: [fact('tree/root'), fact('tree/tap')] }
    expect(idsOf(planDrill(aim, emptyProgress, links, noon(0)).entries)).toEqual([
      'tree/root',
      'tree/tap',
      'tree/root-choice',
      'tree/tap-choice',
    ])
  })

  test('of two facts ask first what is known to be taken for the other', () => {
    const confusing = linksFor({
      tree: [{ id: 'root' }, { id: 'root-choice', kind: 'choice', fact: 'tree/root', confuses: ['tree/tap'] }, { id: 'tap' }],
    })
    const aim: DrillAim = { kind: 'apart', facts: [fact('tree/root'), fact('tree/tap')] }
    expect(idsOf(planDrill(aim, emptyProgress, confusing, noon(0)).entries)).toEqual(['tree/root-choice', 'tree/tap', 'tree/root'])
  })

  test('of items ask just these, once each and in their order, but none that is set aside', () => {
    const aim: DrillAim = { kind: 'items', items: ['other/b', 'tree/leaf', 'other/b', 'other/a'].map(item) }
    const progress = foldDays(links, [0, answered('tree/leaf', 'wrong'), suspended('other/a')])
    expect(idsOf(planDrill(aim, progress, links, noon(0)).entries)).toEqual(['other/b', 'tree/leaf'])
  })
})
