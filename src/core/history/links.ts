import type { Catalogue, ItemStub, TopicStub } from '../content/types.ts'
import type { FactId, ItemId, TopicId } from '../ids.ts'

/** The catalogue looked up by id: which fact an item asks is content, not history. */
export interface Links {
  readonly items: ReadonlyMap<ItemId, ItemStub>
  readonly topics: ReadonlyMap<TopicId, TopicStub>
  /** The items that ask a fact, in the author's order. */
  readonly itemsOfFact: ReadonlyMap<FactId, readonly ItemStub[]>
}

export const linksOf = (catalogue: Catalogue): Links => {
  const items = new Map<ItemId, ItemStub>()
  const itemsOfFact = new Map<FactId, ItemStub[]>()
  for (const topic of catalogue.topics) {
    for (const item of topic.items) {
      items.set(item.id, item)
      const siblings = itemsOfFact.get(item.fact)
      if (siblings === undefined) itemsOfFact.set(item.fact, [item])
      else siblings.push(item)
    }
  }
  return { items, itemsOfFact, topics: new Map(catalogue.topics.map((topic) => [topic.id, topic])) }
}
