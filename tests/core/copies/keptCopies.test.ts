import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyReasons, type CopyStub, keptCopies, retention } from '../../../src/core/copies/keptCopies.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Tuesday, 24 November 2026, 12:00 in Japan. */
const noon = Date.UTC(2026, 10, 24, 3)
const japan = 540
const plenty = Number.POSITIVE_INFINITY

const copy = (at: number, more: Partial<CopyStub> = {}): CopyStub => ({
  name: `copy-${at}`,
  at,
  rows: at / 1000,
  bytes: 10,
  reason: 'auto',
  ...more,
})
const names = (copies: readonly CopyStub[]) => copies.map(({ name }) => name)

const anyCopies = fc
  .uniqueArray(fc.integer({ min: noon - 200 * dayMs, max: noon }), { maxLength: 80 })
  .chain((times) =>
    fc.tuple(
      ...times.map((at) =>
        fc
          .record({ rows: fc.nat(1000), bytes: fc.integer({ min: 1, max: 100 }), reason: fc.constantFrom(...copyReasons) })
          .map((more) => copy(at, more)),
      ),
    ),
  )

describe('keptCopies', () => {
  it('always keeps the newest, and the one with the most records, however little room there is', () => {
    fc.assert(
      fc.property(anyCopies, fc.nat(500), (copies, mostBytes) => {
        const kept = keptCopies(copies, japan, mostBytes)
        if (copies.length === 0) return
        expect(kept).toContainEqual(copies.toSorted((a, b) => b.at - a.at)[0])
        expect(Math.max(...kept.map(({ rows }) => rows))).toBe(Math.max(...copies.map(({ rows }) => rows)))
      }),
    )
  })

  it('keeps copies that were given, each once, newest first, and no more than the rule says', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const kept = keptCopies(copies, japan, plenty)
        expect(new Set(kept).size).toBe(kept.length)
        for (const one of kept) expect(copies).toContain(one)
        expect(kept).toEqual(kept.toSorted((a, b) => b.at - a.at))
        const most = retention.recent + retention.days + retention.weeks + 3 * retention.perReason + 1
        expect(kept.length).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('keeps the same when it is asked again', () => {
    fc.assert(
      fc.property(anyCopies, fc.nat(1000), (copies, mostBytes) => {
        const kept = keptCopies(copies, japan, mostBytes)
        expect(keptCopies(kept, japan, mostBytes)).toEqual(kept)
      }),
    )
  })

  it('stays below the room given, as far as the two that must stay allow', () => {
    fc.assert(
      fc.property(anyCopies, fc.nat(1000), (copies, mostBytes) => {
        const kept = keptCopies(copies, japan, mostBytes)
        const bytes = kept.reduce((sum, one) => sum + one.bytes, 0)
        expect(kept.length <= 2 || bytes <= mostBytes).toBe(true)
      }),
    )
  })

  it('deletes nothing while there are only a few, and never the only one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: noon }), { minLength: 1, maxLength: retention.recent }), (times) => {
        expect(
          keptCopies(
            times.map((at) => copy(at)),
            japan,
            plenty,
          ),
        ).toHaveLength(times.length)
        expect(keptCopies([copy(times[0] ?? 1)], japan, 0)).toHaveLength(1)
      }),
    )
  })

  it('of a year of copies every quarter of an hour keeps the last six, the last of twelve days and the last of ten weeks', () => {
    const copies = Array.from({ length: 365 * 96 }, (_, quarter) => copy(noon - quarter * (hourMs / 4)))
    const kept = keptCopies(copies, japan, plenty)
    const last = (date: Date) => `copy-${date.getTime() - japan * 60_000 - hourMs / 4}`
    const days = Array.from({ length: 11 }, (_, day) => last(new Date(Date.UTC(2026, 10, 24 - day))))
    const weeks = Array.from({ length: 9 }, (_, week) => last(new Date(Date.UTC(2026, 10, 23 - 7 * week))))
    const recent = copies.slice(0, 6).map(({ name }) => name)
    expect(new Set(names(kept))).toEqual(new Set([...recent, ...days, ...weeks]))
  })

  it('ends a day where the learner is', () => {
    const late = copy(Date.UTC(2026, 10, 24, 14, 59))
    const later = copy(Date.UTC(2026, 10, 24, 15, 1), { rows: 2e9 })
    const rule = { recent: 0, days: 12, weeks: 0, perReason: 0 }
    expect(keptCopies([late, later], japan, plenty, rule)).toEqual([later, late])
    expect(keptCopies([late, later], 0, plenty, rule)).toEqual([later])
  })

  it('does not let copies of after an erasure push out the full one', () => {
    const full = copy(noon - 300 * dayMs, { rows: 9000, reason: 'erase' })
    const small = Array.from({ length: 3000 }, (_, quarter) => copy(noon - quarter * (hourMs / 4), { rows: 3 }))
    const many = Array.from({ length: 10 }, (_, day) => copy(noon - day * dayMs - 1, { rows: 3, reason: 'erase' }))
    expect(keptCopies([full, ...small, ...many], japan, plenty)).toContain(full)
  })
})
