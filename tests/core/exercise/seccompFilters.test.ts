import { expect, test } from 'vitest'
import { samples } from './shown.ts'

/** include/uapi/linux/seccomp.h */
const values: Readonly<Record<string, number>> = {
  KILL_PROCESS: 0x80000000,
  KILL_THREAD: 0x00000000,
  TRAP: 0x00030000,
  ERRNO: 0x00050000,
  USER_NOTIF: 0x7fc00000,
  TRACE: 0x7ff00000,
  LOG: 0x7ffc0000,
  ALLOW: 0x7fff0000,
}
const returned = (cell: string): number => {
  const [, action = '', errno] = /^(\w+?)(?:\((\d+)\))?$/.exec(cell) ?? []
  return ((values[action] ?? Number.NaN) | Number(errno ?? 0)) >>> 0
}
/** ACTION_ONLY of kernel/seccomp.c: signed, so that KILL_PROCESS is the least. */
const actionOnly = (value: number): number => (value & 0xffff0000) | 0

/** The loop of `seccomp_run_filters`: from the newest filter back, a smaller action takes the place of the one before. */
const runFilters = (cells: readonly string[]): number => {
  let kept = values.ALLOW ?? 0
  for (const cell of cells.toReversed()) {
    const value = returned(cell)
    if (actionOnly(value) < actionOnly(kept)) kept = value
  }
  return kept
}

test('what counts is what the kernel’s loop keeps', () => {
  for (const { tables, asked, given, seed } of samples('seccomp-filters', 15)) {
    const [, ...calls] = tables[0]?.head ?? []
    const rows = tables[0]?.rows ?? []
    expect([rows.length, calls.length]).toEqual([given.filters, given.calls])
    let tied = false
    for (const [call, name] of calls.entries()) {
      const cells = rows.map((row) => row[call + 1] ?? '')
      const kept = runFilters(cells)
      const [action, errno] = asked.slice(2 * call)
      expect(action?.label).toContain(name)
      expect(actionOnly(values[action?.expected ?? ''] ?? 0), `seed ${seed}: ${cells}`).toBe(actionOnly(kept))
      expect(errno?.expected).toBe(action?.expected === 'ERRNO' ? String(kept & 0xffff) : 'none')
      // No column decides itself by saying the same in every row.
      expect(new Set(cells).size).toBeGreaterThan(1)
      tied ||= action?.expected === 'ERRNO' && new Set(cells.filter((cell) => cell.startsWith('ERRNO'))).size > 1
    }
    expect(tied).toBe(given.tie)
  }
})
