import { expect, test } from 'vitest'
import { dateProblem } from '../../../src/core/schedule/planLimits.ts'
import { dayOfDate } from '../../../src/core/time.ts'

const today = dayOfDate('2026-11-24')

test.each([
  ['2026-11-23', 'past'],
  ['0002-11-24', 'past'],
  ['2026-11-24', undefined],
  ['2036-11-24', undefined],
  ['2036-11-26', 'far'],
  ['9999-12-31', 'far'],
  ['+012026-12-20', 'far'],
  // A date field in Chrome gives years of more than four digits like this, and Date does not read it.
  ['12026-12-20', 'far'],
])('%s is %s as a date to plan with', (date, problem) => {
  expect(dateProblem(date, today)).toBe(problem)
})
