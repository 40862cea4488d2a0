import type { ContainerDirective } from 'mdast-util-directive'
import { type Attributes, readAttributes } from '../attributes.ts'
import { openingLine, reportUnclosed } from '../blocks.ts'
import { quoted } from '../problems.ts'
import { placeOf } from '../scope.ts'
import type { ItemKind } from '../types.ts'
import { readChoice } from './choice.ts'
import { readExercise } from './exercise.ts'
import { readFill } from './fill.ts'
import { claim, type SectionScope } from './itemBase.ts'
import { readMatch } from './match.ts'
import { readOrder } from './order.ts'
import { readPromptCard } from './promptCard.ts'
import type { ReadItem } from './readItem.ts'

type DirectiveKind = Exclude<ItemKind, 'term' | 'cloze'>
const readers: Record<DirectiveKind, ReadItem> = {
  card: readPromptCard,
  choice: readChoice,
  fill: readFill,
  order: readOrder,
  match: readMatch,
  exercise: readExercise,
}
const isKind = (name: string): name is keyof typeof readers => Object.hasOwn(readers, name)

const attributesOf = (node: ContainerDirective, scope: SectionScope): Attributes => {
  const place = placeOf(node)
  const line = openingLine(node, scope)
  const open = line.indexOf('{')
  if (open < 0) return { ...place, id: undefined, values: new Map() }
  return readAttributes(line.slice(open + 1, line.lastIndexOf('}')), { line: place.line, column: place.column + open }, scope.report)
}

/** Reads `:::name{…}` at the top of a section into an item. */
export const readDirective = (node: ContainerDirective, scope: SectionScope): void => {
  const place = placeOf(node)
  const [label, ...rest] = node.children
  const hasLabel = label?.type === 'paragraph' && label.data?.directiveLabel === true
  const nodes = hasLabel ? rest : node.children
  const unclosed = reportUnclosed(node, scope)
  if (!isKind(node.name)) {
    scope.report(place, 'directive-unknown', `There is no :::${node.name}.`)
    return
  }
  if (hasLabel) scope.report(place, 'directive-label', `:::${node.name} has a title.`)
  const attributes = attributesOf(node, scope)
  claim(attributes, node.name, scope)
  if (attributes.id === undefined) scope.report(place, 'missing-id', `:::${node.name} has no id.`)
  const inner = nodes.find((child) => child.type === 'containerDirective')
  if (inner?.type === 'containerDirective') {
    const begun = `${quoted(`:::${inner.name}`)} begins before the :::${node.name} of line ${place.line} has ended.`
    scope.report(placeOf(inner), 'directive-nested', begun)
    return
  }
  // What follows an item without an end is not its own: one complaint is enough.
  if (unclosed) return
  const item = readers[node.name]({ nodes, attributes, place, scope })
  if (item !== undefined) scope.drafts.push({ ...place, authored: attributes.id?.value ?? '', item })
}
