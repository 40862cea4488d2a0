import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { gardenTopic } from '../../views/garden.ts'
import { asking, atQuestion, begun, submit, verdict } from '../../views/quizzes.ts'

const row = (name: string) => screen.getByRole('combobox', { name })

it('is right when each row has its own entry', async () => {
  const { user, done } = await asking('pond/stone-names')
  expect(
    within(row('tall'))
      .getAllByRole('option')
      .map((option) => option.textContent)
      .sort(),
  ).toEqual(['Choose', 'north', 'south', 'west'])
  await user.selectOptions(row('tall'), 'north')
  await user.selectOptions(row('flat'), 'south')
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Right/)
  expect(await done()).toMatchObject([{ response: { kind: 'match', picked: [0, 1] }, verdict: 'correct' }])
})

it('shows the right entry beside the one that was picked', async () => {
  const { user } = await asking('pond/stone-names')
  await user.selectOptions(row('tall'), 'north')
  await user.selectOptions(row('flat'), 'west')
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Partly right/)
  expect(screen.getByText('flat').closest('li')).toHaveTextContent('flatwestsouth The answer')
})

it('asks for the rows that have no entry yet', async () => {
  const { user, done } = await asking('pond/stone-names')
  await user.selectOptions(row('tall'), 'north')
  await user.click(submit())
  expect(screen.getByRole('status')).toHaveTextContent('Some rows have no answer yet.')
  expect(await done()).toEqual([])
})

it('says that entries are left over only where there are more than rows', async () => {
  const decoys = await asking('pond/stone-names')
  expect(screen.getByRole('group')).toHaveAccessibleDescription('Pick the one that belongs to each; some are left over')
  decoys.unmount()
  await atQuestion({
    history: [{ daysAgo: 0, act: begun('pond/stone-names') }],
    loadTopic: async (id, lang) => {
      const topic = gardenTopic(id, lang)
      const sections = topic.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => (item.kind === 'match' ? { ...item, decoys: [] } : item)),
      }))
      return { ...topic, sections }
    },
  })
  expect(screen.getByRole('group')).toHaveAccessibleDescription('Pick the one that belongs to each')
})
