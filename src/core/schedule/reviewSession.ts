import type { EventId } from '../ids.ts'
import type { QueueEntry } from './due.ts'

/** How many other items lie between a wrong answer and its one repeat. */
const repeatAfter = 8

interface Step {
  readonly position: number
  readonly queue: readonly QueueEntry[]
  readonly answered: number
  /** What was appended to the log at this step; undo retracts it. */
  readonly events: readonly EventId[]
}

/** One sitting of review. A value of the page, not of the log: the log has the answers. */
export interface ReviewSession {
  readonly queue: readonly QueueEntry[]
  readonly position: number
  readonly revealed: boolean
  readonly answered: number
  /** Counts the items put on screen: an item shown again is a new turn with nothing answered yet. */
  readonly turn: number
  readonly past: readonly Step[]
}

export type ReviewAction =
  | { readonly kind: 'revealed' }
  /** `missed`: the entry comes back once, some items later. */
  | { readonly kind: 'answered'; readonly events: readonly EventId[]; readonly missed: boolean }
  | { readonly kind: 'next' }
  /** A repeat that the learner does not want. */
  | { readonly kind: 'skipped' }
  /** Set aside: neither this item nor a repeat of it is shown again in this sitting. */
  | { readonly kind: 'suspended'; readonly events: readonly EventId[] }
  | { readonly kind: 'undone' }

export const startReview = (queue: readonly QueueEntry[]): ReviewSession => ({
  queue,
  position: 0,
  revealed: false,
  answered: 0,
  turn: 0,
  past: [],
})

export const currentEntry = (session: ReviewSession): QueueEntry | undefined => session.queue[session.position]
/** The events that undo would take back, the newest step's. */
export const undoable = (session: ReviewSession): readonly EventId[] => session.past.at(-1)?.events ?? []

const withRepeat = (session: ReviewSession, entry: QueueEntry): readonly QueueEntry[] => {
  const at = Math.min(session.queue.length, session.position + 1 + repeatAfter)
  return [...session.queue.slice(0, at), { ...entry, why: { kind: 'repeat' } }, ...session.queue.slice(at)]
}

export const reviewSession = (session: ReviewSession, action: ReviewAction): ReviewSession => {
  const entry = currentEntry(session)
  switch (action.kind) {
    case 'revealed':
      return entry === undefined ? session : { ...session, revealed: true }
    case 'answered': {
      if (entry === undefined) return session
      const queue = action.missed && entry.why.kind !== 'repeat' ? withRepeat(session, entry) : session.queue
      const past = [
        ...session.past,
        { position: session.position, queue: session.queue, answered: session.answered, events: action.events },
      ]
      return { ...session, queue, revealed: true, answered: session.answered + 1, past }
    }
    case 'next':
    case 'skipped':
      return entry === undefined ? session : { ...session, position: session.position + 1, revealed: false, turn: session.turn + 1 }
    case 'suspended': {
      if (entry === undefined) return session
      const past = [
        ...session.past,
        { position: session.position, queue: session.queue, answered: session.answered, events: action.events },
      ]
      const queue = session.queue.filter((other, index) => index <= session.position || other.item.id !== entry.item.id)
      return { ...session, queue, position: session.position + 1, revealed: false, turn: session.turn + 1, past }
    }
    case 'undone': {
      const step = session.past.at(-1)
      if (step === undefined) return session
      const { queue, position, answered } = step
      return { queue, position, answered, revealed: false, turn: session.turn + 1, past: session.past.slice(0, -1) }
    }
  }
}
