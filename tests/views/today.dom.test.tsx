import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { planned, read, reviewed, suspended } from '../helpers/events.ts'
import { arrived, main, renderApp } from './renderApp.tsx'

/** Forty minutes a day: facts come back at a recall of 90 %. */
const steady = { daysAgo: 30, act: planned({ minutesPerDay: 40 }) }

it('offers both languages and two equal ways to begin on the first visit', async () => {
  await renderApp()
  expect(screen.getByRole('group', { name: '言語 / Language' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '日本語' })).toHaveProperty('checked', false)
  expect(screen.getByRole('radio', { name: 'English' })).toHaveProperty('checked', true)
  const begin = screen.getByRole('region', { name: 'How to begin' })
  const reading = screen.getByRole('link', { name: 'Start reading' })
  const trying = screen.getByRole('button', { name: 'Try 5 questions first' })
  expect(begin.contains(reading) && begin.contains(trying)).toBe(true)
  expect(reading.className).toBe(trying.className)
  expect(main().queryByText('due')).toBeNull()
})

it('turns the whole page and <html lang> to Japanese when 日本語 is chosen', async () => {
  const { user } = await renderApp()
  await user.click(screen.getByRole('radio', { name: '日本語' }))
  expect(await arrived('コンテナは、カーネルの何でできているのか')).toBeTruthy()
  expect(document.documentElement.lang).toBe('ja')
  expect(document.title).toBe('箱庭 | コンテナの仕組みを学ぶ')
  expect(screen.getByRole('link', { name: '読み始める' })).toBeTruthy()
  expect(screen.queryByText('Start reading')).toBeNull()
})

it('begins with the first topic by “Start reading”', async () => {
  const { user, address } = await renderApp()
  await user.click(screen.getByRole('link', { name: 'Start reading' }))
  expect(await arrived('The pond')).toBeTruthy()
  expect(address()).toBe('/topics/pond')
})

it('begins a quiz across all topics by “Try 5 questions first” and has recorded it before the first question', async () => {
  const { user, address, done } = await renderApp()
  await user.click(screen.getByRole('button', { name: 'Try 5 questions first' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 5' })).toBeTruthy()
  expect(address()).toBe('/quiz/attempt-1')
  expect(await done()).toMatchObject([{ kind: 'attemptStarted', attempt: 'attempt-1', topics: ['pond', 'gate'] }])
})

const stats = () =>
  main()
    .getAllByRole('definition')
    .map((part) => part.textContent)

it('counts what is due, what is new and the minutes once something was read and answered', async () => {
  await renderApp({
    history: [
      { daysAgo: 9, act: read('pond/fish') },
      { daysAgo: 9, act: reviewed('pond/first-fish', 3) },
      { daysAgo: 9, act: reviewed('pond/carp', 3) },
    ],
  })
  expect(await arrived('Today')).toBeTruthy()
  expect(
    main()
      .getAllByRole('term')
      .map((part) => part.textContent),
  ).toEqual(['due', 'new', 'about'])
  expect(stats()).toEqual(['2', '2', '1min'])
  expect(main().getByText(/^2 facts whose time has come.* 2 facts not asked yet/)).toBeTruthy()
})

it('shows the same counts in Japanese, with the date of the study day', async () => {
  await renderApp({ lang: 'ja', history: [{ daysAgo: 1, act: read('pond/fish') }] })
  expect(await arrived('今日')).toBeTruthy()
  expect(main().getByText('4月1日水曜日')).toBeTruthy()
  expect(stats()).toEqual(['0', '4', '1分'])
  expect(main().getByRole('link', { name: '今日の学習を始める' })).toBeTruthy()
})

it('says when the next review is due when nothing is due now', async () => {
  await renderApp({ history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  expect(await screen.findByText('Nothing to review now.')).toBeTruthy()
  expect(screen.getByText('The next review is due in 2 days.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Start today’s session' })).toBeNull()
})

it('says that reading comes first when nothing was read or answered that could be reviewed', async () => {
  await renderApp({ history: [{ daysAgo: 1, act: suspended('pond/carp') }] })
  expect(await screen.findByText('Read a section, and what it teaches will start to come up here.')).toBeTruthy()
})

it('starts the session with Enter', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 4' })).toBeTruthy()
  expect(address()).toBe('/review')
})

it('leaves Enter alone when nothing is due', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  await user.keyboard('{Enter}')
  expect(address()).toBe('/')
})

it('leads to the next unread section of the topic already begun', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  expect(await screen.findByText('Next: “Stones”. 1 of 2 sections read.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Continue' }))
  expect(await arrived('The pond')).toBeTruthy()
  expect(address()).toBe('/topics/pond#stones')
})
