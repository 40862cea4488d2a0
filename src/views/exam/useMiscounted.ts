import type { Lang } from '../../core/content/types.ts'
import { miscounted } from '../../core/exam/handIn.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'
import { useExamQuestions } from './useExamQuestion.ts'

interface Sheet {
  readonly exam: Exam
  readonly items: readonly ItemId[]
  readonly lang: Lang
}

/** The questions of which too few or too many options are chosen, in order, with how many. */
export const useMiscounted = ({ exam, items, lang }: Sheet): ReadonlyMap<ItemId, { readonly chosen: number; readonly asked: number }> => {
  const asked = useExamQuestions(exam, items, lang)
  return new Map(
    items.flatMap((item) => {
      const question = asked.get(item)?.question
      const counts = question && miscounted(question, exam.drafts.get(item))
      return counts === undefined ? [] : [[item, counts] as const]
    }),
  )
}
