import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count } from './parameter.ts'
import { steps, table, wordsFor } from './wording.ts'

const allTypes = ['net', 'mnt', 'pid', 'ipc', 'uts', 'user', 'cgroup'] as const
type NsType = (typeof allTypes)[number]

/** Of the initial namespaces: include/uapi/linux/nsfs.h; those of net and mnt are fixed there since 2025. */
const initialInode: Readonly<Record<NsType, number>> = {
  cgroup: 4026531835,
  pid: 4026531836,
  user: 4026531837,
  uts: 4026531838,
  ipc: 4026531839,
  mnt: 4026531832,
  net: 4026531833,
}

interface Process {
  readonly pid: number
  readonly inodes: Readonly<Partial<Record<NsType, number>>>
}
interface Values {
  readonly types: readonly NsType[]
  readonly processes: readonly Process[]
  /** Who shares `type` with this one? */
  readonly member: Process
  readonly type: NsType
  /** Which types does this one share with the host? */
  readonly guest: Process
  /** The two that share every type. */
  readonly twins: readonly Process[]
}

const size = count('processes', 4, 8, 5)
const typeCount = count('types', 3, 7, 4)

const withSame = (processes: readonly Process[], member: Process, type: NsType): readonly Process[] =>
  processes.filter((other) => other !== member && other.inodes[type] === member.inodes[type])
const sameTypes = (a: Process, b: Process, types: readonly NsType[]): readonly NsType[] =>
  types.filter((type) => a.inodes[type] === b.inodes[type])

const drawProcesses = (dice: Dice, types: readonly NsType[], total: number): readonly Process[] => {
  let inode = 4026532100 + dice.int(0, 600)
  // Three places to be for each type: the host's namespace and two others.
  const places = new Map(
    types.map((type) => {
      const others = [1, 2].map(() => {
        inode += dice.int(1, 3)
        return inode
      })
      return [type, [initialInode[type], ...others]] as const
    }),
  )
  const pids = dice
    .some(
      Array.from({ length: 400 }, (_, index) => 2100 + index * 17),
      total - 1,
    )
    .sort((a, b) => a - b)
  const host: Process = { pid: 1, inodes: Object.fromEntries(types.map((type) => [type, initialInode[type]])) }
  const guests = pids.map(
    (pid): Process => ({ pid, inodes: Object.fromEntries(types.map((type) => [type, dice.pick(places.get(type) ?? [])])) }),
  )
  const [from, to] = dice.some(guests, 2)
  return [host, ...guests.map((guest) => (guest === to && from !== undefined ? { ...guest, inodes: from.inodes } : guest))]
}

/**
 * Which processes share a namespace. namespaces(7): two processes are in the same
 * namespace of a type if the device and the inode of their links in `/proc/PID/ns`
 * are the same; all namespaces lie on one device. PID 1 of the host is in the initial ones.
 */
export const nsInodes = createGenerator<Values>({
  parameters: [size, typeCount],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const types = dice.some(allTypes, typeCount.of(given))
        const processes = drawProcesses(dice, types, size.of(given))
        const guests = processes.slice(1)
        const pairs = processes.flatMap((a, place) =>
          processes.slice(place + 1).flatMap((b) => (sameTypes(a, b, types).length === types.length ? [[a, b]] : [])),
        )
        // Ambiguous if several pairs, or three processes, share everything.
        const [twins = []] = pairs.length === 1 ? pairs : []
        return { types, processes, twins, member: dice.pick(guests), type: dice.pick(types), guest: dice.pick(guests) }
      },
      ({ types, processes, twins, member, type, guest }) => {
        const sharing = withSame(processes, member, type).length
        const [host] = processes
        const withHost = host === undefined ? 0 : sameTypes(guest, host, types).length
        return (
          twins.length === 2 &&
          !twins.some((twin) => twin === host) &&
          sharing > 0 &&
          sharing < processes.length - 1 &&
          withHost > 0 &&
          withHost < types.length &&
          member !== guest &&
          !twins.every((twin) => [member, guest].includes(twin))
        )
      },
    ),
  write: ({ types, processes, twins, member, type, guest }, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const [host] = processes
    const sharing = withSame(processes, member, type).map((other) => other.pid)
    const withHost = host === undefined ? [] : sameTypes(guest, host, types)
    return {
      stem: [
        p(
          'ホストで、各プロセスの`/proc/PID/ns`にあるリンクの番号を読んだ。PID 1はホストのinitである。',
          'On the host, the numbers of the links in `/proc/PID/ns` of each process were read. PID 1 is the host’s init.',
        ),
        table(
          ['PID', ...types.map((name) => `\`${name}\``)],
          processes.map(({ pid, inodes }) => [`\`${pid}\``, ...types.map((name) => `\`${inodes[name]}\``)]),
        ),
        p('PIDや種類を答えよ。', 'Give the PIDs and types.'),
      ],
      fields: [
        {
          label: label(
            `プロセス${member.pid}と\`${type}\`ネームスペースを共有するほかのプロセスのPID`,
            `PIDs of the other processes that share the \`${type}\` namespace of process ${member.pid}`,
          ),
          form: { kind: 'words' },
          expected: sharing.join(' '),
        },
        {
          label: label(
            `プロセス${guest.pid}がホストと共有するネームスペースの種類(列の名前)`,
            `Types of namespace that process ${guest.pid} shares with the host (names of columns)`,
          ),
          form: { kind: 'words' },
          expected: withHost.join(' '),
        },
        {
          label: label(
            '表のネームスペースをすべて共有する2つのプロセスのPID',
            'PIDs of the 2 processes that share all namespaces of the table',
          ),
          form: { kind: 'words' },
          expected: twins.map((twin) => twin.pid).join(' '),
        },
      ],
      solution: [
        p(
          '同じ列の番号が等しければ、同じネームスペースにいる。列の違う番号を比べても意味はない。',
          'Two processes are in the same namespace where their numbers in a column are equal. Numbers of different columns say nothing of each other.',
        ),
        steps([
          say(
            `\`${type}\`の列でプロセス${member.pid}の番号は\`${member.inodes[type]}\`。同じ番号は${codes(sharing)}`,
            `In column \`${type}\` process ${member.pid} has \`${member.inodes[type]}\`. So have ${codes(sharing)}`,
          ),
          say(
            `プロセス${guest.pid}の行をPID 1の行と比べると、等しいのは${codes(withHost)}`,
            `Compared with the row of PID 1, the row of process ${guest.pid} is equal in ${codes(withHost)}`,
          ),
          say(
            `行全体が等しいのは${codes(twins.map((twin) => twin.pid))}`,
            `The rows that are equal throughout are those of ${codes(twins.map((twin) => twin.pid))}`,
          ),
        ]),
      ],
    }
  },
})
