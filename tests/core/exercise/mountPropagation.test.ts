import { expect, test } from 'vitest'
import { listed, samples } from './shown.ts'

interface Mount {
  readonly path: string
  readonly shared: string | undefined
  readonly master: string | undefined
}
const mountsOf = (code: string): readonly Mount[] =>
  code
    .split('\n')
    .slice(1)
    .map((line) => ({
      path: line.split(' ')[4] ?? '',
      shared: /shared:(\d+)/.exec(line)?.[1],
      master: /master:(\d+)/.exec(line)?.[1],
    }))

/** Lets a mount event spread from group to group until nobody new hears of it. */
const spread = (mounts: readonly Mount[], origin: Mount): readonly string[] => {
  const informed = new Set<string>(origin.shared === undefined ? [] : [origin.shared])
  for (let before = -1; before !== informed.size; ) {
    before = informed.size
    for (const { shared, master } of mounts) if (shared !== undefined && master !== undefined && informed.has(master)) informed.add(shared)
  }
  return mounts
    .filter(
      ({ path, shared, master }) => path !== origin.path && [shared, master].some((group) => group !== undefined && informed.has(group)),
    )
    .map(({ path }) => path)
}

test('a mount appears under every peer and every slave, and under theirs', () => {
  const found = { chains: 0, nowhere: 0 }
  for (const { code, asked, given, seed } of samples('mount-propagation', 25)) {
    const mounts = mountsOf(code)
    expect(mounts).toHaveLength(Number(given.mounts))
    for (const { label, expected } of asked) {
      const origin = mounts.find(({ path }) => label.endsWith(` ${path}/x`))
      if (origin === undefined) throw new Error(label)
      const reached = spread(mounts, origin)
      expect(listed(expected), `seed ${seed}: ${label}`).toEqual(reached.toSorted())
      if (reached.length === 0) found.nowhere += 1
      const direct = mounts.filter(({ shared, master }) => origin.shared !== undefined && [shared, master].includes(origin.shared))
      if (reached.length > direct.length - 1) found.chains += 1
    }
    // The first event goes somewhere, and not everywhere.
    expect(listed(asked[0]?.expected).length).toBeGreaterThan(1)
    expect(listed(asked[0]?.expected).length).toBeLessThan(mounts.length - 1)
  }
  expect(found.chains).toBeGreaterThan(20)
  expect(found.nowhere).toBeGreaterThan(20)
})

test('a slave’s master group is in view, or the line would have to say propagate_from', () => {
  for (const { code } of samples('mount-propagation', 10)) {
    const mounts = mountsOf(code)
    for (const { master } of mounts) if (master !== undefined) expect(mounts.some(({ shared }) => shared === master)).toBe(true)
  }
})
