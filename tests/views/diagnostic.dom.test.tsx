import { cleanup, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { gardenCatalogue } from './garden.ts'
import { arrived, main, renderApp } from './renderApp.tsx'

/** What a diagnostic can ask in the garden. */
const askable = gardenCatalogue.topics.flatMap(({ items }) => items.filter(({ kind }) => kind === 'choice' || kind === 'fill')).length

const begin = async (lang: 'ja' | 'en' = 'en') => {
  const app = await renderApp({ lang })
  await app.user.click(screen.getByRole('button', { name: lang === 'ja' ? '12問の診断を受ける' : 'Take a 12-question diagnostic' }))
  await screen.findByRole('progressbar', { name: lang === 'ja' ? '12項目のうち1項目目' : 'Item 1 of 12' })
  return app
}
const question = (): string | null => screen.getByRole('region', { name: /^(Question|問題): / }).getAttribute('aria-label')

it('is in the log before its first question, and takes “I don’t know” as a wrong answer that is no guess', async () => {
  const { user, address, done } = await begin()
  expect(address()).toBe('/quiz/attempt-1')
  await user.keyboard('0')
  expect(await screen.findByRole('progressbar', { name: 'Item 2 of 12' })).toBeTruthy()
  const [start, answer, ...rest] = await done()
  expect(start).toMatchObject({ kind: 'attemptStarted', attempt: 'attempt-1', items: [], diagnostic: true })
  expect(answer).toMatchObject({ kind: 'answered', attempt: 'attempt-1', verdict: 'wrong' })
  expect(answer).not.toHaveProperty('confidence')
  expect(rest).toEqual([])
})

it('shows no verdict on the way, and asks for an answer instead of taking an empty one', async () => {
  const { user, done } = await begin()
  await user.keyboard('{Enter}')
  expect(await done()).toHaveLength(1)
  expect(screen.getByRole('status').textContent).not.toBe('')
  await user.click(screen.getByRole('button', { name: /^I don’t know/ }))
  expect(await screen.findByRole('progressbar', { name: 'Item 2 of 12' })).toBeTruthy()
  expect(screen.queryByText(/Wrong|Correct/)).toBeNull()
})

it('goes on with the very same question after a reload', async () => {
  const { user, log } = await begin('ja')
  await user.keyboard('0')
  await screen.findByRole('progressbar', { name: '12項目のうち2項目目' })
  const asked = question()
  cleanup()
  await renderApp({ lang: 'ja', log, path: '/quiz/attempt-1' })
  expect(await screen.findByRole('progressbar', { name: '12項目のうち2項目目' })).toBeTruthy()
  expect(question()).toBe(asked)
})

it('takes the last answer back and asks it again', async () => {
  const { user, progress } = await begin()
  const asked = question()
  await user.keyboard('0')
  await screen.findByRole('progressbar', { name: 'Item 2 of 12' })
  await user.keyboard('u')
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 12' })).toBeTruthy()
  expect(question()).toBe(asked)
  expect(progress().items.size).toBe(0)
})

it('ends by telling each area with its range, where to begin, and what was missed', async () => {
  const { user } = await begin()
  for (let place = 0; place < askable; place += 1) await user.keyboard('0')
  expect(await arrived('Result of the diagnostic')).toBeTruthy()
  expect(main().getByText('Garden')).toBeTruthy()
  expect(main().getByText(`0 of ${askable} right`)).toBeTruthy()
  expect(main().getByText(/^\d+ % \(0–\d+ %\)$/)).toBeTruthy()
  expect(main().getByRole('heading', { name: 'Missed' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Start reading' }).getAttribute('href')).toMatch(/^\/topics\/(pond|gate)#/)
})

it('can be left at any time: the result so far is there, and Today leads back to it', async () => {
  const { user, address } = await begin()
  await user.keyboard('0')
  await user.click(await screen.findByRole('link', { name: 'See the result so far' }))
  expect(await arrived('Result of the diagnostic')).toBeTruthy()
  expect(screen.getByText(/^1 question so far\. Going on narrows the ranges\./)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Finish' }))
  expect(await screen.findByText('The diagnostic was interrupted. At most 11 questions left.')).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(address()).toBe('/quiz/attempt-1')
  expect(await screen.findByRole('progressbar', { name: 'Item 2 of 12' })).toBeTruthy()
})

it('is listed among the quizzes as one to go on with, until it is over', async () => {
  const { user, log } = await begin()
  await user.keyboard('0')
  await screen.findByRole('progressbar', { name: 'Item 2 of 12' })
  cleanup()
  const list = async () => {
    await renderApp({ log, path: '/quiz' })
    return within(await screen.findByRole('region', { name: 'Recent quizzes' }))
  }
  const open = await list()
  expect(open.getByText('1 of 12 answered')).toBeInTheDocument()
  expect(open.getByRole('button', { name: 'Discard' })).toBeInTheDocument()
  cleanup()
  const again = await renderApp({ log, path: '/quiz/attempt-1' })
  for (let asked = 2; asked <= askable; asked += 1) {
    await screen.findByRole('progressbar', { name: `Item ${asked} of 12` })
    await again.user.keyboard('0')
  }
  await screen.findByRole('progressbar', { name: /result|What/i })
  cleanup()
  expect((await list()).getByText(`0 of ${askable} right`)).toBeInTheDocument()
})
