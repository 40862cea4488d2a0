import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { compareEvents, type Cut, type Progress, type Recent } from '../core/history/progress.ts'
import { startReplay } from '../core/history/replay.ts'
import type { UnreadRow } from './eventLog.ts'
import { eventsOfRows, rowsOfText } from './segment.ts'

/** What a replay is given at a time. */
export interface Batch {
  /** Its number among the segments. */
  readonly key: number
  /** The unpacked text of a segment. */
  readonly text: Uint8Array<ArrayBuffer>
  readonly eventsVersion: number
  /** Events of the tail that belong before the next batch, in the order of `(at, id)`. */
  readonly events: readonly StudyEvent[]
  /** No later batch holds an event before it; `null`: there is no later one. */
  readonly rest: Cut | null
}

/** What a replay comes to; `unread` are rows of segments only. */
export interface Refolded {
  readonly progress: Progress
  readonly unread: readonly UnreadRow[]
}

export interface Refold {
  readonly add: (batch: Batch) => void
  readonly done: () => Refolded
}

/** What the worker of a replay is told, and tells. */
export type ToWorker =
  | { readonly kind: 'start'; readonly links: Links; readonly notable: readonly StudyEvent[]; readonly keep: Recent }
  | { readonly kind: 'add'; readonly batch: Batch }
  | { readonly kind: 'finish' }
export type FromWorker = { readonly kind: 'ready' | 'added' } | { readonly kind: 'done'; readonly refolded: Refolded }

/** Replays a log whose segments come by one after another. `notable`: the events of the whole log for which `isNotable` holds. */
export const startRefold = (links: Links, notable: readonly StudyEvent[], keep: Recent): Refold => {
  const replay = startReplay(links, notable, keep)
  const unread: UnreadRow[] = []
  return {
    add: ({ key, text, eventsVersion, events, rest }) => {
      let sealed: readonly StudyEvent[] = []
      try {
        const opened = text.length === 0 ? { events: [], unread: [] } : eventsOfRows(rowsOfText(text), eventsVersion)
        sealed = opened.events
        unread.push(...opened.unread)
      } catch {
        unread.push({ key: `segment ${key}`, why: 'damaged' })
      }
      replay.add(events.length === 0 ? sealed : [...sealed, ...events].sort(compareEvents), rest)
    },
    done: () => ({ progress: replay.done(), unread }),
  }
}
