import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { item } from '../helpers/catalogue.ts'
import { examAnswered } from '../helpers/events.ts'
import { begunExam } from './exams.ts'
import { begun } from './quizzes.ts'
import { renderApp } from './renderApp.tsx'

it('lists the start and the hand-in of an exam, not what was written on its sheet, and takes the hand-in back as a whole', async () => {
  const { user, progress, progressStore } = await renderApp({
    path: '/history',
    history: [
      { daysAgo: 0, act: begunExam() },
      { daysAgo: 0, act: examAnswered('a', 'pond/stone-count', [1]) },
    ],
  })
  progressStore.getState().record([
    { kind: 'handedIn', attempt: attemptId('a') },
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
  const handedIn = (await screen.findByText('Handed in a mock exam')).closest('li')
  expect(screen.getByText('Began a mock exam of 3 questions')).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: 'Take back' })).toHaveLength(2)
  expect(progress().items.size).toBe(1)
  if (handedIn === null) throw new Error('The hand-in is in no list')
  await user.click(within(handedIn).getByRole('button', { name: 'Take back' }))
  expect(progress().items.size).toBe(0)
  expect(progress().exams.get(attemptId('a'))).toMatchObject({ handedIn: null, answers: new Map() })
})

it('leads from the start and the hand-in to the exam, and from the start of a quiz to the quiz', async () => {
  const { user, address } = await renderApp({
    path: '/history',
    history: [
      { daysAgo: 0, act: { ...begun('pond/stone-count'), attempt: attemptId('q') } },
      { daysAgo: 0, act: begunExam() },
      { daysAgo: 0, act: { kind: 'handedIn', attempt: attemptId('a') } },
    ],
  })
  expect(await screen.findByRole('link', { name: 'Handed in a mock exam' })).toHaveAttribute('href', '/exam/a')
  expect(screen.getByRole('link', { name: 'Began a mock exam of 3 questions' })).toHaveAttribute('href', '/exam/a')
  await user.click(screen.getByRole('link', { name: 'Began a quiz of 1 question' }))
  await screen.findByRole('region', { name: /^Question/ })
  expect(address()).toMatch(/^\/quiz\/q/)
})

it('leads nowhere from the start of a quiz that is no longer kept', async () => {
  const { user } = await renderApp({ path: '/history', history: [{ daysAgo: 0, act: begun('pond/stone-count') }] })
  expect(await screen.findByRole('link', { name: 'Began a quiz of 1 question' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  expect(screen.queryByRole('link', { name: 'Began a quiz of 1 question' })).toBeNull()
  expect(screen.getAllByText('Began a quiz of 1 question').length).toBeGreaterThan(0)
})
