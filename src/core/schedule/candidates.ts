import type { ItemStub } from '../content/types.ts'
import type { FactId, SectionId } from '../ids.ts'
import type { StudyDay } from '../time.ts'
import type { FactRow } from './factTable.ts'
import { cheapestItem, isBuried, isLeech, newProspect, type Outlook, seenProspect, usableItems } from './outlook.ts'

/** A fact that may be asked today, and the item that asks it. */
export interface Candidate {
  readonly row: FactRow
  readonly item: ItemStub
  /** `early`: seen, and not due yet. */
  readonly kind: 'due' | 'new' | 'early'
  /** The chance of a right answer. */
  readonly chance: number
  readonly gain: number
}

export interface Candidates {
  /** In the order in which they are taken. */
  readonly ranked: readonly Candidate[]
  /** Facts never asked. */
  readonly unseen: number
  /** Facts set apart because they are lost again and again. */
  readonly leeches: readonly FactId[]
  /** Seen facts that cannot be asked today: asked already, put off, or, without an exam, not due yet. */
  readonly resting: readonly FactId[]
}

const byGain = (a: Candidate, b: Candidate): number => b.gain - a.gain || (a.row.fact < b.row.fact ? -1 : 1)
const byRecall = (a: Candidate, b: Candidate): number => a.chance - b.chance || (a.row.fact < b.row.fact ? -1 : 1)

const newCandidate = (outlook: Outlook, row: FactRow, read: ReadonlySet<SectionId>): Candidate | undefined => {
  const prospectOf = (item: ItemStub) => newProspect(outlook, row, item, read.has(item.section))
  const item = cheapestItem(usableItems(row, outlook.progress), outlook.progress, (candidate) => prospectOf(candidate).cost)
  return item && { row, item, kind: 'new', chance: prospectOf(item).chance, gain: prospectOf(item).gain }
}

/**
 * New facts in the order of their gain. The first of an unread section brings its
 * reading with it, so the others of that section then cost less.
 */
const newByGain = (outlook: Outlook, rows: readonly FactRow[]): readonly Candidate[] => {
  const read = new Set(outlook.progress.read.keys())
  const left = new Map<FactId, Candidate>()
  for (const row of rows) {
    const candidate = newCandidate(outlook, row, read)
    if (candidate !== undefined) left.set(row.fact, candidate)
  }
  const ordered: Candidate[] = []
  while (left.size > 0) {
    let best: Candidate | undefined
    for (const candidate of left.values()) if (best === undefined || byGain(candidate, best) < 0) best = candidate
    if (best === undefined) break
    ordered.push(best)
    left.delete(best.row.fact)
    const { section } = best.item
    if (read.has(section)) continue
    read.add(section)
    for (const { fact } of outlook.table.itemsOfSection.get(section) ?? []) {
      const known = left.get(fact)
      const again = known && newCandidate(outlook, known.row, read)
      if (again !== undefined) left.set(fact, again)
    }
  }
  return ordered
}

/**
 * What may be asked today, what to ask next first. Before an exam seen facts below
 * the threshold, then new ones, then all others seen, each by the gain a second; on
 * the last day and that of the exam everything seen, and nothing new. Nothing waits
 * for its prerequisites: in simulation that only cost marks. Without an exam what is due, least remembered first, then new facts
 * by gain. `dueDayOf` is asked only without an exam.
 */
export const candidates = (outlook: Outlook, dueDayOf: (fact: FactId) => StudyDay | undefined): Candidates => {
  const { progress, table, today, mode, secondsOf } = outlook
  const isLast = mode.kind === 'exam' && mode.daysLeft <= 1
  const due: Candidate[] = []
  const early: Candidate[] = []
  const fresh: FactRow[] = []
  const leeches: FactId[] = []
  const resting: FactId[] = []
  let unseen = 0
  for (const row of table.rows.values()) {
    const item = cheapestItem(usableItems(row, progress), progress, secondsOf)
    if (item === undefined) continue
    const memory = progress.facts.get(row.fact)
    if (memory !== undefined && isLeech(memory)) leeches.push(row.fact)
    else if (memory === undefined) {
      unseen += 1
      if (!isBuried(row.fact, outlook) && !isLast) fresh.push(row)
    } else if (memory.lastDay >= today || isBuried(row.fact, outlook)) resting.push(row.fact)
    else {
      const { chance, gain } = seenProspect(outlook, row, memory, item)
      const isDue = mode.kind === 'exam' ? isLast || chance < mode.threshold : (dueDayOf(row.fact) ?? today) <= today
      if (isDue) due.push({ row, item, kind: 'due', chance, gain })
      else if (mode.kind === 'exam') early.push({ row, item, kind: 'early', chance, gain })
      else resting.push(row.fact)
    }
  }
  due.sort(mode.kind === 'exam' ? byGain : byRecall)
  return { ranked: [...due, ...newByGain(outlook, fresh), ...early.sort(byGain)], unseen, leeches, resting }
}
