import type { Catalogue, ItemKind, ItemStub, Level } from '../../src/core/content/types.ts'
import { linksOf, type Links } from '../../src/core/history/links.ts'
import {
  type FactId,
  factId,
  itemId,
  type ItemId,
  localPart,
  parsedItemId,
  parsedSectionId,
  sectionId,
  topicId,
  topicOf,
} from '../../src/core/ids.ts'

/** An item as a test needs it: a card of its own fact in section `s` unless said otherwise. */
export interface ItemSketch {
  /** Local: `pid` in topic `ns` becomes `ns/pid`. */
  readonly id: string
  readonly kind?: ItemKind
  /** 1 unless said otherwise. */
  readonly level?: Level
  /** Local. */
  readonly section?: string
  /** Full ids, since a fact may belong to another topic. */
  readonly fact?: string
  readonly supports?: readonly string[]
  readonly confuses?: readonly string[]
  /** Four for a choice, as most have. */
  readonly options?: number
}

export const fact = (full: string): FactId => factId(topicOf(parsedItemId(full)), localPart(parsedItemId(full)))
export const item = (full: string): ItemId => parsedItemId(full)
export const section = parsedSectionId

const stubOf = (
  topic: string,
  {
    id,
    kind = 'card',
    level = 1,
    section: local = 's',
    fact: asked,
    supports = [],
    confuses = [],
    options = kind === 'choice' ? 4 : 0,
  }: ItemSketch,
): ItemStub => ({
  id: itemId(topicId(topic), id),
  kind,
  level,
  section: sectionId(topicId(topic), local),
  fact: fact(asked ?? `${topic}/${id}`),
  supports: supports.map(fact),
  confuses: confuses.map(fact),
  options,
})

/** Topics in reading order, each with its items in the author's order. */
const catalogueOf = (topics: Readonly<Record<string, readonly ItemSketch[]>>, weights: Readonly<Record<string, number>>): Catalogue => ({
  areas: [],
  topics: Object.entries(topics).map(([id, sketches]) => {
    const items = sketches.map((sketch) => stubOf(id, sketch))
    const sections = [...new Set(items.map((stub) => stub.section))]
    return {
      id: topicId(id),
      area: 'area',
      objective: '352.1',
      weight: weights[id] ?? 1,
      requires: [],
      title: { ja: id, en: id },
      summary: { ja: '', en: '' },
      minutes: { ja: 1, en: 1 },
      sections: sections.map((name) => ({ id: name, heading: { ja: name, en: name } })),
      items,
    }
  }),
})

/** `weights`: of the topics, 1 where nothing else is said. */
export const linksFor = (topics: Readonly<Record<string, readonly ItemSketch[]>>, weights: Readonly<Record<string, number>> = {}): Links =>
  linksOf(catalogueOf(topics, weights))
