import type { Lang } from '../content/types.ts'
import type { AttemptId, EventId, ItemId, TopicId } from '../ids.ts'
import type { Seed } from '../random.ts'
import type { EpochMs } from '../time.ts'
import type { Response, StudyEvent } from './events.ts'
import type { SeenRecall } from './foldFact.ts'

type EventOf<Kind extends StudyEvent['kind']> = Extract<StudyEvent, { kind: Kind }>

/** What stands on the sheet for one item. */
export interface ExamDraft {
  readonly response: Response
  readonly lang: Lang
  /** The time between the events of the exam that led to it, all drafts of the item together. */
  readonly tookMs: number
}

/** One mock exam: what was drawn, what stands on the sheet, and what was handed in. */
export interface Exam {
  readonly id: AttemptId
  /** The event that began it: taken back, the exam is discarded. */
  readonly startedBy: EventId
  readonly startedAt: EpochMs
  readonly minutes: number
  readonly items: readonly ItemId[]
  readonly seed: Seed
  readonly drafts: ReadonlyMap<ItemId, ExamDraft>
  readonly flagged: ReadonlySet<ItemId>
  /** When something was last done in it. */
  readonly lastAt: EpochMs
  /** The act that handed it in; `null` while it is open. */
  readonly handedIn: { readonly by: EventId; readonly at: EpochMs } | null
  /** What was recalled just before it was handed in; `null` while it is open. */
  readonly recalled: ReadonlyMap<TopicId, SeenRecall> | null
  /** What was handed in; empty while it is open. */
  readonly answers: ReadonlyMap<ItemId, EventOf<'answered'>>
}

/** How many exams a fold keeps. */
export const keptExams = 100

export const startExam = ({ id, attempt, at, minutes, items, seed }: EventOf<'examStarted'>): Exam => ({
  id: attempt,
  startedBy: id,
  startedAt: at,
  minutes,
  items,
  seed,
  drafts: new Map(),
  flagged: new Set(),
  lastAt: at,
  handedIn: null,
  recalled: null,
  answers: new Map(),
})

/** When its time is over. The clock follows from the start alone: it neither pauses nor forgets. */
export const endOf = ({ startedAt, minutes }: Pick<Exam, 'startedAt' | 'minutes'>): EpochMs => startedAt + minutes * 60_000

/**
 * The exam after one more event of it. What comes after its time or after it was
 * handed in, or is of no item of it, changes nothing. `recalledBefore`: asked once, when it is handed in.
 */
export const changeExam = (
  exam: Exam,
  event: EventOf<'examAnswered' | 'examFlagged' | 'handedIn'>,
  recalledBefore: (event: EventOf<'handedIn'>) => Exam['recalled'],
): Exam => {
  if (exam.handedIn !== null) return exam
  if (event.kind !== 'handedIn' && event.at >= endOf(exam)) return exam
  const lastAt = event.at
  switch (event.kind) {
    case 'examAnswered': {
      if (!exam.items.includes(event.item)) return exam
      const tookMs = (exam.drafts.get(event.item)?.tookMs ?? 0) + (event.at - exam.lastAt)
      const draft: ExamDraft = { response: event.response, lang: event.lang, tookMs }
      const drafts = new Map(exam.drafts)
      // The last one written comes last: there the exam goes on.
      drafts.delete(event.item)
      return { ...exam, lastAt, drafts: drafts.set(event.item, draft) }
    }
    case 'examFlagged': {
      if (!exam.items.includes(event.item)) return exam
      const flagged = new Set(exam.flagged)
      if (event.flagged) flagged.add(event.item)
      else flagged.delete(event.item)
      return { ...exam, lastAt, flagged }
    }
    case 'handedIn':
      return { ...exam, handedIn: { by: event.id, at: event.at }, recalled: recalledBefore(event) }
  }
}

/**
 * The exam with an answer that was handed in with it. The same exam if the answer
 * is of another act, as when two tabs hand in at once, or a second one of its item.
 */
export const answerExam = (exam: Exam, event: EventOf<'answered'>): Exam =>
  exam.handedIn !== null && exam.handedIn.by === event.group && exam.items.includes(event.item) && !exam.answers.has(event.item)
    ? { ...exam, answers: new Map(exam.answers).set(event.item, event) }
    : exam

/** Whether an answer comes with another hand-in of an exam that was handed in: its sheet once more. */
export const isHandedInAgain = (exam: Exam, { group }: EventOf<'answered'>): boolean =>
  exam.handedIn !== null && group !== undefined && group !== exam.handedIn.by
