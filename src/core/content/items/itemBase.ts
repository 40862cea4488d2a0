import { type FactId, factId, type ItemId, itemId, type SectionId, topicId } from '../../ids.ts'
import { type Attribute, type Attributes, isId } from '../attributes.ts'
import { contentHash } from '../hash.ts'
import { type Place, quoted } from '../problems.ts'
import type { Scope } from '../scope.ts'
import type { Item, ItemKind, Level } from '../types.ts'

/** An item and where it stands. */
export interface Draft extends Place {
  readonly item: Item
  /** The id as written; siblings share it. */
  readonly authored: string
}

/** A section while it is read. */
export interface SectionScope extends Scope {
  readonly section: SectionId
  readonly drafts: Draft[]
}

/** What all items have in common, apart from their words. */
export interface ItemBase {
  readonly id: ItemId
  readonly section: SectionId
  readonly fact: FactId
  readonly supports: readonly FactId[]
  readonly level: Level
  readonly objective: string
  readonly legacy: boolean
  readonly confuses: readonly FactId[]
  readonly sources: readonly string[]
}

/** The items that `fact=` or `confuses=` names: `id` of this topic or `topic/id`, several with spaces between. */
export const readFacts = (attribute: Attribute | undefined, scope: Scope): readonly FactId[] => {
  if (attribute === undefined) return []
  const names = attribute.value.split(/\s+/).filter((name) => name !== '')
  if (names.length === 0) scope.report(attribute, 'attribute-value', 'No item is named.')
  return names.flatMap((name) => {
    const [first = '', second, ...more] = name.split('/')
    if (more.length > 0 || !isId(first) || (second !== undefined && !isId(second))) {
      scope.report(attribute, 'attribute-value', `${quoted(name)} is no id of an item.`)
      return []
    }
    const topic = second === undefined ? scope.context.id : topicId(first)
    const fact = factId(topic, second ?? first)
    scope.mentions.push({ line: attribute.line, column: attribute.column, kind: 'fact', target: fact })
    return [fact]
  })
}

const readLevel = (attribute: Attribute | undefined, scope: Scope): Level => {
  switch (attribute?.value) {
    case undefined:
    case '1':
      return 1
    case '2':
      return 2
    case '3':
      return 3
    default:
      scope.report(attribute ?? { line: 1, column: 1 }, 'attribute-value', `level is 1, 2 or 3, not ${quoted(attribute?.value ?? '')}.`)
      return 1
  }
}

/** Reads the attributes of an item; undefined without an id, which is reported by whoever knows what was meant. */
export const readItemBase = (attributes: Attributes, sources: ReadonlySet<string>, scope: SectionScope): ItemBase | undefined => {
  const { id, values } = attributes
  if (id === undefined) return undefined
  const { context, report } = scope
  const own = factId(context.id, id.value)
  const facts = readFacts(values.get('fact'), scope)
  const [only, ...others] = facts
  const objective = values.get('objective')
  if (objective !== undefined && !context.objectives.has(objective.value))
    report(objective, 'attribute-value', `${quoted(objective.value)} is no objective of curriculum.yaml.`)
  const kind = values.get('kind')
  if (kind !== undefined) report(kind, 'unknown-attribute', 'Only an exercise has a kind.')
  const legacy = values.get('legacy')
  if (legacy !== undefined && !['true', 'false'].includes(legacy.value)) report(legacy, 'attribute-value', 'legacy is true or false.')
  return {
    id: itemId(context.id, id.value),
    section: scope.section,
    fact: only !== undefined && others.length === 0 ? only : own,
    supports: others.length === 0 ? [] : facts,
    level: readLevel(values.get('level'), scope),
    objective: objective?.value ?? context.objective,
    legacy: legacy?.value === 'true',
    confuses: readFacts(values.get('confuses'), scope),
    sources: [...sources],
  }
}

/** Notes that an id is used, before anything else about its item is known to be right. */
export const claim = (attributes: Attributes, kind: ItemKind, scope: Scope): void => {
  if (attributes.id !== undefined)
    scope.outline.push({ line: attributes.id.line, column: attributes.id.column, id: attributes.id.value, kind })
}

/** Adds the digest of the words and takes the item into its section. */
export const take = <const Words extends object>(base: ItemBase, words: Words): ItemBase & Words & { readonly hash: string } => ({
  ...base,
  ...words,
  hash: contentHash([words, base.sources]),
})
