import { expect, test } from 'vitest'
import { samples, type Shown } from './shown.ts'

type Hooks = Readonly<Record<string, readonly { readonly path: string }[]>>

/** The numbered steps of "Lifecycle" in the runtime specification, walked with the operations as they are given. */
const live = ({ code, prose }: Shown) => {
  const { hooks } = JSON.parse(`{${code}}`) as { readonly hooks: Hooks }
  const failing = /, but (\w+) exits/.exec(prose)?.[1]
  const ran: { readonly name: string; readonly during: string; readonly type: string }[] = []
  let runs = false
  const call = (during: string, type: string): boolean => {
    for (const { path } of hooks[type] ?? []) {
      const name = path.replace('/hooks/', '')
      ran.push({ name, during, type })
      if (name === failing) return false
    }
    return true
  }
  const create = () => call('create', 'prestart') && call('create', 'createRuntime') && call('create', 'createContainer')
  const start = () => {
    if (!call('start', 'startContainer')) return false
    runs = true
    return call('start', 'poststart')
  }
  if (create()) start()
  call('delete', 'poststop')
  return { hooks, failing, ran, runs }
}

test('the hooks that run are those of the specification’s steps, in their order', () => {
  for (const one of samples('oci-lifecycle', 40)) {
    const { ran, runs, failing } = live(one)
    const names = (list: typeof ran) => list.map(({ name }) => name).join(' ')
    const expected = one.asked.map((field) => field.expected)
    if (one.given.failure === true) {
      expect(failing).toBeDefined()
      expect(expected, `seed ${one.seed}`).toEqual([names(ran), runs ? 'yes' : 'no'])
    } else {
      const inContainer = ran.filter(({ type }) => ['createContainer', 'startContainer'].includes(type))
      expect(expected, `seed ${one.seed}`).toEqual([
        names(ran.filter(({ during }) => during === 'create')),
        names(ran.filter(({ during }) => during === 'start')),
        names(inContainer),
      ])
    }
  }
})

test('the order of the file is not the answer, and a failure skips something', () => {
  for (const one of samples('oci-lifecycle', 40)) {
    const { hooks, ran, failing } = live(one)
    const written = Object.values(hooks).flatMap((list) => list.map(({ path }) => path.replace('/hooks/', '')))
    expect(written).toHaveLength(Number(one.given.hooks))
    const order = ran.map(({ name }) => name)
    if (failing === undefined) expect(order).not.toEqual(written)
    else expect(order.length).toBeLessThan(written.length)
  }
})

test('the program has run after some failures and not after others', () => {
  const answers = samples('oci-lifecycle', 60).flatMap(({ asked, given }) => (given.failure === true ? [asked[1]?.expected] : []))
  expect(new Set(answers)).toEqual(new Set(['yes', 'no']))
})
