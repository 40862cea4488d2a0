import { use } from 'react'
import { findItem } from '../catalog/catalog.ts'
import type { Item, Lang, Section, Topic } from '../core/content/types.ts'
import { type ItemId, type TopicId, topicOf } from '../core/ids.ts'
import { useStudy } from './StudyProvider.tsx'

/** A topic's words; suspends while its chunk is on the way. */
export const useTopic = (id: TopicId, lang: Lang): Topic => use(useStudy().catalog.loadTopic(id, lang))

/** An item with its section and topic; suspends while the topic's chunk is on the way. */
export const useItem = (id: ItemId, lang: Lang): { readonly item: Item; readonly section: Section; readonly topic: Topic } => {
  const topic = useTopic(topicOf(id), lang)
  const found = findItem(topic, id)
  // The catalogue and the topics come from one build, so an item that is listed is there.
  if (found === undefined) throw new Error(`${id} is not in its topic`)
  return { ...found, topic }
}
