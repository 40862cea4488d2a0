import { use } from 'react'
import { findItem } from '../../catalog/catalog.ts'
import { isCard, type Lang, type Question, type Section, type Topic } from '../../core/content/types.ts'
import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import { type ItemId, topicOf } from '../../core/ids.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import { type Seed, seedFor } from '../../core/random.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'

export interface AskedInExam {
  readonly question: Question
  readonly section: Section
  readonly topic: Topic
  readonly shown: readonly number[]
}

/** A question of a topic as an exam asks it; nothing for a card, which no exam draws. */
export const askedInExam = (topic: Topic, id: ItemId, seed: Seed): AskedInExam | undefined => {
  const found = findItem(topic, id)
  if (found === undefined || isCard(found.item)) return undefined
  const question = poseQuestion(found.item, seedFor(seed, id), topic.lang)
  return { question, section: found.section, topic, shown: shownOrder(question, seed) }
}

/** Suspends while the words are on the way. */
export const useExamQuestion = ({ seed }: Exam, id: ItemId, lang: Lang): AskedInExam | undefined =>
  askedInExam(use(useStudy().catalog.loadTopic(topicOf(id), lang)), id, seed)

/** Several at once. */
export const useExamQuestions = ({ seed }: Exam, ids: readonly ItemId[], lang: Lang): ReadonlyMap<ItemId, AskedInExam> => {
  const { catalog } = useStudy()
  const asked = new Map<ItemId, AskedInExam>()
  for (const id of ids) {
    const each = askedInExam(use(catalog.loadTopic(topicOf(id), lang)), id, seed)
    if (each !== undefined) asked.set(id, each)
  }
  return asked
}
