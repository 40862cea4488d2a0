import type { Lang } from '../../core/content/types.ts'
import type { StudyAct } from '../../core/history/events.ts'
import type { QueueEntry } from '../../core/schedule/planReview.ts'
import type { SessionFrameProps } from '../../ui/SessionFrame.tsx'

export type Frame = Omit<SessionFrameProps, 'bar' | 'children' | 'wide'>

export interface ReviewItemProps {
  readonly frame: Frame
  readonly entry: QueueEntry
  readonly revealed: boolean
  /** The first item of the sitting takes no focus: the page has just been opened. */
  readonly first: boolean
  readonly lang: Lang
  /** The section before a new item was read, or declined. */
  readonly onRead: (read: boolean) => void
  readonly onReveal: () => void
  /** `advance`: the next item is wanted at once; a question stays until its reasons are read. */
  readonly onAnswer: (act: StudyAct, missed: boolean, advance: boolean) => void
  /** An exercise done once more with other numbers. */
  readonly onPractice: (act: StudyAct) => void
  readonly onNext: () => void
  readonly onSkip: () => void
  readonly onSuspend: () => void
  readonly onBury: () => void
  readonly onReset: () => void
  /** The note of a mark, empty for one without words; `null` removes the mark. */
  readonly onMark: (note: string | null) => void
}
