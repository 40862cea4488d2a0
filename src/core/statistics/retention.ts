import { wilsonInterval } from '../exam/examScore.ts'
import type { Counts } from './counts.ts'

/** How much of what was asked again was recalled. */
export interface Retention {
  /** First answers of a day on facts seen before. */
  readonly all: number
  readonly right: number
  /** `right` over `all`, and what the scheduler foretold, 0 to 1; `null` without an answer. */
  readonly share: number | null
  readonly foretold: number | null
  /** Where the share of many more such answers would lie (95 %). */
  readonly low: number
  readonly high: number
}

const retentionOf = (right: number, all: number, foretold: number): Retention => ({
  all,
  right,
  share: all === 0 ? null : right / all,
  foretold: all === 0 ? null : foretold / 1000 / all,
  ...wilsonInterval(right, all),
})

/** True retention by maturity: facts of less than 21 days of stability, the others, and both. */
export interface RetentionByMaturity {
  readonly young: Retention
  readonly mature: Retention
  readonly both: Retention
}
export const retentionByMaturity = (counts: Counts): RetentionByMaturity => ({
  young: retentionOf(counts.youngRight, counts.young, counts.youngForetold),
  mature: retentionOf(counts.matureRight, counts.mature, counts.matureForetold),
  both: retentionOf(counts.youngRight + counts.matureRight, counts.young + counts.mature, counts.youngForetold + counts.matureForetold),
})
