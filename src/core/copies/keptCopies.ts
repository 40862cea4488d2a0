import type { EpochMs } from '../time.ts'

/** Why a copy was made: by itself, or before something that could be regretted. */
export const copyReasons = ['auto', 'import', 'erase', 'hand'] as const
export type CopyReason = (typeof copyReasons)[number]

export interface CopyStub {
  readonly name: string
  readonly at: EpochMs
  readonly reason: CopyReason
  readonly rows: number
  readonly bytes: number
}

/** How many copies stay: of the latest, of days, of weeks, and of each other reason. */
export interface Retention {
  readonly recent: number
  readonly days: number
  readonly weeks: number
  readonly perReason: number
}
export const retention: Retention = { recent: 6, days: 12, weeks: 10, perReason: 4 }

const dayMs = 86_400_000
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const weekOfDay = (day: number): number => Math.floor((day + 3) / 7)

const newestFirst = (a: CopyStub, b: CopyStub): number => b.at - a.at || (a.name < b.name ? 1 : -1)

/** The newest copy of each of the last periods that have one. */
const newestOfEach = (copies: readonly CopyStub[], periodOf: (copy: CopyStub) => number, periods: number): readonly CopyStub[] => {
  const newest = new Map<number, CopyStub>()
  for (const copy of copies) {
    const period = periodOf(copy)
    if (!newest.has(period) && newest.size < periods) newest.set(period, copy)
  }
  return [...newest.values()]
}

/**
 * Grandfather, father, son: of all copies those that stay. Always among them: the
 * newest, and the one with the most records, so that no later loss can push the
 * history out. `offsetMin` says where a day ends. If together they are larger than
 * `mostBytes`, the oldest go first, but never those two.
 */
export const keptCopies = (
  copies: readonly CopyStub[],
  offsetMin: number,
  mostBytes: number,
  rule: Retention = retention,
): readonly CopyStub[] => {
  const sorted = copies.toSorted(newestFirst)
  const fullest = sorted.reduce<CopyStub | undefined>(
    (most, copy) => (most === undefined || copy.rows > most.rows ? copy : most),
    undefined,
  )
  const certain = new Set([sorted[0], fullest])
  const dayOf = (copy: CopyStub): number => Math.floor((copy.at + offsetMin * 60_000) / dayMs)
  const wanted = new Set([
    ...certain,
    ...sorted.filter((copy) => copy.reason === 'auto').slice(0, rule.recent),
    ...newestOfEach(sorted, dayOf, rule.days),
    ...newestOfEach(sorted, (copy) => weekOfDay(dayOf(copy)), rule.weeks),
    ...copyReasons
      .filter((reason) => reason !== 'auto')
      .flatMap((reason) => sorted.filter((copy) => copy.reason === reason).slice(0, rule.perReason)),
  ])
  let bytes = [...certain].reduce((sum, copy) => sum + (copy?.bytes ?? 0), 0)
  return sorted.filter((copy) => {
    if (certain.has(copy)) return true
    if (!wanted.has(copy)) return false
    bytes += copy.bytes
    return bytes <= mostBytes
  })
}
