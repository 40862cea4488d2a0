import { useEffect, useMemo, useState } from 'react'
import type { StudyEvent } from '../../core/history/events.ts'
import { type ListedAct, listedActs } from '../../core/history/listedActs.ts'
import { compareEvents, type Progress } from '../../core/history/progress.ts'
import { type Retractions, retractionsOf } from '../../core/history/undo.ts'
import type { ProgressState } from '../../stores/progressStore.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'

/** How many events are read at once, and how many at most before the learner is asked whether to go on. */
const batch = 500
const atOnce = 10_000

type Failure = NonNullable<ProgressState['failure']>

interface Reading {
  /** The progress that was taken in last. */
  readonly of: Progress
  /** The newest events of the log, as far as they were read. */
  readonly events: readonly StudyEvent[]
  readonly isAtStart: boolean
}

const union = (a: readonly StudyEvent[], b: readonly StudyEvent[]): readonly StudyEvent[] => {
  const ids = new Set(a.map((event) => event.id))
  const fresh = b.filter((event) => !ids.has(event.id))
  return fresh.length === 0 ? a : [...a, ...fresh].sort(compareEvents)
}

const startReading = (progress: Progress): Reading => ({ of: progress, events: progress.tail, isAtStart: progress.base === null })

/** What was read stays: the tail gives its older part to the base now and then, and the list would have a gap. */
const goOn = (reading: Reading, progress: Progress): Reading => {
  if (progress.eventCount === 0) return startReading(progress)
  const events = union(reading.events, progress.tail)
  return { of: progress, events, isAtStart: reading.isAtStart && events.length >= progress.eventCount }
}

export interface ReadHistory {
  readonly events: readonly StudyEvent[]
  readonly retractions: Retractions
  readonly acts: readonly ListedAct[]
  /** Nothing lies before these events. */
  readonly isAll: boolean
  /** `stopped`: many were read and too few found; `lookOn` goes on. */
  readonly state: 'enough' | 'reading' | 'stopped' | Failure
  readonly lookOn: () => void
}

/** The newest acts of the history; older ones are read until `count` of them are of the kind that is wanted. */
export const useActs = (isWanted: (listed: ListedAct) => boolean, count: number): ReadHistory => {
  const progress = useProgress((state) => state.progress)
  const readBefore = useProgress((state) => state.readBefore)
  const [reading, setReading] = useState(() => startReading(progress))
  const [limit, setLimit] = useState(atOnce)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (reading.of !== progress) setReading(goOn(reading, progress))
  const { events } = reading
  const isAll = reading.isAtStart || progress.base === null
  const retractions = useMemo(() => retractionsOf(events, progress.base?.dangling), [events, progress.base])
  const acts = useMemo(() => listedActs(events, retractions, isAll), [events, retractions, isAll])

  const found = acts.filter(isWanted).length
  const lacks = !isAll && found < count
  const reads = lacks && events.length < limit && failure === null
  useEffect(() => {
    if (!reads) return undefined
    let isOver = false
    void readBefore(events[0] ?? null, batch).then((older) => {
      if (isOver) return
      if (!older.ok) setFailure(older.error)
      else {
        setReading((before) => ({
          ...before,
          events: union(before.events, older.value),
          isAtStart: older.value.length < batch,
        }))
      }
    })
    return () => {
      isOver = true
    }
  }, [reads, events, readBefore])

  return {
    events,
    retractions,
    acts,
    isAll,
    state: failure ?? (reads ? 'reading' : lacks ? 'stopped' : 'enough'),
    lookOn: () => {
      setFailure(null)
      setLimit(events.length + atOnce)
    },
  }
}
