import { answerKind, type ItemStub } from '../../../src/core/content/types.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { type ItemId, type SectionId, type TopicId, topicOf } from '../../../src/core/ids.ts'
import { fsrsOf, type MemoryState } from '../../../src/core/schedule/fsrs.ts'
import type { Learner } from './learner.ts'
import { itemsBySection, sitThrough } from './sitting.ts'
import type { Study } from './studyWithApp.ts'

/** Spaced repetition as it is usually done. `target`: recall at which an item comes back; new ones in the order of the topics, or by gain. */
export interface PlainFsrs {
  readonly target: number
  readonly newBy: 'topic' | 'gain'
}

export const usualFsrs: PlainFsrs = { target: 0.9, newBy: 'topic' }
export const plainFsrsWays: readonly PlainFsrs[] = [0.7, 0.8, 0.9].flatMap((target) => [
  { target, newBy: 'topic' as const },
  { target, newBy: 'gain' as const },
])

/**
 * A learner who studies by plain FSRS-6: each item has a memory of its own, what is
 * due comes first, least remembered first, then new items. By gain: as the app
 * values new facts, with the learner's true seconds, each item taken for a fact.
 */
export const studyByFsrs = (learner: Learner, links: Links, { days, minutesPerDay }: Study, { target, newBy }: PlainFsrs): void => {
  const fsrs = fsrsOf(null)
  const items = [...links.items.values()]
  const sections = itemsBySection(links)
  const memories = new Map<ItemId, MemoryState & { readonly lastDay: number; readonly dueDay: number }>()
  const read = new Set<SectionId>()
  const betas = new Map<TopicId, { a: number; b: number }>([...links.topics.keys()].map((topic) => [topic, { a: 0.6, b: 1.4 }]))

  const learn = (item: ItemStub, right: boolean, day: number): void => {
    const before = memories.get(item.id)
    if (before === undefined) {
      const beta = betas.get(topicOf(item.fact))
      const guess = answerKind(item.kind) === 'choice' ? 1 / item.options : 0.02
      const known = right ? 1 - 0.8 * guess : 0
      if (beta !== undefined) {
        // Its section was read before.
        beta.a += 0.4 * known
        beta.b += 0.4 * (1 - known)
      }
    }
    const { stability, difficulty } = fsrs.nextState(before ?? null, before === undefined ? 0 : day - before.lastDay, right ? 3 : 1)
    memories.set(item.id, { stability, difficulty, lastDay: day, dueDay: day + fsrs.intervalDays(stability, target) })
  }

  for (let day = 0; day < days; day += 1) {
    const left = days - day
    const afterRight = fsrs.retrievability(fsrs.nextState(null, 0, 3).stability, left)
    const afterWrong = fsrs.retrievability(fsrs.nextState(null, 0, 1).stability, left)
    const due = items
      .flatMap((item) => {
        const memory = memories.get(item.id)
        if (memory === undefined || memory.dueDay > day) return []
        return [{ item, recall: fsrs.retrievability(memory.stability, day - memory.lastDay) }]
      })
      .sort((a, b) => b.recall - a.recall)
    const gainOf = (item: ItemStub): number => {
      const topic = topicOf(item.fact)
      const { a, b } = betas.get(topic) ?? { a: 0.6, b: 1.4 }
      const known = a / (a + b)
      const p = known + 0.4 * (1 - known)
      const stub = links.topics.get(topic)
      // Of an unread section nothing was asked.
      const reading = read.has(item.section) ? 0 : learner.sectionSeconds / (sections.get(item.section)?.length ?? 1)
      const cost = learner.secondsOf(item) * (2 - p) + learner.missSeconds * (1 - p) + reading
      const share = (stub?.weight ?? 0) / (stub?.items.length ?? 1)
      return (share * (p * afterRight + (1 - p) * afterWrong - 0.9 * known)) / cost
    }
    const nextNew = (): ItemStub | undefined => {
      let best: ItemStub | undefined
      let bestGain = Number.NEGATIVE_INFINITY
      for (const item of items) {
        if (memories.has(item.id)) continue
        if (newBy === 'topic') return item
        const gain = gainOf(item)
        if (gain <= bestGain) continue
        best = item
        bestGain = gain
      }
      return best
    }
    sitThrough(
      learner,
      day,
      learner.minutesOn(day, minutesPerDay) * 60,
      read,
      () => due.pop()?.item ?? nextNew(),
      (item, right) => learn(item, right, day),
    )
  }
}
