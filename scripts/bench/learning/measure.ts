import { type Links, linksOf } from '../../../src/core/history/links.ts'
import type { Seed } from '../../../src/core/random.ts'
import { type Insight, insightInto } from './insight.ts'
import { createLearner, type Learner } from './learner.ts'
import { plainFsrsWays, studyByFsrs } from './plainFsrs.ts'
import { simulatedCatalogue } from './simulatedCatalogue.ts'
import { studyKnowingAll } from './studyKnowingAll.ts'
import { type Study, studyWithApp } from './studyWithApp.ts'
import type { World } from './worlds.ts'

/** What is measured of one learner. */
export interface Job {
  /**
   * `ways`: the marks after preparing in every way, and what the app says on the
   * way; `rule`: the mark by the app's rule alone; `equalWeights`: what the app
   * says where all topics weigh the same.
   */
  readonly kind: 'ways' | 'rule' | 'equalWeights'
  readonly seed: Seed
  readonly world: World
  readonly study: Study
  /** After so many answers it is looked at what the app says of the learner. */
  readonly looks: readonly number[]
}

/** The expected result of the exam, marks of 100, by the way of preparing. */
export interface Marks {
  readonly rule: number
  /** In the order of `plainFsrsWays`. */
  readonly plain: readonly number[]
  readonly knowingAll: number
}

export type Result =
  | { readonly kind: 'ways'; readonly marks: Marks; readonly insights: readonly Insight[] }
  | { readonly kind: 'rule'; readonly mark: number }
  | { readonly kind: 'equalWeights'; readonly insights: readonly Insight[] }

const studyLookedAt = (learner: Learner, links: Links, { study, seed, looks }: Job): readonly Insight[] => {
  const insights: Insight[] = []
  studyWithApp(learner, links, study, new Set(looks), (sight, answers) => {
    insights.push(insightInto(sight, links, answers, seed))
  })
  return insights
}

export const measure = (job: Job): Result => {
  const { kind, seed, world, study } = job
  const links = linksOf(simulatedCatalogue(seed, kind === 'equalWeights'))
  const learnerByRule = createLearner(seed, links, world)
  switch (kind) {
    case 'rule':
      studyWithApp(learnerByRule, links, study)
      return { kind, mark: learnerByRule.mark(study.days) }
    case 'equalWeights':
      return { kind, insights: studyLookedAt(learnerByRule, links, job) }
    case 'ways': {
      const insights = studyLookedAt(learnerByRule, links, job)
      const markAfter = (prepare: (learner: Learner) => void): number => {
        const learner = createLearner(seed, links, world)
        prepare(learner)
        return learner.mark(study.days)
      }
      const marks: Marks = {
        rule: learnerByRule.mark(study.days),
        plain: plainFsrsWays.map((way) => markAfter((learner) => studyByFsrs(learner, links, study, way))),
        knowingAll: markAfter((learner) => studyKnowingAll(learner, links, study)),
      }
      return { kind, marks, insights }
    }
  }
}
