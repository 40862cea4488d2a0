import type { ItemStub } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, ItemId, SectionId } from '../ids.ts'
import { sectionSeconds } from '../schedule/answerSeconds.ts'
import type { FactRow } from '../schedule/factTable.ts'
import { isBuried, isLeech, meanSeconds, type Outlook, outlookAt, usableItems } from '../schedule/outlook.ts'
import type { QueueEntry } from '../schedule/planReview.ts'
import type { Moment } from '../time.ts'
import type { DrillAim } from './drillAim.ts'
import type { FactLoss } from './lostMarks.ts'
import { type Tier, tierOfKind } from './topicEvidence.ts'
import { type Weakness, weaknesses } from './weaknesses.ts'

export interface Drill {
  readonly entries: readonly QueueEntry[]
  /** What it takes on average, with reading and repeats. */
  readonly seconds: number
}

/** Items in the drill of one topic, and of each where there are several. */
const itemsOfOne = 10
const itemsOfEach = 4
/** As many facts of a section at most, as long as others have some. */
const factsOfSection = 4
/** Items that ask each of two facts to be told apart. */
const itemsOfSide = 2

/** Recall comes before recognition, which would give the answer away, and use comes last. */
const stages: readonly Tier[] = ['recalled', 'recognised', 'done']
const stageOf = ({ kind }: ItemStub): number => stages.indexOf(tierOfKind[kind])
const isDone = ({ kind }: ItemStub): boolean => tierOfKind[kind] === 'done'

/** Whether a drill may ask the fact: what was right (or Hard) in its first answer today is known for today, and what is set apart, suspended or put off stays so. */
const isAskable = (row: FactRow, outlook: Outlook): boolean => {
  const memory = outlook.progress.facts.get(row.fact)
  if (isBuried(row.fact, outlook) || usableItems(row, outlook.progress).length === 0) return false
  return memory === undefined || (!isLeech(memory) && !(memory.lastDay >= outlook.today && memory.lastGrade > 1))
}

interface Chosen {
  readonly loss: FactLoss
  readonly row: FactRow
  readonly item: ItemStub
}

const entriesOf = (chosen: readonly Pick<Chosen, 'row' | 'item'>[], offered: ReadonlySet<SectionId>, { progress }: Outlook) => {
  const left = new Set(offered)
  return chosen.map(({ row: { fact }, item }): QueueEntry => {
    const sectionRead = !left.delete(item.section)
    return { fact, item, kind: progress.facts.has(fact) ? 'due' : 'new', sectionRead, repeat: false }
  })
}

/**
 * The items of one topic's drill: the facts that lose most of its weakest sections.
 * Section by section what can be recalled comes first, then what is recognised; at
 * the end one exercise of the topic, if there is one.
 */
const chooseOf = (weakness: Weakness, outlook: Outlook, most: number): readonly Chosen[] => {
  const { progress, table } = outlook
  const answersOf = (item: ItemStub): number => progress.items.get(item.id)?.answers ?? 0
  const bySection = weakness.sections.map(({ losses }) =>
    losses.flatMap((loss) => {
      const row = table.rows.get(loss.fact)
      return row !== undefined && isAskable(row, outlook) ? [{ loss, row }] : []
    }),
  )
  const first = bySection.flatMap((facts) => facts.slice(0, factsOfSection))
  const further = bySection.flatMap((facts) => facts.slice(factsOfSection))
  const all = [...first, ...further]
  const exercise = all.flatMap(({ loss, row }): Chosen[] => {
    const item = usableItems(row, progress).find(isDone)
    return item === undefined ? [] : [{ loss, row, item }]
  })[0]
  const asked = all.filter(({ row }) => row !== exercise?.row && usableItems(row, progress).some((item) => !isDone(item)))
  const taken = new Set(asked.slice(0, exercise === undefined ? most : most - 1).map(({ row }) => row))
  const rest = bySection.flatMap((facts) => {
    const used = stages.map(() => 0)
    const chosen = facts.flatMap(({ loss, row }): Chosen[] => {
      if (!taken.has(row)) return []
      const [item] = usableItems(row, progress)
        .filter((candidate) => !isDone(candidate))
        .sort((a, b) => {
          const [stageA, stageB] = [stageOf(a), stageOf(b)]
          return (used[stageA] ?? 0) - (used[stageB] ?? 0) || stageA - stageB || answersOf(a) - answersOf(b)
        })
      if (item === undefined) return []
      used[stageOf(item)] = (used[stageOf(item)] ?? 0) + 1
      return [{ loss, row, item }]
    })
    return chosen.sort((a, b) => stageOf(a.item) - stageOf(b.item))
  })
  return exercise === undefined ? rest : [...rest, exercise]
}

/** Sections that are read before they are asked: unread ones, and those in which something was answered wrong. What has merely faded is recalled first. */
const sectionsToRead = (chosen: readonly Chosen[], { progress }: Outlook): ReadonlySet<SectionId> =>
  new Set(chosen.flatMap(({ loss, item }) => (loss.kind === 'wrong' || !progress.read.has(item.section) ? [item.section] : [])))

const drillOfChosen = (chosen: readonly Chosen[], outlook: Outlook): Drill => {
  const offered = sectionsToRead(chosen, outlook)
  const answering = chosen.reduce((sum, { loss, item }) => sum + meanSeconds(outlook.secondsOf(item), loss.recall), 0)
  return { entries: entriesOf(chosen, offered, outlook), seconds: answering + sectionSeconds * offered.size }
}

/** The drill of one weak topic. */
export const drillOfTopic = (weakness: Weakness, outlook: Outlook): Drill => drillOfChosen(chooseOf(weakness, outlook, itemsOfOne), outlook)

/** Both sides in turn: first the items that are known to be taken for the other side, and recall before recognition. */
const drillApart = ([one, other]: readonly [FactId, FactId], outlook: Outlook): Drill => {
  const { table, progress, secondsOf } = outlook
  const side = (fact: FactId, against: FactId) => {
    const row = table.rows.get(fact)
    if (row === undefined) return []
    return usableItems(row, progress)
      .toSorted((a, b) => Number(b.confuses.includes(against)) - Number(a.confuses.includes(against)) || stageOf(a) - stageOf(b))
      .slice(0, itemsOfSide)
      .map((item) => ({ row, item }))
  }
  const [ones, others] = [side(one, other), side(other, one)]
  const turns = Array.from({ length: itemsOfSide }, (_, turn) => [...ones.slice(turn, turn + 1), ...others.slice(turn, turn + 1)]).flat()
  return {
    entries: entriesOf(turns, new Set(), outlook),
    seconds: turns.reduce((sum, { item }) => sum + meanSeconds(secondsOf(item), evenChance), 0),
  }
}

/** Where nothing better is known, an answer is as often right as wrong. */
const evenChance = 0.5

const drillOfItems = (ids: readonly ItemId[], links: Links, outlook: Outlook): Drill => {
  const chosen = [...new Set(ids)].flatMap((id) => {
    const item = links.items.get(id)
    const row = item && outlook.table.rows.get(item.fact)
    return item === undefined || row === undefined || !usableItems(row, outlook.progress).includes(item) ? [] : [{ row, item }]
  })
  return {
    entries: entriesOf(chosen, new Set(), outlook),
    seconds: chosen.reduce((sum, { item }) => sum + meanSeconds(outlook.secondsOf(item), evenChance), 0),
  }
}

/**
 * What a drill asks, in its order. Answers are answers like any other; of a fact that
 * was asked today already they say nothing to its memory, as everywhere.
 */
export const planDrill = (aim: DrillAim, progress: Progress, links: Links, now: Moment): Drill => {
  const outlook = outlookAt(progress, links, now)
  switch (aim.kind) {
    case 'topic': {
      const weakness = weaknesses(progress, links, now).find(({ topic }) => topic === aim.topic)
      return weakness === undefined ? { entries: [], seconds: 0 } : drillOfTopic(weakness, outlook)
    }
    case 'top': {
      const weakest = weaknesses(progress, links, now).slice(0, aim.count)
      return drillOfChosen(
        weakest.flatMap((weakness) => chooseOf(weakness, outlook, itemsOfEach)),
        outlook,
      )
    }
    case 'apart':
      return drillApart(aim.facts, outlook)
    case 'items':
      return drillOfItems(aim.items, links, outlook)
  }
}
