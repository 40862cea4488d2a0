import type { EventId } from '../ids.ts'
import type { StudyEvent } from './events.ts'
import { isLive, type Retractions } from './undo.ts'

/** One thing a learner did, be it several events: what undo takes back and redo brings again as a whole. */
export interface Act {
  /** The id of its first event. */
  readonly id: EventId
  readonly events: readonly StudyEvent[]
  /** The undos that hold; none: the act counts. */
  readonly undos: readonly EventId[]
}

const actId = (event: StudyEvent): EventId => event.group ?? event.id

/** What does nothing by itself: undo and redo stand at what they name, and of an exam only the start and the hand-in count. */
const isNoAct = (event: StudyEvent): boolean => event.kind === 'retracted' || event.kind === 'examAnswered' || event.kind === 'examFlagged'

/** The acts among these events, newest first. `events` in the order of the log. */
export const actsOf = (events: readonly StudyEvent[], retractions: Retractions): readonly Act[] => {
  const acts = new Map<EventId, StudyEvent[]>()
  for (const event of events) {
    if (isNoAct(event)) continue
    const own = acts.get(actId(event))
    if (own === undefined) acts.set(actId(event), [event])
    else own.push(event)
  }
  return [...acts]
    .map(([id, own]): Act => {
      const undos = new Set(own.flatMap((event) => retractions.get(event.id) ?? []))
      return { id, events: own, undos: [...undos].filter((undo) => isLive(undo, retractions)) }
    })
    .reverse()
}

/** What an undo of the act has to name: its events and, of an import, those that came. */
export const eventsOfAct = (act: Act): readonly EventId[] =>
  act.events.flatMap((event) => (event.kind === 'imported' ? [event.id, ...event.events] : [event.id]))

/** The act that undo takes back next: the newest that counts. A quiz or exam that was merely begun is not one. */
export const nextToUndo = (acts: readonly Act[]): Act | undefined =>
  acts.find((act) => act.undos.length === 0 && act.events.some((event) => event.kind !== 'attemptStarted' && event.kind !== 'examStarted'))

/** The act that redo brings back next: the one undone last, if nothing was done since. */
export const nextToRedo = (events: readonly StudyEvent[], acts: readonly Act[], retractions: Retractions): Act | undefined => {
  for (const event of events.toReversed()) {
    if (!isLive(event.id, retractions)) continue
    if (event.kind !== 'retracted') return undefined
    const undone = acts.find((act) => act.undos.includes(event.id))
    if (undone !== undefined) return undone
  }
  return undefined
}
