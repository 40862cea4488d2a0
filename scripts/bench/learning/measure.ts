import { linksOf } from '../../../src/core/history/links.ts'
import type { Seed } from '../../../src/core/random.ts'
import { createLearner, type Learner } from './learner.ts'
import { plainFsrsWays, studyByFsrs } from './plainFsrs.ts'
import { simulatedCatalogue } from './simulatedCatalogue.ts'
import { studyKnowingAll } from './studyKnowingAll.ts'
import { type Study, studyWithApp } from './studyWithApp.ts'
import type { World } from './worlds.ts'

/** What is measured of one learner. */
export type Job =
  /** The marks after preparing in every way. */
  | { readonly kind: 'ways'; readonly seed: Seed; readonly world: World; readonly study: Study }
  /** The marks after preparing by the app's rule alone. */
  | { readonly kind: 'rule'; readonly seed: Seed; readonly world: World; readonly study: Study }

/** The expected result of the exam, marks of 100, by the way of preparing. */
export interface Marks {
  readonly rule: number
  /** In the order of `plainFsrsWays`. */
  readonly plain: readonly number[]
  readonly knowingAll: number
}

export type Result = { readonly kind: 'ways'; readonly marks: Marks } | { readonly kind: 'rule'; readonly mark: number }

export const measure = (job: Job): Result => {
  const { seed, world, study } = job
  const links = linksOf(simulatedCatalogue(seed))
  const markAfter = (prepare: (learner: Learner) => void): number => {
    const learner = createLearner(seed, links, world)
    prepare(learner)
    return learner.mark(study.days)
  }
  const byRule = (): number => markAfter((learner) => studyWithApp(learner, links, study))
  switch (job.kind) {
    case 'rule':
      return { kind: 'rule', mark: byRule() }
    case 'ways':
      return {
        kind: 'ways',
        marks: {
          rule: byRule(),
          plain: plainFsrsWays.map((way) => markAfter((learner) => studyByFsrs(learner, links, study, way))),
          knowingAll: markAfter((learner) => studyKnowingAll(learner, links, study)),
        },
      }
  }
}
