import { answerKind, type ItemStub } from '../content/types.ts'
import type { FactMemory } from '../history/foldFact.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId, TopicId } from '../ids.ts'
import { learntByReading, meanOf, scheduleBetas } from '../mastery/topicBeta.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { answerSeconds, missSeconds, sectionSeconds } from './answerSeconds.ts'
import { type FactRow, type FactTable, factTable } from './factTable.ts'
import { type Fsrs, fsrsOf } from './fsrs.ts'
import { type StudyMode, studyMode } from './studyMode.ts'

/**
 * Days for which a new fact is learnt when no exam says so: two months, the longest
 * preparation that the policy was tried on. It orders new facts and nothing else.
 */
const horizonWithoutExam = 60

/** Everything that an answer about the schedule of this moment is reckoned from. */
export interface Outlook {
  readonly progress: Progress
  readonly table: FactTable
  readonly fsrs: Fsrs
  readonly today: StudyDay
  readonly mode: StudyMode
  /** Study days until what is learnt must be known: L in the formulas. */
  readonly horizonDays: number
  readonly secondsOf: (item: ItemStub) => number
  /** The chance that a fact of the topic that was never asked is known. */
  readonly knownOf: (topic: TopicId) => number
  /** The chance that a fact first answered today is known at the horizon, by whether the answer is right. */
  readonly afterRight: number
  readonly afterWrong: number
  /** Items of the section that were never answered, at least 1: a section is read for them. */
  readonly unseenIn: (section: SectionId) => number
}

export const outlookAt = (progress: Progress, links: Links, now: Moment): Outlook =>
  outlookOn(progress, links, studyDay(now.at, now.offsetMin))

/** As `outlookAt`, of any study day: what is known is taken to be the progress of that day. */
export const outlookOn = (progress: Progress, links: Links, today: StudyDay): Outlook => {
  const table = factTable(links)
  const mode = studyMode(progress.plan, today)
  const seconds = answerSeconds(progress)
  const betas = scheduleBetas(progress.items, links)
  const unseen = new Map<SectionId, number>()
  const fsrs = fsrsOf(progress.parameters)
  const horizonDays = mode.kind === 'exam' ? mode.daysLeft : horizonWithoutExam
  return {
    progress,
    table,
    fsrs,
    today,
    mode,
    horizonDays,
    afterRight: fsrs.retrievability(fsrs.nextState(null, 0, 3).stability, horizonDays),
    afterWrong: fsrs.retrievability(fsrs.nextState(null, 0, 1).stability, horizonDays),
    secondsOf: (item) => seconds[answerKind(item.kind)],
    knownOf: (topic) => {
      const beta = betas.get(topic)
      return beta === undefined ? 0 : meanOf(beta)
    },
    unseenIn: (section) => {
      const known = unseen.get(section)
      if (known !== undefined) return known
      const items = table.itemsOfSection.get(section) ?? []
      const count = Math.max(1, items.filter((item) => (progress.items.get(item.id)?.answers ?? 0) === 0).length)
      unseen.set(section, count)
      return count
    },
  }
}

/** What asking a fact today is worth. */
export interface Prospect {
  /** The chance of a right answer today. */
  readonly chance: number
  /** The chance that the fact is known at the horizon if it is not asked today, and if it is. */
  readonly unasked: number
  readonly asked: number
  /** Seconds that it takes on average, with the repeat after a wrong answer and a share of the reading of its section, if that is unread. */
  readonly cost: number
  /** Weight gained a second. */
  readonly gain: number
}

/** Seconds that an item takes on average if `chance` is that of a right answer: a wrong one is read, and asked once more. */
export const meanSeconds = (sec: number, chance: number): number => sec * (2 - chance) + missSeconds * (1 - chance)

/**
 * A fact that was seen before, asked today by this item. With R the forgetting curve
 * of FSRS-6, t the days since the last answer and L those to the horizon:
 *
 *     r = R(t, S)     after = r R(L, S_good) + (1 - r) R(L, S_again)
 *     gain = weight (after - R(t + L, S)) / (sec (2 - r) + 6 (1 - r))
 */
export const seenProspect = (
  { fsrs, today, horizonDays: L, secondsOf }: Outlook,
  row: FactRow,
  memory: FactMemory,
  item: ItemStub,
): Prospect => {
  const t = Math.max(0, today - memory.lastDay)
  const r = fsrs.retrievability(memory.stability, t)
  const unasked = fsrs.retrievability(memory.stability, t + L)
  const cost = meanSeconds(secondsOf(item), r)
  // A second answer on the same day changes nothing.
  if (t === 0) return { chance: r, unasked, asked: unasked, cost, gain: 0 }
  const good = fsrs.nextState(memory, t, 3).stability
  const again = fsrs.nextState(memory, t, 1).stability
  const asked = r * fsrs.retrievability(good, L) + (1 - r) * fsrs.retrievability(again, L)
  return { chance: r, unasked, asked, cost, gain: (row.weight * (asked - unasked)) / cost }
}

/** Of what was known, the share that is left at the horizon. */
const keptUnasked = 0.9

/**
 * A fact that was never asked, asked today by this item. With k the chance that it
 * is known beforehand (`scheduleBetas`):
 *
 *     p = k + 0.4 (1 - k)     after = p R(L, S0_good) + (1 - p) R(L, S0_again)
 *     gain = weight (after - 0.9 k) / (sec (2 - p) + 6 (1 - p) + (section unread ? 90 / unseen items in it : 0))
 */
export const newProspect = (outlook: Outlook, row: FactRow, item: ItemStub, sectionRead: boolean): Prospect => {
  const { afterRight, afterWrong, secondsOf, knownOf, unseenIn } = outlook
  const k = knownOf(row.topic)
  const p = k + learntByReading * (1 - k)
  const asked = p * afterRight + (1 - p) * afterWrong
  const unasked = keptUnasked * k
  const cost = meanSeconds(secondsOf(item), p) + (sectionRead ? 0 : sectionSeconds / unseenIn(item.section))
  return { chance: p, unasked, asked, cost, gain: (row.weight * (asked - unasked)) / cost }
}

/** The items of a fact that were not set aside. */
export const usableItems = ({ items }: FactRow, progress: Progress): readonly ItemStub[] =>
  items.filter((item) => progress.items.get(item.id)?.suspended !== true)

/** Of items the one with the least cost; among equals the one answered least, unseen ones first, then the author's order. */
export const cheapestItem = (items: readonly ItemStub[], progress: Progress, costOf: (item: ItemStub) => number): ItemStub | undefined => {
  const answersOf = (item: ItemStub): number => progress.items.get(item.id)?.answers ?? 0
  return items.reduce<ItemStub | undefined>((best, item) => {
    if (best === undefined) return item
    const byCost = costOf(item) - costOf(best)
    if (byCost !== 0) return byCost < 0 ? item : best
    return answersOf(item) < answersOf(best) ? item : best
  }, undefined)
}

/** Lapses after which a fact is set apart, and how many more after it was let back. */
const leechLapses = 6
const lapsesAfterRelease = 3

/** Whether a fact is lost so often that asking it again is no help. */
export const isLeech = ({ lapses, released }: FactMemory): boolean => lapses >= Math.max(leechLapses, released + lapsesAfterRelease)

/** Put off until tomorrow by the learner. */
export const isBuried = (fact: FactId, { progress, today }: Outlook): boolean => (progress.buried.get(fact) ?? today - 1) >= today
