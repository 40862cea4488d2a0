import { factsIn, type MasteryScope, mastery } from '../../core/mastery/mastery.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { MasteryScore } from '../../ui/MasteryScore.tsx'

/** How well a topic or a section is held; nothing before one of its facts was answered. */
export const ScopeMastery = ({ scope }: { readonly scope: MasteryScope }) => {
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const facts = factsIn(scope, catalog.links)
  if (!facts.some((fact) => progress.facts.has(fact))) return null
  return <MasteryScore mastery={mastery(facts, progress, catalog.links, now())} scope={scope} named />
}
