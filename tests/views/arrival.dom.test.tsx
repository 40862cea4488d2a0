import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { planned, read } from '../helpers/events.ts'
import { arrived, main, renderApp, ways } from './renderApp.tsx'

// The first test opens the session's chunk for the first time: its main part is not there yet when the address changes.
it('puts the focus into the main part of a session that had to be loaded first', async () => {
  const { user } = await renderApp({
    history: [
      { daysAgo: 30, act: planned({ newPerDay: 4 }) },
      { daysAgo: 1, act: read('pond/fish') },
    ],
  })
  await user.click(screen.getByRole('link', { name: 'Start today’s session' }))
  await screen.findByRole('progressbar', { name: 'Item 1 of 4' })
  expect(screen.getByRole('main').contains(document.activeElement)).toBe(true)
})

it('puts the focus into the main part of the next screen', async () => {
  const { user } = await renderApp({ path: '/topics' })
  await arrived('Topics')
  await user.click(main().getByRole('link', { name: 'The gate' }))
  await arrived('The gate')
  expect(screen.getByRole('main')).toHaveFocus()
})

it('puts the focus on the section that a link names, also when the topic is already there', async () => {
  const { user } = await renderApp({ path: '/topics/pond', history: [{ daysAgo: 1, act: read('pond/fish') }] })
  await arrived('The pond')
  await user.click(ways().getByRole('link', { name: 'Today' }))
  await user.click(await screen.findByRole('link', { name: 'Continue' }))
  await arrived('The pond')
  expect(screen.getByRole('heading', { name: 'Stones' })).toHaveFocus()
})

it('leaves the focus where it is when the page is opened by its address', async () => {
  await renderApp({ path: '/topics' })
  await arrived('Topics')
  expect(document.body).toHaveFocus()
})

it('opens a section by its address with the focus on its heading', async () => {
  await renderApp({ path: '/topics/pond#stones' })
  await arrived('The pond')
  expect(screen.getByRole('heading', { name: 'Stones' })).toHaveFocus()
})

it('keeps the section of an address that also chooses the language', async () => {
  const { address } = await renderApp({ path: '/topics/pond?lang=ja#stones' })
  await arrived('池')
  expect(document.documentElement.lang).toBe('ja')
  expect(address()).toBe('/topics/pond#stones')
  expect(await screen.findByRole('heading', { name: '石' })).toHaveFocus()
})

it('keeps the other parameters of an address that chooses the language', async () => {
  const { address } = await renderApp({ path: '/quiz?topic=gate&lang=ja' })
  await arrived('問題')
  expect(address()).toBe('/quiz?topic=gate')
})

it('ignores a language that it does not speak', async () => {
  await renderApp({ path: '/topics?lang=fr' })
  expect(await arrived('Topics')).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
})

it('shows the topic whose address ends in a fragment that cannot be decoded', async () => {
  await renderApp({ path: '/topics/pond#%E3%' })
  expect(await arrived('The pond')).toBeTruthy()
})

it('says what is missing and where to go at an unknown address', async () => {
  const { user } = await renderApp({ path: '/wherever' })
  expect(screen.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeTruthy()
  expect(screen.getByText('Nothing is shown at /wherever. The link may be old or mistyped.')).toBeTruthy()
  expect(document.title).toBe('There is no such page | Hakoniwa')
  await user.click(screen.getByRole('link', { name: 'To Today' }))
  expect(await arrived('What is a container made of, inside the kernel?')).toBeTruthy()
})

it('says it in Japanese to who reads Japanese', async () => {
  await renderApp({ path: '/wherever', lang: 'ja' })
  expect(screen.getByRole('heading', { level: 1, name: 'このページはない' })).toBeTruthy()
  expect(screen.getAllByRole('link', { name: '今日へ' })).toHaveLength(1)
})
