import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { listing, steps, wordsFor } from './wording.ts'

/** In the order in which a runtime calls them, with the operation that they belong to. */
const hookTypes = ['prestart', 'createRuntime', 'createContainer', 'startContainer', 'poststart', 'poststop'] as const
type HookType = (typeof hookTypes)[number]

const operationOf: Readonly<Record<HookType, 'create' | 'start' | 'delete'>> = {
  prestart: 'create',
  createRuntime: 'create',
  createContainer: 'create',
  startContainer: 'start',
  poststart: 'start',
  poststop: 'delete',
}
/** Executed in the container's namespaces; the others in the runtime's. */
const inContainer: readonly HookType[] = ['createContainer', 'startContainer']

interface Hook {
  readonly type: HookType
  /** Last part of its path. */
  readonly name: string
}
interface Values {
  /** In the order of the file: the types in any order, those of one type in the order in which they are called. */
  readonly hooks: readonly Hook[]
  /** The hook that exits with an error; `null`: all succeed. */
  readonly failing: Hook | null
}

const size = count('hooks', 4, 9, 6)
const failure = flag('failure', false)

const names = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fern', 'grove', 'hazel', 'iris', 'jade', 'kelp', 'lotus'] as const

const called = (hooks: readonly Hook[]): readonly Hook[] => hookTypes.flatMap((type) => hooks.filter((hook) => hook.type === type))

/** Every hook that is run until the container is gone: after a failure no more of creation and start, but all of poststop. */
const run = ({ hooks, failing }: Values): readonly Hook[] => {
  const order = called(hooks)
  if (failing === null) return order
  const end = order.indexOf(failing) + 1
  return order.filter((hook, place) => place < end || hook.type === 'poststop')
}

const drawHooks = (dice: Dice, total: number): readonly Hook[] => {
  const words = dice.some(names, total)
  const drawn = words.map((name): Hook => ({ name, type: dice.pick(hookTypes) }))
  return dice.some(hookTypes, hookTypes.length).flatMap((type) => drawn.filter((hook) => hook.type === type))
}

/**
 * The order of hooks in a container's life. OCI runtime-spec, runtime.md
 * "Lifecycle": prestart, createRuntime and createContainer within `create`;
 * startContainer before and poststart after the user's program begins within `start`;
 * poststop within `delete`. config.md "POSIX-platform Hooks": hooks of one type run in
 * the order listed. A hook that fails stops the container, which is then destroyed and
 * its poststop hooks are run; a failing poststop hook is only warned of.
 */
export const ociLifecycle = createGenerator<Values>({
  parameters: [size, failure],
  draw: (dice, given) =>
    drawUntil(
      () => {
        const hooks = drawHooks(dice, size.of(given))
        const early = hooks.filter((hook) => hook.type !== 'poststop')
        return { hooks, failing: failure.of(given) && early.length > 0 ? dice.pick(early) : null }
      },
      ({ hooks, failing }) => {
        const order = called(hooks)
        const of = (operation: string): number => hooks.filter((hook) => operationOf[hook.type] === operation).length
        const contained = hooks.filter((hook) => inContainer.includes(hook.type)).length
        const isUsual = of('create') > 1 && of('start') > 0 && of('delete') > 0 && contained > 0
        const isMixed = order.some((hook, place) => hook !== hooks[place])
        if (!isUsual || !isMixed || failure.of(given) !== (failing !== null)) return false
        // Something is skipped, and something had run before.
        const place = failing === null ? -1 : order.indexOf(failing)
        return failing === null || (place > 0 && order.slice(place + 1).some((hook) => hook.type !== 'poststop'))
      },
    ),
  write: (values, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const { hooks, failing } = values
    const namesOf = (list: readonly Hook[]): readonly string[] => list.map((hook) => hook.name)
    const order = called(hooks)
    const ran = run(values)
    const during = (operation: string): readonly Hook[] => order.filter((hook) => operationOf[hook.type] === operation)
    const contained = order.filter((hook) => inContainer.includes(hook.type))
    const types = [...new Set(hooks.map((hook) => hook.type))]
    const config = [
      '"hooks": {',
      types
        .map((type) => {
          const own = hooks.filter((hook) => hook.type === type).map((hook) => `    { "path": "/hooks/${hook.name}" }`)
          return `  "${type}": [\n${own.join(',\n')}\n  ]`
        })
        .join(',\n'),
      '}',
    ].join('\n')
    const startsProgram = failing === null || failing.type === 'poststart'
    const pickYesNo = [
      { key: 'yes', text: label('はい', 'Yes') },
      { key: 'no', text: label('いいえ', 'No') },
    ]
    const usual: readonly ExerciseField[] = [
      {
        label: label('`create`が終わるまでに実行されるフック', 'Hooks that run before `create` returns'),
        form: { kind: 'sequence' },
        expected: namesOf(during('create')).join(' '),
      },
      {
        label: label('`start`の間に実行されるフック', 'Hooks that run during `start`'),
        form: { kind: 'sequence' },
        expected: namesOf(during('start')).join(' '),
      },
      {
        label: label('コンテナのネームスペースで実行されるフック', 'Hooks that are executed in the container’s namespaces'),
        form: { kind: 'words' },
        expected: namesOf(contained).join(' '),
      },
    ]
    const failed: readonly ExerciseField[] = [
      {
        label: label('コンテナがなくなるまでに実行されるすべてのフック', 'All hooks that run until the container is gone'),
        form: { kind: 'sequence' },
        expected: namesOf(ran).join(' '),
      },
      {
        label: label('コンテナのプログラムは実行されるか', 'Is the container’s program run?'),
        form: { kind: 'pick', options: pickYesNo },
        expected: startsProgram ? 'yes' : 'no',
      },
    ]
    return {
      stem: [
        p('`config.json`に、次のフックがある。', '`config.json` has these hooks.'),
        listing(config, 'json'),
        failing === null
          ? p(
              'ランタイムの`create`と`start`が、どちらも成功する。フックを末尾の名前(`/hooks/`の後)で挙げよ。',
              'The runtime’s `create` and `start` both succeed. Name the hooks by the last part of their paths, after `/hooks/`.',
            )
          : p(
              `ランタイムの\`create\`と\`start\`を順に行うが、\`${failing.name}\`が終了コード1で終わる。OCIランタイム仕様に従って何が起こるか、フックを末尾の名前(\`/hooks/\`の後)で答えよ。`,
              `The runtime is told to \`create\`, then to \`start\`, but \`${failing.name}\` exits with code 1. By the OCI runtime specification, what happens? Name hooks by the last part of their paths, after \`/hooks/\`.`,
            ),
      ],
      fields: failing === null ? usual : failed,
      solution: [
        p(
          `種類の順は\`${hookTypes.join(' → ')}\`で、JSONに書かれた順ではない。同じ種類の中では、書かれた順に実行される。`,
          `The types run in the order \`${hookTypes.join(' → ')}\`, not in that of the JSON. Within a type the listed order holds.`,
        ),
        steps(
          failing === null
            ? [
                say(
                  `\`create\`は\`prestart\`、\`createRuntime\`、\`createContainer\`を呼ぶ: ${codes(namesOf(during('create')))}`,
                  `\`create\` calls \`prestart\`, \`createRuntime\`, \`createContainer\`: ${codes(namesOf(during('create')))}`,
                ),
                say(
                  `\`start\`はプログラムの前に\`startContainer\`を、後に\`poststart\`を呼ぶ: ${codes(namesOf(during('start')))}`,
                  `\`start\` calls \`startContainer\` before the program and \`poststart\` after it has begun: ${codes(namesOf(during('start')))}`,
                ),
                say(
                  `コンテナのネームスペースで実行されるのは\`createContainer\`と\`startContainer\`: ${codes(namesOf(contained))}`,
                  `\`createContainer\` and \`startContainer\` are executed in the container’s namespaces: ${codes(namesOf(contained))}`,
                ),
              ]
            : [
                say(
                  `\`${failing.name}\`は\`${failing.type}\`。そこまでに${codes(namesOf(order.slice(0, order.indexOf(failing) + 1)))}が実行される。`,
                  `\`${failing.name}\` is a \`${failing.type}\` hook. Up to it there run ${codes(namesOf(order.slice(0, order.indexOf(failing) + 1)))}.`,
                ),
                say(
                  `失敗するとコンテナは止められて破棄され、最後に\`poststop\`が呼ばれる: ${codes(namesOf(during('delete')))}`,
                  `After the failure the container is stopped and destroyed, and \`poststop\` is called last: ${codes(namesOf(during('delete')))}`,
                ),
                startsProgram
                  ? say(
                      '`poststart`はプログラムの開始後に呼ばれるので、プログラムは実行されている。',
                      '`poststart` is called after the program has begun, so it has been run.',
                    )
                  : say('プログラムの開始より前なので、プログラムは実行されない。', 'This is before the program begins, so it is not run.'),
              ],
        ),
      ],
    }
  },
})
