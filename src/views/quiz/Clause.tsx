import type { ReactNode } from 'react'

interface ClauseProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Options. */
  readonly children: ReactNode
  /** What follows in the sentence, and stays beside the list. */
  readonly then: string
  readonly numeric?: boolean
}

/** A place to change in the sentence that a quiz is, and the words after it. */
export const Clause = ({ label, value, onChange, children, then, numeric = false }: ClauseProps) => (
  <span className="clause">
    <select className={numeric ? 'field num' : 'field'} aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {children}
    </select>
    <span className="then">{then}</span>
  </span>
)
