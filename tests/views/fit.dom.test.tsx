import { act, screen, within } from '@testing-library/react'
import { default_w } from 'ts-fsrs'
import { expect, it } from 'vitest'
import { fitParameters } from '../../src/core/schedule/fitParameters.ts'
import type { FitMessage } from '../../src/optimizer/fitMessage.ts'
import type { StartFit } from '../../src/optimizer/startFit.ts'
import { reviewed } from '../helpers/events.ts'
import { arrived, renderApp, type World } from './renderApp.tsx'

const fish = ['carp', 'first-fish', 'empty-pond', 'hidden-fish'].map((name) => `pond/${name}`)

/** So many days of someone who forgets half of it from one day to the next, four answers each. */
const forgetting = (days: number): NonNullable<World['history']> =>
  Array.from({ length: days }, (_none, day) =>
    fish.map((item, place) => ({ daysAgo: days - day, act: reviewed(item, (day + place) % 2 === 0 ? 1 : 3) })),
  ).flat()

/** Memories that hardly last a day: the first stabilities and what a lapse leaves are small, and success adds little. */
const fleeting = default_w.map((value, place) => (place < 4 ? 0.3 : place === 8 ? 0 : place === 11 ? 0.01 : value))

/** Where the worker would be: finds these parameters once it is let go. */
const optimiser = (found: readonly number[]) => {
  const waiting: (() => void)[] = []
  let say: (message: FitMessage) => void = () => {}
  let stopped = false
  const startFit: StartFit = (sequences, hear) => {
    say = hear
    waiting.push(() =>
      hear({
        kind: 'done',
        outcome: fitParameters(
          sequences,
          () => found,
          () => {},
        ),
      }),
    )
    return () => {
      stopped = true
    }
  }
  return {
    startFit,
    stopped: () => stopped,
    say: (message: FitMessage) => act(async () => say(message)),
    finish: () => act(async () => waiting.pop()?.()),
  }
}

const atModel = async (world: World) => {
  const app = await renderApp({ path: '/settings', ...world })
  await arrived(/^(Settings and data|設定とデータ)$/)
  return { ...app, model: within(screen.getByRole('region', { name: /^(Memory model|記憶モデル)$/ })) }
}

it('says how many reviews are missing, and does not offer a fit before', async () => {
  const { model } = await atModel({ history: forgetting(100) })
  expect(model.getByText('The published parameters of FSRS-6 are in use.')).toBeInTheDocument()
  expect(model.getByText('396 reviews so far')).toBeInTheDocument()
  expect(model.getByText(/^604 more reviews are needed\. On fewer than 1000/)).toBeInTheDocument()
  expect(model.getByRole('button', { name: 'Fit' })).toBeDisabled()
  expect(model.getByRole('button', { name: 'Fit' })).toHaveAccessibleDescription(/604 more reviews/)
})

it('puts better parameters to use, shows by how much they are better, and says since when they hold', async () => {
  const { startFit, finish, say } = optimiser(fleeting)
  const { user, model, done, progress } = await atModel({ history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  await say({ kind: 'working', share: 0.5 })
  expect(model.getByRole('progressbar', { name: 'Fitting the parameters' })).toHaveAttribute('value', '60')
  expect(model.getByText('60 %')).toBeInTheDocument()
  await finish()
  const status = within(model.getByRole('status'))
  expect(status.getByText(/^Your own parameters predict better.*all 1196 reviews, they are in use now/)).toBeInTheDocument()
  const table = within(status.getByRole('table', { name: 'Tried on the latest 240 reviews, kept back from the fit' }))
  const loss = (name: string) => Number(within(table.getByRole('row', { name: new RegExp(`^${name}`) })).getByRole('cell').textContent)
  expect(loss('Your own')).toBeLessThan(loss('Published'))
  expect(await done()).toMatchObject([{ kind: 'fitted', parameters: progress().fitted, reviews: 1196 }])
  expect(model.getByText('Your own parameters are in use, fitted today to 1196 reviews.')).toBeInTheDocument()
  expect(model.queryByRole('progressbar')).toBeNull()
})

it('changes nothing when they are not better, and says so with both numbers', async () => {
  const { startFit, finish } = optimiser(default_w)
  const { user, model, done } = await atModel({ history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  await finish()
  expect(model.getByText(/^Your own parameters do not predict better/)).toBeInTheDocument()
  expect(model.getAllByRole('cell')).toHaveLength(2)
  expect(await done()).toEqual([])
  expect(model.getByText('The published parameters of FSRS-6 are in use.')).toBeInTheDocument()
  expect(model.queryByRole('button', { name: 'Use the published ones' })).toBeNull()
})

it('goes back to the published parameters with one click', async () => {
  const history = [...forgetting(300), { daysAgo: 0, act: { kind: 'fitted', parameters: fleeting } as const }]
  const { user, model, done, progress } = await atModel({ history })
  expect(model.getByText('Your own parameters are in use, fitted today.')).toBeInTheDocument()
  await user.click(model.getByRole('button', { name: 'Use the published ones' }))
  expect(model.getByText('The published parameters of FSRS-6 are in use.')).toHaveFocus()
  expect(await done()).toMatchObject([{ kind: 'fitted', parameters: null }])
  expect(progress().fitted).toBeNull()
})

it('can be cancelled, and then nothing has changed', async () => {
  const { startFit, stopped } = optimiser(fleeting)
  const { user, model, done } = await atModel({ history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  expect(model.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(stopped()).toBe(true)
  expect(model.getByRole('button', { name: 'Fit' })).toBeEnabled()
  expect(model.getByRole('status')).toBeEmptyDOMElement()
  expect(await done()).toEqual([])
})

it('says in words that this browser cannot, and what to do', async () => {
  const { user, model } = await atModel({ history: forgetting(300) })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  expect(
    await model.findByText(/^This browser lacks what the fit needs.*A current Chrome, Firefox or Safari has it\.$/),
  ).toBeInTheDocument()
  expect(model.getByRole('button', { name: 'Fit' })).toBeEnabled()
})

it.each([
  ['unreachable', /^What the fit needs could not be loaded.*Check the connection/],
  ['broken', /^The fit stopped because of a fault/],
] as const)('says in words that it failed: %s', async (reason, words) => {
  const { startFit, say } = optimiser(fleeting)
  const { user, model } = await atModel({ history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  await say({ kind: 'failed', failure: { reason, detail: '' } })
  expect(model.getByText(words)).toBeInTheDocument()
})

it('goes on while another screen is shown', async () => {
  const { startFit, finish } = optimiser(fleeting)
  const { user, model } = await atModel({ history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: 'Fit' }))
  await user.click(screen.getAllByRole('link', { name: 'Topics' })[0] ?? document.body)
  await arrived('Topics')
  await finish()
  await user.click(screen.getAllByRole('link', { name: 'Settings and data' })[0] ?? document.body)
  await arrived('Settings and data')
  expect(screen.getByText(/^Your own parameters predict better/)).toBeInTheDocument()
})

it('says all of it in Japanese', async () => {
  const { startFit, finish } = optimiser(fleeting)
  const { user, model } = await atModel({ lang: 'ja', history: forgetting(300), startFit })
  await user.click(model.getByRole('button', { name: '合わせる' }))
  await finish()
  expect(model.getByText('いまは自分に合わせたパラメータで計算している。今日、復習1196回に合わせた。')).toBeInTheDocument()
  expect(model.getByRole('table', { name: '合わせるときに使わず取っておいた、最新240回の復習で比べた結果' })).toBeInTheDocument()
})
