import type { RootContent } from 'mdast'
import { readBlocks } from '../blocks.ts'
import { placeOf } from '../scope.ts'
import type { Card } from '../types.ts'
import type { ReadItem } from './readItem.ts'
import { readItemBase, take } from './itemBase.ts'

const isDivider = (node: RootContent) => node.type === 'thematicBreak'

/** `:::card`: a prompt, `***`, an answer. */
export const readPromptCard: ReadItem = ({ nodes, attributes, place, scope }) => {
  const at = nodes.findIndex(isDivider)
  const second = nodes.findLastIndex(isDivider)
  if (at < 0) return void scope.report(place, 'item-form', 'The card has no *** between prompt and answer.')
  const extra = nodes[second]
  if (second !== at && extra !== undefined) scope.report(placeOf(extra), 'item-form', 'The card has a second ***.')
  const sources = new Set<string>()
  const prompt = readBlocks(nodes.slice(0, at), scope, { sources })
  const answer = readBlocks(
    nodes.slice(at + 1).filter((node) => !isDivider(node)),
    scope,
    { sources },
  )
  if (prompt.length === 0) scope.report(place, 'item-form', 'The card has no prompt.')
  if (answer.length === 0) scope.report(place, 'item-form', 'The card has no answer.')
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The card states no source.')
  const base = readItemBase(attributes, sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<Card, 'prompt' | 'answer'> & { readonly kind: 'card' }>(base, { kind: 'card', prompt, answer })
}
