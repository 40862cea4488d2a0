import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang, Question } from '../../core/content/types.ts'
import type { Response } from '../../core/history/events.ts'
import type { FactId } from '../../core/ids.ts'
import { LinkContext } from '../LinkContext.tsx'
import { letterOf } from './ChoicePart.tsx'

/** A fact that was given in place of the one asked. */
export interface OtherFact {
  readonly fact: FactId
  readonly words: string
  /** Where it is taught. */
  readonly path: string
}

/** The letter of the option that belongs to the other fact; nothing for what was typed. */
const letterFor = (question: Question, response: Response, shown: readonly number[], other: OtherFact): string | undefined => {
  if (question.kind !== 'choice' || response.kind !== 'choice') return undefined
  const place = shown.findIndex((index) => {
    const option = question.options[index]
    return option !== undefined && response.picked.includes(index) && !option.correct && option.confuses.includes(other.fact)
  })
  return place < 0 ? undefined : letterOf(place)
}

interface TookForProps {
  readonly question: Question
  readonly response: Response
  readonly shown: readonly number[]
  readonly other: OtherFact
  /** Of the other fact's words. */
  readonly lang: Lang
}

/** That what was picked or typed belongs elsewhere, and where. */
export const TookFor = ({ question, response, shown, other, lang }: TookForProps) => {
  const { t } = useTranslation()
  const LinkPart = useContext(LinkContext)
  const letter = letterFor(question, response, shown, other)
  return (
    <p className="took">
      {letter === undefined ? t('tookFor.typed') : t('tookFor.picked', { letter })}
      <LinkPart href={other.path}>
        <span lang={lang}>{other.words}</span>
      </LinkPart>
    </p>
  )
}
