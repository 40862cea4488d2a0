import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceId } from '../../src/core/ids.ts'
import { createStamp } from '../../src/storage/stamp.ts'

const device = deviceId('laptop')
const tokyo = () => 540

/** A stamp whose clock shows the given times one after the other. */
const stampAt = (times: readonly number[], lastAt = 0) => {
  const clock = times.values()
  return createStamp({ now: () => clock.next().value ?? 0, offsetMin: tokyo, device, lastAt: () => lastAt })
}

describe('createStamp', () => {
  it('gives the time of the clock, the offset at that time and the device', () => {
    const stamp = createStamp({
      now: () => 1_700_000_000_000.75,
      offsetMin: (at) => (at === 1_700_000_000_000 ? 60 : 0),
      device,
      lastAt: () => 0,
      newId: (at) => `id-${at}`,
    })
    expect(stamp()).toEqual({ id: 'id-1700000000000', at: 1_700_000_000_000, offsetMin: 60, device: 'laptop' })
  })

  it('never runs backwards, whatever the clock does within a day', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e12, max: 1e12 + 80_000_000, noNaN: true }), { minLength: 2 }), (times) => {
        const stamp = stampAt(times)
        const given = times.map(() => stamp())
        for (const [index, { at }] of given.entries()) {
          expect(at).toBeGreaterThan(given[index - 1]?.at ?? 0)
          expect(at).toBeGreaterThanOrEqual(Math.floor(times[index] ?? 0))
        }
      }),
    )
  })

  it('puts ids in the order in which they were made, also within one millisecond', () => {
    const stamp = stampAt(Array.from({ length: 50 }, () => 1_700_000_000_000))
    const ids = Array.from({ length: 50 }, () => stamp().id)
    expect([...ids].sort()).toEqual(ids)
  })

  it('makes ids that are UUIDs of version 7 and of the stamped time', () => {
    const { id, at } = stampAt([1_699_999_999_999], 1_700_000_000_000)()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  })

  it('continues after what the log already holds when the clock has been set back', () => {
    expect(stampAt([1000], 5000.5)().at).toBe(5001)
  })

  it('returns to the time of the clock when what the log or this page holds is more than a day ahead of it', () => {
    const day = 86_400_000
    expect(stampAt([1000], 1000 + day)().at).toBe(1001 + day)
    expect(stampAt([1000], 1001 + day)().at).toBe(1000)
    const stamp = stampAt([1000 + 400 * day, 2000])
    expect([stamp().at, stamp().at]).toEqual([1000 + 400 * day, 2000])
  })
})
