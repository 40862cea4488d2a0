import type { AttemptId, DeviceId, EventId, FactId, ItemId, SectionId, TopicId } from '../ids.ts'
import type { StudyPlan } from '../schedule/studyPlan.ts'
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
  /** What was typed into each field; of a pick the key. */
  | { readonly kind: 'exercise'; readonly answers: readonly string[] }

interface EventBase {
  readonly id: EventId
  /** Never runs backwards on one device. */
  readonly at: EpochMs
  readonly offsetMin: number
  readonly device: DeviceId
  /** The first event of the act that this one was part of; absent on the first. Undo takes back whole acts. */
  readonly group?: EventId
}

/** How sure a learner said to be of an answer; `guess` is one that was not known even if it was right. */
export type Confidence = 'sure' | 'unsure' | 'guess'

/** Where a card was graded. Leafing through flashcards is cramming: kept in the history, ignored by the schedule. */
export type ReviewedIn = 'review' | 'topic' | 'flashcards'

/**
 * What a learner did. Facts only: no stability, no due date and no mastery is
 * ever stored, so a change of the scheduler changes the fold and not the log.
 */
export type StudyEvent = EventBase &
  (
    | {
        readonly kind: 'reviewed'
        readonly item: ItemId
        readonly grade: Grade
        readonly tookMs: number
        readonly where: ReviewedIn
        /** The second showing after a wrong answer: never fed to the memory. */
        readonly repeat?: true
      }
    | {
        readonly kind: 'answered'
        readonly item: ItemId
        readonly response: Response
        readonly verdict: Verdict
        readonly tookMs: number
        readonly lang: Lang
        readonly attempt?: AttemptId
        readonly confidence?: Confidence
        /** The fact that the answer given belongs to, where that is another than the one asked: as the content was when it was given. */
        readonly tookFor?: FactId
        /** What an exercise's numbers were drawn from. */
        readonly seed?: Seed
        readonly repeat?: true
      }
    | { readonly kind: 'read'; readonly section: SectionId }
    | {
        readonly kind: 'attemptStarted'
        readonly attempt: AttemptId
        readonly topics: readonly TopicId[]
        readonly items: readonly ItemId[]
        readonly seed: Seed
        /** Its items are chosen as the answers come: what is answered in it belongs to it. */
        readonly diagnostic?: true
      }
    /** A mock exam, which ends `minutes` after its start, whether anybody is there or not. */
    | {
        readonly kind: 'examStarted'
        readonly attempt: AttemptId
        readonly minutes: number
        readonly items: readonly ItemId[]
        readonly seed: Seed
      }
    /** A draft, of which the last of an item counts. The memory hears of it when the exam is handed in, as `answered` of the same act. */
    | {
        readonly kind: 'examAnswered'
        readonly attempt: AttemptId
        readonly item: ItemId
        readonly response: Response
        readonly lang: Lang
      }
    | { readonly kind: 'examFlagged'; readonly attempt: AttemptId; readonly item: ItemId; readonly flagged: boolean }
    | { readonly kind: 'handedIn'; readonly attempt: AttemptId }
    | { readonly kind: 'suspended'; readonly item: ItemId }
    | { readonly kind: 'resumed'; readonly item: ItemId }
    /** Not asked again on the study day of the event. */
    | { readonly kind: 'buried'; readonly fact: FactId }
    /** A leech let back among what is asked. */
    | { readonly kind: 'released'; readonly fact: FactId }
    /** The memory of these facts starts anew. */
    | { readonly kind: 'reset'; readonly facts: readonly FactId[] }
    | { readonly kind: 'marked'; readonly item: ItemId; readonly note: string }
    | { readonly kind: 'unmarked'; readonly item: ItemId }
    | { readonly kind: 'planned'; readonly plan: StudyPlan }
    /** FSRS parameters from here on and for all that was; `null`: the published ones. `reviews`: how many they were fitted on. */
    | { readonly kind: 'fitted'; readonly parameters: readonly number[] | null; readonly reviews?: number }
    /** These events came from a backup. They stand in the log as they were; this says that they came, so that it can be undone. */
    | { readonly kind: 'imported'; readonly events: readonly EventId[] }
    /** Undo: the named events no longer count. Redo names an undo. */
    | { readonly kind: 'retracted'; readonly events: readonly EventId[] }
  )
export type StudyEventKind = StudyEvent['kind']
/** What a learner did, before the log gives it an id, a time and a device. */
export type StudyAct = StudyEvent extends infer E
  ? E extends StudyEvent
    ? Omit<E, 'id' | 'at' | 'offsetMin' | 'device' | 'group'>
    : never
  : never
