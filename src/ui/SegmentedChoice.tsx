import { useId } from 'react'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly lang?: string
}

/** One of a few values, as native radio buttons in a row. */
export const SegmentedChoice = <Value extends string>({
  legend,
  value,
  options,
  onChange,
  name,
  describedBy,
}: {
  legend: string
  name: string
  value: Value
  options: readonly Segment<Value>[]
  onChange: (value: Value) => void
  describedBy?: string
}) => {
  const id = useId()
  return (
    <fieldset className="seg" aria-describedby={describedBy}>
      <legend className="sr">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={`${name}-${id}`}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
