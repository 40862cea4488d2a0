import { expect, test } from 'vitest'
import { listed, samples } from './shown.ts'

test('the container’s UIDs are the user’s own and then the granted ones, one after the other', () => {
  for (const { code, prose, asked, given, seed } of samples('subuid', 12)) {
    const lines = code
      .split('\n')
      .slice(1)
      .map((line) => line.split(':'))
      .map(([user = '', start, count]) => ({ user, start: Number(start), count: Number(count) }))
    const [, user = '', uid = ''] = /^(\w+), UID (\d+)/.exec(prose) ?? []
    const hosts = [Number(uid)]
    for (const line of lines) if (line.user === user) for (let step = 0; step < line.count; step += 1) hosts.push(line.start + step)
    const [host, container, last, shared] = asked
    const inside = Number(/\d+$/.exec(host?.label ?? '')?.[0])
    const outside = Number(/\d+$/.exec(container?.label ?? '')?.[0])
    expect(host?.expected, `seed ${seed}`).toBe(String(hosts[inside]))
    expect(container?.expected).toBe(String(hosts.indexOf(outside)))
    expect(last?.expected).toBe(String(hosts.reduce((most, one) => Math.max(most, one), 0)))
    // A sweep over all beginnings and ends, in order.
    const open = new Set<string>()
    const meeting = new Set<string>()
    const ends = lines.flatMap(({ user: name, start, count }, line) => [
      { at: start, opens: true, name: `${name} ${line}` },
      { at: start + count, opens: false, name: `${name} ${line}` },
    ])
    for (const end of ends.toSorted((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))) {
      if (!end.opens) open.delete(end.name)
      else {
        open.add(end.name)
        if (open.size > 1) for (const name of open) meeting.add(name.split(' ')[0] ?? '')
      }
    }
    if (given.overlap === true) expect(listed(shared?.expected)).toEqual([...meeting].sort())
    else expect(meeting.size).toBe(0)
  }
})

test('ranges overlap now and then, and now and then they do not', () => {
  const answers = samples('subuid', 30)
    .filter(({ given }) => given.overlap === true)
    .map(({ asked }) => asked.at(-1)?.expected)
  const free = answers.filter((answer) => answer === 'none').length / answers.length
  expect(free).toBeGreaterThan(0.2)
  expect(free).toBeLessThan(0.8)
})
