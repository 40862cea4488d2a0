import type { Figure } from '../../bench.mjs'
import { atLeast, atMost, between, figureOf } from './figures.ts'
import type { Insight, Prediction, TopThree } from './insight.ts'
import { differences, type Estimate, estimate } from './paired.ts'
import { usualWorld, type World } from './worlds.ts'

/** What the app said of the learners of one world. */
export interface WorldInsights {
  readonly world: World
  readonly insights: readonly Insight[]
}

const shareWithTwo = (found: readonly TopThree[]): readonly number[] => found.map(({ same }) => (same >= 2 ? 100 : 0))
const caught = (found: readonly TopThree[]): readonly number[] => found.map((three) => 100 * three.caught)

/** Whether the topics that are called the weakest are those where most marks are lost. */
export const weaknessFigures = (insights: readonly Insight[], equalWeights: readonly Insight[]): readonly Figure[] => {
  const at = (answers: number, all: readonly Insight[]): readonly Insight[] => all.filter((insight) => insight.answers === answers)
  const weak = at(100, insights).map((insight) => insight.weak)
  const heavy = at(100, insights).map((insight) => insight.heavy)
  const equal = at(100, equalWeights).map((insight) => insight.weak)
  const label = 'weakness at 100 answers'
  return [
    atLeast(figureOf(`${label}: 2 of the true top 3 or more`, estimate(shareWithTwo(weak)), '%'), 72),
    figureOf(`${label}: the same by weights alone`, estimate(shareWithTwo(heavy)), '%'),
    atLeast(figureOf(`${label}: lead over weights alone`, estimate(differences(shareWithTwo(weak), shareWithTwo(heavy))), '%'), 15),
    atLeast(figureOf(`${label}: lost marks caught`, estimate(caught(weak)), '%'), 90),
    figureOf(`${label}: the same by weights alone`, estimate(caught(heavy)), '%'),
    figureOf(`${label}, equal weights: 2 of the true top 3 or more`, estimate(shareWithTwo(equal)), '%'),
    atLeast(figureOf(`${label}, equal weights: lost marks caught`, estimate(caught(equal)), '%'), 80),
    ...[400, 1000].map((answers) =>
      figureOf(
        `weakness at ${answers} answers: lost marks caught`,
        estimate(caught(at(answers, insights).map((insight) => insight.weak))),
        '%',
      ),
    ),
  ]
}

/** One property of predictions: how it is taken from them, what it should be, and by how much a value is off that. */
interface Property {
  readonly name: string
  readonly valuesOf: (predictions: readonly Prediction[]) => readonly number[]
  readonly unit: string
  readonly judge: (figure: Figure) => Figure
  readonly badness: (value: number) => number
}

const propertiesOf = (widest: number, mostOff: number): readonly Property[] => [
  {
    name: '80 % range covers',
    valuesOf: (all) => all.map(({ within80 }) => 100 * within80),
    unit: '%',
    judge: (figure) => between(figure, 75, 93),
    badness: (value) => Math.abs(value - 84),
  },
  {
    name: '95 % range covers',
    valuesOf: (all) => all.map(({ within95 }) => 100 * within95),
    unit: '%',
    judge: (figure) => atLeast(figure, 93),
    badness: (value) => -value,
  },
  {
    name: '80 % range is wide',
    valuesOf: (all) => all.map(({ width }) => width),
    unit: 'of 60',
    judge: (figure) => atMost(figure, widest),
    badness: (value) => value,
  },
  {
    name: 'median is off',
    valuesOf: (all) => all.map(({ off }) => off),
    unit: 'marks',
    judge: (figure) => between(figure, -mostOff, mostOff),
    badness: Math.abs,
  },
]

/** Whether mock exams come out as predicted: in the usual world and, if another is worse, in the one that is worst. */
export const readinessFigures = (worlds: readonly WorldInsights[], lookedAtAfter: readonly number[]): readonly Figure[] =>
  lookedAtAfter.flatMap((answers) =>
    (['beforeMock', 'afterMock'] as const).flatMap((when) => {
      const label = `readiness at ${answers.toLocaleString('en')} answers${when === 'afterMock' ? ', after a mock' : ''}`
      const properties = when === 'afterMock' ? propertiesOf(14, 2) : propertiesOf(17, 3.5)
      return properties.flatMap(({ name, valuesOf, unit, judge, badness }) => {
        const estimates = worlds.flatMap(({ world, insights }): { readonly world: World; readonly found: Estimate }[] => {
          const own = insights.filter((insight) => insight.answers === answers).map((insight) => insight[when])
          return own.length === 0 ? [] : [{ world, found: estimate(valuesOf(own)) }]
        })
        const worst = estimates.toSorted((a, b) => badness(b.found.mean) - badness(a.found.mean))[0]
        const usual = estimates.find(({ world }) => world === usualWorld)
        return [
          ...(usual === undefined ? [] : [judge(figureOf(`${label}: ${name}`, usual.found, unit))]),
          ...(worst === undefined || worst === usual
            ? []
            : [judge(figureOf(`${label}: ${name}, at worst (${worst.world.name})`, worst.found, unit))]),
        ]
      })
    }),
  )
