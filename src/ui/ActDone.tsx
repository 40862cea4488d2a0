import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface ActDoneProps {
  readonly text: string
  /** Nothing: there is nothing to take back any more. */
  readonly onUndo: (() => void) | undefined
}

/** What was just done, with the way back. Takes the focus, since the control that did it is gone; give it a `key` per act. */
export const ActDone = ({ text, onUndo }: ActDoneProps) => {
  const { t } = useTranslation()
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus({ preventScroll: true }), [])
  return (
    <p className="ways" ref={line} tabIndex={-1}>
      {text}
      {onUndo !== undefined && (
        <button type="button" className="linkbtn" onClick={onUndo}>
          {t('session.undo')}
        </button>
      )}
    </p>
  )
}
