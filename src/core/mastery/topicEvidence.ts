import type { ItemKind, TopicStub } from '../content/types.ts'
import type { FactId } from '../ids.ts'
import type { Links } from '../history/links.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Progress } from '../history/progress.ts'
import { recallNow } from '../schedule/dueDays.ts'
import { factTable } from '../schedule/factTable.ts'
import type { Moment } from '../time.ts'

/** What mastery can rest on, weakest first; `none`: nothing yet. */
export const tiers = ['none', 'read', 'recognised', 'recalled', 'done'] as const
export type Tier = (typeof tiers)[number]

/** What a right answer to an item of each kind is evidence of. */
export const tierOfKind: Readonly<Record<ItemKind, Tier>> = {
  term: 'recalled',
  cloze: 'recalled',
  card: 'recalled',
  fill: 'recalled',
  order: 'recalled',
  choice: 'recognised',
  match: 'recognised',
  exercise: 'done',
}
/** Below this chance of recall, an old success no longer says that the fact is held. */
const heldAbove = 0.7

const wasRight = (history: ItemHistory | undefined): boolean =>
  history?.last != null && ('grade' in history.last ? history.last.grade >= 2 : history.last.verdict === 'correct')

const stronger = (a: Tier, b: Tier): Tier => (tiers.indexOf(a) >= tiers.indexOf(b) ? a : b)

/** The best evidence on one fact that still holds now. */
export const factTier = (fact: FactId, progress: Progress, links: Links, now: Moment): Tier => {
  const items = links.itemsOfFact.get(fact) ?? []
  const read: Tier = items.some((item) => progress.read.has(item.section)) ? 'read' : 'none'
  const memory = progress.facts.get(fact)
  if (memory === undefined || memory.lastGrade === 1 || recallNow(memory, now, progress.parameters) < heldAbove) return read
  return items
    .filter((item) => wasRight(progress.items.get(item.id)))
    .reduce<Tier>((best, item) => stronger(best, tierOfKind[item.kind]), read)
}

/** How many of a topic's facts rest on each kind of evidence. */
export const topicEvidence = (topic: TopicStub, progress: Progress, links: Links, now: Moment): Readonly<Record<Tier, number>> => {
  const counts = { none: 0, read: 0, recognised: 0, recalled: 0, done: 0 }
  for (const fact of factTable(links).factsOfTopic.get(topic.id) ?? []) counts[factTier(fact, progress, links, now)] += 1
  return counts
}
