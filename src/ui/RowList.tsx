import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface RowListProps<Row> {
  /** The latest first. */
  readonly rows: readonly Row[]
  /** How many are in sight at once; the others unfold. */
  readonly atOnce: number
  /** A list item with its key. */
  readonly children: (row: Row) => ReactNode
}

/** A list whose latest rows are in sight; earlier ones are drawn when they are unfolded. */
export const RowList = <Row,>({ rows, atOnce, children }: RowListProps<Row>) => {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const earlier = rows.slice(atOnce)
  return (
    <>
      <ul className="rowlist">{rows.slice(0, atOnce).map(children)}</ul>
      {earlier.length > 0 && (
        <details className="why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{t('earlier.show', { count: earlier.length })}</summary>
          {isOpen && <ul className="rowlist">{earlier.map(children)}</ul>}
        </details>
      )}
    </>
  )
}
