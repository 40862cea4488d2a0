import './answeredQuestion.css'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../core/content/types.ts'
import type { Confidence, Response, Verdict } from '../../core/history/events.ts'
import type { Scored } from '../../core/quiz/scored.ts'
import { Blocks, type Setting } from '../Blocks.tsx'
import { LinkContext } from '../LinkContext.tsx'
import { firstWords } from '../plainText.ts'
import { Sources } from '../Sources.tsx'
import { VerdictMark } from '../VerdictPanel.tsx'
import { QuestionPart } from './QuestionPart.tsx'
import { type OtherFact, TookFor } from './TookFor.tsx'

const nothing = (): void => undefined

interface AnsweredQuestionProps {
  readonly question: Question
  readonly setting: Setting
  readonly shown: readonly number[]
  readonly response: Response
  readonly verdict: Verdict
  readonly scored: Scored
  /** Where the section that teaches it stands. */
  readonly sectionPath: string
  /** What a wrong answer belongs to, where that is known. */
  readonly other: OtherFact | undefined
  /** What the learner said to be; `null`: nothing. */
  readonly confidence: Confidence | null
  readonly open: boolean
  /** What there is to say beside the question's words. */
  readonly note?: ReactNode
}

/** A question of a result: its verdict and first words, unfolding to every reason, the explanation and its source. */
export const AnsweredQuestion = ({
  question,
  setting,
  shown,
  response,
  verdict,
  scored,
  sectionPath,
  other,
  confidence,
  open,
  note,
}: AnsweredQuestionProps) => {
  const { t } = useTranslation()
  const LinkPart = useContext(LinkContext)
  return (
    <details className="answereditem" open={open}>
      <summary>
        <span data-verdict={verdict}>
          <VerdictMark verdict={verdict} />
          <span className="sr">{t(`verdict.${verdict}`)} </span>
        </span>
        <span>
          {firstWords(question.stem)}
          {confidence !== null && <span className="meta"> {t(`confidence.${confidence}`)}</span>}
          {note}
        </span>
      </summary>
      <div className="box q">
        <QuestionPart
          question={question}
          setting={setting}
          shown={shown}
          response={response}
          onRespond={nothing}
          onSubmit={nothing}
          scored={scored}
        />
        <div className="explain">
          {other !== undefined && <TookFor question={question} response={response} shown={shown} other={other} lang={setting.lang} />}
          <h3>{t('question.explanation')}</h3>
          <Blocks blocks={question.explanation} setting={setting} />
          <p className="src">
            <Sources keys={question.sources} setting={setting} /> <LinkPart href={sectionPath}>{t('session.readSection')}</LinkPart>
          </p>
        </div>
      </div>
    </details>
  )
}
