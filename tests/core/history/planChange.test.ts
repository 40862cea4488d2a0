import { describe, expect, test } from 'vitest'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import { changedParts, planBefore } from '../../../src/core/history/planChange.ts'
import { foldProgress, settleTail } from '../../../src/core/history/progress.ts'
import { defaultPlan, type StudyPlan } from '../../../src/core/schedule/studyPlan.ts'
import { links } from '../../helpers/arbitraries.ts'
import { createDiary, planned, retracted, reviewed } from '../../helpers/events.ts'

const log = createDiary()
const first = log(0, planned({ minutesPerDay: 30 }))
const second = log(1, planned({ minutesPerDay: 30, examDate: '2026-12-20' }))

describe('the plan before a change', () => {
  test('is the one before it in the log, and at the start the one that nobody chose', () => {
    expect(planBefore(second, [first, second], null, true)).toMatchObject({ minutesPerDay: 30, examDate: null })
    expect(planBefore(first, [first, second], null, true)).toEqual(defaultPlan)
  })

  test('is not one that had been taken back by then', () => {
    const undo = log(1, retracted(first.id))
    const third = log(2, planned({ newPerDay: 5 }))
    expect(planBefore(third, [first, undo, third], null, true)).toEqual(defaultPlan)
    expect(planBefore(third, [first, third, log(3, retracted(first.id))], null, true)).toMatchObject({ minutesPerDay: 30 })
  })

  test('is the plan of the base for the first change after it, and unknown before', () => {
    const recent: readonly StudyEvent[] = [log(9, reviewed('ns/pid')), log(9, planned({ minutesPerDay: 45 }))]
    const { base } = settleTail(foldProgress([first, ...recent], links), links, { events: 2, ms: 0 })
    const [, change] = recent
    expect(change && planBefore(change, recent, base, false)).toMatchObject({ minutesPerDay: 30 })
    expect(planBefore(first, [first, ...recent], base, false)).toBeUndefined()
  })
})

describe('what a change of plan changed', () => {
  test('is every part that differs, lists by what is in them', () => {
    expect(changedParts({ ...defaultPlan, weekdaysOff: [0, 6] }, { ...defaultPlan, weekdaysOff: [6, 0], examDate: '2026-12-20' })).toEqual([
      'examDate',
    ])
    expect(changedParts(defaultPlan, { ...defaultPlan, datesOff: ['2026-12-24'], targetRetention: 0.9 })).toEqual([
      'targetRetention',
      'datesOff',
    ])
    const archived: StudyPlan = { ...defaultPlan, afterExam: { of: '2026-12-20', choice: 'archive' } }
    expect(changedParts(defaultPlan, archived)).toEqual(['afterExam'])
    expect(changedParts(archived, { ...archived, afterExam: { of: '2026-12-20', choice: 'archive' } })).toEqual([])
    expect(changedParts(archived, { ...archived, afterExam: { of: '2026-12-20', choice: 'upkeep' } })).toEqual(['afterExam'])
    expect(changedParts(defaultPlan, defaultPlan)).toEqual([])
  })

  test('is all of it where the plan before is unknown', () => {
    expect(changedParts(undefined, defaultPlan)).toHaveLength(Object.keys(defaultPlan).length)
  })
})
