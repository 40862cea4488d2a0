import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** On a new screen: to its top, and the focus to its main part, as a page load would do. */
export const useArrival = (): void => {
  const { pathname, hash } = useLocation()
  const type = useNavigationType()
  const arrived = useRef(pathname)
  useEffect(() => {
    if (arrived.current === pathname) return undefined
    arrived.current = pathname
    // Back and forward return to where the reader was, which the browser knows; a fragment has its own place.
    if (type !== 'POP' && hash === '') window.scrollTo(0, 0)
    // A fragment's own target takes the focus, where the screen has one.
    if (hash !== '' || focusMain()) return undefined
    // The first visit of a session loads its screen, and the main part comes with it.
    const coming = new MutationObserver(() => {
      if (focusMain()) coming.disconnect()
    })
    coming.observe(document.body, { childList: true, subtree: true })
    return () => coming.disconnect()
  }, [pathname, hash, type])
}

const focusMain = (): boolean => {
  const main = document.getElementById('main')
  main?.focus({ preventScroll: true })
  return main !== null
}
