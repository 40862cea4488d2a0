import { v4 } from 'uuid'
import { type DeviceId, deviceId } from '../core/ids.ts'
import { isNotable, startReplay } from '../core/history/replay.ts'
import { compareEvents } from '../core/history/progress.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type Database, migrations, openDatabase } from './database.ts'
import type { EventLog, LogContents, StorageFailure } from './eventLog.ts'
import { hasTextId, type Row, readRows } from './readRows.ts'
import { mayBeLostConnection, openingFailure, storageFailure } from './storageFailure.ts'

type Stored<Value> = Promise<Result<Value, StorageFailure>>

export interface IndexedDbLogOptions {
  readonly name: string
  /** How long one call waits for the database to open before it answers `blocked`; the opening itself goes on. */
  readonly patienceMs?: number
}

/** The log in the browser's own database. Nothing is opened before the first call. */
export const createIndexedDbLog = ({ name, patienceMs = 5000 }: IndexedDbLogOptions): EventLog => {
  // A channel does not hear itself, which is what `watch` promises.
  const channel = new BroadcastChannel(`event-log:${name}`)
  let opening: Stored<Database> | undefined
  /** Set once there is no way back to a connection for this page. */
  let ended: StorageFailure | undefined
  let isSilent = false

  const end = (detail: string): void => {
    ended ??= { reason: 'closed', detail }
    const closing = opening
    opening = undefined
    void closing?.then((opened) => opened.ok && opened.value.close())
  }

  const open = (): Stored<Database> => {
    const forget = (): void => {
      if (opening === mine) opening = undefined
    }
    const mine = openDatabase(name, migrations, (newVersion) =>
      end(newVersion === null ? 'The data is being deleted in another tab.' : 'A newer version of the app is open in another tab.'),
    ).then(ok, (error: unknown) => {
      forget()
      return fail(openingFailure(error))
    })
    opening = mine
    return mine
  }

  /** Work on the open database; once more on a new connection if the browser had taken the old one away. */
  const withDatabase = async <Value>(work: (db: Database) => Promise<Value>, isRetry = false): Stored<Value> => {
    if (ended !== undefined) return fail(ended)
    const own = opening ?? open()
    const opened = await orBlocked(own, patienceMs)
    if (ended !== undefined) return fail(ended)
    if (!opened.ok) return opened
    try {
      return ok(await work(opened.value))
    } catch (error) {
      if (ended !== undefined) return fail(ended)
      if (isRetry || !mayBeLostConnection(error)) return fail(storageFailure(error))
      opened.value.close()
      if (opening === own) opening = undefined
      return withDatabase(work, true)
    }
  }

  const contents = async (): Stored<LogContents> => {
    const rows = await withDatabase(rowsOf)
    return rows.ok ? ok({ ...readRows(rows.value), place: rows.value.length }) : rows
  }
  const tell = (what: 'appended' | 'erased'): void => {
    if (!isSilent) channel.postMessage(what)
  }
  const add = async (rows: readonly Row[]): Stored<number> => {
    const added = await withDatabase((db) => addAbsent(db, rows))
    if (added.ok && added.value > 0) tell('appended')
    return added
  }

  return {
    readProgress: async (links) => {
      const all = await contents()
      if (!all.ok) return all
      const { events, unread, place } = all.value
      const replay = startReplay(links, events.filter(isNotable))
      replay.add(events, null)
      return ok({ progress: replay.done(), unread, place })
    },
    readSince: contents,
    readBefore: async (cut, count) => {
      const all = await contents()
      if (!all.ok) return all
      const before = cut === null ? all.value.events : all.value.events.filter((event) => compareEvents(event, cut) < 0)
      return ok(before.slice(Math.max(0, before.length - count)))
    },
    readRows: async (take) => {
      const rows = await withDatabase(rowsOf)
      if (!rows.ok) return rows
      await take(rows.value)
      return ok(undefined)
    },
    append: async (events) => {
      const added = await add(events)
      return added.ok ? ok(undefined) : added
    },
    appendRows: (rows) => add(rows.filter(hasTextId)),
    settle: async () => ok(undefined),
    erase: async () => {
      const erased = await withDatabase((db) => db.clear('events'))
      if (erased.ok) tell('erased')
      return erased
    },
    deviceId: () => withDatabase(deviceOf),
    watch: (onForeign) => {
      const listen = ({ data }: MessageEvent<unknown>): void => onForeign(data === 'erased' ? 'erased' : 'appended')
      channel.addEventListener('message', listen)
      return () => channel.removeEventListener('message', listen)
    },
    close: () => {
      end('The log has been closed.')
      isSilent = true
      channel.close()
    },
  }
}

interface Transaction {
  readonly done: Promise<void>
  readonly error: DOMException | null
  abort(): void
}

/** The outcome of a transaction's requests once it is complete; all of it or, with the reason, none of it. */
const outcome = async <Value>(tx: Transaction, requests: Promise<Value>): Promise<Value> => {
  try {
    const [value] = await Promise.all([requests, tx.done])
    return value
  } catch (error) {
    // The transaction knows why it failed; its requests may know only that it was aborted.
    const cause = tx.error ?? error
    try {
      // An error thrown before its request was made would leave the other requests to be committed.
      tx.abort()
    } catch {
      // Over already.
    }
    throw cause
  }
}

const rowsOf = async (db: Database): Promise<unknown[]> => {
  const tx = db.transaction('events')
  return outcome(tx, tx.store.getAll())
}

/** Adds the rows whose ids are free and resolves with their number once they are on disk. */
const addAbsent = async (db: Database, rows: readonly Row[]): Promise<number> => {
  const tx = db.transaction('events', 'readwrite', { durability: 'strict' })
  const byId = new Map<string, Row>()
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row)
  const add = async (row: Row): Promise<boolean> => {
    if ((await tx.store.getKey(row.id)) !== undefined) return false
    await tx.store.add(row)
    return true
  }
  const added = await outcome(tx, Promise.all([...byId.values()].map(add)))
  return added.filter(Boolean).length
}

/** Two tabs that ask at the same time get the same answer: one transaction reads and writes. */
const deviceOf = async (db: Database): Promise<DeviceId> => {
  const tx = db.transaction('meta', 'readwrite', { durability: 'strict' })
  const name = async (): Promise<string> => {
    const known = await tx.store.get('device')
    if (typeof known === 'string' && known !== '') return known
    const made = v4()
    await tx.store.put(made, 'device')
    return made
  }
  return deviceId(await outcome(tx, name()))
}

const orBlocked = async (opening: Stored<Database>, patienceMs: number): Stored<Database> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<Result<Database, StorageFailure>>((resolve) => {
    timer = setTimeout(
      () => resolve(fail({ reason: 'blocked', detail: `Another tab has kept the database from opening for ${patienceMs} ms.` })),
      patienceMs,
    )
  })
  const first = await Promise.race([opening, tooLong])
  clearTimeout(timer)
  return first
}
