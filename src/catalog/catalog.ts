import type { Catalogue, Item, Lang, Section, Topic } from '../core/content/types.ts'
import { type Links, linksOf } from '../core/history/links.ts'
import { type ItemId, type TopicId, topicOf } from '../core/ids.ts'

/** What is taught, as screens reach it: summaries at once, a topic's words on demand. */
export interface Catalog {
  readonly catalogue: Catalogue
  readonly links: Links
  /** The same promise for the same topic and language; rejects when its chunk cannot be fetched, and can soon be asked again. */
  loadTopic(id: TopicId, lang: Lang): Promise<Topic>
}

/**
 * How long a failed load is remembered. A screen that waits for a topic asks for it
 * again when the load ends: forgotten at once, a failure would be asked for without end.
 */
const failureHoldsMs = 1000

export const createCatalog = (catalogue: Catalogue, load: (id: TopicId, lang: Lang) => Promise<Topic>): Catalog => {
  const loaded = new Map<string, Promise<Topic>>()
  return {
    catalogue,
    links: linksOf(catalogue),
    loadTopic: (id, lang) => {
      const key = `${lang}/${id}`
      const known = loaded.get(key)
      if (known !== undefined) return known
      const topic = load(id, lang)
      loaded.set(key, topic)
      topic.catch(() => setTimeout(() => loaded.delete(key), failureHoldsMs))
      return topic
    },
  }
}

/** An item of a loaded topic with the section that teaches it. */
export const findItem = (topic: Topic, id: ItemId): { readonly item: Item; readonly section: Section } | undefined => {
  for (const section of topic.sections) {
    const item = section.items.find((candidate) => candidate.id === id)
    if (item !== undefined) return { item, section }
  }
  return undefined
}

/**
 * Starts loading the topics of these items, so that the next prompt is there when
 * it is wanted; then the other language, for the key that switches an item.
 */
export const preloadItems = (catalog: Catalog, items: readonly ItemId[], lang: Lang): void => {
  const topics = [...new Set(items.map(topicOf))]
  const load = (shown: Lang): Promise<unknown> => Promise.allSettled(topics.map((topic) => catalog.loadTopic(topic, shown)))
  void load(lang).then(() => load(lang === 'ja' ? 'en' : 'ja'))
}
