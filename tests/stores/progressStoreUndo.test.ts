import { describe, expect, test } from 'vitest'
import { actsOf } from '../../src/core/history/acts.ts'
import { foldProgress } from '../../src/core/history/progress.ts'
import { retractionsOf } from '../../src/core/history/undo.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { fact, item, section } from '../helpers/catalogue.ts'
import { createDiary, read, reviewed, started, suspended } from '../helpers/events.ts'
import { createShakyLog, createStore, full, links } from '../helpers/shakyLog.ts'

type Store = ReturnType<typeof createStore>
const facts = ({ state }: Store): string[] => [...state().progress.facts.keys()].toSorted()

describe('what is recorded at once', () => {
  test('is one act: the others name the first', () => {
    const { state } = createStore(createMemoryLog())
    const [first] = state().record([suspended('ns/pid'), suspended('ns/mount'), suspended('ns/net')])
    expect(state().unsaved.map(({ group }) => group)).toEqual([undefined, first, first])
  })

  test('is taken back at once and brought back at once', () => {
    const { state } = createStore(createMemoryLog())
    state().record([read('ns/s')])
    state().record([suspended('ns/pid'), suspended('ns/mount')])
    expect(state().undo()?.events).toHaveLength(2)
    expect(state().progress.items.size).toBe(0)
    expect(state().progress.read.has(section('ns/s'))).toBe(true)
    expect(state().redo()?.events).toHaveLength(2)
    expect([...state().progress.items.values()].map((history) => history.suspended)).toEqual([true, true])
  })
})

describe('undo and redo', () => {
  test('go back step by step and forth again, each saved as an event', async () => {
    const log = createMemoryLog()
    const store = createStore(log)
    const { state, settle } = store
    for (const id of ['ns/pid', 'ns/mount', 'ns/net']) state().record([reviewed(id)])
    expect([state().undo(), state().undo()].map((act) => act?.id)).toEqual(['pen-00003', 'pen-00002'])
    expect(facts(store)).toEqual(['ns/pid'])
    expect([state().redo(), state().redo(), state().redo()].map((act) => act?.id)).toEqual(['pen-00002', 'pen-00003', undefined])
    expect(facts(store)).toEqual(['ns/mount', 'ns/net', 'ns/pid'])
    await settle()
    const again = createStore(log, 'other')
    await again.state().load()
    expect(again.state().progress).toEqual(state().progress)
  })

  test('know after a reload what was done and undone before it', async () => {
    const log = createMemoryLog()
    const before = createStore(log)
    before.state().record([reviewed('ns/pid')])
    before.state().record([reviewed('ns/mount')])
    before.state().undo()
    await before.settle()
    const after = createStore(log, 'reloaded')
    await after.state().load()
    expect(after.state().redo()?.id).toBe('pen-00002')
    expect(facts(after)).toEqual(['ns/mount', 'ns/pid'])
    expect([after.state().undo()?.id, after.state().undo()?.id, after.state().undo()]).toEqual(['pen-00002', 'pen-00001', undefined])
    expect(facts(after)).toEqual([])
  })

  test('have nothing to do where nothing was done, or a quiz was merely begun', async () => {
    const { log, asked } = createShakyLog()
    const { state, settle } = createStore(log)
    expect([state().undo(), state().redo()]).toEqual([undefined, undefined])
    state().record([started('quiz-1', ['ns/pid'])])
    expect(state().undo()).toBeUndefined()
    await settle()
    expect(asked).toHaveLength(1)
  })

  test('leave a redo behind once something new was done', () => {
    const { state } = createStore(createMemoryLog())
    state().record([reviewed('ns/pid')])
    state().undo()
    state().record([reviewed('ns/mount')])
    expect(state().redo()).toBeUndefined()
  })
})

describe('any act of the history', () => {
  const diary = createDiary('phone')
  const past = Array.from({ length: 30 }, (_, day) => diary(day, reviewed(day % 2 === 0 ? 'ns/pid' : 'ns/mount')))
  const acts = actsOf(past, retractionsOf(past))
  /** Older than all that is held as events. */
  const oldest = acts.at(-1)
  if (oldest === undefined) throw new Error('no act')

  const loaded = async () => {
    const shaky = createShakyLog(createMemoryLog(past))
    shaky.state.keep = { events: 5, ms: 0 }
    const store = createStore(shaky.log)
    store.onDay(40)
    await store.state().load()
    expect(store.state().progress.tail).toHaveLength(5)
    return { ...shaky, ...store, store }
  }

  test('is taken back, however old, once all is counted anew; what was known stays on screen meanwhile', async () => {
    const { state, subscribe, settle, replays } = await loaded()
    const known = state().progress.facts.get(fact('ns/pid'))
    const shares: (number | null)[] = []
    subscribe(({ replaying }) => shares.push(replaying))
    state().undoAct(oldest)
    expect(state().progress.isStale).toBe(true)
    expect(state().progress.facts.get(fact('ns/pid'))).toEqual(known)
    await settle()
    await state().load()
    expect(state().progress.isStale).toBe(false)
    expect(state().progress.facts).toEqual(foldProgress(past.slice(1), links).facts)
    expect(replays()).toBe(2)
    expect(shares).toContain(0.5)
    expect(state().replaying).toBeNull()
  })

  test('is brought back, however old', async () => {
    const { state, settle } = await loaded()
    state().undoAct(oldest)
    await settle()
    await state().load()
    const events = await state().readBefore(null, 100)
    if (!events.ok) throw new Error('not read')
    const undone = actsOf(events.value, retractionsOf(events.value)).at(-1)
    expect(undone?.undos).toHaveLength(1)
    if (undone !== undefined) state().redoAct(undone)
    await settle()
    await state().load()
    expect(state().progress.facts).toEqual(foldProgress(past, links).facts)
  })

  test('that does not count is not taken back again, nor one that counts brought back', async () => {
    const { state, asked } = await loaded()
    state().undoAct({ ...oldest, undos: [past[3]?.id ?? oldest.id] })
    state().redoAct(oldest)
    expect(state().unsaved).toEqual([])
    expect(asked).toEqual([])
  })

  test('that cannot be saved as undone waits for storage, and is counted anew then', async () => {
    const shaky = createShakyLog(createMemoryLog(past))
    shaky.state.keep = { events: 5, ms: 0 }
    shaky.state.refuse = full
    const store = createStore(shaky.log)
    store.onDay(40)
    await store.state().load()
    store.state().undoAct(oldest)
    await store.settle()
    expect([store.state().failure, shaky.replays()]).toEqual([full, 1])
    shaky.state.refuse = null
    await store.state().save()
    await store.state().load()
    expect(shaky.replays()).toBe(2)
    expect(store.state().progress.facts).toEqual(foldProgress(past.slice(1), links).facts)
    expect(store.state().progress.items.get(item('ns/pid'))?.answers).toBe(14)
  })

  test('of which a part only is among the recent events is not taken back by half', async () => {
    const group = createDiary('bulk')
    const first = group(30, suspended('ns/pid'))
    const bulk = [first, ...['ns/mount', 'ns/net'].map((id) => ({ ...group(30, suspended(id)), group: first.id }))]
    const shaky = createShakyLog(createMemoryLog([...past, ...bulk]))
    shaky.state.keep = { events: 2, ms: 0 }
    const store = createStore(shaky.log)
    await store.state().load()
    expect(store.state().undo()).toBeUndefined()
  })
})
