import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Blocks, Code } from '../Blocks.tsx'
import { VerdictMark } from '../VerdictPanel.tsx'
import type { FillProps } from './questionProps.ts'
import { Stem } from './Stem.tsx'

/** An answer that is typed as into a terminal. The Enter that confirms a conversion does not submit. */
export const FillPart = ({ question, setting, response, onRespond, onSubmit, scored }: FillProps) => {
  const { t, i18n } = useTranslation()
  const field = useId()
  const stem = useId()
  const expected = question.answers.filter((answer) => answer.match !== 'near')
  const matched = scored?.matched === undefined ? undefined : question.answers[scored.matched]
  const right = scored?.verdict === 'correct'
  return (
    <div className="question">
      <Stem id={stem} blocks={question.stem} setting={setting} />
      <form
        className="fill"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <label htmlFor={field} className="pick">
          {t('fill.label')}
        </label>
        <input
          id={field}
          aria-describedby={stem}
          className="field mono"
          type="text"
          value={response.text}
          readOnly={scored !== undefined}
          onChange={(event) => onRespond({ kind: 'fill', text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault()
          }}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
        />
      </form>
      {scored !== undefined && (
        <ul className="opts" lang={setting.lang}>
          {!right && (
            <li className="opt" data-standing="wrong">
              <div className="optrow">
                <VerdictMark verdict="wrong" />
                <span className="let" />
                <span>
                  <code>{response.text}</code>{' '}
                  <span className="tag" lang={i18n.language}>
                    {t('choice.wrong')}
                  </span>
                </span>
              </div>
              <div className="reason">
                {matched !== undefined && matched.reason.length > 0 ? (
                  <Blocks blocks={matched.reason} setting={setting} />
                ) : (
                  <p>{t('fill.notAmong')}</p>
                )}
              </div>
            </li>
          )}
          {expected.map((answer) => (
            <li key={answer.text} className="opt" data-standing={right ? 'right' : 'missed'}>
              <div className="optrow">
                <VerdictMark verdict="correct" />
                <span className="let" />
                <span>
                  <Code text={answer.text} />{' '}
                  <span className="tag" lang={i18n.language}>
                    {t(answer.match === 'expected' ? 'fill.expected' : 'fill.accepted')}
                  </span>
                </span>
              </div>
              <div className="reason">
                <Blocks blocks={answer.reason} setting={setting} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
