import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { seedFor, shuffled } from '../../../src/core/random.ts'
import { asking, atQuestion, begun, submit, verdict } from '../../views/quizzes.ts'

const steps = () => screen.getAllByRole('listitem').map((row) => /dig|lower|turn|rake/.exec(row.textContent)?.[0])
const right = ['dig', 'lower', 'turn', 'rake']
const move = (name: string) => screen.getByRole('button', { name })

it('never starts in the right order, even where chance would have it so', async () => {
  const authored = [0, 1, 2, 3]
  let seed = 0
  while (shuffled(authored, seedFor(seed, 'pond/stone-steps')).join() !== authored.join()) seed += 1
  await atQuestion({ history: [{ daysAgo: 0, act: { ...begun('pond/stone-steps'), seed } }] })
  expect(steps()).not.toEqual(right)
})

it('moves a step, says where it is now, and keeps the focus on it', async () => {
  const { user } = await asking('pond/stone-steps')
  const [first, second, ...rest] = steps()
  await user.click(move(`Move “${second}” up`))
  expect(steps()).toEqual([second, first, ...rest])
  expect(screen.getByText(`“${second}” is now number 1 of 4`)).toHaveAttribute('aria-live', 'polite')
  await new Promise((resume) => requestAnimationFrame(resume))
  // It is at the top, so only the way down is left.
  expect(move(`Move “${second}” down`)).toHaveFocus()
  expect(move(`Move “${second}” up`)).toBeDisabled()
})

it('is right when the steps stand in order', async () => {
  const { user, done } = await asking('pond/stone-steps')
  for (const [place, step] of right.entries())
    for (let at = steps().indexOf(step); at > place; at -= 1) await user.click(move(`Move “${step}” up`))
  await user.click(submit())
  expect(verdict().textContent).toMatch(/^Right/)
  expect(screen.getAllByText('In its place')).toHaveLength(4)
  expect(await done()).toMatchObject([{ response: { kind: 'order', order: [0, 1, 2, 3] }, verdict: 'correct' }])
})

it('says of each misplaced step where it belongs', async () => {
  const { user } = await asking('pond/stone-steps')
  await user.click(submit())
  expect(verdict().textContent).not.toMatch(/^Right/)
  expect(screen.getAllByText(/^Belongs at number \d$/).length).toBeGreaterThan(0)
  expect(screen.getByText('The sand is raked last.')).toBeInTheDocument()
})
