import { screen } from '@testing-library/react'
import type { StudyAct } from '../../src/core/history/events.ts'
import { attemptId, topicOf } from '../../src/core/ids.ts'
import { item } from '../helpers/catalogue.ts'
import { renderApp, type World } from './renderApp.tsx'

type Started = Extract<StudyAct, { kind: 'attemptStarted' }>
/** A quiz of these items that has been started. */
export const begun = (...ids: readonly string[]): Started => {
  const items = ids.map(item)
  return { kind: 'attemptStarted', attempt: attemptId('a'), topics: [...new Set(items.map(topicOf))], items, seed: 7 }
}
export const atQuestion = async (world: World) => {
  const app = await renderApp({ path: '/quiz/a', ...world })
  await screen.findByRole('region', { name: /^(Question|問題)/ })
  return app
}
/** A quiz of these items, opened at its first. */
export const asking = (...ids: readonly string[]) => atQuestion({ history: [{ daysAgo: 0, act: begun(...ids) }] })

export const submit = () => screen.getByRole('button', { name: 'Submit' })
export const verdict = () => screen.getByRole('status')
/** The options of a choice of one in the order shown. */
export const options = () => screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent?.replace(/^[A-E]/, ''))
export const option = (name: string) => screen.getByRole('radio', { name })
