import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'
import type { Links } from './links.ts'
import { emptyProgress, type Progress, progressFrom } from './progress.ts'
import { isLive, retractionsOf } from './undo.ts'

/** The newest event of the log; `null` if there is none. */
export const latestEvent = ({ base, tail }: Progress): EventId | null => tail.at(-1)?.id ?? base?.cut.id ?? null

/** How many events of the tail had happened with this one, `null` being the beginning of the log; `undefined` if that lies before the tail. */
const countUpTo = ({ base, tail }: Progress, event: EventId | null): number | undefined => {
  if (event === (base?.cut.id ?? null)) return 0
  const place = tail.findIndex(({ id }) => id === event)
  return place < 0 ? undefined : place + 1
}

/** What happened after an event (`null`: since the beginning) and was not taken back; `null` if that is not kept as events. */
export const eventsSince = (progress: Progress, event: EventId | null): readonly StudyEvent[] | null => {
  const count = countUpTo(progress, event)
  if (count === undefined) return null
  const { base, tail } = progress
  const later = tail.slice(count)
  if (later.length === 0) return []
  const retractions = retractionsOf(tail, base?.dangling)
  return later.filter(({ id, kind }) => kind !== 'retracted' && isLive(id, retractions))
}

/** The progress as it was after an event, `null` standing for the beginning of the log; `null` if that is not kept as events. */
export const progressAsOf = (progress: Progress, event: EventId | null, links: Links): Progress | null => {
  const count = countUpTo(progress, event)
  if (count === undefined) return null
  const { base, tail } = progress
  if (count === tail.length) return progress
  return base === null && count === 0 ? emptyProgress : progressFrom(base, tail.slice(0, count), links, progress)
}
