import { describe, expect, it, vi } from 'vitest'
import type { StudyEvent } from '../../src/core/history/events.ts'
import { links } from '../helpers/arbitraries.ts'
import { newName, openLog, openRaw } from './databases.ts'
import { foldedSum, longHistory } from './histories.ts'
import { contentsOf, must, readSum, rowsIn, settleLog } from './logContract.ts'
import { reviewed } from './studyEvents.ts'

const history = longHistory(1700)

/** A database of two segments and a tail, without a snapshot. */
const unsnapped = async (events: readonly StudyEvent[] = history): Promise<string> => {
  const name = newName()
  const log = openLog(name)
  must(await log.append(events))
  await settleLog(log)
  log.close()
  const raw = await openRaw(name)
  expect(await raw.count('segments')).toBe(2)
  await raw.clear('snapshot')
  raw.close()
  return name
}

describe('a replay', () => {
  it('tells how far it is, from nothing to all', async () => {
    const shares: number[] = []
    must(await openLog(await unsnapped()).readProgress(links, (share) => shares.push(share)))
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  it('runs in a worker, which is gone afterwards', async () => {
    const name = await unsnapped()
    const start = vi.spyOn(window, 'Worker')
    const terminate = vi.spyOn(Worker.prototype, 'terminate')
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: true, sum: foldedSum(history) })
    expect(start).toHaveBeenCalledTimes(1)
    expect(terminate).toHaveBeenCalledTimes(1)
  })

  it.each<[string, () => unknown]>([
    ['are none', () => undefined],
    [
      'are forbidden',
      () =>
        class {
          constructor() {
            throw new DOMException('Refused by the policy.', 'SecurityError')
          }
        },
    ],
    [
      'do not load',
      () =>
        class extends EventTarget {
          constructor() {
            super()
            setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'Not found.' })), 5)
          }
          postMessage() {}
          terminate() {}
        },
    ],
  ])('comes to the same where workers %s', async (_, broken) => {
    const name = await unsnapped()
    vi.stubGlobal('Worker', broken())
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: true, sum: foldedSum(history), unread: [] })
  })

  it('comes to the same where a worker breaks down half-way', async () => {
    const name = await unsnapped()
    const post = Worker.prototype.postMessage
    let posted = 0
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...given: unknown[]) {
      posted += 1
      if (posted === 3) this.dispatchEvent(new ErrorEvent('error', { message: 'Out of memory.' }))
      return Reflect.apply(post, this, given)
    })
    expect(await readSum(openLog(name))).toMatchObject({ sum: foldedSum(history) })
  })

  it('comes to the same while another tab appends and seals', async () => {
    const name = newName()
    const [reader, writer] = [openLog(name), openLog(name)]
    must(await writer.appendRows(longHistory(1100, 'phone')))
    must(await writer.append(history))
    const all = [...longHistory(1100, 'phone'), ...history]
    const [read] = await Promise.all([reader.readProgress(links, () => {}), settleLog(writer)])
    const { progress } = must(read)
    expect(progress.eventCount).toBe(all.length)
    expect((await readSum(openLog(name))).sum).toEqual(foldedSum(all))
  })

  it('meets old rows of the tail where they belong', async () => {
    const name = await unsnapped()
    const late = [reviewed('first', 5), ...[3, 700, 900].map((n): StudyEvent => ({ ...reviewed(`late-${n}`), at: history[n]?.at ?? 1 }))]
    must(await openLog(name).append(late))
    expect((await readSum(openLog(name))).sum).toEqual(foldedSum([...history, ...late]))
  })
})

describe('a segment that cannot be read', () => {
  const change = async (name: string, to: (segment: object & { bytes: Uint8Array }) => unknown): Promise<void> => {
    const raw = await openRaw(name)
    await raw.put('segments', to(await raw.get('segments', 1)), 1)
    raw.close()
  }

  it.each<['damaged' | 'unknown', (segment: object & { bytes: Uint8Array }) => unknown]>([
    ['damaged', (segment) => ({ ...segment, bytes: segment.bytes.map((byte, at) => (at === 500 ? byte ^ 255 : byte)) })],
    ['unknown', (segment) => ({ ...segment, format: 2 })],
  ])('is told as %s, stays, and hides nothing else', async (why, to) => {
    const name = await unsnapped()
    await change(name, to)
    const kept = await openRaw(name).then((raw) => raw.get('segments', 1))
    const log = openLog(name)
    const { sum, unread } = await readSum(log)
    expect(unread).toEqual([{ key: 'segment 1', why }])
    expect(sum.eventCount).toBe(history.length - 512)
    expect((await contentsOf(log)).unread).toEqual([{ key: 'segment 1', why }])
    // A start without a replay tells it too, and so does the one after what was settled then.
    await settleLog(log)
    const next = openLog(name)
    expect(await readSum(next)).toMatchObject({ isReplayed: false, unread: [{ key: 'segment 1', why }] })
    must(await next.append(longHistory(2100).slice(1700)))
    await settleLog(next)
    expect(await readSum(openLog(name))).toMatchObject({ isReplayed: false, unread: [{ key: 'segment 1', why }] })
    const rows = await rowsIn(log)
    expect(rows).toHaveLength(2100 - 512 + 1)
    expect(rows[0]).toMatchObject({ kind: 'segment', count: 512, bytes: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/) })
    expect(await openRaw(name).then((raw) => raw.get('segments', 1))).toEqual(kept)
  })
})
