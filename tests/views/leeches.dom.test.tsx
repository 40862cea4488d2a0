import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Grade } from '../../src/core/history/events.ts'
import { planned, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, type World } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
const grades: readonly Grade[] = [3, 1]
/** Known and lost in turn, six times over: `lapses` times Again after an answer that was not. */
const lost = (id: string, lapses = 6): readonly Past[] =>
  Array.from({ length: 2 * lapses }, (_, index) => ({ daysAgo: 40 - index, act: reviewed(id, grades[index % 2] ?? 3) }))
const dueOnly: Past = { daysAgo: 60, act: planned({ newPerDay: 0 }) }

const atLeeches = async (world: World = {}) => {
  const app = await renderApp({ path: '/leeches', history: [dueOnly, ...lost('pond/first-fish')], ...world })
  await arrived(/^(Set apart|別にした要点)$/)
  return app
}
const rows = () => main().getAllByRole('listitem')

it('lists what was lost six times, in its own words, the most lost first, with the section that teaches it', async () => {
  await atLeeches({ history: [dueOnly, ...lost('pond/first-fish'), ...lost('pond/empty-pond', 7)] })
  await screen.findByText('Which number has the first fish?')
  expect(document.title).toBe('Set apart | Hakoniwa')
  expect(rows().map((row) => within(row).getByText(/lost \d times/).textContent)).toEqual(['lost 7 times', 'lost 6 times'])
  expect(rows()[1]).toHaveTextContent('It is number 1.')
  expect(main().getAllByRole('link', { name: 'Read the section' })[1]).toHaveAttribute('href', '/topics/pond#fish')
})

it('does not list what was lost five times', async () => {
  await atLeeches({ history: [dueOnly, ...lost('pond/first-fish', 5)] })
  expect(main().getByRole('heading', { name: 'Nothing is set apart' })).toBeInTheDocument()
  expect(main().getByText('A fact that was lost six times comes here.')).toBeInTheDocument()
})

it('lets a fact back, says so with the focus on it, and takes that back', async () => {
  const app = await atLeeches()
  await app.user.click(await screen.findByRole('button', { name: 'Let it back' }))
  expect(await app.done()).toMatchObject([{ kind: 'released', fact: 'pond/first-fish' }])
  expect(main().queryByRole('listitem')).toBeNull()
  expect(main().getByText('Let back into review.')).toHaveFocus()
  await app.user.click(main().getByRole('button', { name: 'Undo' }))
  expect(main().getByText('Taken back.')).toHaveFocus()
  expect(main().queryByRole('button', { name: 'Undo' })).toBeNull()
  expect(rows()).toHaveLength(1)
})

it('suspends every item of the fact as one act, and takes it back as one', async () => {
  const app = await atLeeches()
  await app.user.click(await screen.findByRole('button', { name: 'Suspend for good' }))
  expect(await app.done()).toMatchObject([{ kind: 'suspended', item: 'pond/first-fish' }])
  expect(main().getByText('Suspended.')).toHaveFocus()
  await app.user.click(main().getByRole('button', { name: 'Undo' }))
  expect([...app.progress().items.values()].some((item) => item.suspended)).toBe(false)
  expect(rows()).toHaveLength(1)
})

it('is reached from Today and from the end of a review, which leave the fact out', async () => {
  const history = [dueOnly, ...lost('pond/first-fish')]
  const today = await renderApp({ history })
  expect(main().getByText(/^1 fact that is lost again and again has been set apart\./)).toBeInTheDocument()
  expect(main().queryByRole('link', { name: 'Start today’s session' })).toBeNull()
  await today.user.click(main().getByRole('link', { name: 'See what was set apart' }))
  await arrived('Set apart')
  today.unmount()
  const review = await renderApp({ path: '/review', history })
  await screen.findByRole('heading', { name: 'Nothing to review now' })
  await review.user.click(screen.getByRole('link', { name: 'See what was set apart' }))
  expect(review.address()).toBe('/leeches')
})

it('speaks Japanese', async () => {
  const { user } = await atLeeches({ lang: 'ja' })
  await screen.findByText('最初の魚は何番か。')
  expect(main().getByText('6回忘れた')).toBeInTheDocument()
  await user.click(main().getByRole('button', { name: '復習に戻す' }))
  expect(main().getByText('復習に戻した。')).toHaveFocus()
  expect(main().getByRole('heading', { name: '別にした要点はない' })).toBeInTheDocument()
  await user.click(main().getByRole('button', { name: '元に戻す' }))
  expect(main().getByText('元に戻した。')).toBeInTheDocument()
})
