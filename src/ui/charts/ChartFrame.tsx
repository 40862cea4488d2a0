import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './charts.css'

export interface ChartTable {
  /** The first column names the rows. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * A chart with its title, the same values as a table, and a sentence on what they
 * are. Drawn by this folder: bars, a line and discs are less code than a chart
 * library takes to be themed, named and read by keyboard.
 */
export const ChartFrame = ({
  title,
  table,
  note,
  children,
}: {
  title: string
  table: ChartTable
  note?: ReactNode
  children: ReactNode
}) => {
  const { t } = useTranslation()
  const id = useId()
  const [isTable, setIsTable] = useState(false)
  return (
    <section className="sec chart" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
        <button type="button" className="linkbtn" aria-describedby={id} onClick={() => setIsTable(!isTable)}>
          {t(isTable ? 'progress.asChart' : 'progress.asTable')}
        </button>
      </div>
      {isTable ? <ValueTable title={title} table={table} /> : children}
      {note}
    </section>
  )
}

const ValueTable = ({ title, table: { head, rows } }: { title: string; table: ChartTable }) => (
  <section
    className="valuetable"
    aria-label={title}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls inside itself, so a keyboard must reach it
    tabIndex={0}
  >
    <table className="num">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, column) => (
              <td key={head[column + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
