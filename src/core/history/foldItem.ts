import type { EpochMs } from '../time.ts'
import type { Grade, StudyEvent, Verdict } from './events.ts'
import { feedsMemory } from './foldFact.ts'

/** What happened with one item. */
export interface ItemHistory {
  readonly answers: number
  readonly lastAt: EpochMs
  readonly last: { readonly grade: Grade } | { readonly verdict: Verdict } | null
  /** The first answer ever given, and whether the item's section had been read by then. */
  readonly first: { readonly right: boolean; readonly sectionRead: boolean } | null
  readonly suspended: boolean
  /** A learner's note, empty for a mark without words; `null`: not marked. */
  readonly note: string | null
}

type ItemEvent = Extract<StudyEvent, { kind: 'reviewed' | 'answered' | 'suspended' | 'resumed' | 'marked' | 'unmarked' }>

const untouched = (at: EpochMs): ItemHistory => ({ answers: 0, lastAt: at, last: null, first: null, suspended: false, note: null })

/** The history after one more event on the item. What does not feed the memory says nothing of what was asked either. */
export const touchItem = (history: ItemHistory | undefined, event: ItemEvent, sectionRead: boolean): ItemHistory | undefined => {
  const before = history ?? untouched(event.at)
  switch (event.kind) {
    case 'reviewed':
    case 'answered': {
      if (!feedsMemory(event)) return history
      const right = event.kind === 'reviewed' ? event.grade > 1 : event.verdict === 'correct'
      return {
        ...before,
        answers: before.answers + 1,
        lastAt: event.at,
        last: event.kind === 'reviewed' ? { grade: event.grade } : { verdict: event.verdict },
        first: before.first ?? { right, sectionRead },
      }
    }
    case 'suspended':
      return { ...before, suspended: true }
    case 'resumed':
      return { ...before, suspended: false }
    case 'marked':
      return { ...before, note: event.note }
    case 'unmarked':
      return { ...before, note: null }
  }
}
