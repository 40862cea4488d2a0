import type { ItemKind, ItemStub } from '../content/types.ts'
import type { Grade } from '../history/events.ts'
import type { FactMemory } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId } from '../ids.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { intervalDays, nextState, retrievability } from './fsrs.ts'

/** Recall at which a fact comes back. */
export const targetRetention = 0.9
/** What a day's study may take; past it, new facts wait. */
export const minutesPerDay = 20

/** Seconds that an answer takes, by kind: estimates, not measured on anyone. */
export const secondsOfKind: Readonly<Record<ItemKind, number>> = {
  term: 8,
  cloze: 8,
  card: 8,
  fill: 15,
  choice: 25,
  match: 40,
  order: 40,
  exercise: 60,
}

/** The first study day on which a fact is due. */
export const dueDay = (memory: FactMemory, target = targetRetention): StudyDay => memory.lastDay + intervalDays(memory.stability, target)

/** Probability of recall today, 0 to 1. */
export const recallNow = (memory: FactMemory, now: Moment): number =>
  retrievability(memory.stability, studyDay(now.at, now.offsetMin) - memory.lastDay)

/** Why an entry stands in the list: what "why now" says. */
export type Why =
  | {
      readonly kind: 'due'
      readonly lastGrade: FactMemory['lastGrade']
      readonly daysSince: number
      readonly recall: number
      readonly daysOver: number
    }
  | { readonly kind: 'new'; readonly sectionRead: boolean }
  | { readonly kind: 'repeat' }

export interface QueueEntry {
  readonly fact: FactId
  readonly item: ItemStub
  readonly why: Why
}

export interface Plan {
  readonly due: readonly QueueEntry[]
  readonly new: readonly QueueEntry[]
  /** Facts of unread or unseen sections that no session offers yet. */
  readonly unseen: number
  /** The first day on which something is due, if nothing is now. */
  readonly nextDueDay: StudyDay | null
  readonly seconds: number
}

const usable = (items: readonly ItemStub[], progress: Progress): readonly ItemStub[] =>
  items.filter((item) => progress.items.get(item.id)?.suspended !== true)

/** Of a fact's items the one that is cheapest to answer; among equals the one answered least, then the author's order. */
export const itemToAsk = (items: readonly ItemStub[], progress: Progress): ItemStub | undefined =>
  usable(items, progress).reduce<ItemStub | undefined>((best, item) => {
    if (best === undefined) return item
    const byCost = secondsOfKind[item.kind] - secondsOfKind[best.kind]
    if (byCost !== 0) return byCost < 0 ? item : best
    return (progress.items.get(item.id)?.answers ?? 0) < (progress.items.get(best.id)?.answers ?? 0) ? item : best
  }, undefined)

const secondsOf = (entry: QueueEntry): number => secondsOfKind[entry.item.kind]

/**
 * What to study now: every fact whose time has come, least likely to be recalled
 * first, then new facts of sections that were read, in reading order, as far as
 * the day's minutes reach. A fact is asked at most once a day.
 */
export const planReview = (progress: Progress, links: Links, now: Moment): Plan => {
  const today = studyDay(now.at, now.offsetMin)
  const due: QueueEntry[] = []
  const fresh: QueueEntry[] = []
  let nextDueDay: StudyDay | null = null
  let unseen = 0
  for (const [fact, items] of links.itemsOfFact) {
    const item = itemToAsk(items, progress)
    if (item === undefined) continue
    const memory = progress.facts.get(fact)
    if (memory === undefined) {
      // A cheaper item may stand in a section that was not read yet: it has not been taught.
      const taught = items.filter((candidate) => progress.read.has(candidate.section))
      const first = itemToAsk(taught, progress)
      if (first === undefined) unseen += 1
      else fresh.push({ fact, item: first, why: { kind: 'new', sectionRead: true } })
      continue
    }
    const day = dueDay(memory)
    if (day > today || memory.lastDay >= today) {
      const next = Math.max(day, memory.lastDay + 1)
      nextDueDay = nextDueDay === null ? next : Math.min(nextDueDay, next)
      continue
    }
    const why = {
      kind: 'due',
      lastGrade: memory.lastGrade,
      daysSince: today - memory.lastDay,
      recall: recallNow(memory, now),
      daysOver: today - day,
    } as const
    due.push({ fact, item, why })
  }
  const recallOf = (entry: QueueEntry): number => (entry.why.kind === 'due' ? entry.why.recall : 1)
  due.sort((a, b) => recallOf(a) - recallOf(b) || (a.fact < b.fact ? -1 : 1))

  const spentSeconds = (progress.days.get(today)?.tookMs ?? 0) / 1000
  let seconds = due.reduce((sum, entry) => sum + secondsOf(entry), 0)
  const chosen: QueueEntry[] = []
  for (const entry of fresh) {
    if (spentSeconds + seconds + secondsOf(entry) > minutesPerDay * 60) break
    seconds += secondsOf(entry)
    chosen.push(entry)
  }
  return { due, new: chosen, unseen, nextDueDay, seconds }
}

/**
 * Whole days until a fact would come back after this grade. A second answer on
 * the same study day changes nothing, so then the day that already holds.
 */
export const daysUntilReturn = (memory: FactMemory | undefined, grade: Grade, now: Moment): number => {
  const today = studyDay(now.at, now.offsetMin)
  if (memory === undefined) return intervalDays(nextState(null, 0, grade).stability, targetRetention)
  if (memory.lastDay >= today) return Math.max(1, dueDay(memory) - today)
  return intervalDays(nextState(memory, today - memory.lastDay, grade).stability, targetRetention)
}
