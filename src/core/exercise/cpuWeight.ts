import type { Dice } from '../random.ts'
import { type Cgroup, drawTree, isLeaf, upwards } from './cgroupTree.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { steps, table, wordsFor } from './wording.ts'

interface Weighted extends Cgroup {
  readonly weight: number
  /** Of a leaf: whether it always has enough threads to run. */
  readonly isBusy: boolean
}
interface Values {
  readonly tree: readonly Weighted[]
  readonly cpus: number
  readonly asked: readonly Weighted[]
}

const depth = count('depth', 1, 3, 2)
const size = count('leaves', 1, 3, 2)
const idle = flag('idle', true)

/** Ratios of one to four weights whose parts are tidy fractions. */
const ratios: readonly (readonly (readonly number[])[])[] = [
  [[1]],
  [
    [1, 4],
    [2, 3],
    [1, 3],
    [3, 7],
    [1, 9],
  ],
  [
    [1, 1, 2],
    [1, 2, 2],
    [1, 1, 3],
    [1, 3, 6],
    [2, 3, 5],
    [1, 2, 7],
    [1, 4, 5],
  ],
  [
    [1, 1, 1, 2],
    [1, 2, 3, 4],
    [1, 1, 3, 5],
    [1, 2, 2, 5],
  ],
]

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
const isActive = (node: Weighted, tree: readonly Weighted[]): boolean =>
  isLeaf(node, tree) ? node.isBusy : tree.some((other) => other.path.startsWith(`${node.path}/`) && isLeaf(other, tree) && other.isBusy)
/** The children of the same parent, itself among them. */
const siblings = (node: Weighted, tree: readonly Weighted[]): readonly Weighted[] =>
  tree.filter((other) => parentOf(other.path) === parentOf(node.path))
/** Those that compete with it. */
const rivals = (node: Weighted, tree: readonly Weighted[]): readonly Weighted[] =>
  siblings(node, tree).filter((other) => isActive(other, tree))
const weightSum = (nodes: readonly Weighted[]): number => nodes.reduce((sum, node) => sum + node.weight, 0)

/** Share of all CPU time, 0 to 1. */
const shareOf = (leaf: Weighted, tree: readonly Weighted[]): number =>
  upwards(leaf, tree).reduce((share, node) => (share * node.weight) / weightSum(rivals(node, tree)), 1)

/** Without the dust of binary fractions. */
const percent = (share: number): number => Math.round(share * 1e8) / 1e6

const drawWeights = (dice: Dice, paths: readonly string[], mayIdle: boolean): readonly Weighted[] => {
  const blank = paths.map((path): Weighted => ({ path, weight: 0, isBusy: !mayIdle || dice.int(0, 3) > 0 }))
  const weights = new Map<string, number>()
  for (const parent of new Set(paths.map(parentOf))) {
    const children = blank.filter((node) => parentOf(node.path) === parent)
    const active = children.filter((node) => isActive(node, blank))
    const base = dice.pick([10, 20, 25, 50, 100])
    const parts = dice.some(active.length === 0 ? [] : dice.pick(ratios[active.length - 1] ?? [active.map(() => 1)]), active.length)
    for (const [place, node] of active.entries()) weights.set(node.path, (parts[place] ?? 1) * base)
    for (const node of children) if (!weights.has(node.path)) weights.set(node.path, dice.int(1, 9) * base)
  }
  return blank.map((node) => ({ ...node, weight: weights.get(node.path) ?? 100 }))
}

/**
 * Shares under contention by cpu.weight. cgroup-v2.rst, "Weights": the parent's
 * time goes to its active children in proportion to their weights; a child without
 * anything to run takes no part. So the share is the product of the fractions on the way up.
 */
export const cpuWeight = createGenerator<Values>({
  parameters: [depth, size, idle],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const tree = drawWeights(dice, drawTree(dice, depth.of(given), 4), idle.of(given))
        const leaves = tree.filter((node) => isLeaf(node, tree) && node.isBusy)
        return { tree, cpus: dice.pick([2, 4, 8, 10, 16, 20]), asked: dice.some(leaves, size.of(given)) }
      },
      ({ tree, asked, cpus }) => {
        const shares = asked.map((leaf) => percent(shareOf(leaf, tree)))
        const shown = new Set(tree.map((node) => node.weight))
        const [first] = asked
        const leaves = tree.filter((node) => isLeaf(node, tree))
        return (
          asked.length === size.of(given) &&
          first !== undefined &&
          leaves.length > 2 &&
          shares.every((share) => Number.isInteger(share * 10) && share < 100 && !shown.has(share)) &&
          new Set(shares).size === shares.length &&
          Number.isInteger(percent(shareOf(first, tree) * cpus)) &&
          // Someone else competes on each level, and what is idle must be left out on one of them.
          asked.every((leaf) => rivals(leaf, tree).length > 1) &&
          upwards(first, tree).length === depth.of(given) &&
          upwards(first, tree).every((node) => rivals(node, tree).length > 1) &&
          upwards(first, tree).some((node) => rivals(node, tree).length < siblings(node, tree).length) === idle.of(given)
        )
      },
    ),
  write: ({ tree, cpus, asked }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const [first] = asked
    const firstCpus = first === undefined ? 0 : percent(shareOf(first, tree) * cpus) / 100
    return {
      stem: [
        p(
          `CPUが${cpus}個のマシンで、cgroup v2の木の\`cpu.weight\`を読んだ。「稼働」のcgroupには、CPUより多くのスレッドがいつも実行できる状態にある。\`cpu.max\`はどれも\`max\`である。`,
          `On a machine with ${cpus} CPUs, \`cpu.weight\` was read in a tree of cgroup v2. A cgroup marked busy always has more threads ready to run than there are CPUs. Every \`cpu.max\` is \`max\`.`,
        ),
        table(
          ['cgroup', '`cpu.weight`', say('プロセス', 'Processes')],
          tree.map((node) => [
            `\`${node.path}\``,
            String(node.weight),
            isLeaf(node, tree) ? (node.isBusy ? say('稼働', 'busy') : say('休止', 'idle')) : say('なし', 'none of its own'),
          ]),
          [null, 'right', null],
        ),
        p('長い目で見た割合を求めよ。', 'Give the shares in the long run.'),
      ],
      fields: [
        ...asked.map((leaf) => ({
          label: label(`マシンのCPU時間のうち、\`${leaf.path}\`の割合`, `Share of \`${leaf.path}\` in the machine’s CPU time`),
          form: { kind: 'number' as const, unit: '%' },
          expected: String(percent(shareOf(leaf, tree))),
        })),
        {
          label: label(`\`${first?.path}\`が使うCPUの数`, `CPUs that \`${first?.path}\` uses`),
          form: { kind: 'number', unit: 'CPU' },
          expected: String(firstCpus),
        },
      ],
      solution: [
        p(
          '親のCPU時間は、動いている子に重みの比で分かれる。実行するものがない子は数えない。根から掛け合わせる。',
          'A parent’s time is divided among its active children in proportion to their weights; a child with nothing to run does not count. Multiply from the root down.',
        ),
        steps([
          ...asked.map((leaf) => {
            const way = upwards(leaf, tree).toReversed()
            const factors = way.map((node) => {
              const sum = rivals(node, tree)
                .map((rival) => rival.weight)
                .join(' + ')
              return `${node.weight} ÷ (${sum})`
            })
            return `\`${leaf.path}\`: ${factors.join(' × ')} = \`${percent(shareOf(leaf, tree))}\` %`
          }),
          say(
            `${cpus} × ${first === undefined ? 0 : percent(shareOf(first, tree))} ÷ 100 = \`${firstCpus}\``,
            `${cpus} × ${first === undefined ? 0 : percent(shareOf(first, tree))} ÷ 100 = \`${firstCpus}\``,
          ),
        ]),
      ],
    }
  },
})
