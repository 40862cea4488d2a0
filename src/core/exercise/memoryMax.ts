import type { Dice } from '../random.ts'
import { type Cgroup, drawTree, grepped, isLeaf, onlyLeast, upwards } from './cgroupTree.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

interface Limited extends Cgroup {
  /** `memory.max` in MiB; `null` is `max`. */
  readonly maxMib: number | null
}
interface Values {
  readonly tree: readonly Limited[]
  readonly asked: readonly Limited[]
}

const depth = count('depth', 2, 4, 3)
const size = count('leaves', 1, 3, 2)

const mib = 1024 * 1024
const limits = [64, 96, 128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1280, 1536, 2048, 3072, 4096] as const

const decisive = (leaf: Limited, tree: readonly Limited[]): Limited | undefined => onlyLeast(upwards(leaf, tree), (node) => node.maxMib)

const drawLimits = (dice: Dice, paths: readonly string[]): readonly Limited[] =>
  paths.map((path) => ({ path, maxMib: dice.int(0, 4) === 0 ? null : dice.pick(limits) }))

/**
 * The effective memory.max in a tree. cgroup-v2.rst: memory is charged to the
 * cgroup and every ancestor, so the smallest memory.max on the way up holds; the
 * file itself shows the cgroup's own setting. The event `oom` is counted in the
 * cgroup whose limit was hit (memory.events, "Memory Interface Files").
 */
export const memoryMax = createGenerator<Values>({
  parameters: [depth, size],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const tree = drawLimits(dice, drawTree(dice, depth.of(given), 3))
        const leaves = tree.filter((node) => isLeaf(node, tree))
        return { tree, asked: dice.some(leaves, size.of(given)) }
      },
      ({ tree, asked }) => {
        const found = asked.map((leaf) => decisive(leaf, tree))
        const answers = found.map((node) => node?.maxMib)
        return (
          asked.length === size.of(given) &&
          !answers.includes(undefined) &&
          new Set(answers).size === answers.length &&
          // The first is limited from above, and not by a limit that is looser than its own.
          found[0] !== asked[0] &&
          asked.every((leaf) => leaf.path.split('/').length > 2) &&
          asked.some((leaf) => upwards(leaf, tree).filter((node) => node.maxMib !== null).length > 1) &&
          tree.some((node) => node.maxMib === null)
        )
      },
    ),
  write: ({ tree, asked }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const bytes = (node: Limited): string => (node.maxMib === null ? 'max' : String(node.maxMib * mib))
    const [first] = asked
    const cause = first && decisive(first, tree)
    return {
      stem: [
        p('cgroup v2の木で、上限を読んだ。', 'The limits in a tree of cgroup v2 were read.'),
        transcript(
          grepped(
            'memory.max',
            tree.map((node) => [node.path, bytes(node)]),
          ),
        ),
        p('ほかのcgroupはメモリを使っていないとして、次の値を求めよ。', 'Suppose that no other cgroup uses memory. Give the values below.'),
      ],
      fields: [
        ...asked.map((leaf) => ({
          label: label(`\`${leaf.path}\`のプロセスが使えるメモリの上限`, `Memory that the processes of \`${leaf.path}\` can use at most`),
          form: { kind: 'size' as const },
          expected: `${decisive(leaf, tree)?.maxMib ?? ''}M`,
        })),
        {
          label: label(
            `\`${first?.path}\`のプロセスが使い続けたとき、\`memory.events\`の\`oom\`が増えるcgroup(パス)`,
            `The cgroup (its path) whose \`memory.events\` counts \`oom\` as the processes of \`${first?.path}\` use more and more`,
          ),
          form: { kind: 'word', accepted: cause === undefined ? [] : [cause.path.slice(1), `/sys/fs/cgroup${cause.path}`] },
          expected: cause?.path ?? '',
        },
      ],
      solution: [
        p(
          '使ったメモリは、自分のcgroupと、その祖先のすべてに計上される。効くのは、上へたどった中で最も小さい上限である。',
          'Memory is charged to the cgroup and to all its ancestors. What holds is the smallest limit on the way up.',
        ),
        steps([
          ...asked.map((leaf) => {
            const way = upwards(leaf, tree)
            const values = way.map((node) => `${node.path} ${node.maxMib === null ? 'max' : `${node.maxMib}M`}`).join(', ')
            const least = decisive(leaf, tree)
            return say(
              `\`${leaf.path}\`から上へ: \`${values}\`。最小は\`${least?.maxMib}M\` (${least?.maxMib} × 1048576 = ${(least?.maxMib ?? 0) * mib})`,
              `From \`${leaf.path}\` upwards: \`${values}\`. The smallest is \`${least?.maxMib}M\` (${least?.maxMib} × 1048576 = ${(least?.maxMib ?? 0) * mib})`,
            )
          }),
          say(
            `\`oom\`は、上限に達したcgroupで数えられる: \`${cause?.path}\``,
            `\`oom\` is counted in the cgroup whose limit is hit: \`${cause?.path}\``,
          ),
        ]),
      ],
    }
  },
})
