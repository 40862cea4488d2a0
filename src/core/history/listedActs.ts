import type { EventId } from '../ids.ts'
import { type Act, actsOf, eventsOfAct } from './acts.ts'
import type { StudyEvent } from './events.ts'
import type { Retractions } from './undo.ts'

/** An act as a list of the history shows it. */
export interface ListedAct {
  readonly act: Act
  /**
   * The larger act whose undo took this one back too, as that of an import does with
   * every event that came. Only its own redo brings this one back.
   */
  readonly undoneWith: Act | null
}

/** How many events lie between two of one act at most: they are written at once, and only another device comes between. */
const reach = 64

/** The larger acts that an undo was meant for, by the undo. */
const ownersOf = (acts: readonly Act[], events: readonly StudyEvent[]): ReadonlyMap<EventId, Act> => {
  const targets = new Map(events.flatMap((event) => (event.kind === 'retracted' ? [[event.id, event.events] as const] : [])))
  const owners = new Map<EventId, Act>()
  for (const act of acts) {
    for (const undo of act.undos) {
      const named = targets.get(undo) ?? []
      if (owners.has(undo) || named.length < 2) continue
      const own = new Set(eventsOfAct(act))
      if (named.every((id) => own.has(id))) owners.set(undo, act)
    }
  }
  return owners
}

/**
 * The acts among the newest events of a log, newest first, each of them whole: one
 * whose first event lies beyond what was read is left out until it has been read.
 * `events` in the order of the log; `isAll`: nothing lies before them.
 */
export const listedActs = (events: readonly StudyEvent[], retractions: Retractions, isAll: boolean): readonly ListedAct[] => {
  const places = new Map(events.map((event, place) => [event.id, place]))
  // A first event that is nowhere near was lost or cannot be read, and is not waited for.
  const isWhole = ({ id, events: [first] }: Act): boolean =>
    isAll || first === undefined || first.id === id || (places.get(first.id) ?? 0) >= reach
  const acts = actsOf(events, retractions).filter(isWhole)
  const owners = ownersOf(acts, events)
  return acts.map((act) => {
    const owner = act.undos.flatMap((undo) => owners.get(undo) ?? []).find((other) => other !== act)
    return { act, undoneWith: owner ?? null }
  })
}
