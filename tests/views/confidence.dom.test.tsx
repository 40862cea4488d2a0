import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { item } from '../helpers/catalogue.ts'
import { read, reviewed } from '../helpers/events.ts'
import { inExam } from './exams.ts'
import { asking, atQuestion, begun, option, options, submit, verdict } from './quizzes.ts'
import { main, renderApp } from './renderApp.tsx'

const say = (name: string) => screen.getByRole('button', { name })

describe('how sure one is', () => {
  it('is part of the answer when it was said, and is not said of the next question', async () => {
    const { user, done } = await asking('pond/stone-count', 'pond/stone-tool')
    const [first, second] = [option('three'), option('seven')]
    await user.click(say('unsure'))
    await user.click(say('sure'))
    expect([say('sure'), say('unsure'), say('a guess')].map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
      'false',
    ])
    await user.click(second)
    await user.click(first)
    await user.click(submit())
    await user.keyboard('{Enter}')
    await screen.findByRole('textbox')
    expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(3)
    await user.type(screen.getByRole('textbox'), '/pond{Enter}')
    const [sure, unsaid] = await done()
    expect(sure).toMatchObject({ verdict: 'correct', confidence: 'sure' })
    expect(unsaid).not.toHaveProperty('confidence')
  })

  it('is said with a key, taken back with the same, and Enter on it submits', async () => {
    const { user, done } = await asking('pond/stone-count')
    await user.keyboard('r')
    expect(say('sure')).toHaveAttribute('aria-pressed', 'true')
    await user.keyboard('r')
    expect(screen.queryByRole('button', { pressed: true })).toBeNull()
    await user.keyboard('1y')
    say('a guess').focus()
    await user.keyboard('{Enter}')
    expect(await done()).toMatchObject([{ kind: 'answered', confidence: 'guess' }])
    expect(screen.queryByRole('group', { name: 'How sure are you? Optional' })).toBeNull()
  })

  it('makes a right guess Hard, and says so', async () => {
    const { user } = await asking('pond/stone-count')
    await user.click(option('three'))
    await user.click(say('a guess'))
    await user.click(submit())
    expect(verdict()).toHaveTextContent('Right, as a guessA right guess counts as Hard. This returns in 2 days.')
  })

  it('is held against a wrong answer that was sure', async () => {
    const { user } = await asking('pond/stone-count')
    await user.click(option('one'))
    await user.click(say('sure'))
    await user.click(submit())
    expect(verdict()).toHaveTextContent('Sure, but wrong')
  })

  it('is said in a review too', async () => {
    const { user, done } = await renderApp({
      path: '/review',
      history: [
        { daysAgo: 30, act: read('pond/stones') },
        { daysAgo: 30, act: reviewed('pond/stone-count') },
      ],
    })
    await screen.findByRole('region', { name: /^Question: How many stones/ })
    await user.click(option('three'))
    await user.keyboard('t')
    await user.keyboard('{Enter}')
    expect(await done()).toMatchObject([{ kind: 'answered', item: 'pond/stone-count', confidence: 'unsure' }])
  })

  it('is not asked in an exam', async () => {
    await inExam()
    expect(screen.queryByRole('button', { name: 'sure' })).toBeNull()
  })

  it('stands in the result', async () => {
    const { user } = await asking('pond/stone-count')
    await user.click(option('one'))
    await user.click(say('unsure'))
    await user.click(submit())
    await user.keyboard('{Enter}')
    expect(within(await screen.findByRole('region', { name: 'Missed' })).getByText('unsure')).toBeInTheDocument()
  })
})

describe('a wrong pick that belongs to another fact', () => {
  it('is named with a way to it, said to a screen reader, and kept in the history', async () => {
    const { user, address, done } = await asking('pond/stone-count')
    const letter = 'ABCD'[options().indexOf('seven')] ?? ''
    await user.click(option('seven'))
    await user.click(submit())
    expect(main().getByText(`You picked ${letter}, which belongs to:`, { exact: false })).toHaveTextContent(
      `You picked ${letter}, which belongs to: carp`,
    )
    expect(verdict()).toHaveTextContent('Your answer belongs to: carp.')
    expect(await done()).toMatchObject([{ tookFor: 'pond/carp' }])
    await user.click(main().getByRole('link', { name: 'carp' }))
    expect(address()).toBe('/topics/pond#fish')
  })

  it('is named in the language of the item, and by its section where it is of another topic', async () => {
    const { user } = await asking('gate/latch-keys')
    for (const name of ['wind', 'frost']) await user.click(screen.getByRole('checkbox', { name }))
    await user.click(submit())
    expect(main().getByRole('link', { name: 'Fish' })).toHaveAttribute('href', '/topics/pond#fish')
    await user.keyboard('l')
    expect(await main().findByRole('link', { name: '魚' })).toHaveAttribute('href', '/topics/pond#fish')
  })

  it('is named in the result as it was when it was given', async () => {
    const log = createMemoryLog()
    const first = await atQuestion({ log, history: [{ daysAgo: 0, act: begun('pond/stone-count') }] })
    await first.user.click(option('seven'))
    await first.user.click(submit())
    await first.user.keyboard('{Enter}')
    const missed = within(await screen.findByRole('region', { name: 'Missed' }))
    expect(missed.getByRole('link', { name: 'carp' })).toBeInTheDocument()
  })

  it('is told to the history by an exam that is handed in', async () => {
    const { user, progress } = await inExam()
    await user.click(screen.getByRole('radio', { name: 'seven' }))
    await user.click(screen.getByRole('button', { name: 'Check and hand in' }))
    await user.click(screen.getByRole('button', { name: 'Hand in' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Hand in' }))
    await screen.findByRole('heading', { level: 1, name: 'Result of the mock exam' })
    expect(progress().exams.get(attemptId('a'))?.answers.get(item('pond/stone-count'))?.tookFor).toBe('pond/carp')
  })

  it('says nothing of another wrong pick', async () => {
    const { user, done } = await asking('pond/stone-count')
    await user.click(option('one'))
    await user.click(submit())
    expect(screen.queryByText(/belongs to/)).toBeNull()
    expect((await done())[0]).not.toHaveProperty('tookFor')
  })
})
