import { endOf, type Exam } from '../history/foldExam.ts'
import type { EpochMs } from '../time.ts'

const minuteMs = 60_000
/** Minutes left at which the learner is told. */
const warnings = [2, 10] as const
export type ExamWarning = (typeof warnings)[number]

export const msLeft = (exam: Pick<Exam, 'startedAt' | 'minutes'>, now: EpochMs): number => Math.max(0, endOf(exam) - now)

/** The last warning that has come due, in minutes; `null` before the first, and for one that would come at the start. */
export const warningAt = ({ minutes }: Pick<Exam, 'minutes'>, leftMs: number): ExamWarning | null =>
  warnings.find((warning) => warning < minutes && leftMs <= warning * minuteMs) ?? null

/** 52:18. The last second counts until it is over. */
export const clockTime = (leftMs: number): { readonly minutes: number; readonly seconds: number } => {
  const seconds = Math.ceil(leftMs / 1000)
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
}
