import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'
import type { Links } from './links.ts'
import { emptyProgress, type Progress, progressFrom } from './progress.ts'
import { isLive, retractionsOf } from './undo.ts'

/** A history cut in two. */
export interface AsOf {
  /** The progress as it was once the named event had happened. */
  readonly before: Progress
  /** What happened after it and was not taken back, in the order of the log. */
  readonly since: readonly StudyEvent[]
}

/**
 * The progress as it was after an event, `null` for the beginning of the log, and
 * what came since; `null` if that lies before what is kept as events.
 */
export const progressAsOf = (progress: Progress, event: EventId | null, links: Links): AsOf | null => {
  const { base, tail } = progress
  const isAtBase = event === (base?.cut.id ?? null)
  const place = isAtBase ? -1 : tail.findIndex(({ id }) => id === event)
  if (place < 0 && !isAtBase) return null
  const later = tail.slice(place + 1)
  if (later.length === 0) return { before: progress, since: [] }
  const retractions = retractionsOf(tail, base?.dangling)
  return {
    before: base === null && place < 0 ? emptyProgress : progressFrom(base, tail.slice(0, place + 1), links, progress),
    since: later.filter(({ id, kind }) => kind !== 'retracted' && isLive(id, retractions)),
  }
}

/** The newest event of the log; `null` if there is none. */
export const latestEvent = ({ base, tail }: Progress): EventId | null => tail.at(-1)?.id ?? base?.cut.id ?? null
