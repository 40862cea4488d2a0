import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fact } from '../helpers/catalogue.ts'
import { answered, buried, read, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, type World, ways } from './renderApp.tsx'

type Past = NonNullable<World['history']>[number]
const on = (daysAgo: number, ...acts: readonly Past['act'][]): readonly Past[] => acts.map((act) => ({ daysAgo, act }))

/** Weak in the pond by construction: its fish were read and then answered wrong; the gate was answered right. */
const weakInPond: readonly Past[] = [
  ...on(12, read('pond/fish'), read('gate/latch')),
  ...on(3, reviewed('pond/carp', 1), reviewed('pond/first-fish', 1), reviewed('pond/empty-pond', 1), reviewed('pond/hidden-fish', 1)),
  ...on(2, answered('pond/stone-count', 'wrong', undefined, { confidence: 'sure', tookFor: fact('pond/first-fish') })),
  ...on(1, reviewed('gate/latch-falls', 3), answered('gate/latch-keys', 'correct', undefined, { confidence: 'guess' })),
]

const atWeak = async (world: World = {}) => {
  const app = await renderApp({ path: '/weak', history: weakInPond, ...world })
  await arrived(/^(Weak topics|弱点)$/)
  return app
}
const part = (name: string) => within(main().getByRole('region', { name }))
const row = (place: number) => {
  const headings = part('Weak topics').getAllByRole('heading', { level: 3 })
  const own = headings[place]?.closest('li')
  if (own == null) throw new Error(`There are only ${headings.length} rows`)
  return within(own)
}

it('says that nothing was answered yet, and where to go', async () => {
  await atWeak({ history: [] })
  expect(main().getByRole('heading', { name: 'Nothing answered yet' })).toBeInTheDocument()
  expect(main().getByRole('link', { name: 'Back to Today' })).toHaveAttribute('href', '/')
  expect(main().queryByRole('region')).toBeNull()
})

it('ranks the topics by what they lose, and says on how many answers that rests', async () => {
  await atWeak()
  expect(document.title).toBe('Weak topics | Hakoniwa')
  expect(main().getByText('By exam weight × weakness, from 7 answers.')).toBeInTheDocument()
  const headings = part('Weak topics').getAllByRole('heading', { level: 3 })
  expect(headings.map(({ textContent }) => textContent)).toEqual(['The pond', 'The gate'])
})

it('gives the cause with its count in one sentence, and the way to the section at fault', async () => {
  await atWeak()
  expect(row(0).getByText('3 of 8 facts not asked yet; 4 of 4 facts asked on “Fish” wrong last time.')).toBeInTheDocument()
  expect(row(0).getByRole('link', { name: 'Read “Fish”' })).toHaveAttribute('href', '/topics/pond#fish')
})

it('does not call weak what was hardly asked', async () => {
  await atWeak()
  expect(row(1).getByText('Sections read: 1; answers: 2. Not weak: not known yet.')).toBeInTheDocument()
})

it('offers a drill with its number of items and its minutes, and one of the top three', async () => {
  await atWeak()
  expect(row(0).getByRole('link', { name: /^The pond Mend in 8 items about \d+ min$/ })).toHaveAttribute('href', '/weak/drill?topic=pond')
  expect(part('Weak topics').getByRole('link', { name: 'Mend the top 3 together' })).toHaveAttribute('href', '/weak/drill?top=3')
})

it('explains the lost marks by their parts, which add up, and by the facts behind them', async () => {
  const { user } = await atWeak()
  const [, lost = ''] = /^([\d.]+) of 50\.0 marks lost$/.exec(row(0).getByText(/of 50\.0 marks lost$/).textContent) ?? []
  const parts = /not asked yet ([\d.]+), faded ([\d.]+), wrong last time ([\d.]+), slips in what is known ([\d.]+)\./.exec(
    row(0).getByText(/^Of these/).textContent,
  )
  const sum = (parts ?? []).slice(1).reduce((all, part) => all + Number(part), 0)
  expect(Number(lost)).toBeGreaterThan(10)
  expect(sum).toBeCloseTo(Number(lost), 0)
  expect(row(0).queryByText(/Wrong last time/)).toBeNull()
  await user.click(row(0).getByText('The 8 facts behind it'))
  const first = await row(0).findByRole('link', { name: 'carp' })
  expect(first).toHaveAttribute('href', '/topics/pond#fish')
  expect(row(0).getAllByText(/^Wrong last time; \d+ % likely recalled, [\d.]+ marks lost$/)).toHaveLength(5)
  expect(row(0).getAllByText(/^Not asked yet; [\d.]+ marks lost$/)).toHaveLength(3)
})

it('gives mastery with its range and says how it is computed', async () => {
  await atWeak()
  const [summary] = row(0).getAllByText('mastery')
  expect(summary?.parentElement?.textContent).toMatch(/^not yet mastery \d+ \(\d+–\d+\)$/)
  expect(row(0).getByText(/^Mastery is the mean chance that its 8 facts are recalled now\./)).toBeInTheDocument()
})

it('lists the very items behind a number of mastery, each as a link that asks it, with tier, recall and last answer', async () => {
  const { user } = await atWeak()
  const score = row(1).getByText('mastery').closest('details')
  if (score === null) throw new Error('The number does not unfold')
  await user.click(within(score).getByText('mastery'))
  const latch = within(score)
  expect(await latch.findByText('The 2 facts that were answered, the least held first:')).toBeInTheDocument()
  const lines = (await latch.findAllByRole('listitem')).map(({ textContent }) => textContent).filter((text) => /likely/.test(text ?? ''))
  expect(lines).toEqual([
    expect.stringMatching(/yesterday, right recognised; \d+ % likely recalled now, counts as \d+$/),
    expect.stringMatching(/yesterday, right recalled; \d+ % likely recalled now$/),
  ])
  expect(latch.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/weak/drill?items=gate%2Flatch-keys',
    '/weak/drill?items=gate%2Flatch-falls',
  ])
})

it('says where nothing is left to drill today', async () => {
  await atWeak({ history: [...weakInPond, ...on(0, ...['latch-falls', 'latch-keys'].map((id) => buried(`gate/${id}`)))] })
  expect(row(1).queryByRole('link', { name: /^The gate Mend/ })).toBeNull()
  expect(row(1).getByText('Nothing to ask now')).toBeInTheDocument()
})

it('shows what was taken for what, both sides in their own words, and the drill that asks them in turn', async () => {
  await atWeak()
  const pair = within(await part('Confusions').findByRole('listitem'))
  expect(pair.getByText('Which number has the first fish?')).toBeInTheDocument()
  expect(pair.getByText('It is number 1.')).toBeInTheDocument()
  expect(
    pair.getByText('Once, asked “How many stones stand in the pond?”, the answer was that of “Which number has the first fish?”.'),
  ).toBeInTheDocument()
  expect(pair.getByRole('link', { name: /^Tell apart: 2 items/ })).toHaveAttribute(
    'href',
    '/weak/drill?apart=pond%2Ffirst-fish~pond%2Fstone-count',
  )
})

it('says that a confusion is over once the fact was answered right on a later day', async () => {
  await atWeak({ history: [...weakInPond, ...on(1, answered('pond/stone-count'))] })
  expect(await part('Confusions').findByText(/Answered right since\.$/)).toBeInTheDocument()
})

it('lists what was sure and wrong, and what was right by luck, each to be asked again', async () => {
  await atWeak()
  const sure = within(await part('Sure but wrong').findByRole('listitem'))
  expect(sure.getByRole('link', { name: 'How many stones stand in the pond?' })).toHaveAttribute('href', '/topics/pond#stones')
  expect(sure.getByText('2 days ago')).toBeInTheDocument()
  expect(sure.getByRole('link', { name: /^Ask me again/ })).toHaveAttribute('href', '/weak/drill?items=pond%2Fstone-count')
  const lucky = within(await part('Lucky guesses').findByRole('listitem'))
  expect(lucky.getByText('yesterday')).toBeInTheDocument()
})

it('states that a list is empty', async () => {
  await atWeak({ history: on(1, reviewed('gate/latch-falls', 3)) })
  for (const fact of [
    /^No confusion on record\./,
    'No item was last answered sure and wrong.',
    'No item was last answered right by a guess.',
  ])
    expect(main().getByText(fact)).toBeInTheDocument()
})

it('says how many answers the calibration still lacks, and shows shares with their ranges from thirty on', async () => {
  const first = await atWeak()
  expect(part('Confidence and right answers').getByText(/^2 answers came with how sure you were\. 28 more,/)).toBeInTheDocument()
  first.unmount()
  const sure = Array.from({ length: 20 }, (_, index) =>
    answered('pond/stone-count', index < 15 ? 'correct' : 'wrong', undefined, { confidence: 'sure' }),
  )
  const unsure = Array.from({ length: 10 }, () => answered('gate/latch-keys', 'wrong', undefined, { confidence: 'unsure' }))
  await atWeak({ history: on(4, ...sure, ...unsure) })
  const table = within(main().getByRole('table'))
  expect(table.getAllByRole('row').map((line) => line.textContent)).toEqual([
    'Said to beRightShare right (95 % range)',
    'sure15 / 2075 % (53–89 %)',
    'unsure0 / 100 % (0–28 %)',
    'a guess0 / 0no answers',
  ])
})

it('tells how the order is computed', async () => {
  await atWeak()
  expect(part('How the order is computed').getByText(/^Marks lost = exam weight × \(1 − expected share right\)/)).toBeInTheDocument()
})

it('is reached from the rail and from the topics', async () => {
  const app = await renderApp({ path: '/topics', history: weakInPond })
  await arrived('Topics')
  expect(main().getByRole('link', { name: 'Weak topics' })).toHaveAttribute('href', '/weak')
  await app.user.click(ways().getByRole('link', { name: 'Weak topics' }))
  await arrived('Weak topics')
  expect(app.address()).toBe('/weak')
})

it('speaks Japanese', async () => {
  await atWeak({ lang: 'ja' })
  expect(main().getByText('出題の重み×弱さの順。根拠は答え7件。')).toBeInTheDocument()
  expect(main().getByText('8要点のうち3がまだ問われておらず、「魚」で問われた4要点のうち4を前回外した。')).toBeInTheDocument()
  expect(main().getByText('読んだ節は1、答えは2。弱いのではなく、まだ分からない。')).toBeInTheDocument()
  expect(
    await screen.findByText('「池には石がいくつあるか。」を問われて「最初の魚は何番か。」に当たる答えを1回出した。'),
  ).toBeInTheDocument()
})
