import { isCardKind, type ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import { type ItemId, itemId, localPart, topicId, topicOf } from '../ids.ts'
import type { Seed } from '../random.ts'

/** A quiz as a link carries it. */
export interface SharedQuiz {
  readonly items: readonly ItemId[]
  readonly seed: Seed
}

/** More than any quiz that can be built here: a longer link is none of ours. */
const mostItems = 200

const segment = /^(?:([a-z0-9-]+)_)?([a-z0-9-]+)$/

/**
 * The items of a quiz in a form that an address holds as it is: their ids in the order asked, the topic said where
 * it is another than before (`capabilities_bounding.ambient.cgroups_weight`).
 *
 * A link names the items themselves and not what they were drawn from. A draw depends on what was answered before,
 * which no other browser knows, and on all that is taught: one question more would change every quiz. With the seed,
 * from which the options' order and an exercise's numbers come, the same link asks the very same anywhere.
 */
export const packItems = (items: readonly ItemId[]): string =>
  items
    .map((item, place) => {
      const before = items[place - 1]
      const isSame = before !== undefined && topicOf(before) === topicOf(item)
      return isSame ? localPart(item) : `${topicOf(item)}_${localPart(item)}`
    })
    .join('.')

const unpackItems = (text: string): readonly ItemId[] | undefined => {
  const items = new Set<ItemId>()
  let topic: string | undefined
  for (const part of text.split('.')) {
    const [, named, local] = segment.exec(part) ?? []
    topic = named ?? topic
    if (topic === undefined || local === undefined || items.size >= mostItems) return undefined
    items.add(itemId(topicId(topic), local))
  }
  return [...items]
}

/** What a link says; `undefined` where it is not whole or was written by no one who knows the form. */
export const parseSharedQuiz = (items: string | null, seed: string | null): SharedQuiz | undefined => {
  if (items === null || seed === null || !/^\d{1,10}$/.test(seed) || Number(seed) > 0xffffffff) return undefined
  const named = unpackItems(items)
  return named && { items: named, seed: Number(seed) }
}

/** What of a shared quiz can be asked, and how many of its questions are no longer taught. Reworded questions are the same questions. */
export const takeShared = ({ items }: SharedQuiz, links: Links): { readonly items: readonly ItemStub[]; readonly gone: number } => {
  // The program cannot score a card, and no quiz holds one.
  const known = items.flatMap((id) => links.items.get(id) ?? []).filter((item) => !isCardKind(item.kind))
  return { items: known, gone: items.length - known.length }
}
