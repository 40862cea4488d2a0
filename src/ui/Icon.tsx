import type { ReactElement } from 'react'

/** Drawn marks, never emoji. `none` to `done` are the tiers of evidence. */
const drawings = {
  brand: (
    <>
      <path d="M3 4.5h18v15H3z" strokeWidth="2" />
      <circle cx="12" cy="12" r="4" fill="var(--pine)" stroke="none" />
    </>
  ),
  topics: <path d="M5 5h14M5 10h14M5 15h14M5 20h8" strokeWidth="1.8" />,
  cards: <path d="M7 8h13v11H7zM4 16V5h13" strokeWidth="1.8" />,
  review: <path d="M19 12a7 7 0 1 1-2.2-5.1M17 3v4.5h-4.5" strokeWidth="1.8" />,
  quiz: (
    <>
      <path d="M4 5h16v14H4z" strokeWidth="1.8" />
      <path d="M8 12.5l3 3 5-6" strokeWidth="1.8" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" strokeWidth="1.8" />
      <circle cx="16" cy="7" r="2.6" strokeWidth="1.8" />
      <circle cx="8" cy="17" r="2.6" strokeWidth="1.8" />
    </>
  ),
  close: <path d="M6 6l12 12M18 6L6 18" strokeWidth="1.8" />,
  undo: <path d="M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9" strokeWidth="1.8" />,
  redo: <path d="M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5" strokeWidth="1.8" />,
  up: <path d="M6 14l6-6 6 6" strokeWidth="2" />,
  down: <path d="M6 10l6 6 6-6" strokeWidth="2" />,
  back: <path d="M14 6l-6 6 6 6" strokeWidth="2" />,
  forward: <path d="M10 6l6 6-6 6" strokeWidth="2" />,
  maru: <circle cx="12" cy="12" r="8" strokeWidth="2.6" />,
  batsu: <path d="M5.5 5.5l13 13M18.5 5.5l-13 13" strokeWidth="2.6" strokeLinecap="round" />,
  sankaku: <path d="M12 4.5l8.5 15h-17z" strokeWidth="2.4" strokeLinejoin="round" />,
  check: <path d="M4.5 12.5l5 5.5L19.5 6" strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round" />,
  none: <path d="M4 8h16M4 12h16M4 16h16" strokeWidth="1.6" />,
  read: <circle cx="12" cy="12" r="6.7" strokeWidth="2.1" />,
  recognised: (
    <>
      <circle cx="12" cy="12" r="6.7" strokeWidth="2.1" />
      <path d="M12 5.3a6.7 6.7 0 0 1 0 13.4z" fill="currentColor" stroke="none" />
    </>
  ),
  recalled: <circle cx="12" cy="12" r="7.4" fill="currentColor" stroke="none" />,
  done: (
    <>
      <path d="M3.5 3.5h17v17h-17z" strokeWidth="2.1" />
      <circle cx="12" cy="12" r="4.6" fill="currentColor" stroke="none" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactElement>>
export type IconName = keyof typeof drawings

/** Says nothing to a screen reader: the word stands beside it, or the control has a name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">
    {drawings[name]}
  </svg>
)
