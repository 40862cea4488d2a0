import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag, oneOf } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

/** A line of uid_map: `length` IDs from `inside` on stand for as many from `outside` on. */
interface Range {
  readonly inside: number
  readonly outside: number
  readonly length: number
}
interface Asked {
  readonly from: 'inside' | 'outside'
  readonly id: number
  /** The line that holds the ID, counted from 0. */
  readonly line: number | null
}
interface Values {
  readonly pid: number
  readonly ranges: readonly Range[]
  readonly asked: readonly Asked[]
}

const ranges = count('ranges', 1, 4, 2)
const ids = count('ids', 2, 5, 3)
const from = oneOf('from', 'both', 'inside', 'outside')
const unmapped = flag('unmapped', true)

/** What stat(2) and getuid(2) show of an ID that has no counterpart: /proc/sys/kernel/overflowuid. */
const overflowUid = 65534

const lineOf = (lines: readonly Range[], side: Asked['from'], id: number): number | null => {
  const line = lines.findIndex((range) => id >= range[side] && id < range[side] + range.length)
  return line < 0 ? null : line
}

/** The ID on the other side; `null` where there is none, which from outside shows as the overflow UID. */
const translated = ({ from: side, id, line }: Asked, lines: readonly Range[]): number | null => {
  const range = line === null ? undefined : lines[line]
  if (range !== undefined) return range[side === 'inside' ? 'outside' : 'inside'] + (id - range[side])
  return side === 'inside' ? null : overflowUid
}

const drawRanges = (dice: Dice, lines: number): readonly Range[] => {
  let free = 0
  const hosts = dice.some(
    Array.from({ length: 30 }, (_, index) => index + 1),
    lines,
  )
  return hosts.map((host, line) => {
    const isSingle = line === 0 && lines > 1 && dice.int(0, 1) === 0
    const length = isSingle ? 1 : dice.pick([100, 500, 1000, 2000, 5000, 10_000, 20_000, 65_536])
    const inside = free + (line === 0 ? dice.pick([0, 0, 1]) : dice.pick([0, 0, 100, 1000, 5000]))
    free = inside + length
    return { inside, outside: isSingle ? dice.int(1000, 1030) : host * 100_000 + dice.int(0, 30) * 1000, length }
  })
}

const drawAsked = (dice: Dice, lines: readonly Range[], side: Asked['from'], isMapped: boolean): Asked => {
  const range = dice.pick(lines.filter(({ length }) => length > 1))
  const offset = isMapped ? dice.pick([range.length - 1, dice.int(1, range.length - 1)]) : range.length
  const id = range[side] + offset
  return { from: side, id, line: lineOf(lines, side, id) }
}

/**
 * IDs translated through uid_map in both directions. user_namespaces(7): a line
 * maps `length` IDs from `inside` on to those from `outside` on; read in the
 * initial namespace, the second number is a host UID. An ID without a line has no
 * counterpart: setuid(2) to it fails with EINVAL, and a file of such an owner
 * shows the overflow UID, 65534.
 */
export const uidMap = createGenerator<Values>({
  parameters: [ranges, ids, from, unmapped],
  draw: (dice, given) => {
    const asks = ids.of(given)
    const side = from.of(given)
    return drawUntil(
      () => {
        const lines = drawRanges(dice, ranges.of(given))
        const odd = unmapped.of(given) ? dice.int(0, asks - 1) : -1
        const first = dice.int(0, 1)
        const asked = Array.from({ length: asks }, (_, place) => {
          const isInside = side === 'both' ? (place + first) % 2 === 0 : side === 'inside'
          return drawAsked(dice, lines, isInside ? 'inside' : 'outside', place !== odd)
        })
        return { pid: dice.int(1200, 9800), ranges: lines, asked }
      },
      ({ ranges: lines, asked }) => {
        const shown = new Set(lines.flatMap((line) => [line.inside, line.outside, line.length]))
        const answers = asked.map((ask) => translated(ask, lines))
        const mapped = asked.filter((ask) => ask.line !== null)
        return (
          mapped.length === (unmapped.of(given) ? asks - 1 : asks) &&
          new Set(asked.map((ask) => ask.id)).size === asks &&
          new Set(answers).size === asks &&
          (lines.filter(({ length }) => length > 1).length < 2 || mapped.length < 2 || new Set(mapped.map((ask) => ask.line)).size > 1) &&
          answers.every((answer, place) => answer !== asked[place]?.id && (answer === null || !shown.has(answer)))
        )
      },
    )
  },
  write: ({ pid, ranges: lines, asked }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const map = lines.map(({ inside, outside, length }) => [inside, outside, length].map((value) => String(value).padStart(10)).join(' '))
    const asksInside = asked.some((ask) => ask.from === 'inside')
    return {
      stem: [
        p(
          `プロセス${pid}は、独自のユーザーネームスペースで動いている。初期ユーザーネームスペースであるホストで、その対応表を読んだ。`,
          `Process ${pid} runs in a user namespace of its own. On the host, which is the initial user namespace, its map was read.`,
        ),
        transcript(`# cat /proc/${pid}/uid_map\n${map.join('\n')}`),
        asksInside
          ? p('次のIDを求めよ。対応するIDがなければ`none`と書け。', 'Give the IDs below. Where an ID has no counterpart, write `none`.')
          : p('次のIDを求めよ。', 'Give the IDs below.'),
      ],
      fields: asked.map((ask): ExerciseField => {
        const answer = translated(ask, lines)
        return {
          label:
            ask.from === 'inside'
              ? label(`コンテナのUID \`${ask.id}\`に当たるホストのUID`, `Host UID of container UID \`${ask.id}\``)
              : label(
                  `ホストのUID \`${ask.id}\`のファイルを、コンテナの\`stat\`で見た所有者のUID`,
                  `Owner UID that \`stat\` in the container shows for a file of host UID \`${ask.id}\``,
                ),
          form: ask.from === 'inside' ? { kind: 'number', mayBeNone: true } : { kind: 'number' },
          expected: answer === null ? 'none' : String(answer),
        }
      }),
      solution: [
        p(
          '1列目が中のID、2列目がホストのID、3列目が個数である。IDが範囲に入る行を探し、先頭からの差をもう一方の先頭に足す。',
          'Column 1 is the ID inside, column 2 the ID on the host, column 3 how many. Find the line whose range holds the ID, and add its distance from the start to the other start.',
        ),
        steps(
          asked.map((ask) => {
            const { id, from: side, line } = ask
            const range = line === null ? undefined : lines[line]
            if (range === undefined)
              return side === 'inside'
                ? say(
                    `\`${id}\`は、1列目のどの範囲にも入らない。対応するIDはなく、\`setuid(${id})\`は\`EINVAL\`で失敗する。`,
                    `\`${id}\` lies in none of the ranges of column 1. It has no counterpart, and \`setuid(${id})\` fails with \`EINVAL\`.`,
                  )
                : say(
                    `\`${id}\`は、2列目のどの範囲にも入らない。対応のないIDは、オーバーフローUIDの\`${overflowUid}\`と表示される。`,
                    `\`${id}\` lies in none of the ranges of column 2. An ID without a counterpart shows as the overflow UID, \`${overflowUid}\`.`,
                  )
            const start = range[side]
            const other = range[side === 'inside' ? 'outside' : 'inside']
            const column = side === 'inside' ? 1 : 2
            return say(
              `\`${id}\`は、${column}列目が\`${start}\`から\`${start + range.length - 1}\`までの行に入る: ${other} + (${id} − ${start}) = \`${other + id - start}\``,
              `\`${id}\` lies in the line whose column ${column} runs from \`${start}\` to \`${start + range.length - 1}\`: ${other} + (${id} − ${start}) = \`${other + id - start}\``,
            )
          }),
        ),
      ],
    }
  },
})
