import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

/** A mount of one file system, with its tags in mountinfo. */
interface Mount {
  readonly id: number
  readonly path: string
  readonly shared: number | null
  readonly master: number | null
  readonly unbindable: boolean
}
interface Values {
  readonly parent: number
  readonly device: string
  readonly mounts: readonly Mount[]
  /** Where something is mounted, one independent of the other. */
  readonly events: readonly Mount[]
}

const size = count('mounts', 4, 8, 6)
const eventCount = count('events', 1, 3, 2)

/**
 * Where a mount made under one of these also appears, from the nearest outwards.
 * fs/pnode.c, `propagate_mnt`: if the parent is shared, under each of its peers,
 * under each slave of the group, and from a slave that is itself shared on to its
 * peers and slaves. A parent that is not shared sends nothing.
 */
const reached = (origin: Mount, mounts: readonly Mount[]): readonly Mount[] => {
  if (origin.shared === null) return []
  const found: Mount[] = []
  const groups = [origin.shared]
  for (const group of groups) {
    for (const mount of mounts) {
      const isReached = mount.shared === group || mount.master === group
      if (mount === origin || found.includes(mount) || !isReached) continue
      found.push(mount)
      if (mount.shared !== null && !groups.includes(mount.shared)) groups.push(mount.shared)
    }
  }
  return found
}

const tagsOf = ({ shared, master, unbindable }: Mount): string =>
  [
    ...(shared === null ? [] : [`shared:${shared}`]),
    ...(master === null ? [] : [`master:${master}`]),
    ...(unbindable ? ['unbindable'] : []),
  ].join(' ')

const drawMounts = (dice: Dice, total: number): readonly Mount[] => {
  const first = dice.int(1, 60)
  const second = first + dice.int(1, 40)
  const id = dice.int(60, 400)
  const places = dice.some(['/srv/a', '/srv/b', '/srv/c', '/srv/d', '/srv/e', '/srv/f', '/srv/g', '/srv/h'], total).sort()
  return places.map((path, index) => {
    const base = { id: id + index * dice.int(1, 2), path, shared: null, master: null, unbindable: false }
    switch (dice.pick(['peer', 'peer', 'slave', 'both', 'inner', 'private', 'unbindable'])) {
      case 'peer':
        return { ...base, shared: first }
      case 'slave':
        return { ...base, master: first }
      case 'both':
        return { ...base, shared: second, master: first }
      case 'inner':
        return { ...base, master: second }
      case 'unbindable':
        return { ...base, unbindable: true }
      default:
        return base
    }
  })
}

/**
 * Where a new mount shows up. mount_namespaces(7): shared mounts of a peer group
 * share mount events, a slave receives those of its master group and sends none
 * there, a private or unbindable mount does neither.
 */
export const mountPropagation = createGenerator<Values>({
  parameters: [size, eventCount],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const mounts = drawMounts(dice, size.of(given))
        return { parent: dice.int(25, 48), device: `0:${dice.int(36, 90)}`, mounts, events: dice.some(mounts, eventCount.of(given)) }
      },
      ({ mounts, events }) => {
        const groups = new Set(mounts.flatMap((mount) => mount.shared ?? []))
        const outcomes = events.map((event) => reached(event, mounts).length)
        const [first = 0] = outcomes
        return (
          // A tag without a member in view would be `propagate_from`, another exercise.
          mounts.every((mount) => mount.master === null || groups.has(mount.master)) &&
          mounts.some((mount) => mount.master !== null) &&
          mounts.some((mount) => mount.shared === null && mount.master === null) &&
          new Set(mounts.map((mount) => mount.id)).size === mounts.length &&
          first > 1 &&
          first < mounts.length - 1 &&
          new Set(events.map((event) => tagsOf(event))).size === events.length
        )
      },
    ),
  write: ({ parent, device, mounts, events }, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const lines = mounts.map((mount) => {
      const tags = tagsOf(mount)
      return `${mount.id} ${parent} ${device} / ${mount.path} rw,relatime${tags === '' ? '' : ` ${tags}`} - tmpfs t rw`
    })
    return {
      stem: [
        p('同じtmpfsが、いくつものディレクトリにバインドマウントされている。', 'The same tmpfs is bind-mounted on several directories.'),
        transcript(`# grep ' /srv/' /proc/self/mountinfo\n${lines.join('\n')}`),
        p(
          '次のそれぞれを、ほかは行わずに単独で行う。新しいマウントがほかに現れるディレクトリを、`x`を除いた形で挙げよ。',
          'Each of these is done alone, without the others. Name the directories, without `x`, under which the new mount appears as well.',
        ),
      ],
      fields: events.map((event) => ({
        label: label(`\`mount -t tmpfs x ${event.path}/x\``, `\`mount -t tmpfs x ${event.path}/x\``),
        form: { kind: 'words' as const },
        expected:
          reached(event, mounts)
            .map((mount) => mount.path)
            .join(' ') || 'none',
      })),
      solution: [
        p(
          '`shared:N`はグループNのメンバーで、マウントを送り合う。`master:N`はグループNから受け取るだけで、そこへは送らない。両方あれば、受け取ったものを自分のグループにも伝える。タグのないものと`unbindable`は、送りも受け取りもしない。',
          '`shared:N` is a member of group N, whose members send each other mounts. `master:N` receives from group N and sends nothing there. One with both passes on to its own group what it receives. Without a tag, and with `unbindable`, it neither sends nor receives.',
        ),
        steps(
          events.map((event) => {
            const tags = tagsOf(event)
            const found = reached(event, mounts)
            const tagged = tags === '' ? say('タグなし', 'no tag') : `\`${tags}\``
            if (event.shared === null)
              return say(
                `\`${event.path}\`: ${tagged}。どのグループのメンバーでもないので、どこへも伝わらない: なし`,
                `\`${event.path}\`: ${tagged}. It is a member of no group, so it sends nothing: none`,
              )
            const shown = found.map((mount) => `${mount.path} (${tagsOf(mount)})`)
            return say(
              `\`${event.path}\`: ${tagged}。グループ${event.shared}のメンバーとスレーブ、さらにその先へ伝わる: ${codes(shown)}`,
              `\`${event.path}\`: ${tagged}. It reaches the members and slaves of group ${event.shared}, and from there on: ${codes(shown)}`,
            )
          }),
        ),
      ],
    }
  },
})
