import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { defaultPlan } from '../../src/core/schedule/studyPlan.ts'
import { workloads } from '../../src/core/schedule/workloads.ts'
import { answered, planned, read, reviewed } from '../helpers/events.ts'
import { arrived, main, renderApp, type World } from './renderApp.tsx'

/** It is 2026-04-01, a Wednesday. */
const atPlan = async (world: World = {}) => {
  const app = await renderApp({ path: '/settings', ...world })
  await arrived(/^(Settings and data|設定とデータ)$/)
  return {
    ...app,
    plan: () => app.progress().plan,
    /** The plans recorded since the start, whether they are saved yet or not. */
    plans: () =>
      app
        .progress()
        .tail.slice(world.history?.length ?? 0)
        .flatMap((event) => (event.kind === 'planned' ? [event.plan] : [])),
  }
}
const section = () => within(screen.getByRole('region', { name: /^(Study plan|学習計画)$/ }))
const examDate = () => section().getByLabelText<HTMLInputElement>(/^(Exam date|試験日)$/)
const minutes = () => section().getByLabelText<HTMLInputElement>('Time a day')
/** As a calendar does it: one change, and no key in the field. */
const pick = (field: HTMLElement, date: string) => fireEvent.change(field, { target: { value: date } })
const problem = () =>
  section()
    .getAllByRole('alert')
    .map((part) => part.textContent)
    .join('')

describe('the exam date', () => {
  it('is taken over when it is picked, and says how many days are left', async () => {
    const { plans } = await atPlan()
    expect(section().getByText(/^With a date, what comes next is what adds most marks on that day/)).toBeInTheDocument()
    pick(examDate(), '2026-04-21')
    expect(plans()).toEqual([{ ...defaultPlan, examDate: '2026-04-21' }])
    expect(examDate()).toHaveAccessibleDescription('20 days left. What comes next is what adds most marks on that day.')
  })

  it('is taken over with Enter when it is typed, and not before: half a date is another one', async () => {
    const { user, plans } = await atPlan()
    await user.type(examDate(), '2026-12-20')
    expect(examDate()).toHaveValue('2026-12-20')
    expect(plans()).toEqual([])
    await user.keyboard('{Enter}')
    expect(plans()).toMatchObject([{ examDate: '2026-12-20' }])
    await user.keyboard('{Enter}')
    await user.tab()
    expect(plans()).toHaveLength(1)
  })

  it('is taken over on leaving the field', async () => {
    const { user, plans } = await atPlan()
    await user.type(examDate(), '2026-12-20')
    await user.tab()
    expect(plans()).toMatchObject([{ examDate: '2026-12-20' }])
  })

  it.each([
    ['2026-03-31', 'This day is over. Choose today or a later day.'],
    ['2226-12-20', 'A day more than 10 years ahead cannot be chosen. Check the year.'],
  ])('cannot be %s, and the field says why', async (date, words) => {
    const { user, plans } = await atPlan()
    await user.type(examDate(), date)
    await user.keyboard('{Enter}')
    expect(problem()).toBe(words)
    expect(examDate()).toBeInvalid()
    expect(examDate()).toHaveAccessibleDescription(expect.stringContaining(words))
    expect(plans()).toEqual([])
    pick(examDate(), '2026-04-01')
    await user.tab()
    expect(problem()).toBe('')
    expect(section().getByText('The exam is today.')).toBeInTheDocument()
  })

  it('can be cleared, and says when it is over', async () => {
    const { user, plan } = await atPlan({ history: [{ daysAgo: 30, act: planned({ examDate: '2026-03-20', minutesPerDay: 45 }) }] })
    expect(section().getByText('It was on 20 March 2026. Clear it, or choose the next one.')).toBeInTheDocument()
    await user.click(examDate())
    await user.tab()
    expect(problem()).toBe('')
    await user.click(section().getByRole('button', { name: 'Clear the exam date' }))
    expect(plan()).toEqual({ ...defaultPlan, minutesPerDay: 45 })
    expect(examDate()).toHaveValue('')
  })
})

describe('the time a day', () => {
  it('is set by a usual value, and says about how many items that is', async () => {
    const { user, plan } = await atPlan()
    const before = Number(/About (\d+) items/.exec(section().getByText(/^About \d+ items a day/).textContent)?.[1])
    await user.click(section().getByRole('button', { name: '60 min' }))
    expect(plan()).toEqual({ ...defaultPlan, minutesPerDay: 60 })
    expect(section().getByRole('button', { name: '60 min' })).toHaveAttribute('aria-pressed', 'true')
    expect(minutes()).toHaveValue('60')
    const after = Number(/About (\d+) items/.exec(section().getByText(/^About \d+ items a day/).textContent)?.[1])
    expect(after / before).toBeCloseTo(3, 1)
  })

  it.each([['35'], ['３５'], [' 35 ']])('takes %j', async (text) => {
    const { user, plans } = await atPlan()
    fireEvent.change(minutes(), { target: { value: text } })
    expect(plans()).toEqual([])
    await user.click(minutes())
    await user.keyboard('{Enter}')
    expect(plans()).toMatchObject([{ minutesPerDay: 35 }])
    expect(minutes()).toHaveValue('35')
  })

  it.each([['4'], ['121'], [''], ['soon'], ['12.5'], ['-20']])('refuses %j with words, and keeps the plan', async (text) => {
    const { user, plans } = await atPlan()
    fireEvent.change(minutes(), { target: { value: text } })
    await user.click(minutes())
    await user.tab()
    expect(problem()).toBe('Enter a whole number from 5 to 120.')
    expect(minutes()).toBeInvalid()
    expect(minutes()).toHaveValue(text)
    expect(plans()).toEqual([])
  })

  it('is not taken over by the Enter that confirms a conversion', async () => {
    const { plans } = await atPlan()
    fireEvent.change(minutes(), { target: { value: '４５' } })
    fireEvent.keyDown(minutes(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(minutes(), { key: 'Enter', keyCode: 229 })
    expect(plans()).toEqual([])
    expect(minutes()).toHaveValue('４５')
    fireEvent.keyDown(minutes(), { key: 'Enter' })
    expect(plans()).toMatchObject([{ minutesPerDay: 45 }])
  })
})

describe('the target retention', () => {
  const target = () => section().getByRole('combobox', { name: 'Target retention' })

  it('follows the minutes until one is chosen, and again when that is given up', async () => {
    const { user, plan } = await atPlan({ history: [{ daysAgo: 1, act: planned({ minutesPerDay: 10 }) }] })
    expect(target()).toHaveDisplayValue('Automatic (80 %)')
    await user.click(section().getByRole('button', { name: '60 min' }))
    expect(target()).toHaveDisplayValue('Automatic (90 %)')
    await user.selectOptions(target(), '97 %')
    expect(plan().targetRetention).toBe(0.97)
    await user.selectOptions(target(), 'Automatic (90 %)')
    expect(plan().targetRetention).toBeNull()
  })

  it('offers the value it has, also one that is none of the steps', async () => {
    await atPlan({ history: [{ daysAgo: 1, act: planned({ targetRetention: 0.83 }) }] })
    expect(target()).toHaveDisplayValue('83 %')
  })

  it('says that it is not used while there is an exam date', async () => {
    await atPlan({ history: [{ daysAgo: 1, act: planned({ examDate: '2026-12-20' }) }] })
    expect(target()).toHaveAccessibleDescription(expect.stringContaining('Not used while there is an exam date.'))
    pick(examDate(), '')
    expect(target()).not.toHaveAccessibleDescription(expect.stringContaining('Not used'))
  })
})

describe('what each target retention costs', () => {
  const opened = async (history: NonNullable<World['history']>) => {
    const app = await atPlan({ history })
    await app.user.click(section().getByText('What each value costs'))
    const table = await section().findByRole('table')
    const cells = () =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...row.children].map((cell) => cell.textContent))
    return { ...app, table, cells }
  }
  const studied: NonNullable<World['history']> = [
    { daysAgo: 20, act: reviewed('pond/first-fish', 3) },
    { daysAgo: 20, act: reviewed('pond/carp', 1) },
    { daysAgo: 10, act: answered('pond/stone-count') },
  ]

  it('is simulated on the learner’s own facts once it is opened, as the engine does', async () => {
    const { cells, progress, links, now } = await opened(studied)
    const expected = workloads(progress(), links, now(), [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97], 1)
    expect(cells()).toEqual(
      expected.map(({ target, minutesPerDay, held }) => [
        `${Math.round(target * 100)} %${target === 0.85 ? ' (now)' : ''}`,
        `${Math.round(minutesPerDay * 10) / 10} min`,
        String(Math.round(held)),
      ]),
    )
  })

  it('marks the value that holds, also between the steps', async () => {
    const { user, table, cells } = await opened([{ daysAgo: 21, act: planned({ minutesPerDay: 30 }) }, ...studied])
    expect(cells().map(([target]) => target)).toContain('88 % (now)')
    await user.selectOptions(section().getByRole('combobox', { name: 'Target retention' }), '97 %')
    await waitFor(() => expect(cells().map(([target]) => target)).toContain('97 % (now)'))
    expect(within(table).getByRole('row', { current: true })).toHaveTextContent('97 % (now)')
  })

  it('counts with the learner’s own seconds, and says where that is more time than was planned', async () => {
    const slow = Array.from({ length: 25 }, (_, place) => ({ daysAgo: 30 - place, act: reviewed('pond/carp', 3, 'review', 110_000) }))
    const { cells } = await opened([...slow, { daysAgo: 1, act: planned({ minutesPerDay: 1 }) }])
    expect(cells().at(-1)?.[1]).toMatch(/^\d+\.\d min \(over the 1 planned\)$/)
  })

  it('is not counted before', async () => {
    await atPlan({ history: studied })
    expect(section().queryByRole('table')).toBeNull()
  })
})

describe('daily limits', () => {
  it('are off until one is entered, say what follows, and are off again when emptied', async () => {
    const { user, plan, plans } = await atPlan()
    expect(section().getByText('If both are empty, time alone decides.')).toBeInTheDocument()
    await user.type(section().getByLabelText('New facts'), '5{Enter}')
    expect(plan()).toEqual({ ...defaultPlan, newPerDay: 5 })
    expect(section().getByText('At most 5 new facts a day, 35 a week.')).toBeInTheDocument()
    await user.type(section().getByLabelText('Reviews'), '0{Enter}')
    expect(section().getByText('At most 0 reviews a day; the rest moves to the next day.')).toBeInTheDocument()
    await user.type(section().getByLabelText('New facts'), '{Backspace}{Enter}')
    await user.type(section().getByLabelText('Reviews'), '{Backspace}{Enter}')
    expect(plan()).toEqual(defaultPlan)
    expect(plans()).toHaveLength(4)
  })

  it('refuse what is no number', async () => {
    const { user, plans } = await atPlan()
    await user.type(section().getByLabelText('Reviews'), 'many{Enter}')
    expect(problem()).toBe('Enter a whole number from 0 to 999, or nothing.')
    expect(plans()).toEqual([])
  })
})

describe('days off', () => {
  const weekday = (name: string) => section().getByRole('checkbox', { name })

  it('are weekdays, but never all of them', async () => {
    const { user, plan } = await atPlan()
    const names = section()
      .getAllByRole('checkbox')
      .map((box) => box.closest('label')?.textContent)
    expect(names).toEqual(['MonMonday', 'TueTuesday', 'WedWednesday', 'ThuThursday', 'FriFriday', 'SatSaturday', 'SunSunday'])
    for (const name of ['Saturday', 'Sunday']) await user.click(weekday(name))
    expect(plan().weekdaysOff).toEqual([0, 6])
    expect(section().getByText('5 days of study a week.')).toBeInTheDocument()
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await user.click(weekday(name))
    expect(problem()).toBe('Not every weekday can be off.')
    expect(weekday('Friday')).not.toBeChecked()
    await user.click(weekday('Sunday'))
    expect(plan().weekdaysOff).toEqual([1, 2, 3, 4, 6])
    expect(problem()).toBe('')
  })

  it('are single days, each once and none that is over, and can be removed', async () => {
    const { user, plan } = await atPlan({ history: [{ daysAgo: 90, act: planned({ datesOff: ['2026-01-03', '2026-05-04'] }) }] })
    const field = section().getByLabelText<HTMLInputElement>('Add a day off')
    const listed = () =>
      section()
        .queryAllByRole('listitem')
        .map((row) => row.textContent)
    expect(listed()).toEqual(['4 May 2026Remove'])
    pick(field, '2026-04-10')
    expect(listed()).toEqual(['10 April 2026Remove', '4 May 2026Remove'])
    expect(field).toHaveValue('')
    pick(field, '2026-05-04')
    expect(problem()).toBe('This day has been added already.')
    pick(field, '2026-03-10')
    expect(problem()).toBe('This day is over. Choose today or a later day.')
    await user.click(section().getByRole('button', { name: 'Remove 4 May 2026' }))
    expect(plan().datesOff).toEqual(['2026-01-03', '2026-04-10'])
  })
})

describe('the plan', () => {
  it('goes back one change at a time with undo', async () => {
    const { user, plan } = await atPlan()
    pick(examDate(), '2026-12-20')
    await user.click(section().getByRole('button', { name: '30 min' }))
    await user.click(screen.getByRole('heading', { level: 1 }))
    await user.keyboard('u')
    expect(plan()).toEqual({ ...defaultPlan, examDate: '2026-12-20' })
    expect(minutes()).toHaveValue('20')
    await user.keyboard('u')
    expect(examDate()).toHaveValue('')
    expect(plan()).toEqual(defaultPlan)
  })

  it('lets u be typed where text is typed', async () => {
    const { user, done } = await atPlan({ history: [{ daysAgo: 1, act: planned({ minutesPerDay: 30 }) }] })
    await user.type(minutes(), 'u')
    expect(await done()).toEqual([])
  })

  it('speaks Japanese, with the week as Japanese calendars have it', async () => {
    await atPlan({ lang: 'ja', history: [{ daysAgo: 1, act: planned({ examDate: '2026-04-21', datesOff: ['2026-05-04'] }) }] })
    expect(examDate()).toHaveAccessibleDescription('あと20日。その日の点が最も伸びる順に問われる。')
    expect(section().getAllByRole('checkbox')[0]).toHaveAccessibleName('日曜日')
    expect(section().getByRole('button', { name: '2026年5月4日を外す' })).toBeInTheDocument()
    expect(section().getByRole('combobox', { name: '目標の想起率' })).toHaveDisplayValue('自動(85%)')
  })
})

describe('on the first visit', () => {
  it('exam date and minutes can be set, and the visit goes on', async () => {
    const { user, progress, done } = await renderApp()
    await user.click(screen.getByText('Set an exam date and a time a day (both can wait)'))
    const field = await screen.findByLabelText('Exam date')
    pick(field, '2026-12-20')
    await user.type(screen.getByLabelText('Time a day'), '{Backspace}{Backspace}30{Enter}')
    expect(progress().plan).toEqual({ ...defaultPlan, examDate: '2026-12-20', minutesPerDay: 30 })
    expect(await done()).toHaveLength(2)
    expect(main().getByRole('link', { name: 'Start reading' })).toBeInTheDocument()
    expect(screen.getByLabelText('Exam date')).toHaveValue('2026-12-20')
  })

  it('both can be left alone', async () => {
    const { user, done } = await renderApp()
    expect(screen.queryByLabelText('Exam date')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Start reading' }))
    await arrived('The pond')
    expect((await done()).filter((event) => event.kind === 'planned')).toEqual([])
  })

  it('is over once something was read', async () => {
    await renderApp({
      history: [
        { daysAgo: 1, act: planned({ minutesPerDay: 30 }) },
        { daysAgo: 1, act: read('pond/fish') },
      ],
    })
    expect(await arrived('Today')).toBeInTheDocument()
    expect(screen.queryByLabelText('Exam date')).toBeNull()
  })
})
