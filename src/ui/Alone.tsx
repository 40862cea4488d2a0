import type { ReactNode } from 'react'

/** The main part of a page that stands outside the frame of the app: what a session shows when it cannot begin. */
export const Alone = ({ children }: { children: ReactNode }) => (
  <main id="main" className="alone" tabIndex={-1}>
    {children}
  </main>
)
