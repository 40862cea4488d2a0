import { useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question, Section } from '../../core/content/types.ts'
import type { Confidence, Response } from '../../core/history/events.ts'
import type { Missing, Scored } from '../../core/quiz/scored.ts'
import { Key } from '../Key.tsx'
import { LinkContext } from '../LinkContext.tsx'
import { Blocks, RichText, type Setting } from '../Blocks.tsx'
import { askingWords } from '../plainText.ts'
import { Sources } from '../Sources.tsx'
import { useKeys } from '../useKeys.ts'
import { pickOption } from './pickOption.ts'
import { QuestionPart } from './QuestionPart.tsx'
import { type OtherFact, TookFor } from './TookFor.tsx'

/** How far the answer to a question has come. */
export interface AnswerState {
  readonly response: Response
  readonly respond: (response: Response) => void
  readonly missing: Missing | null
  readonly scored: Scored | undefined
  /** `null`: not said. */
  readonly confidence: Confidence | null
  readonly judge: (confidence: Confidence | null) => void
  readonly submit: () => void
}

export interface QuestionSheetProps {
  readonly question: Question
  readonly section: Section
  readonly topicTitle: string
  /** Where the section that teaches it stands. */
  readonly sectionPath: string
  readonly setting: Setting
  readonly shown: readonly number[]
  readonly answering: AnswerState
  /** What a wrong answer belongs to, where that is known. */
  readonly other: OtherFact | undefined
  readonly takesFocus: boolean
  /** Asks the same exercise with other numbers, as practice. */
  readonly onAgain: (() => void) | undefined
}

/** What the keys of an option do: nothing when there is no such option. */
const choose = (question: Question, shown: readonly number[], answering: AnswerState, place: number): void => {
  const index = shown[place]
  if (question.kind !== 'choice' || index === undefined || answering.scored !== undefined) return
  const { response } = answering
  answering.respond(pickOption(question, response.kind === 'choice' ? response.picked : [], index))
}

/** A question in its box: stem, ways to answer, and after the answer every reason, the explanation and its source. */
export const QuestionSheet = ({
  question,
  section,
  topicTitle,
  sectionPath,
  setting,
  shown,
  answering,
  other,
  takesFocus,
  onAgain,
}: QuestionSheetProps) => {
  const { t } = useTranslation()
  const LinkPart = useContext(LinkContext)
  const sheet = useRef<HTMLElement>(null)
  const answered = answering.scored !== undefined
  useEffect(() => {
    if (takesFocus) sheet.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const letters = question.kind === 'choice' ? shown.slice(0, 9) : []
  useKeys(
    answered
      ? {}
      : Object.fromEntries(
          letters.flatMap((_, place) => {
            const pick = (): void => choose(question, shown, answering, place)
            return [
              [String(place + 1), pick],
              [String.fromCharCode(97 + place), pick],
            ]
          }),
        ),
  )
  return (
    <div className="col quiz" data-answered={answered}>
      <aside className="qside meta">
        <p lang={setting.lang}>{topicTitle}</p>
        <p>{t(`level.${question.level}`)}</p>
        {question.legacy && <p>{t('question.legacy')}</p>}
        {letters.length > 0 && !answered && (
          <p className="keys" aria-hidden="true">
            <Key>1</Key>–<Key>{String(letters.length)}</Key> {t('question.keys')}
          </p>
        )}
      </aside>
      <section className="box bleed q" ref={sheet} tabIndex={-1} aria-label={`${t('question.label')}: ${askingWords(question.stem)}`}>
        <h1 className="sr">{t('question.label')}</h1>
        <QuestionPart
          question={question}
          setting={setting}
          shown={shown}
          response={answering.response}
          onRespond={answering.respond}
          onSubmit={answering.submit}
          scored={answering.scored}
        />
        {answered && (
          <div className="explain">
            {other !== undefined && (
              <TookFor question={question} response={answering.response} shown={shown} other={other} lang={setting.lang} />
            )}
            <h2>{t('question.explanation')}</h2>
            <div lang={setting.lang}>
              <Blocks blocks={question.explanation} setting={setting} />
            </div>
            <p className="src">
              <Sources keys={question.sources} setting={setting} />
              <span className="gap" />
              <LinkPart href={sectionPath}>
                {t('question.read')}
                <RichText rich={section.heading} setting={setting} />
              </LinkPart>
            </p>
            {question.kind === 'exercise' && onAgain !== undefined && (
              <p className="again">
                <button type="button" className="btn" onClick={onAgain}>
                  {t('exercise.again')}
                </button>
                {t('exercise.unchanged')}
              </p>
            )}
          </div>
        )}
      </section>
    </div>
  )
}
