import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'
import { emptyFold, startFolding } from './fold.ts'
import type { Links } from './links.ts'
import { type Base, compareEvents, countToBase, type Cut, type Progress, progressFrom, type Recent, recent } from './progress.ts'
import { isLive, retractionsOf } from './undo.ts'

/**
 * The events that change how others are read, wherever they stand: a replay has to
 * know them before it begins. Storage sets them aside when it seals them, so a kind
 * more needs a migration.
 */
export const isNotable = (event: StudyEvent): boolean => event.kind === 'retracted' || event.kind === 'fitted'

export interface Replay {
  /**
   * The next events, sorted by `(at, id)`. `rest`: no later batch holds an event
   * before it; `null` if this was the last batch.
   */
  readonly add: (events: readonly StudyEvent[], rest: Cut | null) => void
  readonly done: () => Progress
}

/** How many more than stay are held, so that the base grows in few steps. */
const heldMore = 4096

/**
 * Folds a whole log batch by batch without holding it. `notable`: every event of
 * the log for which `isNotable` holds. The result equals `foldProgress` of the same
 * events, with all but the recent ones in the base.
 */
export const startReplay = (links: Links, notable: readonly StudyEvent[], keep: Recent = recent): Replay => {
  const retractions = retractionsOf(notable.toSorted(compareEvents))
  const parameters =
    notable
      .filter((event) => event.kind === 'fitted' && isLive(event.id, retractions))
      .toSorted(compareEvents)
      .flatMap((event) => (event.kind === 'fitted' ? [event.parameters] : []))
      .at(-1) ?? null
  const folding = startFolding(emptyFold, links, parameters)
  /** Targets of undos that have not come by yet. */
  const waiting = new Set<EventId>(retractions.keys())
  const latestAt = new Map<StudyEvent['device'], number>()
  let held: StudyEvent[] = []
  let cut: Cut | null = null
  let eventCount = 0

  const pass = (count: number): void => {
    const last = held[count - 1]
    if (last === undefined) return
    let before = last
    for (const event of held.slice(0, count)) {
      const isMeant = retractions.has(event.id)
      if (isMeant) waiting.delete(event.id)
      if (event.kind !== 'retracted' && (!isMeant || isLive(event.id, retractions))) folding.add(event)
      // In the order of time, so only the last of a run of one device has to be noted.
      if (event.device !== before.device) latestAt.set(before.device, Math.max(before.at, latestAt.get(before.device) ?? 0))
      before = event
    }
    latestAt.set(last.device, Math.max(last.at, latestAt.get(last.device) ?? 0))
    cut = { at: last.at, id: last.id }
    eventCount += count
    held = held.slice(count)
  }
  const baseNow = (): Base | null => {
    if (cut === null) return null
    const dangling = [...waiting].flatMap((target) => {
      const undos = (retractions.get(target) ?? []).filter((undo) => isLive(undo, retractions))
      return undos.length === 0 ? [] : [[target, undos] as const]
    })
    return { fold: folding.done(), cut, dangling: new Map(dangling), eventCount }
  }
  return {
    add: (events, rest) => {
      const last = held.at(-1)
      const first = events[0]
      for (const event of events) held.push(event)
      if (last !== undefined && first !== undefined && compareEvents(first, last) < 0) held.sort(compareEvents)
      if (held.length < keep.events + heldMore || rest === null) return
      let count = countToBase(held, keep)
      while (count > 0 && compareEvents(held[count - 1] ?? rest, rest) >= 0) count -= 1
      pass(count)
    },
    done: () => {
      pass(countToBase(held, keep))
      return progressFrom(baseNow(), held, links, { latestAt, parameters, isStale: false })
    },
  }
}
