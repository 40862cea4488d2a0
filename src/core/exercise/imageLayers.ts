import type { ExerciseField } from '../content/types.ts'
import type { Dice } from '../random.ts'
import { createGenerator, drawUntil } from './generator.ts'
import { count, flag } from './parameter.ts'
import { listing, steps, table, transcript, wordsFor } from './wording.ts'

interface Blob {
  /** The first 12 hexadecimal digits of its sha256. */
  readonly digest: string
  readonly size: number
}
interface Step {
  readonly createdBy: string
  readonly isEmpty: boolean
}
interface Values {
  readonly config: Blob
  /** The base first; a blob may stand in it twice. */
  readonly layers: readonly Blob[]
  /** Digests that the store holds already, in its order. */
  readonly stored: readonly string[]
  readonly history: readonly Step[]
  /** The step of the history whose layer is asked. */
  readonly step: Step
}

const size = count('layers', 3, 8, 5)
const duplicate = flag('duplicate', true)

const digit = (dice: Dice): string => dice.int(0, 15).toString(16)
const drawBlob = (dice: Dice, least: number, most: number): Blob => ({
  digest: Array.from({ length: 12 }, () => digit(dice)).join(''),
  size: dice.int(least, most),
})

const filling = [
  'RUN apt-get update',
  'RUN make',
  'COPY app /app',
  'RUN npm ci',
  'COPY conf /etc/app',
  'RUN useradd app',
  'RUN pip install .',
  'WORKDIR /srv/app',
  'ADD files.tar /srv',
] as const
const empty = ['ENV LANG=C.UTF-8', 'EXPOSE 80', 'USER app', 'CMD ["app"]', 'LABEL a=b', 'ENTRYPOINT ["/app"]'] as const

const distinct = (blobs: readonly Blob[]): readonly Blob[] =>
  blobs.filter((blob, index) => blobs.findIndex((other) => other.digest === blob.digest) === index)
const toFetch = ({ config, layers, stored }: Values): readonly Blob[] =>
  distinct([config, ...layers]).filter((blob) => !stored.includes(blob.digest))

const layerOf = ({ history, layers, step }: Values): Blob | undefined => layers[history.filter(({ isEmpty }) => !isEmpty).indexOf(step)]

const drawValues = (dice: Dice, total: number, hasDuplicate: boolean): Values => {
  const own = Array.from({ length: hasDuplicate ? total - 1 : total }, () => drawBlob(dice, 2000, 90_000_000))
  const layers = [...own]
  if (hasDuplicate) layers.splice(dice.int(1, layers.length), 0, dice.pick(own))
  const config = drawBlob(dice, 1500, 9000)
  const elsewhere = Array.from({ length: dice.int(1, 2) }, () => drawBlob(dice, 1, 2).digest)
  const stored = dice.some([...dice.some(own, dice.int(1, own.length - 1)).map((blob) => blob.digest), ...elsewhere], 99).sort()
  const history = dice.some(filling, total).map((createdBy): Step => ({ createdBy, isEmpty: false }))
  for (const createdBy of dice.some(empty, dice.int(2, 4))) history.splice(dice.int(1, history.length), 0, { createdBy, isEmpty: true })
  return { config, layers, stored, history, step: dice.pick(history.filter(({ isEmpty }) => !isEmpty)) }
}

/**
 * Counting an image's blobs. image-spec manifest.md: one config and the layers in
 * their order, the base first; config.md: `rootfs.diff_ids` has an entry a layer,
 * and history steps with `empty_layer` have none. A blob is named by its digest,
 * so the same digest twice is one blob.
 */
export const imageLayers = createGenerator<Values>({
  parameters: [size, duplicate],
  draw: (dice, given) =>
    drawUntil(
      () => drawValues(dice, size.of(given), duplicate.of(given)),
      (values) => {
        const { layers, stored, history, step } = values
        const blobs = toFetch(values)
        const layer = layerOf(values)
        return (
          blobs.length > 1 &&
          new Set(layers.map((blob) => blob.digest.slice(0, 4))).size === distinct(layers).length &&
          stored.some((digest) => layers.some((blob) => blob.digest === digest)) &&
          // Counting the history's steps down to it must lead to another layer.
          history.slice(0, history.indexOf(step)).some(({ isEmpty }) => isEmpty) &&
          layer !== undefined &&
          layers.filter((blob) => blob.digest === layer.digest).length === 1
        )
      },
    ),
  write: (values, lang) => {
    const { say, label, p, codes } = wordsFor(lang)
    const { config, layers, stored, history, step } = values
    const blobs = toFetch(values)
    const bytes = blobs.reduce((sum, blob) => sum + blob.size, 0)
    const layer = layerOf(values)
    const place = history.filter(({ isEmpty }) => !isEmpty).indexOf(step) + 1
    const blobLine = ({ digest, size: length }: Blob): string => `{ "digest": "sha256:${digest}…", "size": ${length} }`
    const manifest = [
      '{',
      '  "schemaVersion": 2,',
      `  "config": ${blobLine(config)},`,
      '  "layers": [',
      layers.map((blob) => `    ${blobLine(blob)}`).join(',\n'),
      '  ]',
      '}',
    ].join('\n')
    const fields: readonly ExerciseField[] = [
      {
        label: label('設定の`rootfs.diff_ids`に並ぶ値の数', 'Number of values in `rootfs.diff_ids` of the config'),
        form: { kind: 'number' },
        expected: String(layers.length),
      },
      {
        label: label('取得しなければならないブロブの数', 'Number of blobs that have to be fetched'),
        form: { kind: 'number' },
        expected: String(blobs.length),
      },
      {
        label: label('その合計(バイト)', 'Their size in all (bytes)'),
        form: { kind: 'number' },
        expected: String(bytes),
      },
      {
        label: label(
          `\`${step.createdBy}\`が作ったレイヤーのダイジェストの、\`sha256:\`に続く12桁`,
          `The 12 digits after \`sha256:\` in the digest of the layer that \`${step.createdBy}\` made`,
        ),
        form: { kind: 'word', accepted: [`sha256:${layer?.digest}`, `sha256:${layer?.digest}…`, `${layer?.digest}…`] },
        expected: layer?.digest ?? '',
      },
    ]
    return {
      stem: [
        p(
          'イメージのマニフェストを取得した。`mediaType`は省き、ダイジェストは初めの12桁だけを示す。',
          'The manifest of an image has been fetched. It is shown without `mediaType`, and digests with their first 12 digits.',
        ),
        listing(manifest, 'json'),
        p('手元には、すでに次のブロブがある。', 'These blobs are in the local store already.'),
        transcript(`$ ls blobs/sha256\n${stored.map((digest) => `${digest}…`).join('\n')}`),
        p('設定の`history`は次のとおりである。', 'The `history` of the config is this.'),
        table(
          ['`created_by`', '`empty_layer`'],
          history.map(({ createdBy, isEmpty }) => [`\`${createdBy}\``, isEmpty ? '`true`' : '–']),
        ),
        p('次の値を求めよ。', 'Give the values below.'),
      ],
      fields,
      solution: [
        steps([
          say(
            `\`diff_ids\`には、マニフェストの\`layers\`と同じ数の値が同じ順に並ぶ: \`${layers.length}\``,
            `\`diff_ids\` has as many values as the manifest has \`layers\`, in the same order: \`${layers.length}\``,
          ),
          say(
            `ブロブは設定と各レイヤーで、同じダイジェストは1つと数える。手元にあるものを除くと${codes(blobs.map((blob) => blob.digest))}の\`${blobs.length}\`個`,
            `The blobs are the config and the layers, the same digest counted as 1. Those not in the store are ${codes(blobs.map((blob) => blob.digest))}: \`${blobs.length}\``,
          ),
          `${blobs.map((blob) => blob.size).join(' + ')} = \`${bytes}\``,
          say(
            `\`empty_layer\`のものを飛ばして数えると、\`${step.createdBy}\`は${place}番目。\`layers\`の${place}番目は\`${layer?.digest}\``,
            `Leaving out those with \`empty_layer\`, \`${step.createdBy}\` is number ${place}. Number ${place} of \`layers\` is \`${layer?.digest}\``,
          ),
        ]),
      ],
    }
  },
})
