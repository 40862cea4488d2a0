import './grades.css'
import { useTranslation } from 'react-i18next'
import type { Grade } from '../core/history/events.ts'
import { Key } from './Key.tsx'

const grades = [1, 2, 3, 4] as const satisfies readonly Grade[]

export interface GradeBarProps {
  readonly returns: (grade: Grade) => string
  readonly onGrade: (grade: Grade) => void
  /** Whether the screen has keys for the grades. */
  readonly keys: boolean
}

/** Four grades of one size; each says in words when the fact would come back. Good is what Space and Enter do. */
export const GradeBar = ({ returns, onGrade, keys }: GradeBarProps) => {
  const { t } = useTranslation()
  return (
    <fieldset className="grades">
      <legend className="sr">{t('grade.title')}</legend>
      {grades.map((grade) => (
        <button key={grade} type="button" className={grade === 3 ? 'grade default' : 'grade'} onClick={() => onGrade(grade)}>
          {keys && <Key>{String(grade)}</Key>}
          <b>{t(`grade.${grade}`)}</b> <span className="num">{returns(grade)}</span>
        </button>
      ))}
    </fieldset>
  )
}
