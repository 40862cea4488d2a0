import { useEffect, useEffectEvent } from 'react'

/** Key names as `KeyboardEvent.key` has them, in lower case; `mod+z` is Ctrl-Z or Cmd-Z. */
export type KeyBindings = Readonly<Record<string, (() => void) | undefined>>

const typesText = (target: Element): boolean =>
  target.matches('input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]')
/** Enter and Space belong to the control that has the focus. */
const actsOnEnter = (target: Element): boolean =>
  target.matches('button, a[href], summary, select, input:not([type=radio]):not([type=checkbox])')
const actsOnSpace = (target: Element): boolean => target.matches('button, summary, select, input, textarea')

/** Code and tables that are wider than the page take the focus so that the arrow keys can scroll them. */
const scrollsInside = (target: Element): boolean => target.matches('section[tabindex="0"]')

const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.toLowerCase()
  if (!event.ctrlKey && !event.metaKey) return key
  // With Shift it is another command: redo, where `mod+z` is undo.
  return event.shiftKey ? `mod+shift+${key}` : `mod+${key}`
}

/**
 * Keys of a screen. They never fire while text is typed or converted (the Enter
 * that confirms a Japanese conversion answers nothing), nor under a dialog, nor
 * in place of the control that has the focus.
 */
export const useKeys = (bindings: KeyBindings): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.altKey || event.repeat) return
    if (document.querySelector('dialog[open]') !== null) return
    const target = event.target instanceof Element ? event.target : document.body
    const name = nameOf(event)
    const act = bindings[name]
    if (act === undefined) return
    if (typesText(target)) return
    if (name === 'enter' && actsOnEnter(target)) return
    if (name === ' ' && actsOnSpace(target)) return
    if (name.startsWith('arrow') && scrollsInside(target)) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
