import { expect, test } from 'vitest'
import { samples } from './shown.ts'

/** Walks every line ID by ID, as slow and as plain as the rule. */
const walk = (lines: readonly (readonly number[])[], id: number, from: 0 | 1): number | undefined => {
  for (const line of lines) {
    const [start = 0, other = 0] = from === 0 ? line : [line[1], line[0]]
    for (let step = 0; step < (line[2] ?? 0); step += 1) if (start + step === id) return other + step
  }
  return undefined
}

test('an ID is the one that stands at the same step of the line; without a line, none from inside and 65534 from outside', () => {
  for (const { code, asked, given, seed } of samples('uid-map', 8)) {
    const lines = code
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/).map(Number))
    expect(lines).toHaveLength(Number(given.ranges))
    let strangers = 0
    for (const { label, expected } of asked) {
      const id = Number(/(\d+)(?!.*\d)/.exec(label)?.[1])
      const isInside = label.startsWith('Host UID')
      const answer = walk(lines, id, isInside ? 0 : 1)
      if (answer === undefined) strangers += 1
      expect(expected, `seed ${seed}: ${label}`).toBe(String(answer ?? (isInside ? 'none' : 65_534)))
      expect(Number(expected)).not.toBe(id)
      // Not to be read off the map.
      expect(lines.flat()).not.toContain(Number(expected))
    }
    expect(strangers).toBe(given.unmapped === true ? 1 : 0)
    expect(new Set(asked.map(({ expected }) => expected)).size).toBe(asked.length)
  }
})

test('lines overlap on neither side', () => {
  for (const { code } of samples('uid-map', 4)) {
    const lines = code
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/).map(Number))
    for (const side of [0, 1]) {
      const sorted = lines.toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0))
      for (const [place, line] of sorted.entries()) {
        const next = sorted[place + 1]
        if (next !== undefined) expect((line[side] ?? 0) + (line[2] ?? 0)).toBeLessThanOrEqual(next[side] ?? 0)
      }
    }
  }
})
