import { describe, expect, test } from 'vitest'
import { foldProgress, type Progress } from '../../src/core/history/progress.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { createDiary, reviewed } from '../helpers/events.ts'
import { closed, createShakyLog, createStore, full, links } from '../helpers/shakyLog.ts'

const diary = createDiary('phone')
const past = Array.from({ length: 30 }, (_, day) => diary(day, reviewed(day % 2 === 0 ? 'ns/pid' : 'ns/mount')))
const late = createDiary('tablet')(3, reviewed('ns/net'))
/** What it comes to, however it is divided into base and tail. */
const sum = ({ base: _base, tail: _tail, ...rest }: Progress) => rest

const loaded = async () => {
  const shaky = createShakyLog(createMemoryLog(past))
  shaky.state.keep = { events: 5, ms: 0 }
  const store = createStore(shaky.log)
  store.onDay(40)
  await store.state().load()
  return { shaky, ...store }
}

describe('an event that belongs far back', () => {
  test('of another tab is counted by a replay, during which what was known stays and answers count', async () => {
    const { shaky, state, settle } = await loaded()
    await shaky.inner.append([late])
    shaky.state.slowReplay = true
    const loading = state().load()
    await expect.poll(() => shaky.replaying.length).toBe(1)
    expect(state().replaying).toBe(0.5)
    expect(state().progress.facts.size).toBe(2)
    // One that is saved before the replay ends, one that is not.
    state().record([reviewed('ns/pid')])
    await settle()
    shaky.state.refuse = full
    state().record([reviewed('ns/mount')])
    await settle()
    shaky.replaying[0]?.()
    await loading
    const own = state().unsaved
    expect(own).toHaveLength(1)
    expect(state().replaying).toBeNull()
    const stored = await shaky.inner.readSince(0)
    if (!stored.ok) throw new Error('not read')
    expect(sum(state().progress)).toEqual(sum(foldProgress([...stored.value.events, ...own], links)))
    expect(shaky.replays()).toBe(2)
  })

  test('is counted later if it cannot be read now', async () => {
    const { shaky, state, waits } = await loaded()
    await shaky.inner.append([late])
    shaky.state.refuseReading = closed
    await state().load()
    expect(state()).toMatchObject({ failure: closed, replaying: null })
    expect(state().progress.eventCount).toBe(past.length)
    shaky.state.refuseReading = null
    waits.at(-1)?.work()
    await expect.poll(() => state().failure).toBeNull()
    expect(sum(state().progress)).toEqual(sum(foldProgress([...past, late], links)))
  })

  test('of this device does not have the log replayed again and again', async () => {
    const { shaky, state, onDay, settle } = await loaded()
    // The clock is set back by weeks.
    onDay(3)
    state().record([reviewed('ns/net')])
    await settle()
    await state().load()
    expect(shaky.replays()).toBeLessThan(5)
    expect(state().progress.facts.size).toBe(3)
    expect(state().unsaved).toEqual([])
  })
})

describe('trying again by itself', () => {
  test('waits longer each time, up to a minute, and starts anew after a success', async () => {
    const { log, state: shaky, inner } = createShakyLog()
    const { state, settle, waits } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    await settle()
    for (let tries = 1; tries < 9; tries += 1) {
      expect(waits).toHaveLength(tries)
      waits.at(-1)?.work()
      await expect.poll(() => waits.length).toBe(tries + 1)
    }
    expect(waits.map(({ ms }) => ms)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
    shaky.refuse = null
    waits.at(-1)?.work()
    await expect.poll(() => state().unsaved).toEqual([])
    expect(state().failure).toBeNull()
    const stored = await inner.readSince(0)
    expect(stored.ok && stored.value.events).toHaveLength(1)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    await settle()
    expect(waits.at(-1)?.ms).toBe(1000)
  })

  test('is one wait, however many answers meet the failure', async () => {
    const { log, state: shaky } = createShakyLog()
    const { state, settle, waits } = createStore(log)
    shaky.refuse = full
    for (const id of ['ns/pid', 'ns/mount', 'ns/net']) {
      state().record([reviewed(id)])
      await settle()
    }
    expect(waits).toHaveLength(1)
  })

  test('brings the history that could not be read at the start', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state, waits } = createStore(log)
    shaky.refuseReading = { reason: 'blocked', detail: '' }
    await state().load()
    expect(waits).toHaveLength(1)
    shaky.refuseReading = null
    waits[0]?.work()
    await expect.poll(() => state().progress.eventCount).toBe(past.length)
    expect(state().failure).toBeNull()
  })

  test('does nothing when the learner was quicker', async () => {
    const { log, state: shaky, asked } = createShakyLog()
    const { state, settle, waits } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    await settle()
    shaky.refuse = null
    await state().save()
    const before = asked.length
    waits[0]?.work()
    await settle()
    expect(asked).toHaveLength(before)
  })

  test('is heard of when the log throws while it is read, and reading goes on afterwards', async () => {
    const { log } = createShakyLog(createMemoryLog(past))
    let isBroken = true
    const { state } = createStore({
      ...log,
      readProgress: (...given) => {
        if (isBroken) throw new Error('a bug of the log')
        return log.readProgress(...given)
      },
    })
    await state().load()
    expect(state().failure).toEqual({ reason: 'unknown', detail: 'Error: a bug of the log' })
    isBroken = false
    await state().load()
    expect(state()).toMatchObject({ failure: null })
    expect(state().progress.eventCount).toBe(past.length)
  })
})

describe('settling', () => {
  /** Forty answers a day. */
  const answer = (store: ReturnType<typeof createStore>, from: number, to: number): void => {
    for (let n = from; n < to; n += 1) {
      store.onDay(Math.floor(n / 40))
      store.state().record([reviewed(n % 2 === 0 ? 'ns/pid' : 'ns/mount')])
    }
  }

  test('waits until nothing else is to be done, and then keeps what is no longer recent as a fold', async () => {
    const { log, settled } = createShakyLog()
    const store = createStore(log)
    await store.state().load()
    answer(store, 0, 700)
    await store.settle()
    expect(store.state().progress.tail).toHaveLength(700)
    expect(settled).toEqual([])
    expect(store.idle).toHaveLength(1)
    const before = sum(store.state().progress)
    store.idle[0]?.()
    await expect.poll(() => settled.length).toBe(1)
    const { progress } = store.state()
    expect(progress.tail).toHaveLength(512)
    expect(sum(progress)).toEqual(before)
    expect(settled[0]).toEqual({ progress, place: 700 })
  })

  test('goes on as the history grows, not with every answer', async () => {
    const { log, settled } = createShakyLog()
    const store = createStore(log)
    await store.state().load()
    for (let n = 0; n < 1500; n += 50) {
      answer(store, n, n + 50)
      await store.settle()
      for (const work of store.idle.splice(0)) work()
      await store.state().load()
    }
    await expect.poll(() => settled.length).toBeGreaterThan(4)
    expect(settled.length).toBeLessThan(9)
    expect(store.state().progress.tail.length).toBeLessThan(512 + 2 * 128 + 50)
  })

  test('leaves it while something is not saved', async () => {
    const { log, settled, state: shaky } = createShakyLog()
    const store = createStore(log)
    await store.state().load()
    answer(store, 0, 700)
    await store.settle()
    shaky.refuse = full
    answer(store, 700, 701)
    await store.settle()
    store.idle[0]?.()
    await store.state().load()
    await store.settle()
    expect(settled).toEqual([])
    expect(store.state().progress.base).toBeNull()
  })

  test('follows a replay, of which nothing is kept yet', async () => {
    const { shaky, idle } = await loaded()
    expect(idle).toHaveLength(1)
    idle[0]?.()
    await expect.poll(() => shaky.settled.length).toBe(1)
  })

  test('does not follow a start that needed none', async () => {
    const { log } = createShakyLog(createMemoryLog(past))
    const { state, idle } = createStore(log)
    await state().load()
    expect(idle).toEqual([])
  })
})
