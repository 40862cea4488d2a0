import type { Lang, Question, Topic } from '../content/types.ts'
import type { Confidence, Response, StudyAct } from '../history/events.ts'
import { score } from './scoring.ts'
import { tookFor } from './tookFor.ts'

export type AnsweredAct = Extract<StudyAct, { kind: 'answered' }>

interface Circumstances {
  readonly tookMs: number
  readonly lang: Lang
  /** `null`: the learner did not say. */
  readonly confidence: Confidence | null
}

/** What the log is told of an answer. `topic`: the one that the question stands in. */
export const answeredAct = (
  question: Question,
  response: Response,
  topic: Pick<Topic, 'sections'>,
  { tookMs, lang, confidence }: Circumstances,
): AnsweredAct => {
  const other = tookFor(question, response, topic)
  return {
    kind: 'answered',
    item: question.id,
    response,
    verdict: score(question, response).verdict,
    tookMs,
    lang,
    ...(confidence === null ? {} : { confidence }),
    ...(other === undefined ? {} : { tookFor: other }),
    ...(question.kind === 'exercise' ? { seed: question.seed } : {}),
  }
}
