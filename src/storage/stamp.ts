import { v7 } from 'uuid'
import type { StudyEvent } from '../core/history/events.ts'
import { type DeviceId, eventId } from '../core/ids.ts'
import type { EpochMs } from '../core/time.ts'

/** What the log adds to an act. */
export type Stamp = Pick<StudyEvent, 'id' | 'at' | 'offsetMin' | 'device'>

export interface StampSources {
  readonly now: () => EpochMs
  /** The local time's lead over UTC at that instant, in minutes (Japan: 540). */
  readonly offsetMin: (at: EpochMs) => number
  readonly device: DeviceId
  /** The latest `at` this device is known to have in the log, so that it does not run backwards over a reload or between two tabs. */
  readonly lastAt: () => EpochMs
  /** An id that no other event has and that sorts by its time. */
  readonly newId?: (at: EpochMs) => string
}

/** How far ahead of the clock the log may be before the log is what was wrong: a time zone set by hand is off by less. */
const longestLeadMs = 86_400_000

/**
 * Stamps with an `at` in whole milliseconds that rises on one device, although its
 * clock may be set back by up to a day. It rises by at least one, because two acts
 * within one millisecond (suspend, resume) would otherwise be ordered by the chance
 * in their ids. A log that is further ahead was written by a clock that was wrong;
 * keeping above it would put every answer into the same far study day.
 */
export const createStamp = ({ now, offsetMin, device, lastAt, newId = (msecs) => v7({ msecs }) }: StampSources): (() => Stamp) => {
  let last = 0
  return () => {
    const clock = Math.floor(now())
    const before = [last, Math.floor(lastAt())].filter((at) => at <= clock + longestLeadMs)
    last = Math.max(clock, ...before.map((at) => at + 1))
    return { id: eventId(newId(last)), at: last, offsetMin: offsetMin(last), device }
  }
}
