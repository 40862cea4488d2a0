import { expect, test } from 'vitest'
import { samples } from './shown.ts'

test('each number is the one that the level has for the process, found by asking level by level', () => {
  for (const { tables, prose, asked, given, seed } of samples('nspid', 15)) {
    const rows = (tables[0]?.rows ?? []).map(([command = '', container = '', pids = '']) => ({
      command,
      container,
      pids: pids.split(' ').map(Number),
    }))
    expect(rows.length).toBe(Math.max(Number(given.processes), Number(given.levels)))
    // Where each container was started, as the text says it; then its level and who sees it.
    const outer = new Map([...prose.matchAll(/([A-E]) (?:on the host|in ([A-E]))/g)].map(([, name = '', within]) => [name, within]))
    const levelOf = (name: string | undefined): number => (name === undefined ? 0 : 1 + levelOf(outer.get(name)))
    const isSeenFrom = (name: string | undefined, viewer: string): boolean =>
      name !== undefined && (name === viewer || isSeenFrom(outer.get(name), viewer))
    for (const row of rows) expect(row.pids).toHaveLength(levelOf(row.container) + 1)
    const named = (command: string | undefined) => rows.find((row) => row.command === command)

    const [kill, line, host, count] = asked
    const target = named(/for (\S+)$/.exec(kill?.label ?? '')?.[1])
    expect(kill?.expected, `seed ${seed}`).toBe(String(target?.pids[levelOf('A')]))
    expect(target?.pids.filter((pid) => String(pid) === kill?.expected)).toHaveLength(1)

    const read = named(/NSpid of (\S+),/.exec(line?.label ?? '')?.[1])
    expect(line?.expected).toBe(read?.pids.filter((_, level) => level >= levelOf('A')).join(' '))

    const [, pid, container] = /PID (\d+) in ([A-E])/.exec(host?.label ?? '') ?? []
    const fitting = rows.filter((row) => row.container === container && row.pids.at(-1) === Number(pid))
    expect(fitting.map((row) => String(row.pids[0]))).toEqual([host?.expected])
    // The same number names another process elsewhere.
    expect(rows.filter((row) => row.container !== container && row.pids.slice(1).includes(Number(pid))).length).toBeGreaterThan(0)

    const seen = rows.filter((row) => isSeenFrom(row.container, 'A')).length
    expect(count?.expected).toBe(String(seen))
    expect(seen).toBeLessThan(rows.length)
  }
})

test('every container has a PID 1 of its own, and numbers of a namespace are given once', () => {
  for (const { tables, prose } of samples('nspid', 15)) {
    const rows = (tables[0]?.rows ?? []).map(([, container = '', pids = '']) => ({ container, pids: pids.split(' ').map(Number) }))
    const chain = (name: string): readonly string[] => {
      const within = new RegExp(`${name} in ([A-E])`).exec(prose)?.[1]
      return within === undefined ? [name] : [...chain(within), name]
    }
    const numbers = new Map<string, number[]>()
    for (const { container, pids } of rows)
      for (const [level, name] of ['host', ...chain(container)].entries())
        numbers.set(name, [...(numbers.get(name) ?? []), pids[level] ?? 0])
    for (const [name, own] of numbers) {
      expect(new Set(own).size).toBe(own.length)
      if (name !== 'host') expect(Math.min(...own)).toBe(1)
    }
    for (const { container, pids } of rows) {
      const ones = rows.filter((row) => row.container === container && row.pids.at(-1) === 1)
      expect(ones, `${container} ${pids}`).toHaveLength(1)
    }
  }
})
