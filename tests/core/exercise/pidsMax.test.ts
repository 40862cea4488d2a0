import { expect, test } from 'vitest'
import { samples } from './shown.ts'

const parents = (path: string): readonly string[] => (path === '' ? [] : [path, ...parents(path.slice(0, path.lastIndexOf('/')))])

test('tasks can be created one by one until some cgroup on the way up is full', () => {
  for (const { code, asked, given, seed } of samples('pids-max', 30)) {
    const read = (file: string) =>
      new Map(
        [...code.matchAll(new RegExp(`^/sys/fs/cgroup(\\S+)/pids\\.${file}:(\\w+)$`, 'gm'))].map(([, path = '', value]) => [
          path,
          value === 'max' ? Number.POSITIVE_INFINITY : Number(value),
        ]),
      )
    const max = read('max')
    const now = read('current')
    for (const [place, { label, expected }] of asked.slice(0, Number(given.leaves)).entries()) {
      const path = /\/\S+/.exec(label)?.[0] ?? ''
      const current = new Map(now)
      let created = 0
      let full: string | undefined
      while (full === undefined) {
        full = parents(path).find((node) => (current.get(node) ?? 0) + 1 > (max.get(node) ?? 0))
        if (full !== undefined) break
        for (const node of parents(path)) current.set(node, (current.get(node) ?? 0) + 1)
        created += 1
      }
      expect(expected, `seed ${seed}: ${path}`).toBe(String(created))
      if (place === 0) {
        expect(asked.at(-1)?.expected).toBe(full)
        expect(full).not.toBe(path)
      }
    }
    // A parent counts what is below it, and nothing is over its limit.
    for (const [path, tasks] of now) {
      const children = [...now].filter(([other]) => other.slice(0, other.lastIndexOf('/')) === path)
      if (children.length > 0) expect(tasks).toBe(children.reduce((sum, [, own]) => sum + own, 0))
      expect(tasks).toBeLessThan(max.get(path) ?? 0)
    }
  }
})
