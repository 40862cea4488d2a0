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

const weights = [10, 20, 25, 50, 75, 100, 150, 200, 300, 400, 500, 800] as const

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
const isActive = (node: Weighted, tree: readonly Weighted[]): boolean =>
  isLeaf(node, tree) ? node.isBusy : tree.some((other) => other.path.startsWith(`${node.path}/`) && isLeaf(other, tree) && other.isBusy)
/** Those that compete with it: the active children of the same parent, itself among them. */
const rivals = (node: Weighted, tree: readonly Weighted[]): readonly Weighted[] =>
  tree.filter((other) => parentOf(other.path) === parentOf(node.path) && isActive(other, tree))
const weightSum = (nodes: readonly Weighted[]): number => nodes.reduce((sum, node) => sum + node.weight, 0)

/** Share of all CPU time, 0 to 1. */
const shareOf = (leaf: Weighted, tree: readonly Weighted[]): number =>
  upwards(leaf, tree).reduce((share, node) => (share * node.weight) / weightSum(rivals(node, tree)), 1)

const percent = (share: number): number => Math.round(share * 1e8) / 1e6

const drawWeights = (dice: Dice, paths: readonly string[], mayIdle: boolean): readonly Weighted[] =>
  paths.map((path) => ({ path, weight: dice.pick(weights), isBusy: !mayIdle || dice.int(0, 3) > 0 }))

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
        const tree = drawWeights(dice, drawTree(dice, depth.of(given), 3), idle.of(given))
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
          shares.every((share) => Number.isInteger(share) && share > 0 && share < 100 && !shown.has(share)) &&
          new Set(shares).size === shares.length &&
          Number.isInteger(percent(shareOf(first, tree) * cpus) / 10) &&
          // Someone else competes with each, and an idle one matters to the first.
          asked.every((leaf) => rivals(leaf, tree).length > 1) &&
          upwards(first, tree).length === depth.of(given) &&
          !idle.of(given) ===
            upwards(first, tree).every(
              (node) => rivals(node, tree).length === tree.filter((other) => parentOf(other.path) === parentOf(node.path)).length,
            )
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
