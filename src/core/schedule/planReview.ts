import type { ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { sectionSeconds } from './answerSeconds.ts'
import { arrange } from './arrange.ts'
import { candidates, type Candidate } from './candidates.ts'
import { dueDays } from './dueDays.ts'
import { meanSeconds, type Outlook, outlookAt } from './outlook.ts'
import { afterExam, isDayOff, type StudyMode } from './studyMode.ts'

export interface QueueEntry {
  readonly fact: FactId
  readonly item: ItemStub
  /** `early`: seen, and not due yet: before an exam, spare minutes go there. */
  readonly kind: Candidate['kind']
  /** `false`: the section of this new fact was not read; it is offered for reading before the item is asked. */
  readonly sectionRead: boolean
  /** The second showing after a wrong answer; its answer is recorded as a repeat. */
  readonly repeat: boolean
}

export interface ReviewPlan {
  readonly mode: StudyMode
  /** What fits into the minutes that are left today, in the order in which it is asked. */
  readonly entries: readonly QueueEntry[]
  /** How many of the entries are due, new, early. */
  readonly due: number
  readonly new: number
  readonly early: number
  /** What the entries take on average, with reading and repeats. */
  readonly seconds: number
  /** Facts that could be asked today beyond the entries, whatever they are. */
  readonly beyond: number
  /** Facts never asked that are not among the entries. */
  readonly unseen: number
  /** The first later day on which something that is not among the entries is due. */
  readonly nextDueDay: StudyDay | null
  /** Facts that are lost again and again: set apart until the learner lets them back. */
  readonly leeches: readonly FactId[]
  /** Today is a day off: there are no entries unless the learner asks for them. */
  readonly dayOff: boolean
  /** What is done after the exam, once it is over (`afterExam`): on an archive there are no entries unless the learner asks for them, in upkeep no new ones. */
  readonly after: ReturnType<typeof afterExam>
  /** What the day's minutes still allow, without extra ones. */
  readonly leftSeconds: number
}

/**
 * Why nothing is asked now, of a plan without entries: study that ended with the exam, a day off, minutes that are
 * spent, a daily limit that holds back what is due, or that nothing is due.
 */
export const restReason = (plan: ReviewPlan): 'archived' | 'dayOff' | 'minutesSpent' | 'limit' | 'nothing' => {
  if (plan.after === 'archive') return 'archived'
  if (plan.dayOff) return 'dayOff'
  if (plan.beyond === 0) return 'nothing'
  if (plan.leftSeconds <= 0) return 'minutesSpent'
  // More than could be new: something seen waits.
  return plan.beyond > plan.unseen ? 'limit' : 'nothing'
}

/** Seconds that this study day has taken: its answers, and the sections read on it. */
export const spentSeconds = ({ days, read }: Progress, now: Moment): number => {
  const today = studyDay(now.at, now.offsetMin)
  let seconds = (days.get(today)?.tookMs ?? 0) / 1000
  for (const at of read.values()) if (studyDay(at, now.offsetMin) === today) seconds += sectionSeconds
  return seconds
}

/** Without daily limits. */
export const noLimit = { new: Number.POSITIVE_INFINITY, seen: Number.POSITIVE_INFINITY }

/** How many new facts and reviews the daily limits still allow today. */
export const roomToday = ({ facts, plan }: Progress, today: StudyDay): { readonly new: number; readonly seen: number } => {
  let started = 0
  let reviewed = 0
  for (const { firstDay, lastDay } of facts.values()) {
    if (firstDay === today) started += 1
    else if (lastDay === today) reviewed += 1
  }
  return { new: (plan.newPerDay ?? noLimit.new) - started, seen: (plan.reviewsPerDay ?? noLimit.seen) - reviewed }
}

/** The candidates that fit into the seconds, in their order, and what they take. */
export const takeFrom = (
  ranked: readonly Candidate[],
  { progress, secondsOf }: Outlook,
  budgetSeconds: number,
  room: { readonly new: number; readonly seen: number },
): { readonly taken: readonly Candidate[]; readonly seconds: number } => {
  const left = { ...room }
  const read = new Set(progress.read.keys())
  const taken: Candidate[] = []
  let seconds = 0
  for (const candidate of ranked) {
    // As long as a second is left, one more is begun.
    if (seconds >= budgetSeconds) break
    const { item, kind, chance } = candidate
    const part = kind === 'new' ? 'new' : 'seen'
    if (left[part] <= 0) continue
    left[part] -= 1
    taken.push(candidate)
    seconds += meanSeconds(secondsOf(item), chance)
    if (kind !== 'new' || read.has(item.section)) continue
    read.add(item.section)
    seconds += sectionSeconds
  }
  return { taken, seconds }
}

interface Chosen extends Omit<ReviewPlan, 'entries'> {
  /** In the order of the rule. */
  readonly taken: readonly Candidate[]
}

/** What `planReview` asks, before it is arranged for a session. */
export const chooseToday = (progress: Progress, links: Links, now: Moment, extraMinutes = 0): Chosen => {
  const outlook = outlookAt(progress, links, now)
  const { mode, today } = outlook
  const { plan } = progress
  const days = dueDays(progress, now)
  const { ranked, unseen, leeches, resting } = candidates(outlook, (fact) => days.get(fact))
  const dayOff = isDayOff(plan)(today)
  const after = afterExam(plan, today)
  const leftSeconds = dayOff || after === 'archive' ? 0 : Math.max(0, plan.minutesPerDay * 60 - spentSeconds(progress, now))
  const limits = roomToday(progress, today)
  const room = extraMinutes > 0 ? noLimit : after === 'upkeep' ? { ...limits, new: 0 } : limits
  const { taken, seconds } = takeFrom(ranked, outlook, leftSeconds + extraMinutes * 60, room)
  const isTaken = new Set(taken.map(({ row }) => row.fact))
  const waiting = ranked.flatMap(({ kind, row }) => (kind === 'new' || isTaken.has(row.fact) ? [] : [row.fact]))
  const nextDays = [...waiting, ...resting].map((fact) => Math.max(today + 1, days.get(fact) ?? today))
  const count = (kind: Candidate['kind']): number => taken.filter((candidate) => candidate.kind === kind).length
  return {
    mode,
    taken,
    due: count('due'),
    new: count('new'),
    early: count('early'),
    seconds,
    beyond: ranked.length - taken.length,
    unseen: unseen - count('new'),
    nextDueDay: nextDays.length === 0 || after === 'archive' ? null : Math.min(...nextDays),
    leeches,
    dayOff,
    after,
    leftSeconds,
  }
}

const toEntries = (taken: readonly Candidate[], progress: Progress): readonly QueueEntry[] => {
  const arranged = arrange(taken.map((candidate) => ({ ...candidate.row, candidate })))
  const read = new Set(progress.read.keys())
  return arranged.map(({ fact, candidate: { item, kind } }) => {
    const sectionRead = kind !== 'new' || read.has(item.section)
    if (kind === 'new') read.add(item.section)
    return { fact, item, kind, sectionRead, repeat: false }
  })
}

/**
 * What to study now: as much of what may be asked today (`candidates`) as the
 * minutes of the day that are not spent yet, and the daily limits if there are any.
 * A fact is asked at most once a study day. `extraMinutes`: the learner goes on
 * beyond the day's minutes, limits or day off; the entries then fill what is left and these.
 */
export const planReview = (progress: Progress, links: Links, now: Moment, extraMinutes = 0): ReviewPlan => {
  const { taken, ...plan } = chooseToday(progress, links, now, extraMinutes)
  return { ...plan, entries: toEntries(taken, progress) }
}
