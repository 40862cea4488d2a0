import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'

/** The facts for which another was answered, and those: where they were told apart wrongly in a quiz or an exam that is kept. */
export const confusedFacts = ({ attempts, exams }: Pick<Progress, 'attempts' | 'exams'>, links: Links): ReadonlySet<FactId> =>
  new Set(
    [...attempts.values(), ...exams.values()]
      .flatMap(({ answers }) => [...answers.values()])
      .flatMap(({ item, tookFor }) => {
        const asked = links.items.get(item)?.fact
        return tookFor === undefined || asked === undefined ? [] : [asked, tookFor]
      }),
  )
