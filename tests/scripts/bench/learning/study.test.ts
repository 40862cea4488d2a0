import { describe, expect, test } from 'vitest'
import { createLearner } from '../../../../scripts/bench/learning/learner.ts'
import { measure } from '../../../../scripts/bench/learning/measure.ts'
import { estimate } from '../../../../scripts/bench/learning/paired.ts'
import { plainFsrsWays, studyByFsrs } from '../../../../scripts/bench/learning/plainFsrs.ts'
import { minutesFigures, policyFigures, settings } from '../../../../scripts/bench/learning/policy.ts'
import { simulatedCatalogue } from '../../../../scripts/bench/learning/simulatedCatalogue.ts'
import { sitThrough } from '../../../../scripts/bench/learning/sitting.ts'
import { studyKnowingAll } from '../../../../scripts/bench/learning/studyKnowingAll.ts'
import { studyWithApp } from '../../../../scripts/bench/learning/studyWithApp.ts'
import { usualWorld } from '../../../../scripts/bench/learning/worlds.ts'
import { type Moment, studyDay } from '../../../../src/core/time.ts'
import { dayZero, momentOf } from '../../../../scripts/bench/learning/diary.ts'
import { answersSoFar } from '../../../../src/core/mastery/readiness.ts'
import { linksOf } from '../../../../src/core/history/links.ts'

const links = linksOf(simulatedCatalogue(1))
const study = { days: 6, minutesPerDay: 15 }

describe('a simulated preparation', () => {
  test('is the same for the same seed, whichever way was simulated before', () => {
    const job = { kind: 'ways', seed: 4, world: usualWorld, study, looks: [100] } as const
    const first = measure(job)
    measure({ ...job, seed: 5 })
    expect(measure(job)).toEqual(first)
    expect(measure({ ...job, seed: 5 })).not.toEqual(first)
  })

  test('with the app asks a fact once a day, repeats apart, and spends the minutes of each day that is not missed', () => {
    const learner = createLearner(4, links, usualWorld)
    const { tail, read } = studyWithApp(learner, links, study)
    const dayOf = ({ at, offsetMin }: Moment): number => studyDay(at, offsetMin) - dayZero
    const answers = tail.flatMap((event) => (event.kind === 'reviewed' || event.kind === 'answered' ? [event] : []))
    const asked = answers.filter(({ repeat }) => repeat !== true).map((event) => `${dayOf(event)} ${links.items.get(event.item)?.fact}`)
    expect(asked.length).toBeGreaterThan(100)
    expect(new Set(asked).size).toBe(asked.length)
    expect(answers.length).toBeGreaterThan(asked.length)
    let days = 0
    // On the last day nothing new is asked, and what was seen may be too little for it.
    for (let day = 0; day < study.days - 1; day += 1) {
      const planned = 60 * learner.minutesOn(day, study.minutesPerDay)
      const own = answers.filter((event) => dayOf(event) === day)
      const wrong = own.filter((event) => (event.kind === 'reviewed' ? event.grade === 1 : event.verdict === 'wrong')).length
      const sections = [...read.values()].filter((at) => dayOf({ at, offsetMin: momentOf(0, 0).offsetMin }) === day).length
      const answering = own.reduce((sum, { tookMs }) => sum + tookMs / 1000, 0)
      const spent = answering + sections * learner.sectionSeconds + wrong * learner.missSeconds
      expect(spent).toBeGreaterThanOrEqual(planned)
      // What is begun is finished.
      expect(spent).toBeLessThan(planned === 0 ? 1 : planned + learner.sectionSeconds + 100)
      if (planned > 0) days += 1
    }
    expect(days).toBeGreaterThan(2)
    expect(days).toBeLessThan(study.days - 1)
  })

  test('is looked at after so many answers as the app counts them, exactly', () => {
    const counts: number[] = []
    studyWithApp(createLearner(4, links, usualWorld), links, study, new Set([30, 70]), ({ progress }, answers) => {
      counts.push(answers, answersSoFar(progress, links))
    })
    expect(counts).toEqual([30, 30, 70, 70])
  })

  test('gains marks in every way, and none without minutes', () => {
    const start = createLearner(4, links, usualWorld).mark(study.days)
    const marksWith = (minutesPerDay: number) => {
      const ways = [
        (learner: ReturnType<typeof createLearner>) => studyWithApp(learner, links, { ...study, minutesPerDay }),
        (learner: ReturnType<typeof createLearner>) => studyKnowingAll(learner, links, { ...study, minutesPerDay }),
        ...plainFsrsWays.map(
          (way) => (learner: ReturnType<typeof createLearner>) => studyByFsrs(learner, links, { ...study, minutesPerDay }, way),
        ),
      ]
      return ways.map((way) => {
        const learner = createLearner(4, links, usualWorld)
        way(learner)
        return learner.mark(study.days)
      })
    }
    for (const mark of marksWith(15)) expect(mark).toBeGreaterThan(start + 1)
    for (const mark of marksWith(0)) expect(mark).toBe(start)
  })
})

test('a sitting reads a section before its first item, repeats a wrong answer once nine items later, and ends with its time', () => {
  const learner = createLearner(4, links, usualWorld)
  const queue = [...links.items.values()].slice(0, 40)
  const asked: string[] = []
  const learnt: { id: string; right: boolean }[] = []
  const spy = {
    ...learner,
    answer: (item: (typeof queue)[number], day: number) => {
      asked.push(item.id)
      return learner.answer(item, day)
    },
  }
  const read = new Set<(typeof queue)[number]['section']>()
  sitThrough(
    spy,
    0,
    100_000,
    read,
    () => queue.shift(),
    ({ id }, right) => learnt.push({ id, right }),
  )
  expect(learnt).toHaveLength(40)
  const wrong = learnt.filter(({ right }) => !right)
  expect(wrong.length).toBeGreaterThan(5)
  expect(asked).toHaveLength(40 + wrong.length)
  const [first] = wrong
  expect(asked.lastIndexOf(first?.id ?? '') - asked.indexOf(first?.id ?? '')).toBe(9)
  expect(read.size).toBeGreaterThan(5)
  const short: string[] = []
  sitThrough(
    learner,
    1,
    20,
    read,
    () => [...links.items.values()][0],
    ({ id }) => short.push(id),
  )
  expect(short.length).toBeLessThan(4)
})

describe('the figures', () => {
  test('give the mean with the 95 % interval over learners', () => {
    const { mean, plusMinus } = estimate([1, 2, 3, 4, 5])
    expect(mean).toBe(3)
    expect(plusMinus).toBeCloseTo(1.96 * Math.sqrt(2.5 / 5), 12)
  })

  const marks = (rule: number, usual: number, best: number) => ({
    rule,
    plain: plainFsrsWays.map(({ target, newBy }) =>
      newBy === 'gain' && target === 0.8 ? best : newBy === 'topic' && target === 0.9 ? usual : 1,
    ),
    knowingAll: 90,
  })

  test('hold against the best plain FSRS, and say so when they do not', () => {
    const setting = settings[1]
    if (setting === undefined) throw new Error('There are no settings')
    const holding = policyFigures(setting, [marks(80, 69, 76), marks(82, 70, 77)]).filter(({ target }) => target !== null)
    expect(holding.map(({ value, holds }) => [value, holds])).toEqual([
      [11.5, true],
      [4.5, true],
    ])
    const missing = policyFigures(setting, [marks(75, 69, 76), marks(76, 70, 77)]).filter(({ target }) => target !== null)
    expect(missing.map(({ value, holds }) => [value, holds])).toEqual([
      [6, false],
      [-1, false],
    ])
  })

  test('find the minutes between those that were tried', () => {
    const [first, second] = minutesFigures(
      [marks(80, 60, 78)],
      [
        { minutes: 8, marks: [56] },
        { minutes: 12, marks: [64] },
        { minutes: 16, marks: [76] },
      ],
    )
    expect(first?.value).toBe(10)
    expect(second?.value).toBe(18)
    expect([first?.holds, second?.holds]).toEqual([true, false])
  })
})
