import type { AttemptId, DeviceId, EventId, ItemId, SectionId, TopicId } from '../ids.ts'
import type { Lang } from '../content/types.ts'
import type { EpochMs } from '../time.ts'
import type { Seed } from '../random.ts'

/** Again, Hard, Good, Easy. */
export type Grade = 1 | 2 | 3 | 4
export type Verdict = 'correct' | 'partly' | 'wrong'

/** What a learner gave as the answer to a question. Choices are the author's positions, not the shuffled ones. */
export type Response =
  | { readonly kind: 'choice'; readonly picked: readonly number[] }
  | { readonly kind: 'fill'; readonly text: string }
  /** The author's positions in the learner's order. */
  | { readonly kind: 'order'; readonly order: readonly number[] }
  /** For each row the author's position of the entry chosen; decoys follow the rows. */
  | { readonly kind: 'match'; readonly picked: readonly number[] }

interface EventBase {
  readonly id: EventId
  /** Never runs backwards on one device. */
  readonly at: EpochMs
  readonly offsetMin: number
  readonly device: DeviceId
}

/** Where a card was graded. Leafing through flashcards is cramming: kept in the history, ignored by the schedule. */
export type ReviewedIn = 'review' | 'topic' | 'flashcards'

/**
 * What a learner did. Facts only: no stability, no due date and no mastery is
 * ever stored, so a change of the scheduler changes the fold and not the log.
 */
export type StudyEvent = EventBase &
  (
    | { readonly kind: 'reviewed'; readonly item: ItemId; readonly grade: Grade; readonly tookMs: number; readonly where: ReviewedIn }
    | {
        readonly kind: 'answered'
        readonly item: ItemId
        readonly response: Response
        readonly verdict: Verdict
        readonly tookMs: number
        readonly lang: Lang
        readonly attempt?: AttemptId
      }
    | { readonly kind: 'read'; readonly section: SectionId }
    | {
        readonly kind: 'attemptStarted'
        readonly attempt: AttemptId
        readonly topics: readonly TopicId[]
        readonly items: readonly ItemId[]
        readonly seed: Seed
      }
    | { readonly kind: 'suspended'; readonly item: ItemId }
    | { readonly kind: 'resumed'; readonly item: ItemId }
    /** Undo: the named event no longer counts. */
    | { readonly kind: 'retracted'; readonly event: EventId }
  )
export type StudyEventKind = StudyEvent['kind']
/** What a learner did, before the log gives it an id, a time and a device. */
export type StudyAct = StudyEvent extends infer E ? (E extends StudyEvent ? Omit<E, keyof EventBase> : never) : never
