import type { ItemStub } from '../content/types.ts'
import { type FactId, type ItemId, type TopicId, topicOf } from '../ids.ts'
import type { Fsrs, MemoryState } from '../schedule/fsrs.ts'
import type { EpochMs, StudyDay } from '../time.ts'
import type { Confidence, Grade, StudyEvent, Verdict } from './events.ts'
import type { Links } from './links.ts'

/** One answer that counted. */
export interface CountedAnswer {
  readonly day: StudyDay
  readonly grade: Grade
}

/** How well one fact is remembered, as far as the answers on its items tell. */
export interface FactMemory extends MemoryState {
  readonly firstDay: StudyDay
  readonly lastDay: StudyDay
  readonly lastAt: EpochMs
  readonly lastGrade: Grade
  /** Study days with an answer. */
  readonly reviews: number
  /** How often it was lost: Again where the answer before was not Again. */
  readonly lapses: number
  /** The lapses at the moment the learner let it back among what is asked; 0 if that never happened. */
  readonly released: number
  /** The last answers that counted, at most four, the newest last. */
  readonly recent: readonly CountedAnswer[]
}

/** A memory that one folding owns and changes in place. */
export type FactDraft = { -readonly [Key in keyof FactMemory]: FactMemory[Key] }

/** What a verdict counts as in the memory: a right choice is Good, like any right answer. */
export const gradeOfVerdict: Readonly<Record<Verdict, Grade>> = { correct: 3, partly: 2, wrong: 1 }

type Answer = Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>

/** What a verdict says of what was known: a right answer that the learner calls a guess is Hard. */
export const gradeOfScored = (verdict: Verdict, confidence: Confidence | null): Grade =>
  verdict === 'correct' && confidence === 'guess' ? 2 : gradeOfVerdict[verdict]

/** What an answer says of what was known. */
export const gradeOfAnswer = (event: Answer): Grade =>
  event.kind === 'reviewed' ? event.grade : gradeOfScored(event.verdict, event.confidence ?? null)

/** Whether an answer was right, as it is counted and told: the memory takes one that was partly right for Hard. */
export const isRight = (event: Answer): boolean => (event.kind === 'reviewed' ? event.grade > 1 : event.verdict === 'correct')

/** Leafing through flashcards is cramming, and a repeat asks what was shown minutes ago: neither says what is remembered. */
export const feedsMemory = (event: Answer): boolean => event.repeat !== true && (event.kind === 'answered' || event.where !== 'flashcards')

/**
 * What an answer says about a fact, or `undefined` if it says nothing: an item
 * that merely needs the fact counts only when it was right, since a miss does not
 * say which fact was missing.
 */
export const gradeOfFact = (grade: Grade, item: ItemStub, fact: FactId): Grade | undefined => {
  if (item.fact === fact) return grade
  return item.supports.includes(fact) && grade >= 3 ? grade : undefined
}

const recentAnswers = 4

/** The memory after the first answer. */
export const firstMemory = (grade: Grade, day: StudyDay, at: EpochMs, fsrs: Fsrs): FactDraft => {
  const { stability, difficulty } = fsrs.nextState(null, 0, grade)
  return {
    stability,
    difficulty,
    firstDay: day,
    lastDay: day,
    lastAt: at,
    lastGrade: grade,
    reviews: 1,
    lapses: 0,
    released: 0,
    recent: [{ day, grade }],
  }
}

/**
 * Takes one more answer into the memory, of a day after its last. Only the first answer of a study day counts:
 * FSRS-6 predicts same-day reviews worse than a constant does. A day before the
 * last one, as after a journey west, counts as the same. `recall`: the retrievability on that day, where it is known already.
 */
export const remember = (memory: FactDraft, grade: Grade, day: StudyDay, at: EpochMs, fsrs: Fsrs, recall?: number): void => {
  const { stability, difficulty } = fsrs.nextState(memory, day - memory.lastDay, grade, recall)
  memory.stability = stability
  memory.difficulty = difficulty
  if (grade === 1 && memory.lastGrade > 1) memory.lapses += 1
  memory.lastDay = day
  memory.lastAt = at
  memory.lastGrade = grade
  memory.reviews += 1
  memory.recent = [...memory.recent.slice(1 - recentAnswers), { day, grade }]
}

/** What the memory would be after one more answer; the one given stays as it is. */
export const remembered = (memory: FactMemory | undefined, grade: Grade, day: StudyDay, at: EpochMs, fsrs: Fsrs): FactMemory => {
  if (memory === undefined) return firstMemory(grade, day, at, fsrs)
  if (day <= memory.lastDay) return memory
  const after: FactDraft = { ...memory }
  remember(after, grade, day, at, fsrs)
  return after
}

/**
 * The chance that a fact is recalled on a day: the forgetting curve of FSRS-6. The
 * curve is 1 on the day of the answer itself. Where that answer was wrong, nothing
 * was recalled and the answer merely read; then it is what it will be a day later.
 */
export const recallOn = ({ stability, lastDay, lastGrade }: FactMemory, today: StudyDay, fsrs: Fsrs): number =>
  fsrs.retrievability(stability, Math.max(lastGrade === 1 ? 1 : 0, today - lastDay))

/** Whether a fact is set aside: all the items that ask it are suspended. Then nothing asks it, our mock exam no more than the schedule. */
export const isSetAside = (asking: readonly ItemStub[], histories: ReadonlyMap<ItemId, { readonly suspended: boolean }>): boolean =>
  asking.every(({ id }) => histories.get(id)?.suspended === true)

/** Of a topic how many facts may be asked, how many of these were seen, and the sum of the chances that they are recalled. */
export interface SeenRecall {
  readonly facts: number
  readonly seen: number
  readonly recall: number
}

/** By topic what of the seen facts is recalled on a day, of those that are not set aside. */
export const recallByTopic = (
  facts: ReadonlyMap<FactId, FactMemory>,
  histories: Parameters<typeof isSetAside>[1],
  { itemsOfFact }: Pick<Links, 'itemsOfFact'>,
  today: StudyDay,
  fsrs: Fsrs,
): ReadonlyMap<TopicId, SeenRecall> => {
  const topics = new Map<TopicId, SeenRecall>()
  // In one order, so that the sums do not depend on when an event arrived.
  for (const [fact, asking] of [...itemsOfFact].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isSetAside(asking, histories)) continue
    const topic = topicOf(fact)
    const memory = facts.get(fact)
    const { facts: before, seen, recall } = topics.get(topic) ?? { facts: 0, seen: 0, recall: 0 }
    topics.set(topic, {
      facts: before + 1,
      seen: memory === undefined ? seen : seen + 1,
      recall: memory === undefined ? recall : recall + recallOn(memory, today, fsrs),
    })
  }
  return topics
}
