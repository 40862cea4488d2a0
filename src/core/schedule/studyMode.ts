import { dayOfDate, type StudyDay } from '../time.ts'
import type { AfterExamChoice, StudyPlan } from './studyPlan.ts'

/**
 * The two ways in which the next fact is found. `exam`: by the marks that it gains
 * at the exam a second; `threshold` is the recall under which a seen fact comes
 * before new ones. `due`: by the day on which recall falls to `target`.
 */
export type StudyMode =
  | { readonly kind: 'exam'; readonly examDay: StudyDay; readonly daysLeft: number; readonly threshold: number }
  | { readonly kind: 'due'; readonly target: number }

/** From so many days before the exam, and on fewer minutes a day than these, a fact may be forgotten further. */
const lastDays = 14
const smallBudgetMinutes = 20

/**
 * Recall under which a seen fact is asked before new ones, that many days before the
 * exam. In simulation 0.75 gains most marks; at 0.85, for 0.4 marks less, reviews
 * are right more often.
 */
export const thresholdAt = ({ minutesPerDay }: StudyPlan, daysLeft: number): number =>
  daysLeft <= lastDays || minutesPerDay < smallBudgetMinutes ? 0.75 : 0.85

/**
 * Recall at which facts come back without an exam date. Little time bears less
 * upkeep, or nothing new is ever learnt: 0.80 up to 10 minutes a day, 0.85 at 20,
 * 0.90 from 40, straight lines between.
 */
export const targetOf = ({ targetRetention, minutesPerDay }: Pick<StudyPlan, 'targetRetention' | 'minutesPerDay'>): number => {
  if (targetRetention !== null) return targetRetention
  if (minutesPerDay <= 20) return (800 + 5 * Math.max(0, minutesPerDay - 10)) / 1000
  return Math.min(900, 850 + 2.5 * (minutesPerDay - 20)) / 1000
}

/** Recall at which facts come back in upkeep: 0.80, which costs little, unless that of the plan is lower. */
export const upkeepTargetOf = (plan: StudyPlan): number => Math.min(targetOf(plan), 0.8)

/** What was chosen for after the exam, `open` if nothing was; `null`: no exam is over. */
export const afterExam = ({ examDate, afterExam: chosen }: StudyPlan, today: StudyDay): AfterExamChoice | 'open' | null => {
  if (examDate === null || !(dayOfDate(examDate) < today)) return null
  return chosen?.of === examDate ? chosen.choice : 'open'
}

/** The day of the exam still counts as before it; afterwards there is no exam date. */
export const studyMode = (plan: StudyPlan, today: StudyDay): StudyMode => {
  const examDay = plan.examDate === null ? Number.NaN : dayOfDate(plan.examDate)
  if (!(examDay >= today)) {
    return { kind: 'due', target: afterExam(plan, today) === 'upkeep' ? upkeepTargetOf(plan) : targetOf(plan) }
  }
  return { kind: 'exam', examDay, daysLeft: examDay - today, threshold: thresholdAt(plan, examDay - today) }
}

/** Whether a learner takes that day off. */
export const isDayOff = ({ weekdaysOff, datesOff }: StudyPlan): ((day: StudyDay) => boolean) => {
  const dates = new Set(datesOff.map(dayOfDate))
  // 1970-01-01, day 0, was a Thursday; 0 is Sunday.
  return (day) => dates.has(day) || weekdaysOff.includes((((day + 4) % 7) + 7) % 7)
}
