import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { steps, table, wordsFor } from './wording.ts'

/** From the highest precedence to the lowest: seccomp(2). */
const actions = ['KILL_PROCESS', 'KILL_THREAD', 'TRAP', 'ERRNO', 'USER_NOTIF', 'TRACE', 'LOG', 'ALLOW'] as const
type Action = (typeof actions)[number]

/** How OCI profiles name those that have another name there. */
const otherNames: Readonly<Partial<Record<Action, readonly string[]>>> = { KILL_THREAD: ['KILL'], USER_NOTIF: ['NOTIFY'] }

interface Returned {
  readonly action: Action
  /** With ERRNO. */
  readonly errno: number | null
}
interface Values {
  readonly calls: readonly string[]
  /** In the order in which they were installed; what each returns for each call. */
  readonly filters: readonly (readonly Returned[])[]
}

const filterCount = count('filters', 2, 6, 4)
const callCount = count('calls', 1, 4, 2)
const tie = flag('tie', true)

const callNames = ['mount', 'keyctl', 'unshare', 'ptrace', 'bpf', 'chmod', 'socket', 'personality', 'reboot', 'setns'] as const
const errnos = [1, 13, 22, 38, 95, 110] as const

const nameOf = ({ action, errno }: Returned): string => (errno === null ? action : `ERRNO(${errno})`)
const rank = ({ action }: Returned): number => actions.indexOf(action)

/** What counts of several returns, the newest filter's first: the first of the highest precedence, with its errno. */
const counted = (returns: readonly Returned[]): Returned | undefined =>
  returns
    .toReversed()
    .reduce<Returned | undefined>((best, next) => (best === undefined || rank(next) < rank(best) ? next : best), undefined)

const returnsOf = (filters: Values['filters'], call: number): readonly Returned[] => filters.flatMap((returns) => returns[call] ?? [])

const drawReturn = (dice: Dice): Returned => {
  const action = dice.pick([...actions, 'ERRNO', 'ERRNO', 'ALLOW'] as const)
  return { action, errno: action === 'ERRNO' ? dice.pick(errnos) : null }
}

const ties = (returns: readonly Returned[]): boolean => {
  const won = counted(returns)
  return won?.action === 'ERRNO' && returns.some((other) => other.action === 'ERRNO' && other.errno !== won.errno)
}

/**
 * Which of several filters' returns counts. seccomp(2): all filters run, the most
 * recently installed first; the return value is the first-seen action of the
 * highest precedence with its data (kernel/seccomp.c, `seccomp_run_filters`).
 */
export const seccompFilters = createGenerator<Values>({
  parameters: [filterCount, callCount, tie],
  draw: (dice, given) => {
    const filters = filterCount.of(given)
    return drawUntil(
      () => {
        const calls = dice.some(callNames, callCount.of(given))
        return { calls, filters: Array.from({ length: filters }, () => calls.map(() => drawReturn(dice))) }
      },
      (values) => {
        const all = values.calls.map((_, call) => returnsOf(values.filters, call))
        const won = all.map(counted)
        return (
          all.every((returns) => new Set(returns.map(nameOf)).size > 1) &&
          new Set(won.map((one) => one && nameOf(one))).size === won.length &&
          // Neither “the newest wins” nor “the oldest wins” may be enough.
          all.some((returns, call) => won[call] !== returns[0] && won[call] !== returns.at(-1)) === filters > 2 &&
          all.some(ties) === tie.of(given)
        )
      },
    )
  },
  write: ({ calls, filters }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const won = calls.map((_, call) => counted(returnsOf(filters, call)))
    const fields = calls.flatMap((name, call): readonly ExerciseField[] => {
      const action = won[call]?.action ?? 'ALLOW'
      const names = [action, ...(otherNames[action] ?? [])]
      return [
        {
          label: label(`\`${name}\`に適用されるアクション`, `Action that applies to \`${name}\``),
          form: { kind: 'word', accepted: names.flatMap((word) => [word, `SECCOMP_RET_${word}`, `SCMP_ACT_${word}`]) },
          expected: action,
        },
        {
          label: label(`\`${name}\`が\`ERRNO\`なら、その番号`, `The number, if \`${name}\` gets \`ERRNO\``),
          form: { kind: 'number', mayBeNone: true },
          expected: String(won[call]?.errno ?? 'none'),
        },
      ]
    })
    return {
      stem: [
        p(
          'あるスレッドに、次の順でseccompフィルターが組み込まれた。表は、各フィルターがシステムコールに対して返す値である。',
          'These seccomp filters were installed on a thread, in this order. The table has what each returns for a system call.',
        ),
        table(
          [say('フィルター', 'Filter'), ...calls.map((name) => `\`${name}\``)],
          filters.map((returns, index) => [`${index + 1}`, ...returns.map((one) => `\`${nameOf(one)}\``)]),
        ),
        p('スレッドがそれぞれを呼び出したときの結果を求めよ。', 'The thread makes each of these calls. Give the outcome.'),
      ],
      fields,
      solution: [
        p(
          `どのフィルターも、新しいものから順に実行される。優先順位が最も高いアクションが勝ち、同じアクションなら先に実行された新しいフィルターの値を使う。順位は\`${actions.join(' > ')}\`。`,
          `All filters run, the newest first. The action of the highest precedence wins; of the same action the value that came first counts, which is the newer filter’s. The order is \`${actions.join(' > ')}\`.`,
        ),
        steps(
          calls.map((name, call) => {
            const order = returnsOf(filters, call).toReversed().map(nameOf).join(', ')
            const one = won[call]
            const result = one === undefined ? '' : nameOf(one)
            return say(
              `\`${name}\`: 新しい順に\`${order}\`。結果は\`${result}\``,
              `\`${name}\`: newest first \`${order}\`. The outcome is \`${result}\``,
            )
          }),
        ),
      ],
    }
  },
})
