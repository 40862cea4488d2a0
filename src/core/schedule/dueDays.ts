import type { Grade } from '../history/events.ts'
import { type FactMemory, remembered } from '../history/foldFact.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { type Fsrs, fsrsOf, safeRange } from './fsrs.ts'
import { levelDays, type Wish } from './levelDays.ts'
import { isDayOff, studyMode, targetOf, thresholdAt } from './studyMode.ts'
import type { StudyPlan } from './studyPlan.ts'

/** Probability of recall today, 0 to 1. `parameters`: those of the progress. */
export const recallNow = (memory: FactMemory, now: Moment, parameters: Progress['parameters']): number =>
  fsrsOf(parameters).retrievability(memory.stability, studyDay(now.at, now.offsetMin) - memory.lastDay)

/**
 * Before an exam: the first day from today on which recall is below the threshold
 * of that day, or the last before the exam, on which everything seen competes. What
 * is answered on that day competes once more on the day of the exam; what is
 * answered then comes back as without an exam.
 */
const dueBeforeExam = ({ stability, lastDay }: FactMemory, plan: StudyPlan, examDay: StudyDay, today: StudyDay, fsrs: Fsrs): StudyDay => {
  if (lastDay >= examDay) return lastDay + fsrs.intervalDays(stability, targetOf(plan))
  if (lastDay === examDay - 1) return examDay
  const thresholdOn = (day: StudyDay): number => thresholdAt(plan, examDay - day)
  const belowOn = (day: StudyDay): StudyDay => lastDay + fsrs.daysUntilBelow(stability, thresholdOn(day))
  // The threshold falls once on the way: what is not below the higher one by then has to fall below the lower.
  const from = Math.max(lastDay, today)
  const first = belowOn(from)
  const day = first <= from || thresholdOn(first) === thresholdOn(from) ? first : belowOn(first)
  return Math.min(day, examDay - 1)
}

const wishOf = ({ stability, lastDay }: FactMemory, target: number, fsrs: Fsrs): Wish => {
  const interval = fsrs.intervalDays(stability, target)
  const { shortest, longest } = safeRange(interval)
  return { best: lastDay + interval, shortest: lastDay + shortest, longest: lastDay + longest }
}

const leveled = (progress: Progress, today: StudyDay, target: number, fsrs: Fsrs): ReadonlyMap<FactId, StudyDay> => {
  const facts = [...progress.facts].sort(([a, one], [b, other]) => one.lastAt - other.lastAt || (a < b ? -1 : 1))
  const wishes = facts.map(([, memory]) => wishOf(memory, target, fsrs))
  const doneToday = facts.filter(([, { lastDay }]) => lastDay >= today).length
  const days = levelDays(wishes, today, isDayOff(progress.plan), doneToday)
  return new Map(facts.map(([fact], place) => [fact, days[place] ?? today]))
}

/**
 * The first study day on which each seen fact is due; not later than today: it is.
 * Without an exam the days are levelled. Depends on everything that was seen, so
 * that a fact's day may move by a little, within what is as good for it, when others change.
 */
export const dueDays = (progress: Progress, now: Moment): ReadonlyMap<FactId, StudyDay> => {
  const today = studyDay(now.at, now.offsetMin)
  const { plan, parameters, facts } = progress
  const mode = studyMode(plan, today)
  const fsrs = fsrsOf(parameters)
  if (mode.kind === 'due') return leveled(progress, today, mode.target, fsrs)
  return new Map([...facts].map(([fact, memory]) => [fact, dueBeforeExam(memory, plan, mode.examDay, today, fsrs)]))
}

/**
 * Whole days, at least 1, until a fact would be due after this grade: what
 * `dueDays` says once the answer is in the log. A second answer on the same study
 * day changes nothing, so then the day that already holds.
 */
export const daysUntilReturn = (fact: FactId, grade: Grade, progress: Progress, now: Moment): number => {
  const today = studyDay(now.at, now.offsetMin)
  const after = remembered(progress.facts.get(fact), grade, today, now.at, fsrsOf(progress.parameters))
  const facts = new Map(progress.facts).set(fact, after)
  return Math.max(1, (dueDays({ ...progress, facts }, now).get(fact) ?? today) - today)
}
