import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import type { EventLog, LogContents } from '../../src/storage/eventLog.ts'
import { anyLog, inOrder, reviewed } from './studyEvents.ts'

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
      const answers = await Promise.all([log.readSince(0), log.append([reviewed('b')]), log.readRows(() => {}), log.deviceId()])
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { reason: 'closed' } })
    })
  })
}
