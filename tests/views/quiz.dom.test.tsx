import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { item } from '../helpers/catalogue.ts'
import { gardenCatalogue } from './garden.ts'
import { asking, atQuestion, begun, option, options, submit } from './quizzes.ts'
import { main, renderApp } from './renderApp.tsx'

/** Submits some answer to whatever kind of question is on screen. */
const answerAnyhow = async (user: Awaited<ReturnType<typeof renderApp>>['user']): Promise<void> => {
  for (const select of main().queryAllByRole('combobox'))
    await user.selectOptions(select, within(select).getAllByRole('option')[1]?.textContent ?? '')
  for (const box of main().queryAllByRole('textbox')) await user.type(box, 'something')
  await user.click(submit())
}

it('goes on at the same question with the same order of options after a reload', async () => {
  const log = createMemoryLog()
  const first = await renderApp({ path: '/quiz?topic=pond', log, seed: 3 })
  await first.user.click(await screen.findByRole('button', { name: 'Start 4 questions' }))
  await screen.findByRole('region', { name: /^Question/ })
  const asked: string[] = []
  while (screen.queryAllByRole('radio').length === 0) {
    asked.push(screen.getByRole('region', { name: /^Question/ }).textContent)
    await answerAnyhow(first.user)
    await first.user.keyboard('{Enter}')
  }
  const before = options()
  const label = screen.getByRole('progressbar').getAttribute('aria-label') ?? ''
  first.unmount()
  await renderApp({ path: '/quiz/attempt-1', log, seed: 99 })
  expect(await screen.findByRole('progressbar', { name: label })).toBeInTheDocument()
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  expect(options()).toEqual(before)
})

it('shows the options of a question in another order in another attempt', async () => {
  const orders = new Set<string>()
  for (const seed of [1, 2, 3, 4]) {
    const { unmount } = await atQuestion({ history: [{ daysAgo: 0, act: { ...begun('pond/stone-count'), seed } }] })
    orders.add(options().join())
    unmount()
  }
  expect(orders.size).toBeGreaterThan(1)
})

it('shows its questions in the same order in the other language, with the answer so far', async () => {
  const { user, done } = await asking('pond/stone-count')
  const place = options().indexOf('three')
  await user.click(option('three'))
  await user.keyboard('l')
  expect(await screen.findByRole('radio', { name: '三つ' })).toBeChecked()
  expect(options().indexOf('三つ')).toBe(place)
  await user.click(submit())
  expect(screen.getByText('三角に立つ。')).toBeInTheDocument()
  expect(await done()).toMatchObject([{ verdict: 'correct', lang: 'ja' }])
})

describe('a question answered before', () => {
  it('is shown with its verdict and reasons when one comes back from the section that teaches it', async () => {
    const { user, address, goBack, done } = await asking('pond/stone-count', 'pond/stone-tool')
    await user.click(option('five'))
    await user.click(submit())
    await user.keyboard('e')
    expect(address()).toBe('/topics/pond#stones')
    await goBack()
    await waitFor(() => expect(address()).toBe('/quiz/a?item=1'))
    expect(await screen.findByText('Five would hide the fish.')).toBeInTheDocument()
    expect(screen.getByRole('status').textContent).toMatch(/^Wrong/)
    await user.keyboard('1{Enter}')
    expect(await screen.findByRole('progressbar', { name: 'Item 2 of 2' })).toBeInTheDocument()
    await waitFor(() => expect(address()).toBe('/quiz/a?item=2'))
    expect(await done()).toHaveLength(1)
  })

  it('is shown with what it was taken for and how sure one was after a reload, and can be taken back', async () => {
    const log = createMemoryLog()
    const first = await atQuestion({ log, history: [{ daysAgo: 0, act: begun('gate/latch-keys', 'pond/stone-tool') }] })
    await first.user.click(screen.getByRole('checkbox', { name: 'rain' }))
    await first.user.click(screen.getByRole('checkbox', { name: 'wind' }))
    await first.user.keyboard('s')
    await first.user.click(submit())
    const said = screen.getByRole('status').textContent
    const shown = screen.getByRole('region', { name: /^Question/ }).textContent
    const address = first.address()
    first.unmount()
    const { user, progress } = await renderApp({ path: address, log })
    expect((await screen.findByRole('status')).textContent).toBe(said)
    expect(screen.getByRole('region', { name: /^Question/ }).textContent).toBe(shown)
    await user.keyboard('u')
    expect(screen.getAllByRole('checkbox', { checked: false })).toHaveLength(5)
    expect(progress().attempts.get(attemptId('a'))?.answers.size).toBe(0)
  })

  it('in another tab is shown answered, and is not answered twice', async () => {
    const { user, fromAnotherTab, done } = await asking('pond/stone-count', 'pond/stone-tool')
    await user.click(option('five'))
    await fromAnotherTab([
      {
        kind: 'answered',
        item: item('pond/stone-count'),
        response: { kind: 'choice', picked: [1] },
        verdict: 'correct',
        tookMs: 1000,
        lang: 'en',
        attempt: attemptId('a'),
      },
    ])
    expect((await screen.findByRole('status')).textContent).toMatch(/^Right/)
    expect(screen.getByText('They stand in a triangle.')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('progressbar', { name: 'Item 2 of 2' })).toBeInTheDocument()
    expect(await done()).toHaveLength(1)
  })

  it('is not skipped over: an address further on leads to the first that is open', async () => {
    const { address } = await renderApp({
      path: '/quiz/a?item=3',
      history: [{ daysAgo: 0, act: begun('pond/stone-count', 'pond/stone-tool', 'pond/stone-names') }],
    })
    expect(await screen.findByRole('progressbar', { name: 'Item 1 of 3' })).toBeInTheDocument()
    await waitFor(() => expect(address()).toBe('/quiz/a?item=1'))
  })
})

describe('in the other language', () => {
  it('keeps what was chosen of several, and how sure one is', async () => {
    const { user } = await asking('gate/latch-keys')
    await user.click(screen.getByRole('checkbox', { name: 'rain' }))
    await user.keyboard('tl')
    expect(await screen.findByRole('checkbox', { name: '雨' })).toBeChecked()
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'unsure', pressed: true })).toBeInTheDocument()
  })

  it('keeps what was typed', async () => {
    const { user } = await asking('pond/stone-tool')
    await user.type(screen.getByRole('textbox'), '/po')
    await user.click(screen.getByRole('button', { name: /^日本語/ }))
    expect(await screen.findByText(/石を並べて見せる/)).toBeInTheDocument()
    expect(screen.getByRole('textbox')).toHaveValue('/po')
  })

  it('keeps the order that was made', async () => {
    const { user } = await asking('pond/stone-steps')
    const steps = () => screen.getAllByRole('listitem').map((step) => step.getAttribute('data-step'))
    const [first] = screen.getAllByRole('button', { name: /^Move .* down$/ })
    if (first === undefined) throw new Error('Nothing can be moved')
    const before = steps()
    await user.click(first)
    const made = steps()
    expect(made).not.toEqual(before)
    await user.click(screen.getByRole('button', { name: /^日本語/ }))
    expect(await screen.findByText(/石を置く手順/)).toBeInTheDocument()
    expect(steps()).toEqual(made)
  })

  it('keeps the pairs that were made', async () => {
    const { user, done } = await asking('pond/stone-names')
    await user.selectOptions(screen.getByRole('combobox', { name: 'tall' }), 'south')
    await user.click(screen.getByRole('button', { name: /^日本語/ }))
    expect(await screen.findByRole('combobox', { name: '高い石' })).toHaveDisplayValue('南')
    await user.selectOptions(screen.getByRole('combobox', { name: '平たい石' }), '西')
    await user.click(submit())
    expect(await done()).toMatchObject([{ verdict: 'wrong', lang: 'ja', response: { kind: 'match', picked: [1, 2] } }])
  })

  it('shows the same verdict after the answer', async () => {
    const { user } = await asking('pond/stone-tool')
    await user.type(screen.getByRole('textbox'), 'pond{Enter}')
    await user.keyboard('l')
    expect(await screen.findByText('名前は正しいが、パスが問われている。')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Next/ })).toBeInTheDocument()
  })
})

it('takes the answer back with undo and asks the question again', async () => {
  const { user, progress, done } = await asking('pond/stone-count')
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await user.keyboard('1{Enter}')
  await user.keyboard('u')
  expect(screen.getByRole('status').textContent).toBe('')
  expect(screen.getAllByRole('radio')).toHaveLength(4)
  expect((await done()).map((event) => event.kind)).toEqual(['answered', 'retracted'])
  expect(progress().attempts.get(attemptId('a'))?.answers.size).toBe(0)
  await user.click(option('three'))
  await user.click(submit())
  expect(progress().attempts.get(attemptId('a'))?.answers.get(item('pond/stone-count'))?.verdict).toBe('correct')
})

it('lists what was missed with the reasons first, then by topic, then the rest', async () => {
  const { user, done } = await asking('pond/stone-count', 'pond/stone-tool', 'pond/stone-names')
  await user.click(option('five'))
  await user.keyboard('{Enter}')
  await user.keyboard('{Enter}')
  await user.type(await screen.findByRole('textbox'), '/pond{Enter}')
  await user.keyboard('{Enter}')
  await user.selectOptions(screen.getByRole('combobox', { name: 'tall' }), 'south')
  await user.selectOptions(screen.getByRole('combobox', { name: 'flat' }), 'north')
  await user.click(submit())
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toHaveFocus()
  expect(screen.getByRole('definition')).toHaveTextContent('1/ 3')
  const missed = within(screen.getByRole('region', { name: 'Missed' }))
  expect(missed.getByText('Five would hide the fish.')).toBeInTheDocument()
  expect(missed.getByText('North is behind.')).toBeInTheDocument()
  expect(missed.queryByText('The stones are listed by their path.')).toBeNull()
  expect(screen.getByRole('region', { name: 'By topic' })).toHaveTextContent('The pond1 of 3 right')
  expect(
    within(screen.getByRole('region', { name: 'Answered right' })).getByText('The stones are listed by their path.'),
  ).toBeInTheDocument()
  expect(await done()).toHaveLength(3)
})

it('retries only what was missed, as an attempt of its own', async () => {
  const { user, address, done } = await asking('pond/stone-count', 'pond/stone-tool')
  await user.click(option('five'))
  await user.keyboard('{Enter}')
  await user.keyboard('{Enter}')
  await user.type(await screen.findByRole('textbox'), '/pond{Enter}')
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Retry the one missed' }))
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 1' })).toBeInTheDocument()
  await waitFor(() => expect(address()).toBe('/quiz/attempt-1?item=1'))
  expect((await done()).at(-1)).toMatchObject({ kind: 'attemptStarted', items: ['pond/stone-count'] })
})

it('offers nothing to retry when all was right, and takes the last answer back from the result', async () => {
  const { user } = await asking('pond/stone-tool')
  await user.type(screen.getByRole('textbox'), '/pond{Enter}')
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Result' })
  expect(screen.queryByRole('button', { name: /^Retry/ })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Missed' })).toBeNull()
  await user.keyboard('u')
  expect(await screen.findByRole('textbox')).toHaveValue('')
})

it('shows its result again by its address, in the language of the page', async () => {
  const log = createMemoryLog()
  const first = await atQuestion({ log, history: [{ daysAgo: 0, act: begun('pond/stone-count') }] })
  await first.user.click(option('five'))
  await first.user.keyboard('{Enter}')
  first.unmount()
  await renderApp({ path: '/quiz/a', log, lang: 'ja' })
  expect(await screen.findByRole('heading', { level: 1, name: '結果' })).toBeInTheDocument()
  expect(within(screen.getByRole('region', { name: '間違えた問題' })).getByText('五つでは魚が隠れる。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '間違えた1問だけ解き直す' })).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'トピック別' })).toHaveTextContent('池1問中0問正解')
})

it('says that it is not in the history when its address is unknown, and leads to the builder', async () => {
  const { user, address } = await renderApp({ path: '/quiz/no-such' })
  await screen.findByRole('heading', { level: 1, name: 'This quiz is not in your history' })
  await user.click(main().getByRole('link', { name: 'To Quiz' }))
  expect(address()).toBe('/quiz')
})

it('says that only the last hundred are kept when its address may be older, and leads to the history', async () => {
  const many = Array.from({ length: 101 }, (_, n) => ({
    daysAgo: 1,
    act: { ...begun('pond/stone-count'), attempt: attemptId(`past-${n}`) },
  }))
  const { user, address } = await renderApp({ path: '/quiz/past-0', history: many })
  await screen.findByRole('heading', { level: 1, name: 'This quiz is not among the last 100' })
  expect(screen.getByText(/^Only the last 100 quizzes are kept with their results\./)).toBeInTheDocument()
  await user.click(main().getByRole('link', { name: 'To the history' }))
  expect(address()).toBe('/history')
})

describe('with an item that is no longer taught', () => {
  const [pond, ...others] = gardenCatalogue.topics
  if (pond === undefined) throw new Error('The garden is empty')
  const without = {
    ...gardenCatalogue,
    topics: [{ ...pond, items: pond.items.filter((stub) => stub.id !== 'pond/stone-count') }, ...others],
  }
  const taken = async () => {
    const log = createMemoryLog()
    const first = await atQuestion({ log, history: [{ daysAgo: 0, act: begun('pond/stone-count', 'pond/stone-tool') }] })
    await first.user.keyboard('1{Enter}')
    first.unmount()
    return log
  }

  it('asks the others', async () => {
    const { user } = await renderApp({ path: '/quiz/a', log: await taken(), catalogue: without })
    expect(await screen.findByRole('progressbar', { name: 'Item 1 of 1' })).toBeInTheDocument()
    await user.type(screen.getByRole('textbox'), '/pond{Enter}')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('definition')).toHaveTextContent('1/ 1')
  })

  it('counts as finished in the list when the others are answered', async () => {
    const { user } = await renderApp({ path: '/quiz/a', log: await taken(), catalogue: without })
    await user.type(await screen.findByRole('textbox'), '/pond{Enter}')
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('link', { name: 'Another quiz' }))
    expect(within(await screen.findByRole('region', { name: 'Recent quizzes' })).getByRole('listitem')).toHaveTextContent('1 of 1 right')
  })

  it('shows an empty result when nothing is left of it', async () => {
    const log = createMemoryLog()
    await renderApp({ path: '/quiz/a', log, catalogue: without, history: [{ daysAgo: 0, act: begun('pond/stone-count') }] })
    expect(await screen.findByRole('heading', { level: 1, name: 'Result' })).toBeInTheDocument()
  })
})
