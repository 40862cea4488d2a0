import { createStore } from 'zustand'
import type { StudyEvent } from '../core/history/events.ts'
import type { Links } from '../core/history/links.ts'
import { gatherFitData, reviewsToFit } from '../core/schedule/fitData.ts'
import { type FitOutcome, leastReviews } from '../core/schedule/fitParameters.ts'
import type { FitFailure } from '../optimizer/fitMessage.ts'
import type { StartFit } from '../optimizer/startFit.ts'
import type { EventLog, StorageFailure } from '../storage/eventLog.ts'
import { parseEvent } from '../storage/parseEvent.ts'
import type { ProgressStore } from './progressStore.ts'

/** What a fit takes from outside the stores. */
export interface FitSources {
  readonly readRows: EventLog['readRows']
  readonly startFit: StartFit
}

export type Fit =
  | { readonly kind: 'none' }
  /** `share` of the work done, 0 to 1. */
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: FitOutcome }
  | { readonly kind: 'failed'; readonly reason: FitFailure['reason'] }
  | { readonly kind: 'unreadable'; readonly reason: StorageFailure['reason'] }

export interface FitState {
  readonly fit: Fit
  /** Fits to the whole log and, if the outcome is better, puts it to use. Does nothing while one is under way or with too few reviews. */
  begin(): Promise<void>
  /** Ends the fit under way; nothing has changed then. */
  cancel(): void
  toPublished(): void
}

/** The part of the work that goes into reading the log. */
const readingShare = 0.2

export const createFitStore = (progressStore: ProgressStore, links: Links, { readRows, startFit }: FitSources) =>
  createStore<FitState>()((set, get) => {
    /** Ends what is under way. */
    let stop: () => void = () => {}

    const begin = async (): Promise<void> => {
      const { progress } = progressStore.getState()
      if (get().fit.kind === 'working' || reviewsToFit(progress) < leastReviews) return
      let isCancelled = false
      stop = () => {
        isCancelled = true
      }
      const tell = (share: number): void => {
        if (!isCancelled) set({ fit: { kind: 'working', share } })
      }
      tell(0)
      const data = gatherFitData(links)
      let rows = 0
      const read = await readRows((batch) => {
        if (isCancelled) return
        data.add(
          batch.flatMap((row): readonly StudyEvent[] => {
            const event = parseEvent(row)
            return event.ok ? [event.value] : []
          }),
        )
        rows += batch.length
        tell(readingShare * Math.min(1, rows / Math.max(1, progress.eventCount)))
      })
      if (isCancelled) return
      if (!read.ok) {
        set({ fit: { kind: 'unreadable', reason: read.error.reason } })
        return
      }
      data.add(progressStore.getState().unsaved)
      stop = startFit(data.done(), (message) => {
        switch (message.kind) {
          case 'working':
            tell(readingShare + (1 - readingShare) * message.share)
            break
          case 'done':
            set({ fit: { kind: 'done', outcome: message.outcome } })
            if (message.outcome.kind === 'better') {
              const { parameters, reviews } = message.outcome
              progressStore.getState().record([{ kind: 'fitted', parameters, reviews }])
            }
            break
          case 'failed':
            set({ fit: { kind: 'failed', reason: message.failure.reason } })
            break
        }
      })
    }

    return {
      fit: { kind: 'none' },
      begin,
      cancel: () => {
        stop()
        if (get().fit.kind === 'working') set({ fit: { kind: 'none' } })
      },
      toPublished: () => {
        if (progressStore.getState().progress.fitted !== null) progressStore.getState().record([{ kind: 'fitted', parameters: null }])
        if (get().fit.kind !== 'working') set({ fit: { kind: 'none' } })
      },
    }
  })

export type FitStore = ReturnType<typeof createFitStore>
