import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

/** A line of /etc/subuid: `user:start:count`. */
interface Grant {
  readonly user: string
  readonly start: number
  readonly count: number
}
interface Values {
  readonly grants: readonly Grant[]
  readonly user: string
  readonly uid: number
  /** An ID in the container whose host UID is asked. */
  readonly inside: number
  /** A host UID whose ID in the container is asked. */
  readonly outside: number
  /** Users whose ranges have host UIDs in common; `null` if that is not asked. */
  readonly overlapping: readonly string[] | null
}

const users = count('users', 2, 4, 3)
const ranges = count('ranges', 1, 3, 1)
const overlap = flag('overlap', true)

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'] as const

const endOf = ({ start, count: length }: Grant): number => start + length
const meet = (a: Grant, b: Grant): boolean => a.start < endOf(b) && b.start < endOf(a)

const overlappingUsers = (grants: readonly Grant[]): readonly string[] => [
  ...new Set(grants.flatMap((a) => grants.flatMap((b) => (a.user < b.user && meet(a, b) ? [a.user, b.user] : [])))),
]

/** The user's ranges with the first ID that each gets in the container: 0 is the user, and the ranges follow from 1 on. */
const placed = (grants: readonly Grant[], user: string): readonly (Grant & { readonly inside: number })[] => {
  let inside = 1
  return grants
    .filter((grant) => grant.user === user)
    .map((grant) => {
      const first = inside
      inside += grant.count
      return { ...grant, inside: first }
    })
}

const drawGrants = (dice: Dice, userCount: number, rangeCount: number): Pick<Values, 'grants' | 'user' | 'uid'> => {
  const people = dice.some(names, userCount)
  const user = dice.pick(people)
  let start = dice.pick([100_000, 165_536, 200_000, 231_072, 300_000, 1_000_000])
  const grants: Grant[] = []
  for (const person of people) {
    for (let line = 0; line < (person === user ? rangeCount : 1); line += 1) {
      const length = dice.pick([1000, 5000, 10_000, 30_000, 65_536])
      // Now and then a range begins before the last one has ended.
      const step = dice.pick([0, 0, 0, 1000, 100_000, -500])
      start = Math.max(100_000, start + step)
      grants.push({ user: person, start, count: length })
      start += length
    }
  }
  return { grants, user, uid: 1000 + names.indexOf(user) }
}

/**
 * Arithmetic with subordinate UIDs. subuid(5): a line grants `count` UIDs from
 * `start` on. A rootless engine maps ID 0 to the user and the granted UIDs, in
 * their order, to 1, 2 … (newuidmap(1); podman(1), rootless mode).
 */
export const subuid = createGenerator<Values>({
  parameters: [users, ranges, overlap],
  draw: (dice, given) => {
    const lines = ranges.of(given)
    return drawUntil(
      () => {
        const base = drawGrants(dice, users.of(given), lines)
        const own = placed(base.grants, base.user)
        const last = own.at(-1) ?? dice.pick(own)
        const other = dice.pick(own)
        return {
          ...base,
          inside: last.inside + dice.pick([last.count - 1, dice.int(1, last.count - 1)]),
          outside: other.start + dice.int(1, other.count - 1),
          overlapping: overlap.of(given) ? overlappingUsers(base.grants) : null,
        }
      },
      ({ grants, user, inside, outside, overlapping }) => {
        const own = placed(grants, user)
        const shown = new Set(grants.flatMap((grant) => [grant.start, grant.count]))
        const answers = [hostUid(own, inside), containerUid(own, outside)]
        return (
          own.every((a, place) => own.every((b, index) => index <= place || !meet(a, b))) &&
          // One pair at most: more would be a list to guess at.
          (overlapping === null ? overlappingUsers(grants).length === 0 : overlapping.length === 0 || overlapping.length === 2) &&
          answers.every((answer) => answer !== undefined && !shown.has(answer)) &&
          inside !== answers[1]
        )
      },
    )
  },
  write: ({ grants, user, uid, inside, outside, overlapping }, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const own = placed(grants, user)
    const last = Math.max(...own.map(endOf)) - 1
    const home = own.find((grant) => inside >= grant.inside && inside < grant.inside + grant.count)
    const away = own.find((grant) => outside >= grant.start && outside < endOf(grant))
    const fields: ExerciseField[] = [
      {
        label: label(`コンテナのUID \`${inside}\`に当たるホストのUID`, `Host UID of container UID \`${inside}\``),
        form: { kind: 'number' },
        expected: String(hostUid(own, inside)),
      },
      {
        label: label(`ホストのUID \`${outside}\`に当たるコンテナのUID`, `Container UID of host UID \`${outside}\``),
        form: { kind: 'number' },
        expected: String(containerUid(own, outside)),
      },
      {
        label: label('コンテナが使う最大のホストUID', 'Largest host UID that the container uses'),
        form: { kind: 'number' },
        expected: String(last),
      },
    ]
    if (overlapping !== null)
      fields.push({
        label: label('範囲が重なっているユーザー', 'Users whose ranges overlap'),
        form: { kind: 'words' },
        expected: overlapping.length === 0 ? 'none' : overlapping.join(' '),
      })
    const spans = own.map((grant) =>
      say(
        `コンテナの\`${grant.inside}\`から\`${grant.inside + grant.count - 1}\`まで = ホストの\`${grant.start}\`から\`${endOf(grant) - 1}\`まで`,
        `\`${grant.inside}\` to \`${grant.inside + grant.count - 1}\` in the container = \`${grant.start}\` to \`${endOf(grant) - 1}\` on the host`,
      ),
    )
    return {
      stem: [
        p(
          `UID ${uid}の\`${user}\`がルートレスコンテナを起動する。中のUID 0は\`${user}\`自身に対応し、1以降には\`/etc/subuid\`の範囲が上の行から順に対応する。`,
          `\`${user}\`, UID ${uid}, starts a rootless container. UID 0 in it stands for \`${user}\`, and from 1 on the ranges of \`/etc/subuid\` follow in the order of their lines.`,
        ),
        transcript(`$ cat /etc/subuid\n${grants.map((grant) => `${grant.user}:${grant.start}:${grant.count}`).join('\n')}`),
        p('次の値を求めよ。', 'Give the values below.'),
      ],
      fields,
      solution: [
        p(
          `行は\`ユーザー:先頭:個数\`である。\`${user}\`の範囲をUID 1から順に並べる。`,
          `A line reads \`user:start:count\`. Lay the ranges of \`${user}\` end to end from UID 1 on.`,
        ),
        steps([
          ...spans,
          ...(home === undefined
            ? []
            : [
                say(
                  `コンテナの\`${inside}\`: ${home.start} + (${inside} − ${home.inside}) = \`${home.start + inside - home.inside}\``,
                  `Container UID \`${inside}\`: ${home.start} + (${inside} − ${home.inside}) = \`${home.start + inside - home.inside}\``,
                ),
              ]),
          ...(away === undefined
            ? []
            : [
                say(
                  `ホストの\`${outside}\`: ${away.inside} + (${outside} − ${away.start}) = \`${away.inside + outside - away.start}\``,
                  `Host UID \`${outside}\`: ${away.inside} + (${outside} − ${away.start}) = \`${away.inside + outside - away.start}\``,
                ),
              ]),
          say(`最後の範囲の終わりは、先頭 + 個数 − 1 = \`${last}\``, `The last range ends at start + count − 1 = \`${last}\``),
          ...(overlapping === null
            ? []
            : [
                overlapping.length === 0
                  ? say(
                      '各行の「先頭 + 個数」は、ほかの行の範囲に食い込まない。重なりはない。',
                      'No line’s “start + count” reaches into another line’s range: nothing overlaps.',
                    )
                  : say(
                      `先頭 + 個数を比べると、${codes(overlapping)}の範囲に共通のUIDがある。互いのコンテナのファイルの所有者になってしまう。`,
                      `Comparing start + count, the ranges of ${codes(overlapping)} have UIDs in common: each then owns files of the other’s containers.`,
                    ),
              ]),
        ]),
      ],
    }
  },
})

const hostUid = (own: ReturnType<typeof placed>, id: number): number | undefined =>
  own.flatMap((grant) => (id >= grant.inside && id < grant.inside + grant.count ? [grant.start + id - grant.inside] : []))[0]
const containerUid = (own: ReturnType<typeof placed>, id: number): number | undefined =>
  own.flatMap((grant) => (id >= grant.start && id < endOf(grant) ? [grant.inside + id - grant.start] : []))[0]
