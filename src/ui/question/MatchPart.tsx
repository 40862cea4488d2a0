import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { plainText } from '../plainText.ts'
import { RichText } from '../Blocks.tsx'
import { VerdictMark } from '../VerdictPanel.tsx'
import type { MatchProps } from './questionProps.ts'
import { Stem } from './Stem.tsx'

/** An entry of the right column for each row of the left, picked from a list; decoys belong to no row. */
export const MatchPart = ({ question, setting, shown, response, onRespond, scored }: MatchProps) => {
  const { t, i18n } = useTranslation()
  const id = useId()
  const stem = useId()
  const how = useId()
  const entries = [...question.pairs.map((pair) => pair.right), ...question.decoys]
  const pick = (row: number, entry: number): void => {
    onRespond({ kind: 'match', picked: question.pairs.map((_, other) => (other === row ? entry : (response.picked[other] ?? -1))) })
  }
  return (
    <fieldset className="question" aria-labelledby={stem} aria-describedby={how}>
      <Stem id={stem} blocks={question.stem} setting={setting} />
      <p className="pick" id={how}>
        {t(question.decoys.length > 0 ? 'match.howDecoys' : 'match.how')}
      </p>
      <ul className="opts rowsof" lang={setting.lang}>
        {question.pairs.map((pair, row) => {
          const picked = response.picked[row] ?? -1
          const right = scored?.parts[row] === true
          const chosen = entries[picked]
          return (
            <li key={row} className="opt" data-standing={scored === undefined ? undefined : right ? 'right' : 'wrong'}>
              <div className="optrow">
                {scored !== undefined && <VerdictMark verdict={right ? 'correct' : 'wrong'} />}
                <span id={`${id}-${row}`}>
                  <RichText rich={pair.left} setting={setting} />
                </span>
                {scored === undefined ? (
                  <select
                    className="field"
                    aria-labelledby={`${id}-${row}`}
                    value={picked}
                    onChange={(event) => pick(row, Number(event.target.value))}
                  >
                    <option value={-1}>{t('match.choose')}</option>
                    {shown.map((entry) => (
                      <option key={entry} value={entry}>
                        {plainText(entries[entry] ?? [])}
                      </option>
                    ))}
                  </select>
                ) : (
                  <span>
                    {chosen !== undefined && !right && (
                      <del className="picked">
                        <RichText rich={chosen} setting={setting} />
                      </del>
                    )}
                    <RichText rich={pair.right} setting={setting} />{' '}
                    <span className="tag" lang={i18n.language}>
                      {t(right ? 'choice.right' : 'match.belongs')}
                    </span>
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
