import type { AttemptId, FactId, ItemId, SectionId } from '../ids.ts'
import { createFsrs } from '../schedule/fsrs.ts'
import { defaultPlan, type StudyPlan } from '../schedule/studyPlan.ts'
import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import type { StudyEvent } from './events.ts'
import { addToDay, type DayTotals } from './foldDay.ts'
import { type Attempt, answerAttempt, keptAttempts, startAttempt } from './foldAttempt.ts'
import { type FactMemory, feedsMemory, gradeOfAnswer, gradeOfFact, remember } from './foldFact.ts'
import { type ItemHistory, touchItem } from './foldItem.ts'
import type { Links } from './links.ts'

/** What the live events up to some moment come to. Holds no events, so its size does not grow with the history. */
export interface Fold {
  readonly facts: ReadonlyMap<FactId, FactMemory>
  readonly items: ReadonlyMap<ItemId, ItemHistory>
  readonly read: ReadonlyMap<SectionId, EpochMs>
  /** The latest attempts, in the order of their start; older ones are in the log alone. */
  readonly attempts: ReadonlyMap<AttemptId, Attempt>
  readonly days: ReadonlyMap<StudyDay, DayTotals>
  /** The study day for which a fact was last put off. */
  readonly buried: ReadonlyMap<FactId, StudyDay>
  readonly plan: StudyPlan
  /** The FSRS parameters that the learner chose last; `null`: the published ones. */
  readonly fitted: readonly number[] | null
  /** When these were fitted, and on how many reviews if that was said; `null` with the published ones. */
  readonly fittedFrom: { readonly at: EpochMs; readonly reviews: number | null } | null
}

/** Raised whenever the same events would give another fold: what was folded by an older version is folded anew. */
export const foldVersion = 1

export const emptyFold: Fold = {
  facts: new Map(),
  items: new Map(),
  read: new Map(),
  attempts: new Map(),
  days: new Map(),
  buried: new Map(),
  plan: defaultPlan,
  fitted: null,
  fittedFrom: null,
}

/** A map that is copied when it is first written to. */
const copyOnWrite = <Key, Value>(from: ReadonlyMap<Key, Value>) => {
  let own: Map<Key, Value> | undefined
  const write = (): Map<Key, Value> => {
    own ??= new Map(from)
    return own
  }
  return {
    get: (key: Key): Value | undefined => (own ?? from).get(key),
    has: (key: Key): boolean => (own ?? from).has(key),
    set: (key: Key, value: Value): void => void write().set(key, value),
    delete: (key: Key): void => {
      if ((own ?? from).has(key)) write().delete(key)
    },
    dropOldest: (kept: number): void => {
      for (const key of (own ?? from).keys()) {
        if ((own ?? from).size <= kept) return
        write().delete(key)
      }
    },
    done: (): ReadonlyMap<Key, Value> => own ?? from,
  }
}

export interface Folding {
  /** Takes in one live event; events come in the order of `(at, id)`. */
  readonly add: (event: StudyEvent) => void
  readonly done: () => Fold
}

/**
 * Goes on from a fold, which stays as it is. `parameters`: those of FSRS that hold
 * for the whole history, since the memory does not depend on when they were chosen.
 */
export const startFolding = (from: Fold, links: Links, parameters: readonly number[] | null): Folding => {
  const fsrs = createFsrs(parameters)
  const facts = copyOnWrite(from.facts)
  const items = copyOnWrite(from.items)
  const read = copyOnWrite(from.read)
  const attempts = copyOnWrite(from.attempts)
  const days = copyOnWrite(from.days)
  const buried = copyOnWrite(from.buried)
  let { plan, fitted, fittedFrom } = from

  const touch = (event: Parameters<typeof touchItem>[1]): void => {
    const before = items.get(event.item)
    const section = links.items.get(event.item)?.section
    const after = touchItem(before, event, section !== undefined && read.has(section))
    if (after !== undefined && after !== before) items.set(event.item, after)
  }
  const answer = (event: Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>): void => {
    touch(event)
    const day = studyDay(event.at, event.offsetMin)
    days.set(day, addToDay(days.get(day), event))
    if (event.kind === 'answered' && event.attempt !== undefined) {
      const attempt = attempts.get(event.attempt)
      const answered = attempt && answerAttempt(attempt, event)
      if (answered !== undefined && answered !== attempt) attempts.set(event.attempt, answered)
    }
    const item = links.items.get(event.item)
    if (item === undefined || !feedsMemory(event)) return
    const grade = gradeOfAnswer(event)
    const learn = (fact: FactId): void => {
      const counted = gradeOfFact(grade, item, fact)
      if (counted === undefined) return
      const before = facts.get(fact)
      const after = remember(before, counted, day, event.at, fsrs)
      if (after !== before) facts.set(fact, after)
    }
    learn(item.fact)
    for (const fact of item.supports) if (fact !== item.fact) learn(fact)
  }

  const add = (event: StudyEvent): void => {
    switch (event.kind) {
      case 'reviewed':
      case 'answered':
        answer(event)
        break
      case 'read':
        if (!read.has(event.section)) read.set(event.section, event.at)
        break
      case 'attemptStarted':
        if (attempts.has(event.attempt)) break
        attempts.set(event.attempt, startAttempt(event))
        attempts.dropOldest(keptAttempts)
        break
      case 'suspended':
      case 'resumed':
      case 'marked':
      case 'unmarked':
        touch(event)
        break
      case 'buried':
        buried.set(event.fact, studyDay(event.at, event.offsetMin))
        break
      case 'released': {
        const memory = facts.get(event.fact)
        if (memory !== undefined) facts.set(event.fact, { ...memory, released: memory.lapses })
        break
      }
      case 'reset':
        for (const fact of event.facts) facts.delete(fact)
        break
      case 'planned':
        plan = event.plan
        break
      case 'fitted':
        fitted = event.parameters
        fittedFrom = event.parameters === null ? null : { at: event.at, reviews: event.reviews ?? null }
        break
      // What came with an import stands in the log itself; an undo takes away and adds nothing.
      case 'imported':
      case 'retracted':
        break
    }
  }
  return {
    add,
    done: () => ({
      facts: facts.done(),
      items: items.done(),
      read: read.done(),
      attempts: attempts.done(),
      days: days.done(),
      buried: buried.done(),
      plan,
      fitted,
      fittedFrom,
    }),
  }
}
