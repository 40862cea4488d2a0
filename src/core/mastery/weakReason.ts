import type { Progress } from '../history/progress.ts'
import type { SectionId } from '../ids.ts'
import type { FactLoss } from './lostMarks.ts'
import type { Weakness } from './weaknesses.ts'

/** One thing that costs marks, with its count. */
export type WeakCause =
  /** Of the facts asked in the section most at fault, those that were wrong when last asked. */
  | { readonly kind: 'wrong'; readonly section: SectionId; readonly wrong: number; readonly of: number }
  /** Items of that section whose latest answer was sure and not right. */
  | { readonly kind: 'sure'; readonly count: number }
  | { readonly kind: 'unseen'; readonly unseen: number; readonly facts: number }
  /** Over what has faded: the mean of the days since it was last asked, and of the chance that it is recalled today, 0 to 1. */
  | { readonly kind: 'faded'; readonly daysSince: number; readonly recall: number }

/** Why a topic stands where it does, in what one sentence needs. */
export type WeakReason =
  /** Not weak, merely not known yet. */
  | { readonly kind: 'little'; readonly answers: number; readonly sectionsRead: number }
  /** Nothing is left that study would win back. */
  | { readonly kind: 'held' }
  /** One or two, the one that costs most first. */
  | { readonly kind: 'causes'; readonly first: WeakCause; readonly second: WeakCause | null }

/** Marks of 100 below which nothing is said to be lost. */
const leastLost = 0.05
/** A second cause is told from this share of the lost marks on. */
const toldFrom = 0.2

const meanBy = (facts: readonly FactLoss[], numberOf: (fact: FactLoss) => number): number =>
  facts.reduce((sum, fact) => sum + numberOf(fact), 0) / facts.length

/** What a sentence about a weak topic says: what costs most of its marks, and what else costs much. */
export const weakReason = (weakness: Weakness, { read }: Pick<Progress, 'read'>): WeakReason => {
  const { parts, losses, unseen, atFault, answers, sections } = weakness
  if (weakness.little) return { kind: 'little', answers, sectionsRead: sections.filter(({ section }) => read.has(section)).length }
  const all = parts.unseen + parts.faded + parts.wrong
  if (all < leastLost) return { kind: 'held' }
  // What was right today has not faded yet.
  const faded = losses.filter(({ kind, daysSince }) => kind === 'faded' && daysSince !== 0)
  const causes: { readonly marks: number; readonly cause: WeakCause }[] = [
    { marks: parts.unseen, cause: { kind: 'unseen', unseen, facts: losses.length } },
  ]
  if (faded.length > 0) {
    const daysSince = Math.round(meanBy(faded, (fact) => fact.daysSince ?? 0))
    causes.push({ marks: parts.faded, cause: { kind: 'faded', daysSince, recall: meanBy(faded, ({ recall }) => recall) } })
  }
  if (atFault !== null) {
    const { section, lastTime } = atFault
    causes.push({ marks: parts.wrong, cause: { kind: 'wrong', section, ...lastTime } })
  }
  const [most, next] = causes.filter(({ marks }) => marks > 0).sort((a, b) => b.marks - a.marks)
  if (most === undefined) return { kind: 'held' }
  const sure = atFault?.sureButWrong ?? 0
  if (most.cause.kind === 'wrong' && sure > 0) return { kind: 'causes', first: most.cause, second: { kind: 'sure', count: sure } }
  return { kind: 'causes', first: most.cause, second: next !== undefined && next.marks >= toldFrom * all ? next.cause : null }
}
