import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { attemptId } from '../../src/core/ids.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { item } from '../helpers/catalogue.ts'
import { examAnswered } from '../helpers/events.ts'
import { begunExam, examItems, grid, inExam, minuteMs } from './exams.ts'
import { gardenTopic } from './garden.ts'
import { main, renderApp } from './renderApp.tsx'

type App = Awaited<ReturnType<typeof inExam>>

const option = (name: string) => screen.findByRole('radio', { name })
const position = (name: string) => screen.findByRole('progressbar', { name })
const dialogButton = (name: string) => within(screen.getByRole('dialog', { name: 'Hand in the exam?' })).getByRole('button', { name })
const result = () => screen.findByRole('heading', { level: 1, name: 'Result of the mock exam' })
const kinds = async (app: App) => (await app.done()).map((event) => event.kind)

/** Answers the first rightly, of the second one of two, the third wrongly. */
const answerAll = async ({ user }: App): Promise<void> => {
  await user.click(await option('three'))
  await user.keyboard('n')
  await user.click(await screen.findByRole('checkbox', { name: 'rain' }))
  await user.keyboard('n')
  await user.type(await screen.findByRole('textbox'), '/garden{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Before you hand in' })
}
const handIn = async ({ user }: App): Promise<void> => {
  await user.click(screen.getByRole('button', { name: 'Hand in' }))
  await user.click(dialogButton('Hand in'))
  await result()
}

describe('an exam', () => {
  it('begins with as many questions as there are, in the log before the first is shown', async () => {
    const { user, address, done } = await renderApp({ path: '/exam' })
    expect(await screen.findByText('There are 3 questions for an exam now.')).toBeInTheDocument()
    expect(screen.getByText(/^3 questions in 4.5 minutes/)).toBeInTheDocument()
    await user.keyboard('{Enter}')
    await screen.findByRole('region', { name: /^Question/ })
    await waitFor(() => expect(address()).toBe('/exam/attempt-1?item=1'))
    const [start] = await done()
    expect(start).toMatchObject({ kind: 'examStarted', minutes: 4.5, seed: 1 })
    expect(start?.kind === 'examStarted' && [...start.items].sort()).toEqual([...examItems].sort())
  })

  it('says before it begins and beside its score that only one objective of the real exam is asked', async () => {
    const { unmount } = await renderApp({ path: '/exam' })
    expect(await screen.findByText(/Only objective 352\.1 is asked here; the real 305 asks all its objectives\./)).toBeInTheDocument()
    unmount()
    await renderApp({ path: '/exam/a', lang: 'ja', history: [{ daysAgo: 1, act: begunExam() }] })
    await screen.findByRole('heading', { level: 1, name: '模擬試験の結果' })
    expect(screen.getByText(/352\.1だけについての値/)).toBeInTheDocument()
  })

  it('is taken by keyboard alone, says nothing of right or wrong, and feeds the schedule once it is handed in', async () => {
    const app = await inExam()
    const { user, progress } = app
    const three = (await option('three')).closest('label')?.textContent?.charAt(0) ?? ''
    await user.keyboard(String(three.charCodeAt(0) - 64))
    await user.keyboard('{Enter}')
    await position('Item 2 of 3')
    expect(main().getByText('0 chosen.')).toBeInTheDocument()
    await user.keyboard('1')
    expect(main().getByText('1 chosen.')).toBeInTheDocument()
    await user.keyboard('f')
    await user.keyboard('{Enter}')
    await position('Item 3 of 3')
    expect(grid()).toEqual(['Question 1, answered', 'Question 2, answered, flagged', 'Question 3, not answered'])
    expect(screen.getByRole('button', { current: true })).toHaveAccessibleName('Question 3, not answered')
    await user.keyboard('p')
    await position('Item 2 of 3')
    await user.keyboard('nn')
    await screen.findByRole('heading', { level: 1, name: 'Before you hand in' })
    expect(document.querySelector('[data-standing], [data-verdict]')).toBeNull()
    expect(screen.queryByText('They stand in a triangle.')).toBeNull()
    expect(progress().items.size).toBe(0)
    await user.keyboard('{Enter}')
    dialogButton('Hand in').focus()
    await user.keyboard('{Enter}')
    expect(await result()).toHaveFocus()
    const done = await app.done()
    expect(done.map((event) => event.kind)).toEqual(['examAnswered', 'examAnswered', 'examFlagged', 'handedIn', 'answered', 'answered'])
    const [hand, ...answers] = done.slice(3)
    for (const answer of answers) expect(answer).toMatchObject({ attempt: 'a', group: hand?.id, lang: 'en' })
    expect(progress().items.get(item('pond/stone-count'))).toMatchObject({ answers: 1, last: { verdict: 'correct' } })
    expect(progress().items.has(item('pond/stone-tool'))).toBe(false)
  })

  it('lists before the hand-in what has no answer, what has too few options and what is flagged, and leads there', async () => {
    const { user } = await inExam()
    await user.keyboard('f')
    await user.keyboard('n')
    await user.click(await screen.findByRole('checkbox', { name: 'rain' }))
    await user.click(screen.getByRole('button', { name: 'Check and hand in' }))
    const under = within(await screen.findByRole('region', { name: 'Number of options is not right' }))
    expect(under.getByRole('listitem')).toHaveTextContent('2. Which keys lift the latch?Pick 2: 1 chosen')
    expect(within(screen.getByRole('region', { name: 'Not answered' })).getAllByRole('listitem')).toHaveLength(2)
    expect(within(screen.getByRole('region', { name: 'Flagged' })).getByRole('listitem')).toHaveTextContent('1. How many stones')
    await user.click(screen.getByRole('button', { name: 'Hand in' }))
    expect(screen.getByText(/^2 questions have no answer/)).toBeInTheDocument()
    expect(screen.getByText('In question 2 the number of options is not right, which counts as wrong.')).toBeInTheDocument()
    await user.click(dialogButton('Back to the questions'))
    await user.click(under.getByRole('button'))
    await user.click(await screen.findByRole('checkbox', { name: 'snow' }))
    await user.click(screen.getByRole('button', { name: 'Check and hand in' }))
    await screen.findByRole('region', { name: 'Not answered' })
    expect(screen.queryByRole('region', { name: 'Number of options is not right' })).toBeNull()
    expect(screen.queryByText(/the number of options is not right/)).toBeNull()
  })

  it('warns of too many options while they are chosen, and says how many to take away', async () => {
    const { user } = await inExam()
    await user.keyboard('n')
    await user.click(await screen.findByRole('checkbox', { name: 'rain' }))
    await user.click(screen.getByRole('checkbox', { name: 'snow' }))
    const warning = main().getByRole('status')
    expect(warning).toBeEmptyDOMElement()
    await user.click(screen.getByRole('checkbox', { name: 'wind' }))
    expect(warning).toHaveTextContent('One too many is chosen: take one away.')
    // How many to choose stands above.
    expect(main().getAllByText(/(Choose|Pick) 2/)).toHaveLength(1)
    await user.click(screen.getByRole('checkbox', { name: 'wind' }))
    expect(warning).toBeEmptyDOMElement()
  })

  it('goes on at the question last answered when it is opened from the list, and the address keeps where one is', async () => {
    const { user, address } = await renderApp({
      path: '/exam',
      history: [
        { daysAgo: 0, act: begunExam() },
        { daysAgo: 0, act: examAnswered('a', 'gate/latch-keys', [0]) },
        { daysAgo: 0, act: examAnswered('a', 'pond/stone-count', [1]) },
        { daysAgo: 0, act: examAnswered('a', 'gate/latch-keys', [0, 2]) },
      ],
    })
    await user.click(await screen.findByRole('link', { name: /^3 questions/ }))
    await position('Item 2 of 3')
    await waitFor(() => expect(address()).toBe('/exam/a?item=2'))
  })

  it('goes on after a reload at the same question, with the answers, the order of the options and the time left', async () => {
    const log = createMemoryLog()
    const first = await inExam({ log })
    await first.user.click(await option('three'))
    const shown = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    await first.user.keyboard('nn')
    await first.user.type(await screen.findByRole('textbox'), '/po')
    const address = first.address()
    // Typed a moment ago, and the page goes.
    first.unmount()
    await first.progressStore.getState().save()
    const second = await renderApp({ path: address, log })
    second.pass(5 * minuteMs)
    expect(await screen.findByRole('textbox')).toHaveValue('/po')
    await position('Item 3 of 3')
    expect(await screen.findByRole('timer', { name: /^(10 minutes 0|9 minutes 59) seconds left/ })).toBeInTheDocument()
    await second.user.keyboard('{Tab}')
    await second.user.click(screen.getByRole('button', { name: /^Question 1/ }))
    expect(await option('three')).toBeChecked()
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(shown)
  })

  it('shows a question in the other language in place, keeps the selection and records the language', async () => {
    const app = await inExam()
    await app.user.click(await option('three'))
    await app.user.keyboard('l')
    expect(await screen.findByRole('radio', { name: '三つ' })).toBeChecked()
    await app.user.click(screen.getByRole('radio', { name: '五つ' }))
    expect(await app.done()).toMatchObject([{ lang: 'en' }, { lang: 'ja' }])
  })

  it('warns at ten and two minutes, and hands in by itself what was answered when the time is over', async () => {
    const app = await inExam()
    expect(screen.getByRole('status')).toHaveTextContent('')
    await app.user.click(await option('three'))
    app.pass(5 * minuteMs)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Less than 10 minutes left.'), { timeout: 3000 })
    expect(screen.getByRole('status')).not.toHaveClass('sr')
    app.pass(8 * minuteMs)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Less than 2 minutes left.'), { timeout: 3000 })
    app.pass(2 * minuteMs)
    await result()
    expect(await kinds(app)).toEqual(['examAnswered', 'handedIn', 'answered'])
    // It would only be handed in again.
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('is handed in when it is opened long after its time', async () => {
    const app = await renderApp({ path: '/exam/a', history: [{ daysAgo: 3, act: begunExam() }] })
    await result()
    expect(await kinds(app)).toEqual(['handedIn'])
  })

  it('is open again with its answers when the hand-in is taken back in time', async () => {
    const app = await inExam()
    await answerAll(app)
    await handIn(app)
    await app.user.keyboard('u')
    await screen.findByRole('heading', { level: 1, name: 'Before you hand in' })
    expect(app.progress().items.size).toBe(0)
    expect(grid()).toEqual(['Question 1, answered', 'Question 2, answered', 'Question 3, answered'])
    await handIn(app)
    expect(app.progress().items.size).toBe(3)
  })

  it('that another tab handed in shows its result', async () => {
    const app = await inExam()
    await app.fromAnotherTab([{ kind: 'handedIn', attempt: attemptId('a') }])
    await result()
    expect(await kinds(app)).toEqual(['handedIn'])
  })

  it('says what to do when it cannot be scored, and keeps the answers', async () => {
    const app = await inExam({
      loadTopic: async (id, lang) => {
        // What was answered in Japanese cannot be scored without its words.
        if (lang === 'ja') throw new TypeError('offline')
        return gardenTopic(id, lang)
      },
      history: [
        { daysAgo: 0, act: begunExam() },
        { daysAgo: 0, act: examAnswered('a', 'pond/stone-count', [1]) },
      ],
    })
    await app.user.keyboard('nnn')
    await screen.findByRole('heading', { level: 1, name: 'Before you hand in' })
    await app.user.click(screen.getByRole('button', { name: 'Hand in' }))
    await app.user.click(dialogButton('Hand in'))
    expect(await screen.findByText(/^It could not be scored/)).toBeInTheDocument()
    expect(app.progress().exams.get(attemptId('a'))?.drafts.size).toBe(1)
  })
})

describe('the result', () => {
  it('adds up: score, range, areas, topics and every question with its reasons', async () => {
    const app = await inExam()
    await answerAll(app)
    await handIn(app)
    const numbers = screen.getAllByRole('definition').map((each) => each.textContent)
    expect(numbers).toEqual(['400', '1/ 3'])
    expect(screen.getByText('our estimate, 200 to 800')).toBeInTheDocument()
    expect(
      screen.getByText(/^Below the pass mark of 500\. Asked very many such questions, the score would lie between 237 and 675/),
    ).toBeInTheDocument()
    expect(screen.getByText(/^200 \+ 600 × 1 \/ 3 = 400\./)).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'By area' })).toHaveTextContent('Garden1 of 3 right, 6–79 %')
    const topics = within(screen.getByRole('region', { name: 'By topic' })).getAllByRole('listitem')
    expect(topics.map((row) => row.textContent)).toEqual(['The pond1 of 2 right, 9–91 %', 'The gate0 of 1 right, 0–79 %'])
    const missed = within(screen.getByRole('region', { name: 'Missed' }))
    expect(missed.getByText('Snow weighs the latch down.')).toBeInTheDocument()
    expect(missed.getByText('The stones are listed by their path.')).toBeInTheDocument()
    expect(within(screen.getByRole('region', { name: 'Answered right' })).getByText('They stand in a triangle.')).toBeInTheDocument()
  })

  it('says which questions had no answer, which came again, and what the exam before came to', async () => {
    const before = begunExam('old')
    const log = createMemoryLog()
    const app = await renderApp({
      path: '/exam/a',
      log,
      history: [
        { daysAgo: 2, act: before },
        { daysAgo: 2, act: { kind: 'handedIn', attempt: attemptId('old') } },
        { daysAgo: 1, act: begunExam() },
      ],
    })
    await result()
    expect(app.progress().exams.size).toBe(2)
    expect(screen.getByText(/^The exam before, 30 Mar, 09:00: 200 \(0 of 3 right\)\.$/)).toBeInTheDocument()
    expect(screen.getByText(/3 questions were also in your last two exams/)).toBeInTheDocument()
    expect(await within(screen.getByRole('region', { name: 'Missed' })).findAllByText('not answered')).toHaveLength(3)
    expect(screen.queryByRole('region', { name: 'Answered right' })).toBeNull()
  })

  it('compares each area with the exam before, and marks what was flagged', async () => {
    await renderApp({
      path: '/exam/a',
      history: [
        { daysAgo: 2, act: begunExam('old') },
        { daysAgo: 2, act: { kind: 'handedIn', attempt: attemptId('old') } },
        { daysAgo: 1, act: begunExam() },
        { daysAgo: 1, act: { kind: 'examFlagged', attempt: attemptId('a'), item: item('pond/stone-count'), flagged: true } },
      ],
    })
    await result()
    expect(screen.getByRole('region', { name: 'By area' })).toHaveTextContent('Garden0 of 3 right, 0–56 % before: 0 of 3')
    expect(screen.getByRole('region', { name: 'By topic' })).not.toHaveTextContent('before')
    expect((await screen.findByText('flagged')).closest('summary')).toHaveTextContent('How many stones')
  })

  it('is in Japanese in the Japanese page', async () => {
    await renderApp({ path: '/exam/a', lang: 'ja', history: [{ daysAgo: 1, act: begunExam() }] })
    await screen.findByRole('heading', { level: 1, name: '模擬試験の結果' })
    expect(screen.getByText('独自の推定、200〜800')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'トピック別' })).toHaveTextContent('池2問中0問正解、0〜66%')
  })
})

describe('the list of exams', () => {
  it('leads on to one that is open, and discards it, which can be taken back', async () => {
    const { user, progress } = await renderApp({ path: '/exam', history: [{ daysAgo: 0, act: begunExam() }] })
    const list = within(await screen.findByRole('region', { name: 'Your mock exams' }))
    expect(list.getByRole('listitem')).toHaveTextContent('Go on, 15 min left')
    await user.click(list.getByRole('button', { name: 'Discard', description: /^3 questions 1 Apr/ }))
    expect(list.getByText('The exam was discarded.')).toBeInTheDocument()
    expect(progress().exams.size).toBe(0)
    await user.click(list.getByRole('button', { name: 'Undo' }))
    expect(progress().exams.size).toBe(1)
    await user.click(list.getByRole('link', { name: /^3 questions 1 Apr/ }))
    expect(await screen.findByRole('region', { name: /^Question/ })).toBeInTheDocument()
  })

  it('tells of the score of one that was handed in, and of one whose time is over', async () => {
    await renderApp({
      path: '/exam',
      history: [
        { daysAgo: 2, act: begunExam('old') },
        { daysAgo: 2, act: { kind: 'handedIn', attempt: attemptId('old') } },
        { daysAgo: 1, act: begunExam() },
      ],
    })
    const rows = within(await screen.findByRole('region', { name: 'Your mock exams' })).getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent('Time is over: it is handed in when opened')
    expect(rows[1]).toHaveTextContent('200 points')
  })

  it('shows ten, unfolds all that are kept, and an older one says that no more are', async () => {
    const many = Array.from({ length: 101 }, (_, n) => ({ daysAgo: 1, act: begunExam(`past-${n}`) }))
    const { user, unmount } = await renderApp({ path: '/exam', history: many })
    const list = within(await screen.findByRole('region', { name: 'Your mock exams' }))
    expect(list.getAllByRole('listitem')).toHaveLength(10)
    await user.click(list.getByText('90 earlier'))
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(100))
    unmount()
    await renderApp({ path: '/exam/past-0', history: many })
    await screen.findByRole('heading', { level: 1, name: 'This exam is not among the last 100' })
    expect(screen.getByText(/^Only the last 100 exams are kept/)).toBeInTheDocument()
  })

  it('is reached from the quiz, and an unknown exam leads back to it', async () => {
    const { user, address, unmount } = await renderApp({ path: '/quiz' })
    await user.click(await screen.findByRole('link', { name: 'Take a mock exam' }))
    expect(address()).toBe('/exam')
    unmount()
    const unknown = await renderApp({ path: '/exam/none' })
    await unknown.user.click(await screen.findByRole('link', { name: 'To Mock exam' }))
    expect(unknown.address()).toBe('/exam')
  })
})
