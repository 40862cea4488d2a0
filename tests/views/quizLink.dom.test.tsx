import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { StudyAct } from '../../src/core/history/events.ts'
import { answered, suspended } from '../helpers/events.ts'
import { atQuestion, begun, option, options, submit } from './quizzes.ts'
import { main, renderApp } from './renderApp.tsx'

const items = ['gate/latch-keys', 'pond/stone-count'] as const
/** A quiz that was finished. */
const taken = [begun(...items), answered(items[0], 'wrong', 'a'), answered(items[1], 'correct', 'a')].map((act: StudyAct) => ({
  daysAgo: 0,
  act,
}))
const link = '/quiz?seed=7&items=gate_latch-keys.pond_stone-count'
const fromLink = async (...[path, world]: readonly [string, Parameters<typeof renderApp>[0]?]) => {
  const app = await renderApp({ path, ...world })
  await screen.findByRole('heading', { level: 1, name: 'Quiz' })
  return app
}

describe('the same quiz again', () => {
  it('has the same questions in the same order with the same options, as an attempt of its own', async () => {
    const shown = () => screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)
    const first = await atQuestion({ history: [{ daysAgo: 0, act: begun(...items) }] })
    const order = shown()
    first.unmount()
    const { user, done, address } = await renderApp({ path: '/quiz/a', history: taken, seed: 99 })
    await user.click(await screen.findByRole('button', { name: 'Take the same quiz again' }))
    await waitFor(() => expect(address()).toBe('/quiz/attempt-1?item=1'))
    expect(await done()).toMatchObject([{ kind: 'attemptStarted', attempt: 'attempt-1', items, seed: 7, topics: ['gate', 'pond'] }])
    await screen.findByRole('region', { name: /^Question/ })
    expect(shown()).toEqual(order)
  })

  it('starts from the list too', async () => {
    const { user, done } = await renderApp({ path: '/quiz', history: taken })
    const past = within(await screen.findByRole('region', { name: 'Recent quizzes' }))
    await user.click(past.getByRole('button', { name: 'Take the same quiz again' }))
    expect(await done()).toMatchObject([{ kind: 'attemptStarted', items, seed: 7 }])
  })
})

describe('a link to a quiz', () => {
  it('is copied from the result, and says so', async () => {
    const { user } = await renderApp({ path: '/quiz/a', history: taken })
    await user.click(await screen.findByRole('button', { name: 'Copy a link to it' }))
    expect(await screen.findByText('Copied.')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe(new URL(link, location.href).href)
  })

  it('is shown where the browser lets no page copy', async () => {
    const { user } = await renderApp({ path: '/quiz/a', history: taken })
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('refused'))
    await user.click(await screen.findByRole('button', { name: 'Copy a link to it' }))
    expect(await screen.findByRole('textbox', { name: 'Link to the quiz' })).toHaveValue(new URL(link, location.href).href)
  })

  it('says what it is and starts the very same quiz, whatever was answered or set aside here', async () => {
    const { user, done } = await fromLink(link, {
      seed: 99,
      history: [
        { daysAgo: 1, act: suspended('gate/latch-keys') },
        { daysAgo: 1, act: answered('pond/stone-count') },
      ],
    })
    const box = within(screen.getByRole('region', { name: 'A quiz from a link' }))
    expect(box.getByText('2 questions from “The gate”, “The pond”.')).toBeInTheDocument()
    expect(box.getByText(/the same questions in the same order/)).toBeInTheDocument()
    await user.click(box.getByRole('button', { name: 'Start 2 questions' }))
    await screen.findByRole('progressbar', { name: 'Item 1 of 2' })
    expect(await done()).toMatchObject([{ kind: 'attemptStarted', items, seed: 7, topics: ['gate', 'pond'] }])
  })

  it('shows options in the order of the quiz that it was made from', async () => {
    const first = await atQuestion({ history: [{ daysAgo: 0, act: begun('pond/stone-count') }] })
    const order = options()
    await first.user.click(option('three'))
    await first.user.click(submit())
    first.unmount()
    const { user } = await fromLink('/quiz?seed=7&items=pond_stone-count', { seed: 99 })
    await user.keyboard('{Enter}')
    await screen.findByRole('region', { name: /^Question/ })
    expect(options()).toEqual(order)
  })

  it('says how many of its questions are no longer taught, and asks the others', async () => {
    const { user, done } = await fromLink('/quiz?seed=7&items=pond_stone-count.stone-gone.gate_gone')
    expect(main().getByText(/^2 more that it names are no longer taught\./)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Start 1 question' }))
    await screen.findByRole('progressbar')
    expect(await done()).toMatchObject([{ items: ['pond/stone-count'] }])
  })

  it('starts nothing when none of its questions is taught any more, and leads to the builder', async () => {
    const { user, address, done } = await fromLink('/quiz?seed=7&items=pond_gone')
    expect(main().getByText('None of the questions that this link names is taught any more.')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(await done()).toEqual([])
    await user.click(main().getByRole('link', { name: 'Build a quiz instead' }))
    expect(address()).toBe('/quiz')
    expect(screen.getByRole('region', { name: 'Build a quiz' })).toBeInTheDocument()
  })

  it('that is not whole says so above the builder', async () => {
    await fromLink('/quiz?seed=7&items=pond_stone-count..')
    expect(main().getByText(/^This link to a quiz is not whole\./)).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'Build a quiz' })).toBeInTheDocument()
  })
})
