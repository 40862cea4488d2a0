import { expect, test } from 'vitest'
import { listed, samples } from './shown.ts'

const bitsOf = (mask: string): readonly number[] =>
  Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (BigInt(`0x${mask}`) >> BigInt(bit)) & 1n)

test('bit N of the mask is the capability that the table calls N', () => {
  for (const { code, tables, prose, asked, given, seed } of samples('cap-mask', 20)) {
    const names = new Map((tables[0]?.rows ?? []).map(([bit = '', name = '']) => [Number(bit), name.replace('CAP_', '')]))
    const namesOf = (bits: readonly number[]) => bits.map((bit) => names.get(bit) ?? `bit ${bit} is not in the table`).toSorted()
    const [first, second] = asked
    if (given.ask === 'encode') {
      const held = [...prose.matchAll(/CAP_(\w+)/g)].map(([, name]) => name)
      const bits = [...names].filter(([, name]) => held.includes(name)).map(([bit]) => bit)
      expect(bits).toHaveLength(Number(given.capabilities))
      expect(first?.expected, `seed ${seed}`).toBe(
        bits
          .reduce((sum, bit) => sum + (1n << BigInt(bit)), 0n)
          .toString(16)
          .padStart(16, '0'),
      )
      continue
    }
    const bits = bitsOf(/CapEff:\t([0-9a-f]{16})/.exec(code)?.[1] ?? '')
    if (given.ask === 'decode') {
      expect(listed(first?.expected), `seed ${seed}`).toEqual(namesOf(bits))
      expect(bits).toHaveLength(Number(given.capabilities))
      // As many others to choose from, at least.
      expect(names.size).toBeGreaterThanOrEqual(2 * bits.length)
    } else {
      const before = bitsOf('a80425fb')
      expect(prose).toContain('00000000a80425fb')
      expect(listed(first?.expected), `seed ${seed}`).toEqual(namesOf(bits.filter((bit) => !before.includes(bit))))
      expect(listed(second?.expected)).toEqual(namesOf(before.filter((bit) => !bits.includes(bit))))
      expect(listed(first?.expected).length).toBeGreaterThan(0)
      expect(listed(second?.expected).length).toBeGreaterThan(0)
    }
  }
})

test('the numbers of the capabilities are the kernel’s', () => {
  // A few of include/uapi/linux/capability.h, the first and the last among them.
  const known: readonly (readonly [number, string])[] = [
    [0, 'CAP_CHOWN'],
    [1, 'CAP_DAC_OVERRIDE'],
    [5, 'CAP_KILL'],
    [7, 'CAP_SETUID'],
    [10, 'CAP_NET_BIND_SERVICE'],
    [12, 'CAP_NET_ADMIN'],
    [13, 'CAP_NET_RAW'],
    [18, 'CAP_SYS_CHROOT'],
    [19, 'CAP_SYS_PTRACE'],
    [21, 'CAP_SYS_ADMIN'],
    [25, 'CAP_SYS_TIME'],
    [27, 'CAP_MKNOD'],
    [31, 'CAP_SETFCAP'],
    [34, 'CAP_SYSLOG'],
    [39, 'CAP_BPF'],
    [40, 'CAP_CHECKPOINT_RESTORE'],
  ]
  const rows = new Map(
    samples('cap-mask', 40).flatMap(({ tables }) => (tables[0]?.rows ?? []).map(([bit = '', name]) => [Number(bit), name] as const)),
  )
  expect([...rows.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 41 }, (_, bit) => bit))
  for (const [bit, name] of known) expect(rows.get(bit)).toBe(name)
})
