import { useState } from 'react'
import type { StudyAct } from '../core/history/events.ts'
import type { EventId } from '../core/ids.ts'
import { useProgress } from './StudyProvider.tsx'

interface Done {
  /** In words. */
  readonly text: string
  /** What undo takes back; empty after it did. */
  readonly ids: readonly EventId[]
  /** Counts what was done here. */
  readonly turn: number
}

/** Acts whose control goes away with them: what was done last, in words, and how to take it back. */
export const useDone = (): {
  readonly done: Done | null
  readonly act: (acts: readonly StudyAct[], text: string) => void
  readonly takeBack: (text: string) => void
} => {
  const record = useProgress((state) => state.record)
  const retract = useProgress((state) => state.retract)
  const [done, setDone] = useState<Done | null>(null)
  const say = (text: string, ids: readonly EventId[]): void => setDone((before) => ({ text, ids, turn: (before?.turn ?? 0) + 1 }))
  return {
    done,
    act: (acts, text) => say(text, record(acts)),
    takeBack: (text) => {
      retract(done?.ids ?? [])
      say(text, [])
    },
  }
}
