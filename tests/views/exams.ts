import { screen } from '@testing-library/react'
import type { StudyAct } from '../../src/core/history/events.ts'
import { attemptId } from '../../src/core/ids.ts'
import { item } from '../helpers/catalogue.ts'
import { renderApp, type World } from './renderApp.tsx'

/** The garden's exam: a choice of one, one of several and a word to type. */
export const examItems = ['pond/stone-count', 'gate/latch-keys', 'pond/stone-tool'] as const
export const begunExam = (attempt = 'a'): StudyAct => ({
  kind: 'examStarted',
  attempt: attemptId(attempt),
  minutes: 15,
  items: examItems.map(item),
  seed: 7,
})
export const minuteMs = 60_000

/** An exam of the garden, begun just now and opened. */
export const inExam = async (world: World = {}) => {
  const app = await renderApp({ path: '/exam/a', history: [{ daysAgo: 0, act: begunExam() }], ...world })
  await screen.findByRole('region', { name: /^(Question|問題)/ })
  return app
}
/** What the learner is told of the number of a question and how it stands. */
export const grid = () =>
  screen.getAllByRole('button', { name: /^(Question \d|\d+番)/ }).map((button) => button.getAttribute('aria-label') ?? '')
