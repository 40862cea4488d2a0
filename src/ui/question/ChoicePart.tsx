import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, RichText } from '../Blocks.tsx'
import { VerdictMark } from '../VerdictPanel.tsx'
import { pickOption } from './pickOption.ts'
import type { ChoiceProps } from './questionProps.ts'
import { Stem } from './Stem.tsx'

type Standing = 'right' | 'wrong' | 'missed' | 'plain'
const standingOf = (correct: boolean, picked: boolean): Standing => (correct ? (picked ? 'right' : 'missed') : picked ? 'wrong' : 'plain')

/** The letter of the option shown at a place, counting from 0. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** Choice of one or several: native radios or checkboxes, reasons for all options at once after the answer. */
export const ChoicePart = ({ question, setting, shown, response, onRespond, scored }: ChoiceProps) => {
  const { t, i18n } = useTranslation()
  const group = useId()
  const stem = useId()
  const how = useId()
  const rightCount = question.options.filter((option) => option.correct).length
  const single = rightCount === 1
  return (
    <fieldset className="question" aria-labelledby={stem} aria-describedby={how}>
      <Stem id={stem} blocks={question.stem} setting={setting} />
      <p className="pick" id={how}>
        {t('choice.pick', { count: rightCount })}
      </p>
      <ul className="opts" lang={setting.lang}>
        {shown.map((index, place) => {
          const option = question.options[index]
          if (option === undefined) return null
          const picked = response.picked.includes(index)
          const letter = letterOf(place)
          const words = <RichText rich={option.text} setting={setting} />
          if (scored === undefined) {
            return (
              <li key={index} className="opt">
                <label>
                  <input
                    type={single ? 'radio' : 'checkbox'}
                    name={group}
                    checked={picked}
                    onChange={() => onRespond(pickOption(question, response.picked, index))}
                    // The arrow keys of a radio group move the choice; only the submit button answers.
                  />
                  <span className="let" aria-hidden="true">
                    {letter}
                  </span>
                  <span>{words}</span>
                </label>
              </li>
            )
          }
          const standing = standingOf(option.correct, picked)
          const tag = standing === 'plain' ? null : t(`choice.${standing}`)
          return (
            <li key={index} className="opt" data-standing={standing}>
              <div className="optrow">
                {standing === 'plain' ? <span /> : <VerdictMark verdict={option.correct ? 'correct' : 'wrong'} />}
                <span className="let">{letter}</span>
                <span>
                  {words}
                  {tag !== null && (
                    <span className="tag" lang={i18n.language}>
                      {' '}
                      {tag}
                    </span>
                  )}
                </span>
              </div>
              <div className="reason">
                <Blocks blocks={option.reason} setting={setting} />
              </div>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
