import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { read } from '../helpers/events.ts'
import { gardenTopic } from './garden.ts'
import { arrived, main, renderApp, ways } from './renderApp.tsx'

beforeEach(() => {
  // React reports what a boundary caught; here it is what the test provokes.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})
const unreachable = async () => {
  await new Promise((resume) => setTimeout(resume, 5))
  throw new TypeError('Failed to fetch dynamically imported module: https://example.org/pond.en.js')
}

it('says that a part could not be loaded, with reload and the history as a file, and asks for it once', async () => {
  const loadTopic = vi.fn(unreachable)
  const { user, saved } = await renderApp({ path: '/topics/pond', loadTopic, history: [{ daysAgo: 1, act: read('pond/fish') }] })
  expect(await arrived('A part of this screen could not be loaded')).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent(
    'You may be offline, or a new version was published. Check the connection and reload.',
  )
  expect(screen.getByRole('button', { name: 'Reload' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Save my history' }))
  expect(saved[0]?.text).toMatch(/^{.*"kind":"read".*}\n$/)
  expect(loadTopic).toHaveBeenCalledOnce()
})

it('leaves the way to the other screens open, and asks again on the way back', async () => {
  let online = false
  const { user } = await renderApp({
    path: '/topics/pond',
    loadTopic: async (id, lang) => (online ? gardenTopic(id, lang) : unreachable()),
  })
  await arrived('A part of this screen could not be loaded')
  online = true
  await user.click(ways().getByRole('link', { name: 'Topics' }))
  await arrived('Topics')
  // A failure is remembered for a second, so that one screen does not ask without end.
  await act(() => new Promise((resume) => setTimeout(resume, 1100)))
  await user.click(screen.getByRole('heading', { name: 'The pond' }).querySelector('a') ?? document.body)
  expect(await screen.findByRole('heading', { level: 2, name: 'Fish' })).toBeInTheDocument()
})

it('says it in Japanese', async () => {
  await renderApp({ path: '/topics/pond', lang: 'ja', loadTopic: unreachable })
  expect(await arrived('画面の一部を読み込めなかった')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '読み込み直す' })).toBeInTheDocument()
})

it('shows the same in a session, with a way out of it', async () => {
  await renderApp({ path: '/flashcards/pond', loadTopic: unreachable })
  await arrived('A part of this screen could not be loaded')
  expect(main().getByRole('link', { name: 'To Today' })).toHaveAttribute('href', '/')
})

it('shows a fault of the program with its message, and does not call it a lost connection', async () => {
  await renderApp({
    path: '/topics/pond',
    loadTopic: async () => {
      throw new Error('The stones are gone')
    },
  })
  expect(await arrived('This screen could not be shown')).toBeInTheDocument()
  expect(screen.getByText('The stones are gone')).toBeInTheDocument()
  expect(document.title).toBe('This screen could not be shown | Hakoniwa')
})
