import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answered, planned, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, ways, type World } from './renderApp.tsx'

const history: NonNullable<World['history']> = [
  { daysAgo: 40, act: reviewed('pond/first-fish', 3, 'review', 20_000) },
  { daysAgo: 35, act: reviewed('pond/first-fish', 1, 'review', 20_000) },
  { daysAgo: 3, act: reviewed('pond/first-fish', 3, 'review', 20_000) },
  { daysAgo: 3, act: answered('pond/stone-count', 'wrong') },
  { daysAgo: 3, act: reviewed('pond/empty-pond', 3, 'flashcards', 20_000) },
]
const atProgress = async (world: World = {}) => {
  const app = await renderApp({ path: '/progress', history, ...world })
  await arrived(/^(Progress|進み具合)$/)
  return app
}
const chart = (name: string) => within(main().getByRole('region', { name }))
const numbers = () => [...document.querySelectorAll('.numbers dd')].map((value) => value.textContent)

it('says that nothing has been answered yet, with one way on', async () => {
  const app = await atProgress({ history: [] })
  expect(document.title).toBe('Progress | Hakoniwa')
  expect(main().getByRole('heading', { name: 'Nothing has been answered yet' })).toBeInTheDocument()
  expect(main().getAllByRole('link')).toHaveLength(1)
  await app.user.click(main().getByRole('link', { name: 'Choose a topic' }))
  expect(app.address()).toBe('/topics')
})

it('is reached from the rail and from the topics', async () => {
  const app = await renderApp({ path: '/topics' })
  await arrived('Topics')
  expect(main().getByRole('link', { name: 'Progress' })).toHaveAttribute('href', '/progress')
  await app.user.click(ways().getByRole('link', { name: 'Progress' }))
  await arrived('Progress')
})

it('counts what was done in the last week and what was recalled in the period', async () => {
  const { user } = await atProgress()
  expect(main().getByText('5 answers on 3 study days')).toBeInTheDocument()
  expect(numbers()).toEqual(['3', '19s', '50%'])
  await user.click(within(main().getByRole('group', { name: 'Period' })).getByRole('radio', { name: '30 days' }))
  expect(numbers()).toEqual(['3', '18s', '100%'])
})

it('counts one kind or one area alone', async () => {
  const { user } = await atProgress()
  await user.selectOptions(main().getByRole('combobox', { name: 'Kind of item' }), 'Card')
  expect(numbers()[0]).toBe('2')
  expect(main().queryByText(/^Choice ·/)).toBeNull()
  await user.selectOptions(main().getByRole('combobox', { name: 'Area' }), 'Garden')
  expect(numbers()[0]).toBe('2')
})

it('reads one mark after the other by key, and sums up when the focus leaves', async () => {
  const { user } = await atProgress()
  const heat = chart('Answers a day, one year')
  const plot = heat.getByRole('slider')
  expect(plot).toHaveAccessibleName('Answers a day, one year: Answers on 3 of the last 365 days; 3 on the busiest.')
  expect(plot).toHaveAttribute('aria-valuetext', '1 April 2026: 0 answers')
  plot.focus()
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(plot).toHaveAttribute('aria-valuetext', '29 March 2026: 3 answers')
  await user.keyboard('{ArrowLeft}')
  expect(plot).toHaveAttribute('aria-valuetext', '22 March 2026: 0 answers')
  expect(heat.getByText('22 March 2026: 0 answers')).toBeInTheDocument()
  fireEvent.blur(plot)
  expect(heat.queryByText('22 March 2026: 0 answers')).toBeNull()
  await user.keyboard('{End}{ArrowRight}{ArrowDown}')
  expect(plot).toHaveAttribute('aria-valuetext', '1 April 2026: 0 answers')
})

it('draws whole weeks: the days of the first one before the year count too', async () => {
  const { user } = await atProgress({ history: [...history, { daysAgo: 366, act: reviewed('pond/carp') }] })
  const plot = chart('Answers a day, one year').getByRole('slider')
  plot.focus()
  await user.keyboard('{Home}')
  expect(plot).toHaveAttribute('aria-valuetext', '31 March 2025: 1 answer')
  expect(plot).toHaveAccessibleName(/Answers on 3 of the last 365 days/)
})

it('shows each chart as a table of the same values', async () => {
  const { user } = await atProgress()
  const heat = chart('Answers a day, one year')
  await user.click(heat.getByRole('button', { name: 'Show as a table' }))
  const rows = heat.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toEqual(['DayAnswersTime', '29 March 202631 min', '25 February 202610 min', '20 February 202610 min'])
  await user.click(heat.getByRole('button', { name: 'Show as a chart' }))
  expect(heat.getByRole('slider')).toBeInTheDocument()
  for (const button of main().getAllByRole('button', { name: 'Show as a table' })) await user.click(button)
  expect(main().queryByRole('slider')).toBeNull()
  expect(main().getAllByRole('table').length).toBeGreaterThanOrEqual(9)
})

it('forecasts what comes due, by the exam where there is one', async () => {
  const { user, unmount } = await atProgress()
  expect(chart('What comes due').getByText(/Only today’s are certain\. From tomorrow/)).toBeInTheDocument()
  await user.click(chart('What comes due').getByRole('radio', { name: '90 days' }))
  expect(chart('What comes due').getByRole('slider')).toHaveAttribute('aria-valuemax', '89')
  unmount()
  await atProgress({ history: [...history, { daysAgo: 1, act: planned({ examDate: '2026-05-01' }) }] })
  expect(chart('What comes due').getByText(/at the exam on 1 May 2026/)).toBeInTheDocument()
})

it('forecasts nothing while study is archived, until it is taken up again', async () => {
  const over = { examDate: '2026-03-25' }
  const { unmount } = await atProgress({
    history: [...history, { daysAgo: 1, act: planned({ ...over, afterExam: { of: over.examDate, choice: 'archive' } }) }],
  })
  expect(chart('What comes due').getByText('Study is archived: nothing is due until it is taken up again.')).toBeInTheDocument()
  expect(chart('What comes due').queryByRole('slider')).toBeNull()
  unmount()
  await atProgress({ history: [...history, { daysAgo: 1, act: planned(over) }] })
  expect(chart('What comes due').getByRole('slider')).toBeInTheDocument()
})

it('gives the mastery of each area with the items behind it', async () => {
  const { user } = await atProgress()
  const [score] = main().getAllByText('mastery')
  if (score === undefined) throw new Error('No area has a number')
  expect(score.closest('summary')?.textContent).toMatch(/\d+ \(\d+–\d+\)$/)
  await user.click(score)
  const link = await within(main().getByRole('region', { name: 'By area' })).findByRole('link', {
    name: 'Which number has the first fish?',
  })
  expect(link).toHaveAttribute('href', '/weak/drill?items=pond%2Ffirst-fish')
})

it('lists the items in the order wished for, each with the way to its section', async () => {
  const { user } = await atProgress()
  await screen.findByText('Which number has the first fish?')
  const items = within(main().getByRole('region', { name: 'Items' }))
  const first = () => items.getAllByRole('row')[1]
  expect(items.getByText('Which number has the first fish?').closest('a')).toHaveAttribute('href', '/topics/pond#fish')
  await user.selectOptions(items.getByRole('combobox', { name: 'Order by' }), 'Times lost')
  await user.click(items.getByRole('button', { name: 'Lowest first' }))
  expect(first()).toHaveTextContent('Which number has the first fish?')
  expect(first()).toHaveTextContent('lost 1 time')
})

it('speaks Japanese', async () => {
  await atProgress({ lang: 'ja' })
  expect(main().getByText('回答5件・学習した日3日')).toBeInTheDocument()
  expect(chart('1日の回答数(1年)').getByRole('slider')).toHaveAttribute('aria-valuetext', '2026年4月1日: 0件')
})
