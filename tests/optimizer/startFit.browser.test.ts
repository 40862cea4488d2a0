import { default_w } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { type FitSequence, gatherFitData } from '../../src/core/schedule/fitData.ts'
import { usableParameters } from '../../src/core/schedule/fsrs.ts'
import type { FitMessage } from '../../src/optimizer/fitMessage.ts'
import { startFit } from '../../src/optimizer/startFit.ts'
import { factsToStudy, studyLog, unusualParameters } from '../helpers/learner.ts'

const sequencesOf = (parameters: readonly number[] | null, facts = 150): readonly FitSequence[] => {
  const links = factsToStudy(facts)
  const data = gatherFitData(links)
  data.add(studyLog(links, parameters, 365))
  return data.done()
}

const unusual = sequencesOf(unusualParameters)

/** All that a fit tells, up to its last word. */
const allSaid = (sequences: readonly FitSequence[]): Promise<readonly FitMessage[]> =>
  new Promise((resolve) => {
    const messages: FitMessage[] = []
    startFit(sequences, (message) => {
      messages.push(message)
      if (message.kind !== 'working') resolve(messages)
    })
  })

const outcomeOf = (messages: readonly FitMessage[]) => {
  const last = messages.at(-1)
  if (last?.kind !== 'done') throw new Error(JSON.stringify(last))
  return last.outcome
}

describe('the optimiser in its worker, on a page that is not cross-origin isolated', () => {
  test('runs without isolation', () => {
    expect(crossOriginIsolated).toBe(false)
  })

  test('fits someone who is not like most, so that held-out reviews are predicted better, and says how far it is', async () => {
    const messages = await allSaid(unusual)
    const outcome = outcomeOf(messages)
    expect(outcome.kind).toBe('better')
    expect(outcome.trial.published - outcome.trial.fitted).toBeGreaterThan(0.02)
    const parameters = outcome.kind === 'better' ? outcome.parameters : []
    expect(usableParameters(parameters)).toEqual(parameters)
    expect(parameters).not.toEqual(default_w)
    const shares = messages.flatMap((message) => (message.kind === 'working' ? [message.share] : []))
    expect(shares.length).toBeGreaterThanOrEqual(8)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  test('finds the same each time', async () => {
    const again = await Promise.all([allSaid(unusual), allSaid(unusual)])
    expect(outcomeOf(again[0])).toEqual(outcomeOf(again[1]))
  })

  test('finds nothing better for someone who is just like most', async () => {
    expect(outcomeOf(await allSaid(sequencesOf(null))).kind).toBe('notBetter')
  })

  test.each([
    ['always knows everything', 3],
    ['never knows anything', 1],
  ] as const)('comes to an end with someone who %s', async (_who, grade) => {
    const sequences = sequencesOf(null).map((sequence) => sequence.map((answer) => ({ ...answer, grade })))
    const outcome = outcomeOf(await allSaid(sequences))
    expect(Number.isFinite(outcome.trial.fitted)).toBe(true)
  })

  test('is silent once it is cancelled', async () => {
    const messages: FitMessage[] = []
    const cancel = startFit(unusual, (message) => messages.push(message))
    await expect.poll(() => messages.length, { timeout: 25_000 }).toBeGreaterThan(0)
    cancel()
    const before = messages.length
    await allSaid(sequencesOf(null))
    expect(messages).toHaveLength(before)
    expect(messages.at(-1)?.kind).toBe('working')
  })
})
