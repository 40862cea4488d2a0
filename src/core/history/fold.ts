import { type AnswerKind, answerKind, type ItemStub } from '../content/types.ts'
import type { AttemptId, FactId, ItemId, SectionId } from '../ids.ts'
import { fsrsOf } from '../schedule/fsrs.ts'
import { defaultPlan, type StudyPlan } from '../schedule/studyPlan.ts'
import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import type { Grade, StudyEvent } from './events.ts'
import { cellsOf } from './cells.ts'
import { copyOnWrite, copyValuesOnWrite } from './copyOnWrite.ts'
import { addToDay, countedMs, type DayTotals } from './foldDay.ts'
import { type Attempt, answerAttempt, keptAttempts, startAttempt } from './foldAttempt.ts'
import { answerExam, changeExam, type Exam, isHandedInAgain, keptExams, startExam } from './foldExam.ts'
import { addHit, type Calibration, emptyCalibration } from './foldCalibration.ts'
import { addConfusion, type Confusions } from './foldConfusion.ts'
import {
  type FactDraft,
  type FactMemory,
  feedsMemory,
  firstMemory,
  gradeOfAnswer,
  gradeOfFact,
  isRight,
  recallByTopic,
  remember,
} from './foldFact.ts'
import { type ItemDraft, type ItemEvent, type ItemHistory, touchesItem, touchItem, untouched } from './foldItem.ts'
import { emptyTallies, startTallying, type Tallies } from './foldTally.ts'
import type { Links } from './links.ts'

/**
 * What the live events up to some moment come to. It grows with what was asked and
 * with the days of study, not with the number of events: of these it holds none but
 * the answers of the latest attempts and exams.
 */
export interface Fold extends Tallies {
  readonly facts: ReadonlyMap<FactId, FactMemory>
  readonly items: ReadonlyMap<ItemId, ItemHistory>
  readonly read: ReadonlyMap<SectionId, EpochMs>
  /** The latest attempts, in the order of their start; older ones are in the log alone. */
  readonly attempts: ReadonlyMap<AttemptId, Attempt>
  /** The latest mock exams, in the order of their start. */
  readonly exams: ReadonlyMap<AttemptId, Exam>
  readonly confusions: Confusions
  readonly calibration: Calibration
  readonly days: ReadonlyMap<StudyDay, DayTotals>
  /** How long the last answers took, a kind each, the newest last: those that feed the memory. */
  readonly tookMs: ReadonlyMap<AnswerKind, readonly number[]>
  /** The study day for which a fact was last put off. */
  readonly buried: ReadonlyMap<FactId, StudyDay>
  readonly plan: StudyPlan
  /** The FSRS parameters that the learner chose last; `null`: the published ones. */
  readonly fitted: readonly number[] | null
  /** When these were fitted, and on how many reviews if that was said; `null` with the published ones. */
  readonly fittedFrom: { readonly at: EpochMs; readonly reviews: number | null } | null
}

/** Raised whenever the same rows would give another fold, be it that a kind of event is known now: what an older version folded is folded anew. */
export const foldVersion = 7

type Answer = Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>

/** How many durations of a kind are kept: an odd number, so that their median is one of them, and few enough to follow a learner who gets faster. */
const keptDurations = 41

export const emptyFold: Fold = {
  facts: new Map(),
  items: new Map(),
  read: new Map(),
  attempts: new Map(),
  exams: new Map(),
  confusions: new Map(),
  calibration: emptyCalibration,
  days: new Map(),
  ...emptyTallies,
  tookMs: new Map(),
  buried: new Map(),
  plan: defaultPlan,
  fitted: null,
  fittedFrom: null,
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
  const fsrs = fsrsOf(parameters)
  const facts = copyValuesOnWrite(from.facts, (memory): FactDraft => ({ ...memory }))
  const items = copyValuesOnWrite(from.items, (history): ItemDraft => ({ ...history }))
  const read = copyOnWrite(from.read)
  const attempts = copyOnWrite(from.attempts)
  const exams = copyOnWrite(from.exams)
  const confusions = copyOnWrite(from.confusions)
  const days = copyOnWrite(from.days)
  const cells = cellsOf(links)
  const tallying = startTallying(from, links, fsrs)
  const tookMs = copyValuesOnWrite(from.tookMs, (durations) => [...durations])
  const buried = copyOnWrite(from.buried)
  let { plan, fitted, fittedFrom, calibration } = from

  const touch = (event: ItemEvent, item: ItemStub | undefined): void => {
    if (!touchesItem(event)) return
    let history = items.draft(event.item)
    if (history === undefined) {
      history = untouched(event.at)
      items.set(event.item, history)
    }
    touchItem(history, event, history.first === null && item !== undefined && read.has(item.section))
  }
  const turnWeekTo = (day: StudyDay): void => {
    if (tallying.turnsWeek(day)) tallying.turnWeek(day, facts.each)
  }
  /** `right`: of an answer on an item of the fact itself; `null`: what is learnt otherwise is not counted. */
  const learn = (fact: FactId, grade: Grade, day: StudyDay, at: EpochMs, right: boolean | null): void => {
    const memory = facts.draft(fact)
    if (memory === undefined) facts.set(fact, firstMemory(grade, day, at, fsrs))
    else if (day > memory.lastDay) {
      const recall = fsrs.retrievability(memory.stability, day - memory.lastDay)
      if (right !== null) tallying.countRecall(memory, recall, right)
      remember(memory, grade, day, at, fsrs, recall)
    }
  }
  const learnFrom = (event: Answer, item: ItemStub, day: StudyDay, right: boolean | null): void => {
    const grade = gradeOfAnswer(event)
    learn(item.fact, grade, day, event.at, right)
    for (const fact of item.supports) {
      const counted = fact === item.fact ? undefined : gradeOfFact(grade, item, fact)
      if (counted !== undefined) learn(fact, counted, day, event.at, null)
    }
  }
  const took = (kind: AnswerKind, ms: number): void => {
    const durations = tookMs.draft(kind)
    if (durations === undefined) tookMs.set(kind, [ms])
    else if (durations.push(ms) > keptDurations) durations.shift()
  }
  /** What an answer to a question says of the learner's judgement: how sure it was, and which other fact it took this one for. */
  const judge = ({ confidence, tookFor, at }: Extract<StudyEvent, { kind: 'answered' }>, { fact }: ItemStub, right: boolean): void => {
    if (confidence !== undefined) calibration = addHit(calibration, confidence, right)
    if (tookFor === undefined || right || tookFor === fact || !links.itemsOfFact.has(tookFor)) return
    confusions.set(fact, addConfusion(confusions.get(fact), tookFor, at))
  }
  const answer = (event: Answer): void => {
    const exam = event.kind === 'answered' && event.attempt !== undefined ? exams.get(event.attempt) : undefined
    const listed = cells.items.get(event.item)
    const item = listed?.item
    const day = studyDay(event.at, event.offsetMin)
    turnWeekTo(day)
    if (exam !== undefined && event.kind === 'answered') {
      if (isHandedInAgain(exam, event)) {
        if (item !== undefined && feedsMemory(event)) learnFrom(event, item, day, null)
        return
      }
      exams.set(exam.id, answerExam(exam, event))
    }
    touch(event, item)
    days.set(day, addToDay(days.get(day), event))
    tallying.countAnswer(event, listed?.cell, day)
    if (event.kind === 'answered' && event.attempt !== undefined) {
      const attempt = attempts.get(event.attempt)
      const answered = attempt && answerAttempt(attempt, event)
      if (answered !== undefined && answered !== attempt) attempts.set(event.attempt, answered)
    }
    if (item === undefined || !feedsMemory(event)) return
    const right = isRight(event)
    if (event.kind === 'answered') judge(event, item, right)
    took(answerKind(item.kind), countedMs(event.tookMs))
    tallying.countAsked(event, right)
    learnFrom(event, item, day, right)
  }

  const recalledBefore: Parameters<typeof changeExam>[2] = ({ at, offsetMin }) =>
    recallByTopic(facts.done(), items.done(), links, studyDay(at, offsetMin), fsrs)

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
      case 'examStarted':
        if (exams.has(event.attempt)) break
        exams.set(event.attempt, startExam(event))
        exams.dropOldest(keptExams)
        break
      case 'examAnswered':
      case 'examFlagged':
      case 'handedIn': {
        const exam = exams.get(event.attempt)
        if (exam !== undefined) exams.set(event.attempt, changeExam(exam, event, recalledBefore))
        break
      }
      case 'suspended':
      case 'resumed':
      case 'marked':
      case 'unmarked':
        touch(event, links.items.get(event.item))
        break
      case 'buried':
        buried.set(event.fact, studyDay(event.at, event.offsetMin))
        break
      case 'released': {
        const memory = facts.draft(event.fact)
        if (memory !== undefined) memory.released = memory.lapses
        break
      }
      case 'reset':
        turnWeekTo(studyDay(event.at, event.offsetMin))
        for (const fact of event.facts) {
          facts.delete(fact)
          // Whether it is resolved hangs on the memory of what was asked. Where the fact was given for another, that one is still known.
          confusions.delete(fact)
        }
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
      exams: exams.done(),
      confusions: confusions.done(),
      calibration,
      days: days.done(),
      ...tallying.done(),
      tookMs: tookMs.done(),
      buried: buried.done(),
      plan,
      fitted,
      fittedFrom,
    }),
  }
}
