import type { Figure } from '../../bench.mjs'
import { atLeast, atMost, figureOf } from './figures.ts'
import { differences, type Estimate, estimate, meanOf } from './paired.ts'
import type { Marks } from './measure.ts'
import { plainFsrsWays, type PlainFsrs, usualFsrs } from './plainFsrs.ts'
import type { Study } from './studyWithApp.ts'
import { otherWorlds, usualWorld, type World } from './worlds.ts'

/** A preparation that every way of studying is tried on, and by how many marks ours must lead. */
export interface Setting {
  readonly world: World
  readonly study: Study
  readonly overUsual: number | null
  readonly overBest: number
}

export const month: Study = { days: 30, minutesPerDay: 20 }
export const settings: readonly Setting[] = [
  { world: usualWorld, study: { days: 14, minutesPerDay: 10 }, overUsual: 7, overBest: 1.5 },
  { world: usualWorld, study: month, overUsual: 10, overBest: 3 },
  { world: usualWorld, study: { days: 60, minutesPerDay: 40 }, overUsual: null, overBest: 2 },
  ...otherWorlds.map((world) => ({ world, study: month, overUsual: 6, overBest: 2 })),
]

const wayName = ({ target, newBy }: PlainFsrs): string => `FSRS ${target.toFixed(2)}, new by ${newBy}`
const studyName = ({ days, minutesPerDay }: Study): string => `${days} d x ${minutesPerDay} min`

const plainMarks = (marks: readonly Marks[], way: number): readonly number[] => marks.map(({ plain }) => plain[way] ?? Number.NaN)
const usualPlace = plainFsrsWays.findIndex(({ target, newBy }) => target === usualFsrs.target && newBy === usualFsrs.newBy)
/** Which plain FSRS did best with these learners: chosen after the fact, so that nothing speaks for us. */
const bestPlace = (marks: readonly Marks[]): number =>
  plainFsrsWays.reduce((best, _, way) => (meanOf(plainMarks(marks, way)) > meanOf(plainMarks(marks, best)) ? way : best), 0)

/** What the marks of all learners in a setting come to. */
export const policyFigures = ({ world, study, overUsual, overBest }: Setting, marks: readonly Marks[]): readonly Figure[] => {
  const label = world === usualWorld ? studyName(study) : `${studyName(study)}, ${world.name}`
  const rule = marks.map((mark) => mark.rule)
  const usual = plainMarks(marks, usualPlace)
  const best = bestPlace(marks)
  const bestMarks = plainMarks(marks, best)
  const bestWay = plainFsrsWays[best] ?? usualFsrs
  const lead = figureOf(`${label}: lead over ${wayName(usualFsrs)}`, estimate(differences(rule, usual)), 'marks')
  return [
    figureOf(`${label}: our rule`, estimate(rule), 'marks'),
    figureOf(`${label}: ${wayName(usualFsrs)}`, estimate(usual), 'marks'),
    figureOf(`${label}: best plain: ${wayName(bestWay)}`, estimate(bestMarks), 'marks'),
    figureOf(`${label}: all-knowing, greedy`, estimate(marks.map(({ knowingAll }) => knowingAll)), 'marks'),
    overUsual === null ? lead : atLeast(lead, overUsual),
    atLeast(figureOf(`${label}: lead over best plain`, estimate(differences(rule, bestMarks)), 'marks'), overBest),
  ]
}

/** Minutes a day that are tried beside those of the month's preparation. */
export const triedMinutes = [6, 8, 10, 12, 14, 17] as const

interface AtMinutes {
  readonly minutes: number
  readonly marks: readonly number[]
}

/** With how many minutes a day our rule reaches what these learners reach otherwise, by straight lines between the minutes tried. */
const minutesToReach = (tried: readonly AtMinutes[], goal: readonly number[]): Estimate => {
  const leads = tried.map(({ minutes, marks }) => ({ minutes, ...estimate(differences(marks, goal)) }))
  const to = Math.max(
    1,
    leads.findIndex(({ mean }) => mean >= 0),
  )
  const [before, after] = [leads[to - 1], leads[to]]
  if (before === undefined || after === undefined) return { mean: Number.NaN, plusMinus: Number.NaN }
  const marksPerMinute = (after.mean - before.mean) / (after.minutes - before.minutes)
  return { mean: before.minutes - before.mean / marksPerMinute, plusMinus: after.plusMinus / marksPerMinute }
}

/** `month`: the marks of all ways in the month's preparation with 20 minutes. `byMinutes`: those of our rule with fewer. */
export const minutesFigures = (marks: readonly Marks[], byMinutes: readonly AtMinutes[]): readonly Figure[] => {
  const tried = [...byMinutes, { minutes: month.minutesPerDay, marks: marks.map(({ rule }) => rule) }]
  const reach = (what: string, goal: readonly number[], most: number): Figure =>
    atMost(figureOf(`30 d: minutes a day that reach ${what} with ${month.minutesPerDay}`, minutesToReach(tried, goal), 'min'), most)
  return [
    reach(wayName(usualFsrs), plainMarks(marks, usualPlace), 12),
    reach('the best plain FSRS', plainMarks(marks, bestPlace(marks)), 17),
  ]
}
