import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { studyDay } from '../../src/core/time.ts'
import { dueDays } from '../../src/core/schedule/dueDays.ts'
import { answered, planned, read, reviewed, suspended } from '../helpers/events.ts'
import { gardenCatalogue } from './garden.ts'
import { dayMs, type World, renderApp } from './renderApp.tsx'

const gardenItems = gardenCatalogue.topics.flatMap((topic) => topic.items.map((item) => String(item.id)))

type Past = NonNullable<World['history']>[number]
/** Nothing new: these tests are about what is due. */
const dueOnly = { daysAgo: 60, act: planned({ newPerDay: 0 }) }
/** Forty minutes a day: facts come back at a recall of 90 %. */
const steady = { daysAgo: 30, act: planned({ minutesPerDay: 40, newPerDay: 0 }) }

const reviewing = (world: World) => renderApp({ path: '/review', ...world })
/** The card on screen, once its topic is there. */
const card = (name: string) => screen.findByRole('article', { name })
const at = (label: string) => screen.getByRole('progressbar', { name: label })

// Answered so long ago that they are due, the least remembered first.
const dueAnswers: readonly Past[] = [
  { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
  { daysAgo: 9, act: reviewed('pond/empty-pond', 3) },
]
const dueCards: readonly Past[] = [dueOnly, ...dueAnswers]
/** The section on fish was read, and nothing else is taught. */
const oneNewSection: readonly Past[] = [
  ...gardenItems.filter((id) => /stone|latch/.test(id)).map((id) => ({ daysAgo: 60, act: suspended(id) })),
  { daysAgo: 1, act: read('pond/fish') },
]

it('asks what is due first, least likely to be recalled first, then what is new', async () => {
  const { user } = await reviewing({ history: [...oneNewSection, ...dueAnswers] })
  const asked: (string | null)[] = []
  for (const place of [1, 2, 3, 4]) {
    await screen.findByRole('progressbar', { name: `Item ${place} of 4` })
    asked.push(screen.getByRole('heading', { level: 1 }).textContent)
    await user.keyboard('  ')
  }
  expect(asked).toEqual([
    'Which number has the first fish?',
    'What happens when the first fish leaves?',
    'carp',
    'Who sees the fish of an inner pond?',
  ])
  expect(screen.getByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
})

it('takes no focus when it is opened, then moves it to the answer and to the next prompt', async () => {
  const { user } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  expect(document.body).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Show answer' }))
  expect(screen.getByRole('region', { name: 'Answer' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: /^Good/ }))
  await card('What happens when the first fish leaves?')
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

it.each([
  ['Hard', 2],
  ['Good', 3],
  ['Easy', 4],
] as const)('brings a fact back on the day that %s promised', async (name, grade) => {
  const { user, now, progress, done } = await reviewing({ history: [steady, { daysAgo: 9, act: reviewed('pond/first-fish', 3) }] })
  await card('Which number has the first fish?')
  await user.keyboard(' ')
  const button = screen.getByRole('button', { name: new RegExp(`^${name} in \\d+ days$`) })
  const promised = Number(/\d+/.exec(button.textContent.replace(/^\d/, ''))?.[0])
  await user.click(button)
  expect(await done()).toMatchObject([{ kind: 'reviewed', item: 'pond/first-fish', grade, where: 'review' }])
  const [day] = dueDays(progress(), now()).values()
  expect((day ?? 0) - studyDay(now().at, now().offsetMin)).toBe(promised)
})

it('asks an item once more, some items later, after Again, and says that the schedule stays', async () => {
  const { user, progress, done } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard(' ')
  expect(screen.getByRole('button', { name: 'Again in a few items' })).toBeInTheDocument()
  await user.keyboard('1')
  await card('What happens when the first fish leaves?')
  await user.keyboard(' 3')
  await card('Which number has the first fish?')
  expect(at('Item 3 of 3')).toBeInTheDocument()
  const before = progress().facts
  expect(screen.getByText('You missed it a moment ago, so it comes once more. The schedule stays as it is.')).toBeInTheDocument()
  await user.keyboard(' 1')
  expect(screen.getByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
  expect(progress().facts).toEqual(before)
  expect((await done()).map((event) => 'repeat' in event)).toEqual([false, false, true])
})

it('lets a repeat be skipped', async () => {
  const { user, done } = await reviewing({ history: [dueOnly, { daysAgo: 9, act: reviewed('pond/first-fish', 3) }] })
  await card('Which number has the first fish?')
  expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull()
  await user.keyboard(' 1')
  await user.click(await screen.findByRole('button', { name: 'Skip' }))
  expect(screen.getByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
  expect(await done()).toHaveLength(1)
})

it.each([['u'], ['{Control>}z{/Control}'], ['{Meta>}z{/Meta}']])(
  'takes the last answer back with %s and shows its item again',
  async (keys) => {
    const { user, progress, done } = await reviewing({ history: dueCards })
    await card('Which number has the first fish?')
    const before = progress().facts
    await user.keyboard(' 4')
    await card('What happens when the first fish leaves?')
    await user.keyboard(keys)
    await card('Which number has the first fish?')
    expect(screen.queryByRole('region', { name: 'Answer' })).toBeNull()
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    expect((await done()).map((event) => event.kind)).toEqual(['reviewed', 'retracted'])
    expect(progress().facts).toEqual(before)
  },
)

it('undoes the repeat together with the Again that caused it', async () => {
  const { user } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard(' 1')
  expect(at('Item 2 of 3')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(at('Item 1 of 2')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

it('sets an item aside with s, and brings it back with undo', async () => {
  const { user, progress, done } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard('s')
  await card('What happens when the first fish leaves?')
  expect(await done()).toMatchObject([{ kind: 'suspended', item: 'pond/first-fish' }])
  await user.keyboard('u')
  await card('Which number has the first fish?')
  expect([...progress().items.values()].some((item) => item.suspended)).toBe(false)
})

it('says why an item comes now', async () => {
  await reviewing({ history: [steady, ...dueCards] })
  await card('Which number has the first fish?')
  expect(screen.getByText('Last asked 20 days ago. Answers so far, newest first: Good.')).toBeInTheDocument()
  expect(screen.getByText(/^Recall is now estimated at \d+ %, below the mark of 90 %\.$/)).toBeInTheDocument()
  expect(
    screen.getByText(
      /^Not asked for \d+ days, it would be at \d+ %; answered today, at \d+ %\. That is worth [\d.]+ marks of 100 a minute\.$/,
    ),
  ).toBeInTheDocument()
  expect(screen.getByText('Its topic is 50 % of what is covered here; 2 of its 8 facts have been asked.')).toBeInTheDocument()
})

it('opens the section that teaches the item with e, once the answer is shown', async () => {
  const { user, address } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard('e')
  expect(address()).toBe('/review')
  await user.keyboard(' e')
  expect(address()).toBe('/topics/pond#fish')
})

it('shows the item in the other language without turning it', async () => {
  const { user } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard('l')
  expect((await screen.findByRole('heading', { name: '最初の魚は何番か。' })).closest('[lang]')).toHaveAttribute('lang', 'ja')
  expect(screen.queryByRole('region', { name: 'Answer' })).toBeNull()
  await user.keyboard(' ')
  expect(screen.getByRole('region', { name: 'Answer' })).toHaveTextContent('1番である。')
  await user.keyboard('l')
  await card('Which number has the first fish?')
  expect(screen.getByRole('region', { name: 'Answer' })).toHaveTextContent('It is number 1.')
  expect(document.documentElement.lang).toBe('en')
})

const dueQuestion: readonly Past[] = [dueOnly, { daysAgo: 20, act: answered('pond/stone-count') }]

it('asks a question with its options, gives the verdict, and goes on', async () => {
  const { user, done, pass } = await reviewing({ history: [...dueQuestion, steady] })
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  pass(12_000)
  await user.click(screen.getByRole('radio', { name: 'three' }))
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  expect(screen.getByRole('status').textContent).toMatch(/^Right ?This returns in \d+ days\.$/)
  expect(await done()).toMatchObject([{ kind: 'answered', item: 'pond/stone-count', verdict: 'correct', lang: 'en', tookMs: 12_000 }])
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
})

it('asks a missed question once more, and keeps its reasons on screen until then', async () => {
  const { user } = await reviewing({ history: dueQuestion })
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  await user.click(screen.getByRole('radio', { name: 'five' }))
  await user.keyboard('{Enter}')
  expect(screen.getByText('Five would hide the fish.')).toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect(at('Item 2 of 2')).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'three' })).not.toBeChecked()
})

it('keeps what was chosen when the question is shown in the other language', async () => {
  const { user, done } = await reviewing({ history: dueQuestion })
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  await user.click(screen.getByRole('radio', { name: 'three' }))
  await user.keyboard('l')
  expect(await screen.findByRole('radio', { name: '三つ' })).toBeChecked()
  await user.keyboard('{Enter}')
  expect(await done()).toMatchObject([{ verdict: 'correct', lang: 'ja' }])
})

it('chooses the fifth option with e instead of leaving for its section', async () => {
  const { user, address } = await reviewing({ history: [dueOnly, { daysAgo: 20, act: answered('gate/latch-keys') }] })
  await screen.findByRole('group', { name: 'Which keys lift the latch?' })
  await user.keyboard('e')
  expect(screen.getAllByRole('checkbox')[4]).toBeChecked()
  expect(address()).toBe('/review')
})

it('takes an answered question back before going on', async () => {
  const { user, progress } = await reviewing({ history: dueQuestion })
  await screen.findByRole('group', { name: 'How many stones stand in the pond?' })
  const before = progress().facts
  await user.keyboard('1{Enter}')
  expect(screen.getByRole('status').textContent).toMatch(/^(Right|Wrong)/)
  await user.keyboard('u')
  expect(screen.getByRole('status').textContent).toBe('')
  expect(screen.getByRole('button', { name: 'Submit' })).toBeInTheDocument()
  expect(progress().facts).toEqual(before)
})

it('says at the end how many were answered and when the next is due, with the focus on it', async () => {
  const { user } = await reviewing({ history: dueCards })
  await card('Which number has the first fish?')
  await user.keyboard(' 3')
  await user.keyboard(' 3')
  expect(
    screen.getByText(/^You answered 2 items\. The next review is due in \d+ days\. 8 more facts could be asked today\.$/),
  ).toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1, name: 'Review' })).toHaveFocus()
  await user.click(screen.getByRole('link', { name: 'Back to Today' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeInTheDocument()
})

it('has undo at the end too', async () => {
  const { user } = await reviewing({ history: [dueOnly, { daysAgo: 9, act: reviewed('pond/first-fish', 3) }] })
  await card('Which number has the first fish?')
  await user.keyboard(' 3')
  expect(screen.getByRole('heading', { name: 'Done for today' })).toBeInTheDocument()
  await user.keyboard('u')
  expect(await card('Which number has the first fish?')).toBeInTheDocument()
})

it('says that there is nothing to review, and when there will be', async () => {
  await reviewing({ history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  expect(await screen.findByRole('heading', { name: 'Nothing to review now' })).toBeInTheDocument()
  expect(screen.getByText('The next review is due in 2 days. 9 more facts could be asked today.')).toBeInTheDocument()
})

const everySuspended: readonly Past[] = gardenItems.map((id) => ({ daysAgo: 1, act: suspended(id) }))

it('sends who has set every item aside to the topics, and says why nothing is asked', async () => {
  const { user, address } = await reviewing({ lang: 'ja', history: everySuspended })
  expect(await screen.findByRole('heading', { name: 'いま復習するものはない' })).toBeInTheDocument()
  expect(screen.getByText('残りの要点は、保留中か、別にしてあるか、明日に回してある。')).toBeInTheDocument()
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'トピックを読む' }))
  expect(address()).toBe('/topics')
})

it('brings an item back when its day has come', async () => {
  const first = await reviewing({ history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  expect(await screen.findByRole('heading', { name: 'Nothing to review now' })).toBeInTheDocument()
  first.pass(2 * dayMs)
  await first.user.click(screen.getByRole('link', { name: 'Back to Today' }))
  await first.user.click(await screen.findByRole('link', { name: /^Start today’s session/ }))
  expect(await card('Which number has the first fish?')).toBeInTheDocument()
})

it('speaks Japanese from prompt to grades', async () => {
  const { user } = await reviewing({ lang: 'ja', history: dueCards })
  await card('最初の魚は何番か。')
  expect(document.title).toBe('復習 | 箱庭')
  await user.keyboard(' ')
  expect(screen.getByRole('button', { name: 'もう一度 この後すぐ' })).toBeInTheDocument()
  expect(screen.getByText('最後に問われたのは20 日前。これまでの答え(新しい順): 普通。')).toBeInTheDocument()
})
