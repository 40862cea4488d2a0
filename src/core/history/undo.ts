import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'

/** The events that take each event back. */
export type Retractions = ReadonlyMap<EventId, readonly EventId[]>

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

/** What these undos take back and, where that is itself an undo, what that one took back, to the end of each chain. */
export const chainsFrom = (fresh: readonly StudyEvent[], undos: readonly StudyEvent[]): ReadonlySet<EventId> => {
  const targets = new Map<EventId, EventId>()
  if (fresh.length > 0) for (const undo of undos) if (undo.kind === 'retracted') targets.set(undo.id, undo.event)
  const undone = new Set<EventId>()
  for (const { id } of fresh) {
    for (let target = targets.get(id); target !== undefined && !undone.has(target); target = targets.get(target)) undone.add(target)
  }
  return undone
}
