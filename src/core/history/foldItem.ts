import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import type { Confidence, Grade, StudyEvent, Verdict } from './events.ts'
import { feedsMemory, isRight } from './foldFact.ts'

/** What happened with one item. */
export interface ItemHistory {
  readonly answers: number
  readonly lastAt: EpochMs
  /** The last answer; `confidence` is `null` where none was asked. */
  readonly last: { readonly grade: Grade } | { readonly verdict: Verdict; readonly confidence: Confidence | null } | null
  /** The study day of the last answer; `null` before the first. */
  readonly lastDay: StudyDay | null
  /** The study day on which the right answers began that no other has interrupted; `null`: the last answer was not right. */
  readonly rightSince: StudyDay | null
  /** The first answer ever given, and whether the item's section had been read by then. */
  readonly first: { readonly at: EpochMs; readonly right: boolean; readonly sectionRead: boolean } | null
  readonly suspended: boolean
  /** A learner's note, empty for a mark without words; `null`: not marked. */
  readonly note: string | null
}

/** A history that one folding owns and changes in place: a copy an event would cost more than all else of a replay. */
export type ItemDraft = { -readonly [Key in keyof ItemHistory]: ItemHistory[Key] }

export type ItemEvent = Extract<StudyEvent, { kind: 'reviewed' | 'answered' | 'suspended' | 'resumed' | 'marked' | 'unmarked' }>

export const untouched = (at: EpochMs): ItemDraft => ({
  answers: 0,
  lastAt: at,
  last: null,
  lastDay: null,
  rightSince: null,
  first: null,
  suspended: false,
  note: null,
})

/** Whether an event says anything of its item: what does not feed the memory says nothing of what was asked either. */
export const touchesItem = (event: ItemEvent): boolean => (event.kind !== 'reviewed' && event.kind !== 'answered') || feedsMemory(event)

/** Takes one more event on the item into its history. */
export const touchItem = (history: ItemDraft, event: ItemEvent, sectionRead: boolean): void => {
  switch (event.kind) {
    case 'reviewed':
    case 'answered': {
      const right = isRight(event)
      history.answers += 1
      history.lastAt = event.at
      history.last = event.kind === 'reviewed' ? { grade: event.grade } : { verdict: event.verdict, confidence: event.confidence ?? null }
      history.lastDay = studyDay(event.at, event.offsetMin)
      history.rightSince = right ? (history.rightSince ?? history.lastDay) : null
      history.first ??= { at: event.at, right, sectionRead }
      break
    }
    case 'suspended':
      history.suspended = true
      break
    case 'resumed':
      history.suspended = false
      break
    case 'marked':
      history.note = event.note
      break
    case 'unmarked':
      history.note = null
      break
  }
}
