import { useRef, useState } from 'react'
import type { Topic } from '../../core/content/types.ts'
import { handInActs, isAnswered } from '../../core/exam/handIn.ts'
import type { Exam, ExamDraft } from '../../core/history/foldExam.ts'
import { type ItemId, topicOf } from '../../core/ids.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { askedInExam } from './useExamQuestion.ts'

const keyOf = (item: ItemId, { lang }: ExamDraft): string => `${lang}/${topicOf(item)}`

/** Hands an exam in. The words of what was answered have to be there to be scored: what fails to load fails it, and nothing is lost. */
export const useHandIn = ({ id }: Exam): { readonly handIn: () => Promise<void>; readonly failed: boolean } => {
  const { catalog, progressStore } = useStudy()
  const [failed, setFailed] = useState(false)
  const isUnderWay = useRef(false)
  const handIn = async (): Promise<void> => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const topics = new Map<string, Topic>()
    try {
      for (;;) {
        // Another tab may have handed it in, or answered more, while the words were on the way.
        const exam = progressStore.getState().progress.exams.get(id)
        if (exam === undefined || exam.handedIn !== null) return
        const missing = exam.items.flatMap((item) => {
          const draft = exam.drafts.get(item)
          return isAnswered(draft) && catalog.links.items.has(item) && !topics.has(keyOf(item, draft)) ? [{ item, draft }] : []
        })
        if (missing.length === 0) {
          const acts = handInActs(exam, (item, draft) => {
            const topic = topics.get(keyOf(item, draft))
            return topic && askedInExam(topic, item, exam.seed)
          })
          progressStore.getState().record(acts)
          return
        }
        await Promise.all(
          missing.map(async ({ item, draft }) => topics.set(keyOf(item, draft), await catalog.loadTopic(topicOf(item), draft.lang))),
        )
      }
    } catch {
      setFailed(true)
    } finally {
      isUnderWay.current = false
    }
  }
  return { handIn, failed }
}
