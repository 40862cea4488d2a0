import { isCardKind, type ItemStub } from '../../core/content/types.ts'
import type { Links } from '../../core/history/links.ts'
import type { FactId } from '../../core/ids.ts'

/** The item that says what a fact is: the card that states it, else the question that names it. */
export const namingItem = (fact: FactId, { itemsOfFact }: Links): ItemStub | undefined => {
  const items = itemsOfFact.get(fact) ?? []
  return items.find(({ kind }) => isCardKind(kind)) ?? items[0]
}
