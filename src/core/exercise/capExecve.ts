import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { type CapabilityName, capabilityNames, maskOf } from './capabilityNames.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag, oneOf } from './parameter.ts'
import { listing, steps, table, transcript, wordsFor } from './wording.ts'

type Names = readonly CapabilityName[]

interface Thread {
  readonly inheritable: Names
  readonly permitted: Names
  readonly effective: Names
  readonly bounding: Names
  readonly ambient: Names
}
interface FileCapabilities {
  readonly permitted: Names
  readonly inheritable: Names
  readonly effective: boolean
}
interface Values {
  readonly program: 'file-caps' | 'plain' | 'setuid-root' | 'root'
  readonly noNewPrivs: boolean
  readonly show: 'names' | 'hex'
  readonly before: Thread
  readonly file: FileCapabilities | null
}

const program = oneOf('program', 'file-caps', 'plain', 'setuid-root', 'root')
const noNewPrivs = flag('no-new-privs', false)
const show = oneOf('show', 'names', 'hex')
const size = count('capabilities', 4, 8, 6)

const both = (a: Names, b: Names): Names => a.filter((name) => b.includes(name))
const either = (a: Names, b: Names): Names => capabilityNames.filter((name) => a.includes(name) || b.includes(name))
const without = (a: Names, b: Names): Names => a.filter((name) => !b.includes(name))
const same = (a: Names, b: Names): boolean => a.length === b.length && without(a, b).length === 0

interface After extends Pick<Thread, 'permitted' | 'effective' | 'ambient'> {
  /** What inheritable and bounding set give with the file's sets, before no_new_privs and ambient. */
  readonly fromFile: Names
  readonly isPrivileged: boolean
  /** Whether the effective bit is on, be it the file's or root's. */
  readonly raises: boolean
}

/**
 * What execve(2) makes of the sets. capabilities(7), "Transformation of
 * capabilities during execve()"; security/commoncap.c, `cap_bprm_creds_from_file`:
 * - root's (and a set-user-ID-root) file counts as one with all bits and the effective bit: P' = P(inh) | P(bnd);
 * - under no_new_privs the set-user-ID bit is ignored, and P' is cut down to what was permitted before;
 * - file capabilities and a changed UID clear the ambient set, which is then added to P';
 * - E' = P' with the effective bit, else the ambient set.
 */
const execve = (before: Thread, { program: kind, file, noNewPrivs: isBarred }: Values): After => {
  const changesUid = kind === 'setuid-root' && !isBarred
  const isRoot = changesUid || kind === 'root'
  const isPrivileged = changesUid || file !== null
  const fromFile = isRoot
    ? either(before.inheritable, before.bounding)
    : file === null
      ? []
      : either(both(before.inheritable, file.inheritable), both(file.permitted, before.bounding))
  const gained = isBarred ? both(fromFile, before.permitted) : fromFile
  const ambient = isPrivileged ? [] : before.ambient
  const permitted = either(gained, ambient)
  const raises = isRoot || file?.effective === true
  return { fromFile, isPrivileged, raises, permitted, effective: raises ? permitted : ambient, ambient }
}

const drawSome = (dice: Dice, names: Names, least: number): Names => {
  const drawn = dice.some(names, dice.int(Math.min(least, names.length), names.length))
  return capabilityNames.filter((name) => drawn.includes(name))
}

const drawValues = (dice: Dice, kind: Values['program'], isBarred: boolean, shown: Values['show'], total: number): Values => {
  const known = capabilityNames.filter((name) => !['NET_BROADCAST', 'MAC_OVERRIDE', 'MAC_ADMIN', 'BLOCK_SUSPEND'].includes(name))
  const names = dice.some(known, total)
  const inheritable = drawSome(dice, names, 1)
  const permitted = drawSome(dice, names, 1)
  const before: Thread = {
    inheritable,
    permitted,
    effective: drawSome(dice, permitted, 0),
    bounding: drawSome(dice, names, 2),
    // Ambient is always within permitted and inheritable.
    ambient: drawSome(dice, both(permitted, inheritable), 1),
  }
  const file: FileCapabilities | null =
    kind === 'file-caps'
      ? { permitted: drawSome(dice, names, 1), inheritable: drawSome(dice, names, 1), effective: dice.int(0, 3) > 0 }
      : null
  return { program: kind, noNewPrivs: isBarred, show: shown, before, file }
}

/** Whether each rule that the exercise is about changes the outcome. */
const asksSomething = (values: Values): boolean => {
  const { before, file, noNewPrivs: isBarred, program: kind } = values
  const after = execve(before, values)
  const common = before.ambient.length > 0 && !same(after.permitted, before.permitted) && !same(before.inheritable, before.ambient)
  const bars =
    !isBarred || kind === 'plain' || kind === 'setuid-root' || (!same(after.permitted, after.fromFile) && after.permitted.length > 0)
  if (!common || !bars) return false
  switch (kind) {
    case 'plain':
      return true
    case 'setuid-root':
    case 'root':
      return (
        without(before.inheritable, before.bounding).length > 0 &&
        without(before.bounding, before.inheritable).length > 0 &&
        !same(before.bounding, before.permitted)
      )
    case 'file-caps': {
      if (file === null) return false
      // Otherwise execve fails with EPERM: the file is to have all its capabilities or not to run.
      const isRefused = file.effective && without(file.permitted, after.fromFile).length > 0
      const byInheritance = without(both(before.inheritable, file.inheritable), file.permitted)
      return (
        !isRefused &&
        both(file.permitted, before.bounding).length > 0 &&
        byInheritance.length > 0 &&
        without(file.inheritable, before.inheritable).length > 0 &&
        !same(after.permitted, file.permitted) &&
        (file.effective || without(file.permitted, either(before.bounding, before.inheritable)).length > 0)
      )
    }
  }
}

export const capExecve = createGenerator<Values>({
  parameters: [program, noNewPrivs, show, size],
  draw: (dice, given) =>
    drawUntil(() => drawValues(dice, program.of(given), noNewPrivs.of(given), show.of(given), size.of(given)), asksSomething),
  write: (values, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const { before, file, program: kind, noNewPrivs: isBarred, show: shown } = values
    const after = execve(before, values)
    const isHex = shown === 'hex'
    const none = say('なし', 'none')
    const set = (names: Names): string => (isHex ? `\`${maskOf(names)}\`` : codes(names))
    const plain = (names: Names): string => (isHex ? maskOf(names) : names.length === 0 ? none : names.join(', '))

    const rows: readonly (readonly [row: string, names: Names])[] = [
      ['CapInh', before.inheritable],
      ['CapPrm', before.permitted],
      ['CapEff', before.effective],
      ['CapBnd', before.bounding],
      ['CapAmb', before.ambient],
    ]
    const sets = isHex
      ? transcript(
          `$ grep -E 'Cap|NoNew' /proc/self/status\n${rows.map(([row, names]) => `${row}:\t${maskOf(names)}`).join('\n')}\nNoNewPrivs:\t${isBarred ? 1 : 0}`,
        )
      : table(
          [say('集合', 'Set'), say('ケイパビリティ', 'Capabilities')],
          [...rows.map(([row, names]) => [`\`${row}\``, codes(names)]), ['`NoNewPrivs`', isBarred ? '1' : '0']],
        )
    const caller = kind === 'root' ? 0 : 1000
    const programs: Readonly<Record<Values['program'], string>> = {
      plain: say(
        'ケイパビリティもset-user-IDビットもない、ふつうのファイル',
        'an ordinary file, without capabilities and without the set-user-ID bit',
      ),
      root: say(
        'ケイパビリティもset-user-IDビットもない、ふつうのファイル',
        'an ordinary file, without capabilities and without the set-user-ID bit',
      ),
      'setuid-root': say(
        'rootが所有し、set-user-IDビットの付いた、ケイパビリティのないファイル',
        'a file owned by root with the set-user-ID bit and without capabilities',
      ),
      'file-caps': say('次のケイパビリティを持つファイル', 'a file with the capabilities below'),
    }
    const fileSets =
      file === null
        ? []
        : [
            table(
              [say('ファイルの集合', 'Set of the file'), say('ケイパビリティ', 'Capabilities')],
              [
                ['`F(permitted)`', set(file.permitted)],
                ['`F(inheritable)`', set(file.inheritable)],
                [say('`F(effective)`(1ビット)', '`F(effective)` (1 bit)'), file.effective ? '1' : '0'],
              ],
            ),
          ]
    const asked: readonly (readonly [row: string, names: Names])[] = [
      ['CapPrm', after.permitted],
      ['CapEff', after.effective],
      ['CapAmb', after.ambient],
    ]
    const fields = asked.map(
      ([row, names]): ExerciseField => ({
        label: label(`\`execve\`後の\`${row}\``, `\`${row}\` after \`execve\``),
        form: { kind: isHex ? 'mask' : 'capabilities' },
        expected: isHex ? maskOf(names) : names.join(' ') || 'none',
      }),
    )

    const fromFile =
      file === null
        ? [`P(inheritable) | P(bounding) = ${plain(after.fromFile)}`]
        : [
            `P(inheritable) & F(inheritable) = ${plain(both(before.inheritable, file.inheritable))}`,
            `F(permitted) & P(bounding)      = ${plain(both(file.permitted, before.bounding))}`,
            `(…) | (…)                       = ${plain(after.fromFile)}`,
          ]
    const solved = [
      ...(kind === 'setuid-root' && isBarred
        ? [
            say(
              'no_new_privsのもとではset-user-IDビットが無視され、ふつうのファイルと同じになる。',
              'Under no_new_privs the set-user-ID bit is ignored: the file counts as an ordinary one.',
            ),
          ]
        : []),
      ...(kind === 'root' || (kind === 'setuid-root' && !isBarred)
        ? [
            say(
              '実効UIDが0なので、ファイルは全ビットと実効ビットを持つとみなされる。許可はP(inheritable) | P(bounding)になる。',
              'The effective UID is 0, so the file counts as one with all bits and the effective bit: permitted becomes P(inheritable) | P(bounding).',
            ),
          ]
        : []),
      after.isPrivileged
        ? say(
            `${file === null ? 'UIDが変わる' : 'ファイルがケイパビリティを持つ'}ので、アンビエントは空になる。`,
            `${file === null ? 'The UID changes' : 'The file has capabilities'}, so ambient is emptied.`,
          )
        : say(
            `特権ファイルではないので、アンビエントは残る: ${set(after.ambient)}`,
            `The file is not privileged, so ambient stays: ${set(after.ambient)}`,
          ),
      ...(isBarred && (kind === 'root' || kind === 'file-caps')
        ? [
            say(
              `no_new_privsのもとでは、それまでの許可セットにないものは得られない。${set(after.fromFile)}のうち残るのは${set(both(after.fromFile, before.permitted))}`,
              `Under no_new_privs nothing is gained that was not permitted before. Of ${set(after.fromFile)} there remains ${set(both(after.fromFile, before.permitted))}`,
            ),
          ]
        : []),
      say(
        `許可セットは、ここまでの結果にアンビエントを加えたもの: ${set(after.permitted)}`,
        `Permitted is what this gave and the ambient set: ${set(after.permitted)}`,
      ),
      after.raises
        ? say(
            `実効ビットがあるので、実効セットは許可セットと同じになる: ${set(after.effective)}`,
            `The effective bit is on, so effective equals permitted: ${set(after.effective)}`,
          )
        : say(
            `実効ビットがないので、実効セットはアンビエントだけになる: ${set(after.effective)}`,
            `Without the effective bit, effective is the ambient set alone: ${set(after.effective)}`,
          ),
    ]
    return {
      stem: [
        p(`UID ${caller}のスレッドの集合は次のとおりである。`, `A thread of UID ${caller} has these sets.`),
        sets,
        p(`このスレッドが、${programs[kind]}を\`execve\`で実行する。`, `It calls \`execve\` on ${programs[kind]}.`),
        ...fileSets,
        p('実行後の集合を求めよ。', 'Give the sets afterwards.'),
      ],
      fields,
      solution: [...(after.fromFile.length === 0 ? [] : [listing(fromFile.join('\n'))]), steps(solved)],
    }
  },
})
