import type { ItemStub } from '../content/types.ts'
import type { Grade, StudyEvent } from '../history/events.ts'
import type { Fold } from '../history/fold.ts'
import { type FactMemory, feedsMemory, gradeOfAnswer, gradeOfFact, remembered } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import { compareEvents, type Cut } from '../history/progress.ts'
import { isLive, retractionsOf } from '../history/undo.ts'
import type { FactId } from '../ids.ts'
import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import { fsrsOf } from './fsrs.ts'

/** One answer that counted in the memory of a fact. */
export interface FitAnswer {
  readonly at: EpochMs
  readonly grade: Grade
  /** Whole study days since the answer before; 0 for the first, which predicts nothing. */
  readonly elapsedDays: number
}
/** The answers that counted for one fact since its memory last began, oldest first. All but the first are reviews: each can be predicted. */
export type FitSequence = readonly FitAnswer[]

/** The reviews that a fit would rest on: every answer that counted, but the first on each fact. */
export const reviewsToFit = ({ facts }: Pick<Fold, 'facts'>): number => {
  let reviews = 0
  for (const memory of facts.values()) reviews += memory.reviews - 1
  return reviews
}

type Kept = Cut &
  (
    | { readonly kind: 'answer'; readonly day: StudyDay; readonly item: ItemStub; readonly grade: Grade }
    | { readonly kind: 'reset'; readonly facts: readonly FactId[] }
  )

export interface FitDataGathering {
  /** Events in any order. One that comes twice counts once: the second is no longer the first of its day. */
  readonly add: (events: readonly StudyEvent[]) => void
  readonly done: () => readonly FitSequence[]
}

/** Gathers from the whole log, batch by batch, what the fold counts: the same answers with the same grades and days. */
export const gatherFitData = (links: Links): FitDataGathering => {
  const kept: Kept[] = []
  const undos: StudyEvent[] = []
  return {
    add: (events) => {
      for (const event of events) {
        const { at, id } = event
        if (event.kind === 'retracted') undos.push(event)
        else if (event.kind === 'reset') kept.push({ at, id, kind: 'reset', facts: event.facts })
        else if (event.kind === 'reviewed' || event.kind === 'answered') {
          const item = links.items.get(event.item)
          if (item === undefined || !feedsMemory(event)) continue
          kept.push({ at, id, kind: 'answer', day: studyDay(at, event.offsetMin), item, grade: gradeOfAnswer(event) })
        }
      }
    },
    done: () => {
      const retractions = retractionsOf(undos)
      // What counts does not depend on the parameters, so any will do.
      const fsrs = fsrsOf(null)
      const memories = new Map<FactId, FactMemory>()
      const sequences = new Map<FactId, FitAnswer[]>()
      for (const each of kept.sort(compareEvents)) {
        if (!isLive(each.id, retractions)) continue
        if (each.kind === 'reset') {
          for (const fact of each.facts) {
            memories.delete(fact)
            sequences.delete(fact)
          }
          continue
        }
        for (const fact of new Set([each.item.fact, ...each.item.supports])) {
          const grade = gradeOfFact(each.grade, each.item, fact)
          if (grade === undefined) continue
          const before = memories.get(fact)
          const after = remembered(before, grade, each.day, each.at, fsrs)
          if (after === before) continue
          memories.set(fact, after)
          const answers = sequences.get(fact) ?? []
          answers.push({ at: each.at, grade, elapsedDays: before === undefined ? 0 : each.day - before.lastDay })
          sequences.set(fact, answers)
        }
      }
      return [...sequences.values()]
    },
  }
}

/** A review to learn from: the answers on a fact up to it. */
export type FitItem = readonly FitAnswer[]

/** Every review before a moment with all that led up to it, in the order of time: the optimiser gives later ones more weight. */
export const itemsBefore = (sequences: readonly FitSequence[], moment: EpochMs): readonly FitItem[] =>
  sequences
    .flatMap((sequence) => sequence.flatMap((answer, place) => (place > 0 && answer.at < moment ? [sequence.slice(0, place + 1)] : [])))
    .sort((a, b) => (a.at(-1)?.at ?? 0) - (b.at(-1)?.at ?? 0))

/** The part of the reviews, latest in time, that a fit is tried on and does not see. */
const heldOutShare = 0.2

/** The moment from which on reviews are held out. */
export const heldOutFrom = (sequences: readonly FitSequence[]): EpochMs => {
  const moments = sequences.flatMap((sequence) => sequence.slice(1).map((answer) => answer.at)).sort((a, b) => a - b)
  return moments[Math.floor(moments.length * (1 - heldOutShare))] ?? Number.POSITIVE_INFINITY
}

// No single answer may cost more than the sum of many: recall is never taken for certain, nor for impossible.
const surest = 0.9999

/**
 * What each review from a moment on cost: −ln of the probability that these
 * parameters gave, on the morning of that day, to what then happened. Again counts
 * as forgotten. The mean is the log loss.
 */
export const lossesFrom = (sequences: readonly FitSequence[], parameters: readonly number[] | null, moment: EpochMs): readonly number[] => {
  const fsrs = fsrsOf(parameters)
  return sequences.flatMap((sequence) => {
    let memory = fsrs.nextState(null, 0, sequence[0]?.grade ?? 3)
    return sequence.slice(1).flatMap(({ at, grade, elapsedDays }) => {
      const recall = Math.min(surest, Math.max(1 - surest, fsrs.retrievability(memory.stability, elapsedDays)))
      memory = fsrs.nextState(memory, elapsedDays, grade)
      return at < moment ? [] : [-Math.log(grade > 1 ? recall : 1 - recall)]
    })
  })
}
