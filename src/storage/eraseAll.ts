import { v4 } from 'uuid'
import { type Database, isNewer, outcome } from './database.ts'

/** Begins the log anew: no row is left, nor what was derived from them, and places of before say nothing any more. */
export const eraseAll = async (db: Database): Promise<void> => {
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
