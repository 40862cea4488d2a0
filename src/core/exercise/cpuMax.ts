import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { steps, transcript, wordsFor } from './wording.ts'

/** A cgroup's `cpu.max`, in milliseconds; a quota of `null` is `max`. */
interface Bandwidth {
  readonly path: string
  readonly quotaMs: number | null
  readonly periodMs: number
}
interface Values {
  /** From the outermost to the one that runs. */
  readonly levels: readonly Bandwidth[]
  readonly threads: number
  readonly cpus: number
  readonly seconds: number
  /** What `cpu.stat` said; `null` if that is not asked. */
  readonly stat: { readonly periods: number; readonly throttled: number } | null
}

const levelCount = count('levels', 1, 3, 1)
const statistics = flag('statistics', true)

const cpusOf = ({ quotaMs, periodMs }: Bandwidth): number => (quotaMs === null ? Number.POSITIVE_INFINITY : quotaMs / periodMs)

/** The group on the way up that is given the least. */
const decisive = (levels: readonly Bandwidth[]): Bandwidth | undefined =>
  levels.reduce<Bandwidth | undefined>((least, next) => (least === undefined || cpusOf(next) < cpusOf(least) ? next : least), undefined)

const drawStat = (dice: Dice): Values['stat'] => {
  const periods = dice.pick([200, 400, 500, 800, 1000, 1200, 1600, 2000])
  return { periods, throttled: (periods * dice.int(3, 96)) / 100 }
}

const names = ['app', 'web', 'batch', 'build', 'api'] as const

const drawLevels = (dice: Dice, total: number): readonly Bandwidth[] => {
  let path = ''
  return dice.some(names, total).map((name) => {
    path += `/${name}`
    const isOpen = total > 1 && dice.int(0, 4) === 0
    return { path, periodMs: dice.pick([50, 100, 200]), quotaMs: isOpen ? null : dice.int(2, 80) * 5 }
  })
}

/** At most two decimals. */
const isTidy = (value: number): boolean => Number.isInteger(Math.round(value * 1e6) / 1e4)

/**
 * What cpu.max gives. cgroup-v2.rst: `$MAX $PERIOD` in microseconds; the group may
 * consume up to $MAX in each $PERIOD, all its threads together, so MAX ÷ PERIOD is
 * its share in CPUs. With n threads running at once the quota is used up after
 * quota ÷ n, and the group stands still for the rest of the period
 * (sched-bwc.rst). An ancestor's limit holds as well.
 */
export const cpuMax = createGenerator<Values>({
  parameters: [levelCount, statistics],
  draw: (dice, given) =>
    drawUntil(
      () => ({
        levels: drawLevels(dice, levelCount.of(given)),
        threads: dice.int(2, 8),
        cpus: dice.pick([2, 4, 6, 8, 16]),
        seconds: dice.pick([4, 6, 8, 10, 20, 30, 60]),
        stat: statistics.of(given) ? drawStat(dice) : null,
      }),
      ({ levels, threads, cpus, seconds, stat }) => {
        const least = decisive(levels)
        const own = levels.at(-1)
        if (least === undefined || own === undefined || least.quotaMs === null) return false
        const atOnce = Math.min(threads, cpus)
        const shares = levels.map(cpusOf)
        return (
          levels.every((level) => level.quotaMs === null || isTidy(cpusOf(level))) &&
          isTidy(cpusOf(least) * seconds) &&
          // Less than the threads could use, or there is no throttling; and no whole number to guess at.
          cpusOf(least) < atOnce &&
          !Number.isInteger(cpusOf(least)) &&
          (stat === null || Number.isInteger(stat.throttled)) &&
          (levels.length > 1
            ? own !== least && new Set(shares).size === shares.length && own.quotaMs !== null && own.quotaMs < least.quotaMs
            : // Threads and CPUs differ, and it is not always the threads that count.
              threads !== cpus && isTidy(least.quotaMs / atOnce) && Number.isInteger(least.quotaMs / atOnce))
        )
      },
    ),
  write: ({ levels, threads, cpus, seconds, stat }, lang) => {
    const { say, label, p } = wordsFor(lang)
    const least = decisive(levels)
    const own = levels.at(-1)
    if (least === undefined || own === undefined || least.quotaMs === null) throw new Error('Nothing limits the group')
    const { quotaMs, periodMs } = least
    const atOnce = Math.min(threads, cpus)
    const share = number(cpusOf(least))
    const lines = levels.map(({ quotaMs: quota, periodMs: period }) => `${quota === null ? 'max' : quota * 1000} ${period * 1000}`)
    const shown = levels.map(({ path }, index) => `# cat /sys/fs/cgroup${path}/cpu.max\n${lines[index]}`)
    const isNested = levels.length > 1
    const fields: ExerciseField[] = [
      {
        label: label(`\`${own.path}\`が平均して使えるCPUの数の上限`, `CPUs that \`${own.path}\` can use on average, at most`),
        form: { kind: 'number', unit: 'CPU' },
        expected: share,
      },
      ...(isNested
        ? [
            {
              label: label('それを決めているcgroup(パス)', 'The cgroup (its path) that decides it'),
              form: { kind: 'word' as const, accepted: [least.path.slice(1), `/sys/fs/cgroup${least.path}`] },
              expected: least.path,
            },
          ]
        : [
            {
              label: label('各周期の初めに続けて動ける時間', 'How long it runs at the start of each period'),
              form: { kind: 'number' as const, unit: 'ms' },
              expected: number(quotaMs / atOnce),
            },
            {
              label: label('各周期で止められている時間', 'How long it stands still in each period'),
              form: { kind: 'number' as const, unit: 'ms' },
              expected: number(periodMs - quotaMs / atOnce),
            },
          ]),
      {
        label: label(`${seconds}秒間に使うCPU時間の上限`, `CPU time that it uses in ${seconds} seconds, at most`),
        form: { kind: 'number', unit: 's' },
        expected: number(cpusOf(least) * seconds),
      },
    ]
    if (stat !== null)
      fields.push({
        label: label('前日に止められた周期の割合', 'Share of the periods in which it was throttled the day before'),
        form: { kind: 'number', unit: '%' },
        expected: number((stat.throttled / stat.periods) * 100),
      })
    const statText =
      stat === null ? [] : [`# grep nr_ /sys/fs/cgroup${own.path}/cpu.stat\nnr_periods ${stat.periods}\nnr_throttled ${stat.throttled}`]
    return {
      stem: [
        p(
          `CPUが${cpus}個あり、ほかに負荷のないマシンで、\`${own.path}\`のスレッド${threads}本がいつも実行できる状態にある。`,
          `On a machine with ${cpus} CPUs and no other load, ${threads} threads of \`${own.path}\` are always ready to run.`,
        ),
        transcript([...shown, ...statText].join('\n')),
        ...(stat === null
          ? []
          : [p('`cpu.stat`は、負荷がまばらだった前日のものである。', '`cpu.stat` is of the day before, when the load came and went.')]),
        p(
          'クォータがCPUに小分けにされることは無視し、次の値を求めよ。',
          'Leave aside that the quota is handed to the CPUs in slices. Give the values below.',
        ),
      ],
      fields,
      solution: [
        p(
          '`cpu.max`は「クォータ 周期」で、単位はマイクロ秒である。全スレッドの合計が、周期ごとにクォータまで使える。',
          '`cpu.max` reads “quota period” in microseconds. All threads together may use up to the quota in each period.',
        ),
        steps([
          ...levels.map((level) =>
            level.quotaMs === null
              ? say(`\`${level.path}\`: \`max\`なので制限しない`, `\`${level.path}\`: \`max\`, so it does not limit`)
              : say(
                  `\`${level.path}\`: ${level.quotaMs * 1000} ÷ ${level.periodMs * 1000} = \`${number(cpusOf(level))}\``,
                  `\`${level.path}\`: ${level.quotaMs * 1000} ÷ ${level.periodMs * 1000} = \`${number(cpusOf(level))}\``,
                ),
          ),
          ...(isNested
            ? [
                say(
                  `祖先の制限も効くので、最小の\`${least.path}\`が決める: \`${share}\``,
                  `The limits of ancestors hold too, so the smallest, \`${least.path}\`, decides: \`${share}\``,
                ),
              ]
            : [
                say(
                  `同時に動くのは、スレッド${threads}本とCPU ${cpus}個の少ない方の${atOnce}本。${quotaMs} ÷ ${atOnce} = \`${number(quotaMs / atOnce)}\` msでクォータが尽きる。`,
                  `At once there run the lesser of ${threads} threads and ${cpus} CPUs, ${atOnce}. ${quotaMs} ÷ ${atOnce} = \`${number(quotaMs / atOnce)}\` ms, and the quota is used up.`,
                ),
                say(
                  `残りは次の周期まで止まる: ${periodMs} − ${number(quotaMs / atOnce)} = \`${number(periodMs - quotaMs / atOnce)}\` ms`,
                  `Then it stands still until the next period: ${periodMs} − ${number(quotaMs / atOnce)} = \`${number(periodMs - quotaMs / atOnce)}\` ms`,
                ),
              ]),
          say(
            `${share} × ${seconds} = \`${number(cpusOf(least) * seconds)}\` s`,
            `${share} × ${seconds} = \`${number(cpusOf(least) * seconds)}\` s`,
          ),
          ...(stat === null
            ? []
            : [
                say(
                  `${stat.throttled} ÷ ${stat.periods} × 100 = \`${number((stat.throttled / stat.periods) * 100)}\` %`,
                  `${stat.throttled} ÷ ${stat.periods} × 100 = \`${number((stat.throttled / stat.periods) * 100)}\` %`,
                ),
              ]),
        ]),
      ],
    }
  },
})

/** Without the dust of binary fractions. */
const number = (value: number): string => String(Math.round(value * 1e6) / 1e6)
