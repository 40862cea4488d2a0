import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { StudyEvent } from '../../src/core/history/events.ts'
import type { Links } from '../../src/core/history/links.ts'
import { emptyProgress, settleTail } from '../../src/core/history/progress.ts'
import type { Result } from '../../src/core/result.ts'
import type { EventLog, LogContents } from '../../src/storage/eventLog.ts'
import { links, logs } from '../helpers/arbitraries.ts'
import { foldedSum, longHistory, sum } from './histories.ts'
import { anyEvent, anyLog, inOrder, reviewed } from './studyEvents.ts'

/** The value of a result that must be there. */
export const must = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
/** All that the log holds, sorted into events and what cannot be read. */
export const contentsOf = async (log: EventLog): Promise<Omit<LogContents, 'place'>> => {
  const { events, unread } = must(await log.readSince(0))
  return { events, unread }
}
export const idsIn = async (log: EventLog): Promise<string[]> => (await contentsOf(log)).events.map((event) => event.id)
/** Every row as a backup gets it. */
export const rowsIn = async (log: EventLog): Promise<unknown[]> => {
  const all: unknown[] = []
  must(await log.readRows((rows) => void all.push(...rows)))
  return all
}

/** What the log comes to, and whether all of it had to be replayed for that. */
export const readSum = async (log: EventLog, catalogue: Links = links) => {
  let isReplayed = false
  const { progress, unread } = must(
    await log.readProgress(catalogue, () => {
      isReplayed = true
    }),
  )
  return { sum: sum(progress), isReplayed, unread, progress }
}

/** Has the log settle what it holds, as the app does. */
export const settleLog = async (log: EventLog): Promise<void> => {
  const { progress, place } = must(await log.readProgress(links, () => {}))
  must(await log.settle(settleTail(progress, links), place, links))
}

/** Rows with a string id that are not events of this version, and what each is. */
export const strangeRows = [
  { why: 'unknown', row: { id: 'future', at: 5, kind: 'dreamt', of: null, seen: new Date(0) } },
  { why: 'unknown', row: { id: 'foreign-note', at: 5, kind: 'note', text: 'こんにちは' } },
  { why: 'damaged', row: { id: 'foreign', amount: 3n, tags: new Set(['a']) } },
  { why: 'damaged', row: { id: 'missing', at: 5, kind: 'reviewed' } },
  { why: 'damaged', row: { ...reviewed('nan'), at: Number.NaN } },
  { why: 'damaged', row: { ...reviewed('nan-took'), tookMs: Number.NaN } },
  { why: 'damaged', row: { ...reviewed('bytes'), item: new Uint8Array([0, 255]) } },
] as const

/**
 * What every event log must do. `openLog` gives a fresh log in whose storage the
 * given rows already lie.
 */
export const describeLogContract = (title: string, openLog: (rows: readonly object[]) => Promise<EventLog>): void => {
  describe(title, () => {
    const opened: EventLog[] = []
    afterEach(() => {
      for (const log of opened.splice(0)) log.close()
    })
    const open = async (rows: readonly object[] = []): Promise<EventLog> => {
      const log = await openLog(rows)
      opened.push(log)
      return log
    }

    it('is empty at first', async () => {
      const log = await open()
      expect(await contentsOf(log)).toEqual({ events: [], unread: [] })
      expect(await rowsIn(log)).toEqual([])
    })

    it('reads back what was appended, in the order of time and id, whatever the order of appending', async () => {
      await fc.assert(
        fc.asyncProperty(anyLog, fc.nat(20), async (events, cut) => {
          const log = await open()
          must(await log.append(events.slice(cut)))
          must(await log.append(events.slice(0, cut)))
          expect(await contentsOf(log)).toEqual({ events: inOrder(events), unread: [] })
        }),
        { numRuns: 20 },
      )
    })

    it('holds an event once that is appended twice, in one batch or in two', async () => {
      await fc.assert(
        fc.asyncProperty(anyLog, async (events) => {
          const log = await open()
          must(await log.append([...events, ...events]))
          must(await log.append(events))
          expect((await contentsOf(log)).events).toEqual(inOrder(events))
          expect(await rowsIn(log)).toHaveLength(events.length)
        }),
        { numRuns: 20 },
      )
    })

    it('keeps the first version of an event, in one batch or in two', async () => {
      const log = await open()
      must(await log.append([reviewed('a', 1), reviewed('a', 2)]))
      must(await log.append([reviewed('a', 3), reviewed('b', 4)]))
      expect(await rowsIn(log)).toEqual([reviewed('a', 1), reviewed('b', 4)])
    })

    it('accepts a batch of nothing', async () => {
      const log = await open([reviewed('a')])
      expect(await log.append([])).toEqual({ ok: true, value: undefined })
      expect(await idsIn(log)).toEqual(['a'])
    })

    it('keeps all of two batches that are appended at the same time', async () => {
      const log = await open()
      const results = await Promise.all([
        log.append([reviewed('a', 1), reviewed('b', 2)]),
        log.append([reviewed('b', 2), reviewed('c', 3)]),
      ])
      expect(results.map((result) => result.ok)).toEqual([true, true])
      expect(await idsIn(log)).toEqual(['a', 'b', 'c'])
    })

    it('is not changed by what happens to an object after it was appended or read', async () => {
      const log = await open()
      const event = { ...reviewed('a'), mood: ['fresh'] }
      must(await log.append([event]))
      event.mood.push('tired')
      for (const row of await rowsIn(log)) if (typeof row === 'object' && row !== null) Object.assign(row, { at: 1 })
      expect((await contentsOf(log)).events).toEqual([{ ...reviewed('a'), mood: ['fresh'] }])
    })

    it('starts on rows that it cannot read, counts each and reads the rest', async () => {
      const log = await open([...strangeRows.map(({ row }) => row), reviewed('good')])
      const { events, unread } = await contentsOf(log)
      expect(events).toEqual([reviewed('good')])
      expect(new Set(unread)).toEqual(new Set(strangeRows.map(({ row, why }) => ({ key: row.id, why }))))
    })

    it('keeps rows that it cannot read exactly as they were, whatever is appended', async () => {
      const rows = strangeRows.map(({ row }) => row)
      const log = await open(rows)
      must(await log.append([reviewed('new'), ...rows.map(({ id }) => reviewed(id))]))
      expect(new Set(await rowsIn(log))).toEqual(new Set([...rows, reviewed('new')]))
      expect(await idsIn(log)).toEqual(['new'])
    })

    it('comes to the fold of its events, whatever the order of arrival, and again when read anew', async () => {
      await fc.assert(
        fc.asyncProperty(logs, fc.nat(29), async (events, cut) => {
          const log = await open()
          must(await log.append(events.slice(cut)))
          must(await log.append(events.slice(0, cut)))
          for (const _ of ['once', 'again']) expect((await readSum(log)).sum).toEqual(foldedSum(events))
        }),
        { numRuns: 15 },
      )
    })

    it('tells what cannot be read with what it comes to', async () => {
      const log = await open([...strangeRows.map(({ row }) => row), reviewed('good')])
      const { sum, unread } = await readSum(log)
      expect(sum).toEqual(foldedSum([reviewed('good')]))
      expect(new Set(unread)).toEqual(new Set(strangeRows.map(({ row, why }) => ({ key: row.id, why }))))
    })

    it('reads on from any place what was stored since, and the place rises', async () => {
      const log = await open([reviewed('before', 9)])
      const first = must(await log.readProgress(links, () => {})).place
      expect(must(await log.readSince(first))).toEqual({ events: [], unread: [], place: first })
      must(await log.append([reviewed('b', 5), reviewed('c', 6)]))
      const second = must(await log.readSince(first))
      expect(second).toEqual({ events: [reviewed('b', 5), reviewed('c', 6)], unread: [], place: expect.any(Number) })
      expect(second.place).toBeGreaterThan(first)
      // Older than all, and of no kind that is known.
      must(await log.appendRows([reviewed('a', 1), { id: 'later', at: 1, kind: 'dreamt' }]))
      const third = must(await log.readSince(second.place))
      expect(third).toEqual({ events: [reviewed('a', 1)], unread: [{ key: 'later', why: 'unknown' }], place: expect.any(Number) })
      expect(third.place).toBeGreaterThan(second.place)
    })

    it('pages back through its events from any cut', async () => {
      await fc.assert(
        fc.asyncProperty(anyLog, fc.integer({ min: 1, max: 7 }), async (events, count) => {
          const log = await open()
          must(await log.append(events))
          const sorted = inOrder(events)
          const pages: StudyEvent[] = []
          let page = must(await log.readBefore(null, count))
          while (page.length > 0) {
            expect(page).toHaveLength(Math.min(count, sorted.length - pages.length))
            pages.unshift(...page)
            page = must(await log.readBefore(page[0] ?? null, count))
          }
          expect(pages).toEqual(sorted)
        }),
        { numRuns: 20 },
      )
    })

    describe('taking in rows from elsewhere', () => {
      it('adds what is new and says how much that was, the first of equal ids counting', async () => {
        const log = await open([reviewed('known', 3)])
        const rows = [
          reviewed('known', 99),
          reviewed('new', 1),
          reviewed('new', 2),
          { id: 'later', at: 1, kind: 'dreamt', of: ['日本', null] },
        ]
        expect(must(await log.appendRows(rows))).toBe(2)
        expect(must(await log.appendRows(rows))).toBe(0)
        expect(new Set(await rowsIn(log))).toEqual(new Set([reviewed('known', 3), rows[1], rows[3]]))
      })

      it('leaves out what has no text for an id', async () => {
        const log = await open()
        expect(must(await log.appendRows(['text', null, 7, [], {}, { id: 7 }, { id: '' }, { id: null, kind: 'reviewed' }]))).toBe(0)
        expect(await rowsIn(log)).toEqual([])
      })

      it('is a union by id, in whatever order and however often', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(anyEvent, { maxLength: 12 }), fc.array(anyEvent, { maxLength: 12 }), async (a, b) => {
            const union = new Map([...a, ...b].toReversed().map((event) => [event.id, event]))
            const log = await open()
            must(await log.appendRows(a))
            must(await log.appendRows(b))
            must(await log.appendRows([...b, ...a]))
            expect((await contentsOf(log)).events).toEqual(inOrder([...union.values()]))
          }),
          { numRuns: 15 },
        )
      })
    })

    describe('once it is long and settled', () => {
      const history = longHistory(2600)
      const long = async (): Promise<EventLog> => {
        const log = await open()
        must(await log.append(history))
        await settleLog(log)
        return log
      }

      it('holds the very same rows and comes to the same', async () => {
        const log = await long()
        expect((await contentsOf(log)).events).toEqual(inOrder(history))
        expect((await rowsIn(log)).map((row) => JSON.stringify(row)).toSorted()).toEqual(
          history.map((row) => JSON.stringify(row)).toSorted(),
        )
        expect((await readSum(log)).sum).toEqual(foldedSum(history))
      })

      it('goes on, and settles again and again', async () => {
        const log = await long()
        const more = longHistory(3400).slice(2600)
        for (const from of [0, 200, 400, 600]) {
          must(await log.append(more.slice(from, from + 200)))
          await settleLog(log)
        }
        expect((await contentsOf(log)).events).toEqual(inOrder([...history, ...more]))
        expect((await readSum(log)).sum).toEqual(foldedSum([...history, ...more]))
      })

      it('takes no event a second time', async () => {
        const log = await long()
        must(await log.append(history.filter((_, n) => n % 100 === 0)))
        expect(must(await log.appendRows(history.map((event) => ({ ...event, at: event.at + 5 }))))).toBe(0)
        expect(await rowsIn(log)).toHaveLength(history.length)
      })

      it('takes in what belongs far back: an event, an undo, the history of another device', async () => {
        const log = await long()
        const early = { ...reviewed('early'), at: history[3]?.at ?? 1 }
        const undo: StudyEvent = {
          ...reviewed('undo', (history.at(-1)?.at ?? 0) + 9),
          kind: 'retracted',
          events: [history[40]?.id ?? early.id],
        }
        const phone = longHistory(1300, 'phone')
        must(await log.append([early]))
        expect((await readSum(log)).sum).toEqual(foldedSum([...history, early]))
        must(await log.append([undo]))
        expect((await readSum(log)).sum).toEqual(foldedSum([...history, early, undo]))
        await settleLog(log)
        expect(must(await log.appendRows(phone))).toBe(1300)
        const all = [...history, early, undo, ...phone]
        expect((await readSum(log)).sum).toEqual(foldedSum(all))
        await settleLog(log)
        expect((await readSum(log)).sum).toEqual(foldedSum(all))
        expect((await contentsOf(log)).events).toEqual(inOrder(all))
      })

      it('pages back from its end to its beginning', async () => {
        const log = await long()
        must(await log.appendRows(longHistory(700, 'phone')))
        const sorted = inOrder([...history, ...longHistory(700, 'phone')])
        const pages: StudyEvent[] = []
        let page = must(await log.readBefore(null, 150))
        while (page.length > 0) {
          pages.unshift(...page)
          page = must(await log.readBefore(page[0] ?? null, 150))
        }
        expect(pages).toEqual(sorted)
      })

      it('gives its rows in batches, one at a time', async () => {
        const log = await long()
        let isTaking = false
        let count = 0
        must(
          await log.readRows(async (rows) => {
            expect(isTaking).toBe(false)
            isTaking = true
            await new Promise((resolve) => setTimeout(resolve, 1))
            count += rows.length
            isTaking = false
          }),
        )
        expect(count).toBe(history.length)
      })
    })

    it('is empty once erased, keeps its device’s name, and gives no place twice', async () => {
      const log = await open([{ id: 'later', at: 1, kind: 'dreamt' }])
      const device = must(await log.deviceId())
      must(await log.append(longHistory(1200)))
      await settleLog(log)
      const { place } = must(await log.readSince(0))
      must(await log.erase())
      expect(await contentsOf(log)).toEqual({ events: [], unread: [] })
      expect(await rowsIn(log)).toEqual([])
      expect((await readSum(log)).sum).toEqual(foldedSum([]))
      expect(must(await log.deviceId())).toBe(device)
      must(await log.append([reviewed('a')]))
      expect(must(await log.readSince(0)).place).toBeGreaterThan(place)
      expect(await idsIn(log)).toEqual(['a'])
    })

    it('names its device, and names it the same every time', async () => {
      const log = await open()
      const [first, second] = await Promise.all([log.deviceId(), log.deviceId()])
      expect(must(first)).toMatch(/^\S{8,}$/)
      expect(second).toEqual(first)
      expect(await log.deviceId()).toEqual(first)
      expect(await rowsIn(log)).toEqual([])
    })

    it('does not call a watcher back for its own appends', async () => {
      const log = await open()
      let calls = 0
      const end = log.watch(() => {
        calls += 1
      })
      must(await log.append([reviewed('a')]))
      await new Promise((resolve) => setTimeout(resolve, 20))
      end()
      expect(calls).toBe(0)
    })

    it('answers "closed" to everything once it was closed', async () => {
      const log = await open([reviewed('a')])
      log.close()
      log.close()
      const answers = await Promise.all([
        log.readProgress(links, () => {}),
        log.readSince(0),
        log.readBefore(null, 5),
        log.readRows(() => {}),
        log.append([reviewed('b')]),
        log.appendRows([reviewed('b')]),
        log.settle(emptyProgress, 0, links),
        log.erase(),
        log.deviceId(),
      ])
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { reason: 'closed' } })
    })
  })
}
