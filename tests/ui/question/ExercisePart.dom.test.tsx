import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parsedItemId } from '../../../src/core/ids.ts'
import { seedFor } from '../../../src/core/random.ts'
import { plainText } from '../../../src/ui/plainText.ts'
import { atQuestion, begun, submit, verdict } from '../../views/quizzes.ts'
import { atTheWell, posed } from '../../views/well.ts'

// As the quiz `begun` has it: an exercise's numbers come from the attempt's seed and its id.
const seedOf = (id: 'bucket-ids' | 'bucket-layers') => seedFor(begun().seed, parsedItemId(`well/${id}`))
const ids = posed('bucket-ids', seedOf('bucket-ids'))
const layers = posed('bucket-layers', seedOf('bucket-layers'))

const asked = (id: 'bucket-ids' | 'bucket-layers') => atQuestion({ ...atTheWell, history: [{ daysAgo: 0, act: begun(`well/${id}`) }] })
const field = (place: number, question = ids) =>
  screen.getByRole(question.fields[place]?.form.kind === 'pick' ? 'combobox' : 'textbox', {
    name: plainText(question.fields[place]?.label ?? []),
  })
const expected = (place: number, question = ids) => question.fields[place]?.expected ?? ''

it('is right when every field holds its answer, and says that an exercise was done with which numbers', async () => {
  const { user, done } = await asked('bucket-ids')
  await user.type(field(0), expected(0))
  await user.type(field(1), expected(1))
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Right/)
  expect(await done()).toMatchObject([
    {
      kind: 'answered',
      item: 'well/bucket-ids',
      response: { kind: 'exercise', answers: [expected(0), expected(1)] },
      verdict: 'correct',
      seed: seedOf('bucket-ids'),
    },
  ])
})

it('goes with Enter to the next empty field, and hands in from the last', async () => {
  const { user, done } = await asked('bucket-ids')
  await user.type(field(0), `${expected(0)}{Enter}`)
  expect(field(1)).toHaveFocus()
  expect(await done()).toEqual([])
  await user.type(field(1), `${expected(1)}{Enter}`)
  expect(verdict().textContent).toMatch(/^Right/)
})

it.each([
  ['that a browser marks as composing', { isComposing: true, keyCode: 13 }],
  ['that Safari sends after the conversion', { isComposing: false, keyCode: 229 }],
])('neither moves nor hands in with the Enter %s', async (_, init) => {
  const { user, done } = await asked('bucket-ids')
  await user.type(field(1), expected(1))
  expect(fireEvent.keyDown(field(1), { key: 'Enter', ...init })).toBe(false)
  expect(field(1)).toHaveFocus()
  expect(await done()).toEqual([])
})

it('says that fields are empty, and types keys instead of obeying them', async () => {
  const { user, done } = await asked('bucket-ids')
  await user.type(field(0), 'u1le')
  expect(field(0)).toHaveValue('u1le')
  await user.click(submit())
  expect(screen.getByRole('status')).toHaveTextContent('Some fields are still empty.')
  expect(await done()).toEqual([])
})

it('shows after the answer what was typed, what was right and the way to it', async () => {
  const { user } = await asked('bucket-ids')
  await user.type(field(0), expected(0))
  await user.type(field(1), '1234567')
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Partly right/)
  const [first, second] = screen.getAllByRole('listitem').filter((item) => item.dataset.standing !== undefined)
  expect(first).toHaveTextContent('Your answer: right')
  expect(second).toHaveTextContent('1234567')
  expect(second).toHaveTextContent(expected(1) === 'none' ? 'none' : expected(1))
  const solution = screen.getByRole('heading', { name: 'How to work it out' }).parentElement ?? document.body
  expect(within(solution).getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText('Each bucket counts by itself.')).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('takes a pick from a list and shows its words, not its key', async () => {
  const { user, done } = await asked('bucket-layers')
  const pick = layers.fields.findIndex((one) => one.form.kind === 'pick')
  const form = layers.fields[pick]?.form
  const options = form?.kind === 'pick' ? form.options : []
  expect(
    within(field(pick, layers))
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Choose', ...options.map((option) => plainText(option.text))])
  for (const [place] of layers.fields.entries()) {
    if (place === pick)
      await user.selectOptions(field(place, layers), plainText(options.find(({ key }) => key !== expected(pick, layers))?.text ?? []))
    else await user.type(field(place, layers), expected(place, layers))
  }
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Partly right/)
  const right = plainText(options.find(({ key }) => key === expected(pick, layers))?.text ?? [])
  expect(screen.getAllByRole('listitem').filter((item) => item.dataset.standing === 'wrong')[0]).toHaveTextContent(right)
  expect(await done()).toMatchObject([{ verdict: 'partly' }])
})

it('tells beside a field how its answer is typed', async () => {
  await asked('bucket-layers')
  expect(field(0, layers)).toHaveAccessibleDescription('separated by spaces or commas, in any order; none if there is none')
  expect(field(1, layers)).not.toHaveAccessibleDescription()
})
