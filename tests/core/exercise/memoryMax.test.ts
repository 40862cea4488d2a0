import { expect, test } from 'vitest'
import { samples } from './shown.ts'

const parents = (path: string): readonly string[] => (path === '' ? [] : [path, ...parents(path.slice(0, path.lastIndexOf('/')))])

test('the limit is the last byte that can be charged to the cgroup and to all above it', () => {
  for (const { code, asked, given, seed } of samples('memory-max', 30)) {
    const limits = new Map(
      [...code.matchAll(/^\/sys\/fs\/cgroup(\S+)\/memory\.max:(\w+)$/gm)].map(([, path = '', value]) => [
        path,
        value === 'max' ? Number.POSITIVE_INFINITY : Number(value),
      ]),
    )
    const refusing = (path: string, bytes: number) => parents(path).find((node) => bytes > (limits.get(node) ?? 0))
    for (const { label, expected } of asked.slice(0, Number(given.leaves))) {
      const path = /\/\S+/.exec(label)?.[0] ?? ''
      expect([...limits.keys()].some((other) => other.startsWith(`${path}/`))).toBe(false)
      // Halving between what fits and what does not.
      let [fits, tooMuch] = [0, 2 ** 50]
      while (tooMuch - fits > 1) {
        const middle = Math.floor((fits + tooMuch) / 2)
        if (refusing(path, middle) === undefined) fits = middle
        else tooMuch = middle
      }
      expect(Number(expected.replace('M', '')) * 1024 * 1024, `seed ${seed}: ${path}`).toBe(fits)
    }
    const cause = asked.at(-1)
    const path = /\/\S+(?= use more)/.exec(cause?.label ?? '')?.[0] ?? ''
    const limit = Number(asked[0]?.expected.replace('M', '')) * 1024 * 1024
    expect(cause?.expected, `seed ${seed}`).toBe(refusing(path, limit + 1))
    // Its own setting does not give it away.
    expect(limits.get(path)).not.toBe(limit)
    expect(parents(path).filter((node) => limits.get(node) === limit)).toHaveLength(1)
  }
})
