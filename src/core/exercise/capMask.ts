import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { type CapabilityName, capabilityNames, maskOf } from './capabilityNames.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, oneOf } from './parameter.ts'
import { steps, table, transcript, wordsFor } from './wording.ts'

interface Values {
  readonly pid: number
  readonly ask: 'decode' | 'encode' | 'compare'
  /** In the order of their bits. */
  readonly held: readonly CapabilityName[]
  /** The rows of the table: those held and others. */
  readonly shown: readonly CapabilityName[]
}

const ask = oneOf('ask', 'decode', 'encode', 'compare')
const size = count('capabilities', 2, 8, 4)

/** What Docker gives a container: daemon/pkg/oci/caps/defaults.go of Moby, a80425fb. */
const dockerDefault: readonly CapabilityName[] = [
  ...(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'NET_BIND_SERVICE'] as const),
  ...(['NET_RAW', 'SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE', 'SETFCAP'] as const),
]

const bitOf = (name: CapabilityName): number => capabilityNames.indexOf(name)
const byBit = (names: readonly CapabilityName[]): readonly CapabilityName[] => names.toSorted((a, b) => bitOf(a) - bitOf(b))
const without = (names: readonly CapabilityName[], taken: readonly CapabilityName[]): readonly CapabilityName[] =>
  names.filter((name) => !taken.includes(name))
const digitsOf = (names: readonly CapabilityName[]): ReadonlySet<number> => new Set(names.map((name) => Math.floor(bitOf(name) / 4)))

const drawHeld = (dice: Dice, kind: Values['ask'], total: number): readonly CapabilityName[] => {
  if (kind !== 'compare') return byBit(dice.some(capabilityNames, total))
  // At least one is new and one is gone.
  const gone = dice.int(1, total - 1)
  const added = dice.some(without(capabilityNames, dockerDefault), total - gone)
  return byBit([...without(dockerDefault, dice.some(dockerDefault, gone)), ...added])
}

/** A digit of the mask that holds any of these bits: `digit 3 (bits 12–15) = 2: 13 NET_RAW`. */
const digitRows = (
  names: readonly CapabilityName[],
): readonly (readonly [digit: number, held: readonly CapabilityName[], value: string])[] =>
  [...digitsOf(names)]
    .sort((a, b) => a - b)
    .map((digit) => {
      const held = names.filter((name) => Math.floor(bitOf(name) / 4) === digit)
      return [digit, held, held.reduce((sum, name) => sum + 2 ** (bitOf(name) % 4), 0).toString(16)] as const
    })

/**
 * The capability masks of `/proc/PID/status`, proc_pid_status(5): hexadecimal, bit N
 * of the mask is capability N of include/uapi/linux/capability.h.
 */
export const capMask = createGenerator<Values>({
  parameters: [ask, size],
  draw: (dice, given) => {
    const kind = ask.of(given)
    const total = size.of(given)
    return drawUntil(
      () => {
        const held = drawHeld(dice, kind, total)
        const asked = kind === 'compare' ? [...without(held, dockerDefault), ...without(dockerDefault, held)] : held
        const others = dice.some(without(capabilityNames, asked), total + 2)
        return { pid: dice.int(1200, 9800), ask: kind, held, shown: byBit([...asked, ...others]) }
      },
      // Two bits of one digit have to be added up; bits of one digit alone would be no mask to find one's way in.
      ({ held }) => {
        const digits = digitsOf(held)
        return kind === 'compare' || (digits.size > 1 && (total < 3 || digits.size < held.length))
      },
    )
  },
  write: ({ pid, ask: kind, held, shown }, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const mask = maskOf(held)
    const names = table(
      [say('ビット', 'Bit'), say('ケイパビリティ', 'Capability')],
      shown.map((name) => [`${bitOf(name)}`, `\`CAP_${name}\``]),
      ['right', null],
    )
    const isTyped = kind === 'encode'
    const digits = digitRows(held).map(([digit, own, value]) => {
      const bits = `${digit * 4}–${digit * 4 + 3}`
      const sum = own.map((name) => 2 ** (bitOf(name) % 4)).join(' + ')
      const list = codes(own.map((name) => `${bitOf(name)} ${name}`))
      return isTyped
        ? say(
            `右から数えて(最初は0)桁${digit}、ビット${bits}: ${list}。${sum} = \`${value}\``,
            `Digit ${digit} counted from the right and from 0, bits ${bits}: ${list}. ${sum} = \`${value}\``,
          )
        : say(
            `右から数えて(最初は0)桁${digit}、ビット${bits}: \`${value}\` = ${sum}。${list}`,
            `Digit ${digit} counted from the right and from 0, bits ${bits}: \`${value}\` = ${sum}. ${list}`,
          )
    })
    const one: Readonly<
      Record<Values['ask'], { readonly stem: readonly ReturnType<typeof p>[]; readonly fields: readonly ExerciseField[] }>
    > = {
      decode: {
        stem: [
          p('プロセスの実効セットを読んだ。', 'The effective set of a process was read.'),
          transcript(`$ grep CapEff /proc/${pid}/status\nCapEff:\t${mask}`),
          names,
          p('立っているビットのケイパビリティをすべて挙げよ。', 'Name every capability whose bit is set.'),
        ],
        fields: [
          {
            label: label('実効セットのケイパビリティ', 'Capabilities in the effective set'),
            form: { kind: 'capabilities' },
            expected: held.join(' '),
          },
        ],
      },
      encode: {
        stem: [
          p(
            `プロセスの実効セットは${codes(held.map((name) => `CAP_${name}`))}である。`,
            `The effective set of a process is ${codes(held.map((name) => `CAP_${name}`))}.`,
          ),
          names,
          p('`/proc/PID/status`の`CapEff`の値を求めよ。', 'Give the value of `CapEff` in `/proc/PID/status`.'),
        ],
        fields: [{ label: label('`CapEff`の値', 'Value of `CapEff`'), form: { kind: 'mask' }, expected: mask }],
      },
      compare: {
        stem: [
          p(
            `Dockerの既定でrootが持つ実効セットは\`${maskOf(dockerDefault)}\`である。あるコンテナでは次のようになっていた。`,
            `With Docker’s defaults root has the effective set \`${maskOf(dockerDefault)}\`. In one container it reads:`,
          ),
          transcript(`# grep CapEff /proc/${pid}/status\nCapEff:\t${mask}`),
          names,
          p('既定との違いを挙げよ。', 'Name what differs from the default.'),
        ],
        fields: [
          {
            label: label('加わったケイパビリティ', 'Capabilities added'),
            form: { kind: 'capabilities' },
            expected: without(held, dockerDefault).join(' '),
          },
          {
            label: label('外されたケイパビリティ', 'Capabilities dropped'),
            form: { kind: 'capabilities' },
            expected: without(dockerDefault, held).join(' '),
          },
        ],
      },
    }
    const compared = [
      ['+', without(held, dockerDefault)],
      ['−', without(dockerDefault, held)],
    ] as const
    return {
      ...one[kind],
      solution:
        kind === 'compare'
          ? [
              p(
                '2つのマスクを右から1桁ずつ比べる。桁は4ビットずつである。',
                'Compare the 2 masks from the right, 1 digit at a time. A digit is 4 bits.',
              ),
              steps(
                compared.flatMap(([sign, names_]) =>
                  names_.map((name) => {
                    const digit = Math.floor(bitOf(name) / 4)
                    const [before, after] = [maskOf(dockerDefault), mask].map((text) => text.at(-1 - digit))
                    return say(
                      `右から数えて(最初は0)桁${digit}は\`${before}\`から\`${after}\`に変わった。ビット${bitOf(name)}: ${sign} \`${name}\``,
                      `Digit ${digit} counted from the right and from 0 went from \`${before}\` to \`${after}\`. Bit ${bitOf(name)}: ${sign} \`${name}\``,
                    )
                  }),
                ),
              ),
            ]
          : [
              p(
                '桁は4ビットずつで、ビットNは桁N ÷ 4にある。桁の中での重みは、右から1、2、4、8である。',
                'A digit is 4 bits: bit N lies in digit N ÷ 4. Within the digit the bits weigh 1, 2, 4, 8 from the right.',
              ),
              steps([...digits, ...(isTyped ? [say(`残りの桁は0である: \`${mask}\``, `The other digits are 0: \`${mask}\``)] : [])]),
            ],
    }
  },
})
