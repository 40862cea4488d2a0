import type { ItemStub } from '../content/types.ts'
import type { ItemHistory } from '../history/foldItem.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import type { Remembered } from './memories.ts'

export const itemOrders = ['catalogue', 'recall', 'stability', 'due', 'answers', 'lapses'] as const
export type ItemOrder = (typeof itemOrders)[number]

/** One item as a table shows it; without a memory as long as its fact was never asked. */
export interface ItemRow {
  readonly item: ItemStub
  readonly history: ItemHistory | undefined
  readonly fact: Remembered | undefined
}

const keyOf: Readonly<Record<Exclude<ItemOrder, 'catalogue'>, (row: ItemRow) => number | undefined>> = {
  recall: ({ fact }) => fact?.recall,
  stability: ({ fact }) => fact?.memory.stability,
  due: ({ fact }) => fact?.dueDay,
  answers: ({ history }) => history?.answers,
  lapses: ({ fact }) => fact?.memory.lapses,
}

/** The rows of these items, in that order, upwards or downwards; what was never asked comes last, equals stay in the order of the catalogue. */
export const itemRows = (
  items: readonly ItemStub[],
  progress: Pick<Progress, 'items'>,
  facts: ReadonlyMap<FactId, Remembered>,
  order: ItemOrder,
  downwards: boolean,
): readonly ItemRow[] => {
  const rows = items.map((item): ItemRow => ({ item, history: progress.items.get(item.id), fact: facts.get(item.fact) }))
  if (order === 'catalogue') return downwards ? rows.toReversed() : rows
  const key = keyOf[order]
  return rows.sort((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1
    return downwards ? other - one : one - other
  })
}
