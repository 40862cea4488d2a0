import type { ReactNode } from 'react'
import { useData } from '../../stores/StudyProvider.tsx'

/** A button that waits while another task is under way. It keeps the focus then, which a disabled one would lose. */
export const TaskButton = ({
  onPress,
  className = 'btn',
  name,
  children,
}: {
  onPress: () => void
  className?: string
  /** For a screen reader, where the words alone say too little. */
  name?: string
  children: ReactNode
}) => {
  const isBusy = useData((state) => state.task !== null)
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      aria-disabled={isBusy || undefined}
      onClick={() => {
        if (!isBusy) onPress()
      }}
    >
      {children}
    </button>
  )
}
