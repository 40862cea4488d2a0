import type { Dice } from '../random.ts'

/** A cgroup by its path below `/sys/fs/cgroup`; the root has no limits and is not among them. */
export interface Cgroup {
  readonly path: string
}

const names = ['app', 'web', 'db', 'batch', 'cache', 'worker', 'queue', 'proxy', 'log', 'job', 'mail', 'auth'] as const

/** A tree in the order of its paths: one branch that is `depth` deep, and on each level of it up to `most` siblings. */
export const drawTree = (dice: Dice, depth: number, most: number): readonly string[] => {
  const left = dice.some(names, names.length)
  const paths: string[] = []
  let parent = ''
  for (let level = 0; level < depth; level += 1) {
    const children = Array.from({ length: dice.int(level === 0 ? 1 : 2, most) }, () => `${parent}/${left.pop() ?? `g${left.length}`}`)
    paths.push(...children)
    parent = dice.pick(children)
  }
  return paths.sort()
}

/** The cgroup itself and those it is in, from the inside out. */
export const upwards = <Node extends Cgroup>(node: Node, tree: readonly Node[]): readonly Node[] =>
  tree.filter((other) => node.path === other.path || node.path.startsWith(`${other.path}/`)).sort((a, b) => b.path.length - a.path.length)

export const isLeaf = <Node extends Cgroup>(node: Node, tree: readonly Node[]): boolean =>
  !tree.some((other) => other.path.startsWith(`${node.path}/`))

/** The one with the least value; of none `undefined`, as of several. */
export const onlyLeast = <Node>(nodes: readonly Node[], limitOf: (node: Node) => number | null): Node | undefined => {
  const limited = nodes.flatMap((node) => {
    const value = limitOf(node)
    return value === null ? [] : [{ node, value }]
  })
  const least = Math.min(...limited.map(({ value }) => value))
  const [first, second] = limited.filter(({ value }) => value === least)
  return second === undefined ? first?.node : undefined
}

/** What `grep -r . --include=FILE` prints of one file in every cgroup. */
export const grepped = (file: string, lines: readonly (readonly [path: string, value: string])[]): string =>
  [`# grep -r . --include=${file} /sys/fs/cgroup`, ...lines.map(([path, value]) => `/sys/fs/cgroup${path}/${file}:${value}`)].join('\n')
