import type { ItemStub } from '../../../src/core/content/types.ts'
import type { Links } from '../../../src/core/history/links.ts'
import type { ItemId, SectionId } from '../../../src/core/ids.ts'
import type { Learner } from './learner.ts'

/** How many other items lie between a wrong answer and its one repeat, as in the app. */
const repeatAfter = 8

/**
 * A day of study by another rule: asks what `next` gives until the seconds are
 * spent or there is nothing, reads a section before its first item, and repeats
 * what was wrong once. `learn` hears the first answer on each item of the day.
 */
export const sitThrough = (
  learner: Learner,
  day: number,
  seconds: number,
  read: Set<SectionId>,
  next: () => ItemStub | undefined,
  learn: (item: ItemStub, right: boolean) => void,
): void => {
  const repeats: { readonly item: ItemStub; readonly from: number }[] = []
  let spent = 0
  for (let asked = 0; spent < seconds; asked += 1) {
    const [repeat] = repeats
    const isRepeatDue = repeat !== undefined && repeat.from <= asked
    const fresh = isRepeatDue ? undefined : next()
    const item = fresh ?? repeat?.item
    if (item === undefined) return
    if (fresh === undefined) repeats.shift()
    else if (!read.has(item.section)) {
      read.add(item.section)
      learner.read(item.section, day)
      spent += learner.sectionSeconds
    }
    const answer = learner.answer(item, day)
    spent += answer.seconds
    if (fresh === undefined) continue
    learn(item, answer.right)
    if (!answer.right) repeats.push({ item, from: asked + 1 + repeatAfter })
  }
}

/** Items by section, with what of them was never asked. */
export const itemsBySection = (links: Links): ReadonlyMap<SectionId, readonly ItemId[]> => {
  const items = new Map<SectionId, ItemId[]>()
  for (const { id, section } of links.items.values()) items.set(section, [...(items.get(section) ?? []), id])
  return items
}
