import type { Verdict } from '../history/events.ts'

/** Why there is nothing to score yet. */
export type Missing = 'nothingChosen' | 'tooFew' | 'tooMany' | 'nothingTyped' | 'incomplete' | 'unfilled'

export interface Scored {
  readonly verdict: Verdict
  /** Fill: the position in `question.answers` of what was recognised, be it expected, accepted or near. */
  readonly matched?: number
  /** Per option, step, row or field, in the author's order: whether what the learner did there was right. A fill has one part. */
  readonly parts: readonly boolean[]
}
