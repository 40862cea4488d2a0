import { expect, test } from 'vitest'
import { listed, samples, type Shown } from './shown.ts'

/** Every name or bit that is in a set, so that both ways of showing are compared alike. */
const membersOf = (text: string): ReadonlySet<string> => {
  if (/^[0-9a-f]{16}$/.test(text))
    return new Set(
      Array.from({ length: 41 }, (_, bit) => bit).flatMap((bit) => ((BigInt(`0x${text}`) >> BigInt(bit)) & 1n ? [String(bit)] : [])),
    )
  return new Set(text === 'none' ? [] : text.split(/,? /))
}
const shownIn = ({ code, tables }: Shown, row: string): string => {
  const line = new RegExp(`^${row}:\\t(.*)$`, 'm').exec(code)?.[1]
  const cells = tables.flatMap((table) => table.rows).find(([name = '']) => name.startsWith(row))
  return line ?? cells?.[1] ?? ''
}

/**
 * capabilities(7) member by member: is this capability in the set afterwards? Written
 * from the manual page and prctl(2), PR_SET_NO_NEW_PRIVS.
 */
const after = (shown: Shown) => {
  const set = (row: string) => membersOf(shownIn(shown, row))
  const [inh, prm, bnd, amb] = [set('CapInh'), set('CapPrm'), set('CapBnd'), set('CapAmb')]
  const [filePrm, fileInh] = [set('F(permitted)'), set('F(inheritable)')]
  const hasFileCapabilities = shown.prose.includes('with the capabilities below')
  const noNewPrivs = shownIn(shown, 'NoNewPrivs') === '1'
  const becomesRoot = shown.prose.includes('set-user-ID bit and without') && !noNewPrivs
  const isRoot = shown.prose.includes('of UID 0 ')
  const asRoot = becomesRoot || isRoot
  const isPrivileged = hasFileCapabilities || becomesRoot
  const isAmbient = (name: string) => !isPrivileged && amb.has(name)
  const isPermitted = (name: string) => {
    const forced = asRoot ? bnd.has(name) : filePrm.has(name) && bnd.has(name)
    const kept = asRoot ? inh.has(name) : fileInh.has(name) && inh.has(name)
    return ((forced || kept) && (!noNewPrivs || prm.has(name))) || isAmbient(name)
  }
  const effectiveBit = asRoot || shownIn(shown, 'F(effective)') === '1'
  const all = [...new Set([...inh, ...prm, ...bnd, ...amb, ...filePrm, ...fileInh])]
  const missing =
    effectiveBit && hasFileCapabilities && [...filePrm].some((name) => !(bnd.has(name) || (inh.has(name) && fileInh.has(name))))
  return {
    CapPrm: all.filter(isPermitted).toSorted(),
    CapEff: all.filter((name) => (effectiveBit ? isPermitted(name) : isAmbient(name))).toSorted(),
    CapAmb: all.filter(isAmbient).toSorted(),
    missing,
    ambientIsSubset: [...amb].every((name) => prm.has(name) && inh.has(name)),
    effectiveIsSubset: [...set('CapEff')].every((name) => prm.has(name)),
  }
}

test('the sets after execve are those of the manual page, capability by capability', () => {
  for (const one of samples('cap-execve', 15)) {
    const expected = after(one)
    expect(one.asked.map(({ label }) => label.split(' ')[0])).toEqual(['CapPrm', 'CapEff', 'CapAmb'])
    const answers = one.asked.map(({ expected: answer }) =>
      one.given.show === 'hex' ? [...membersOf(answer)].toSorted() : [...listed(answer)],
    )
    expect(answers, `seed ${one.seed}, ${JSON.stringify(one.given)}`).toEqual([expected.CapPrm, expected.CapEff, expected.CapAmb])
  }
})

test('the thread is one that the kernel allows, and execve does not fail', () => {
  for (const one of samples('cap-execve', 15)) {
    const { missing, ambientIsSubset, effectiveIsSubset } = after(one)
    expect({ missing, ambientIsSubset, effectiveIsSubset }).toEqual({ missing: false, ambientIsSubset: true, effectiveIsSubset: true })
  }
})

test('a file’s capabilities always change what was permitted, and empty the ambient set that there was', () => {
  for (const one of samples('cap-execve', 10).filter(({ given }) => given.program === 'file-caps')) {
    expect(membersOf(shownIn(one, 'CapAmb')).size).toBeGreaterThan(0)
    expect(one.asked[2]?.expected).toMatch(/^(none|0{16})$/)
    expect([...membersOf(shownIn(one, 'CapPrm'))].toSorted()).not.toEqual(after(one).CapPrm)
    expect(after(one).CapPrm.length).toBeGreaterThan(0)
  }
})
