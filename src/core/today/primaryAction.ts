import { examPool, examLengths, minutesFor } from '../exam/drawExam.ts'
import { endOf, type Exam } from '../history/foldExam.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { AttemptId, SectionId, TopicId } from '../ids.ts'
import { nextOfDiagnostic } from '../mastery/diagnostic.ts'
import { diagnosticQuestions } from '../mastery/diagnosticLength.ts'
import { drillOfTopic } from '../mastery/planDrill.ts'
import { answersSoFar, enoughAnswers } from '../mastery/readiness.ts'
import { weaknesses } from '../mastery/weaknesses.ts'
import { answerSeconds } from '../schedule/answerSeconds.ts'
import { outlookAt } from '../schedule/outlook.ts'
import { type ReviewPlan, restReason } from '../schedule/planReview.ts'
import { type EpochMs, type Moment, studyDay } from '../time.ts'

/** What to do now. `rest` is one too: it says why, and whether going on is possible. */
export type PrimaryAction =
  /** Back into a mock exam: its clock runs, or it ended and waits to be handed in. */
  | { readonly kind: 'exam'; readonly attempt: AttemptId; readonly minutesLeft: number }
  /** On with a quiz or a diagnostic that was interrupted; of a diagnostic `left` is the most that may come. */
  | { readonly kind: 'attempt'; readonly attempt: AttemptId; readonly diagnostic: boolean; readonly left: number; readonly minutes: number }
  | { readonly kind: 'review' }
  | { readonly kind: 'mock'; readonly items: number; readonly minutes: number }
  | { readonly kind: 'read'; readonly section: SectionId }
  | { readonly kind: 'drill'; readonly topic: TopicId; readonly items: number; readonly minutes: number }
  | { readonly kind: 'rest'; readonly reason: ReturnType<typeof restReason> }

/** A mock exam is proposed in the last days before the exam, so many days after the one before. */
const mockWithinDays = 14
const mockEveryDays = 7
/** From so many days on one is proposed even before what is due: who never sat one does not know the clock. */
const firstMockDays = 3
/** A mock exam shorter than half an hour tells little; so much is given to it even where less is left of the day. */
const leastMockMinutes = 30

const minuteMs = 60_000
const dayMs = 86_400_000

const openExam = ({ exams }: Progress, now: Moment): Exam | undefined => {
  const open = [...exams.values()].filter((exam) => exam.handedIn === null)
  // What ended long ago and was left is history: it stands in the list of exams.
  return open.findLast((exam) => now.at < endOf(exam)) ?? open.findLast((exam) => exam.drafts.size > 0 && now.at < endOf(exam) + dayMs)
}

/** What was begun today and left, if nothing was answered elsewhere since. */
const interrupted = (progress: Progress, links: Links, now: Moment): Extract<PrimaryAction, { kind: 'attempt' }> | undefined => {
  const attempt = [...progress.attempts.values()].findLast(({ startedAt }) => isToday(startedAt, now))
  if (attempt === undefined) return undefined
  const lastIn = [...attempt.answers.values()].reduce((last, { at }) => Math.max(last, at), attempt.startedAt)
  for (const { answers, lastAt } of progress.items.values()) if (answers > 0 && lastAt > lastIn) return undefined
  const isDiagnostic = attempt.diagnostic === true
  if (isDiagnostic && nextOfDiagnostic(attempt, progress, links, now) === null) return undefined
  const left = isDiagnostic
    ? diagnosticQuestions - attempt.answers.size
    : attempt.items.filter((item) => links.items.has(item) && !attempt.answers.has(item)).length
  if (left === 0) return undefined
  const minutes = (left * answerSeconds(progress).choice) / 60
  return { kind: 'attempt', attempt: attempt.id, diagnostic: isDiagnostic, left, minutes }
}

const isToday = (at: EpochMs, { at: present, offsetMin }: Moment): boolean => studyDay(at, offsetMin) === studyDay(present, offsetMin)

const lastHandedIn = ({ exams }: Progress): number =>
  [...exams.values()].reduce((last, { handedIn }) => Math.max(last, handedIn?.at ?? Number.NEGATIVE_INFINITY), Number.NEGATIVE_INFINITY)

const factsToExamine = (progress: Progress, links: Links): number => new Set(examPool(links, progress).map(({ fact }) => fact)).size

/** The longest mock exam that the minutes and the catalogue allow. */
const mockOf = (progress: Progress, links: Links, minutes: number): Extract<PrimaryAction, { kind: 'mock' }> => {
  const facts = factsToExamine(progress, links)
  const fitting = examLengths.filter((length) => length <= facts && minutesFor(length) <= Math.max(leastMockMinutes, minutes))
  const items = fitting.at(-1) ?? Math.min(examLengths[0], facts)
  return { kind: 'mock', items, minutes: minutesFor(items) }
}

/** The next section to read: of a topic that was begun, otherwise of the first that is not read. */
export const nextToRead = ({ read }: Pick<Progress, 'read'>, links: Links): SectionId | undefined => {
  const unread = [...links.topics.values()].flatMap(({ sections }) => {
    const first = sections.find(({ id }) => !read.has(id))
    return first === undefined ? [] : [{ first, begun: sections.some(({ id }) => read.has(id)) }]
  })
  return (unread.find(({ begun }) => begun) ?? unread[0])?.first.id
}

/**
 * The one thing to do now, for someone who has begun:
 *
 * 1. an exam whose clock runs, or that ended within a day with something on its sheet;
 * 2. a quiz or diagnostic begun today, if the last answer of all was in it;
 * 3. on a day off, rest;
 * 4. a mock exam: within 14 days of the exam and not on its day, once readiness can be told
 *    (50 answers), if there is something it may ask and the last is 7 days old: when nothing is due, and in the last
 *    3 days even then if there never was one;
 * 5. what may be asked today;
 * 6. rest if the day's minutes are spent, a limit holds the rest back, or what was
 *    learnt is merely kept up after the exam;
 * 7. nothing is left to ask today: the next section to read, unless only a day is
 *    left; else the drill of the topic that loses most, of those that lose to what was
 *    forgotten or answered wrong and have something that a drill may still ask today;
 * 8. rest.
 *
 * `plan`: what `planReview` says of the same progress and moment.
 */
export const primaryAction = (progress: Progress, links: Links, plan: ReviewPlan, now: Moment): PrimaryAction => {
  const exam = openExam(progress, now)
  if (exam !== undefined) return { kind: 'exam', attempt: exam.id, minutesLeft: Math.max(0, (endOf(exam) - now.at) / minuteMs) }
  const attempt = interrupted(progress, links, now)
  if (attempt !== undefined) return attempt
  const reason = restReason(plan)
  if (plan.dayOff) return { kind: 'rest', reason }
  const daysLeft = plan.mode.kind === 'exam' ? plan.mode.daysLeft : Number.POSITIVE_INFINITY
  if (plan.leftSeconds > 0 && isMockDay(progress, links, plan, now, daysLeft)) return mockOf(progress, links, plan.leftSeconds / 60)
  if (plan.entries.length > 0) return { kind: 'review' }
  if (reason !== 'nothing' || plan.leftSeconds <= 0 || plan.after === 'upkeep') return { kind: 'rest', reason }
  const section = nextToRead(progress, links)
  if (section !== undefined && daysLeft > 1) return { kind: 'read', section }
  return drillNow(progress, links, now) ?? { kind: 'rest', reason }
}

const drillNow = (progress: Progress, links: Links, now: Moment): Extract<PrimaryAction, { kind: 'drill' }> | undefined => {
  const outlook = outlookAt(progress, links, now)
  for (const weakness of weaknesses(progress, links, now)) {
    if (weakness.parts.faded + weakness.parts.wrong === 0) continue
    const { entries, seconds } = drillOfTopic(weakness, outlook)
    if (entries.length > 0) return { kind: 'drill', topic: weakness.topic, items: entries.length, minutes: seconds / 60 }
  }
  return undefined
}

const isMockDay = (progress: Progress, links: Links, plan: ReviewPlan, now: Moment, daysLeft: number): boolean => {
  if (daysLeft < 1 || daysLeft > mockWithinDays || answersSoFar(progress, links) < enoughAnswers) return false
  const last = lastHandedIn(progress)
  const daysSince = studyDay(now.at, now.offsetMin) - (Number.isFinite(last) ? studyDay(last, now.offsetMin) : Number.NEGATIVE_INFINITY)
  if (daysSince < mockEveryDays || factsToExamine(progress, links) === 0) return false
  return plan.due === 0 || (!Number.isFinite(last) && daysLeft <= firstMockDays)
}
