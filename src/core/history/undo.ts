import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'

/** The events that take each event back. */
export type Retractions = ReadonlyMap<EventId, readonly EventId[]>

/** Who takes back what, out of these events and what is known already. */
export const retractionsOf = (events: readonly StudyEvent[], known: Retractions = new Map()): Retractions => {
  let found: Map<EventId, readonly EventId[]> | undefined
  for (const event of events) {
    if (event.kind !== 'retracted') continue
    found ??= new Map(known)
    for (const target of event.events) found.set(target, [...(found.get(target) ?? []), event.id])
  }
  return found ?? known
}

/** Whether an event still counts: it does unless an event that counts takes it back, so redo retracts the undo. */
export const isLive = (id: EventId, retractions: Retractions): boolean => {
  if (!retractions.has(id)) return true
  const undosOf = (undone: EventId): readonly EventId[] => retractions.get(undone) ?? []
  // Nearest first, each once: a foreign log may hold circles, or a chain longer than the stack is deep.
  const chain = new Set([id])
  for (const undone of chain) for (const by of undosOf(undone)) chain.add(by)
  const live = new Set<EventId>()
  for (const each of [...chain].reverse()) if (!undosOf(each).some((by) => live.has(by))) live.add(each)
  return live.has(id)
}
