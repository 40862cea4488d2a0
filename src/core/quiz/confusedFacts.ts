import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'

/** The facts for which another was answered, and those others. */
export const confusedFacts = ({ confusions }: Pick<Progress, 'confusions'>): ReadonlySet<FactId> =>
  new Set([...confusions].flatMap(([asked, others]) => [asked, ...others.keys()]))
