import type { ItemStub } from '../content/types.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Seed, seedFor, shuffled } from '../random.ts'

/**
 * `count` questions of a pool in an order that the seed decides: those answered
 * least first, so that a second quiz does not repeat the first; two of one fact
 * only when the pool has nothing else.
 */
export const drawQuiz = (pool: readonly ItemStub[], count: number, seed: Seed, progress: Progress): readonly ItemStub[] => {
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
