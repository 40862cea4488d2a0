import { type Database, outcome } from './database.ts'
import type { Place } from './eventLog.ts'
import { distinctRows, type Row } from './rows.ts'

interface TimedRow extends Row {
  readonly at: number
}

/**
 * Adds events that are later than all that is sealed, as far as their ids are free,
 * and resolves with their number once they are on disk. Adds none and gives nothing
 * if one is not later: it may be sealed.
 */
export const appendLater = async (db: Database, events: readonly TimedRow[]): Promise<number | undefined> => {
  const tx = db.transaction(['tail', 'segments'], 'readwrite', { durability: 'strict' })
  const tail = tx.objectStore('tail')
  const add = async (): Promise<number | undefined> => {
    const last = await tx.objectStore('segments').index('last').openKeyCursor(null, 'prev')
    const isLater = ({ at, id }: TimedRow) => last === null || indexedDB.cmp([at, id], last.key) > 0
    if (!events.every(isLater)) return undefined
    const added = await Promise.all([...distinctRows(events).values()].map((row) => addAbsent(tail, row)))
    return added.filter(Boolean).length
  }
  return outcome(tx, add())
}

interface TailStore {
  index(name: 'id'): { getKey(id: string): Promise<Place | undefined> }
  add(row: unknown): Promise<Place>
}

const addAbsent = async (tail: TailStore, row: Row): Promise<boolean> => {
  if ((await tail.index('id').getKey(row.id)) !== undefined) return false
  await tail.add(row)
  return true
}
