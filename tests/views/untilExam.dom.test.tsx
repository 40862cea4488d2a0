import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { planned, read, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, type World } from './renderApp.tsx'

/** It is 2026-04-01. */
const atOutlook = async (examDate: string | null, world: World = {}) => {
  const app = await renderApp({ path: '/settings', history: [{ daysAgo: 2, act: planned({ examDate }) }], ...world })
  await arrived(/^(Settings and data|設定とデータ)$/)
  return app
}
const section = () => within(screen.getByRole('region', { name: /^(Until the exam|試験日までの見通し)$/ }))

describe('until the exam', () => {
  it('says what a date would give while there is none', async () => {
    await atOutlook(null)
    expect(section().getByText(/^With an exam date, this says what a mock exam is expected to give/)).toBeInTheDocument()
    expect(section().queryByRole('status')).toBeNull()
  })

  it('begins half a year before, and ends on the day', async () => {
    const { unmount } = await atOutlook('2027-04-01')
    expect(section().getByText('The outlook begins 180 days before the exam.')).toBeInTheDocument()
    unmount()
    await atOutlook('2026-04-01')
    expect(section().getByText('The exam is today.')).toBeInTheDocument()
  })

  it('says the mark with its range, whether it is enough, and what it rests on', async () => {
    await atOutlook('2026-04-21')
    const mark = await section().findByText(
      /^With 20 min a day, a mock exam on the day gives about \d+0 \(\d+ to \d+\)\. The pass mark is 500\.$/,
    )
    const [, mean = 0, low = 0, high = 0] = /about (\d+) \((\d+) to (\d+)\)/.exec(mark.textContent)?.map(Number) ?? []
    expect(low).toBeLessThanOrEqual(mean)
    expect(high).toBeGreaterThanOrEqual(mean)
    expect(section().getByText(/^The chance to reach it is \d+ %\./)).toBeInTheDocument()
    expect(section().getByText(/^There are 0 answers so far/)).toBeInTheDocument()
    expect(section().getByText(/On the 20 days of study that are left/)).toBeInTheDocument()
  })

  it('names days for mock exams, and shows what is recalled also as a table', async () => {
    const { user } = await atOutlook('2026-04-21')
    await section().findByText(/^With 20 min a day/)
    expect(section().getByText('19 April 2026').closest('li')).toHaveTextContent('The last look before the exam.')
    expect(section().getByRole('link', { name: 'Mock exam' })).toHaveAttribute('href', '/exam')
    expect(section().getByRole('slider', { name: /^Expected to be recalled: Today 0 %, on the day of the exam \d+ %/ })).toBeInTheDocument()
    await user.click(section().getByRole('button', { name: 'Show as a table' }))
    expect(
      section()
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 April 2026', '8 April 2026', '15 April 2026', '21 April 2026'])
  })

  it('is reckoned anew when the minutes change, and says so meanwhile', async () => {
    const { user } = await atOutlook('2026-04-21')
    await section().findByText(/^With 20 min a day/)
    const said: (string | null)[] = []
    const watching = new MutationObserver(() => {
      if (section().queryByRole('progressbar', { name: 'Until the exam' }) !== null) said.push(section().getByRole('status').textContent)
    })
    watching.observe(document.body, { childList: true, subtree: true })
    await user.click(screen.getByRole('button', { name: '10 min' }))
    expect(await section().findByText(/^With 10 min a day/)).toBeInTheDocument()
    watching.disconnect()
    expect(said[0]).toBe('Counting.')
  })

  it('is where the countdown of Today leads, and takes the focus', async () => {
    const act = [reviewed('ns/pid'), read('ns/why')]
    const { user, address } = await renderApp({
      history: [{ daysAgo: 2, act: planned({ examDate: '2026-04-21' }) }, ...act.map((each) => ({ daysAgo: 1, act: each }))],
    })
    await user.click(await main().findByRole('link', { name: '20 days to the exam' }))
    await arrived('Settings and data')
    expect(address()).toBe('/settings#outlook')
    expect(await screen.findByRole('heading', { level: 2, name: 'Until the exam' })).toHaveFocus()
  })

  it('speaks Japanese', async () => {
    await atOutlook('2026-04-21', { lang: 'ja' })
    expect(await section().findByText(/^1日20分なら、当日の模擬試験はおよそ\d+点/)).toBeInTheDocument()
  })
})
