import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StudyAct } from '../../../src/core/history/events.ts'
import { foldProgress } from '../../../src/core/history/progress.ts'
import { type FitSequence, gatherFitData, heldOutFrom, itemsBefore, lossesFrom, reviewsToFit } from '../../../src/core/schedule/fitData.ts'
import { fsrsOf } from '../../../src/core/schedule/fsrs.ts'
import { arrivals, links, otherParameters } from '../../helpers/arbitraries.ts'
import { item } from '../../helpers/catalogue.ts'
import { answered, createDiary, fitted, reset, retracted, reviewed } from '../../helpers/events.ts'
import { factsToStudy, studyLog } from '../../helpers/learner.ts'

const gathered = (batches: Parameters<ReturnType<typeof gatherFitData>['add']>[0][], of = links): readonly FitSequence[] => {
  const data = gatherFitData(of)
  for (const batch of batches) data.add(batch)
  return data.done()
}
const told = (sequence: FitSequence) => sequence.map(({ grade, elapsedDays }) => [grade, elapsedDays])

/** What FSRS makes of a sequence, in the terms of a fact's memory. */
const remembered = (sequence: FitSequence, parameters: readonly number[] | null) => {
  const fsrs = fsrsOf(parameters)
  let memory = fsrs.nextState(null, 0, sequence[0]?.grade ?? 3)
  for (const { grade, elapsedDays } of sequence.slice(1)) memory = fsrs.nextState(memory, elapsedDays, grade)
  const { stability, difficulty } = memory
  return {
    stability,
    difficulty,
    reviews: sequence.length,
    lastAt: sequence.at(-1)?.at,
    spanDays: sequence.reduce((sum, answer) => sum + answer.elapsedDays, 0),
    recent: sequence.slice(-4).map((answer) => answer.grade),
  }
}
const byAll = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

describe('what is gathered', () => {
  test('is what the fold counts, in whatever order and however often the events come', () => {
    fc.assert(
      fc.property(arrivals, ({ log, batches }) => {
        const progress = foldProgress(log, links)
        const sequences = gathered([...batches])
        const folded = [...progress.facts.values()].map(({ stability, difficulty, reviews, lastAt, firstDay, lastDay, recent }) => ({
          stability,
          difficulty,
          reviews,
          lastAt,
          spanDays: lastDay - firstDay,
          recent: recent.map((answer) => answer.grade),
        }))
        expect(sequences.map((sequence) => remembered(sequence, progress.parameters)).sort(byAll)).toEqual(folded.sort(byAll))
        expect(sequences.reduce((sum, sequence) => sum + sequence.length - 1, 0)).toBe(reviewsToFit(progress))
      }),
      { numRuns: 500 },
    )
  })

  test('is the first answer of each study day, with the grade it counts as, and no cramming', () => {
    const log = createDiary()
    const again: StudyAct = {
      kind: 'reviewed',
      item: item('ns/pid'),
      grade: 1,
      tookMs: 4000,
      where: 'review',
      repeat: true,
    }
    const events = [
      log(0, reviewed('ns/pid', 3)),
      log(0, reviewed('ns/pid', 1)),
      log(2, reviewed('ns/pid', 4, 'flashcards')),
      log(3, answered('ns/pid.reverse', 'partly')),
      log(4, again),
      log(10, reviewed('ns/retired', 3)),
      log(10, answered('caps/pick', 'correct')),
    ]
    // The last one tells of a fact that it only needs as well as of its own.
    expect(gathered([events]).map(told).sort(byAll)).toEqual(
      [
        [
          [3, 0],
          [2, 3],
          [3, 7],
        ],
        [[3, 0]],
      ].sort(byAll),
    )
  })

  test('leaves out what was taken back and what came before a reset', () => {
    const log = createDiary()
    const undone = log(1, reviewed('ns/pid', 1))
    const events = [
      log(0, reviewed('ns/pid', 3)),
      undone,
      log(2, retracted(undone.id)),
      log(4, reviewed('ns/pid', 3)),
      log(4, reviewed('caps/bound', 3)),
      log(5, reset('caps/bound')),
      log(6, reviewed('caps/bound', 2)),
      log(7, fitted(otherParameters)),
    ]
    expect(gathered([events]).map(told)).toEqual([
      [
        [3, 0],
        [3, 4],
      ],
      [[2, 0]],
    ])
  })
})

describe('the reviews held out', () => {
  const sequences = gathered([studyLog(factsToStudy(60), null, 200)], factsToStudy(60))
  const moment = heldOutFrom(sequences)
  const items = itemsBefore(sequences, moment)
  const reviews = sequences.reduce((sum, sequence) => sum + sequence.length - 1, 0)

  test('are the last fifth in time', () => {
    const held = lossesFrom(sequences, null, moment).length
    expect(reviews).toBeGreaterThan(300)
    expect(held / reviews).toBeCloseTo(0.2, 2)
    expect(items.length + held).toBe(reviews)
  })

  test('and all that came with or after them are unknown to what is fitted', () => {
    expect(items.flat().filter((answer) => answer.at >= moment)).toEqual([])
  })

  test('do not overlap with what is fitted in any log', () => {
    fc.assert(
      fc.property(arrivals, ({ batches }) => {
        const some = gathered([...batches])
        const from = heldOutFrom(some)
        const all = some.reduce((sum, sequence) => sum + sequence.length - 1, 0)
        const before = itemsBefore(some, from)
        expect(before.flat().filter((answer) => answer.at >= from)).toEqual([])
        expect(before.length + lossesFrom(some, null, from).length).toBe(all)
      }),
    )
  })

  test('come after what is fitted, which is in the order of time, each review with all that led to it', () => {
    const ends = items.map((item) => item.at(-1)?.at ?? 0)
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    expect(items.every((item) => item.length > 1 && item[0]?.elapsedDays === 0)).toBe(true)
  })
})

describe('the loss of a review', () => {
  const log = createDiary()
  const [sequence] = gathered([[log(0, reviewed('ns/pid', 3)), log(4, reviewed('ns/pid', 2)), log(4000, reviewed('ns/pid', 1))]])
  if (sequence === undefined) throw new Error('Nothing was gathered')
  const always = Number.NEGATIVE_INFINITY

  test('is −ln of the probability given to what happened', () => {
    // The published w2 and w20: S0(Good) = 2.3065 days, R(t) = (1 + (0.9^(−1/w20) − 1) t/S)^−w20.
    const recall = (1 + (0.9 ** (-1 / 0.1542) - 1) * (4 / 2.3065)) ** -0.1542
    const [first] = lossesFrom([sequence], null, always)
    expect(first).toBeCloseTo(-Math.log(recall), 4)
  })

  test('of a lapse is −ln of the probability of forgetting', () => {
    const { nextState, retrievability } = fsrsOf(otherParameters)
    const memory = nextState(nextState(null, 0, 3), 4, 2)
    expect(lossesFrom([sequence], otherParameters, always)[1]).toBe(-Math.log(1 - retrievability(memory.stability, 3996)))
  })

  test('is finite even where the model was certain and wrong', () => {
    const certain: FitSequence = [
      { at: 1, grade: 4, elapsedDays: 0 },
      { at: 2, grade: 1, elapsedDays: 0 },
    ]
    expect(lossesFrom([certain], null, always)).toEqual([-Math.log(1 - 0.9999)])
  })

  test('does not depend on where the held-out part begins', () => {
    expect(lossesFrom([sequence], null, sequence[2]?.at ?? 0)).toEqual(lossesFrom([sequence], null, always).slice(1))
  })
})
