import { plainBlocks } from '../core/content/plainText.ts'
import type { Topic } from '../core/content/types.ts'
import type { Links } from '../core/history/links.ts'
import { type FactId, sectionPath, topicOf } from '../core/ids.ts'

/** What a fact goes by, and where it is taught. */
export interface FactPlace {
  readonly fact: FactId
  readonly words: string
  /** Within the app. */
  readonly path: string
}

/**
 * A fact as another one's question names it: the term where it is one of the topic at hand, else the heading of the
 * section that teaches it, so that no other topic has to be loaded. `undefined`: there is none, or it is no longer taught.
 */
export const factPlace = (fact: FactId | undefined, links: Links, topic: Topic): FactPlace | undefined => {
  if (fact === undefined) return undefined
  const asking = links.itemsOfFact.get(fact) ?? []
  // The item that names it before those that ask it from elsewhere.
  const stub = asking.find((item) => String(item.id) === fact) ?? asking[0]
  if (stub === undefined) return undefined
  const path = sectionPath(stub.section)
  const items = topic.sections.flatMap((section) => section.items)
  const term = items.find((item) => item.id === stub.id)
  if (term?.kind === 'term') return { fact, words: plainBlocks(term.prompt), path }
  const section = links.topics.get(topicOf(stub.section))?.sections.find(({ id }) => id === stub.section)
  return section && { fact, words: section.heading[topic.lang], path }
}
