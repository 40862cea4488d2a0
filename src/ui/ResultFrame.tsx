import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LeaveLink } from './LeaveLink.tsx'
import { SessionFrame } from './SessionFrame.tsx'
import { UndoButton } from './UndoButton.tsx'

interface ResultFrameProps {
  /** Of the kind of session. */
  readonly name: string
  readonly leaveTo: string
  readonly title: string
  /** How many questions there were. */
  readonly total: number
  readonly progressLabel: string
  /** Takes back what ended it; nothing where that cannot be. */
  readonly onUndo: (() => void) | undefined
  readonly bar: ReactNode
  readonly children: ReactNode
}

/** What comes after the last question: the heading takes the focus, since what had it is gone. */
export const ResultFrame = ({ name, leaveTo, title, total, progressLabel, onUndo, bar, children }: ResultFrameProps) => {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <SessionFrame
      leave={<LeaveLink to={leaveTo} />}
      name={name}
      position={total}
      total={total}
      progressLabel={progressLabel}
      tools={onUndo === undefined ? null : <UndoButton enabled onUndo={onUndo} />}
      bar={<div className="quizbar">{bar}</div>}
    >
      <title>{t('title.page', { name: title })}</title>
      <div className="col result">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </SessionFrame>
  )
}
