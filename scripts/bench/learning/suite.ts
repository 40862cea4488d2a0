import type { Figure } from '../../bench.mjs'
import { readinessFigures, weaknessFigures } from './insightFigures.ts'
import type { Job, Result } from './measure.ts'
import { minutesFigures, month, policyFigures, settings, triedMinutes } from './policy.ts'
import { measureAll } from './threads.mjs'
import { usualWorld } from './worlds.ts'

/**
 * The learners whose results are told have the seeds from here on, and nothing was
 * chosen by looking at them. Whoever tries changes takes seeds from 1.
 */
const firstSeed = 352_001

const tellEveryMs = 10_000
/** After so many answers it is looked at what the app says of a learner. */
const lookedAtAfter = [100, 400, 1000] as const

/** Simulated learners who study with the app, beside the same who study otherwise. */
export const learning = async (tell: (line: string) => void, learners: number): Promise<Figure[]> => {
  const seeds = Array.from({ length: learners }, (_, place) => firstSeed + place)
  const jobs: Job[] = []
  /** Adds a job for each learner; the answer gives their results, once there are any. */
  const forAll = (jobOf: (seed: number) => Job): ((results: readonly Result[]) => readonly Result[]) => {
    const from = jobs.length
    jobs.push(...seeds.map(jobOf))
    return (results) => results.slice(from, from + seeds.length)
  }
  const ways = settings.map((setting) => ({
    setting,
    of: forAll((seed) => ({
      kind: 'ways',
      seed,
      world: setting.world,
      study: setting.study,
      looks: setting.study === month ? lookedAtAfter : [],
    })),
  }))
  const byMinutes = triedMinutes.map((minutes) => ({
    minutes,
    of: forAll((seed) => ({ kind: 'rule', seed, world: usualWorld, study: { ...month, minutesPerDay: minutes }, looks: [] })),
  }))
  const equal = forAll((seed) => ({ kind: 'equalWeights', seed, world: usualWorld, study: month, looks: lookedAtAfter }))

  tell(`${learners} learners, seeds ${firstSeed} to ${firstSeed + learners - 1}; ± is a 95 % interval over them`)
  let toldAt = performance.now()
  const results = await measureAll(jobs, (done) => {
    if (performance.now() - toldAt < tellEveryMs) return
    toldAt = performance.now()
    tell(`${Math.floor((100 * done) / jobs.length)} %`)
  })

  const marksOf = (own: readonly Result[]) => own.flatMap((result) => (result.kind === 'ways' ? [result.marks] : []))
  const rulesOf = (own: readonly Result[]) => own.flatMap((result) => (result.kind === 'rule' ? [result.mark] : []))
  const insightsOf = (own: readonly Result[]) => own.flatMap((result) => (result.kind === 'rule' ? [] : result.insights))
  const monthly = ways
    .filter(({ setting }) => setting.study === month)
    .map(({ setting, of }) => ({ world: setting.world, own: of(results) }))
  const usual = monthly.find(({ world }) => world === usualWorld)?.own ?? []
  return [
    ...ways.flatMap(({ setting, of }) => policyFigures(setting, marksOf(of(results)))),
    ...minutesFigures(
      marksOf(usual),
      byMinutes.map(({ minutes, of }) => ({ minutes, marks: rulesOf(of(results)) })),
    ),
    ...weaknessFigures(insightsOf(usual), insightsOf(equal(results))),
    ...readinessFigures(
      monthly.map(({ world, own }) => ({ world, insights: insightsOf(own) })),
      lookedAtAfter,
    ),
  ]
}
