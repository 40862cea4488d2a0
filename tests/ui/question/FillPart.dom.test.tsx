import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { asking, verdict } from '../../views/quizzes.ts'

const field = () => screen.getByRole('textbox', { name: 'Type it as you would in a terminal' })

it('is right when the answer was typed, and submits with Enter', async () => {
  const { user, done } = await asking('pond/stone-tool')
  expect(field()).toHaveAccessibleDescription(/Which command lists the stones\?/)
  await user.type(field(), '/pond{Enter}')
  expect(verdict().textContent).toMatch(/^Right/)
  expect(await done()).toMatchObject([{ response: { kind: 'fill', text: '/pond' }, verdict: 'correct' }])
})

it('answers a near miss with its own reason and shows what was expected', async () => {
  const { user } = await asking('pond/stone-tool')
  await user.type(field(), 'pond{Enter}')
  expect(verdict().textContent).toMatch(/^Wrong/)
  expect(screen.getByText('Right name, but the path was asked.')).toBeInTheDocument()
  expect(screen.getByText('/pond').closest('li')).toHaveTextContent('/pond The answer')
})

it('says of an answer that nobody foresaw that it matches nothing', async () => {
  const { user } = await asking('pond/stone-tool')
  await user.type(field(), 'rake{Enter}')
  expect(screen.getByText(/^It matches neither the answer nor a usual slip\./)).toBeInTheDocument()
})

it('asks for an answer when nothing was typed', async () => {
  const { user, done } = await asking('pond/stone-tool')
  await user.type(field(), ' {Enter}')
  expect(screen.getByRole('status')).toHaveTextContent('Type an answer first.')
  expect(await done()).toEqual([])
})

it('types keys instead of obeying them', async () => {
  const { user, done } = await asking('pond/stone-tool')
  await user.type(field(), 'u1le')
  expect(field()).toHaveValue('u1le')
  expect(screen.getByRole('region', { name: /^Question/ }).textContent).toMatch(/^QuestionWhich command/)
  expect(await done()).toEqual([])
})

it.each([
  ['that a browser marks as composing', { isComposing: true, keyCode: 13 }],
  ['that Safari sends after the conversion', { isComposing: false, keyCode: 229 }],
])('does not submit with the Enter %s', async (_, init) => {
  const { user, done } = await asking('pond/stone-tool')
  await user.type(field(), '/pond')
  // The browser submits a form unless the Enter is taken from it.
  expect(fireEvent.keyDown(field(), { key: 'Enter', ...init })).toBe(false)
  expect(fireEvent.keyDown(field(), { key: 'Enter', keyCode: 13 })).toBe(true)
  fireEvent.keyDown(document.body, { key: 'Enter', ...init })
  expect(screen.getByRole('status').textContent).toBe('')
  expect(await done()).toEqual([])
})

it('can be read but not changed once it is answered', async () => {
  const { user } = await asking('pond/stone-tool')
  await user.type(field(), 'pond{Enter}')
  expect(field()).toHaveAttribute('readonly')
})
