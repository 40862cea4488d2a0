import { v4 } from 'uuid'
import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { compareEvents, recent } from '../core/history/progress.ts'
import { type DeviceId, deviceId } from '../core/ids.ts'
import { ok } from '../core/result.ts'
import type { EpochMs } from '../core/time.ts'
import { appendLater } from './append.ts'
import { createConnection, type Stored } from './connection.ts'
import { type Database, outcome } from './database.ts'
import type { EventLog, Reading } from './eventLog.ts'
import { readSince } from './readSince.ts'
import { readStart } from './readStart.ts'
import type { Source } from './settle.ts'
import type { Where } from './storeRows.ts'

export interface IndexedDbLogOptions {
  readonly name: string
  /** How long one call waits for the database to open before it answers `blocked`; the opening itself goes on. */
  readonly patienceMs?: number
  readonly now?: () => EpochMs
}

const load = async () => (await import('./packing.ts')).packing

/** The log in the browser's own database. Nothing is opened before the first call. */
export const createIndexedDbLog = ({ name, patienceMs = 5000, now = Date.now }: IndexedDbLogOptions): EventLog => {
  // A channel does not hear itself, which is what `watch` promises.
  const channel = new BroadcastChannel(`event-log:${name}`)
  const connection = createConnection(name, patienceMs)
  let isSilent = false
  let source: Source = { era: undefined, unreadSealed: [] }

  const tell = (what: 'appended' | 'erased'): void => {
    if (!isSilent) channel.postMessage(what)
  }
  const readProgress = async (db: Database, links: Links, hear: (share: number) => void): Promise<Reading> => {
    const start = await readStart(db, links)
    source = { era: start.era, unreadSealed: start.unreadSealed }
    if (start.reading !== undefined) return start.reading
    hear(0)
    const { reading, unreadSealed } = await (await load()).replay(db, links, { ...recent, now: now() }, hear)
    source = { era: start.era, unreadSealed }
    return reading
  }
  const store = async (db: Database, rows: readonly unknown[], where: Where): Promise<number> => (await load()).storeRows(db, rows, where)
  const append = async (db: Database, events: readonly StudyEvent[]): Promise<number> => {
    const added = await appendLater(db, events)
    if (added !== undefined) return added
    const [first, ...others] = events.toSorted(compareEvents)
    return first === undefined ? 0 : store(db, events, { first, last: others.at(-1) ?? first })
  }
  const telling = async (added: Stored<number>): Stored<number> => {
    const result = await added
    if (result.ok && result.value > 0) tell('appended')
    return result
  }

  return {
    readProgress: (links, hear) => connection.withDatabase((db) => readProgress(db, links, hear)),
    readSince: (place) => connection.withDatabase((db) => readSince(db, place, source.era)),
    readBefore: (cut, count) => connection.withDatabase(async (db) => (await load()).readBefore(db, cut, count)),
    readRows: (take) => connection.withDatabase(async (db) => (await load()).readRows(db, take)),
    append: async (events) => {
      const added = await telling(connection.withDatabase((db) => append(db, events)))
      return added.ok ? ok(undefined) : added
    },
    appendRows: (rows) => telling(connection.withDatabase((db) => store(db, rows, 'anywhere'))),
    settle: (progress, place, links) => connection.withDatabase(async (db) => (await load()).settle(db, progress, place, links, source)),
    erase: async () => {
      const erased = await connection.withDatabase(async (db) => (await load()).eraseAll(db))
      if (erased.ok) tell('erased')
      return erased
    },
    deviceId: () => connection.withDatabase(deviceOf),
    watch: (onForeign) => {
      const listen = ({ data }: MessageEvent<unknown>): void => onForeign(data === 'erased' ? 'erased' : 'appended')
      channel.addEventListener('message', listen)
      return () => channel.removeEventListener('message', listen)
    },
    close: () => {
      connection.close('The log has been closed.')
      isSilent = true
      channel.close()
    },
  }
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
