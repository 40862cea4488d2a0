import type { StudyAct, StudyEvent } from '../../../src/core/history/events.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { addEvents, emptyProgress, type Progress, settleTail } from '../../../src/core/history/progress.ts'
import { type QueueEntry, planReview } from '../../../src/core/schedule/planReview.ts'
import { currentEntry, reviewSession, startReview } from '../../../src/core/schedule/reviewSession.ts'
import { defaultPlan } from '../../../src/core/schedule/studyPlan.ts'
import { dateOfDay } from '../../../src/core/time.ts'
import { answerAct, createDiary, dayZero, momentOf } from './diary.ts'
import type { Learner } from './learner.ts'

/** One helping more than the day's minutes, as the review offers it. */
const extraMinutes = 10

/** What may be looked at on the way. */
export interface Sight {
  readonly progress: Progress
  readonly learner: Learner
  readonly day: number
  /** Seconds since the day's study began. */
  readonly secondsIn: number
}

export interface Study {
  readonly days: number
  readonly minutesPerDay: number
}

/**
 * A learner who studies with the app alone until the exam: what to ask comes from
 * `planReview`, in which order and with which repeats from `reviewSession`, and
 * both know of the learner only the log of events, folded. `looks`: after so many
 * answers `look` is called.
 */
export const studyWithApp = (
  learner: Learner,
  links: Links,
  { days, minutesPerDay }: Study,
  looks: ReadonlySet<number> = new Set(),
  look: (sight: Sight, answers: number) => void = () => {},
): Progress => {
  const write = createDiary()
  let progress: Progress = emptyProgress
  let answers = 0
  let day = 0
  let secondsIn = 0
  let pending: StudyEvent[] = []
  const keep = (act: StudyAct): void => void pending.push(write(act, momentOf(day, secondsIn).at))
  const save = (): void => {
    progress = addEvents(progress, pending, links)
    pending = []
  }
  keep({ kind: 'planned', plan: { ...defaultPlan, examDate: dateOfDay(dayZero + days), minutesPerDay } })
  save()

  const sit = (entries: readonly QueueEntry[], endsAt: number): void => {
    let session = startReview(entries)
    for (let entry = currentEntry(session); entry !== undefined && secondsIn < endsAt; entry = currentEntry(session)) {
      const { item } = entry
      if (entry.kind === 'new' && !entry.sectionRead && !entry.repeat) {
        secondsIn += learner.sectionSeconds
        learner.read(item.section, day)
        keep({ kind: 'read', section: item.section })
        session = reviewSession(session, { kind: 'read', events: [] })
      }
      const answer = learner.answer(item, day)
      secondsIn += answer.tookSeconds
      keep(answerAct(item, answer.right, answer.tookSeconds, entry.repeat))
      secondsIn += answer.seconds - answer.tookSeconds
      session = reviewSession(session, { kind: 'answered', events: [], missed: !answer.right })
      session = reviewSession(session, { kind: 'next' })
      // A repeat says nothing of what is known, here and in the app.
      if (entry.repeat) continue
      answers += 1
      if (!looks.has(answers)) continue
      save()
      look({ progress, learner, day, secondsIn }, answers)
    }
    save()
  }

  for (day = 0; day < days; day += 1) {
    const endsAt = learner.minutesOn(day, minutesPerDay) * 60
    secondsIn = 0
    while (secondsIn < endsAt) {
      const now = momentOf(day, secondsIn)
      const { entries } = planReview(progress, links, now)
      const asked = entries.length > 0 ? entries : planReview(progress, links, now, extraMinutes).entries
      if (asked.length === 0) break
      sit(asked, endsAt)
    }
    progress = settleTail(progress, links)
  }
  return progress
}
