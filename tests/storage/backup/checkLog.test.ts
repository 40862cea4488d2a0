import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { default_w } from 'ts-fsrs'
import { foldProgress, type Progress, settleTail } from '../../../src/core/history/progress.ts'
import { checkLog } from '../../../src/storage/backup/checkLog.ts'
import { isAlike } from '../../../src/storage/backup/isAlike.ts'
import { createMemoryLog } from '../../../src/storage/memoryLog.ts'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { links, logs } from '../../helpers/arbitraries.ts'
import { createDiary, moment, read, retracted, reviewed } from '../../helpers/events.ts'
import { eventId } from '../../../src/core/ids.ts'
import { must } from '../logContract.ts'
import { unattended } from './files.ts'

const now = moment(100, 0).at
const check = async (rows: readonly unknown[], shown: Progress) => {
  const log = createMemoryLog(rows)
  return must(
    await checkLog(
      () => ({ log, unsaved: [], expected: rows.length }),
      links,
      () => shown,
      now,
      unattended,
    ),
  )
}
const sound = { damaged: 0, unknown: 0, duplicate: 0, backwards: 0, ahead: 0, retired: 0, aimless: 0, isShownRight: true }

describe('checkLog', () => {
  it('finds nothing wrong in a sound history', async () => {
    const diary = createDiary()
    const events = [diary(0, reviewed('ns/pid')), diary(1, read('ns/s')), diary(2, retracted(eventId('pen-00001')))]
    const { refolded: _refolded, ...report } = await check(events, foldProgress(events, links))
    expect(report).toEqual({ ...sound, rows: 3 })
  })

  it('agrees with what any history comes to, settled or not', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.nat(10), async (events, keep) => {
        const shown = settleTail(foldProgress(events, links), links, { events: keep, ms: 0 })
        expect((await check(events, shown)).isShownRight).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('finds what is shown and is not what the rows come to, and what they do come to', async () => {
    const diary = createDiary()
    const events = [diary(0, reviewed('ns/pid')), diary(1, reviewed('ns/mount'))]
    const report = await check(events, foldProgress(events.slice(1), links))
    expect(report.isShownRight).toBe(false)
    expect(report.refolded).toEqual(foldProgress(events, links))
  })

  const ofPen = (id: string, at: number): StudyEvent => ({ ...createDiary()(0, read('ns/s')), id: eventId(id), at })
  it.each([
    ['damaged rows', [{ id: 'torn', at: 5, kind: 'reviewed' }, 'text', null], { damaged: 3 }],
    ['kinds it does not know', [{ id: 'future', at: 5, kind: 'dreamt' }], { unknown: 1 }],
    ['a clock that ran backwards', [ofPen('b', 500), ofPen('c', 400), ofPen('d', 600), ofPen('e', 590)], { backwards: 2 }],
    ['the same when the rows come by time', [ofPen('c', 400), ofPen('b', 500)], { backwards: 1 }],
    ['dates that are still to come', [{ ...ofPen('b', now + 2 * 86_400_000) }], { ahead: 1 }],
    ['items that the catalogue does not have', [{ ...createDiary()(0, reviewed('ns/gone')) }], { retired: 1 }],
    ['undo of nothing', [createDiary()(0, retracted(eventId('nowhere')))], { aimless: 1 }],
  ] as const)('counts %s', async (_title, rows, found) => {
    const events = rows.flatMap((row): StudyEvent[] => (typeof row === 'object' && row !== null && 'offsetMin' in row ? [row] : []))
    const { refolded: _refolded, ...report } = await check(rows, foldProgress(events, links))
    expect(report).toEqual({ ...sound, rows: rows.length, ...found })
  })

  it('counts rows that have the id of another', async () => {
    const log = createMemoryLog()
    const twice = {
      ...log,
      readRows: async (take: Parameters<typeof log.readRows>[0]) => {
        await take([ofPen('a', 5), ofPen('a', 5), ofPen('b', 6)])
        return { ok: true, value: undefined } as const
      },
    }
    const report = must(
      await checkLog(
        () => ({ log: twice, unsaved: [], expected: 3 }),
        links,
        () => foldProgress([], links),
        now,
        unattended,
      ),
    )
    expect(report).toMatchObject({ rows: 3, duplicate: 1 })
  })

  it('begins anew when something is recorded meanwhile', async () => {
    const diary = createDiary()
    const [first, second] = [diary(0, reviewed('ns/pid')), diary(1, reviewed('ns/mount'))]
    const log = createMemoryLog([first])
    let shown = foldProgress([first], links)
    let asked = 0
    const source = () => {
      asked += 1
      if (asked === 1) {
        void log.append([second])
        shown = foldProgress([first, second], links)
      }
      return { log, unsaved: [], expected: 1 }
    }
    const before = foldProgress([first], links)
    const report = must(await checkLog(source, links, () => (asked === 0 ? before : shown), now, unattended))
    expect(asked).toBe(2)
    expect(report).toMatchObject({ rows: 2, isShownRight: true })
  })
})

describe('isAlike', () => {
  it('holds for a value and its copy, and for maps in another order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (plain) => {
        const value = { plain, map: new Map(Object.entries(plain)) }
        expect(isAlike(value, structuredClone(value))).toBe(true)
      }),
    )
    expect(
      isAlike(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    ).toBe(true)
  })
  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [new Map([['a', 1]]), new Map([['b', 1]])],
    [new Map(), {}],
    [[1, 2], [1]],
    [[], {}],
    [null, {}],
    [0, null],
    [default_w, default_w.map((w) => w * 1.000001)],
  ])('does not hold for %j and %j', (a, b) => expect(isAlike(a, b)).toBe(false))
  it('takes no notice of the order in which sums were added', () =>
    expect(isAlike({ sum: 0.1 + 0.2 + 0.3 }, { sum: 0.3 + 0.2 + 0.1 })).toBe(true))
})
