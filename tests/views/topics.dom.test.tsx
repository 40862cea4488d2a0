import { within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answered, read, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp } from './renderApp.tsx'

const rows = () =>
  main()
    .getAllByRole('listitem')
    .filter((row) => within(row).queryByRole('heading') !== null)
const meter = (topic: string) =>
  main()
    .getByRole('img', { name: new RegExp(`^${topic}: `) })
    .getAttribute('aria-label')

it('lists every topic under its area, with what it asks and how long it takes', async () => {
  await renderApp({ path: '/topics' })
  await arrived('Topics')
  expect(document.title).toBe('Topics | Hakoniwa')
  expect(
    within(main().getByRole('region', { name: 'Garden' }))
      .getAllByRole('heading', { level: 3 })
      .map((part) => part.textContent),
  ).toEqual(['The pond', 'The gate'])
  expect(rows()[0]).toHaveTextContent('What lives in the pond, and who may see it?')
  expect(rows()[0]).toHaveTextContent('Objective 352.1about 1 min to read5 cards, 4 questions')
})

it('names what to read first, as a way there', async () => {
  const { user, address } = await renderApp({ path: '/topics' })
  await arrived('Topics')
  const gate = rows()[1] ?? document.body
  expect(gate).toHaveTextContent('Read first The pond')
  await user.click(within(gate).getByRole('link', { name: 'The pond' }))
  expect(address()).toBe('/topics/pond')
})

it('says in words what is known of a topic and what that rests on, fact by fact', async () => {
  await renderApp({
    path: '/topics',
    history: [
      { daysAgo: 2, act: read('pond/fish') },
      { daysAgo: 1, act: reviewed('pond/first-fish', 3) },
      { daysAgo: 1, act: answered('pond/stone-count') },
    ],
  })
  await arrived('Topics')
  expect(meter('The pond')).toBe('The pond: recalled 1, recognised 1, read 3, not yet 3')
  expect(meter('The gate')).toBe('The gate: not yet 2')
})

it('speaks Japanese throughout when Japanese is chosen', async () => {
  await renderApp({ path: '/topics', lang: 'ja', history: [{ daysAgo: 1, act: read('pond/fish') }] })
  await arrived('トピック')
  expect(main().getByRole('region', { name: '庭' })).toBeInTheDocument()
  expect(rows()[0]).toHaveTextContent('池には何がいて、誰に見えるのか。')
  expect(meter('池')).toBe('池: 読んだ 4, まだ 4')
})
