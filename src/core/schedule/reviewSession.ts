import type { EventId, FactId } from '../ids.ts'
import type { QueueEntry } from './planReview.ts'

/** How many other items lie between a wrong answer and its one repeat. */
const repeatAfter = 8

interface Step {
  readonly position: number
  readonly queue: readonly QueueEntry[]
  readonly answered: number
  /** What was appended to the log at this step; undo retracts it. */
  readonly events: readonly EventId[]
  /** A step beside the asking: its undo leaves on screen what is there. */
  readonly beside: boolean
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
  /** The section of a new fact was read, or its reading declined: no events. Now the item is asked. */
  | { readonly kind: 'read'; readonly events: readonly EventId[] }
  | { readonly kind: 'revealed' }
  /** `missed`: the entry comes back once, some items later. */
  | { readonly kind: 'answered'; readonly events: readonly EventId[]; readonly missed: boolean }
  | { readonly kind: 'next' }
  /** A repeat that the learner does not want. */
  | { readonly kind: 'skipped' }
  /** Set aside: neither this item nor a repeat of it is shown again in this sitting. */
  | { readonly kind: 'suspended'; readonly events: readonly EventId[] }
  /** Put off until tomorrow, or its memory started anew: the fact is not asked again in this sitting. */
  | { readonly kind: 'buried' | 'reset'; readonly events: readonly EventId[] }
  /** The item was marked, its note changed or its mark removed; it stays on screen as it is. */
  | { readonly kind: 'marked'; readonly events: readonly EventId[] }
  /** Going on beyond the day's minutes: what is not in the queue yet follows at its end. */
  | { readonly kind: 'extended'; readonly entries: readonly QueueEntry[] }
  | { readonly kind: 'undone' }
  /** An answer of an earlier sitting was taken back: its item is asked again, now. */
  | { readonly kind: 'returned'; readonly entry: QueueEntry }

export const startReview = (queue: readonly QueueEntry[]): ReviewSession => ({
  queue,
  position: 0,
  revealed: false,
  answered: 0,
  turn: 0,
  past: [],
})

export const currentEntry = (session: ReviewSession): QueueEntry | undefined => session.queue[session.position]
/** What of these was not in the sitting yet. */
export const notInSitting = (session: ReviewSession, entries: readonly QueueEntry[]): readonly QueueEntry[] => {
  const known = new Set<FactId>(session.queue.map((entry) => entry.fact))
  return entries.filter((entry) => !known.has(entry.fact))
}
/** The events that undo would take back, the newest step's. */
export const undoable = (session: ReviewSession): readonly EventId[] => session.past.at(-1)?.events ?? []

const withStep = (session: ReviewSession, events: readonly EventId[], beside = false): readonly Step[] => [
  ...session.past,
  { position: session.position, queue: session.queue, answered: session.answered, events, beside },
]

const withRepeat = (session: ReviewSession, entry: QueueEntry): readonly QueueEntry[] => {
  const at = Math.min(session.queue.length, session.position + 1 + repeatAfter)
  return session.queue.toSpliced(at, 0, { ...entry, repeat: true })
}

/** The next new fact of an unread section that was passed over brings the reading with it. */
const withReadingPassedOn = (queue: readonly QueueEntry[], position: number): readonly QueueEntry[] => {
  const passed = queue[position]
  if (passed === undefined || passed.sectionRead) return queue
  const next = queue.findIndex(
    (entry, place) => place > position && entry.kind === 'new' && !entry.repeat && entry.item.section === passed.item.section,
  )
  const heir = queue[next]
  return heir === undefined ? queue : queue.with(next, { ...heir, sectionRead: false })
}

/** Goes on to the next item without those to come of which `isOut` holds. */
const leftOut = (session: ReviewSession, events: readonly EventId[], isOut: (entry: QueueEntry) => boolean): ReviewSession => {
  const { queue, position, turn } = session
  const kept = queue.filter((other, place) => place <= position || !isOut(other))
  return {
    ...session,
    queue: withReadingPassedOn(kept, position),
    position: position + 1,
    revealed: false,
    turn: turn + 1,
    past: withStep(session, events),
  }
}

const extended = (session: ReviewSession, entries: readonly QueueEntry[]): ReviewSession => {
  const fresh = notInSitting(session, entries)
  if (fresh.length === 0) return session
  // Undo of what was done before must not take back that the learner goes on.
  const past = session.past.map((step) => ({ ...step, queue: [...step.queue, ...fresh] }))
  return { ...session, queue: [...session.queue, ...fresh], turn: session.turn + 1, past }
}

/** The item is asked now; where this sitting had passed it, as one gone on with has, that asking is what comes back. */
const withReturned = (session: ReviewSession, entry: QueueEntry): ReviewSession => {
  const { queue, position, answered, turn } = session
  const passed = entry.repeat ? -1 : queue.findIndex((other, place) => place < position && !other.repeat && other.item.id === entry.item.id)
  const back = passed < 0 ? 0 : 1
  const others = queue.filter((other, place) => place !== passed && (place < position || other.fact !== entry.fact))
  return {
    ...session,
    queue: others.toSpliced(position - back, 0, entry),
    position: position - back,
    answered: answered - back,
    revealed: false,
    turn: turn + 1,
  }
}

export const reviewSession = (session: ReviewSession, action: ReviewAction): ReviewSession => {
  const entry = currentEntry(session)
  if (action.kind === 'extended') return extended(session, action.entries)
  if (action.kind === 'returned') return withReturned(session, action.entry)
  if (action.kind === 'undone') {
    const step = session.past.at(-1)
    if (step === undefined) return session
    if (step.beside) return { ...session, past: session.past.slice(0, -1) }
    const { queue, position, answered } = step
    return { queue, position, answered, revealed: false, turn: session.turn + 1, past: session.past.slice(0, -1) }
  }
  if (entry === undefined) return session
  switch (action.kind) {
    case 'read': {
      if (entry.sectionRead) return session
      const queue = session.queue.with(session.position, { ...entry, sectionRead: true })
      return { ...session, queue, turn: session.turn + 1, past: withStep(session, action.events) }
    }
    case 'revealed':
      return { ...session, revealed: true }
    case 'answered': {
      const queue = action.missed && !entry.repeat ? withRepeat(session, entry) : session.queue
      return { ...session, queue, revealed: true, answered: session.answered + 1, past: withStep(session, action.events) }
    }
    case 'next':
    case 'skipped':
      return { ...session, position: session.position + 1, revealed: false, turn: session.turn + 1 }
    case 'marked':
      return { ...session, past: withStep(session, action.events, true) }
    case 'suspended':
      return leftOut(session, action.events, (other) => other.item.id === entry.item.id)
    case 'buried':
    case 'reset':
      return leftOut(session, action.events, (other) => other.fact === entry.fact)
  }
}
