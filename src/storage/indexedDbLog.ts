import { v4 } from 'uuid'
import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { compareEvents, recent } from '../core/history/progress.ts'
import { type DeviceId, deviceId } from '../core/ids.ts'
import { ok } from '../core/result.ts'
import type { EpochMs } from '../core/time.ts'
import { appendLater } from './append.ts'
import { createConnection, type Stored } from './connection.ts'
import { type Database, isNewer, outcome } from './database.ts'
import type { EventLog, Reading } from './eventLog.ts'
import { readSince } from './readSince.ts'
import { hasTextId } from './readRows.ts'
import { readStart } from './readStart.ts'
import type { Source } from './settle.ts'
import type { Where } from './storeRows.ts'

export interface IndexedDbLogOptions {
  readonly name: string
  /** How long one call waits for the database to open before it answers `blocked`; the opening itself goes on. */
  readonly patienceMs?: number
  readonly now?: () => EpochMs
}

/** The log in the browser's own database. Nothing is opened before the first call. What is seldom needed is loaded when it is. */
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
    source = { ...source, era: start.era }
    if (start.reading !== undefined) return start.reading
    hear(0)
    const { replay } = await import('./replay.ts')
    const { reading, unreadSealed } = await replay(db, links, { ...recent, now: now() }, hear)
    source = { ...source, unreadSealed }
    return reading
  }
  const store = async (db: Database, rows: readonly unknown[], where: Where): Promise<number> => {
    const { storeRows } = await import('./storeRows.ts')
    return storeRows(db, rows.filter(hasTextId), where)
  }
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
  /** Packing is for one tab at a time; transactions would notice, but the work would have been for nothing. */
  const alone = <Value>(options: LockOptions, work: (isAlone: boolean) => Promise<Value>): Promise<Value> =>
    navigator.locks === undefined ? work(true) : navigator.locks.request(`event-log:${name}`, options, (lock) => work(lock !== null))

  return {
    readProgress: (links, hear) => connection.withDatabase((db) => readProgress(db, links, hear)),
    readSince: (place) => connection.withDatabase((db) => readSince(db, place, source.era)),
    readBefore: (cut, count) => connection.withDatabase(async (db) => (await import('./readSealed.ts')).readBefore(db, cut, count)),
    readRows: (take) => connection.withDatabase(async (db) => (await import('./readSealed.ts')).readRows(db, take)),
    append: async (events) => {
      const added = await telling(connection.withDatabase((db) => append(db, events)))
      return added.ok ? ok(undefined) : added
    },
    appendRows: (rows) => alone({}, () => telling(connection.withDatabase((db) => store(db, rows, 'anywhere')))),
    settle: (progress, place, links) =>
      alone({ ifAvailable: true }, (isAlone) =>
        connection.withDatabase(async (db) => {
          if (!isAlone || isNewer(db)) return
          const { settle } = await import('./settle.ts')
          await settle(db, progress, place, links, source)
        }),
      ),
    erase: async () => {
      const erased = await connection.withDatabase(eraseAll)
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

/** Begins the log anew. */
const eraseAll = async (db: Database): Promise<void> => {
  // What a newer version keeps beside the log is not known here, and would stay.
  if (isNewer(db)) throw new DOMException('A newer version of the app has to do it.', 'VersionError')
  const tx = db.transaction(['tail', 'segments', 'notable', 'snapshot', 'beforeMigration', 'meta'], 'readwrite', { durability: 'strict' })
  const begin = async (): Promise<void> => {
    const rows = ['tail', 'segments', 'notable', 'snapshot', 'beforeMigration'] as const
    await Promise.all(rows.map((store) => tx.objectStore(store).clear()))
    await tx.objectStore('meta').put(v4(), 'era')
  }
  await outcome(tx, begin())
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
