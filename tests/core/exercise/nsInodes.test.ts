import { expect, test } from 'vitest'
import { listed, samples } from './shown.ts'

/** uapi/linux/nsfs.h, in hexadecimal as there. */
const initial: Readonly<Record<string, number>> = {
  ipc: 0xefffffff,
  uts: 0xeffffffe,
  user: 0xeffffffd,
  pid: 0xeffffffc,
  cgroup: 0xeffffffb,
  net: 0xeffffff9,
  mnt: 0xeffffff8,
}

test('those share a namespace whose links carry the same number', () => {
  for (const { tables, asked, seed } of samples('ns-inodes', 12)) {
    const [, ...types] = tables[0]?.head ?? []
    const rows = tables[0]?.rows ?? []
    // By type and number: who is there.
    const places = new Map<string, string[]>()
    for (const [pid = '', ...inodes] of rows)
      for (const [column, inode] of inodes.entries()) {
        const key = `${types[column]}:[${inode}]`
        places.set(key, [...(places.get(key) ?? []), pid])
      }
    for (const type of types) expect(places.get(`${type}:[${initial[type]}]`)).toContain('1')

    const [sharing, withHost, twins] = asked
    const [, type, pid = ''] = /the (\w+) namespace of process (\d+)/.exec(sharing?.label ?? '') ?? []
    const home = [...places].find(([key, pids]) => key.startsWith(`${type}:`) && pids.includes(pid))?.[1] ?? []
    expect(listed(sharing?.expected), `seed ${seed}`).toEqual(home.filter((other) => other !== pid).toSorted())
    expect(home.length).toBeGreaterThan(1)
    expect(home.length).toBeLessThan(rows.length)

    const guest = /process (\d+) shares/.exec(withHost?.label ?? '')?.[1] ?? ''
    const common = [...places].filter(([, pids]) => pids.includes('1') && pids.includes(guest)).map(([key]) => key.split(':')[0])
    expect(listed(withHost?.expected)).toEqual(common.toSorted())
    expect(common.length).toBeGreaterThan(0)
    expect(common.length).toBeLessThan(types.length)

    const same = rows.filter(([, ...inodes]) => rows.filter(([, ...others]) => others.join() === inodes.join()).length > 1)
    expect(listed(twins?.expected)).toEqual(same.map(([own = '']) => own).toSorted())
    expect(same).toHaveLength(2)
  }
})

test('a number stands for one type only, as on a machine', () => {
  for (const { tables } of samples('ns-inodes', 6)) {
    const columns = (tables[0]?.head ?? []).slice(1).map((_, column) => new Set((tables[0]?.rows ?? []).map((row) => row[column + 1])))
    const all = columns.flatMap((column) => [...column])
    expect(new Set(all).size).toBe(all.length)
  }
})
