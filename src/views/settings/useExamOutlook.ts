import { useEffect, useState } from 'react'
import { type ExamOutlook, examOutlook } from '../../core/schedule/examOutlook.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'

/** Any other would do as well; the same one each time gives the same numbers. */
const seed = 1
/** The page stays quick between two slices of the work. */
const sliceMs = 12

export type OutlookState =
  | { readonly kind: 'working' /** 0 to 1. */; readonly share: number }
  | { readonly kind: 'done'; readonly outlook: ExamOutlook | null }

/** The outlook on the exam, reckoned in slices after each change of the history or the plan. */
export const useExamOutlook = (): OutlookState => {
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  const [state, setState] = useState<OutlookState>({ kind: 'working', share: 0 })
  useEffect(() => {
    setState({ kind: 'working', share: 0 })
    const steps = examOutlook(progress, catalog.links, now(), seed)
    let next: ReturnType<typeof setTimeout>
    const work = (): void => {
      const began = performance.now()
      for (;;) {
        const step = steps.next()
        if (step.done === true) {
          setState({ kind: 'done', outlook: step.value })
          return
        }
        if (performance.now() - began < sliceMs) continue
        setState({ kind: 'working', share: step.value })
        next = setTimeout(work)
        return
      }
    }
    // After the paint that says that it is reckoned.
    next = setTimeout(work)
    return () => clearTimeout(next)
  }, [progress, catalog, now])
  return state
}
