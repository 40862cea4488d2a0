import { expect, test } from 'vitest'
import { samples } from './shown.ts'

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

test('shares are those that a scheduler gives out which always runs the child that is furthest behind', () => {
  for (const { tables, prose, asked, given, seed } of samples('cpu-weight', 3)) {
    const nodes = (tables[0]?.rows ?? []).map(([path = '', weight, state]) => ({ path, weight: Number(weight), state }))
    const isActive = (path: string): boolean =>
      nodes.some((node) => (node.path === path || node.path.startsWith(`${path}/`)) && node.state === 'busy')
    const ran = new Map<string, number>()
    const passed = new Map<string, number>()
    const ticks = 10_000
    for (let tick = 0; tick < ticks; tick += 1) {
      for (let parent: string | undefined = ''; parent !== undefined; ) {
        const children = nodes.filter((node) => parentOf(node.path) === parent && isActive(node.path))
        const next = children.toSorted((a, b) => (passed.get(a.path) ?? 0) - (passed.get(b.path) ?? 0))[0]
        if (next !== undefined) {
          passed.set(next.path, (passed.get(next.path) ?? 0) + 1 / next.weight)
          ran.set(next.path, (ran.get(next.path) ?? 0) + 1)
        }
        parent = next?.path
      }
    }
    const shares = asked.slice(0, Number(given.leaves))
    for (const { label, expected } of shares) {
      const path = /\/\S+/.exec(label)?.[0] ?? ''
      const share = ((ran.get(path) ?? 0) / ticks) * 100
      expect(Math.abs(share - Number(expected)), `seed ${seed}: ${path} ran ${share} %, expected ${expected}`).toBeLessThan(0.1)
    }
    const cpus = Number(/(\d+) CPUs/.exec(prose)?.[1])
    expect(Number(asked.at(-1)?.expected)).toBeCloseTo((cpus * Number(shares[0]?.expected)) / 100, 9)
    const levels = shares[0]?.label.match(/\/\w+/g) ?? []
    expect(levels).toHaveLength(Number(given.depth))
    expect(nodes.some(({ state }) => state === 'idle') || given.idle === false).toBe(true)
  }
})
