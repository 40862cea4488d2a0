import { fail, ok, type Result } from '../core/result.ts'
import { type Database, migrations, openDatabase } from './database.ts'
import type { StorageFailure } from './eventLog.ts'
import { mayBeLostConnection, openingFailure, storageFailure } from './storageFailure.ts'

export type Stored<Value> = Promise<Result<Value, StorageFailure>>

export interface Connection {
  /** Work on the open database; once more on a new connection if the browser had taken the old one away. */
  readonly withDatabase: <Value>(work: (db: Database) => Promise<Value>) => Stored<Value>
  readonly close: (detail: string) => void
}

/** A database that is opened when it is first worked on. `patienceMs`: how long work waits for that before it answers `blocked`; the opening itself goes on. */
export const createConnection = (name: string, patienceMs: number): Connection => {
  let opening: Stored<Database> | undefined
  /** Set once there is no way back to a connection for this page. */
  let ended: StorageFailure | undefined

  const close = (detail: string): void => {
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
      close(newVersion === null ? 'The data is being deleted in another tab.' : 'A newer version of the app is open in another tab.'),
    ).then(ok, (error: unknown) => {
      forget()
      return fail(openingFailure(error))
    })
    opening = mine
    return mine
  }

  const attempt = async <Value>(work: (db: Database) => Promise<Value>, isRetry: boolean): Stored<Value> => {
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
      return attempt(work, true)
    }
  }

  return { withDatabase: (work) => attempt(work, false), close }
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
