import { readBlocks, reportAttributes } from '../blocks.ts'
import { readInline } from '../rich.ts'
import type { OrderQuestion } from '../types.ts'
import type { ReadItem } from './readItem.ts'
import { readItemBase, take } from './itemBase.ts'
import { isList, readEntries } from './reasons.ts'

/** `:::order`: a stem and an ordered list in the right order. */
export const readOrder: ReadItem = ({ nodes, attributes, place, scope }) => {
  const from = nodes.findIndex((node) => isList(node) && node.ordered === true)
  if (from < 0) return void scope.report(place, 'order-steps', 'The question has no list 1. 2. 3.')
  const sources = new Set<string>()
  const stem = readBlocks(nodes.slice(0, from), scope, { sources })
  const { entries, next } = readEntries(nodes, from, sources, scope)
  const steps = entries.map(({ line, reason }) => {
    const { rich, attributes: misplaced } = readInline(line?.children ?? [], scope, { attributes: true, sources })
    reportAttributes(misplaced, scope)
    return { text: rich, reason }
  })
  const explanation = readBlocks(nodes.slice(next), scope, { sources })
  if (steps.length < 4 || steps.length > 7) scope.report(place, 'order-steps', `The question has ${steps.length} steps.`)
  if (stem.length === 0) scope.report(place, 'item-form', 'The question has no stem.')
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The question states no source.')
  const base = readItemBase(attributes, sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<OrderQuestion, 'kind' | 'stem' | 'steps' | 'explanation'>>(base, { kind: 'order', stem, steps, explanation })
}
