import type { Question, Topic } from '../content/types.ts'
import type { Response, StudyAct } from '../history/events.ts'
import type { Exam, ExamDraft } from '../history/foldExam.ts'
import type { ItemId } from '../ids.ts'
import { answeredAct } from '../quiz/answeredAct.ts'
import { validate } from '../quiz/scoring.ts'

/** Whether nothing stands there: a choice taken back, a field emptied. */
const isEmptyResponse = (response: Response): boolean => {
  switch (response.kind) {
    case 'choice':
      return response.picked.length === 0
    case 'fill':
      return response.text.trim() === ''
    case 'order':
      return response.order.length === 0
    case 'match':
      return response.picked.length === 0
    case 'exercise':
      return response.answers.every((text) => text.trim() === '')
  }
}

export const isAnswered = (draft: ExamDraft | undefined): draft is ExamDraft => draft !== undefined && !isEmptyResponse(draft.response)

/** How many options are chosen and how many are asked for, where those differ; `undefined` where the answer is whole, or there is none. */
export const miscounted = (question: Question, draft: ExamDraft | undefined): { chosen: number; asked: number } | undefined => {
  if (!isAnswered(draft) || question.kind !== 'choice' || draft.response.kind !== 'choice') return undefined
  if (validate(question, draft.response).ok) return undefined
  return { chosen: draft.response.picked.length, asked: question.options.filter((option) => option.correct).length }
}

/**
 * What hands an exam in, as one act: that it was, and the answers, scored. Only now
 * does the schedule hear of them. `askedOf`: the question and its topic in the
 * language that it was answered in; `undefined` for what is no longer taught.
 */
export const handInActs = (
  exam: Exam,
  askedOf: (item: ItemId, draft: ExamDraft) => { readonly question: Question; readonly topic: Pick<Topic, 'sections'> } | undefined,
): readonly StudyAct[] => [
  { kind: 'handedIn', attempt: exam.id },
  ...exam.items.flatMap((item): StudyAct[] => {
    const draft = exam.drafts.get(item)
    const asked = isAnswered(draft) ? askedOf(item, draft) : undefined
    if (draft === undefined || asked === undefined) return []
    const { response, lang, tookMs } = draft
    // How sure one is is not asked on the sheet: the marks are what counts there.
    return [{ ...answeredAct(asked.question, response, asked.topic, { tookMs, lang, confidence: null }), attempt: exam.id }]
  }),
]
