import type { StudyPlan } from '../../core/schedule/studyPlan.ts'
import type { StudyDay } from '../../core/time.ts'

/** What a row of the plan gets: the plan as it is, the day it is, and how to change it. */
export interface PlanRowProps {
  readonly plan: StudyPlan
  readonly today: StudyDay
  /** One change is one record, and one step for undo. */
  readonly onChange: (change: Partial<StudyPlan>) => void
}
