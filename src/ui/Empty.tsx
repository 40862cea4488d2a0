import type { ReactNode } from 'react'
import { Raked } from './Raked.tsx'

/** An empty state: a title that states the fact, one sentence, one way on. */
export const Empty = ({
  title,
  children,
  action,
  stone = false,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
  stone?: boolean
}) => (
  <div className="empty">
    <div className="tray">
      <Raked stone={stone} />
    </div>
    <h2>{title}</h2>
    <p className="muted">{children}</p>
    {action}
  </div>
)
