import type { ItemStub } from '../content/types.ts'
import type { FactId, ItemId } from '../ids.ts'
import { type MemoryState, nextState } from '../schedule/fsrs.ts'
import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import type { Grade, StudyEvent, Verdict } from './events.ts'

/** How well one fact is remembered, as far as the answers on its items tell. */
export interface FactMemory extends MemoryState {
  readonly firstDay: StudyDay
  readonly lastDay: StudyDay
  readonly lastAt: EpochMs
  readonly lastGrade: Grade
  /** Study days with an answer. */
  readonly reviews: number
  /** How often it was lost: Again where the answer before was not Again. */
  readonly lapses: number
}

/** What a verdict counts as in the memory: a right choice is Good, like any right answer. */
export const gradeOfVerdict: Readonly<Record<Verdict, Grade>> = { correct: 3, partly: 2, wrong: 1 }

/**
 * What an event says about a fact, or `undefined` if it says nothing: leafing
 * through flashcards is cramming, and an item that merely needs the fact counts
 * only when it was right, since a miss does not say which fact was missing.
 */
const gradeFor = (event: StudyEvent, fact: FactId, items: ReadonlyMap<ItemId, ItemStub>): Grade | undefined => {
  if (event.kind !== 'reviewed' && event.kind !== 'answered') return undefined
  if (event.kind === 'reviewed' && event.where === 'flashcards') return undefined
  const grade = event.kind === 'reviewed' ? event.grade : gradeOfVerdict[event.verdict]
  const item = items.get(event.item)
  if (item === undefined) return undefined
  if (item.fact === fact) return grade
  return item.supports.includes(fact) && grade >= 3 ? grade : undefined
}

/**
 * The memory of one fact from its live events in the order of `(at, id)`. Only
 * the first answer of a study day counts: FSRS-6 predicts same-day reviews worse
 * than a constant does.
 */
export const foldFact = (events: readonly StudyEvent[], fact: FactId, items: ReadonlyMap<ItemId, ItemStub>): FactMemory | undefined => {
  let memory: FactMemory | undefined
  for (const event of events) {
    const grade = gradeFor(event, fact, items)
    if (grade === undefined) continue
    const day = studyDay(event.at, event.offsetMin)
    if (memory === undefined) {
      memory = { ...nextState(null, 0, grade), firstDay: day, lastDay: day, lastAt: event.at, lastGrade: grade, reviews: 1, lapses: 0 }
    } else if (day > memory.lastDay) {
      memory = {
        ...nextState(memory, day - memory.lastDay, grade),
        firstDay: memory.firstDay,
        lastDay: day,
        lastAt: event.at,
        lastGrade: grade,
        reviews: memory.reviews + 1,
        lapses: memory.lapses + (grade === 1 && memory.lastGrade > 1 ? 1 : 0),
      }
    }
  }
  return memory
}
