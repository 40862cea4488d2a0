import { useId, useState } from 'react'
import { isTypedEnter } from './typedEnter.ts'
import './entry.css'

const numberIn = (text: string): number => {
  // Digits as a Japanese keyboard gives them count as well.
  const plain = text.normalize('NFKC').trim()
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN
}

/** A whole number that is taken over with Enter or on leaving the field; until then nothing has changed. */
export const NumberField = <Value extends number | null>({
  label,
  isLabelShown = false,
  unit,
  value,
  min,
  max,
  emptyMeans,
  problem,
  describedBy,
  onChange,
}: {
  label: string
  isLabelShown?: boolean
  unit: string
  value: Value
  min: number
  max: number
  /** What an empty field stands for; left out, a number is needed. */
  emptyMeans?: Value
  /** What to say of anything else than a number from `min` to `max`. */
  problem: string
  describedBy?: string
  onChange: (value: number | Value) => void
}) => {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const take = (): void => {
    if (draft === null) return
    const number = numberIn(draft)
    const isEmpty = draft.trim() === ''
    const isRight = isEmpty ? emptyMeans !== undefined : number >= min && number <= max
    setIsWrong(!isRight)
    if (!isRight) return
    setDraft(null)
    const next = isEmpty && emptyMeans !== undefined ? emptyMeans : number
    if (next !== value) onChange(next)
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
          type="text"
          inputMode="numeric"
          autoComplete="off"
          size={4}
          value={draft ?? value ?? ''}
          aria-invalid={isWrong}
          aria-describedby={[isWrong ? `${id}-problem` : '', describedBy ?? ''].join(' ').trim() || undefined}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (isTypedEnter(event)) take()
          }}
        />
        <span>{unit}</span>
      </div>
      <p className="problem" role="alert" id={`${id}-problem`}>
        {isWrong && problem}
      </p>
    </div>
  )
}
