import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { fact, item } from '../helpers/catalogue.ts'
import { answered, suspended } from '../helpers/events.ts'
import { begun, atQuestion } from './quizzes.ts'
import { main, renderApp, type World } from './renderApp.tsx'

const building = async (world: World = {}) => {
  const app = await renderApp({ path: '/quiz', ...world })
  await screen.findByRole('region', { name: /^(Build a quiz|問題集を作る)$/ })
  return app
}

it('has the topic of the address chosen and says how many questions there are and how long they take', async () => {
  await building({ path: '/quiz?topic=gate' })
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('The gate')
  expect(screen.getByText(/^There is 1 question in all\. About 1 minute\./)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Start 1 question' })).toBeInTheDocument()
})

it('keeps the chosen topic in the address', async () => {
  const { user, address } = await building()
  expect(screen.getByRole('button', { name: 'Start 5 questions' })).toBeInTheDocument()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'The pond')
  expect(address()).toBe('/quiz?topic=pond')
  expect(screen.getByRole('button', { name: 'Start 4 questions' })).toBeInTheDocument()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'all topics')
  expect(address()).toBe('/quiz')
})

it('starts the quiz that it describes, in the log before its first question is on screen', async () => {
  const { user, address, done } = await building({ path: '/quiz?topic=pond', seed: 42 })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Number of questions' }), '10')
  await user.click(screen.getByRole('button', { name: 'Start 4 questions' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 4' })).toBeInTheDocument()
  await waitFor(() => expect(address()).toBe('/quiz/attempt-1?item=1'))
  const [start] = await done()
  expect(start).toMatchObject({ kind: 'attemptStarted', topics: ['pond'], seed: 42 })
  expect(start?.kind === 'attemptStarted' && [...start.items].sort()).toEqual([
    'pond/stone-count',
    'pond/stone-names',
    'pond/stone-steps',
    'pond/stone-tool',
  ])
})

it('starts with Enter, but not while a list has the focus', async () => {
  const { user, address } = await building()
  screen.getByRole('combobox', { name: 'Topic' }).focus()
  await user.keyboard('{Enter}')
  expect(address()).toBe('/quiz')
  screen.getByRole('main').focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(address()).toBe('/quiz/attempt-1?item=1'))
})

it('falls back to all topics when the address names one that is not there', async () => {
  await building({ path: '/quiz?topic=no-such' })
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('all topics')
  expect(screen.getByRole('button', { name: 'Start 5 questions' })).toBeInTheDocument()
})

it('promises only what it can ask: not what was set aside', async () => {
  const { user } = await building({ path: '/quiz?topic=pond', history: [{ daysAgo: 1, act: suspended('pond/stone-tool') }] })
  await user.click(screen.getByRole('button', { name: 'Start 3 questions' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 3' })).toBeInTheDocument()
})

it('starts no quiz without questions', async () => {
  const { user, address, done } = await building({
    path: '/quiz?topic=gate',
    history: [{ daysAgo: 1, act: suspended('gate/latch-keys') }],
  })
  expect(screen.getByRole('button', { name: 'Start 0 questions' })).toBeDisabled()
  expect(screen.getByText(/^There are 0 questions in all\./)).toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect(address()).toBe('/quiz?topic=gate')
  expect(await done()).toEqual([])
})

it('reads as a sentence in Japanese', async () => {
  await building({ lang: 'ja', path: '/quiz?topic=pond' })
  expect(screen.getByRole('combobox', { name: 'トピック' })).toHaveDisplayValue('池')
  expect(screen.getByRole('button', { name: '4問を始める' })).toBeInTheDocument()
})

it('narrows the questions by area, part and kind, and keeps the choice in the address', async () => {
  const { user, address } = await building({
    history: [
      { daysAgo: 1, act: answered('pond/stone-count', 'wrong') },
      { daysAgo: 1, act: answered('pond/stone-tool', 'correct') },
    ],
  })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Which questions' }), 'questions missed last time')
  expect(address()).toBe('/quiz?part=missed')
  expect(screen.getByRole('button', { name: 'Start 1 question' })).toBeInTheDocument()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of question' }), 'that want a word typed')
  expect(address()).toBe('/quiz?part=missed&kind=fill')
  expect(screen.getByRole('button', { name: 'Start 0 questions' })).toBeDisabled()
  expect(screen.getByText(/Nothing fits: choose more topics/)).toBeInTheDocument()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Which questions' }), 'questions never asked')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of question' }), 'of every kind')
  expect(address()).toBe('/quiz?part=unseen')
})

it('opens as its address says, and draws what it says', async () => {
  const { user, done } = await building({ path: '/quiz?area=garden&part=unseen&kind=fill&count=10' })
  expect(screen.getByRole('combobox', { name: 'Kind of question' })).toHaveDisplayValue('that want a word typed')
  expect(screen.getByRole('combobox', { name: 'Number of questions' })).toHaveDisplayValue('10')
  await user.click(screen.getByRole('button', { name: /^Start/ }))
  await screen.findByRole('progressbar')
  const [start] = await done()
  expect(start?.kind === 'attemptStarted' && start.items).toEqual(['pond/stone-tool'])
})

it('takes several topics, one after the other, and drops one that is left out', async () => {
  const { user, address, done } = await building({ path: '/quiz?topic=gate' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Another topic' }), 'The pond')
  expect(address()).toBe('/quiz?topic=gate&topic=pond')
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('The gate')
  expect(screen.getByRole('combobox', { name: 'Topic 2' })).toHaveDisplayValue('The pond')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Number of questions' }), '10')
  await user.click(screen.getByRole('button', { name: 'Start 5 questions' }))
  await screen.findByRole('progressbar', { name: 'Item 1 of 5' })
  expect((await done())[0]).toMatchObject({ kind: 'attemptStarted', topics: ['pond', 'gate'] })
  cleanup()
  const again = await building({ path: '/quiz?topic=gate&area=garden' })
  expect(screen.getByRole('combobox', { name: 'Topic 2' })).toHaveDisplayValue('all of “Garden”')
  await again.user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), '(leave out)')
  expect(again.address()).toBe('/quiz?area=garden')
  expect(screen.queryByRole('combobox', { name: 'Topic 2' })).toBeNull()
})

it('narrows the questions by level', async () => {
  const { user, address, done } = await building()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'of level 3, diagnosis')
  expect(address()).toBe('/quiz?level=3')
  await user.click(screen.getByRole('button', { name: 'Start 1 question' }))
  await screen.findByRole('progressbar')
  expect((await done())[0]).toMatchObject({ items: ['pond/stone-names'] })
})

it('asks on what was taken for something else', async () => {
  const { user, done } = await building({
    path: '/quiz?part=confused',
    history: [
      { daysAgo: 1, act: begun('pond/stone-count') },
      {
        daysAgo: 1,
        act: { ...answered('pond/stone-count', 'wrong', 'a'), tookFor: fact('pond/carp') },
      },
    ],
  })
  expect(screen.getByRole('combobox', { name: 'Which questions' })).toHaveDisplayValue('questions on what you took for something else')
  await user.click(screen.getByRole('button', { name: 'Start 1 question' }))
  await screen.findByRole('progressbar')
  expect((await done())[0]).toMatchObject({ items: ['pond/stone-count'] })
})

it('asks what was never asked before what was', async () => {
  const { user, done } = await building({
    path: '/quiz?part=unseenFirst&topic=pond',
    history: ['pond/stone-count', 'pond/stone-steps'].map((id) => ({ daysAgo: 1, act: answered(id, 'correct') })),
  })
  await user.click(screen.getByRole('button', { name: 'Start 4 questions' }))
  await screen.findByRole('progressbar')
  const [start] = await done()
  const items = start?.kind === 'attemptStarted' ? start.items : []
  expect(items.slice(0, 2).toSorted()).toEqual(['pond/stone-names', 'pond/stone-tool'])
})

it('opens as it was left; an address that says something wins, and one click gives the usual back', async () => {
  const shelf = new Map<string, string>()
  const { user, unmount } = await building({ shelf })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'The gate')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of question' }), 'that offer options')
  unmount()
  const linked = await building({ shelf, path: '/quiz?topic=pond' })
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('The pond')
  expect(screen.getByRole('combobox', { name: 'Kind of question' })).toHaveDisplayValue('of every kind')
  linked.unmount()
  const later = await building({ shelf })
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('The gate')
  expect(screen.getByRole('combobox', { name: 'Kind of question' })).toHaveDisplayValue('that offer options')
  await later.user.click(screen.getByRole('button', { name: 'Back to the usual quiz' }))
  expect(screen.getByRole('combobox', { name: 'Topic' })).toHaveDisplayValue('all topics')
  expect(screen.queryByRole('button', { name: 'Back to the usual quiz' })).toBeNull()
  later.unmount()
  await building({ shelf })
  expect(screen.getByRole('combobox', { name: 'Kind of question' })).toHaveDisplayValue('of every kind')
})

it('discards a quiz that was not finished, its answers stay, and undo brings it back', async () => {
  const { user, progress } = await building({
    history: [
      { daysAgo: 0, act: begun('pond/stone-count', 'pond/stone-tool') },
      { daysAgo: 0, act: answered('pond/stone-count', 'wrong', 'a') },
    ],
  })
  const past = () => within(screen.getByRole('region', { name: 'Recent quizzes' }))
  await user.click(past().getByRole('button', { name: 'Discard', description: /^The pond 1 Apr/ }))
  expect(past().queryByRole('listitem')).toBeNull()
  expect(past().getByText('The quiz was discarded; its answers still count.')).toHaveFocus()
  expect(progress().items.get(item('pond/stone-count'))?.answers).toBe(1)
  await user.click(past().getByRole('button', { name: 'Undo' }))
  expect(past().getByRole('listitem')).toHaveTextContent('1 of 2 answered')
})

it('lists ten quizzes of a thousand, unfolds all that are kept, and leads to the history for the others', async () => {
  const many = Array.from({ length: 1000 }, (_, n) => ({
    daysAgo: 1,
    act: { ...begun('pond/stone-count'), attempt: attemptId(`past-${n}`) },
  }))
  const { user } = await building({ history: many })
  const past = within(screen.getByRole('region', { name: 'Recent quizzes' }))
  expect(past.getAllByRole('listitem')).toHaveLength(10)
  expect(past.getByRole('link', { name: 'Older quizzes are in the history' })).toHaveAttribute('href', '/history')
  await user.click(past.getByText('90 earlier'))
  await waitFor(() => expect(past.getAllByRole('listitem')).toHaveLength(100))
})

it('lists the last quizzes: one to go on with, one with its result', async () => {
  const first = await atQuestion({ history: [{ daysAgo: 0, act: begun('pond/stone-count', 'pond/stone-tool') }] })
  await first.user.keyboard('1{Enter}')
  await first.user.click(screen.getByRole('link', { name: 'Finish' }))
  expect(within(await screen.findByRole('region', { name: 'Recent quizzes' })).getByRole('listitem')).toHaveTextContent(
    'The pond 1 Apr, 09:001 of 2 answered',
  )
  await first.user.click(main().getByRole('link', { name: 'The pond' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 2 of 2' })).toBeInTheDocument()
})
