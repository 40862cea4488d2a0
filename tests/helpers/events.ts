import type { Confidence, Grade, ReviewedIn, StudyAct, StudyEvent, Verdict } from '../../src/core/history/events.ts'
import type { Links } from '../../src/core/history/links.ts'
import { foldProgress, type Progress } from '../../src/core/history/progress.ts'
import { attemptId, deviceId, eventId, type EventId, type FactId, topicId } from '../../src/core/ids.ts'
import type { Moment } from '../../src/core/time.ts'
import { defaultPlan, type StudyPlan } from '../../src/core/schedule/studyPlan.ts'
import { fact, item, section } from './catalogue.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
const japan = 540

/** The study day that tests count from, so that `noon(3)` reads as the fourth day. */
export const dayZero = 20_650

/** A moment in Japan, in minutes after 04:00 of that day. */
export const moment = (day: number, minute: number): Moment => ({
  at: (dayZero + day) * dayMs + (240 - japan + minute) * minuteMs,
  offsetMin: japan,
})
export const noon = (day: number): Moment => moment(day, 480)

export const reviewed = (id: string, grade: Grade = 3, where: ReviewedIn = 'review', tookMs = 8000): StudyAct => ({
  kind: 'reviewed',
  item: item(id),
  grade,
  tookMs,
  where,
})
/** What an answer may say besides: how sure it was, and the fact that it belongs to. */
interface Judged {
  readonly confidence?: Confidence
  readonly tookFor?: FactId
}
export const answered = (
  id: string,
  verdict: Verdict = 'correct',
  attempt?: string,
  judged: Judged = {},
): Extract<StudyAct, { kind: 'answered' }> => ({
  kind: 'answered',
  item: item(id),
  response: { kind: 'fill', text: verdict },
  verdict,
  tookMs: 15_000,
  lang: 'ja',
  ...(attempt === undefined ? {} : { attempt: attemptId(attempt) }),
  ...judged,
})
export const read = (id: string): StudyAct => ({ kind: 'read', section: section(id) })
export const started = (attempt: string, items: readonly string[], seed = 7): StudyAct => ({
  kind: 'attemptStarted',
  attempt: attemptId(attempt),
  topics: [topicId('ns')],
  items: items.map(item),
  seed,
})
export const diagnosticStarted = (attempt: string, seed = 7): StudyAct => ({
  kind: 'attemptStarted',
  attempt: attemptId(attempt),
  topics: [],
  items: [],
  seed,
  diagnostic: true,
})
export const examStarted = (attempt: string, items: readonly string[], minutes = 15, seed = 7): StudyAct => ({
  kind: 'examStarted',
  attempt: attemptId(attempt),
  minutes,
  items: items.map(item),
  seed,
})
export const examAnswered = (attempt: string, id: string, picked: readonly number[] = [0]): StudyAct => ({
  kind: 'examAnswered',
  attempt: attemptId(attempt),
  item: item(id),
  response: { kind: 'choice', picked },
  lang: 'ja',
})
export const examFlagged = (attempt: string, id: string, flagged = true): StudyAct => ({
  kind: 'examFlagged',
  attempt: attemptId(attempt),
  item: item(id),
  flagged,
})
export const handedIn = (attempt: string): StudyAct => ({ kind: 'handedIn', attempt: attemptId(attempt) })
export const suspended = (id: string): StudyAct => ({ kind: 'suspended', item: item(id) })
export const resumed = (id: string): StudyAct => ({ kind: 'resumed', item: item(id) })
export const retracted = (...events: readonly EventId[]): StudyAct => ({ kind: 'retracted', events })
export const buried = (id: string): StudyAct => ({ kind: 'buried', fact: fact(id) })
export const released = (id: string): StudyAct => ({ kind: 'released', fact: fact(id) })
export const reset = (...ids: readonly string[]): StudyAct => ({ kind: 'reset', facts: ids.map(fact) })
export const marked = (id: string, note = ''): StudyAct => ({ kind: 'marked', item: item(id), note })
export const unmarked = (id: string): StudyAct => ({ kind: 'unmarked', item: item(id) })
export const planned = (change: Partial<StudyPlan>): StudyAct => ({ kind: 'planned', plan: { ...defaultPlan, ...change } })
export const fitted = (parameters: readonly number[] | null): StudyAct => ({ kind: 'fitted', parameters })

/** Gives acts ids and times that rise in the order of writing: `log(2, reviewed('ns/pid'))` happens at noon of day 2. */
export const createDiary = (device = 'pen') => {
  let written = 0
  return (day: number, act: StudyAct): StudyEvent => {
    written += 1
    const { at, offsetMin } = noon(day)
    return { id: eventId(`${device}-${String(written).padStart(5, '0')}`), at: at + written, offsetMin, device: deviceId(device), ...act }
  }
}

export type Days = readonly (readonly [day: number, ...acts: readonly StudyAct[]])[]

/** The progress of one device that did this, day by day. */
export const foldDays = (links: Links, ...days: Days): Progress => {
  const log = createDiary()
  return foldProgress(
    days.flatMap(([day, ...acts]) => acts.map((act) => log(day, act))),
    links,
  )
}
