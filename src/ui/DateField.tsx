import { useId, useRef, useState } from 'react'
import { isTypedEnter } from './typedEnter.ts'
import './entry.css'

/**
 * A date that is taken over when it is picked, or with Enter or on leaving the
 * field when it is typed: half a date is often one as well, of another year.
 */
export const DateField = ({
  label,
  isLabelShown = false,
  value,
  min,
  problemOf,
  incomplete,
  describedBy,
  onChange,
}: {
  label: string
  isLabelShown?: boolean
  /** `YYYY-MM-DD`, empty for none. */
  value: string
  min: string
  /** What is wrong with a date, if something is. */
  problemOf: (date: string) => string | undefined
  /** What to say of a date that was only begun. */
  incomplete: string
  describedBy?: string
  /** Empty when it was cleared. */
  onChange: (date: string) => void
}) => {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const isTyping = useRef(false)
  const take = (input: HTMLInputElement): void => {
    const next = input.value
    const wrong = input.validity.badInput ? incomplete : next === '' ? undefined : problemOf(next)
    setProblem(wrong)
    if (wrong !== undefined) return
    setDraft(null)
    if (next !== value) onChange(next)
  }
  const takeTyped = (input: HTMLInputElement): void => {
    if (draft !== null || input.validity.badInput) take(input)
  }
  return (
    <div className="entry">
      <div className="entryline">
        <label htmlFor={id} className={isLabelShown ? undefined : 'sr'}>
          {label}
        </label>
        <input
          id={id}
          className="field num"
          type="date"
          min={min}
          value={draft ?? value}
          aria-invalid={problem !== undefined}
          aria-describedby={[problem === undefined ? '' : `${id}-problem`, describedBy ?? ''].join(' ').trim() || undefined}
          onChange={(event) => {
            setDraft(event.target.value)
            if (!isTyping.current) take(event.target)
          }}
          onBlur={(event) => {
            isTyping.current = false
            takeTyped(event.target)
          }}
          onKeyDown={(event) => {
            if (isTypedEnter(event)) takeTyped(event.currentTarget)
            else if (event.key !== 'Tab') isTyping.current = true
          }}
        />
      </div>
      <p className="problem" role="alert" id={`${id}-problem`}>
        {problem}
      </p>
    </div>
  )
}
