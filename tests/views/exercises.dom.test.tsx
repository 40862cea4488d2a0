import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { parsedItemId } from '../../src/core/ids.ts'
import { seedFor } from '../../src/core/random.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { plainText } from '../../src/ui/plainText.ts'
import { answered, planned } from '../helpers/events.ts'
import { atQuestion, begun, submit, verdict } from './quizzes.ts'
import { main, renderApp, type World } from './renderApp.tsx'
import { atTheWell, posed } from './well.ts'

const seed = seedFor(begun().seed, parsedItemId('well/bucket-ids'))
const quiz: World = { ...atTheWell, history: [{ daysAgo: 0, act: begun('well/bucket-ids') }] }
const seedOnPage = () => Number(document.querySelector<HTMLElement>('[data-seed]')?.dataset.seed)

type User = Awaited<ReturnType<typeof renderApp>>['user']
const fill = async (user: User, question: ReturnType<typeof posed>, text: (expected: string) => string = (expected) => expected) => {
  for (const { label, expected } of question.fields)
    await user.type(screen.getByRole('textbox', { name: plainText(label) }), text(expected))
  await user.click(submit())
}

it('asks with the same numbers after a reload, and in the other language', async () => {
  const log = createMemoryLog()
  const first = await atQuestion({ ...quiz, log })
  const shown = main().getByRole('group').textContent
  expect(seedOnPage()).toBe(seed)
  first.unmount()
  const { user } = await atQuestion({ ...atTheWell, log })
  expect(main().getByRole('group').textContent).toBe(shown)
  const [field] = posed('bucket-ids', seed).fields
  await user.type(screen.getByRole('textbox', { name: plainText(field?.label ?? []) }), '42')
  await user.click(screen.getByRole('button', { name: /^日本語/ }))
  expect(seedOnPage()).toBe(seed)
  const [inJapanese] = posed('bucket-ids', seed, 'ja').fields
  expect(await screen.findByRole('textbox', { name: plainText(inJapanese?.label ?? []) })).toHaveValue('42')
})

it('shows an answered exercise in the result with its own numbers', async () => {
  const { user } = await atQuestion(quiz)
  await fill(user, posed('bucket-ids', seed))
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Result' })).toBeInTheDocument()
  expect(seedOnPage()).toBe(seed)
})

it('shows a past answer with the numbers that it was given for, wherever they came from', async () => {
  const { fields } = posed('bucket-ids', 99)
  const answer = {
    ...answered('well/bucket-ids', 'correct', 'a'),
    response: { kind: 'exercise', answers: fields.map(({ expected }) => expected) },
    seed: 99,
  } as const
  await renderApp({
    path: '/quiz/a',
    ...atTheWell,
    history: [
      { daysAgo: 1, act: begun('well/bucket-ids') },
      { daysAgo: 1, act: answer },
    ],
  })
  expect(await screen.findByRole('heading', { name: 'Result' })).toBeInTheDocument()
  expect(seedOnPage()).toBe(99)
})

it('asks again with new numbers as practice: it is in the log, and moves neither the schedule nor the result', async () => {
  const { user, done, progress } = await atQuestion(quiz)
  await fill(user, posed('bucket-ids', seed), () => '7')
  expect(verdict().textContent).toMatch(/^Wrong/)
  const before = progress()
  await user.click(screen.getByRole('button', { name: 'Another with new numbers' }))
  const again = seedOnPage()
  expect(again).not.toBe(seed)
  expect(screen.getByRole('region', { name: /^Question/ })).toHaveFocus()
  await fill(user, posed('bucket-ids', again))
  expect(verdict().textContent).toMatch(/^Right/)
  expect(await done()).toMatchObject([
    { verdict: 'wrong', seed },
    { verdict: 'correct', seed: again, repeat: true },
  ])
  expect(progress().facts).toEqual(before.facts)
  expect(progress().items).toEqual(before.items)
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Missed' })).toBeInTheDocument()
  expect(seedOnPage()).toBe(seed)
})

it('comes up in review with numbers of its own, which the record keeps', async () => {
  const { user, done } = await renderApp({
    path: '/review',
    ...atTheWell,
    history: [
      { daysAgo: 30, act: planned({ newPerDay: 0 }) },
      { daysAgo: 20, act: answered('well/bucket-ids') },
    ],
  })
  await screen.findByRole('region', { name: /^Question/ })
  const first = seedOnPage()
  await fill(user, posed('bucket-ids', first))
  await user.click(screen.getByRole('button', { name: 'Another with new numbers' }))
  await fill(user, posed('bucket-ids', seedOnPage()), () => '7')
  expect(await done()).toMatchObject([
    { verdict: 'correct', seed: first },
    { verdict: 'wrong', repeat: true },
  ])
  // A practice that went wrong is not asked once more, as a missed question would be.
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
})

it('is named by what it is about where it stands in a list', async () => {
  await renderApp({
    path: '/settings',
    ...atTheWell,
    history: [{ daysAgo: 0, act: { kind: 'suspended', item: parsedItemId('well/bucket-ids') } }],
  })
  expect(await screen.findByText('Translating IDs through uid_map')).toBeInTheDocument()
})

it('counts as done once it was right', async () => {
  await renderApp({ path: '/topics', ...atTheWell, history: [{ daysAgo: 0, act: answered('well/bucket-ids') }] })
  expect(await screen.findByRole('img', { name: /done 1/ })).toBeInTheDocument()
})
