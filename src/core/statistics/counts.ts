import { counterCount, type Tally } from '../history/tally.ts'

/** The counters of a tally by name, in the order in which they stand there. */
export const counters = [
  'answers',
  'tookMs',
  'asked',
  'right',
  'young',
  'youngRight',
  'youngForetold',
  'mature',
  'matureRight',
  'matureForetold',
] as const
export type Counts = Record<(typeof counters)[number], number>

export const noCounts = (): Counts => ({
  answers: 0,
  tookMs: 0,
  asked: 0,
  right: 0,
  young: 0,
  youngRight: 0,
  youngForetold: 0,
  mature: 0,
  matureRight: 0,
  matureForetold: 0,
})

/** Sums the counters of the cells that are wanted into `sums`. */
export const sumTally = (tally: Tally, isWanted: (cell: number) => boolean, sums: Counts): void => {
  for (let from = 0; from < tally.length; from += counterCount + 1) {
    if (!isWanted(tally[from] ?? 0)) continue
    for (const [place, counter] of counters.entries()) sums[counter] += tally[from + 1 + place] ?? 0
  }
}
