import type { DeviceId, EventId } from '../ids.ts'
import type { EpochMs } from '../time.ts'
import type { StudyEvent } from './events.ts'
import { emptyFold, type Fold, startFolding } from './fold.ts'
import type { Links } from './links.ts'
import { isLive, type Retractions, retractionsOf } from './undo.ts'

/** A place in the order of the log. */
export interface Cut {
  readonly at: EpochMs
  readonly id: EventId
}

/** Everything before a cut, without the events: where a start goes on from. Derived; the log is the truth. */
export interface Base {
  readonly fold: Fold
  readonly cut: Cut
  /** Retractions up to the cut whose targets were not met by then: they may still come. */
  readonly dangling: Retractions
  /** Events up to the cut. */
  readonly eventCount: number
}

/**
 * Everything the log says, folded for a catalogue. A value: adding events gives a
 * new one. What is old is kept as a fold alone (`base`), what is recent also as
 * events (`tail`), so that undo and an event that comes a little late refold the
 * tail and nothing else, and neither size nor cost grows with the history.
 */
export interface Progress extends Fold {
  readonly base: Base | null
  /** The events after the cut in the order of `(at, id)`, retracted ones included. */
  readonly tail: readonly StudyEvent[]
  /** The FSRS parameters that all of it was folded with. */
  readonly parameters: readonly number[] | null
  readonly eventCount: number
  /** The latest time each device has written: a device's clock never runs backwards in the log. */
  readonly latestAt: ReadonlyMap<DeviceId, EpochMs>
  /** An event was added that changes what lies before the cut: only a replay of the log can account for it. */
  readonly isStale: boolean
}

export const emptyProgress: Progress = {
  ...emptyFold,
  base: null,
  tail: [],
  parameters: null,
  eventCount: 0,
  latestAt: new Map(),
  isStale: false,
}

/** The order of the log: by time, then by id. */
export const compareEvents = (a: Cut, b: Cut): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const latestFitted = (live: readonly StudyEvent[], base: Base | null): readonly number[] | null => {
  const last = live.findLast((event) => event.kind === 'fitted')
  return last === undefined ? (base?.fold.fitted ?? null) : last.parameters
}

const sameNumbers = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((value, place) => value === b[place]))

const withLatest = (latestAt: Progress['latestAt'], events: readonly StudyEvent[]): Progress['latestAt'] => {
  const latest = new Map(latestAt)
  for (const { device, at } of events) latest.set(device, Math.max(at, latest.get(device) ?? 0))
  return latest
}

/** Whether an undo reaches, through the undos it names, something that is not among these events. */
const reachesBeyond = (undo: StudyEvent, within: ReadonlyMap<EventId, StudyEvent>): boolean => {
  const pending = [undo]
  const seen = new Set<EventId>()
  for (let event = pending.pop(); event !== undefined; event = pending.pop()) {
    if (event.kind !== 'retracted' || seen.has(event.id)) continue
    seen.add(event.id)
    for (const id of event.events) {
      const target = within.get(id)
      if (target === undefined) return true
      pending.push(target)
    }
  }
  return false
}

/** The progress of a base and the events after it, which are sorted here. */
export const progressFrom = (
  base: Base | null,
  events: readonly StudyEvent[],
  links: Links,
  rest: Pick<Progress, 'latestAt' | 'parameters' | 'isStale'>,
): Progress => {
  const tail = events.toSorted(compareEvents)
  const retractions = retractionsOf(tail, base?.dangling)
  // An undo itself adds nothing.
  const live = tail.filter((event) => event.kind !== 'retracted' && isLive(event.id, retractions))
  const fitted = latestFitted(live, base)
  // What lies before the cut was folded with other parameters.
  const isOtherwise = base !== null && !sameNumbers(fitted, rest.parameters)
  const parameters = isOtherwise ? rest.parameters : fitted
  const folding = startFolding(base?.fold ?? emptyFold, links, parameters)
  for (const event of live) folding.add(event)
  return {
    ...folding.done(),
    base,
    tail,
    parameters,
    eventCount: (base?.eventCount ?? 0) + tail.length,
    latestAt: withLatest(rest.latestAt, tail),
    isStale: rest.isStale || isOtherwise,
  }
}

const isFoldedAnew = (event: StudyEvent): boolean => event.kind === 'retracted' || event.kind === 'fitted'

/**
 * Progress with more events, in any order; an event that is already in the tail
 * changes nothing, and if all are, the progress given is returned. Events that
 * belong before the cut are not added but make it stale.
 * `addEvents(addEvents(p, a), b)` equals `addEvents(p, b ∪ a)`.
 */
export const addEvents = (progress: Progress, events: readonly StudyEvent[], links: Links): Progress => {
  const { base, tail } = progress
  const within = new Map(tail.map((event) => [event.id, event]))
  const fresh: StudyEvent[] = []
  let isLate = false
  for (const event of events) {
    if (within.has(event.id)) continue
    if (base !== null && compareEvents(event, base.cut) <= 0) isLate = true
    else {
      within.set(event.id, event)
      fresh.push(event)
    }
  }
  if (fresh.length === 0) return isLate && !progress.isStale ? { ...progress, isStale: true } : progress
  const isStale = progress.isStale || isLate || (base !== null && fresh.some((event) => reachesBeyond(event, within)))

  const last = tail.at(-1)
  const retractions = retractionsOf(tail, base?.dangling)
  const sorted = fresh.toSorted(compareEvents)
  const first = sorted[0]
  const goesOn =
    (last === undefined || (first !== undefined && compareEvents(first, last) > 0)) &&
    !sorted.some((event) => isFoldedAnew(event) || retractions.has(event.id))
  if (!goesOn) return progressFrom(base, [...tail, ...fresh], links, { ...progress, isStale })
  const folding = startFolding(progress, links, progress.parameters)
  for (const event of sorted) folding.add(event)
  return {
    ...folding.done(),
    base,
    tail: [...tail, ...sorted],
    parameters: progress.parameters,
    eventCount: progress.eventCount + sorted.length,
    latestAt: withLatest(progress.latestAt, sorted),
    isStale,
  }
}

/** The whole log folded for a catalogue. */
export const foldProgress = (events: readonly StudyEvent[], links: Links): Progress => addEvents(emptyProgress, events, links)

/** How much stays in the tail: so many events, and all of the last days. What comes late is met there. */
export interface Recent {
  readonly events: number
  readonly ms: number
  /** The present, where it is known: what lies after it was written by a clock that is ahead, and leaves the days before it recent. */
  readonly now?: EpochMs
}
/** Longer than another tab lags behind, and than clocks of devices differ. */
export const recent: Recent = { events: 512, ms: 2 * 86_400_000 }

/** How many of these events, in the order of the log, may go before the cut. */
export const countToBase = (events: readonly Cut[], keep: Recent): number => {
  const latest = Math.min(events.at(-1)?.at ?? 0, keep.now ?? Number.POSITIVE_INFINITY)
  let count = Math.max(0, events.length - keep.events)
  while (count > 0 && (events[count - 1]?.at ?? 0) > latest - keep.ms) count -= 1
  return count
}

/** The same progress with what is no longer recent folded into the base. */
export const settleTail = (progress: Progress, links: Links, keep: Recent = recent): Progress => {
  const { base, tail } = progress
  const count = countToBase(tail, keep)
  const settled = tail.slice(0, count)
  const last = settled.at(-1)
  if (last === undefined || progress.isStale) return progress
  const retractions = retractionsOf(tail, base?.dangling)
  const folding = startFolding(base?.fold ?? emptyFold, links, progress.parameters)
  for (const event of settled) if (event.kind !== 'retracted' && isLive(event.id, retractions)) folding.add(event)
  return {
    ...progress,
    base: {
      fold: folding.done(),
      cut: { at: last.at, id: last.id },
      dangling: danglingAfter(settled, base?.dangling ?? new Map(), retractions),
      eventCount: (base?.eventCount ?? 0) + settled.length,
    },
    tail: tail.slice(count),
  }
}

/**
 * Of all retractions those that count and are still to meet their targets once
 * these events have been passed. One that does not count now can count again only
 * through an undo that reaches before the cut, and so through a replay.
 */
const danglingAfter = (passed: readonly StudyEvent[], before: Retractions, all: Retractions): Retractions => {
  const candidates = retractionsOf(passed, before)
  if (candidates.size === 0) return candidates
  const met = new Set(passed.map((event) => event.id))
  return new Map(
    [...candidates].flatMap(([target, undos]) => {
      const waiting = met.has(target) ? [] : undos.filter((undo) => isLive(undo, all))
      return waiting.length === 0 ? [] : [[target, waiting] as const]
    }),
  )
}
