import type { EpochMs } from '../time.ts'
import type { Grade, StudyEvent, Verdict } from './events.ts'

/** What happened with one item. */
export interface ItemHistory {
  readonly answers: number
  readonly lastAt: EpochMs
  readonly last: { readonly grade: Grade } | { readonly verdict: Verdict } | null
  readonly suspended: boolean
}

/** From an item's live events in the order of `(at, id)`. */
export const foldItem = (events: readonly StudyEvent[]): ItemHistory | undefined => {
  let history: ItemHistory | undefined
  for (const event of events) {
    const before: ItemHistory = history ?? { answers: 0, lastAt: event.at, last: null, suspended: false }
    // Leafing through flashcards is cramming: it says nothing of what is known and nothing of what was asked.
    if (event.kind === 'reviewed' && event.where === 'flashcards') continue
    if (event.kind === 'reviewed') history = { ...before, answers: before.answers + 1, lastAt: event.at, last: { grade: event.grade } }
    else if (event.kind === 'answered')
      history = { ...before, answers: before.answers + 1, lastAt: event.at, last: { verdict: event.verdict } }
    else if (event.kind === 'suspended' || event.kind === 'resumed') history = { ...before, suspended: event.kind === 'suspended' }
  }
  return history
}
