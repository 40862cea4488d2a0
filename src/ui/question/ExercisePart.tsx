import './exercise.css'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExerciseField } from '../../core/content/types.ts'
import { Blocks, RichText } from '../Blocks.tsx'
import { plainText } from '../plainText.ts'
import { VerdictMark } from '../VerdictPanel.tsx'
import type { ExerciseProps } from './questionProps.ts'
import { Stem } from './Stem.tsx'

/** How an answer is typed, where that is not plain. */
const useFormHint = (): ((form: ExerciseField['form']) => string | undefined) => {
  const { t } = useTranslation()
  return (form) => {
    switch (form.kind) {
      case 'number':
        return form.mayBeNone === true ? t('exercise.form.none') : undefined
      case 'size':
      case 'mask':
      case 'words':
      case 'sequence':
      case 'capabilities':
        return t(`exercise.form.${form.kind}`)
      case 'word':
      case 'pick':
        return undefined
    }
  }
}

/** Numbers to work with, a field for each answer, and after the answer the way to it, step by step. */
export const ExercisePart = ({ question, setting, response, onRespond, onSubmit, scored }: ExerciseProps) => {
  const { t, i18n } = useTranslation()
  const id = useId()
  const stem = useId()
  const how = useId()
  const form = useRef<HTMLFormElement>(null)
  const hintOf = useFormHint()
  const typed = (place: number): string => response.answers[place] ?? ''
  const type = (place: number, text: string): void =>
    onRespond({ kind: 'exercise', answers: question.fields.map((_, other) => (other === place ? text : typed(other))) })
  /** What an answer reads like: of a pick the option's words. */
  const shown = (field: ExerciseField, text: string): string => {
    if (field.form.kind === 'pick') return plainText(field.form.options.find((option) => option.key === text)?.text ?? [])
    return text === 'none' ? t('exercise.nothing') : text
  }
  return (
    <fieldset className="question exercise" aria-labelledby={stem} aria-describedby={how} data-seed={question.seed}>
      <Stem id={stem} blocks={question.stem} setting={setting} />
      <p className="pick" id={how}>
        {t('exercise.how')}
      </p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          // Enter goes to the next field that is empty, and from the last one hands in.
          const empty = question.fields.findIndex((_, place) => typed(place).trim() === '')
          const field = form.current?.querySelectorAll<HTMLElement>('input, select')[empty]
          if (field === undefined) onSubmit()
          else field.focus()
        }}
      >
        <ul className="opts fields" lang={setting.lang}>
          {question.fields.map((field, place) => {
            const { form: kind } = field
            const hint = hintOf(kind)
            const label = <RichText rich={field.label} setting={setting} />
            if (scored !== undefined) {
              const right = scored.parts[place] === true
              return (
                <li key={place} className="opt" data-standing={right ? 'right' : 'wrong'}>
                  <div className="optrow">
                    <VerdictMark verdict={right ? 'correct' : 'wrong'} />
                    <div>
                      <p>{label}</p>
                      <dl className="given">
                        {!right && (
                          <div>
                            <dt lang={i18n.language}>{t('exercise.yours')}</dt>
                            <dd className="mono">{shown(field, typed(place))}</dd>
                          </div>
                        )}
                        <div>
                          <dt className="tag" lang={i18n.language}>
                            {t(right ? 'choice.right' : 'fill.expected')}
                          </dt>
                          <dd className="mono">
                            {shown(field, field.expected)}
                            {kind.kind === 'number' && kind.unit !== undefined && ` ${kind.unit}`}
                          </dd>
                        </div>
                      </dl>
                    </div>
                  </div>
                </li>
              )
            }
            const unit = kind.kind === 'number' ? kind.unit : undefined
            const said = [unit && `${id}-${place}-unit`, hint && `${id}-${place}-hint`].filter((part) => part !== undefined)
            const shared = { id: `${id}-${place}`, 'aria-describedby': said.join(' ') || undefined }
            return (
              <li key={place} className="exfield">
                <label htmlFor={shared.id}>{label}</label>
                {kind.kind === 'pick' ? (
                  <select {...shared} className="field" value={typed(place)} onChange={(event) => type(place, event.target.value)}>
                    <option value="">{t('match.choose')}</option>
                    {kind.options.map((option) => (
                      <option key={option.key} value={option.key}>
                        {plainText(option.text)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <span className="withunit">
                    <input
                      {...shared}
                      className="field mono"
                      type="text"
                      value={typed(place)}
                      onChange={(event) => type(place, event.target.value)}
                      onKeyDown={(event) => {
                        if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault()
                      }}
                      inputMode={kind.kind === 'number' && kind.mayBeNone !== true ? 'decimal' : 'text'}
                      autoComplete="off"
                      autoCapitalize="none"
                      autoCorrect="off"
                      spellCheck={false}
                      enterKeyHint={place === question.fields.length - 1 ? 'done' : 'next'}
                    />
                    {unit !== undefined && (
                      <span className="unit" id={`${id}-${place}-unit`}>
                        {unit}
                      </span>
                    )}
                  </span>
                )}
                {hint !== undefined && (
                  <p className="hint" id={`${id}-${place}-hint`} lang={i18n.language}>
                    {hint}
                  </p>
                )}
              </li>
            )
          })}
        </ul>
        {/* Without a button of its own a form of several fields hands nothing in on Enter. */}
        {scored === undefined && <button type="submit" hidden />}
      </form>
      {scored !== undefined && (
        <div className="explain solution">
          <h2>{t('exercise.solution')}</h2>
          <div lang={setting.lang}>
            <Blocks blocks={question.solution} setting={setting} />
          </div>
        </div>
      )}
    </fieldset>
  )
}
