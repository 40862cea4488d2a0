import { type ReactNode, useId } from 'react'

/** A part of a page under a heading of its own. */
export const TitledSection = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  )
}
