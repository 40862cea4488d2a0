import { v4 } from 'uuid'
import { compareEvents, foldProgress } from '../core/history/progress.ts'
import { deviceId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { EventLog, LogContents, Place, StorageFailure } from './eventLog.ts'
import { readRows } from './readRows.ts'
import { hasTextId, rowKey } from './rows.ts'

/**
 * A log that lasts as long as the page: for tests, and for a browser that stores
 * nothing. `seedRows` are taken as they are, as if found in storage.
 */
export const createMemoryLog = (seedRows: readonly unknown[] = []): EventLog => {
  // Copied in and out, as a database does: what a caller changes later does not change the history.
  const rows = new Map(seedRows.map((row, at) => [rowKey(row, at), structuredClone(row)]))
  const device = deviceId(v4())
  /** Places of rows that were erased are not given again. */
  let erasedRows = 0
  let closed = false

  const whileOpen = async <Value>(work: () => Value): Promise<Result<Value, StorageFailure>> =>
    closed ? fail({ reason: 'closed', detail: 'The log has been closed.' }) : ok(work())
  const since = (place: Place): LogContents => {
    const from = Math.max(0, place - erasedRows)
    return { ...readRows(structuredClone([...rows.values()].slice(from)), from), place: erasedRows + rows.size }
  }
  const add = (more: readonly unknown[]): number => {
    const before = rows.size
    for (const row of more) if (hasTextId(row) && !rows.has(row.id)) rows.set(row.id, structuredClone(row))
    return rows.size - before
  }

  return {
    readProgress: (links) =>
      whileOpen(() => {
        const { events, ...rest } = since(0)
        return { progress: foldProgress(events, links), ...rest }
      }),
    readSince: (place) => whileOpen(() => since(place)),
    readBefore: (cut, count) =>
      whileOpen(() => {
        const { events } = since(0)
        const before = cut === null ? events : events.filter((event) => compareEvents(event, cut) < 0)
        return before.slice(Math.max(0, before.length - count))
      }),
    readRows: async (take) => {
      const all = await whileOpen(() => structuredClone([...rows.values()]))
      if (!all.ok) return all
      await take(all.value)
      return ok(undefined)
    },
    append: (events) => whileOpen(() => void add(events)),
    appendRows: (more) => whileOpen(() => add(more)),
    // Everything is in memory as it is: nothing is gained by packing it.
    settle: () => whileOpen(() => undefined),
    erase: () =>
      whileOpen(() => {
        erasedRows += rows.size
        rows.clear()
      }),
    deviceId: () => whileOpen(() => device),
    // No other tab can reach this memory.
    watch: () => () => {},
    close: () => {
      closed = true
    },
  }
}
