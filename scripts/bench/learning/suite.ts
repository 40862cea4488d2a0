import type { Figure } from '../../bench.mjs'
import type { Job, Result } from './measure.ts'
import { minutesFigures, policyFigures, settings, triedMinutes } from './policy.ts'
import { measureAll } from './threads.mjs'
import { usualWorld } from './worlds.ts'

/**
 * The learners whose results are told have the seeds from here on, and nothing was
 * chosen by looking at them. Whoever tries changes takes seeds from 1.
 */
const firstSeed = 352_001

const tellEveryMs = 10_000

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
    of: forAll((seed) => ({ kind: 'ways', seed, world: setting.world, study: setting.study })),
  }))
  const byMinutes = triedMinutes.map((minutes) => ({
    minutes,
    of: forAll((seed) => ({ kind: 'rule', seed, world: usualWorld, study: { days: 30, minutesPerDay: minutes } })),
  }))

  tell(`${learners} learners, seeds ${firstSeed} to ${firstSeed + learners - 1}; ± is a 95 % interval over them`)
  let toldAt = performance.now()
  const results = await measureAll(jobs, (done) => {
    if (performance.now() - toldAt < tellEveryMs) return
    toldAt = performance.now()
    tell(`${Math.floor((100 * done) / jobs.length)} %`)
  })

  const marksOf = (own: readonly Result[]) => own.flatMap((result) => (result.kind === 'ways' ? [result.marks] : []))
  const ruleOf = (own: readonly Result[]) => own.flatMap((result) => (result.kind === 'rule' ? [result.mark] : []))
  const month = ways.find(({ setting }) => setting.world === usualWorld && setting.study.days === 30)
  return [
    ...ways.flatMap(({ setting, of }) => policyFigures(setting, marksOf(of(results)))),
    ...minutesFigures(
      month === undefined ? [] : marksOf(month.of(results)),
      byMinutes.map(({ minutes, of }) => ({ minutes, marks: ruleOf(of(results)) })),
    ),
  ]
}
