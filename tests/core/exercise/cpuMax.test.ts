import { expect, test } from 'vitest'
import { samples } from './shown.ts'

/** Lets threads run millisecond by millisecond under one quota. */
const simulate = (quotaMs: number, periodMs: number, atOnce: number, totalMs: number) => {
  let used = 0
  let left = 0
  const runMs: number[] = []
  for (let now = 0; now < totalMs; now += 1) {
    if (now % periodMs === 0) {
      left = quotaMs
      runMs.push(0)
    }
    if (left < atOnce) continue
    left -= atOnce
    used += atOnce
    runMs[runMs.length - 1] = (runMs.at(-1) ?? 0) + 1
  }
  return { usedMs: used, runMs: runMs[0] ?? 0 }
}

test('the group runs, stands still and uses time as a simulation of its periods does', () => {
  for (const { code, prose, asked, seed } of samples('cpu-max', 40).filter(({ given }) => given.levels === 1)) {
    const [, quota = '', period = ''] = /^(\d+) (\d+)$/m.exec(code) ?? []
    const [cpus, threads] = [/(\d+) CPUs/, /(\d+) threads/].map((pattern) => Number(pattern.exec(prose)?.[1]))
    const seconds = Number(/in (\d+) seconds/.exec(asked[3]?.label ?? '')?.[1])
    const atOnce = Math.min(cpus ?? 0, threads ?? 0)
    const { usedMs, runMs } = simulate(Number(quota) / 1000, Number(period) / 1000, atOnce, seconds * 1000)
    expect(Number(asked[0]?.expected), `seed ${seed}`).toBeCloseTo(usedMs / (seconds * 1000), 6)
    expect(Number(asked[1]?.expected)).toBe(runMs)
    expect(Number(asked[2]?.expected)).toBe(Number(period) / 1000 - runMs)
    expect(Number(asked[3]?.expected)).toBeCloseTo(usedMs / 1000, 6)
    expect(runMs).toBeGreaterThan(0)
    expect(runMs).toBeLessThan(Number(period) / 1000)
  }
})

test('below others the group gets what the tightest of them allows', () => {
  for (const { code, asked, given, seed } of samples('cpu-max', 40).filter(({ given: { levels } }) => levels !== 1)) {
    const levels = [...code.matchAll(/cat \/sys\/fs\/cgroup(\S+)\/cpu\.max\n(\w+) (\d+)/g)].map(
      ([, path = '', quota = '', period = '']) => ({ path, quota, period: Number(period) }),
    )
    expect(levels).toHaveLength(Number(given.levels))
    // Compared as fractions, crosswise: a/b < c/d.
    const limited = levels.filter(({ quota }) => quota !== 'max').map((level) => ({ ...level, quota: Number(level.quota) }))
    const tightest = limited.find((one) => limited.every((other) => one === other || one.quota * other.period < other.quota * one.period))
    if (tightest === undefined) throw new Error('two are equally tight')
    const seconds = Number(/in (\d+) seconds/.exec(asked[2]?.label ?? '')?.[1])
    expect(asked[1]?.expected, `seed ${seed}`).toBe(tightest.path)
    expect(Number(asked[0]?.expected) * tightest.period).toBeCloseTo(tightest.quota, 3)
    expect(Number(asked[2]?.expected) * tightest.period).toBeCloseTo(tightest.quota * seconds, 3)
    // Not the one with the smallest quota, and not its own.
    expect(tightest.path).not.toBe(levels.at(-1)?.path)
    expect(limited.some((level) => level.quota < tightest.quota)).toBe(true)
  }
})

test('the share of throttled periods is that of cpu.stat', () => {
  for (const { code, asked, given } of samples('cpu-max', 20)) {
    const [periods, throttled] = [/nr_periods (\d+)/, /nr_throttled (\d+)/].map((pattern) => Number(pattern.exec(code)?.[1]))
    if (given.statistics === true) expect(Number(asked.at(-1)?.expected) * (periods ?? 0)).toBe((throttled ?? 0) * 100)
    else expect(code).not.toContain('nr_')
  }
})
