import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answered, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, type World } from './renderApp.tsx'

afterEach(() => vi.restoreAllMocks())

const atSummary = async (world: World = {}) => {
  const app = await renderApp({ path: '/topics/pond/summary', ...world })
  await arrived(/^(The pond|池)$/)
  return app
}
const part = (name: string) => within(main().getByRole('region', { name }))

describe('the summary of a topic', () => {
  it('is reached from the topic, and leads back to it', async () => {
    const { user, address } = await renderApp({ path: '/topics/pond' })
    await arrived('The pond')
    await user.click(main().getByRole('link', { name: 'Summary to print' }))
    expect(await main().findByRole('button', { name: 'Print' })).toBeInTheDocument()
    expect(address()).toBe('/topics/pond/summary')
    expect(document.title).toBe('The pond: summary | Hakoniwa')
    await user.click(main().getByRole('link', { name: 'Back to the topic' }))
    expect(address()).toBe('/topics/pond')
  })

  it('holds each term once with its definition, and the sources with their addresses in words', async () => {
    await atSummary()
    expect(
      part('Terms')
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(['carp'])
    expect(part('Terms').getByRole('definition')).toHaveTextContent('A fish that eats from the ground.')
    const source = part('Sources').getAllByRole('link')[0]
    expect(source).toHaveTextContent(source?.getAttribute('href') ?? 'none')
    expect(main().getByText('As of 1 April 2026')).toBeInTheDocument()
  })

  it('says that nothing was asked yet, or that nothing is weak', async () => {
    const { unmount } = await atSummary()
    expect(part('What you forget').getByText('Nothing of it has been asked yet.')).toBeInTheDocument()
    unmount()
    await atSummary({ history: [{ daysAgo: 1, act: reviewed('pond/first-fish', 4) }] })
    expect(part('What you forget').getByText('Nothing of it is weak now.')).toBeInTheDocument()
  })

  it('lists what was answered wrong or has faded, with the right answer and the reason', async () => {
    await atSummary({
      history: [
        { daysAgo: 300, act: reviewed('pond/first-fish', 3) },
        { daysAgo: 1, act: reviewed('pond/empty-pond', 1) },
        { daysAgo: 1, act: reviewed('pond/hidden-fish', 3) },
        ...['stone-count', 'stone-tool', 'stone-steps', 'stone-names'].map((id) => ({ daysAgo: 1, act: answered(`pond/${id}`, 'wrong') })),
      ],
    })
    const listed = part('What you forget')
    const entry = (words: RegExp) => listed.getByText(words).closest('.weakitems > li')
    expect(entry(/^Which number has the first fish/)?.textContent).toMatch(/It is number 1\.Chance of recall \d+ %$/)
    expect(entry(/^What happens when the first fish leaves/)?.textContent).toMatch(/All others leave with it\.Answered wrong last$/)
    expect(listed.queryByText(/^Who sees the fish/)).toBeNull()
    expect(entry(/^How many stones/)?.textContent).toMatch(/\?threeAnswered wrong last$/)
    expect(entry(/^Which command lists/)?.textContent).toMatch(/\/pondAnswered wrong last$/)
    expect(entry(/^Put the steps/)?.textContent).toMatch(/diglowerturnrake/)
    expect(entry(/^Match each stone/)?.textContent).toMatch(/tall – northflat – south/)
  })

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const { user } = await atSummary({ lang: 'ja' })
    await user.click(screen.getByRole('button', { name: '印刷する' }))
    expect(print).toHaveBeenCalledOnce()
    expect(part('用語').getByRole('term')).toHaveTextContent('鯉')
  })

  it('of a topic that is not there helps on', async () => {
    await renderApp({ path: '/topics/nowhere/summary' })
    expect(await main().findByRole('link', { name: /topics/i })).toHaveAttribute('href', '/topics')
  })
})
