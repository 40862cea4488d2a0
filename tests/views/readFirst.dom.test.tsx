import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { planned, read, reviewed } from '../helpers/events.ts'
import { dayMs, renderApp, type World } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
const first = 'Which number has the first fish?'
/** One due card and one new fact a day, of a section that was not read. */
const oneNew: readonly Past[] = [
  { daysAgo: 60, act: planned({ newPerDay: 1 }) },
  { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
]
const section = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })
const reading = () => screen.queryByText(/Read first/)

it('begins with the section of the first new item for who has read nothing, and takes no focus', async () => {
  await renderApp({ path: '/review' })
  expect(await screen.findByText(/› Read first/)).toBeInTheDocument()
  expect(screen.getByText('The next items come from this section.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Answer without reading' })).toBeInTheDocument()
  expect(document.body).toHaveFocus()
})

/** Leads a sitting to the reading that follows its due card. */
const atReading = async (world: World = {}) => {
  const app = await renderApp({ path: '/review', history: oneNew, ...world })
  await screen.findByRole('article')
  await app.user.keyboard(' 3')
  await screen.findByText(world.lang === 'ja' ? /先に読む節/ : /Read first/)
  return app
}

it('shows the section with the focus on its heading, counts it as read with Enter, then asks', async () => {
  const app = await atReading()
  const heading = screen.getByRole('heading', { level: 1 })
  expect(heading).toHaveFocus()
  expect(screen.getByRole('progressbar', { name: 'Item 2 of 2' })).toBeInTheDocument()
  const before = app.progress().read.size
  await app.user.keyboard('{Enter}')
  expect(reading()).toBeNull()
  expect(app.progress().read.size).toBe(before + 1)
  expect((await app.done()).map((event) => event.kind)).toEqual(['reviewed', 'read'])
  expect(screen.getByText(/You have read the section that teaches it\.$/)).toBeInTheDocument()
})

it('leaves Space to scrolling while a section is read', async () => {
  const app = await atReading()
  await app.user.keyboard(' ')
  expect(reading()).toBeInTheDocument()
})

it('asks without reading where that is wished, and counts nothing as read', async () => {
  const app = await atReading()
  await app.user.click(screen.getByRole('button', { name: 'Answer without reading' }))
  expect(reading()).toBeNull()
  expect((await app.done()).map((event) => event.kind)).toEqual(['reviewed'])
  expect(screen.getByText(/You have not read the section that teaches it\.$/)).toBeInTheDocument()
})

it.each([
  ['{Enter}', ['reviewed', 'read', 'retracted']],
  ['skip', ['reviewed']],
])('shows the section again after undo (%s)', async (way, kinds) => {
  const app = await atReading()
  if (way === 'skip') await app.user.click(screen.getByRole('button', { name: 'Answer without reading' }))
  else await app.user.keyboard(way)
  expect(reading()).toBeNull()
  await app.user.keyboard('u')
  expect(await screen.findByText(/Read first/)).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect((await app.done()).map((event) => event.kind)).toEqual(kinds)
  expect(app.progress().read.size).toBe(0)
})

it('shows the section in the other language, each part marked with its own', async () => {
  const app = await atReading()
  await app.user.keyboard('l')
  const heading = await section(/^(魚|石|掛け金)$/)
  expect(heading).toHaveAttribute('lang', 'ja')
  expect(screen.getByText('The next items come from this section.').closest('[lang]')).toBe(document.documentElement)
})

it('speaks Japanese', async () => {
  const app = await atReading({ lang: 'ja' })
  expect(screen.getByText('次の問いは、この節から出る。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '読まずに答える' })).toBeInTheDocument()
  await app.user.click(screen.getByRole('button', { name: '読み終えた' }))
  expect(screen.getByText(/教える節は読んである。$/)).toBeInTheDocument()
})

it('offers a section once, before the first of its new items', async () => {
  const { user } = await renderApp({ path: '/review', history: [{ daysAgo: 60, act: planned({ newPerDay: 4 }) }] })
  await screen.findByText(/Read first/)
  let readings = 0
  for (let screens = 0; screens < 30 && screen.queryByRole('heading', { name: 'Done for today' }) === null; screens += 1) {
    if (reading() !== null) {
      readings += 1
      await user.keyboard('{Enter}')
    } else await user.keyboard('b')
    if (screen.queryByRole('heading', { name: 'Nothing to review now' }) !== null) break
  }
  expect(readings).toBeLessThanOrEqual(3)
  expect(readings).toBeGreaterThanOrEqual(1)
})

it('goes on for ten minutes at the end, with the focus on what comes, and undo reaches back over it', async () => {
  const { user } = await renderApp({
    path: '/review',
    history: [
      { daysAgo: 60, act: planned({ newPerDay: 0 }) },
      { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
      { daysAgo: 1, act: read('pond/fish') },
      { daysAgo: 1, act: read('pond/stones') },
      { daysAgo: 1, act: read('gate/latch') },
    ],
  })
  await screen.findByRole('article', { name: first })
  await user.keyboard(' 3')
  expect(screen.getByText(/9 more facts could be asked today\.$/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Go on for 10 minutes' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 2 of 10' })).toBeInTheDocument()
  expect(screen.getByRole('main').contains(document.activeElement)).toBe(true)
  expect(document.activeElement).not.toBe(screen.getByRole('main'))
  await user.keyboard('u')
  expect(await screen.findByRole('article', { name: first })).toBeInTheDocument()
  expect(screen.getByRole('progressbar', { name: 'Item 1 of 10' })).toBeInTheDocument()
})

it('goes on from an empty sitting with the focus on what comes', async () => {
  const { user } = await renderApp({ path: '/review', history: [{ daysAgo: 60, act: planned({ newPerDay: 0 }) }] })
  await user.click(await screen.findByRole('button', { name: 'Go on for 10 minutes' }))
  await screen.findByText(/Read first/)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

it('ends by the minutes of the day, and asks the rest on the next', async () => {
  const spent: readonly Past[] = [
    { daysAgo: 60, act: planned({ minutesPerDay: 1, newPerDay: 0 }) },
    { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
    { daysAgo: 0, act: reviewed('pond/carp', 3, 'review', 60_000) },
  ]
  const app = await renderApp({ path: '/review', lang: 'ja', history: spent })
  expect(await screen.findByRole('heading', { name: 'いま復習するものはない' })).toBeInTheDocument()
  expect(screen.getByText(/^今日の時間は使い終えた。次の復習期限は明日。今日の分のほかに、問える要点が\d+ある。$/)).toBeInTheDocument()
  app.pass(dayMs)
  await app.user.click(screen.getByRole('link', { name: '今日へ戻る' }))
  await app.user.click(await within(screen.getByRole('main')).findByRole('link', { name: /今日の学習を始める/ }))
  expect(await screen.findByRole('article', { name: '最初の魚は何番か。' })).toBeInTheDocument()
})
