import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answered, examStarted, planned, read, reviewed, suspended } from '../helpers/events.ts'
import { gardenCatalogue } from './garden.ts'
import { arrived, main, renderApp } from './renderApp.tsx'

const gardenItems = gardenCatalogue.topics.flatMap((topic) => topic.items.map((item) => String(item.id)))

/** Forty minutes a day: facts come back at a recall of 90 %. */
const steady = { daysAgo: 30, act: planned({ minutesPerDay: 40, newPerDay: 0 }) }

it('offers both languages and two equal ways to begin on the first visit', async () => {
  await renderApp()
  expect(screen.getByRole('group', { name: '言語 / Language' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '日本語' })).toHaveProperty('checked', false)
  expect(screen.getByRole('radio', { name: 'English' })).toHaveProperty('checked', true)
  const begin = screen.getByRole('region', { name: 'How to begin' })
  const reading = screen.getByRole('link', { name: 'Start reading' })
  const trying = screen.getByRole('button', { name: 'Take a 12-question diagnostic' })
  expect(begin.contains(reading) && begin.contains(trying)).toBe(true)
  expect(reading.className).toBe(trying.className)
  expect(main().queryByText('due')).toBeNull()
})

it('turns the whole page and <html lang> to Japanese when 日本語 is chosen', async () => {
  const { user } = await renderApp()
  await user.click(screen.getByRole('radio', { name: '日本語' }))
  expect(await arrived('コンテナは、カーネルの何でできているのか')).toBeTruthy()
  expect(document.documentElement.lang).toBe('ja')
  expect(document.title).toBe('箱庭 | コンテナの仕組みを学ぶ')
  expect(screen.getByRole('link', { name: '読み始める' })).toBeTruthy()
  expect(screen.queryByText('Start reading')).toBeNull()
})

it('begins with the first topic by “Start reading”', async () => {
  const { user, address } = await renderApp()
  await user.click(screen.getByRole('link', { name: 'Start reading' }))
  expect(await arrived('The pond')).toBeTruthy()
  expect(address()).toBe('/topics/pond')
})

/** As many new facts as the section on fish teaches. */
const fourNew = { daysAgo: 30, act: planned({ newPerDay: 4 }) }

const seen = { daysAgo: 1, act: reviewed('pond/first-fish', 4) }

const stats = () =>
  main()
    .getAllByRole('definition')
    .map((part) => part.textContent)

it('counts what is due, what is new and the minutes once something was read and answered', async () => {
  await renderApp({
    history: [
      ...gardenItems.filter((id) => /stone|latch/.test(id)).map((id) => ({ daysAgo: 30, act: suspended(id) })),
      { daysAgo: 9, act: read('pond/fish') },
      { daysAgo: 9, act: reviewed('pond/first-fish', 3) },
      { daysAgo: 9, act: reviewed('pond/carp', 3) },
    ],
  })
  expect(await arrived('Today')).toBeTruthy()
  expect(
    main()
      .getAllByRole('term')
      .map((part) => part.textContent),
  ).toEqual(['due', 'new', 'about'])
  expect(stats()).toEqual(['2', '2', '1min'])
  expect(
    main().getByText(/^Facts return about when recall falls to \d+ %\. 2 facts whose time has come\. 2 facts not asked yet/),
  ).toBeTruthy()
})

it('shows the same counts in Japanese, with the date of the study day', async () => {
  await renderApp({ lang: 'ja', history: [fourNew, { daysAgo: 1, act: read('pond/fish') }] })
  expect(await arrived('今日')).toBeTruthy()
  expect(main().getByText('4月1日水曜日')).toBeTruthy()
  expect(stats()).toEqual(['0', '4', '1分'])
  expect(main().getByRole('link', { name: '今日の学習を始める' })).toBeTruthy()
})

it('says when the next review is due when nothing is due now', async () => {
  await renderApp({ history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  expect(await screen.findByText('Nothing to review now.')).toBeTruthy()
  expect(screen.getByText('The next review is due in 2 days.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Start today’s session' })).toBeNull()
})

it('says that the rest is suspended when nothing is left that could be asked', async () => {
  await renderApp({ history: gardenItems.map((id) => ({ daysAgo: 1, act: suspended(id) })) })
  expect(await screen.findByText('Nothing to review now.')).toBeTruthy()
  expect(screen.getByText('What is left is suspended, set apart or put off until tomorrow.')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Go on anyway' })).toBeNull()
})

it('starts the session with Enter', async () => {
  const { user, address } = await renderApp({ history: [fourNew, { daysAgo: 1, act: read('pond/fish') }] })
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('progressbar', { name: 'Item 1 of 4' })).toBeTruthy()
  expect(address()).toBe('/review')
})

it('leaves Enter alone when it is time to rest', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 9, act: planned({ datesOff: ['2026-04-01'] }) }, seen] })
  await user.keyboard('{Enter}')
  expect(address()).toBe('/')
})

it('opens the next section with Enter when nothing is left to ask today, and offers it once', async () => {
  const { user, address } = await renderApp({ history: [steady, { daysAgo: 0, act: reviewed('pond/first-fish', 3) }] })
  expect(main().getByText('Nothing to review now.')).toBeTruthy()
  expect(
    main()
      .getByRole('link', { name: /^Read this section/ })
      .getAttribute('href'),
  ).toBe('/topics/pond#fish')
  expect(main().queryByRole('heading', { name: 'Read on' })).toBeNull()
  await user.keyboard('{Enter}')
  expect(address()).toBe('/topics/pond#fish')
})

it('goes back into a mock exam whose clock runs, and says how long it runs', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 10 / (24 * 60), act: examStarted('mock', ['pond/carp']) }] })
  expect(main().getByText('5 minutes left. The clock does not stop.')).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(address()).toBe('/exam/mock')
})

/** Every item of the garden, so often. */
const answeredAll = (times: number) =>
  Array.from({ length: times }, () => gardenItems.map((id) => ({ daysAgo: 1, act: answered(id) }))).flat()
const late = { daysAgo: 30, act: planned({ examDate: '2026-04-09', minutesPerDay: 60 }) }

it('proposes a mock exam in the last two weeks, as long as the day allows, and opens it at that length', async () => {
  const { user, address } = await renderApp({ history: [late, ...answeredAll(5)] })
  expect(main().getByText(/^The exam is at most 14 days away/)).toBeTruthy()
  const mock = main().getByRole('link', { name: /^To the mock exam of \d+ questions/ })
  expect(mock.className).toContain('primary')
  await user.keyboard('{Enter}')
  expect(address()).toBe(mock.getAttribute('href'))
  expect(address()).toMatch(/^\/exam\?length=\d+$/)
})

it('has one primary button, whatever is to be done', async () => {
  await renderApp({ history: [late, ...answeredAll(5)] })
  await screen.findByRole('heading', { name: 'Weak topics' })
  expect(document.querySelectorAll('.btn.primary')).toHaveLength(1)
})

it('shows the weakest topics below, each with its cause and a drill', async () => {
  await renderApp({
    history: gardenItems.map((id) => ({ daysAgo: 1, act: answered(id, id.startsWith('pond') ? 'wrong' : 'correct') })),
  })
  const weak = within(await screen.findByRole('region', { name: 'Weak topics' }))
  expect(weak.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['The pond', 'The gate'])
  expect(weak.getByText(/^\d+ of \d+ facts asked on “.+” wrong last time/)).toBeTruthy()
  expect(weak.getAllByRole('link', { name: /Mend in/ })[0]?.getAttribute('href')).toBe('/weak/drill?topic=pond')
})

it('says how many answers are missing before a readiness can be told', async () => {
  await renderApp({ history: [seen, seen] })
  const part = within(await screen.findByRole('region', { name: 'Readiness' }))
  expect(part.getByText('An estimate needs 50 answers. 48 more.')).toBeTruthy()
  expect(part.queryByText(/80 % range/)).toBeNull()
})

it('tells the readiness with its range and what it rests on from 50 answers on', async () => {
  await renderApp({ lang: 'ja', history: answeredAll(5) })
  const part = within(await screen.findByRole('region', { name: '合格見込み' }))
  expect(part.getByText(/–800、80%の範囲/).textContent).toMatch(/^\d{3} \(\d{3}–800、80%の範囲\)$/)
  expect(part.getByText(/^55の答えからの推定。.*本物の試験の見込みではない。$/)).toBeTruthy()
})

it('leads to the next unread section of the topic already begun', async () => {
  const { user, address } = await renderApp({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  expect(await screen.findByText('Next: “Stones”. 1 of 2 sections read.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Continue' }))
  expect(await arrived('The pond')).toBeTruthy()
  expect(address()).toBe('/topics/pond#stones')
})

const terms = () =>
  main()
    .getAllByRole('term')
    .map((part) => part.textContent)
/** Days after the first of April 2026, the morning of every test. */
const exam = (day: number) => ({ daysAgo: 30, act: planned({ examDate: `2026-04-${String(1 + day).padStart(2, '0')}`, newPerDay: 0 }) })

it('offers new facts to who has read nothing: their section comes with them', async () => {
  const { user } = await renderApp({ history: [{ daysAgo: 60, act: planned({ newPerDay: 2 }) }, seen] })
  expect(stats().slice(0, 2)).toEqual(['0', '2'])
  await user.keyboard('{Enter}')
  expect(await screen.findByText(/Read first/)).toBeTruthy()
})

it('counts the days to the exam, and what spare minutes bring forward', async () => {
  await renderApp({ history: [exam(20), seen] })
  expect(main().getByText(/^Wednesday 1 April/).textContent).toBe('Wednesday 1 April · 20 days to the exam')
  expect(terms()).toEqual(['due', 'new', 'early', 'about'])
  expect(stats().slice(0, 3)).toEqual(['0', '0', '1'])
  expect(
    main().getByText(/^What gains most marks a minute by the exam comes first\. 1 fact before its time: spare minutes go against/),
  ).toBeTruthy()
})

it.each([
  [1, 'Wednesday 1 April · 1 day to the exam'],
  [0, 'Wednesday 1 April · Exam today'],
])('names the exam %i days before it in words of its own', async (days, words) => {
  await renderApp({ history: [exam(days), seen] })
  expect(main().getByText(/^Wednesday 1 April/).textContent).toBe(words)
})

it('tells of the exam in Japanese, without a space between its sentences', async () => {
  await renderApp({ lang: 'ja', history: [exam(20), seen] })
  expect(main().getByText(/^4月1日水曜日/).textContent).toBe('4月1日水曜日 · 試験まで20日')
  expect(main().getByText(/^試験までに1分あたりで得られる点が大きい順に問う。期限前の要点が1。空いた時間は/)).toBeTruthy()
})

it('asks nothing new on the day before the exam, and says so', async () => {
  await renderApp({
    history: [
      { daysAgo: 3, act: planned({ examDate: '2026-04-02' }) },
      { daysAgo: 3, act: read('pond/fish') },
    ],
  })
  expect(main().getByText(/^Nothing new is asked on the day before the exam and on the day itself\./)).toBeTruthy()
})

it('leaves a day off alone, and goes on where that is wished', async () => {
  const { user } = await renderApp({
    history: [
      { daysAgo: 30, act: planned({ datesOff: ['2026-04-01'] }) },
      { daysAgo: 9, act: reviewed('pond/first-fish', 3) },
    ],
  })
  expect(main().getByText('Today is a day off.')).toBeTruthy()
  expect(main().queryByRole('link', { name: 'Start today’s session' })).toBeNull()
  await user.click(main().getByRole('link', { name: 'Go on anyway' }))
  expect(await screen.findByRole('article', { name: 'Which number has the first fish?' })).toBeTruthy()
})

it('says that the minutes are used up, and asks at once when the learner goes on', async () => {
  const { user } = await renderApp({
    lang: 'ja',
    history: [
      { daysAgo: 30, act: planned({ minutesPerDay: 1 }) },
      { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
      { daysAgo: 0, act: reviewed('pond/carp', 3, 'review', 60_000) },
    ],
  })
  expect(main().getByText('今日の時間は使い終えた。')).toBeTruthy()
  expect(main().getByText('次の復習期限は明日。')).toBeTruthy()
  await user.click(main().getByRole('link', { name: 'それでも続ける' }))
  expect(await screen.findByRole('article', { name: '最初の魚は何番か。' })).toBeTruthy()
})

it('says that a limit holds back what is due', async () => {
  await renderApp({
    history: [
      { daysAgo: 30, act: planned({ newPerDay: 0, reviewsPerDay: 0 }) },
      { daysAgo: 9, act: reviewed('pond/first-fish', 3) },
    ],
  })
  expect(main().getByText('Today’s limit of reviews is reached.')).toBeTruthy()
})
