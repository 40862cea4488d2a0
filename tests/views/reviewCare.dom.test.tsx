import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { answered, buried, marked, planned, reviewed } from '../helpers/events.ts'
import { renderApp, type World } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
/** Nothing new: these tests are about what can be done with an item beside answering it. */
const dueOnly: Past = { daysAgo: 60, act: planned({ newPerDay: 0 }) }
const dueCards: readonly Past[] = [
  dueOnly,
  { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
  { daysAgo: 9, act: reviewed('pond/empty-pond', 3) },
]
const first = 'Which number has the first fish?'
const second = 'What happens when the first fish leaves?'
const card = (name: string) => screen.findByRole('article', { name })

/** A sitting that begins with the first of two due cards. */
const atFirst = async (world: World = {}) => {
  const app = await renderApp({ path: '/review', history: dueCards, ...world })
  await card(world.lang === 'ja' ? '最初の魚は何番か。' : first)
  return app
}
/** What a screen reader is told of an act. */
const said = () => [...document.querySelectorAll('[aria-live=polite]')].map((part) => part.textContent).join('')
const noteOf = (app: Awaited<ReturnType<typeof renderApp>>, item = 'pond/first-fish') =>
  [...app.progress().items].find(([id]) => id === item)?.[1].note ?? null
const button = (name: string) => screen.getByRole('button', { name })

it('puts a fact off until tomorrow with b, says so, and has it back on the next day', async () => {
  const app = await atFirst()
  await app.user.keyboard('b')
  await card(second)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(await app.done()).toMatchObject([{ kind: 'buried', fact: 'pond/first-fish' }])
  expect(said()).toBe('Put off until tomorrow.')
  await app.user.keyboard(' 3')
  expect(screen.getByText(/^You answered 1 item\. The next review is due tomorrow\./)).toBeInTheDocument()
})

it('takes putting off back, and the fact is asked', async () => {
  const app = await atFirst()
  const before = app.progress().buried
  await app.user.keyboard('b')
  await card(second)
  await app.user.keyboard('u')
  await card(first)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(said()).toBe('Taken back.')
  expect(app.progress().buried).toEqual(before)
})

it('puts off by a click too, in Japanese', async () => {
  const { user, done } = await atFirst({ lang: 'ja' })
  await user.click(button('明日に回す'))
  await card('最初の魚が去ると何が起こるか。')
  expect(said()).toBe('明日に回した。')
  expect(await done()).toMatchObject([{ kind: 'buried', fact: 'pond/first-fish' }])
})

it('ends a sitting whose only item was put off with the focus on its end, without a word of answers', async () => {
  const { user } = await renderApp({ path: '/review', history: [dueOnly, { daysAgo: 20, act: reviewed('pond/first-fish', 3) }] })
  await card(first)
  await user.keyboard('b')
  expect(screen.getByRole('heading', { name: 'Nothing to review now' })).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1, name: 'Review' })).toHaveFocus()
  expect(screen.queryByText(/You answered/)).toBeNull()
})

it('says that an item was suspended, and takes that back with undo', async () => {
  const { user } = await atFirst()
  await user.keyboard('s')
  await card(second)
  expect(said()).toBe('Suspended.')
  await user.click(button('Undo'))
  await card(first)
  expect(said()).toBe('Taken back.')
})

it('starts a fact anew, and undo gives its memory back', async () => {
  const app = await atFirst()
  const before = app.progress().facts
  await app.user.click(screen.getByText('More'))
  await app.user.click(button('Start this fact anew'))
  await card(second)
  expect(said()).toBe('The fact starts anew.')
  expect(await app.done()).toMatchObject([{ kind: 'reset', facts: ['pond/first-fish'] }])
  expect([...app.progress().facts.keys()]).toEqual(['pond/empty-pond'])
  await app.user.keyboard('u')
  await card(first)
  expect(app.progress().facts).toEqual(before)
})

it('does not offer to go on when all that is left was started anew in this sitting', async () => {
  const world = [dueOnly, { daysAgo: 20, act: reviewed('gate/latch-falls', 3) }]
  const catalogue = await import('./garden.ts').then(({ gardenCatalogue }) => ({
    ...gardenCatalogue,
    topics: gardenCatalogue.topics.map((topic) => ({ ...topic, items: topic.items.filter((item) => item.id === 'gate/latch-falls') })),
  }))
  const { user } = await renderApp({ path: '/review', history: world, catalogue })
  await screen.findByRole('article')
  await user.click(screen.getByText('More'))
  await user.click(button('Start this fact anew'))
  expect(screen.getByRole('heading', { name: 'Nothing to review now' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Go on/ })).toBeNull()
})

it('marks and unmarks with m, on the spot, and says so each time', async () => {
  const app = await atFirst()
  await app.user.keyboard(' m')
  expect(noteOf(app)).toBe('')
  expect(said()).toBe('Marked.')
  expect(screen.getByText('More · Marked')).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Answer' })).toBeInTheDocument()
  await app.user.keyboard('m')
  expect(noteOf(app)).toBeNull()
  expect(said()).toBe('Mark removed.')
  expect((await app.done()).map((event) => event.kind)).toEqual(['marked', 'unmarked'])
})

it('takes a mark back with u, leaving the answer open, and then the answer before it', async () => {
  const app = await atFirst()
  await app.user.keyboard(' 3')
  await card(second)
  await app.user.keyboard(' m')
  await app.user.keyboard('u')
  expect(noteOf(app, 'pond/empty-pond')).toBeNull()
  expect(screen.getByRole('article', { name: second })).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Answer' })).toBeInTheDocument()
  await app.user.keyboard('u')
  await card(first)
  expect((await app.done()).map((event) => event.kind)).toEqual(['reviewed', 'marked', 'retracted', 'retracted'])
})

it('writes a note with the focus in it, and gives the focus back', async () => {
  const app = await atFirst()
  await app.user.click(screen.getByText('More'))
  await app.user.click(button('Write a note'))
  const note = screen.getByRole('textbox', { name: 'Note (may stay empty)' })
  expect(note).toHaveFocus()
  await app.user.keyboard('smb u1 e')
  expect(note).toHaveValue('smb u1 e')
  expect(await app.done()).toEqual([])
  await app.user.click(button('Keep the mark'))
  expect(await app.done()).toMatchObject([{ kind: 'marked', item: 'pond/first-fish', note: 'smb u1 e' }])
  expect(screen.getByText('smb u1 e')).toBeInTheDocument()
  expect(button('Edit the note')).toHaveFocus()
  expect(screen.getByRole('article', { name: first })).toBeInTheDocument()
})

it('opens the note with m where one was written, and destroys nothing', async () => {
  const app = await atFirst({ history: [...dueCards, { daysAgo: 3, act: marked('pond/first-fish', 'one, not zero') }] })
  await app.user.keyboard('m')
  const note = screen.getByRole('textbox', { name: 'Note (may stay empty)' })
  expect(note).toHaveFocus()
  expect(note).toHaveValue('one, not zero')
  expect(note.closest('details')).toHaveAttribute('open')
  expect(await app.done()).toEqual([])
})

it('leaves a note as it was when writing is given up, by Escape or by the button, but not by the Escape of a conversion', async () => {
  const app = await atFirst({ history: [...dueCards, { daysAgo: 3, act: marked('pond/first-fish', 'one') }] })
  await app.user.keyboard('m')
  await app.user.keyboard(' or two')
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape', isComposing: true })
  expect(screen.getByRole('textbox')).toHaveValue('one or two')
  await app.user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(button('Edit the note')).toHaveFocus()
  await app.user.click(button('Edit the note'))
  expect(screen.getByRole('textbox')).toHaveValue('one')
  await app.user.click(button('Cancel'))
  expect(await app.done()).toEqual([])
})

it('removes a mark together with its note only where that is said, and undo brings both back', async () => {
  const app = await atFirst({ history: [...dueCards, { daysAgo: 3, act: marked('pond/first-fish', 'one') }] })
  await app.user.click(screen.getByText('More · Marked'))
  await app.user.click(button('Remove the mark'))
  expect(noteOf(app)).toBeNull()
  expect(button('Mark')).toHaveFocus()
  await app.user.keyboard('u')
  expect(noteOf(app)).toBe('one')
})

it('names every act in Japanese', async () => {
  const { user } = await atFirst({ lang: 'ja' })
  await user.click(screen.getByText('ほかの操作'))
  await user.click(button('印を付ける'))
  expect(said()).toBe('印を付けた。')
  expect(button('印を外す')).toHaveFocus()
  await user.click(button('覚え書きを書く'))
  await user.click(button('やめる'))
  await user.click(button('この要点の記憶をやり直す'))
  await card('最初の魚が去ると何が起こるか。')
  expect(said()).toBe('記憶をやり直すことにした。')
  await user.keyboard('u')
  expect(said()).toBe('元に戻した。')
})

it('chooses the second option with b, and puts nothing off', async () => {
  const { user, done } = await renderApp({ path: '/review', history: [dueOnly, { daysAgo: 20, act: answered('pond/stone-count') }] })
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  // A hint beside the control would promise what the key does not do here.
  expect(button('Not today').parentElement?.textContent.trim()).toBe('Not today')
  await user.keyboard('b')
  expect(screen.getAllByRole('radio')[1]).toBeChecked()
  expect(await done()).toEqual([])
  await user.keyboard('{Enter}')
  expect(button('Not today').parentElement?.textContent).toMatch(/^Not today\s*b$/)
})

it('takes back the last answer after a reload, shows its item again, and asks it only once', async () => {
  const log = createMemoryLog()
  const before = await atFirst({ log })
  const facts = before.progress().facts
  await before.user.keyboard(' 4')
  await card(second)
  before.unmount()
  const after = await renderApp({ path: '/review', log })
  await card(second)
  await after.user.keyboard('u')
  await card(first)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  expect(screen.getByRole('progressbar', { name: 'Item 1 of 2' })).toBeInTheDocument()
  expect(after.progress().facts).toEqual(facts)
  await after.user.keyboard(' 3')
  await card(second)
  await after.user.keyboard(' 3')
  expect(screen.getByText(/^You answered 2 items\./)).toBeInTheDocument()
})

it('has nothing to undo after a reload when something else was done last', async () => {
  await atFirst({ history: [...dueCards, { daysAgo: 1, act: buried('pond/empty-pond') }] })
  expect(button('Undo')).toBeDisabled()
})
