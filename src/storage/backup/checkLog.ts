import { compareEvents, type Progress } from '../../core/history/progress.ts'
import type { StudyEvent } from '../../core/history/events.ts'
import type { Links } from '../../core/history/links.ts'
import { isNotable, startReplay } from '../../core/history/replay.ts'
import { eventId } from '../../core/ids.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { EpochMs } from '../../core/time.ts'
import type { StorageFailure } from '../eventLog.ts'
import { parseEvent } from '../parseEvent.ts'
import { isAlike } from './isAlike.ts'
import { type Attended, readInOrder, type RowSource } from './readInOrder.ts'
import { idOfRow } from './rowOrder.ts'

/** What a reading of the whole log found. Nothing of it is a reason to delete a row. */
export interface LogReport {
  readonly rows: number
  /** Rows that are no events. */
  readonly damaged: number
  /** Rows of kinds that this version does not know. */
  readonly unknown: number
  /** Rows whose id an earlier one has. */
  readonly duplicate: number
  /** Events that were made later than another of the same device and say an earlier time: its clock had been set back. */
  readonly backwards: number
  /** Events dated more than a day ahead of now. */
  readonly ahead: number
  /** Events of items that the catalogue no longer has. */
  readonly retired: number
  /** Undos that name something the log does not hold. */
  readonly aimless: number
  /** Whether what is on screen is what the rows come to. */
  readonly isShownRight: boolean
  /** What the rows come to. */
  readonly refolded: Progress
}

const dayMs = 86_400_000

/** The part of progress that the same events give however they arrived. */
const summed = ({ base: _base, tail: _tail, parameters: _parameters, latestAt: _latestAt, isStale: _isStale, ...sum }: Progress) => sum

/** Ids sort by the time they were made; so does what one device says of its clock, unless that ran backwards. */
const createClockCheck = () => {
  const newest = new Map<string, { readonly id: string; readonly at: EpochMs }>()
  return (event: StudyEvent): boolean => {
    const before = newest.get(event.device)
    if (before === undefined || event.id > before.id) newest.set(event.device, event)
    return before !== undefined && event.id > before.id !== event.at >= before.at && event.id !== before.id
  }
}

/** Reads every row and folds all of them anew. `shown`: what is on screen; if that changes meanwhile, the check begins again. */
export const checkLog = async (
  source: () => RowSource,
  links: Links,
  shown: () => Progress,
  now: EpochMs,
  attended: Attended,
): Promise<Result<LogReport, StorageFailure>> => {
  for (let tries = 3; tries > 0; tries -= 1) {
    const before = shown()
    const report = await readReport(source(), links, now, attended)
    if (!report.ok) return report
    if (shown() === before) return ok({ ...report.value, isShownRight: isAlike(summed(before), summed(report.value.refolded)) })
  }
  return fail({ reason: 'unknown', detail: 'The history went on changing while it was checked.' })
}

const readReport = async (
  source: RowSource,
  links: Links,
  now: EpochMs,
  attended: Attended,
): Promise<Result<Omit<LogReport, 'isShownRight'>, StorageFailure>> => {
  let finish: () => Omit<LogReport, 'isShownRight'> = () => {
    throw new Error('Nothing was read')
  }
  const open = () => {
    const ids = new Set<string>()
    const notable: StudyEvent[] = []
    const ranBackwards = createClockCheck()
    const count = { rows: 0, damaged: 0, unknown: 0, duplicate: 0, backwards: 0, ahead: 0, retired: 0 }
    let replay: ReturnType<typeof startReplay> | undefined
    const look = (row: unknown): void => {
      count.rows += 1
      const id = idOfRow(row)
      if (id !== null && ids.has(id)) count.duplicate += 1
      if (id !== null) ids.add(id)
      const parsed = parseEvent(row)
      if (!parsed.ok) {
        count[parsed.error] += 1
        return
      }
      const event = parsed.value
      if (isNotable(event)) notable.push(event)
      if (ranBackwards(event)) count.backwards += 1
      if (event.at > now + dayMs) count.ahead += 1
      if ('item' in event && !links.items.has(event.item)) count.retired += 1
    }
    finish = () => {
      const undos = notable.filter((event) => event.kind === 'retracted')
      return {
        ...count,
        aimless: undos.filter((undo) => undo.events.some((id) => !ids.has(id))).length,
        refolded: (replay ?? startReplay(links, [])).done(),
      }
    }
    return {
      look,
      take: (rows: readonly unknown[], rest: { readonly at: number; readonly id: string } | null) => {
        replay ??= startReplay(links, notable)
        const events = rows.flatMap((row) => {
          const parsed = parseEvent(row)
          return parsed.ok ? [parsed.value] : []
        })
        replay.add(events.toSorted(compareEvents), rest === null ? null : { at: rest.at, id: eventId(rest.id) })
      },
    }
  }
  const read = await readInOrder(source, open, attended)
  return read.ok ? ok(finish()) : read
}
