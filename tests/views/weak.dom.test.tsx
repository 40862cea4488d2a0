import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answered, read, reviewed } from '../helpers/events.ts'
import { fact } from '../helpers/catalogue.ts'
import { arrived, main, renderApp, ways, type World } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
const days = (daysAgo: number, ...acts: readonly Past['act'][]): readonly Past[] => acts.map((act) => ({ daysAgo, act }))

/** Weak in the pond by construction: its fish were read and then answered wrong, four of five. */
const weakInPond: readonly Past[] = [
  ...days(12, read('pond/fish'), reviewed('pond/carp', 3)),
  ...days(9, reviewed('pond/first-fish', 1), reviewed('pond/empty-pond', 1), reviewed('pond/hidden-fish', 1)),
  ...days(8, answered('pond/stone-count', 'wrong', undefined, { confidence: 'sure' })),
]

const atWeak = async (world: World = {}) => {
  const app = await renderApp({ path: '/weak', history: weakInPond, ...world })
  await arrived(/^(Weak topics|弱点)$/)
  return app
}
const rows = () => within(main().getByRole('region', { name: 'Weak topics' })).getAllByRole('listitem')

it('says that nothing was answered yet, and where to go', async () => {
  await atWeak({ history: [] })
  expect(main().getByRole('heading', { name: 'Nothing answered yet' })).toBeInTheDocument()
  expect(main().getByRole('link', { name: 'Back to Today' })).toHaveAttribute('href', '/')
})

it('ranks the topics, each with its cause and count, its range and its drill', async () => {
  await atWeak()
  expect(rows().map((row) => within(row).getByRole('heading').textContent)).toEqual(['The pond', 'The gate'])
  expect(rows()[0]?.textContent).toBe('')
})
