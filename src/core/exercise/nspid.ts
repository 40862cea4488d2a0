import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count } from './parameter.ts'
import { steps, table, wordsFor } from './wording.ts'

/** A container with a PID namespace of its own. */
interface Container {
  readonly name: string
  /** The container it was started in; `null`: on the host. */
  readonly within: string | null
  /** PID namespaces from the host's to its own, both counted. */
  readonly levels: number
}
interface Process {
  readonly command: string
  readonly container: Container
  /** The values of `NSpid` as the host reads them: outermost first. */
  readonly pids: readonly number[]
}
interface Values {
  readonly containers: readonly Container[]
  readonly processes: readonly Process[]
  /** Is to be signalled from the outermost container of its chain. */
  readonly target: Process
  /** Its `NSpid` line is read in the outermost container of the chain. */
  readonly line: Process
  /** Is named by its number in its own namespace, which another namespace uses for another process. */
  readonly named: Process
}

const levels = count('levels', 3, 5, 3)
const size = count('processes', 4, 9, 6)

const commands = ['nginx', 'sh', 'redis', 'sleep', 'python3', 'postgres', 'cron', 'sshd', 'node', 'java', 'httpd', 'top'] as const
const letters = ['A', 'B', 'C', 'D', 'E'] as const

/** The chain A, B … of containers within one another, and one more that was started on the host. */
const drawContainers = (depth: number): readonly Container[] => {
  const chain = letters
    .slice(0, depth - 1)
    .map((name, index): Container => ({ name, within: letters[index - 1] ?? null, levels: index + 2 }))
  return [...chain, { name: letters[depth - 1] ?? 'E', within: null, levels: 2 }]
}

/** Gives every container an init, the others at random, and each process a number at each level, rising as the processes were started. */
const drawProcesses = (dice: Dice, containers: readonly Container[], total: number): readonly Process[] => {
  const order = [...containers]
  while (order.length < total) {
    const container = dice.pick(containers)
    order.splice(dice.int(order.indexOf(container) + 1, order.length), 0, container)
  }
  const last = new Map<string, number>()
  let host = dice.int(2000, 6000)
  const names = dice.some(commands, total)
  return order.map((container, index) => {
    host += dice.int(3, 180)
    const inner = chainOf(container, containers).map(({ name }) => {
      const before = last.get(name)
      const next = before === undefined ? 1 : before + dice.int(1, 30)
      last.set(name, next)
      return next
    })
    return { command: names[index] ?? 'sh', container, pids: [host, ...inner] }
  })
}

const chainOf = (container: Container, containers: readonly Container[]): readonly Container[] => {
  const outer = containers.find((other) => other.name === container.within)
  return outer === undefined ? [container] : [...chainOf(outer, containers), container]
}
const isWithin = (task: Process, name: string, containers: readonly Container[]): boolean =>
  chainOf(task.container, containers).some((container) => container.name === name)

/**
 * Reading NSpid. proc_pid_status(5): the line has the process's number in each PID
 * namespace, from that of the `/proc` it is read in to the process's own.
 * pid_namespaces(7): a process has a number in its own namespace and in all
 * ancestors, and is seen from there and nowhere else.
 */
export const nspid = createGenerator<Values>({
  parameters: [levels, size],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const containers = drawContainers(levels.of(given))
        const processes = drawProcesses(dice, containers, Math.max(size.of(given), containers.length))
        const inner = processes.filter((task) => task.pids.length > 2)
        return { containers, processes, target: dice.pick(inner), line: dice.pick(inner), named: dice.pick(processes) }
      },
      ({ containers, processes, target, line, named }) => {
        const own = (task: Process): number => task.pids.at(-1) ?? 0
        const seen = processes.filter((task) => isWithin(task, 'A', containers)).length
        return (
          target !== named &&
          target !== line &&
          line !== named &&
          // Each level has its own number, so that a wrong one is wrong.
          new Set(target.pids).size === target.pids.length &&
          processes.some((task) => task.container.name !== named.container.name && task.pids.slice(1).includes(own(named))) &&
          processes.filter((task) => task.container === named.container && own(task) === own(named)).length === 1 &&
          seen > 1 &&
          seen < processes.length
        )
      },
    ),
  write: ({ containers, processes, target, line, named }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const seen = processes.filter((task) => isWithin(task, 'A', containers))
    const own = named.pids.at(-1) ?? 0
    const started = containers.map(({ name, within }) =>
      within === null ? say(`${name}はホストで`, `${name} on the host`) : say(`${name}は${within}の中で`, `${name} in ${within}`),
    )
    const fields: ExerciseField[] = [
      {
        label: label(
          `Aのシェルが\`${target.command}\`に\`kill\`で渡す番号`,
          `Number that a shell in A gives to \`kill\` for \`${target.command}\``,
        ),
        form: { kind: 'number' },
        expected: String(target.pids[1]),
      },
      {
        label: label(
          `Aの中の\`/proc\`で読む、\`${line.command}\`の\`NSpid\`の値`,
          `Values of \`NSpid\` of \`${line.command}\`, read from the \`/proc\` in A`,
        ),
        form: { kind: 'sequence' },
        expected: line.pids.slice(1).join(' '),
      },
      {
        label: label(
          `${named.container.name}の中でPID \`${own}\`の、ホストでのPID`,
          `PID on the host of PID \`${own}\` in ${named.container.name}`,
        ),
        form: { kind: 'number' },
        expected: String(named.pids[0]),
      },
      {
        label: label('このうち、Aの中の`ps ax`に並ぶものの数', 'How many of these `ps ax` in A lists'),
        form: { kind: 'number' },
        expected: String(seen.length),
      },
    ]
    return {
      stem: [
        p(
          `コンテナを、${started.join('、')}起動した。どれもPIDネームスペースと\`/proc\`を独自に持つ。ホストで各プロセスの\`/proc/PID/status\`を読んだ。`,
          `Containers were started: ${started.join(', ')}. Each has a PID namespace and a \`/proc\` of its own. On the host, \`/proc/PID/status\` of each process was read.`,
        ),
        table(
          [say('コマンド', 'Command'), say('コンテナ', 'Container'), '`NSpid`'],
          processes.map(({ command, container, pids }) => [`\`${command}\``, container.name, `\`${pids.join(' ')}\``]),
        ),
        p('次の値を求めよ。', 'Give the values below.'),
      ],
      fields,
      solution: [
        p(
          '左端はホストでの番号、右端はプロセス自身のネームスペースでの番号で、間には外側の階層から順に並ぶ。',
          'The leftmost value is the number on the host, the rightmost the number in the process’s own namespace; the levels between run from the outside in.',
        ),
        steps([
          say(
            `\`${target.command}\`の値のうち、Aの階層は左から2番目である: \`${target.pids[1]}\``,
            `Of the values of \`${target.command}\`, the level of A is number 2 from the left: \`${target.pids[1]}\``,
          ),
          say(
            `Aの\`/proc\`はAのネームスペースに属し、そこにホストの番号はない。左端の\`${line.pids[0]}\`が消える: \`${line.pids.slice(1).join(' ')}\``,
            `The \`/proc\` in A belongs to A’s namespace, which has no numbers of the host. The leftmost, \`${line.pids[0]}\`, goes: \`${line.pids.slice(1).join(' ')}\``,
          ),
          say(
            `${named.container.name}のプロセスで右端が\`${own}\`なのは\`${named.command}\`である。その左端は\`${named.pids[0]}\``,
            `The process of ${named.container.name} whose rightmost value is \`${own}\` is \`${named.command}\`. Its leftmost is \`${named.pids[0]}\``,
          ),
          say(
            `Aから見えるのは、Aと、Aの中で起動したコンテナのプロセスである: \`${seen.map((task) => task.command).join(' ')}\`の${seen.length}個`,
            `A sees its own processes and those of containers started in it: \`${seen.map((task) => task.command).join(' ')}\`, which are ${seen.length}`,
          ),
        ]),
      ],
    }
  },
})
