import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { Exam } from '../../core/history/foldExam.ts'
import type { ItemId } from '../../core/ids.ts'
import { picksLeft } from '../../core/quiz/scoreChoice.ts'
import { emptyResponse } from '../../core/quiz/scoring.ts'
import { askingWords } from '../../ui/plainText.ts'
import { Lacking } from '../../ui/question/Lacking.tsx'
import { pickOption } from '../../ui/question/pickOption.ts'
import { QuestionPart } from '../../ui/question/QuestionPart.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import { useExamQuestion } from './useExamQuestion.ts'

interface ExamQuestionProps {
  readonly exam: Exam
  readonly item: ItemId
  readonly lang: Lang
  readonly number: number
  readonly draft: Response | undefined
  readonly takesFocus: boolean
  readonly onRespond: (response: Response) => void
  readonly onNext: () => void
}

/** One question of an exam: nothing tells whether an answer is right, nor which topic asks. */
export const ExamQuestion = ({ exam, item, lang, number, draft, takesFocus, onRespond, onNext }: ExamQuestionProps) => {
  const { t } = useTranslation()
  const asked = useExamQuestion(exam, item, lang)
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) sheet.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const choice = asked?.question.kind === 'choice' ? asked.question : undefined
  const picked = draft?.kind === 'choice' ? draft.picked : []
  // Letters choose too, but for f, which flags.
  useKeys(
    Object.fromEntries(
      (choice === undefined ? [] : (asked?.shown ?? []).slice(0, 9)).flatMap((position, place) => {
        if (choice === undefined) return []
        const pick = (): void => onRespond(pickOption(choice, picked, position))
        const letter = String.fromCharCode(97 + place)
        return letter === 'f'
          ? [[String(place + 1), pick]]
          : [
              [String(place + 1), pick],
              [letter, pick],
            ]
      }),
    ),
  )
  if (asked === undefined) return null
  const { question, shown, topic } = asked
  return (
    <section className="box bleed q" ref={sheet} tabIndex={-1} aria-label={`${t('question.label')}: ${askingWords(question.stem)}`}>
      <h1 className="sr">
        {t('question.label')} {number}
      </h1>
      <QuestionPart
        question={question}
        setting={{ lang, sources: topic.sources, terms: {} }}
        shown={shown}
        response={draft ?? emptyResponse(question)}
        onRespond={onRespond}
        onSubmit={onNext}
        scored={undefined}
      />
      {choice !== undefined && picksLeft(choice, []) > 1 && (
        <p className="pick num">
          {t('exam.chosen', { count: picked.length })}
          {/* There before anything is said in it, so that a screen reader hears what comes. */}
          <span role="status">
            {picksLeft(choice, picked) < 0 && <Lacking missing="tooMany" question={choice} response={{ kind: 'choice', picked }} />}
          </span>
        </p>
      )}
    </section>
  )
}
