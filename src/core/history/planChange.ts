import { defaultPlan, type StudyPlan } from '../schedule/studyPlan.ts'
import type { StudyEvent } from './events.ts'
import { type Base, compareEvents } from './progress.ts'
import { isLive, retractionsOf } from './undo.ts'

/**
 * The plan that held when an event was written; `undefined` if that lies beyond
 * these events. `events`, among them that one, in the order of the log; `isAll`:
 * nothing lies before them.
 */
export const planBefore = (event: StudyEvent, events: readonly StudyEvent[], base: Base | null, isAll: boolean): StudyPlan | undefined => {
  const earlier = events.filter((other) => compareEvents(other, event) < 0)
  const retractions = retractionsOf(earlier)
  const last = earlier.findLast((other) => other.kind === 'planned' && isLive(other.id, retractions))
  if (last?.kind === 'planned') return last.plan
  if (isAll) return defaultPlan
  return base !== null && compareEvents(event, base.cut) > 0 ? base.fold.plan : undefined
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((value) => b.includes(value))

const parts = [
  'examDate',
  'minutesPerDay',
  'targetRetention',
  'newPerDay',
  'reviewsPerDay',
  'weekdaysOff',
  'datesOff',
  'afterExam',
] as const
export type PlanPart = (typeof parts)[number]

/** The parts in which two plans differ; all of them where there is nothing to compare with. */
export const changedParts = (before: StudyPlan | undefined, after: StudyPlan): readonly PlanPart[] =>
  parts.filter((part) => {
    if (part === 'afterExam') {
      const [one, other] = [before?.afterExam, after.afterExam]
      return one?.of !== other?.of || one?.choice !== other?.choice
    }
    if (before === undefined) return true
    if (part === 'weekdaysOff') return !sameList(before.weekdaysOff, after.weekdaysOff)
    if (part === 'datesOff') return !sameList(before.datesOff, after.datesOff)
    return before[part] !== after[part]
  })
