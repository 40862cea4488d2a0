import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade, Verdict } from '../../../src/core/history/events.ts'
import { gradeOfVerdict } from '../../../src/core/history/foldFact.ts'
import { addEvents, foldProgress } from '../../../src/core/history/progress.ts'
import { daysUntilReturn, dueDay } from '../../../src/core/schedule/due.ts'
import { studyDay } from '../../../src/core/time.ts'
import { fact, linksFor } from '../../helpers/catalogue.ts'
import { answered, createDiary, foldDays, moment, noon, reviewed } from '../../helpers/events.ts'

describe('daysUntilReturn', () => {
  const links = linksFor({ ns: [{ id: 'pid' }, { id: 'which', kind: 'choice', fact: 'ns/pid' }] })
  const pid = fact('ns/pid')
  const grades = fc.constantFrom<Grade>(1, 2, 3, 4)
  const verdicts = fc.constantFrom<Verdict>('correct', 'partly', 'wrong')
  const acts = fc.oneof(
    grades.map((grade) => ({ act: reviewed('ns/pid', grade), grade })),
    verdicts.map((verdict) => ({ act: answered('ns/which', verdict), grade: gradeOfVerdict[verdict] })),
  )

  test('promises what the fold then says, after any history and at any hour', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), acts), { maxLength: 8 }), fc.nat(20), fc.nat(1439), acts, (past, wait, minute, next) => {
        const log = createDiary()
        const sorted = past.toSorted((a, b) => a[0] - b[0])
        const before = foldProgress(
          sorted.map(([day, { act }]) => log(day, act)),
          links,
        )
        const today = (sorted.at(-1)?.[0] ?? 0) + wait
        const now = wait === 0 ? { ...noon(today), at: noon(today).at + 1000 } : moment(today, minute)
        const promised = daysUntilReturn(before.facts.get(pid), next.grade, now)
        const after = addEvents(before, [{ ...log(today, next.act), ...now }], links).facts.get(pid)
        expect(after === undefined ? undefined : dueDay(after) - studyDay(now.at, now.offsetMin)).toBe(promised)
        expect(promised).toBeGreaterThanOrEqual(1)
        expect(Number.isInteger(promised)).toBe(true)
      }),
    )
  })

  test('a better grade never brings a fact back sooner', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), grades), { maxLength: 6 }), fc.nat(90), (past, wait) => {
        const progress = foldDays(
          links,
          ...past.toSorted((a, b) => a[0] - b[0]).map(([day, grade]) => [day, reviewed('ns/pid', grade)] as const),
        )
        const returns = ([1, 2, 3, 4] as const).map((grade) => daysUntilReturn(progress.facts.get(pid), grade, noon(61 + wait)))
        expect(returns).toEqual(returns.toSorted((a, b) => a - b))
      }),
    )
  })

  test('says the same for every grade once the day has its answer', () => {
    const memory = foldDays(links, [0, reviewed('ns/pid', 4)]).facts.get(pid)
    expect(([1, 2, 3, 4] as const).map((grade) => daysUntilReturn(memory, grade, noon(0)))).toEqual([8, 8, 8, 8])
  })
})
