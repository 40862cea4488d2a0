import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { item } from '../helpers/catalogue.ts'
import { examAnswered } from '../helpers/events.ts'
import { begunExam } from './exams.ts'
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
