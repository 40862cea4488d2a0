import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { read, reviewed, suspended } from '../helpers/events.ts'
import { arrived, renderApp, ways, type World } from './renderApp.tsx'

const atSettings = async (world: World = {}) => {
  const app = await renderApp({ path: '/settings', ...world })
  await arrived(/^(Settings and data|設定とデータ)$/)
  return app
}
const radio = (group: string, name: string) => within(screen.getByRole('group', { name: group })).getByRole('radio', { name })

it('changes the language of every text and of <html lang>, and remembers it', async () => {
  const shelf = new Map<string, string>()
  const { user, unmount } = await atSettings({ shelf })
  expect(radio('Language', 'English')).toBeChecked()
  await user.click(radio('Language', '日本語'))
  await arrived('設定とデータ')
  expect(document.documentElement.lang).toBe('ja')
  expect(document.title).toBe('設定とデータ | 箱庭')
  expect(ways().getByRole('link', { name: '今日' })).toBeInTheDocument()
  unmount()
  await renderApp({ path: '/settings', shelf })
  expect(await arrived('設定とデータ')).toBeInTheDocument()
})

it.each([
  ['Light', 'light'],
  ['Dark', 'dark'],
])('shows the page %s when chosen, and as the device again', async (name, theme) => {
  const { user } = await atSettings()
  expect(radio('Theme', 'As the device')).toBeChecked()
  expect(document.documentElement).not.toHaveAttribute('data-theme')
  await user.click(radio('Theme', name))
  expect(document.documentElement).toHaveAttribute('data-theme', theme)
  await user.click(radio('Theme', 'As the device'))
  expect(document.documentElement).not.toHaveAttribute('data-theme')
})

it('has the theme of the last visit on every screen', async () => {
  await renderApp({ shelf: new Map([['hakoniwa.settings', '{"version":1,"lang":null,"theme":"dark"}']]) })
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
})

it('counts the records and says where they are', async () => {
  await atSettings({
    history: [
      { daysAgo: 1, act: read('pond/fish') },
      { daysAgo: 1, act: reviewed('pond/carp') },
    ],
  })
  expect(screen.getByText(/^2 records, kept in this browser only and sent nowhere\./)).toBeInTheDocument()
  expect(screen.queryByText(/cannot be read/)).toBeNull()
})

// A row that lost its fields, one of a later version, and one that is no row at all.
const strange = [
  { id: 'torn', at: 5, kind: 'reviewed' },
  { id: 'later', at: 6, kind: 'dreamt', offsetMin: 540, device: 'other', of: 'fish' },
  'not an event',
]

it('starts with damaged and unknown rows, counts them and says that they are kept', async () => {
  await atSettings({ log: createMemoryLog(strange), history: [{ daysAgo: 1, act: reviewed('pond/carp') }] })
  expect(screen.getByText(/^1 record, kept in this browser only/)).toBeInTheDocument()
  expect(screen.getByText(/^3 records cannot be read\. They are kept as they are and are part of the file\./)).toBeInTheDocument()
})

it('tells of them in Japanese', async () => {
  await atSettings({ lang: 'ja', log: createMemoryLog(strange) })
  expect(screen.getByText(/^読めない記録が3件ある。/)).toBeInTheDocument()
})

it('lists what was set aside, each with the way back', async () => {
  const { user, done } = await atSettings({
    history: [
      { daysAgo: 2, act: suspended('pond/first-fish') },
      { daysAgo: 2, act: suspended('pond/stone-count') },
    ],
  })
  const list = within(await screen.findByRole('region', { name: '2 suspended items' }))
  expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    'Which number has the first fish?Resume',
    'How many stones stand in the pond?Resume',
  ])
  await user.click(list.getAllByRole('button', { name: /^Resume/ })[0] ?? document.body)
  expect(await screen.findByRole('region', { name: '1 suspended item' })).toBeInTheDocument()
  expect(await done()).toMatchObject([{ kind: 'resumed', item: 'pond/first-fish' }])
})
