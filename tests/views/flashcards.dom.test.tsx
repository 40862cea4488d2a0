import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { planned, reviewed, suspended } from '../helpers/events.ts'
import { main, renderApp } from './renderApp.tsx'

/** Forty minutes a day: facts come back at a recall of 90 %. */
const steady = { daysAgo: 30, act: planned({ minutesPerDay: 40 }) }

const leafing = async (world: Parameters<typeof renderApp>[0] = {}) => {
  const app = await renderApp({ path: '/flashcards/pond', ...world })
  await screen.findByRole('article')
  return app
}
const prompt = () => within(screen.getByRole('article')).getByRole('heading', { level: 1 })
const answer = () => screen.queryByRole('region', { name: /^(Answer|答え)$/ })
const position = (label: string) => screen.getByRole('progressbar', { name: label })

it('shows the first card of the topic with its answer covered and the focus where it was', async () => {
  await leafing()
  expect(document.title).toBe('Flashcards: The pond | Hakoniwa')
  expect(prompt()).toHaveTextContent('carp')
  expect(position('Item 1 of 5')).toBeInTheDocument()
  expect(answer()).toBeNull()
  expect(document.body).toHaveFocus()
})

it('leafs through the cards of all topics without a topic in the address', async () => {
  await leafing({ path: '/flashcards' })
  expect(document.title).toBe('Flashcards | Hakoniwa')
  expect(position('Item 1 of 6')).toBeInTheDocument()
})

it('turns the card by its button and moves the focus to the answer', async () => {
  const { user } = await leafing()
  await user.click(screen.getByRole('button', { name: 'Show answer' }))
  expect(answer()).toHaveTextContent('A fish that eats from the ground.')
  expect(answer()).toHaveFocus()
  expect(screen.getByRole('link', { name: 'pond(7)' })).toBeInTheDocument()
})

it('shows the answer with Space and grades Good with Space again', async () => {
  const { user, done } = await leafing()
  await user.keyboard(' ')
  expect(answer()).toBeInTheDocument()
  await user.keyboard(' ')
  expect(prompt()).toHaveTextContent('A fish that eats from the ground.')
  expect(prompt()).toHaveFocus()
  expect(await done()).toMatchObject([{ kind: 'reviewed', item: 'pond/carp', grade: 3, where: 'flashcards' }])
})

it.each([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
])('grades with the key %s once the answer is shown, not before', async (key, grade) => {
  const { user, pass, done } = await leafing()
  await user.keyboard(key)
  expect(await done()).toEqual([])
  pass(3000)
  await user.keyboard(`{Enter}${key}`)
  expect(await done()).toMatchObject([{ kind: 'reviewed', item: 'pond/carp', grade, tookMs: 3000 }])
  expect(position('Item 2 of 5')).toBeInTheDocument()
})

it('says that the schedule stays and leaves it as it is', async () => {
  const { user, progress } = await leafing({ history: [{ daysAgo: 5, act: reviewed('pond/carp', 3) }] })
  const { facts, items } = progress()
  await user.keyboard(' ')
  expect(screen.getByRole('button', { name: 'Again schedule stays' })).toBeInTheDocument()
  await user.keyboard('1')
  expect(progress()).toMatchObject({ eventCount: 2, facts, items })
})

it('moves the schedule once the learner ticks the box, as each grade says beforehand', async () => {
  const { user, progress, done } = await leafing({ history: [steady] })
  await user.click(screen.getByRole('checkbox', { name: 'Count my grades in the schedule' }))
  await user.click(screen.getByRole('button', { name: 'Show answer' }))
  await user.click(screen.getByRole('button', { name: 'Good in 2 days' }))
  expect(await done()).toMatchObject([{ kind: 'reviewed', where: 'review' }])
  expect([...progress().facts.keys()]).toEqual(['pond/carp'])
})

it('leafs with the arrow keys, and stops at either end', async () => {
  const { user } = await leafing()
  await user.keyboard('{ArrowLeft}')
  expect(position('Item 1 of 5')).toBeInTheDocument()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(prompt()).toHaveTextContent('Which number has the first fish?')
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(position('Item 5 of 5')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Next card' })).toBeDisabled()
})

it('covers the answer again when another card is shown', async () => {
  const { user } = await leafing()
  await user.keyboard(' {ArrowRight}')
  expect(answer()).toBeNull()
})

it('has the focus on the prompt when leafing comes back to the first card', async () => {
  const { user } = await leafing()
  await user.keyboard('{ArrowRight}')
  expect(prompt()).toHaveFocus()
  await user.keyboard('{ArrowLeft}')
  expect(position('Item 1 of 5')).toBeInTheDocument()
  expect(prompt()).toHaveFocus()
})

it('takes the grades back one by one, by key and by button, each time with its card', async () => {
  const { user, done } = await leafing()
  await user.keyboard('  ')
  await user.keyboard(' 4')
  expect(position('Item 3 of 5')).toBeInTheDocument()
  await user.keyboard('u')
  expect(position('Item 2 of 5')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(position('Item 1 of 5')).toBeInTheDocument()
  expect(prompt()).toHaveFocus()
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled()
  const [carp, reverse, ...undos] = await done()
  expect(undos).toMatchObject([
    { kind: 'retracted', events: [reverse?.id] },
    { kind: 'retracted', events: [carp?.id] },
  ])
})

it('starts again at the first card after the last', async () => {
  const { user } = await leafing({ path: '/flashcards/gate' })
  await user.keyboard('  ')
  expect(position('Item 1 of 1')).toBeInTheDocument()
  expect(answer()).toBeNull()
  expect(prompt()).toHaveFocus()
})

it('opens a card from the list, which says when each comes back', async () => {
  const { user } = await leafing({
    history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }, { daysAgo: 9, act: reviewed('pond/empty-pond', 3) }],
  })
  await user.click(screen.getByText('List of all 5 cards'))
  const rows = screen.getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    'carpnot yet',
    'A fish that eats from the ground.not yet',
    'Which number has the first fish?in 2 days',
    'What happens when the first fish leaves?due now',
    'Who sees the fish of an inner pond?not yet',
  ])
  expect(rows[0]).toHaveAttribute('aria-current', 'true')
  await user.click(screen.getByRole('button', { name: 'What happens when the first fish leaves?' }))
  expect(prompt()).toHaveTextContent('What happens when the first fish leaves?')
  expect(prompt()).toHaveFocus()
})

it('resumes a suspended card from the list', async () => {
  const { user, progress, done } = await leafing({ history: [{ daysAgo: 1, act: suspended('pond/carp') }] })
  await user.click(screen.getByText('List of all 5 cards'))
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('carpsuspendedResume')
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('carpnot yet')
  expect(await done()).toMatchObject([{ kind: 'resumed', item: 'pond/carp' }])
  expect([...progress().items.values()]).toMatchObject([{ suspended: false }])
})

it('shows the card in the other language without turning it or leaving the page’s own', async () => {
  const { user } = await leafing()
  await user.keyboard(' ')
  await user.keyboard('l')
  expect(await screen.findByRole('heading', { level: 1, name: '鯉' })).toBeInTheDocument()
  expect(answer()).toHaveTextContent('底から食べる魚。')
  expect(screen.getByRole('heading', { level: 1 }).closest('[lang]')).toHaveAttribute('lang', 'ja')
  expect(document.documentElement.lang).toBe('en')
  await user.click(screen.getByRole('button', { name: /^Show this item in ?English$/ }))
  expect(await screen.findByRole('heading', { level: 1, name: 'carp' })).toBeInTheDocument()
})

it('leaves to the topic that the cards belong to', async () => {
  const { user, address } = await leafing()
  await user.click(screen.getByRole('link', { name: 'Finish' }))
  expect(address()).toBe('/topics/pond')
})

it('says that there is no such topic and leads to all flashcards', async () => {
  const { user } = await renderApp({ path: '/flashcards/no-such' })
  await screen.findByRole('heading', { level: 1, name: 'There is no such topic' })
  await user.click(main().getByRole('link', { name: 'All flashcards' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 6' })).toBeInTheDocument()
})

it('shows prompt, hints and grades in Japanese', async () => {
  const { user } = await leafing({ lang: 'ja' })
  expect(document.title).toBe('カード: 池 | 箱庭')
  await user.click(screen.getByRole('button', { name: '答えを見る' }))
  expect(main().getByRole('region', { name: '答え' })).toHaveTextContent('底から食べる魚。')
  expect(screen.getByRole('button', { name: '普通 予定は変わらない' })).toBeInTheDocument()
})
