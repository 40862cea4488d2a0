import './session.css'
import { type ReactNode, useEffect } from 'react'

export interface SessionFrameProps {
  /** Leave, at the left of the line above. */
  readonly leave: ReactNode
  readonly name: string
  readonly position: number
  readonly total: number
  readonly progressLabel: string
  /** Saved, undo, language. */
  readonly tools: ReactNode
  readonly bar: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of everything that is answered item by item: no rail and no tabs, a line above and a bar below. */
export const SessionFrame = ({ leave, name, position, total, progressLabel, tools, bar, wide = false, children }: SessionFrameProps) => {
  useEffect(() => {
    document.documentElement.dataset.frame = 'session'
    // Each item has a frame of its own and is read from its top, however far down the last one ended.
    window.scrollTo(0, 0)
    return () => {
      delete document.documentElement.dataset.frame
    }
  }, [])
  return (
    <div className="session" data-wide={wide}>
      <header className="sbar">
        <div className="side">{leave}</div>
        <div className="progress">
          <div className="txt num" aria-hidden="true">
            <span>{name}</span>
            <span>
              {position} / {total}
            </span>
          </div>
          <progress className="sr" value={position} max={total} aria-label={progressLabel} />
          <div className="track" aria-hidden="true">
            <i style={{ width: `${total === 0 ? 0 : (100 * position) / total}%` }} />
          </div>
        </div>
        <div className="side">{tools}</div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="abar">
        <div className="in">{bar}</div>
      </footer>
    </div>
  )
}
