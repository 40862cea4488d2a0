import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { type KeyBindings, useKeys } from '../../src/ui/useKeys.ts'

afterEach(cleanup)

const Screen = ({ bindings }: { bindings: KeyBindings }) => {
  useKeys(bindings)
  return (
    <>
      <input aria-label="text" type="text" />
      <input aria-label="search" type="search" />
      <textarea aria-label="area" />
      <p contentEditable suppressContentEditableWarning>
        editable
      </p>
      <select aria-label="select">
        <option>one</option>
      </select>
      <input aria-label="radio" type="radio" />
      <input aria-label="checkbox" type="checkbox" />
      <button type="button">button</button>
      <a href="/topics">topics</a>
      <details>
        <summary>summary</summary>
      </details>
      <p>words</p>
    </>
  )
}
const names = ['text', 'search', 'area', 'editable', 'select', 'radio', 'checkbox', 'button', 'topics', 'summary'] as const
type Name = (typeof names)[number]
const find = (name: Name): Element =>
  screen.queryByLabelText(name) ?? screen.getByText(name, { selector: 'button, a, summary, [contenteditable]' })

const bound = () => {
  const acts = { '1': vi.fn(), u: vi.fn(), enter: vi.fn(), ' ': vi.fn(), 'mod+z': vi.fn(), '?': vi.fn(), arrowright: vi.fn() }
  render(<Screen bindings={acts} />)
  return acts
}
/** The elements on which a key does what the screen bound to it. */
const worksOn = (key: string, act: ReturnType<typeof vi.fn>): readonly Name[] =>
  names.filter((name) => {
    const before = act.mock.calls.length
    fireEvent.keyDown(find(name), { key })
    return act.mock.calls.length > before
  })

it('obeys a key wherever no text is typed', () => {
  const acts = bound()
  fireEvent.keyDown(document.body, { key: '1' })
  expect(acts['1']).toHaveBeenCalledOnce()
  expect(worksOn('u', acts.u)).toEqual(['radio', 'checkbox', 'button', 'topics', 'summary'])
})

it('leaves Enter to the control that acts on it, and to text', () => {
  const acts = bound()
  expect(worksOn('Enter', acts.enter)).toEqual(['radio', 'checkbox'])
  fireEvent.keyDown(document.body, { key: 'Enter' })
  expect(acts.enter).toHaveBeenCalledTimes(3)
})

it('leaves Space to the control that acts on it, and to text', () => {
  const acts = bound()
  expect(worksOn(' ', acts[' '])).toEqual(['topics'])
  fireEvent.keyDown(screen.getByText('words'), { key: ' ' })
  expect(acts[' ']).toHaveBeenCalledTimes(2)
})

it.each([
  ['that is part of a conversion', { isComposing: true }],
  ['that Safari sends after a conversion', { keyCode: 229 }],
  ['with Alt', { altKey: true }],
  ['with Ctrl', { ctrlKey: true }],
  ['with Cmd', { metaKey: true }],
  ['that repeats because it is held', { repeat: true }],
])('ignores a key %s', (_, init) => {
  const acts = bound()
  for (const key of ['1', 'u', 'Enter', ' ']) fireEvent.keyDown(document.body, { key, ...init })
  expect(Object.values(acts).flatMap((act) => act.mock.calls)).toEqual([])
})

it('takes a letter with Shift or Caps Lock as the same key', () => {
  const acts = bound()
  fireEvent.keyDown(document.body, { key: 'U', shiftKey: true })
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true })
  expect(acts.u).toHaveBeenCalledOnce()
  expect(acts['?']).toHaveBeenCalledOnce()
})

it.each([
  ['Ctrl-Z', { ctrlKey: true }],
  ['Cmd-Z', { metaKey: true }],
])('obeys %s, but leaves it to a field in which text is typed', (_, init) => {
  const acts = bound()
  fireEvent.keyDown(find('text'), { key: 'z', ...init })
  fireEvent.keyDown(find('area'), { key: 'z', ...init })
  expect(acts['mod+z']).not.toHaveBeenCalled()
  fireEvent.keyDown(document.body, { key: 'z', ...init })
  expect(acts['mod+z']).toHaveBeenCalledOnce()
})

it('does not take redo, Ctrl-Shift-Z, for undo', () => {
  const acts = bound()
  fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
  expect(acts['mod+z']).not.toHaveBeenCalled()
})

it('does nothing under an open dialog', () => {
  const acts = bound()
  const dialog = document.createElement('dialog')
  dialog.open = true
  document.body.append(dialog)
  fireEvent.keyDown(document.body, { key: '1' })
  expect(acts['1']).not.toHaveBeenCalled()
  dialog.remove()
  fireEvent.keyDown(document.body, { key: '1' })
  expect(acts['1']).toHaveBeenCalledOnce()
})

it('leaves the arrow keys to a part that scrolls by itself', () => {
  const acts = bound()
  const code = document.createElement('section')
  code.tabIndex = 0
  document.body.append(code)
  fireEvent.keyDown(code, { key: 'ArrowRight' })
  expect(acts.arrowright).not.toHaveBeenCalled()
  code.remove()
  fireEvent.keyDown(document.body, { key: 'ArrowRight' })
  expect(acts.arrowright).toHaveBeenCalledOnce()
})

it('lets the page do nothing else with a key that it obeyed, and everything with one that it did not', () => {
  bound()
  expect(fireEvent.keyDown(document.body, { key: ' ' })).toBe(false)
  expect(fireEvent.keyDown(document.body, { key: 'x' })).toBe(true)
})

const Bound = ({ act, children }: { act: () => void; children?: ReactNode }) => {
  useKeys({ e: act })
  return children
}

it('obeys the innermost of two screens that bind the same key, once', () => {
  const [outer, inner] = [vi.fn(), vi.fn()]
  render(
    <Bound act={outer}>
      <Bound act={inner} />
    </Bound>,
  )
  fireEvent.keyDown(document.body, { key: 'e' })
  expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 0])
})

it('obeys the newest bindings and none after the screen is gone', () => {
  const [before, after] = [vi.fn(), vi.fn()]
  const { rerender, unmount } = render(<Screen bindings={{ u: before }} />)
  rerender(<Screen bindings={{ u: after }} />)
  fireEvent.keyDown(document.body, { key: 'u' })
  unmount()
  fireEvent.keyDown(document.body, { key: 'u' })
  expect([before.mock.calls.length, after.mock.calls.length]).toEqual([0, 1])
})
