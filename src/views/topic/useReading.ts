import { useEffect, useRef, useState } from 'react'
import type { Topic } from '../../core/content/types.ts'
import type { SectionId } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'

/** A section whose end came into view this soon after its beginning was scrolled past, not read. */
const shortestReadMs = 5000

/**
 * Follows the reader: which section is at the top of the window, and which have
 * been read (from first sight to the end, not faster than a glance).
 */
export const useReading = (
  topic: Topic,
): { current: SectionId | null; observe: (id: SectionId) => (element: HTMLElement | null) => (() => void) | undefined } => {
  const { now } = useStudy()
  const record = useProgress((state) => state.record)
  const read = useProgress((state) => state.progress.read)
  const [current, setCurrent] = useState<SectionId | null>(topic.sections[0]?.id ?? null)
  const elements = useRef(new Map<SectionId, HTMLElement>())
  const firstSeen = useRef(new Map<SectionId, number>())
  const known = useRef(read)
  known.current = read

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      const { at } = now()
      let top: SectionId | null = null
      for (const [id, element] of elements.current) {
        const box = element.getBoundingClientRect()
        if (box.top < window.innerHeight && box.bottom > 0) {
          if (!firstSeen.current.has(id)) firstSeen.current.set(id, at)
          const seenAt = firstSeen.current.get(id) ?? at
          if (box.bottom <= window.innerHeight && at - seenAt >= shortestReadMs && !known.current.has(id))
            record([{ kind: 'read', section: id }])
        }
        if (box.top < window.innerHeight / 3) top = id
      }
      setCurrent(top ?? topic.sections[0]?.id ?? null)
    }
    const timer = setInterval(look, 1000)
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      clearInterval(timer)
      window.removeEventListener('scroll', look)
    }
  }, [topic, now, record])

  return {
    current,
    observe: (id) => (element) => {
      if (element === null) return undefined
      elements.current.set(id, element)
      return () => elements.current.delete(id)
    },
  }
}
