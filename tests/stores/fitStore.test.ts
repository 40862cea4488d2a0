import { describe, expect, test } from 'vitest'
import { default_w } from 'ts-fsrs'
import type { StudyEvent } from '../../src/core/history/events.ts'
import type { FitSequence } from '../../src/core/schedule/fitData.ts'
import { fitParameters, leastReviews } from '../../src/core/schedule/fitParameters.ts'
import type { FitMessage } from '../../src/optimizer/fitMessage.ts'
import type { StartFit } from '../../src/optimizer/startFit.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createFitStore } from '../../src/stores/fitStore.ts'
import { createProgressStore } from '../../src/stores/progressStore.ts'
import { createDiary, reviewed } from '../helpers/events.ts'
import { factsToStudy, studyLog, unusualParameters } from '../helpers/learner.ts'
import { closed, createShakyLog } from '../helpers/shakyLog.ts'

const links = factsToStudy(140)
const unusual = studyLog(links, unusualParameters, 365)

/** Stands where the worker does: finds the parameters it is given, and can be held back. */
const optimiser = (found: readonly number[] = unusualParameters) => {
  const asked: (readonly FitSequence[])[] = []
  const heard: ((message: FitMessage) => void)[] = []
  let stopped = 0
  const startFit: StartFit = (sequences, hear) => {
    asked.push(sequences)
    heard.push(hear)
    return () => {
      stopped += 1
    }
  }
  return {
    startFit,
    asked,
    stopped: () => stopped,
    say: (message: FitMessage) => heard.at(-1)?.(message),
    finish: () => {
      const outcome = fitParameters(
        asked.at(-1) ?? [],
        () => found,
        () => {},
      )
      heard.at(-1)?.({ kind: 'done', outcome })
      return outcome
    },
  }
}

const begun = async (events: readonly StudyEvent[] = unusual, found?: readonly number[]) => {
  const shaky = createShakyLog(createMemoryLog(events))
  const diary = createDiary('later')
  const progressStore = createProgressStore({ log: shaky.log, links, stamp: (act) => diary(400, act), saveFile: () => {} })
  await progressStore.getState().load()
  const worker = optimiser(found)
  const store = createFitStore(progressStore, links, { readRows: shaky.log.readRows, startFit: worker.startFit })
  const shares: number[] = []
  store.subscribe(({ fit }) => fit.kind === 'working' && shares.push(fit.share))
  return {
    ...shaky,
    worker,
    shares,
    shown: () => store.getState().fit,
    actions: store.getState(),
    progress: () => progressStore.getState(),
  }
}

describe('a fit', () => {
  test('is put to use when it is better, as an event that says on how many reviews', async () => {
    const { actions, worker, shown, progress, shares } = await begun()
    await actions.begin()
    worker.say({ kind: 'working', share: 0.5 })
    const outcome = worker.finish()
    expect(outcome.kind).toBe('better')
    expect(shown()).toEqual({ kind: 'done', outcome })
    expect(progress().progress.fitted).toEqual(unusualParameters)
    expect(progress().progress.fittedFrom).toMatchObject({ reviews: outcome.kind === 'better' && outcome.reviews })
    expect(progress().unsaved.at(-1)).toMatchObject({ kind: 'fitted', parameters: unusualParameters })
    expect(shares.map((share) => share.toFixed(2))).toEqual(['0.00', '0.20', '0.60'])
  })

  test('changes nothing when it is not better', async () => {
    const { actions, worker, shown, progress } = await begun(unusual, default_w)
    const before = progress().progress
    await actions.begin()
    expect(worker.finish().kind).toBe('notBetter')
    expect(shown()).toMatchObject({ kind: 'done', outcome: { kind: 'notBetter' } })
    expect(progress().progress).toBe(before)
  })

  test('can be undone, and undone is as if it had not been', async () => {
    const { actions, worker, progress } = await begun()
    const before = progress().progress.facts
    await actions.begin()
    worker.finish()
    expect(progress().progress.facts).not.toEqual(before)
    expect(progress().undo()?.events).toMatchObject([{ kind: 'fitted' }])
    expect(progress().progress.fitted).toBeNull()
    expect(progress().progress.fittedFrom).toBeNull()
    expect(progress().progress.facts).toEqual(before)
  })

  test('knows answers that storage has not taken yet', async () => {
    const { actions, worker, progress, state } = await begun()
    state.refuse = { reason: 'full', detail: '' }
    progress().record([reviewed('ns/fact-0', 2)])
    await actions.begin()
    expect(worker.asked[0]?.some((sequence) => sequence.at(-1)?.grade === 2)).toBe(true)
  })

  test('does not begin with too few reviews, nor twice at once', async () => {
    const few = await begun(unusual.slice(0, leastReviews - 10))
    await few.actions.begin()
    expect(few.shown()).toEqual({ kind: 'none' })
    expect(few.worker.asked).toEqual([])
    const enough = await begun()
    await Promise.all([enough.actions.begin(), enough.actions.begin()])
    await enough.actions.begin()
    expect(enough.worker.asked).toHaveLength(1)
  })
})

describe('a fit that is cancelled', () => {
  test('while it runs ends the worker and changes nothing', async () => {
    const { actions, worker, shown, progress } = await begun()
    const before = progress().progress
    await actions.begin()
    actions.cancel()
    expect(worker.stopped()).toBe(1)
    expect(shown()).toEqual({ kind: 'none' })
    expect(progress().progress).toBe(before)
  })

  test('while the log is read never starts the worker', async () => {
    const { actions, worker, shown } = await begun()
    const reading = actions.begin()
    actions.cancel()
    await reading
    expect(worker.asked).toEqual([])
    expect(shown()).toEqual({ kind: 'none' })
  })

  test('can be begun anew at once', async () => {
    const { actions, worker, shown } = await begun()
    const first = actions.begin()
    actions.cancel()
    const second = actions.begin()
    await Promise.all([first, second])
    expect(worker.asked).toHaveLength(1)
    expect(worker.asked[0]?.length).toBe(140)
    worker.finish()
    expect(shown().kind).toBe('done')
  })
})

test('a log that cannot be read is told, and can be tried again', async () => {
  const { actions, shown, state, worker } = await begun()
  state.refuseReading = closed
  await actions.begin()
  expect(shown()).toEqual({ kind: 'unreadable', reason: 'closed' })
  state.refuseReading = null
  await actions.begin()
  expect(worker.asked).toHaveLength(1)
})

test('an optimiser that fails is told with its reason, and nothing has changed', async () => {
  const { actions, worker, shown, progress } = await begun()
  const before = progress().progress
  await actions.begin()
  worker.say({ kind: 'failed', failure: { reason: 'unreachable', detail: '404' } })
  expect(shown()).toEqual({ kind: 'failed', reason: 'unreachable' })
  expect(progress().progress).toBe(before)
})

test('the way back to the published parameters is one event, and none if they are in use', async () => {
  const { actions, worker, progress, shown } = await begun()
  actions.toPublished()
  expect(progress().unsaved).toEqual([])
  await actions.begin()
  worker.finish()
  actions.toPublished()
  expect(progress().progress.fitted).toBeNull()
  expect(progress().progress.fittedFrom).toBeNull()
  expect(progress().undo()?.events).toMatchObject([{ kind: 'fitted', parameters: null }])
  expect(progress().progress.fitted).toEqual(unusualParameters)
  expect(shown()).toEqual({ kind: 'none' })
})
