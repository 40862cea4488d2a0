import type { AttemptId, EventId, ItemId } from '../ids.ts'
import type { Seed } from '../random.ts'
import type { EpochMs } from '../time.ts'
import type { StudyEvent } from './events.ts'

export type AnsweredEvent = Extract<StudyEvent, { kind: 'answered' }>
type AttemptStarted = Extract<StudyEvent, { kind: 'attemptStarted' }>

/** One quiz: what was drawn and what has been answered so far. */
export interface Attempt {
  readonly id: AttemptId
  /** The event that began it: taken back, the attempt is discarded; its answers still count. */
  readonly startedBy: EventId
  readonly startedAt: EpochMs
  readonly items: readonly ItemId[]
  readonly topics: AttemptStarted['topics']
  readonly seed: Seed
  /** `items` are those answered so far, in their order; what comes next follows from the answers. */
  readonly diagnostic?: true
  /** The first answer given to each item within this attempt. */
  readonly answers: ReadonlyMap<ItemId, AnsweredEvent>
}

/** How many attempts a fold keeps. */
export const keptAttempts = 100

export const startAttempt = ({ id, attempt, at, items, topics, seed, diagnostic }: AttemptStarted): Attempt => ({
  id: attempt,
  startedBy: id,
  startedAt: at,
  items,
  topics,
  seed,
  ...(diagnostic === undefined ? {} : { diagnostic }),
  answers: new Map(),
})

/** The same attempt if the item is not of it or was answered before. */
export const answerAttempt = (attempt: Attempt, event: AnsweredEvent): Attempt => {
  if (attempt.answers.has(event.item)) return attempt
  const isAsked = attempt.items.includes(event.item)
  if (!isAsked && attempt.diagnostic !== true) return attempt
  const items = isAsked ? attempt.items : [...attempt.items, event.item]
  return { ...attempt, items, answers: new Map(attempt.answers).set(event.item, event) }
}
