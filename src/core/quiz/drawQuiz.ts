import type { ItemStub } from '../content/types.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Seed, seedFor, shuffled } from '../random.ts'
import { isUnseen } from './quizWish.ts'

/**
 * `count` questions of a pool in an order that the seed decides: those answered
 * least first, so that a second quiz does not repeat the first; two of one fact
 * only when the pool has nothing else. `unseenFirst`: they are also asked so,
 * what was never answered before what was.
 */
export const drawQuiz = (
  pool: readonly ItemStub[],
  count: number,
  seed: Seed,
  progress: Progress,
  { unseenFirst = false }: { readonly unseenFirst?: boolean } = {},
): readonly ItemStub[] => {
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
  const drawn = shuffled([...first, ...second].slice(0, count), seedFor(seed, 'order'))
  return unseenFirst ? drawn.sort((a, b) => Number(isUnseen(b, progress)) - Number(isUnseen(a, progress))) : drawn
}
