import { readBlocks } from '../blocks.ts'
import { normalised, plainRich } from '../plainText.ts'
import { quoted } from '../problems.ts'
import { readInline } from '../rich.ts'
import { placeOf } from '../scope.ts'
import type { MatchQuestion } from '../types.ts'
import type { ReadItem } from './readItem.ts'
import { readItemBase, take } from './itemBase.ts'

/** `:::match`: a stem and a table of two columns; rows without a left cell are decoys. */
export const readMatch: ReadItem = ({ nodes, attributes, place, scope }) => {
  const at = nodes.findIndex((node) => node.type === 'table')
  const table = nodes[at]
  if (table?.type !== 'table') return void scope.report(place, 'match-table', 'The question has no table.')
  const sources = new Set<string>()
  const stem = readBlocks(nodes.slice(0, at), scope, { sources })
  const rows = table.children.map((row) => {
    if (row.children.length !== 2) scope.report(placeOf(row), 'match-table', `The row has ${row.children.length} cells instead of 2.`)
    const [left, right] = row.children.map((cell) => readInline(cell.children, scope, { sources }).rich)
    return { place: placeOf(row), left: left ?? [], right: right ?? [] }
  })
  const explanation = readBlocks(nodes.slice(at + 1), scope, { sources })
  const [head, ...body] = rows
  const seen = new Set<string>()
  for (const { place: row, left, right } of body) {
    if (right.length === 0) scope.report(row, 'match-table', 'The right cell is empty.')
    for (const [side, cell] of [
      ['left', left],
      ['right', right],
    ] as const) {
      const key = `${side} ${normalised(plainRich(cell)) || plainRich(cell)}`
      if (cell.length > 0 && seen.has(key))
        scope.report(row, 'match-table', `${quoted(plainRich(cell))} stands twice in the ${side} column, so two answers would be right.`)
      seen.add(key)
    }
  }
  const pairs = body.filter((row) => row.left.length > 0).map(({ left, right }) => ({ left, right }))
  const decoys = body.filter((row) => row.left.length === 0).map((row) => row.right)
  if (pairs.length < 3) scope.report(place, 'match-table', `The table has ${pairs.length} pairs.`)
  if (stem.length === 0) scope.report(place, 'item-form', 'The question has no stem.')
  if (sources.size === 0) scope.report(place, 'item-without-source', 'The question states no source.')
  const base = readItemBase(attributes, sources, scope)
  return base === undefined
    ? undefined
    : take<Pick<MatchQuestion, 'kind' | 'stem' | 'columns' | 'pairs' | 'decoys' | 'explanation'>>(base, {
        kind: 'match',
        stem,
        columns: [head?.left ?? [], head?.right ?? []],
        pairs,
        decoys,
        explanation,
      })
}
