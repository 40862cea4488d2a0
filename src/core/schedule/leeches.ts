import type { ItemStub } from '../content/types.ts'
import type { FactMemory } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId } from '../ids.ts'
import { factTable } from './factTable.ts'
import { isLeech, usableItems } from './outlook.ts'

/** A fact that is lost again and again, with what advice needs. */
export interface Leech {
  readonly fact: FactId
  readonly memory: FactMemory
  /** The items that ask it and are not set aside, in the author's order. */
  readonly items: readonly ItemStub[]
  /** The section that teaches it: that of the item which names the fact. */
  readonly section: SectionId
  /** Facts that are taken for it. */
  readonly confusable: readonly FactId[]
}

/**
 * Facts set apart: lost six times, or three times more since the learner let them
 * back. The most lost first. One whose items are all set aside is none any more.
 */
export const leeches = (progress: Progress, links: Links): readonly Leech[] => {
  const found: Leech[] = []
  for (const row of factTable(links).rows.values()) {
    const memory = progress.facts.get(row.fact)
    const items = usableItems(row, progress)
    const named = row.items.find((item) => String(item.id) === String(row.fact)) ?? row.items[0]
    if (memory === undefined || !isLeech(memory) || items.length === 0 || named === undefined) continue
    found.push({ fact: row.fact, memory, items, section: named.section, confusable: [...row.confuses] })
  }
  return found.sort((a, b) => b.memory.lapses - a.memory.lapses || (a.fact < b.fact ? -1 : 1))
}
