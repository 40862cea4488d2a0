import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { steps, table, transcript, wordsFor } from './wording.ts'

/** What one layer holds at a path. */
type Entry = 'file' | 'directory' | 'opaque' | 'whiteout'
interface Layer {
  readonly name: string
  readonly entries: ReadonlyMap<string, Entry>
}
/** What is done in the merged directory, one independent of the other. */
type Change = 'append' | 'remove' | 'remove-upper' | 'replace'
interface Values {
  /** Top first, as `lowerdir` has them, the upper directory before all. */
  readonly layers: readonly Layer[]
  /** In more than one layer. */
  readonly source: string
  readonly change: { readonly kind: Change; readonly path: string }
}

const lowers = count('lowers', 1, 3, 2)
const size = count('files', 5, 9, 6)
const opaque = flag('opaque', true)

const directories = ['etc', 'srv'] as const
const fileNames = ['hosts', 'motd', 'passwd', 'index', 'conf', 'data', 'key', 'log', 'notes', 'cache'] as const

const directoryOf = (path: string): string => path.slice(0, path.indexOf('/'))

/**
 * The layer that a file is read from; `undefined` if it is hidden or nowhere.
 * overlayfs.rst: the topmost layer that has the name decides; a whiteout there
 * hides it, and below an opaque directory nothing of that directory is looked up.
 */
const sourceOf = (path: string, layers: readonly Layer[]): Layer | undefined => {
  for (const layer of layers) {
    const entry = layer.entries.get(path)
    if (entry !== undefined) return entry === 'whiteout' ? undefined : layer
    const directory = layer.entries.get(directoryOf(path))
    if (directory === 'opaque' || directory === 'whiteout') return undefined
  }
  return undefined
}

const filesOf = (layers: readonly Layer[]): readonly string[] =>
  [...new Set(layers.flatMap((layer) => [...layer.entries.keys()].filter((path) => path.includes('/'))))].sort()
const visible = (layers: readonly Layer[]): readonly string[] => filesOf(layers).filter((path) => sourceOf(path, layers) !== undefined)

const drawLayer = (dice: Dice, name: string, files: readonly string[], below: readonly Layer[], mayBeOpaque: boolean): Layer => {
  const entries = new Map<string, Entry>()
  for (const directory of directories) {
    const own = files.filter((path) => directoryOf(path) === directory)
    const isOpaque = mayBeOpaque && below.some((layer) => layer.entries.has(directory)) && dice.int(0, 3) === 0
    const drawn = own.flatMap((path): readonly (readonly [string, Entry])[] => {
      const isBelow = sourceOf(path, below) !== undefined
      const toss = dice.int(0, 9)
      if (toss < 5) return [[path, 'file']]
      // A whiteout where there is nothing to hide is never made, nor one in an opaque directory.
      return toss < 8 && isBelow && !isOpaque ? [[path, 'whiteout']] : []
    })
    if (drawn.length === 0 && !isOpaque) continue
    entries.set(directory, isOpaque ? 'opaque' : 'directory')
    for (const [path, entry] of drawn) entries.set(path, entry)
  }
  return { name, entries }
}

const drawLayers = (dice: Dice, lowerCount: number, fileCount: number, mayBeOpaque: boolean): readonly Layer[] => {
  const files = dice.some(fileNames, fileCount).map((name, index) => `${directories[index % directories.length] ?? 'etc'}/${name}`)
  const layers: Layer[] = []
  for (let level = 1; level <= lowerCount; level += 1) layers.unshift(drawLayer(dice, `l${level}`, files, layers, mayBeOpaque))
  layers.unshift(drawLayer(dice, 'up', files, layers, mayBeOpaque))
  return layers
}

/** What each change leaves in the upper directory. */
const outcomeOf: Readonly<Record<Change, 'copy' | 'whiteout' | 'nothing' | 'opaque'>> = {
  append: 'copy',
  remove: 'whiteout',
  'remove-upper': 'nothing',
  replace: 'opaque',
}

const drawChange = (dice: Dice, layers: readonly Layer[]): Values['change'] | undefined => {
  const [upper, ...lower] = layers
  const seen = visible(layers)
  const fromLower = seen.filter((path) => sourceOf(path, layers) !== upper)
  const onlyUpper = seen.filter((path) => upper?.entries.has(path) === true && lower.every((layer) => !layer.entries.has(path)))
  const merged = directories.filter(
    (directory) => fromLower.some((path) => directoryOf(path) === directory) && upper?.entries.get(directory) !== 'opaque',
  )
  const possible = [
    ...fromLower.map((path) => ({ kind: dice.pick(['append', 'remove'] as const), path })),
    ...onlyUpper.map((path) => ({ kind: 'remove-upper' as const, path })),
    ...merged.map((path) => ({ kind: 'replace' as const, path })),
  ]
  // First the kind, so that the many files of lower layers do not crowd out the others.
  const kinds = [...new Set(possible.map((change) => change.kind))]
  if (kinds.length === 0) return undefined
  const kind = dice.pick(kinds)
  return dice.pick(possible.filter((change) => change.kind === kind))
}

/**
 * The merged view of an overlay mount and what a change leaves in the upper
 * directory. overlayfs.rst: the leftmost of `lowerdir` is on top; a character device 0/0 is
 * a whiteout; a directory with `trusted.overlay.opaque=y` hides what is below it; a
 * write to a lower file copies it up whole first; removing what a lower layer has leaves
 * a whiteout, and a directory made in the place of a removed one is opaque.
 */
export const overlay = createGenerator<Values>({
  parameters: [lowers, size, opaque],
  draw: (dice, given) => {
    const mayBeOpaque = opaque.of(given)
    const drawn = drawUntil(
      () => {
        const layers = drawLayers(dice, lowers.of(given), size.of(given), mayBeOpaque)
        const doubled = visible(layers).filter((path) => layers.filter((layer) => layer.entries.get(path) === 'file').length > 1)
        return { layers, source: doubled.length === 0 ? undefined : dice.pick(doubled), change: drawChange(dice, layers) }
      },
      ({ layers, source, change }) => {
        const files = filesOf(layers)
        const seen = visible(layers)
        const hidden = files.filter((path) => !seen.includes(path))
        const isHiddenBy = (path: string, kind: Entry): boolean =>
          layers.some((layer) => layer.entries.get(kind === 'opaque' ? directoryOf(path) : path) === kind)
        return (
          source !== undefined &&
          change !== undefined &&
          change.path !== source &&
          layers.every((layer) => layer.entries.size > 1) &&
          seen.length > 1 &&
          hidden.some((path) => isHiddenBy(path, 'whiteout')) &&
          (!mayBeOpaque || hidden.some((path) => isHiddenBy(path, 'opaque') && !isHiddenBy(path, 'whiteout'))) &&
          // A whiteout in the middle must not settle everything: someone above may have made the file anew.
          new Set(seen.map((path) => sourceOf(path, layers)?.name)).size > 1
        )
      },
    )
    const { layers, source, change } = drawn
    if (source === undefined || change === undefined) throw new Error('Nothing to ask of the layers')
    return { layers, source, change }
  },
  write: ({ layers, source, change }, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const [, ...lower] = layers
    const signs: Readonly<Record<Entry, string>> = {
      file: say('ファイル', 'file'),
      directory: say('ディレクトリ', 'directory'),
      opaque: say('ディレクトリ、`opaque=y`', 'directory, `opaque=y`'),
      whiteout: say('キャラクターデバイス 0, 0', 'character device 0, 0'),
    }
    const paths = [...new Set(layers.flatMap((layer) => [...layer.entries.keys()]))].sort()
    const seen = visible(layers)
    const from = sourceOf(source, layers)?.name ?? ''
    const commands: Readonly<Record<Change, string>> = {
      append: `echo x >> /merged/${change.path}`,
      remove: `rm /merged/${change.path}`,
      'remove-upper': `rm /merged/${change.path}`,
      replace: `rm -r /merged/${change.path} && mkdir /merged/${change.path}`,
    }
    const outcomes = [
      { key: 'nothing', text: label('何もない', 'Nothing') },
      { key: 'whiteout', text: label('キャラクターデバイス 0, 0', 'A character device 0, 0') },
      { key: 'copy', text: label('内容をすべて含むファイル', 'A file with all of its content') },
      { key: 'part', text: label('加わった分だけのファイル', 'A file with what was added alone') },
      { key: 'opaque', text: label('`opaque=y`のディレクトリ', 'A directory with `opaque=y`') },
    ]
    const why: Readonly<Record<Change, string>> = {
      append: say(
        'ファイルは下の層にある。書き込みの前に、全体が`/up`へ写される(コピーアップ)。',
        'The file lies in a lower layer. Before the write it is copied to `/up` as a whole (copy-up).',
      ),
      remove: say(
        'ファイルは下の層にあって消せないので、それを隠すホワイトアウトが`/up`に置かれる。',
        'The file lies in a lower layer and cannot go from there, so a whiteout in `/up` hides it.',
      ),
      'remove-upper': say(
        'ファイルは`/up`にしかないので、そこから消えるだけである。',
        'Only `/up` has the file, so it goes from there and nothing remains.',
      ),
      replace: say(
        '下の層に同じディレクトリがあるので、その中身が再び現れないように、新しいディレクトリは不透明になる。',
        'A lower layer has the directory too. So that its content does not come back, the new directory is opaque.',
      ),
    }
    const reasons = filesOf(layers).map((path) => {
      const source_ = sourceOf(path, layers)
      if (source_ !== undefined)
        return say(
          `\`${path}\`: いちばん上で持つのは\`/${source_.name}\`。見える。`,
          `\`${path}\`: the topmost to have it is \`/${source_.name}\`. Visible.`,
        )
      const cover = layers.find((layer) => layer.entries.get(path) === 'whiteout' || layer.entries.get(directoryOf(path)) === 'opaque')
      return cover?.entries.get(path) === 'whiteout'
        ? say(`\`${path}\`: \`/${cover.name}\`のホワイトアウトに隠される。`, `\`${path}\`: a whiteout in \`/${cover.name}\` hides it.`)
        : say(
            `\`${path}\`: \`/${cover?.name}\`の\`${directoryOf(path)}\`が不透明なので、下は見られない。`,
            `\`${path}\`: \`${directoryOf(path)}\` in \`/${cover?.name}\` is opaque, so nothing below is looked at.`,
          )
    })
    return {
      stem: [
        p('overlayfsが、次のようにマウントされている。', 'An overlayfs is mounted like this.'),
        transcript(
          `# grep merged /proc/mounts\noverlay /merged overlay rw,relatime,lowerdir=${lower.map((layer) => `/${layer.name}`).join(':')},upperdir=/up,workdir=/wk 0 0`,
        ),
        p(
          '各層にあるものは表のとおりである。`opaque=y`は、拡張属性`trusted.overlay.opaque`の値が`y`であることを表す。',
          'The table has what is in each layer. `opaque=y` stands for the extended attribute `trusted.overlay.opaque` with the value `y`.',
        ),
        table(
          [say('パス', 'Path'), ...layers.map((layer) => `\`/${layer.name}\``)],
          paths.map((path) => [
            `\`${path}\``,
            ...layers.map((layer) => {
              const entry = layer.entries.get(path)
              return entry === undefined ? '–' : signs[entry]
            }),
          ]),
        ),
        p('`/merged`について答えよ。', 'Answer about `/merged`.'),
      ],
      fields: [
        {
          label: label(
            '`/merged`に見えるファイルのパス(`etc/hosts`のように)',
            'Paths of the files that `/merged` shows (like `etc/hosts`)',
          ),
          form: { kind: 'words' },
          expected: seen.join(' '),
        },
        {
          label: label(`\`/merged/${source}\`の内容のある層`, `Layer that holds the content of \`/merged/${source}\``),
          form: { kind: 'word', accepted: [`/${from}`, `/${from}/${source}`] },
          expected: from,
        },
        {
          label: label(
            `\`${commands[change.kind]}\`を実行した後、\`/up/${change.path}\`にあるもの`,
            `What is at \`/up/${change.path}\` after \`${commands[change.kind]}\``,
          ),
          form: { kind: 'pick', options: outcomes },
          expected: outcomeOf[change.kind],
        },
      ],
      solution: [
        p(
          `層は上から${codes(layers.map((layer) => `/${layer.name}`))}の順に重なる。ファイルごとに、上から見て最初にある層が決める。`,
          `From the top down the layers are ${codes(layers.map((layer) => `/${layer.name}`))}. For each file the first layer from the top that has it decides.`,
        ),
        steps([...reasons, `\`${commands[change.kind]}\`: ${why[change.kind]}`]),
      ],
    }
  },
})
