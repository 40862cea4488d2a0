import type { LocalDate } from '../time.ts'

/** After the exam: `upkeep` keeps what was learnt, `archive` asks nothing. */
export const afterExamChoices = ['upkeep', 'archive'] as const
export type AfterExamChoice = (typeof afterExamChoices)[number]

/** How a learner wants to study. */
export interface StudyPlan {
  readonly examDate: LocalDate | null
  readonly minutesPerDay: number
  /** Recall at which facts come back, 0.70 to 0.97; `null`: follows from the minutes a day. */
  readonly targetRetention: number | null
  /** At most so many new facts and reviews a day; `null`: the minutes alone decide. */
  readonly newPerDay: number | null
  readonly reviewsPerDay: number | null
  /** Days without study, 0 is Sunday. */
  readonly weekdaysOff: readonly number[]
  readonly datesOff: readonly LocalDate[]
  /** What follows the exam of that date, once it is over; another date is another exam, for which nothing is chosen. */
  readonly afterExam?: { readonly of: LocalDate; readonly choice: AfterExamChoice }
}

export const defaultPlan: StudyPlan = {
  examDate: null,
  minutesPerDay: 20,
  targetRetention: null,
  newPerDay: null,
  reviewsPerDay: null,
  weekdaysOff: [],
  datesOff: [],
}
