import { expect, test } from 'vitest'
import { listed, samples, type Shown } from './shown.ts'

/** What a layer's cell says, from the bottom layer up. */
const layersOf = ({ tables }: Shown) => {
  const [, ...names] = tables[0]?.head ?? []
  const rows = tables[0]?.rows ?? []
  return names
    .map((name, column) => ({
      name: name.slice(1),
      cells: new Map(rows.flatMap((row) => (row[column + 1] === '–' ? [] : [[row[0] ?? '', row[column + 1] ?? ''] as const]))),
    }))
    .toReversed()
}

/** Lays one layer after the other over a tree, as if each were unpacked: what is covered goes, then the new comes. */
const unpacked = (shown: Shown): ReadonlyMap<string, string> => {
  const tree = new Map<string, string>()
  for (const { name, cells } of layersOf(shown)) {
    for (const [path, cell] of cells) {
      if (cell.includes('opaque') || cell.includes('device'))
        for (const other of [...tree.keys()]) if (other === path || other.startsWith(`${path}/`)) tree.delete(other)
    }
    for (const [path, cell] of cells) if (cell === 'file') tree.set(path, name)
  }
  return tree
}

test('what is seen is what is left after every layer was unpacked over the ones below', () => {
  for (const one of samples('overlay', 20)) {
    const tree = unpacked(one)
    const [seen, source] = one.asked
    expect(listed(seen?.expected), `seed ${one.seed}`).toEqual([...tree.keys()].toSorted())
    const path = /\/merged\/(\S+)$/.exec(source?.label ?? '')?.[1] ?? ''
    expect(source?.expected).toBe(tree.get(path))
    // More than one layer has it, or there is nothing to decide.
    expect(layersOf(one).filter(({ cells }) => cells.get(path) === 'file').length).toBeGreaterThan(1)
    expect(one.code).toContain(
      `lowerdir=${layersOf(one)
        .toReversed()
        .slice(1)
        .map(({ name }) => `/${name}`)
        .join(':')},upperdir=/up`,
    )
  }
})

test('a change leaves in the upper directory what lower layers make necessary', () => {
  const outcomes = new Set<string | undefined>()
  for (const one of samples('overlay', 20)) {
    const [, , change] = one.asked
    const [, command = ''] = /after (.*)$/.exec(change?.label ?? '') ?? []
    const path = /\/merged\/(\S+)/.exec(command)?.[1] ?? ''
    const [upper, ...lower] = layersOf(one).toReversed()
    const isBelow = lower.some(({ cells }) => cells.has(path) && !cells.get(path)?.includes('device'))
    const expected = command.startsWith('echo') ? 'copy' : command.includes('mkdir') ? 'opaque' : isBelow ? 'whiteout' : 'nothing'
    expect(change?.expected, `seed ${one.seed}: ${command}`).toBe(expected)
    if (command.startsWith('echo')) expect(upper?.cells.has(path)).toBe(false)
    if (command.includes('mkdir')) expect(isBelow).toBe(true)
    outcomes.add(change?.expected)
  }
  expect([...outcomes].toSorted()).toEqual(['copy', 'nothing', 'opaque', 'whiteout'])
})

test('something is hidden by a whiteout, and by an opaque directory if that is asked for', () => {
  for (const one of samples('overlay', 10)) {
    const tree = unpacked(one)
    const all = new Set(layersOf(one).flatMap(({ cells }) => [...cells].filter(([, cell]) => cell === 'file').map(([path]) => path)))
    expect(tree.size).toBeGreaterThan(1)
    expect(tree.size).toBeLessThan(all.size)
    expect(layersOf(one).some(({ cells }) => [...cells.values()].some((cell) => cell.includes('device')))).toBe(true)
    expect(layersOf(one).some(({ cells }) => [...cells.values()].some((cell) => cell.includes('opaque')))).toBe(one.given.opaque)
  }
})
