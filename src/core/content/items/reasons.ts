import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import { readBlocks } from '../blocks.ts'
import { quoted } from '../problems.ts'
import { placeOf } from '../scope.ts'
import type { Block } from '../types.ts'
import type { SectionScope } from './itemBase.ts'

/** One line of an item's list with the quoted reason below it. */
export interface Entry {
  readonly node: ListItem
  readonly line: Paragraph | undefined
  readonly reason: readonly Block[]
}

/**
 * The entries of the list that begins at `from`. A reason that is indented by
 * two columns where its list item wants three or more stands beside the list in the
 * parser's tree and cuts it in two; it still belongs to the entry above it.
 * @returns the entries and the index of the first node after them
 */
export const readEntries = (
  nodes: readonly RootContent[],
  from: number,
  sources: Set<string>,
  scope: SectionScope,
): { readonly entries: readonly Entry[]; readonly next: number } => {
  const entries: Entry[] = []
  let at = from
  for (; at < nodes.length; at += 1) {
    const node = nodes[at]
    const last = entries.at(-1)
    const before = nodes[at - 1]
    if (node?.type === 'list' && (at === from || before?.type === 'blockquote'))
      entries.push(...node.children.map((item) => readEntry(item, sources, scope)))
    else if (node?.type === 'blockquote' && last !== undefined && placeOf(node).column > 2 && before?.type === 'list')
      entries[entries.length - 1] = { ...last, reason: [...last.reason, ...readBlocks(node.children, scope, { sources })] }
    else break
  }
  return { entries, next: at }
}

const readEntry = (node: ListItem, sources: Set<string>, scope: SectionScope): Entry => {
  const [first, ...rest] = node.children
  const line = first?.type === 'paragraph' ? first : undefined
  const reason: Block[] = []
  if (first !== undefined && line === undefined) scope.report(placeOf(first), 'item-form', 'The entry does not begin with text.')
  for (const child of line === undefined ? [] : rest) {
    if (child.type === 'blockquote') reason.push(...readBlocks(child.children, scope, { sources }))
    else scope.report(placeOf(child), 'item-form', `An entry holds one line and a quoted reason, and no ${quoted(child.type)}.`)
  }
  return { node, line, reason }
}

export const isList = (node: RootContent | undefined): node is List => node?.type === 'list'
