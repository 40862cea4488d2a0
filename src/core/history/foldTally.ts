import type { Fsrs, MemoryState } from '../schedule/fsrs.ts'
import type { StudyDay } from '../time.ts'
import { cellsOf, retiredCell } from './cells.ts'
import { copyOnWrite, copyValuesOnWrite } from './copyOnWrite.ts'
import type { StudyEvent } from './events.ts'
import { countedMs } from './foldDay.ts'
import type { Links } from './links.ts'
import { type EachFact, mondayOf, mondaysTurned, type RecallRecord, recallRecord } from './recallRecord.ts'
import { addSpread, counterCount, gathered, type Spread, type Tally, weekTallies, zeros } from './tally.ts'

/** Counts by the hour of the learner's clock, 0 to 23, in one cell: how many were asked and how many were right, in turn. */
export type HourCounts = readonly number[]

/** What is counted of a history by area and kind of answer. */
export interface Tallies {
  /** Of the last year day by day, before it by week, under its Monday. */
  readonly tallies: ReadonlyMap<StudyDay, Tally>
  /** Of all answers that feed the memory, by cell. */
  readonly hours: ReadonlyMap<number, HourCounts>
  /** What was known on the Mondays of weeks of study, in their order. */
  readonly recalls: readonly RecallRecord[]
}
export const emptyTallies: Tallies = { tallies: new Map(), hours: new Map(), recalls: [] }

type Answer = Extract<StudyEvent, { kind: 'reviewed' | 'answered' }>

const hourMs = 3_600_000
const hourOf = ({ at, offsetMin }: Answer): number => ((Math.floor((at + offsetMin * 60_000) / hourMs) % 24) + 24) % 24

/** Days of stability from which a fact is mature, as in Anki. */
const matureDays = 21

/** How often what is long past is counted together; more often would cost a replay more than it saves room. */
const weekingDays = 56

const addTo = (counts: number[], place: number, amount: number): void => {
  counts[place] = (counts[place] ?? 0) + amount
}

/** Goes on counting. Counts are changed in place, since a copy an event would cost more than all else of a replay. */
export const startTallying = (from: Tallies, links: Links, fsrs: Fsrs) => {
  const cells = cellsOf(links)
  const size = cells.count * counterCount
  let { recalls } = from
  let tallies = copyOnWrite(from.tallies)
  let turned = recalls.at(-1)?.day ?? Number.NEGATIVE_INFINITY
  /** The tally of the day that answers come from, spread out. */
  const spread: Spread = zeros(size)
  let spreadDay: StudyDay | null = null
  const hours = copyValuesOnWrite(from.hours, (counts) => [...counts])
  /** By cell: the drafts that were looked up. */
  let hoursNow: number[][] = []
  /** Where the answer under way is counted. */
  let cell = 0
  let place = 0

  /** Puts the tally of the day among the others. */
  const close = (): void => {
    if (spreadDay === null) return
    tallies.set(spreadDay, gathered(spread))
    spreadDay = null
  }
  const open = (day: StudyDay): void => {
    close()
    spread.fill(0)
    addSpread(spread, tallies.get(day) ?? [])
    spreadDay = day
  }
  const hoursIn = (wanted: number): number[] => {
    let own = hours.draft(wanted)
    if (own === undefined) {
      own = zeros(48)
      hours.set(wanted, own)
    }
    return own
  }
  return {
    /** Whether what happens on that day, an answer or a reset, is the first of its week, or of all. */
    turnsWeek: (day: StudyDay): boolean => mondayOf(day) > turned,
    /** Before that is taken in: notes what was known until then, and counts together what is long past. */
    turnWeek: (day: StudyDay, eachFact: EachFact): void => {
      const monday = mondayOf(day)
      recalls = [...recalls, ...mondaysTurned(turned, monday).map((noted) => recallRecord(noted, eachFact, cells, fsrs))]
      if (Math.floor(turned / weekingDays) !== Math.floor(monday / weekingDays)) {
        close()
        tallies = copyOnWrite(weekTallies(tallies.done(), monday, size))
      }
      turned = monday
    },
    /** Counts an answer of any kind; what is counted next is of this answer. */
    countAnswer: (event: Answer, cellOfItem: number | undefined, day: StudyDay): void => {
      if (spreadDay !== day) open(day)
      cell = cellOfItem ?? retiredCell(event, cells)
      place = cell * counterCount
      addTo(spread, place, 1)
      addTo(spread, place + 1, countedMs(event.tookMs))
    },
    /** Counts that the answer feeds the memory. */
    countAsked: (event: Answer, isRight: boolean): void => {
      addTo(spread, place + 2, 1)
      if (isRight) addTo(spread, place + 3, 1)
      const own = hoursNow[cell] ?? hoursIn(cell)
      hoursNow[cell] = own
      const hour = 2 * hourOf(event)
      addTo(own, hour, 1)
      if (isRight) addTo(own, hour + 1, 1)
    },
    /** Counts whether a fact seen before was recalled on the first answer of a day. `memory`: before it. `foretold`: probability of recall, 0 to 1. */
    countRecall: ({ stability }: MemoryState, foretold: number, isRight: boolean): void => {
      const own = place + (stability < matureDays ? 4 : 7)
      addTo(spread, own, 1)
      if (isRight) addTo(spread, own + 1, 1)
      // In whole numbers a sum is the same in whatever order it was made, and takes less room.
      addTo(spread, own + 2, Math.round(1000 * foretold))
    },
    done: (): Tallies => {
      close()
      // What is given out is no longer changed.
      const given = { tallies: tallies.done(), hours: hours.done(), recalls }
      tallies = copyOnWrite(given.tallies)
      hoursNow = []
      return given
    },
  }
}
