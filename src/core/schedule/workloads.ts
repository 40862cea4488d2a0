import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Seed, shareFor } from '../random.ts'
import type { Moment, StudyDay } from '../time.ts'
import { missSeconds, sectionSeconds } from './answerSeconds.ts'
import type { FactRow } from './factTable.ts'
import type { MemoryState } from './fsrs.ts'
import { cheapestItem, isLeech, newProspect, type Outlook, outlookAt, usableItems } from './outlook.ts'

/** What a target retention costs and holds. */
export interface Workload {
  readonly target: number
  /** Mean over the days simulated: answers, repeats after wrong ones, and the reading of new sections. */
  readonly minutesPerDay: number
  /** How many facts are expected to be known on the last of these days. */
  readonly held: number
}

export const simulatedDays = 60
/** The learner's pace with new facts is taken from so many days. */
const paceDays = 28

/** New facts a day as in the last weeks; for who has begun none lately, all that are left over the days simulated. */
const newPerDay = ({ facts, plan }: Progress, today: StudyDay, unseen: number): number => {
  const begun = [...facts.values()].map(({ firstDay }) => firstDay).filter((day) => day > today - paceDays)
  const pace = begun.length === 0 ? unseen / simulatedDays : begun.length / (today - Math.min(...begun) + 1)
  return Math.min(pace, plan.newPerDay ?? pace)
}

interface Start {
  readonly fact: FactId
  /** Seconds of one answer, and of what is read before the first. */
  readonly seconds: number
  readonly readingSeconds: number
  /** The day of the first answer, with the chance that it is right; or what is remembered already. */
  readonly from: { readonly day: StudyDay; readonly chance: number } | { readonly memory: MemoryState; readonly lastDay: StudyDay }
}

const startsOf = (outlook: Outlook): readonly Start[] => {
  const { progress, table, today, secondsOf } = outlook
  const read = new Set(progress.read.keys())
  const fresh: FactRow[] = []
  const starts: Start[] = []
  for (const row of table.rows.values()) {
    const item = cheapestItem(usableItems(row, progress), progress, secondsOf)
    const memory = progress.facts.get(row.fact)
    if (item === undefined || (memory !== undefined && isLeech(memory))) continue
    if (memory === undefined) fresh.push(row)
    else starts.push({ fact: row.fact, seconds: secondsOf(item), readingSeconds: 0, from: { memory, lastDay: memory.lastDay } })
  }
  const pace = newPerDay(progress, today, fresh.length)
  const last = Math.ceil(pace * simulatedDays)
  for (const [place, row] of fresh.slice(0, last).entries()) {
    const costOf = (item: FactRow['items'][number]) => newProspect(outlook, row, item, read.has(item.section)).cost
    const item = cheapestItem(usableItems(row, progress), progress, costOf)
    const day = today + Math.floor(place / pace)
    if (item === undefined) continue
    const { chance } = newProspect(outlook, row, item, true)
    const readingSeconds = read.has(item.section) ? 0 : sectionSeconds
    read.add(item.section)
    starts.push({ fact: row.fact, seconds: secondsOf(item), readingSeconds, from: { day, chance } })
  }
  return starts
}

const simulate = ({ fsrs, today }: Outlook, starts: readonly Start[], target: number, seed: Seed): Workload => {
  const end = today + simulatedDays
  let seconds = 0
  let held = 0
  for (const { fact, seconds: sec, readingSeconds, from } of starts) {
    let count = 0
    /** Whether an answer is right; the n-th of a fact is drawn alike for every target, so that targets differ by nothing else. */
    const answer = (chance: number): 1 | 3 => {
      const isRight = shareFor(seed, `${fact} ${count}`) < chance
      count += 1
      seconds += isRight ? sec : 2 * sec + missSeconds
      return isRight ? 3 : 1
    }
    let memory: MemoryState
    let lastDay: StudyDay
    if ('memory' in from) ({ memory, lastDay } = from)
    else {
      seconds += readingSeconds
      memory = fsrs.nextState(null, 0, answer(from.chance))
      lastDay = from.day
    }
    for (;;) {
      // What is overdue comes today, what was answered today not before tomorrow.
      const day = Math.max(lastDay + fsrs.intervalDays(memory.stability, target), today)
      if (day >= end) break
      memory = fsrs.nextState(memory, day - lastDay, answer(fsrs.retrievability(memory.stability, day - lastDay)))
      lastDay = day
    }
    held += fsrs.retrievability(memory.stability, end - 1 - lastDay)
  }
  return { target, minutesPerDay: seconds / 60 / simulatedDays, held }
}

/**
 * What each target retention would cost over the next 60 days, by a simulation on
 * the learner's own facts: each comes back when recall has fallen to the target, is
 * answered right with the probability that FSRS-6 gives, and takes the learner's
 * own seconds; a wrong answer is read and asked once more. New facts come at the
 * learner's pace, whatever the target. The minutes are what it costs to hold to the
 * target, not what the plan allows. The same seed gives the same numbers.
 */
export const workloads = (progress: Progress, links: Links, now: Moment, targets: readonly number[], seed: Seed): readonly Workload[] => {
  const outlook = outlookAt(progress, links, now)
  const starts = startsOf(outlook)
  return targets.map((target) => simulate(outlook, starts, target, seed))
}
