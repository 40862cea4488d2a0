import type { ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import { type FactId, type SectionId, type TopicId, topicOf } from '../ids.ts'

/** One fact as the schedule sees it. */
export interface FactRow {
  readonly fact: FactId
  /** In the author's order. */
  readonly items: readonly ItemStub[]
  readonly topic: TopicId
  readonly area: string
  /** The fact's share of its topic's weight: the weight over the topic's facts. */
  readonly weight: number
  /** The facts that are taken for this one or this one for them. */
  readonly confuses: ReadonlySet<FactId>
}

/** What follows from the catalogue alone. */
export interface FactTable {
  /** In the order of the catalogue. */
  readonly rows: ReadonlyMap<FactId, FactRow>
  readonly itemsOfSection: ReadonlyMap<SectionId, readonly ItemStub[]>
  readonly factsOfTopic: ReadonlyMap<TopicId, readonly FactId[]>
  /** Marks of 100 that a weight of 1 stands for. */
  readonly marksPerWeight: number
}

const pushTo = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const own = map.get(key)
  if (own === undefined) map.set(key, [value])
  else own.push(value)
}

const confusionsOf = (links: Links): ReadonlyMap<FactId, ReadonlySet<FactId>> => {
  const pairs = new Map<FactId, Set<FactId>>()
  const pair = (one: FactId, other: FactId): void => {
    const own = pairs.get(one)
    if (own === undefined) pairs.set(one, new Set([other]))
    else own.add(other)
  }
  for (const { fact, confuses } of links.items.values()) {
    for (const other of confuses) {
      if (other === fact) continue
      pair(fact, other)
      pair(other, fact)
    }
  }
  return pairs
}

const tabulate = (links: Links): FactTable => {
  const factsOfTopic = new Map<TopicId, FactId[]>()
  for (const fact of links.itemsOfFact.keys()) pushTo(factsOfTopic, topicOf(fact), fact)
  const itemsOfSection = new Map<SectionId, ItemStub[]>()
  for (const item of links.items.values()) pushTo(itemsOfSection, item.section, item)
  const confusions = confusionsOf(links)
  const rows = new Map<FactId, FactRow>()
  for (const [fact, items] of links.itemsOfFact) {
    const topic = topicOf(fact)
    const stub = links.topics.get(topic)
    const weight = (stub?.weight ?? 0) / (factsOfTopic.get(topic)?.length ?? 1)
    rows.set(fact, { fact, items, topic, area: stub?.area ?? '', weight, confuses: confusions.get(fact) ?? new Set() })
  }
  let total = 0
  for (const topic of factsOfTopic.keys()) total += links.topics.get(topic)?.weight ?? 0
  return { rows, itemsOfSection, factsOfTopic, marksPerWeight: total > 0 ? 100 / total : 0 }
}

const tables = new WeakMap<Links, FactTable>()

/** The table of a catalogue, made once. */
export const factTable = (links: Links): FactTable => {
  const table = tables.get(links) ?? tabulate(links)
  tables.set(links, table)
  return table
}
