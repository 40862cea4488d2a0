import { type FactId, factId, itemId, localPart, parsedFactId, type SectionId, sectionId, type TopicId, topicId, topicOf } from '../ids.ts'
import { type Area, type Catalogue, type ItemKind, type ItemStub, levels, type TopicStub } from './types.ts'

const kinds = ['term', 'cloze', 'card', 'choice', 'fill', 'order', 'match', 'exercise'] as const satisfies readonly ItemKind[]

/**
 * The item's id within the topic, its kind and level as one number, its section's place; then its fact where that is another item's, the
 * options of a choice, what it supports and what it confuses. What is empty at the end is left out.
 */
type PackedItem = readonly [
  id: string,
  kindAndLevel: number,
  section: number,
  fact?: string,
  options?: number,
  supports?: readonly string[],
  confuses?: readonly string[],
]
interface PackedTopic extends Omit<TopicStub, 'id' | 'requires' | 'sections' | 'items'> {
  readonly id: string
  readonly requires: readonly string[]
  /** Id within the topic, heading in Japanese, heading in English. */
  readonly sections: readonly (readonly [id: string, ja: string, en: string])[]
  readonly items: readonly PackedItem[]
}
/** The catalogue as it travels: the same, without what can be computed. Read by `unpackCatalogue` of the same build. */
export interface PackedCatalogue {
  readonly areas: readonly Area[]
  readonly topics: readonly PackedTopic[]
}

/** The fact that an item is by itself: siblings (`x.reverse`, `x.2`) share the first one's. */
const ownFact = (local: string): string => local.split('.', 1)[0] ?? local

const packFact = (topic: TopicId, fact: FactId): string => (topicOf(fact) === topic ? localPart(fact) : fact)
const unpackFact = (topic: TopicId, fact: string): FactId => (fact.includes('/') ? parsedFactId(fact) : factId(topic, fact))

const packItem = (topic: TopicId, sections: readonly SectionId[], item: ItemStub): PackedItem => {
  const id = localPart(item.id)
  const fact = packFact(topic, item.fact)
  const start = [id, kinds.indexOf(item.kind) + kinds.length * levels.indexOf(item.level), sections.indexOf(item.section)] as const
  const named = fact === ownFact(id) ? '' : fact
  const supports = item.supports.map((other) => packFact(topic, other))
  const confuses = item.confuses.map((other) => packFact(topic, other))
  if (confuses.length > 0) return [...start, named, item.options, supports, confuses]
  if (supports.length > 0) return [...start, named, item.options, supports]
  if (item.options > 0) return [...start, named, item.options]
  return named === '' ? start : [...start, named]
}

const unpackItem = (
  topic: TopicId,
  sections: readonly SectionId[],
  [id, kindAndLevel, place, fact = '', options = 0, supports = [], confuses = []]: PackedItem,
): ItemStub => ({
  id: itemId(topic, id),
  kind: kinds[kindAndLevel % kinds.length] ?? 'card',
  level: levels[Math.floor(kindAndLevel / kinds.length)] ?? 1,
  section: sections[place] ?? sectionId(topic, ''),
  fact: unpackFact(topic, fact === '' ? ownFact(id) : fact),
  supports: supports.map((other) => unpackFact(topic, other)),
  confuses: confuses.map((other) => unpackFact(topic, other)),
  options,
})

export const packCatalogue = ({ areas, topics }: Catalogue): PackedCatalogue => ({
  areas,
  topics: topics.map(({ sections, items, ...topic }) => ({
    ...topic,
    sections: sections.map(({ id, heading }) => [localPart(id), heading.ja, heading.en]),
    items: items.map((item) =>
      packItem(
        topic.id,
        sections.map((section) => section.id),
        item,
      ),
    ),
  })),
})

export const unpackCatalogue = ({ areas, topics }: PackedCatalogue): Catalogue => ({
  areas,
  topics: topics.map((packed): TopicStub => {
    const id = topicId(packed.id)
    const sections = packed.sections.map(([local, ja, en]) => ({ id: sectionId(id, local), heading: { ja, en } }))
    const places = sections.map((section) => section.id)
    return {
      ...packed,
      id,
      requires: packed.requires.map(topicId),
      sections,
      items: packed.items.map((item) => unpackItem(id, places, item)),
    }
  }),
})
