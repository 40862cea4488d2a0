import type { Dice } from '../random.ts'
import { type Cgroup, drawTree, grepped, isLeaf, onlyLeast, upwards } from './cgroupTree.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

interface Counted extends Cgroup {
  /** `pids.max`; `null` is `max`. */
  readonly max: number | null
  /** `pids.current`: tasks of the cgroup and of all below it. */
  readonly current: number
}
interface Values {
  readonly tree: readonly Counted[]
  readonly asked: readonly Counted[]
}

const depth = count('depth', 2, 4, 3)
const size = count('leaves', 1, 3, 2)

/** How many more tasks fit under the cgroup's own limit. */
const roomOf = ({ max, current }: Counted): number | null => (max === null ? null : max - current)
const decisive = (leaf: Counted, tree: readonly Counted[]): Counted | undefined => onlyLeast(upwards(leaf, tree), roomOf)

const drawCounts = (dice: Dice, paths: readonly string[]): readonly Counted[] => {
  const nodes = paths.map((path) => ({ path }))
  const own = new Map(nodes.map((node) => [node.path, isLeaf(node, nodes) ? dice.int(3, 60) : 0]))
  return nodes.map(({ path }) => {
    const current = paths.reduce((sum, other) => sum + (other === path || other.startsWith(`${path}/`) ? (own.get(other) ?? 0) : 0), 0)
    return { path, current, max: dice.int(0, 4) === 0 ? null : current + dice.int(2, 90) }
  })
}

/**
 * How many tasks a cgroup can still create under pids.max. cgroup-v2.rst, "PID":
 * a fork is charged to the cgroup and every ancestor, and fails with EAGAIN if one
 * of them would exceed its pids.max; pids.current counts all tasks below as well.
 */
export const pidsMax = createGenerator<Values>({
  parameters: [depth, size],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const tree = drawCounts(dice, drawTree(dice, depth.of(given), 3))
        const leaves = tree.filter((node) => isLeaf(node, tree))
        return { tree, asked: dice.some(leaves, size.of(given)) }
      },
      ({ tree, asked }) => {
        const found = asked.map((leaf) => decisive(leaf, tree))
        const answers = found.map((node) => node && roomOf(node))
        const shown = new Set(tree.flatMap((node) => [node.max, node.current]))
        const [first] = asked
        const least = first && onlyLeast(upwards(first, tree), (node) => node.max)
        return (
          asked.length === size.of(given) &&
          !answers.includes(undefined) &&
          new Set(answers).size === answers.length &&
          answers.every((answer) => !shown.has(answer ?? null)) &&
          asked.every((leaf) => leaf.path.split('/').length > 2) &&
          // The smallest limit is not the one with the least room, so that comparing limits alone goes wrong.
          found[0] !== asked[0] &&
          least !== undefined &&
          least !== found[0]
        )
      },
    ),
  write: ({ tree, asked }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const [first] = asked
    const cause = first && decisive(first, tree)
    return {
      stem: [
        p('cgroup v2の木で、タスクの数と上限を読んだ。', 'The numbers of tasks and their limits in a tree of cgroup v2 were read.'),
        transcript(
          `${grepped(
            'pids.max',
            tree.map((node) => [node.path, String(node.max ?? 'max')]),
          )}\n${grepped(
            'pids.current',
            tree.map((node) => [node.path, String(node.current)]),
          )}`,
        ),
        p(
          'ここから先は、挙げたcgroupだけがタスクを増やすものとして、次の値を求めよ。',
          'From here on only the cgroup that is named creates tasks. Give the values below.',
        ),
      ],
      fields: [
        ...asked.map((leaf) => {
          const least = decisive(leaf, tree)
          return {
            label: label(
              `\`fork\`が\`EAGAIN\`で失敗するまでに、\`${leaf.path}\`で作れるタスクの数`,
              `Tasks that can be created in \`${leaf.path}\` until \`fork\` fails with \`EAGAIN\``,
            ),
            form: { kind: 'number' as const },
            expected: String(least && roomOf(least)),
          }
        }),
        {
          label: label(
            `\`${first?.path}\`で\`fork\`を失敗させる上限のあるcgroup(パス)`,
            `The cgroup (its path) whose limit makes \`fork\` fail in \`${first?.path}\``,
          ),
          form: { kind: 'word', accepted: cause === undefined ? [] : [cause.path.slice(1), `/sys/fs/cgroup${cause.path}`] },
          expected: cause?.path ?? '',
        },
      ],
      solution: [
        p(
          'タスクは、自分のcgroupと、その祖先のすべてに数えられる。それぞれの残りは上限 − 現在で、効くのは上へたどった中で最も少ない残りである。',
          'A task counts in its cgroup and in all ancestors. Each has room for limit − current, and what holds is the least room on the way up.',
        ),
        steps([
          ...asked.map((leaf) => {
            const rooms = upwards(leaf, tree).map((node) => {
              const room = roomOf(node)
              return room === null ? `${node.path} max` : `${node.path} ${node.max} − ${node.current} = ${room}`
            })
            const least = decisive(leaf, tree)
            return say(
              `\`${leaf.path}\`から上へ: \`${rooms.join(', ')}\`。最小は\`${least && roomOf(least)}\``,
              `From \`${leaf.path}\` upwards: \`${rooms.join(', ')}\`. The least is \`${least && roomOf(least)}\``,
            )
          }),
          say(`\`${first?.path}\`で先に尽きるのは\`${cause?.path}\``, `For \`${first?.path}\` what runs out first is \`${cause?.path}\``),
        ]),
      ],
    }
  },
})
