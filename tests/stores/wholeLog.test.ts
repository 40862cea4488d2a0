import { describe, expect, test } from 'vitest'
import { foldProgress } from '../../src/core/history/progress.ts'
import type { EventLog } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { item } from '../helpers/catalogue.ts'
import { createDiary, read, reviewed, suspended } from '../helpers/events.ts'
import { closed, createShakyLog, createStore, full, links, storedIds } from '../helpers/shakyLog.ts'

const linesOf = (text: string | undefined): unknown[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

describe('load', () => {
  const diary = createDiary('phone')
  const past = [diary(0, reviewed('ns/pid')), diary(1, read('ns/s')), diary(2, reviewed('ns/net', 1))]

  test('shows what the log holds', async () => {
    const { state } = createStore(createMemoryLog(past))
    await state().load()
    expect(state().progress).toEqual(foldProgress(past, links))
    expect(state()).toMatchObject({ unread: [], failure: null, unsaved: [] })
  })

  test('adds to what is on screen and forgets nothing that was done meanwhile', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/mount')])
    const loading = state().load()
    state().record([suspended('ns/pid')])
    await loading
    await settle()
    expect([...state().progress.facts.keys()].toSorted()).toEqual(['ns/mount', 'ns/net', 'ns/pid'])
    expect(state().progress.items.get(item('ns/pid'))).toMatchObject({ suspended: true, answers: 1 })
    expect(state().progress.eventCount).toBe(past.length + 2)
    expect(state().unsaved).toHaveLength(2)
    expect(state().failure).toEqual(full)
  })

  test('does not hide that something is still owed', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state, settle } = createStore(log)
    shaky.refuse = full
    state().record([reviewed('ns/mount')])
    await settle()
    await state().load()
    expect(state()).toMatchObject({ failure: full })
    expect(state().unsaved).toHaveLength(1)
  })

  test('takes in what another tab has written, once, however often it is called', async () => {
    const log = createMemoryLog()
    const { state, settle } = createStore(log)
    await state().load()
    state().record([reviewed('ns/pid')])
    await settle()
    await log.append(past)
    await Promise.all([state().load(), state().load()])
    expect(state().progress.eventCount).toBe(past.length + 1)
    expect(await storedIds(log)).toHaveLength(past.length + 1)
    const { progress } = state()
    await state().load()
    expect(state().progress).toBe(progress)
  })

  test('counts the rows that it cannot read and shows the others', async () => {
    const rows = [...past, { id: 'later', at: 1, kind: 'dreamt' }, 'rubbish']
    const { state } = createStore(createMemoryLog(rows))
    await state().load()
    expect(state().unread).toEqual([
      { key: 'later', why: 'unknown' },
      { key: '#4', why: 'damaged' },
    ])
    expect(state().progress.eventCount).toBe(past.length)
  })

  test('that fails says so and keeps the screen; the next one makes good', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state } = createStore(log)
    shaky.refuseReading = closed
    await state().load()
    expect(state()).toMatchObject({ failure: closed })
    expect(state().progress.eventCount).toBe(0)
    shaky.refuseReading = null
    await state().load()
    expect(state()).toMatchObject({ failure: null })
    expect(state().progress.eventCount).toBe(past.length)
  })

  test('that failed is made up for by the first save that succeeds, so that no history is missing unsaid', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state, settle, subscribe } = createStore(log)
    shaky.refuseReading = closed
    await state().load()
    const failures = new Set<unknown>()
    const stop = subscribe(({ failure }) => failures.add(failure))
    state().record([reviewed('ns/mount')])
    await settle()
    stop()
    expect(state().unsaved).toEqual([])
    expect([...failures]).toEqual([closed])
    shaky.refuseReading = null
    state().record([reviewed('ns/mount')])
    await settle()
    expect(state()).toMatchObject({ unsaved: [], failure: null })
    expect(state().progress.eventCount).toBe(past.length + 2)
  })
})

describe('download', () => {
  const diary = createDiary('phone')
  const past = [diary(0, reviewed('ns/pid')), diary(1, read('ns/s'))]

  test('gives every stored row as it is stored, unread ones too, and what is not saved at the end', async () => {
    const rows = [...past, { id: 'later', at: 1, kind: 'dreamt', of: ['日本', null] }]
    const { log, state: shaky } = createShakyLog(createMemoryLog(rows))
    const { state, files, settle } = createStore(log)
    await state().load()
    shaky.refuse = full
    state().record([reviewed('ns/mount')])
    await settle()
    await state().download()
    expect(files.map((file) => file.name)).toEqual(['hakoniwa-history.ndjson'])
    expect(linesOf(files[0]?.text)).toEqual([...rows, ...state().unsaved])
    expect(files[0]?.text.endsWith('}\n')).toBe(true)
  })

  test('gives all that is on screen when storage cannot be read any more', async () => {
    const { log, state: shaky } = createShakyLog(createMemoryLog(past))
    const { state, files, settle, onDay } = createStore(log)
    await state().load()
    onDay(5)
    shaky.refuse = closed
    shaky.refuseReading = closed
    const ids = state().record([reviewed('ns/mount')])
    state().retract(ids)
    await settle()
    await state().download()
    expect(linesOf(files[0]?.text)).toEqual([...past, ...state().unsaved])
  })

  test('misses nothing that is being saved at that very moment', async () => {
    const { log, inner, waiting, state: shaky } = createShakyLog(createMemoryLog(past))
    let finishReading = (): void => {}
    const slow: EventLog = {
      ...log,
      readRows: async (take) => {
        const read = await inner.readRows(take)
        await new Promise<void>((resolve) => {
          finishReading = resolve
        })
        return read
      },
    }
    const { state, files, settle } = createStore(slow)
    await state().load()
    shaky.dawdle = true
    const [id] = state().record([reviewed('ns/mount')])
    await expect.poll(() => waiting.length).toBe(1)
    const downloading = state().download()
    waiting[0]?.()
    await settle()
    expect(state().unsaved).toEqual([])
    finishReading()
    await downloading
    expect(linesOf(files[0]?.text)).toContainEqual(expect.objectContaining({ id }))
  })
})
