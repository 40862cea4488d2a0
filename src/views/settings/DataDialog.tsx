import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** Asks before something is done; Esc closes it and changes nothing. The first button inside gets the focus. */
export const DataDialog = ({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Closed before it goes, it gives the focus back to where it came from. Shown again, it is not told of that.
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={() => dialog.current?.open !== true && onClose()}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  )
}
