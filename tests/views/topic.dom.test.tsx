import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { planned, read, retracted, reviewed } from '../helpers/events.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { dayMs, main, renderApp } from './renderApp.tsx'

/** Forty minutes a day: facts come back at a recall of 90 %. */
const steady = { daysAgo: 30, act: planned({ minutesPerDay: 40 }) }

/** The page shows the title while the words are on their way, so its first section is waited for. */
const reading = async (world: Parameters<typeof renderApp>[0] = {}) => {
  const app = await renderApp({ path: '/topics/pond', ...world })
  await screen.findByRole('heading', { level: 2, name: /^(Fish|魚|Latch|掛け金)$/ })
  return app
}
const noBox = new DOMRect()
const recall = (position: string) => main().getByRole('region', { name: `Recall ${position}` })
const grade = (name: string) => main().getByRole('button', { name: new RegExp(`^${name} `) })

it('shows the question that the topic answers, its prose and what it cites', async () => {
  await reading()
  expect(document.title).toBe('The pond | Hakoniwa')
  expect(main().getByText('What lives in the pond, and who may see it?')).toBeInTheDocument()
  expect(main().getByText(/^Fish are numbered from 1\./)).toBeInTheDocument()
  const [cited] = main().getAllByRole('link', { name: 'pond(7)' })
  expect(cited).toHaveAttribute('href', 'https://example.org/pond.7')
  expect(main().getByText(/A fish that eats from the ground/)).toHaveTextContent('carp: A fish that eats from the ground. pond(7)')
})

it('keeps cards and questions written for later out of the prose', async () => {
  await reading()
  expect(main().queryByText('It is number 1.')).toBeNull()
  expect(main().queryByText('How many stones stand in the pond?')).toBeNull()
})

it('lists its sections, with a mark on those that were read', async () => {
  await reading({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  const contents = within(main().getByRole('navigation', { name: 'In this topic' }))
  expect(contents.getAllByRole('link').map((part) => [part.textContent, part.getAttribute('href')])).toEqual([
    ['Fishread', '#fish'],
    ['Stones', '#stones'],
  ])
})

it('names what to read first, and the topic that follows', async () => {
  await reading({ path: '/topics/gate' })
  expect(within(main().getByRole('complementary')).getByRole('link', { name: 'The pond' })).toHaveAttribute('href', '/topics/pond')
  expect(main().queryByRole('link', { name: /^Next topic/ })).toBeNull()
})

it('leads on to its cards, its quiz and the next topic', async () => {
  await reading()
  expect(main().getByRole('link', { name: '5 cards' })).toHaveAttribute('href', '/flashcards/pond')
  expect(main().getByRole('link', { name: '4 questions' })).toHaveAttribute('href', '/quiz?topic=pond')
  expect(main().getByRole('link', { name: 'Take a quiz on this topic' })).toHaveAttribute('href', '/quiz?topic=pond')
  expect(main().getByRole('link', { name: 'Next topic: The gate' })).toHaveAttribute('href', '/topics/gate')
})

it('shows the mastery of the topic and of each section that was answered, and of none before', async () => {
  const scores = () =>
    main()
      .queryAllByText('mastery')
      .map((word) => word.closest('summary')?.textContent)
  const { unmount } = await reading()
  expect(scores()).toEqual([])
  unmount()
  const { user } = await reading({ history: [{ daysAgo: 1, act: reviewed('pond/first-fish', 3) }] })
  expect(scores()).toHaveLength(2)
  const fish = within(main().getByRole('region', { name: 'Fish' }))
  expect(within(main().getByRole('region', { name: 'Stones' })).queryByText('mastery')).toBeNull()
  await user.click(fish.getByText('mastery'))
  expect(await fish.findByRole('link', { name: 'Which number has the first fish?' })).toHaveAttribute(
    'href',
    '/weak/drill?items=pond%2Ffirst-fish',
  )
  expect(fish.getByText('3 facts were never asked; each counts 0.')).toBeInTheDocument()
})

it('says in words what is known of the topic', async () => {
  await reading({ history: [{ daysAgo: 1, act: reviewed('pond/first-fish', 3) }] })
  expect(main().getByRole('img', { name: 'The pond: recalled 1, not yet 7' })).toBeInTheDocument()
})

it('explains a glossary word where it first stands', async () => {
  await reading({ path: '/topics/gate' })
  expect(main().getByRole('button', { name: 'bamboo' })).toBeInTheDocument()
  expect(main().getByText('A hollow grass.')).toBeInTheDocument()
  expect(main().getByText('竹')).toHaveAttribute('lang', 'ja')
})

it('covers the answer of a recall card until it is asked for, then moves the focus to it', async () => {
  const { user } = await reading()
  expect(recall('1 / 3')).toHaveTextContent('Which number has the first fish?')
  expect(main().queryByRole('region', { name: 'Answer' })).toBeNull()
  expect(main().queryByRole('group', { name: 'Grade' })).toBeNull()
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  expect(main().getByRole('region', { name: 'Answer' })).toHaveFocus()
  expect(main().getByRole('region', { name: 'Answer' })).toHaveTextContent('It is number 1.Source pond(7)')
})

it('says what each grade does before it is given', async () => {
  const { user } = await reading({ history: [steady] })
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  expect(
    main()
      .getAllByRole('button', { name: /^(Again|Hard|Good|Easy)/ })
      .map((button) => button.textContent),
  ).toEqual(['Again tomorrow', 'Hard tomorrow', 'Good in 2 days', 'Easy in 8 days'])
})

it('records the grade as given on the topic page, marks the section as read, and moves on with the focus on the next prompt', async () => {
  const { user, pass, done } = await reading()
  pass(9000)
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  await user.click(grade('Good'))
  expect(recall('2 / 3')).toHaveTextContent('What happens when the first fish leaves?')
  expect(document.activeElement).toHaveTextContent('What happens when the first fish leaves?')
  expect(main().queryByRole('region', { name: 'Answer' })).toBeNull()
  expect(await done()).toMatchObject([
    { kind: 'read', section: 'pond/fish' },
    { kind: 'reviewed', item: 'pond/first-fish', grade: 3, where: 'topic', tookMs: 9000 },
  ])
  expect(within(main().getByRole('navigation', { name: 'In this topic' })).getByText('read')).toBeInTheDocument()
})

it('marks a section as read once, not with each of its cards', async () => {
  const { user, done } = await reading({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  await user.click(grade('Again'))
  expect((await done()).map((event) => event.kind)).toEqual(['reviewed'])
})

const recallAll = async (user: Awaited<ReturnType<typeof renderApp>>['user']) => {
  for (const name of ['Good', 'Easy', 'Again']) {
    await user.click(main().getByRole('button', { name: 'Show answer' }))
    await user.click(grade(name))
  }
}

it('says when the first of its three cards returns when all are done, and agrees with the schedule', async () => {
  const { user, pass, progress } = await reading()
  await recallAll(user)
  const done = main().getByText('The 3 cards of this section are done for today. The first returns tomorrow.')
  expect(done.parentElement).toHaveFocus()
  expect(progress().facts.size).toBe(3)
  pass(dayMs)
  await user.click(screen.getAllByRole('link', { name: 'Today' })[0] ?? document.body)
  expect((await main().findAllByRole('definition'))[0]).toHaveTextContent('1')
})

it('goes through the cards again without touching the schedule', async () => {
  const { user, progress } = await reading()
  await recallAll(user)
  const before = progress().facts
  await user.click(main().getByRole('button', { name: 'Go through them again (the schedule stays)' }))
  expect(recall('1 / 3')).toBeInTheDocument()
  expect(document.activeElement).toHaveTextContent('Which number has the first fish?')
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  await user.click(grade('Again'))
  expect(progress().facts).toEqual(before)
})

it('is still done after a reload on the same day, and asks again on a later one', async () => {
  const log = createMemoryLog()
  const first = await reading({ log })
  await recallAll(first.user)
  first.unmount()
  const second = await reading({ log })
  expect(main().getByText(/^The 3 cards of this section are done for today/)).toBeInTheDocument()
  second.unmount()
  await reading({ history: [{ daysAgo: 1, act: reviewed('pond/first-fish', 3, 'topic') }] })
  expect(recall('1 / 3')).toBeInTheDocument()
})

it('goes on at the first card that was not answered today', async () => {
  await reading({ history: [{ daysAgo: 0, act: reviewed('pond/first-fish', 3, 'topic') }] })
  expect(recall('2 / 3')).toHaveTextContent('What happens when the first fish leaves?')
})

it('asks the section’s term or cloze when it has no card of its own', async () => {
  await reading({ path: '/topics/gate' })
  expect(recall('1 / 1')).toHaveTextContent('The latch falls at blank every day.')
})

it('stays on screen when another tab takes every answer of the section back', async () => {
  const { user, done, fromAnotherTab } = await reading()
  await recallAll(user)
  await fromAnotherTab((await done()).flatMap((event) => (event.kind === 'reviewed' ? [retracted(event.id)] : [])))
  expect(main().getByRole('heading', { name: 'Fish' })).toBeInTheDocument()
  expect(main().queryByText(/are done for today/)).toBeNull()
})

it('marks a section as read when its end was reached, not faster than a glance', async () => {
  const { pass, done } = await reading()
  const inView = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ ...noBox, top: 100, bottom: 500 })
  const scroll = () => act(async () => void fireEvent.scroll(window))
  await scroll()
  pass(4000)
  await scroll()
  expect(await done()).toEqual([])
  pass(1000)
  await scroll()
  expect(await done()).toMatchObject([
    { kind: 'read', section: 'pond/fish' },
    { kind: 'read', section: 'pond/stones' },
  ])
  inView.mockRestore()
})

it('does not mark a section as read whose end lies below the window', async () => {
  const { pass, done } = await reading()
  const inView = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ ...noBox, top: 100, bottom: 5000 })
  const scroll = () => act(async () => void fireEvent.scroll(window))
  await scroll()
  pass(60_000)
  await scroll()
  expect(await done()).toEqual([])
  inView.mockRestore()
})

it('shows the topic, its recall cards and its grades in Japanese', async () => {
  const { user } = await reading({ lang: 'ja', history: [steady] })
  expect(document.title).toBe('池 | 箱庭')
  expect(main().getByRole('region', { name: '思い出す 1 / 3' })).toHaveTextContent('最初の魚は何番か。')
  await user.click(main().getByRole('button', { name: '答えを見る' }))
  expect(main().getByRole('region', { name: '答え' })).toHaveFocus()
  expect(
    main()
      .getAllByRole('button', { name: /^(もう一度|難しい|普通|簡単)/ })
      .map((button) => button.textContent),
  ).toEqual(['もう一度 明日', '難しい 明日', '普通 明後日', '簡単 8 日後'])
})

it('keeps the place in a recall box when the language is switched', async () => {
  const { user } = await reading()
  await user.click(main().getByRole('button', { name: 'Show answer' }))
  await user.click(grade('Good'))
  await user.click(screen.getAllByRole('button', { name: '日本語' })[0] ?? document.body)
  expect(await screen.findByRole('region', { name: '思い出す 2 / 3' })).toHaveTextContent('最初の魚が去ると何が起こるか。')
})

it('says that there is no such topic and leads to the list', async () => {
  const { user } = await renderApp({ path: '/topics/no-such' })
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such topic' })).toBeInTheDocument()
  expect(main().getByText('No topic is called “no-such”. The list of topics shows all there are.')).toBeInTheDocument()
  await user.click(main().getByRole('link', { name: 'All topics' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Topics' })).toBeInTheDocument()
})
