import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { StudyAct, StudyEvent } from '../../src/core/history/events.ts'
import { deviceId, eventId } from '../../src/core/ids.ts'
import { fail } from '../../src/core/result.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { item } from '../helpers/catalogue.ts'
import {
  answered,
  buried,
  fitted,
  marked,
  planned,
  read,
  released,
  reset,
  resumed,
  reviewed,
  started,
  suspended,
  unmarked,
} from '../helpers/events.ts'
import { arrived, dayMs, main, renderApp, ways, type World } from './renderApp.tsx'

/** 2026-04-01, 09:00 in Japan, as in the app under test. */
const morning = Date.UTC(2026, 3, 1)
/** Events in the order given, a second apart. */
const createPast = (device = 'test') => {
  let count = 0
  return (daysAgo: number, done: StudyAct, group?: StudyEvent): StudyEvent => {
    count += 1
    const id = eventId(`${device}-${String(count).padStart(5, '0')}`)
    const at = morning - daysAgo * dayMs + count * 1000
    return { id, at, offsetMin: 540, device: deviceId(device), ...done, ...(group === undefined ? {} : { group: group.id }) }
  }
}

const atHistory = async (world: World = {}) => {
  const app = await renderApp({ path: '/history', ...world })
  await arrived(/^(History|履歴)$/)
  return app
}

interface Row {
  readonly what: string
  readonly meta: string
  readonly button: HTMLElement | null
}
/** The acts on screen, newest first. */
const rows = (): readonly Row[] =>
  [...screen.getByRole('main').querySelectorAll<HTMLElement>('.act')].map((row) => ({
    what: [...row.querySelectorAll('.what > p')].map((line) => line.textContent).join(' / '),
    meta: [...row.querySelectorAll('.meta')].map((line) => line.textContent).join(' '),
    button: within(row).queryByRole('button'),
  }))
const whats = () => rows().map((row) => row.what)
const marks = () => rows().map((row) => (row.button?.textContent === 'Bring back' ? 'undone' : 'counts'))
const press = async (user: Awaited<ReturnType<typeof renderApp>>['user'], what: RegExp) => {
  const row = rows().find((candidate) => what.test(candidate.what))
  if (row === undefined || row.button === null) throw new Error(`No act to press reads ${what}: ${whats().join('; ')}`)
  await user.click(row.button)
}

const question = {
  kind: 'answered',
  item: item('pond/stone-count'),
  response: { kind: 'choice', picked: [0] },
  tookMs: 9000,
  lang: 'en',
} as const

const words: readonly (readonly [act: StudyAct, en: string, ja: string])[] = [
  [reviewed('pond/first-fish', 3), '“Which number has the first fish?”: Good', '「最初の魚は何番か。」に「普通」'],
  [
    reviewed('pond/first-fish', 1, 'flashcards'),
    '“Which number has the first fish?”: Again (flashcards; the schedule stays)',
    '「最初の魚は何番か。」に「もう一度」(カードをめくった。予定には数えない)',
  ],
  [
    { kind: 'reviewed', item: item('pond/first-fish'), grade: 2, tookMs: 8000, where: 'review', repeat: true },
    '“Which number has the first fish?”: Hard (asked once more)',
    '「最初の魚は何番か。」に「難しい」(もう一度の回)',
  ],
  [answered('pond/stone-count', 'wrong'), '“How many stones stand in the pond?”: Wrong', '「池には石がいくつあるか。」に答えて不正解'],
  [
    { ...question, verdict: 'correct', confidence: 'guess' },
    '“How many stones stand in the pond?”: Right (a guess)',
    '「池には石がいくつあるか。」に答えて正解(当てずっぽう)',
  ],
  [
    { ...question, verdict: 'partly', repeat: true },
    '“How many stones stand in the pond?”: Partly right (asked once more)',
    '「池には石がいくつあるか。」に答えて部分正解(もう一度の回)',
  ],
  [read('pond/fish'), 'Read the section “Fish”', '節「魚」を読んだ'],
  [started('quiz-1', ['pond/carp', 'pond/first-fish']), 'Began a quiz of 2 questions', '2問の問題集を始めた'],
  [suspended('pond/first-fish'), 'Suspended “Which number has the first fish?”', '「最初の魚は何番か。」を保留した'],
  [resumed('pond/first-fish'), 'Resumed “Which number has the first fish?”', '「最初の魚は何番か。」を再開した'],
  [
    buried('pond/first-fish'),
    'Put off the fact “Which number has the first fish?” for the day',
    '要点「最初の魚は何番か。」をその日は出さないことにした',
  ],
  [
    released('pond/first-fish'),
    'Let the fact “Which number has the first fish?” be asked again',
    '要点「最初の魚は何番か。」をまた出すことにした',
  ],
  [reset('pond/first-fish'), 'Reset the fact “Which number has the first fish?”', '要点「最初の魚は何番か。」を初めからにした'],
  [reset('pond/first-fish', 'pond/carp'), 'Reset 2 facts of the topic “The pond”', 'トピック「池」の要点2個を初めからにした'],
  [reset('pond/first-fish', 'gate/latch'), 'Reset 2 facts', '2個の要点を初めからにした'],
  [marked('pond/first-fish'), 'Marked “Which number has the first fish?”', '「最初の魚は何番か。」に印を付けた'],
  [
    marked('pond/first-fish', 'ask again'),
    'Noted on “Which number has the first fish?”: ask again',
    '「最初の魚は何番か。」に書き込んだ: ask again',
  ],
  [unmarked('pond/first-fish'), 'Removed the mark from “Which number has the first fish?”', '「最初の魚は何番か。」の印を外した'],
  [fitted(null), 'Went back to the published parameters of the memory model', '記憶モデルを公開パラメータに戻した'],
  [
    fitted(Array.from({ length: 21 }, () => 0.5)),
    'Fitted the parameters of the memory model to your answers',
    '記憶モデルのパラメータを自分の答えに合わせた',
  ],
  [{ kind: 'imported', events: [eventId('a'), eventId('b')] }, 'Imported 2 records from a backup', '控えから記録2件を取り込んだ'],
  [reviewed('pond/long-gone', 3), '“pond/long-gone”: Good', '「pond/long-gone」に「普通」'],
  [read('gone/section'), 'Read the section “gone/section”', '節「gone/section」を読んだ'],
]

describe('the list', () => {
  it.each([
    ['en', 1],
    ['ja', 2],
  ] as const)('says in %s what each act was, the newest first', async (lang, column) => {
    await atHistory({ lang, history: words.map(([done]) => ({ daysAgo: 3, act: done })) })
    await waitFor(() => expect(whats()).toEqual(words.map((row) => row[column]).toReversed()))
  })

  it('says what a change of plan changed, and not what stayed', async () => {
    await atHistory({
      history: [
        { daysAgo: 5, act: planned({ minutesPerDay: 30 }) },
        { daysAgo: 4, act: planned({ minutesPerDay: 30, examDate: '2026-12-20', weekdaysOff: [0, 6] }) },
        { daysAgo: 3, act: planned({ minutesPerDay: 30, weekdaysOff: [0, 6], datesOff: ['2026-12-24'], targetRetention: 0.9 }) },
        { daysAgo: 2, act: planned({ minutesPerDay: 30, newPerDay: 5, reviewsPerDay: 0 }) },
      ],
    })
    expect(whats()).toEqual([
      'Changed the study plan: target retention automatic, at most 5 new facts a day, at most 0 reviews a day, no weekdays off, 24 December 2026 no longer off',
      'Changed the study plan: no exam date, target retention 90 %, 24 December 2026 off',
      'Changed the study plan: exam on 20 December 2026, days off: Sun, Sat',
      'Changed the study plan: 30 minutes a day',
    ])
  })

  it('stands under the days, with the time and how long ago it was', async () => {
    await atHistory({
      history: [
        { daysAgo: 400, act: read('pond/fish') },
        { daysAgo: 1, act: reviewed('pond/carp') },
        { daysAgo: 0.25, act: reviewed('pond/first-fish') },
      ],
    })
    expect(
      main()
        .getAllByRole('heading', { level: 2 })
        .map((heading) => heading.textContent),
    ).toEqual(['1 April 2026 today', '31 March 2026 yesterday', '25 February 2025 13 months ago'])
    expect(rows().map((row) => row.meta)).toEqual(['03:006 hours ago', '09:00', '09:00'])
  })

  it('says which device it was once there is more than one', async () => {
    const [own, other] = [createPast('test'), createPast('phone')]
    const { unmount } = await atHistory({ log: createMemoryLog([own(2, read('pond/fish'))]) })
    expect(rows().map((row) => row.meta)).toEqual(['09:00'])
    unmount()
    await atHistory({ log: createMemoryLog([own(2, read('pond/fish')), other(1, reviewed('pond/carp'))]) })
    expect(rows().map((row) => row.meta)).toEqual(['09:00Another device', '09:00This device'])
  })

  it('shows what was done together as one act, and takes it back together', async () => {
    const past = createPast()
    const section = past(1, read('pond/fish'))
    const { user, done } = await atHistory({ log: createMemoryLog([section, past(1, reviewed('pond/first-fish'), section)]) })
    await waitFor(() => expect(whats()).toEqual(['Read the section “Fish” / “Which number has the first fish?”: Good']))
    await press(user, /Fish/)
    expect((await done()).at(-1)).toMatchObject({ kind: 'retracted', events: ['test-00001', 'test-00002'] })
    expect(marks()).toEqual(['undone'])
  })

  it('folds an act of many parts, and never writes out more than fifty of them', async () => {
    const past = createPast()
    const first = past(1, resumed('pond/carp'))
    const rest = Array.from({ length: 60 }, (_, place) => past(1, resumed(`pond/gone-${place}`), first))
    await atHistory({ log: createMemoryLog([first, ...rest]) })
    const summary = await screen.findByText('and 60 more')
    const details = summary.closest('details')
    expect(details).not.toHaveAttribute('open')
    expect(details?.querySelectorAll('li')).toHaveLength(50)
    expect(details).toHaveTextContent('And 10 more.')
  })

  it('names the facts of a reset where it unfolds', async () => {
    const { user } = await atHistory({ history: [{ daysAgo: 1, act: reset('pond/first-fish', 'pond/carp', 'pond/carp') }] })
    await user.click(await screen.findByText('3 in all'))
    expect(main().getByText('carp')).toBeInTheDocument()
    expect(main().getByText('Which number has the first fish?')).toBeInTheDocument()
  })

  it('is empty where nothing was done, and says so', async () => {
    await atHistory()
    expect(rows()).toEqual([])
    expect(main().getByText('No records to show here.')).toBeInTheDocument()
    expect(main().getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
    expect(main().getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('can be narrowed to one kind', async () => {
    const { user } = await atHistory({
      history: [
        { daysAgo: 3, act: reviewed('pond/carp') },
        { daysAgo: 2, act: planned({ minutesPerDay: 30 }) },
        { daysAgo: 1, act: { kind: 'imported', events: [eventId('a')] } },
      ],
    })
    const show = (name: string) => user.click(within(screen.getByRole('group', { name: 'Records shown' })).getByRole('radio', { name }))
    await show('Study')
    expect(whats()).toEqual(['“carp”: Good'])
    await show('Changes')
    expect(whats()).toEqual(['Changed the study plan: 30 minutes a day'])
    await show('Imports')
    expect(whats()).toEqual(['Imported 1 record from a backup'])
    await show('All')
    expect(whats()).toHaveLength(3)
  })

  it('names an item by its id while its topic cannot be fetched', async () => {
    await atHistory({ history: [{ daysAgo: 1, act: reviewed('pond/carp') }], loadTopic: () => Promise.reject(new Error('offline')) })
    await waitFor(() => expect(whats()).toEqual(['“pond/carp”: Good']))
  })
})

/** What the learner has, the history itself aside. */
const state = ({
  facts,
  items,
  read: sections,
  days,
  plan,
  buried: putOff,
  fitted: parameters,
}: ReturnType<Awaited<ReturnType<typeof renderApp>>['progress']>) => ({ facts, items, sections, days, plan, putOff, parameters })

const three: World['history'] = [
  { daysAgo: 9, act: reviewed('pond/first-fish', 3) },
  { daysAgo: 5, act: reviewed('pond/carp', 1) },
  { daysAgo: 2, act: planned({ minutesPerDay: 45 }) },
]

describe('taking back and bringing back', () => {
  it('does it to one act in the middle and touches nothing else', async () => {
    const { user, progress, done } = await atHistory({ history: three })
    const before = state(progress())
    await press(user, /carp/)
    expect(marks()).toEqual(['counts', 'undone', 'counts'])
    expect(rows()[1]?.meta).toMatch(/Taken back$/)
    expect([...progress().facts.keys()]).toEqual(['pond/first-fish'])
    expect(progress().plan.minutesPerDay).toBe(45)
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('Taken back: “carp”: Again')
    await press(user, /carp/)
    expect(marks()).toEqual(['counts', 'counts', 'counts'])
    expect(state(progress())).toEqual(before)
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('Brought back: “carp”: Again')
    expect((await done()).map((event) => event.kind)).toEqual(['retracted', 'retracted'])
  })

  it('offers to bring back what was just taken back', async () => {
    const { user } = await atHistory({ history: three })
    await press(user, /first fish/)
    const [, beside] = main().getAllByRole('button', { name: /^(Redo|Bring back)$/ })
    await user.click(beside ?? document.body)
    expect(marks()).toEqual(['counts', 'counts', 'counts'])
    expect(main().queryByRole('button', { name: 'Bring back' })).toBeNull()
  })

  it('keeps the focus on the button that was pressed', async () => {
    const { user } = await atHistory({ history: three })
    await press(user, /carp/)
    expect(rows()[1]?.button).toHaveFocus()
    expect(rows()[1]?.button).toHaveAccessibleDescription('“carp”: Again')
  })

  it.each([
    [
      'the buttons',
      async (user: Awaited<ReturnType<typeof renderApp>>['user'], name: 'Undo' | 'Redo') =>
        user.click(main().getByRole('button', { name })),
    ],
    [
      'u and Ctrl-Y',
      async (user: Awaited<ReturnType<typeof renderApp>>['user'], name: 'Undo' | 'Redo') =>
        user.keyboard(name === 'Undo' ? 'u' : '{Control>}y{/Control}'),
    ],
    [
      'Cmd-Z and Cmd-Shift-Z',
      async (user: Awaited<ReturnType<typeof renderApp>>['user'], name: 'Undo' | 'Redo') =>
        user.keyboard(name === 'Undo' ? '{Meta>}z{/Meta}' : '{Meta>}{Shift>}z{/Shift}{/Meta}'),
    ],
  ] as const)('goes back to nothing step by step and forth again through the same states with %s', async (_, use) => {
    const history: World['history'] = [
      ...three,
      { daysAgo: 1, act: suspended('pond/carp') },
      { daysAgo: 1, act: reset('pond/first-fish') },
      { daysAgo: 1, act: marked('pond/carp', 'why?') },
    ]
    const { user, progress } = await atHistory({ history })
    const states = [state(progress())]
    for (let step = 1; step <= history.length; step += 1) {
      await use(user, 'Undo')
      expect(marks().filter((mark) => mark === 'undone')).toHaveLength(step)
      states.push(state(progress()))
    }
    expect(progress().items.size + progress().facts.size + progress().days.size).toBe(0)
    await use(user, 'Undo')
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('There is nothing to do that to.')
    for (const expected of states.toReversed().slice(1)) {
      await use(user, 'Redo')
      expect(state(progress())).toEqual(expected)
    }
    await use(user, 'Redo')
    expect(state(progress())).toEqual(states[0])
  })

  it('of an import takes back all that came with it, and says so of each', async () => {
    const past = createPast('phone')
    const came = [past(8, reviewed('pond/carp', 3)), past(7, reviewed('pond/first-fish', 3))]
    const brought = createPast()(1, { kind: 'imported', events: came.map((event) => event.id) })
    const { user, progress } = await atHistory({ log: createMemoryLog([...came, brought]) })
    await press(user, /Imported 2/)
    expect(progress().facts.size).toBe(0)
    expect(rows().map((row) => row.button?.textContent)).toEqual(['Bring back', undefined, undefined])
    expect(rows()[1]?.meta).toMatch(/Taken back Together with: Imported 2 records from a backup$/)
    await press(user, /Imported 2/)
    expect(progress().facts.size).toBe(2)
    expect(marks()).toEqual(['counts', 'counts', 'counts'])
  })

  it('is kept over a new start', async () => {
    const log = createMemoryLog()
    const { user, unmount } = await atHistory({ log, history: three })
    await press(user, /carp/)
    unmount()
    await atHistory({ log })
    expect(marks()).toEqual(['counts', 'undone', 'counts'])
  })

  it('says while everything is counted anew how far that is', async () => {
    const tells: ((share: number) => void)[] = []
    const memory = createMemoryLog()
    const log: EventLog = {
      ...memory,
      readProgress: (links, tell) => {
        tells.push(tell)
        return memory.readProgress(links, tell)
      },
    }
    await atHistory({ log, history: three })
    act(() => tells[0]?.(0.42))
    expect(main().getByText('An old record changed, so everything is being counted anew (42 %).')).toBeInTheDocument()
  })
})

/** So many acts, some of them of several events, and a recent one that makes most of them old. */
const longPast = (count: number): StudyEvent[] => {
  const past = createPast()
  const old = Array.from({ length: count }, (_, place): StudyEvent[] => {
    const first = past(300, place % 7 === 0 ? read('pond/fish') : reviewed(`pond/old-${place}`))
    return place % 7 === 0 ? [first, past(300, reviewed(`pond/old-${place}`), first), past(300, marked('pond/carp'), first)] : [first]
  })
  return [...old.flat(), past(1, suspended('pond/carp'))]
}

describe('a long history', () => {
  /** The history opened when the old part of it has become a base. */
  const atLongHistory = async (events: readonly StudyEvent[], world: World = {}) => {
    const app = await renderApp({ path: '/settings', log: createMemoryLog(events), ...world })
    await waitFor(() => expect(app.progress().base).not.toBeNull(), { timeout: 5000 })
    await app.user.click(await screen.findByRole('link', { name: 'History and undo' }))
    await arrived('History')
    return app
  }

  it('comes in pages of fifty acts, each act whole, back to the very first', async () => {
    const events = longPast(900)
    const { user } = await atLongHistory(events)
    const seen: string[] = []
    for (;;) {
      await waitFor(() => expect(main().queryByText('Reading older records.')).toBeNull())
      expect(rows().length).toBeLessThanOrEqual(50)
      seen.push(...whats())
      const older = main().queryByRole('button', { name: 'Earlier records' })
      if (older === null) break
      expect(rows()).toHaveLength(50)
      await user.click(older)
    }
    expect(seen).toEqual([
      'Suspended “carp”',
      ...Array.from({ length: 900 }, (_, place) =>
        place % 7 === 0 ? 'Read the section “Fish”' : `“pond/old-${place}”: Good`,
      ).toReversed(),
    ])
    await user.click(main().getByRole('button', { name: 'Later records' }))
    expect(whats()).toEqual(seen.slice(-51, -1))
  }, 60_000)

  it('lets an act from before the recent ones be taken back and brought back, and stays on its page', async () => {
    const { user, progress } = await atLongHistory([createPast('first')(301, reviewed('pond/carp', 3)), ...longPast(900)])
    expect(progress().facts.size).toBeGreaterThan(0)
    for (let page = 0; page < 18; page += 1) await user.click(await screen.findByRole('button', { name: 'Earlier records' }))
    await waitFor(() => expect(whats()).toEqual(['Read the section “Fish”', '“carp”: Good']))
    await press(user, /carp/)
    await waitFor(() => expect(progress().items.get(item('pond/carp'))?.last ?? null).toBeNull())
    expect(marks()).toEqual(['counts', 'undone'])
    await press(user, /carp/)
    await waitFor(() => expect(progress().items.get(item('pond/carp'))?.last).toEqual({ grade: 3 }))
    expect(marks()).toEqual(['counts', 'counts'])
  }, 60_000)

  it('loses nothing of what it shows when old events leave the recent ones meanwhile', async () => {
    const memory = createMemoryLog(longPast(900))
    const log: EventLog = { ...memory, readBefore: async () => fail({ reason: 'closed', detail: '' }) }
    const { user, progress } = await atHistory({ log })
    expect(progress().base).toBeNull()
    await waitFor(() => expect(progress().base).not.toBeNull())
    for (let page = 0; page < 18; page += 1) await user.click(await screen.findByRole('button', { name: 'Earlier records' }))
    await waitFor(() => expect(whats()).toEqual(['Read the section “Fish”']))
  })

  it('says when older records cannot be read, and reads them when asked again', async () => {
    const memory = createMemoryLog(longPast(900))
    let isBroken = true
    const log: EventLog = {
      ...memory,
      readBefore: async (cut, count) => (isBroken ? fail({ reason: 'closed', detail: '' }) : memory.readBefore(cut, count)),
    }
    const { user } = await atLongHistory([], { log })
    await user.click(within(screen.getByRole('group', { name: 'Records shown' })).getByRole('radio', { name: 'Imports' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The browser closed the connection to your records.')
    isBroken = false
    await user.click(main().getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(main().getByText('No records to show here.')).toBeInTheDocument())
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('undo away from the history', () => {
  /** What is said, without the buttons beside it. */
  const toldOf = () => [...document.querySelectorAll('.told')].map((part) => part.textContent)

  it('says with u on Today what it took back, and redo brings it again', async () => {
    const { user, progress } = await renderApp({ history: three })
    await arrived('Today')
    await user.keyboard('u')
    await waitFor(() => expect(toldOf()).toEqual(['Undone: Changed the study plan: 45 minutes a day']))
    expect(progress().plan.minutesPerDay).toBe(20)
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    await waitFor(() => expect(toldOf()).toEqual(['Redone: Changed the study plan: 45 minutes a day']))
    expect(progress().plan.minutesPerDay).toBe(45)
    expect(screen.queryByRole('button', { name: 'Redo' })).toBeNull()
  })

  it.each([
    ['{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}'],
    ['{Meta>}z{/Meta}', '{Meta>}y{/Meta}'],
  ])('works with %s and %s', async (undo, redo) => {
    const { user, done } = await renderApp({ path: '/topics', history: three })
    await arrived('Topics')
    await user.keyboard(undo)
    await user.keyboard(undo)
    await user.keyboard(redo)
    const [first, second, third] = await done()
    expect(first).toMatchObject({ kind: 'retracted' })
    expect(third).toMatchObject({ kind: 'retracted', events: [second?.id] })
    await waitFor(() => expect(toldOf()).toEqual(['Redone: “carp”: Again']))
  })

  it('says that there is nothing to undo or to redo', async () => {
    const { user } = await renderApp({ path: '/topics' })
    await arrived('Topics')
    await user.keyboard('u')
    await waitFor(() => expect(toldOf()).toEqual(['There is nothing to undo.']))
    await user.keyboard('{Control>}y{/Control}')
    await waitFor(() => expect(toldOf()).toEqual(['There is nothing to redo.']))
  })

  it('is no longer news on another screen, when closed, or once something else was done', async () => {
    const { user, fromAnotherTab } = await renderApp({ path: '/topics', history: three })
    await arrived('Topics')
    await user.keyboard('u')
    await waitFor(() => expect(toldOf()).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(toldOf()).toEqual([])
    await user.keyboard('u')
    await user.click(ways().getByRole('link', { name: 'Quiz' }))
    await arrived('Quiz')
    expect(toldOf()).toEqual([])
    await user.keyboard('u')
    await waitFor(() => expect(toldOf()).toHaveLength(1))
    await fromAnotherTab([reviewed('pond/empty-pond')])
    expect(toldOf()).toEqual([])
  })

  it('says that it happened even where the words of it cannot be fetched', async () => {
    const { user } = await renderApp({
      path: '/topics',
      history: [{ daysAgo: 1, act: reviewed('pond/carp') }],
      loadTopic: () => Promise.reject(new Error('offline')),
    })
    await arrived('Topics')
    await user.keyboard('u')
    await waitFor(() => expect(toldOf()).toEqual(['Undone: “pond/carp”: Good']))
  })

  it('leads to the history', async () => {
    const { user, address } = await renderApp({ path: '/topics', history: three })
    await arrived('Topics')
    await user.keyboard('u')
    await user.click(await within(screen.getByRole('status')).findByRole('link', { name: 'History' }))
    await arrived('History')
    expect(address()).toBe('/history')
  })
})
