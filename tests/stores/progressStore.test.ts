import { describe, expect, test } from 'vitest'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { fact, item, section } from '../helpers/catalogue.ts'
import { read, resumed, reviewed, suspended } from '../helpers/events.ts'
import { createShakyLog, createStore, full, storedIds } from '../helpers/shakyLog.ts'

describe('record', () => {
  test('counts at once, before anything is saved, and gives back the ids in order', () => {
    const { state } = createStore(createMemoryLog())
    const ids = state().record([reviewed('ns/pid'), read('ns/s')])
    expect(ids).toEqual(['pen-00001', 'pen-00002'])
    expect(state().progress.facts.has(fact('ns/pid'))).toBe(true)
    expect(state().progress.read.has(section('ns/s'))).toBe(true)
    expect(state().unsaved.map((event) => event.id)).toEqual(ids)
  })

  test('saves in the order of doing, and then nothing is owed', async () => {
    const { log, asked } = createShakyLog()
    const { state, settle } = createStore(log)
    state().record([reviewed('ns/pid')])
    state().record([suspended('ns/pid'), resumed('ns/pid')])
    await settle()
    state().record([read('ns/s')])
    await settle()
    expect(asked.flat()).toEqual(['pen-00001', 'pen-00002', 'pen-00003', 'pen-00004'])
    expect(await storedIds(log)).toEqual(asked.flat())
    expect(state()).toMatchObject({ unsaved: [], saving: false, failure: null })
  })

  test('writes one batch at a time; what arrives meanwhile goes with the next', async () => {
    const { log, asked, waiting, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.dawdle = true
    state().record([reviewed('ns/pid')])
    await expect.poll(() => waiting.length).toBe(1)
    expect(state().saving).toBe(true)
    state().record([reviewed('ns/mount')])
    state().record([reviewed('ns/net')])
    shaky.dawdle = false
    waiting[0]?.()
    await settle()
    expect(asked).toEqual([['pen-00001'], ['pen-00002', 'pen-00003']])
    expect(shaky.atOnce).toBe(1)
    expect(state()).toMatchObject({ unsaved: [], saving: false })
  })

  test('of nothing writes nothing', async () => {
    const { log, asked } = createShakyLog()
    const { state, settle } = createStore(log)
    expect(state().record([])).toEqual([])
    state().retract([])
    await settle()
    expect(asked).toEqual([])
  })
})

describe('a storage failure', () => {
  test('keeps the events on screen and owed, and says why', async () => {
    const { log, inner, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    state().record([reviewed('ns/mount')])
    await settle()
    expect(state()).toMatchObject({ failure: full, saving: false })
    expect(state().unsaved.map((event) => event.id)).toEqual(['pen-00001', 'pen-00002'])
    expect([...state().progress.facts.keys()]).toEqual(['ns/pid', 'ns/mount'])
    expect(await storedIds(inner)).toEqual([])
  })

  test('is over when trying again succeeds', async () => {
    const { log, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    await settle()
    shaky.refuse = null
    await state().save()
    expect(state()).toMatchObject({ failure: null, unsaved: [], saving: false })
    expect(await storedIds(log)).toEqual(['pen-00001'])
  })

  test('is tried again with the next answer, the held ones first', async () => {
    const { log, asked, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/pid')])
    await settle()
    shaky.refuse = null
    state().record([reviewed('ns/mount')])
    await settle()
    expect(asked.at(-1)).toEqual(['pen-00001', 'pen-00002'])
    expect(state()).toMatchObject({ failure: null, unsaved: [] })
  })

  test('in the middle of two writes owes only what was refused', async () => {
    const { log, waiting, state: shaky } = createShakyLog()
    const { state } = createStore(log)
    shaky.dawdle = true
    state().record([reviewed('ns/pid')])
    await expect.poll(() => waiting.length).toBe(1)
    state().record([reviewed('ns/mount')])
    waiting[0]?.()
    await expect.poll(() => waiting.length).toBe(2)
    shaky.refuse = full
    waiting[1]?.()
    await expect.poll(() => state().failure).toEqual(full)
    expect(state().unsaved.map((event) => event.id)).toEqual(['pen-00002'])
    expect(await storedIds(log)).toEqual(['pen-00001'])
  })

  test('by a log that throws is told like any other and does not stop later saves', async () => {
    const { log, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.throws = true
    state().record([reviewed('ns/pid')])
    await settle()
    expect(state()).toMatchObject({ saving: false, failure: { reason: 'unknown', detail: 'Error: a bug of the log' } })
    shaky.throws = false
    state().record([reviewed('ns/mount')])
    await settle()
    expect(state()).toMatchObject({ failure: null, unsaved: [] })
    expect(await storedIds(log)).toEqual(['pen-00001', 'pen-00002'])
  })
})

describe('retract', () => {
  test('takes back what was done, in the log too, and leaves the rest', async () => {
    const log = createMemoryLog()
    const { state, settle } = createStore(log)
    const kept = state().record([reviewed('ns/mount')])
    const ids = state().record([reviewed('ns/pid'), suspended('ns/net')])
    state().retract(ids)
    await settle()
    expect([...state().progress.facts.keys()]).toEqual(['ns/mount'])
    expect(state().progress.items.has(item('ns/net'))).toBe(false)
    expect(await storedIds(log)).toEqual([...kept, ...ids, 'pen-00004'])
    const reloaded = createStore(log, 'other')
    await reloaded.state().load()
    expect(reloaded.state().progress).toEqual(state().progress)
  })

  test('of what could not be saved is saved with it', async () => {
    const { log, state: shaky } = createShakyLog()
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().retract(state().record([reviewed('ns/pid')]))
    await settle()
    expect(state().progress.facts.size).toBe(0)
    shaky.refuse = null
    await state().save()
    expect(await storedIds(log)).toEqual(['pen-00001', 'pen-00002'])
  })
})
