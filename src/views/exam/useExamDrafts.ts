import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Lang } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'

interface Draft {
  readonly item: ItemId
  readonly response: Response
  readonly lang: Lang
}

/** Typing is kept this often: a record for each letter would be many, and more than this is not lost. */
const keptEveryMs = 400

export interface ExamDrafts {
  readonly responseOf: (item: ItemId) => Response | undefined
  readonly respond: (draft: Draft) => void
  /** Keeps at once what was typed. */
  readonly flush: () => void
}

/** What stands on the sheet of an exam: in the log as soon as it is chosen, or a moment after it is typed. */
export const useExamDrafts = (exam: Exam): ExamDrafts => {
  const record = useProgress((state) => state.record)
  const [typed, setTyped] = useState<Draft | null>(null)
  const pending = useRef<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const flush = (): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const draft = pending.current
    if (draft === null) return
    pending.current = null
    record([{ kind: 'examAnswered', attempt: exam.id, ...draft }])
    setTyped(null)
  }
  const onLeave = useEffectEvent(flush)
  useEffect(() => {
    const leave = (): void => onLeave()
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [])
  return {
    responseOf: (item) => (typed?.item === item ? typed.response : exam.drafts.get(item)?.response),
    respond: (draft) => {
      if (pending.current?.item !== draft.item) flush()
      pending.current = draft
      if (draft.response.kind !== 'fill') {
        flush()
        return
      }
      setTyped(draft)
      timer.current ??= setTimeout(flush, keptEveryMs)
    },
    flush,
  }
}
