import { type ReactNode, useId, useRef } from 'react'
import type { GlossaryTerm, Lang } from '../core/content/types.ts'

/** A word that explains itself: reading, the other language, one sentence. Opens on click, closes with Esc. */
export const TermWord = ({ term, lang, children }: { term: GlossaryTerm; lang: Lang; children: ReactNode }) => {
  const id = useId()
  const pop = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const other: Lang = lang === 'ja' ? 'en' : 'ja'
  // Beside the word, kept inside the window: CSS anchors are not everywhere yet.
  const place = (): void => {
    const box = button.current?.getBoundingClientRect()
    if (box === undefined || pop.current === null) return
    const width = Math.min(352, window.innerWidth - 32)
    pop.current.style.width = `${width}px`
    pop.current.style.left = `${Math.max(16, Math.min(box.left, window.innerWidth - width - 16))}px`
    const below = box.bottom + 8
    const height = pop.current.offsetHeight
    pop.current.style.top = `${below + height > window.innerHeight ? Math.max(8, box.top - height - 8) : below}px`
  }
  return (
    <>
      <button ref={button} type="button" className="term" popoverTarget={id}>
        {children}
      </button>
      <span ref={pop} id={id} popover="auto" className="pop" onToggle={place}>
        <strong>{term[lang]}</strong>{' '}
        <span className="yomi">
          {lang === 'ja' && term.reading !== term.ja && <span>{term.reading}・</span>}
          <span lang={other}>{term[other]}</span>
        </span>
        <span className="definition">{term.definition[lang]}</span>
      </span>
    </>
  )
}
