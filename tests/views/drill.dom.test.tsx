import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { planned, read, reviewed, suspended } from '../helpers/events.ts'
import { arrived, events, renderApp, type World } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
const on = (daysAgo: number, ...acts: readonly Past['act'][]): readonly Past[] => acts.map((act) => ({ daysAgo, act }))
const fish = ['carp', 'first-fish', 'empty-pond', 'hidden-fish'].map((id) => `pond/${id}`)
/** Of the term the direction that was not asked yet. */
const asked = fish.map((id) => (id === 'pond/carp' ? 'pond/carp.reverse' : id))
const stones = ['stone-count', 'stone-tool', 'stone-steps', 'stone-names'].map((id) => `pond/${id}`)

/** The fish were read and answered wrong, and the stones are set aside: a drill of four cards after one section. */
const fishOnly: readonly Past[] = [...on(12, ...stones.map(suspended), read('pond/fish')), ...on(3, ...fish.map((id) => reviewed(id, 1)))]
const drilling = (world: World = {}) => renderApp({ path: '/weak/drill?topic=pond', history: fishOnly, ...world })
const prompt = () => screen.getByRole('heading', { level: 1 }).textContent
const at = (label: string) => screen.findByRole('progressbar', { name: label })

/** Reads the section and answers every card; `grade` is a key. */
const answerAll = async (user: Awaited<ReturnType<typeof renderApp>>['user'], grade = '3'): Promise<void> => {
  await user.keyboard('{Enter}')
  for (let turn = 0; turn < 12 && screen.queryByRole('table') === null; turn += 1) await user.keyboard(` ${grade}`)
}

it('offers the section of what was wrong to read, then asks its facts, and records them as any answers', async () => {
  const { user, done } = await drilling()
  await at('Item 1 of 4')
  expect(document.title).toBe('Drill | Hakoniwa')
  expect(prompt()).toBe('Fish')
  await answerAll(user)
  expect(await done()).toMatchObject([
    { kind: 'read', section: 'pond/fish' },
    ...fish.map(() => ({ kind: 'reviewed', grade: 3, where: 'review' })),
  ])
  expect(new Set((await done()).flatMap((event) => (event.kind === 'reviewed' ? [event.item] : [])))).toEqual(new Set(asked))
})

it('ends with what changed: the marks lost before and after, by topic and section, with the reason', async () => {
  const { user } = await drilling()
  await at('Item 1 of 4')
  await answerAll(user)
  expect(screen.getByRole('heading', { level: 1, name: 'What changed' })).toHaveFocus()
  expect(screen.getByText(/^4 facts answered, 4 right\. The next is asked (tomorrow|in \d+ days)\.$/)).toBeInTheDocument()
  const [topic, section] = screen
    .getAllByRole('row')
    .slice(1)
    .map((line) => [within(line).getByRole('rowheader'), ...within(line).getAllByRole('cell')].map((cell) => cell.textContent))
  expect([topic?.[0], section?.[0]]).toEqual(['The pond', 'Fish'])
  for (const cells of [topic, section]) {
    const [before = 0, after = 0] = (cells ?? []).slice(1, 3).map(Number)
    expect(after).toBeLessThan(before)
    expect(cells?.[3]).toBe(`−${(before - after).toFixed(2)}`)
  }
  expect(screen.getByRole('link', { name: 'Back to weak topics' })).toHaveAttribute('href', '/weak')
  expect(screen.getByRole('link', { name: 'The gate' })).toHaveAttribute('href', '/weak/drill?topic=gate')
})

it('brings back at the end what was missed, and says that misses lower the estimate', async () => {
  const { user, done } = await drilling()
  await at('Item 1 of 4')
  await user.keyboard('{Enter} 1')
  await at('Item 2 of 5')
  await user.keyboard(' 3 3 3 3')
  expect(screen.getByText(/^4 facts answered, 3 right\. The 1 answered wrong lowers the estimate; now it is known\./)).toBeInTheDocument()
  expect((await done()).at(-1)).toMatchObject({ kind: 'reviewed', repeat: true })
})

it('goes on after a reload where it was, and tells of all of it at the end', async () => {
  const log = createMemoryLog()
  const first = await drilling({ log })
  await at('Item 1 of 4')
  await first.user.keyboard('{Enter} 3 3')
  await at('Item 3 of 4')
  const before = new Set((await first.done()).flatMap((event) => (event.kind === 'reviewed' ? [String(event.item)] : [])))
  const address = first.address()
  first.unmount()
  const { user } = await renderApp({ path: address, log })
  await at('Item 3 of 4')
  await user.keyboard(' 3 3')
  expect(screen.getByText(/^4 facts answered, 4 right\./)).toBeInTheDocument()
  const all = (await events(log)).slice(fishOnly.length).flatMap((event) => (event.kind === 'reviewed' ? [String(event.item)] : []))
  expect(new Set(all)).toEqual(new Set(asked))
  expect(all.slice(0, 2).every((id) => before.has(id))).toBe(true)
})

it('takes an answer back, of this page or from before a reload, but nothing from before the drill', async () => {
  const log = createMemoryLog()
  const first = await drilling({ log, history: [...fishOnly, ...on(0, reviewed('gate/latch-falls', 3))] })
  await at('Item 1 of 4')
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await first.user.keyboard('{Enter} 3')
  await at('Item 2 of 4')
  const address = first.address()
  first.unmount()
  const { user, progress } = await renderApp({ path: address, log })
  await at('Item 2 of 4')
  const known = progress().facts
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await at('Item 1 of 4')
  expect([...progress().facts.values()].filter(({ lastGrade }) => lastGrade > 1).length).toBe(
    [...known.values()].filter(({ lastGrade }) => lastGrade > 1).length - 1,
  )
})

it('begins anew from an address of another day', async () => {
  const log = createMemoryLog()
  const first = await drilling({ log })
  await at('Item 1 of 4')
  await first.user.keyboard('{Enter} 3')
  const address = first.address()
  first.unmount()
  const rows = await events(log)
  const yesterday = createMemoryLog()
  await yesterday.append(rows.map((event) => ({ ...event, at: event.at - 86_400_000 })))
  const second = await renderApp({ path: address, log: yesterday })
  await at('Item 1 of 4')
  expect(second.address()).not.toBe(address)
})

it('asks two facts that are taken for each other in turn', async () => {
  const { user } = await renderApp({ path: '/weak/drill?apart=pond%2Ffirst-fish~pond%2Fempty-pond' })
  await at('Item 1 of 2')
  expect(prompt()).toBe('Which number has the first fish?')
  await user.keyboard(' 3')
  await at('Item 2 of 2')
  expect(prompt()).toBe('What happens when the first fish leaves?')
})

it('asks the items that the address names, even those asked today', async () => {
  const { user, progress } = await renderApp({
    path: '/weak/drill?items=pond%2Ffirst-fish',
    history: on(0, reviewed('pond/first-fish', 1)),
  })
  await at('Item 1 of 1')
  const before = progress().facts
  await user.keyboard(' 3')
  expect(progress().facts).toEqual(before)
  expect(screen.getByText(/^1 fact answered, 1 right\./)).toBeInTheDocument()
  expect(screen.getAllByText('±0').length).toBeGreaterThan(0)
})

it('says that there is nothing to ask now', async () => {
  await drilling({ history: on(0, ...[...fish, ...asked, ...stones].map(suspended)) })
  expect(await screen.findByRole('heading', { level: 2, name: 'Nothing to ask now' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Back to weak topics' })).toHaveAttribute('href', '/weak')
})

it('says that there is no such drill', async () => {
  await drilling({ path: '/weak/drill?topic=moon' })
  await arrived('There is no such drill')
})

it('speaks Japanese, and its keys do not depend on the daily limits', async () => {
  const { user } = await drilling({ lang: 'ja', history: [...fishOnly, ...on(1, planned({ newPerDay: 0, reviewsPerDay: 0 }))] })
  await at('4項目のうち1項目目')
  await answerAll(user)
  expect(screen.getByRole('heading', { level: 1, name: '変わったこと' })).toBeInTheDocument()
  expect(screen.getByText(/^4要点に答え、4要点が正解。次に問われるのは/)).toBeInTheDocument()
})
