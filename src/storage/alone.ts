/**
 * Work that packs rows, for one tab at a time: transactions would notice another,
 * but the work would have been for nothing. `isAlone` is told to who does not want
 * to wait. Where there are no locks everyone is alone.
 */
export const alone = <Value>(database: string, options: LockOptions, work: (isAlone: boolean) => Promise<Value>): Promise<Value> =>
  navigator.locks === undefined ? work(true) : navigator.locks.request(`event-log:${database}`, options, (lock) => work(lock !== null))
