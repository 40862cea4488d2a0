import type { ItemStub } from '../content/types.ts'
import type { Exam } from '../history/foldExam.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, ItemId } from '../ids.ts'
import { type Seed, seedFor, shuffled } from '../random.ts'
import { arrange } from '../schedule/arrange.ts'
import { apportion } from './apportion.ts'
import { fillShare } from './fillShare.ts'

/** Lengths that are offered, in items; the last is the real exam's. */
export const examLengths = [10, 20, 40, 60] as const
/** 60 items in 90 minutes, as the real exam has it. */
export const minutesFor = (items: number): number => items * 1.5
/** How many exams back nothing is asked again while there is something else. */
const recentExams = 2

/** What an exam can ask: the kinds of the real one, without what was set aside. */
export const examPool = (links: Links, progress: Pick<Progress, 'items'>): readonly ItemStub[] =>
  [...links.items.values()].filter(({ id, kind }) => (kind === 'choice' || kind === 'fill') && progress.items.get(id)?.suspended !== true)

/** The items of the last two exams begun before a time. */
const itemsBefore = (exams: readonly Exam[], before: number): ReadonlySet<ItemId> =>
  new Set(
    exams
      .filter((exam) => exam.startedAt < before)
      .sort((a, b) => b.startedAt - a.startedAt)
      .slice(0, recentExams)
      .flatMap((exam) => exam.items),
  )

/** The items of an exam that one of the two before it asked too: the pool had nothing else. */
export const repeatedItems = (exam: Exam, { exams }: Pick<Progress, 'exams'>): readonly ItemId[] => {
  const before = itemsBefore([...exams.values()], exam.startedAt)
  return exam.items.filter((item) => before.has(item))
}

const factsOf = (item: ItemStub): readonly FactId[] => [item.fact, ...item.supports]
/** Whether one of two items, read first, may answer the other: they share a fact, or their facts are taken for each other. */
export const givesAway = (a: ItemStub, b: ItemStub): boolean =>
  factsOf(a).some((fact) => factsOf(b).includes(fact)) || a.confuses.includes(b.fact) || b.confuses.includes(a.fact)

/**
 * `count` items, or as many as there are, in the order in which they are asked.
 * Each topic gives its share by weight, to within one item, as far as it has as
 * many facts to ask; what it lacks the others give. No fact comes twice, and
 * nothing of the last two exams, unless there is nothing else. Items that give each
 * other away do not stand side by side.
 */
export const drawExam = (links: Links, progress: Pick<Progress, 'items' | 'exams'>, count: number, seed: Seed): readonly ItemStub[] => {
  const seen = itemsBefore([...progress.exams.values()], Number.POSITIVE_INFINITY)
  const pool = new Set(examPool(links, progress))
  // In a random order, so that topics of one weight take turns at what is left over.
  const topics = shuffled([...links.topics.values()], seedFor(seed, 'topics')).map((topic) => {
    const items = shuffled(
      topic.items.filter((item) => pool.has(item)),
      seedFor(seed, topic.id),
    )
    return { topic, items, facts: new Set(items.map((item) => item.fact)).size, fills: items.filter((item) => item.kind === 'fill').length }
  })
  const shares = apportion(
    count,
    topics.map(({ topic, facts }) => ({ weight: topic.weight, room: facts })),
  )
  const wanted = shares.reduce((sum, share) => sum + share, 0)
  const fillShares = apportion(
    Math.round(wanted * fillShare),
    topics.map(({ fills }, place) => ({ weight: shares[place] ?? 0, room: Math.min(fills, shares[place] ?? 0) })),
  )

  const drawn = new Set<ItemStub>()
  const facts = new Set<FactId>()
  const take = (items: readonly ItemStub[], most: number): number => {
    let taken = 0
    for (const item of items) {
      if (taken >= most) break
      if (drawn.has(item) || facts.has(item.fact)) continue
      drawn.add(item)
      facts.add(item.fact)
      taken += 1
    }
    return taken
  }
  for (const [place, { items }] of topics.entries()) {
    let left = shares[place] ?? 0
    let fills = fillShares[place] ?? 0
    for (const part of [items.filter(({ id }) => !seen.has(id)), items.filter(({ id }) => seen.has(id))]) {
      const typed = take(
        part.filter((item) => item.kind === 'fill'),
        Math.min(fills, left),
      )
      fills -= typed
      left -= typed
      left -= take(
        part.filter((item) => item.kind === 'choice'),
        left - fills,
      )
      left -= take(part, left)
    }
  }
  // What topics that ask one another's facts left open, then facts once more.
  const rest = shuffled([...pool], seedFor(seed, 'rest')).sort((a, b) => Number(seen.has(a.id)) - Number(seen.has(b.id)))
  take(rest, count - drawn.size)
  for (const item of rest) if (drawn.size < count) drawn.add(item)

  return inOrder([...drawn], links, seed)
}

const inOrder = (drawn: readonly ItemStub[], links: Links, seed: Seed): readonly ItemStub[] => {
  const entries = shuffled(drawn, seedFor(seed, 'order')).map((item) => {
    const topic = [...links.topics.values()].find(({ items }) => items.includes(item))
    const others = drawn.filter((other) => other !== item && givesAway(item, other))
    return { item, fact: item.fact, topic: topic?.id ?? '', area: topic?.area ?? '', confuses: new Set(others.map(({ fact }) => fact)) }
  })
  return arrange(entries).map(({ item }) => item)
}
