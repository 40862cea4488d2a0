import type { AttemptId, ItemId } from '../ids.ts'
import type { Seed } from '../random.ts'
import type { EpochMs } from '../time.ts'
import type { StudyEvent } from './events.ts'

type AnsweredEvent = Extract<StudyEvent, { kind: 'answered' }>
/** A quiz that was begun. It is finished when every item has an answer. */
export interface Attempt {
  readonly id: AttemptId
  readonly startedAt: EpochMs
  readonly items: readonly ItemId[]
  readonly topics: Extract<StudyEvent, { kind: 'attemptStarted' }>['topics']
  readonly seed: Seed
  /** The first answer given to each item within this attempt. */
  readonly answers: ReadonlyMap<ItemId, AnsweredEvent>
}

/** From an attempt's live events in the order of `(at, id)`; nothing without its start. */
export const foldAttempt = (events: readonly StudyEvent[]): Attempt | undefined => {
  const start = events.find((event) => event.kind === 'attemptStarted')
  if (start === undefined) return undefined
  const answers = new Map<ItemId, AnsweredEvent>()
  for (const event of events) {
    if (event.kind === 'answered' && start.items.includes(event.item) && !answers.has(event.item)) answers.set(event.item, event)
  }
  return { id: start.attempt, startedAt: start.at, items: start.items, topics: start.topics, seed: start.seed, answers }
}
