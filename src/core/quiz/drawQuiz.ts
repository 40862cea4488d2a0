import { isCardKind, type ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, TopicId } from '../ids.ts'
import { type Seed, seedFor, shuffled } from '../random.ts'

/** The questions that a quiz on these topics can draw from, each once. */
export const questionsOf = (topics: readonly TopicId[], links: Links): readonly ItemStub[] =>
  [...new Set(topics)].flatMap((topic) => links.topics.get(topic)?.items.filter((item) => !isCardKind(item.kind)) ?? [])

/**
 * `count` questions of the topics in an order that the seed decides: those
 * answered least first, so that a second quiz does not repeat the first; two of
 * one fact only when the pool has nothing else.
 */
export const drawQuiz = (topics: readonly TopicId[], count: number, seed: Seed, progress: Progress, links: Links): readonly ItemStub[] => {
  const pool = questionsOf(topics, links).filter((item) => progress.items.get(item.id)?.suspended !== true)
  const answersOf = (item: ItemStub): number => progress.items.get(item.id)?.answers ?? 0
  const byNeed = shuffled(pool, seed).sort((a, b) => answersOf(a) - answersOf(b))
  const facts = new Set<FactId>()
  const first: ItemStub[] = []
  const second: ItemStub[] = []
  for (const item of byNeed) {
    if (facts.has(item.fact)) second.push(item)
    else first.push(item)
    facts.add(item.fact)
  }
  return shuffled([...first, ...second].slice(0, count), seedFor(seed, 'order'))
}
