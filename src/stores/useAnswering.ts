import { useRef, useState } from 'react'
import type { Question } from '../core/content/types.ts'
import type { Confidence, Response, Verdict } from '../core/history/events.ts'
import type { Missing, Scored } from '../core/quiz/scored.ts'
import { emptyResponse, score, validate } from '../core/quiz/scoring.ts'

export interface Answering {
  readonly response: Response
  readonly respond: (response: Response) => void
  /** What the last try to submit lacked. */
  readonly missing: Missing | null
  readonly scored: Scored | undefined
  /** How sure the learner says to be; `null`: nothing was said, as at the start of each question. */
  readonly confidence: Confidence | null
  readonly judge: (confidence: Confidence | null) => void
  /** Scores the response if there is one to score, and gives it to `onAnswer`. */
  readonly submit: () => void
}

/** An answer that is in the log already. */
export interface Given {
  readonly response: Response
  readonly verdict: Verdict
  readonly confidence?: Confidence
}

/** The state of one question on screen; what was `given` before, or elsewhere meanwhile, stands and is not answered twice. Give the component that uses it a `key` per item. */
export const useAnswering = (
  question: Question,
  shown: readonly number[],
  onAnswer: (response: Response, scored: Scored, confidence: Confidence | null) => void,
  given?: Given,
): Answering => {
  // An order question starts as it is shown, which is itself an answer that can be submitted.
  const [response, setResponse] = useState<Response>(() =>
    question.kind === 'order' ? { kind: 'order', order: shown } : emptyResponse(question),
  )
  const [missing, setMissing] = useState<Missing | null>(null)
  const [scored, setScored] = useState<Scored>()
  const [confidence, setConfidence] = useState<Confidence | null>(null)
  // State is a drawing old: a second submit before the next one would be a second answer in the log.
  const isSubmitted = useRef(false)
  const isOver = (): boolean => isSubmitted.current || given !== undefined
  return {
    response: given?.response ?? response,
    respond: (next) => {
      if (isOver()) return
      setResponse(next)
      setMissing(null)
    },
    missing,
    scored: given === undefined ? scored : { ...score(question, given.response), verdict: given.verdict },
    confidence: given === undefined ? confidence : (given.confidence ?? null),
    judge: (next) => {
      if (!isOver()) setConfidence(next)
    },
    submit: () => {
      if (isOver()) return
      const complete = validate(question, response)
      if (!complete.ok) {
        setMissing(complete.error)
        return
      }
      isSubmitted.current = true
      const result = score(question, response)
      setScored(result)
      onAnswer(response, result, confidence)
    },
  }
}
