import { v4 } from 'uuid'
import { deviceId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { EventLog, StorageFailure } from './eventLog.ts'
import { readRows, rowKey } from './readRows.ts'

/**
 * A log that lasts as long as the page: for tests, and for a browser that stores
 * nothing. `seedRows` are taken as they are, as if found in storage.
 */
export const createMemoryLog = (seedRows: readonly unknown[] = []): EventLog => {
  // Copied in and out, as a database does: what a caller changes later does not change the history.
  const rows = new Map(seedRows.map((row, place) => [rowKey(row, place), structuredClone(row)]))
  const device = deviceId(v4())
  let closed = false

  const whileOpen = async <Value>(work: () => Value): Promise<Result<Value, StorageFailure>> =>
    closed ? fail({ reason: 'closed', detail: 'The log has been closed.' }) : ok(work())

  return {
    readAll: () => whileOpen(() => readRows(structuredClone([...rows.values()]))),
    append: (events) =>
      whileOpen(() => {
        for (const event of events) if (!rows.has(event.id)) rows.set(event.id, structuredClone(event))
      }),
    exportRows: () => whileOpen(() => structuredClone([...rows.values()])),
    deviceId: () => whileOpen(() => device),
    // No other tab can reach this memory.
    watch: () => () => {},
    close: () => {
      closed = true
    },
  }
}
