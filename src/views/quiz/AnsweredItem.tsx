import { useMemo } from 'react'
import { factPlace } from '../../catalog/factPlace.ts'
import { isCard } from '../../core/content/types.ts'
import { poseQuestion } from '../../core/exercise/poseQuestion.ts'
import type { Attempt } from '../../core/history/foldAttempt.ts'
import { type ItemId, sectionPath } from '../../core/ids.ts'
import { score } from '../../core/quiz/scoring.ts'
import { shownOrder } from '../../core/quiz/shownOrder.ts'
import { seedFor } from '../../core/random.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { useItem } from '../../stores/useTopic.ts'
import { AnsweredQuestion } from '../../ui/question/AnsweredQuestion.tsx'

/** A question of an attempt with what was answered and every reason. */
export const AnsweredItem = ({ attempt, id, open }: { attempt: Attempt; id: ItemId; open: boolean }) => {
  const lang = useLang()
  const { catalog } = useStudy()
  const { item, section, topic } = useItem(id, lang)
  const answer = attempt.answers.get(id)
  const numbers = answer?.seed ?? seedFor(attempt.seed, id)
  const question = useMemo(() => (isCard(item) ? undefined : poseQuestion(item, numbers, lang)), [item, numbers, lang])
  if (question === undefined || answer === undefined) return null
  const setting = { lang, sources: topic.sources, terms: {} }
  return (
    <AnsweredQuestion
      question={question}
      setting={setting}
      shown={shownOrder(question, attempt.seed)}
      response={answer.response}
      verdict={answer.verdict}
      scored={score(question, answer.response)}
      sectionPath={sectionPath(section.id)}
      other={factPlace(answer.tookFor, catalog.links, topic)}
      confidence={answer.confidence ?? null}
      open={open}
    />
  )
}
