import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

export interface SizeBudgetOptions {
  /** Bytes after gzip of all JavaScript that `/` loads at once: 130,000 is 130 kB. */
  readonly initialJs: number
  /** The same of the style sheets. */
  readonly initialCss: number
  /** Ends of the paths of modules that `/` imports dynamically but always, such as `views/today/Today.tsx`. */
  readonly alwaysLoaded?: readonly string[]
}

interface Part {
  readonly file: string
  readonly bytes: number
  readonly gzip: number
  readonly initial: boolean
}
interface SizeReport {
  readonly parts: readonly Part[]
  readonly initialJs: number
  readonly initialCss: number
}

type Bundle = Rolldown.OutputBundle

const isChunk = (part: Bundle[string] | undefined): part is Rolldown.OutputChunk => part?.type === 'chunk'

/** The chunks that a first visit to `/` fetches: entries, all they import statically, and the same of what is always loaded. */
const initialChunks = (bundle: Bundle, alwaysLoaded: readonly string[]): Set<string> => {
  const chunks = Object.values(bundle).filter(isChunk)
  const starts = alwaysLoaded.map((end) => {
    const chunk = chunks.find((candidate) => candidate.facadeModuleId?.endsWith(`/${end}`))
    if (!chunk) throw new Error(`The size budget counts "${end}", and no chunk of the build begins there.`)
    return chunk
  })
  const found = new Set<string>()
  const pending = [...chunks.filter((chunk) => chunk.isEntry), ...starts].map((chunk) => chunk.fileName)
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const chunk = bundle[file]
    if (found.has(file) || !isChunk(chunk)) continue
    found.add(file)
    pending.push(...chunk.imports)
  }
  return found
}

/** Measures a finished bundle. Sizes in bytes, gzip at the level that hosts use by default (6). */
const measureBundle = (bundle: Bundle, alwaysLoaded: readonly string[] = []): SizeReport => {
  const first = initialChunks(bundle, alwaysLoaded)
  for (const file of [...first]) {
    const chunk = bundle[file]
    if (isChunk(chunk)) for (const sheet of chunk.viteMetadata?.importedCss ?? []) first.add(sheet)
  }
  const parts = Object.values(bundle)
    .filter((part) => /\.(js|css)$/.test(part.fileName))
    .map((part): Part => {
      const content = isChunk(part) ? part.code : part.source
      return {
        file: part.fileName,
        bytes: Buffer.byteLength(content),
        gzip: gzipSync(content, { level: 6 }).length,
        initial: first.has(part.fileName),
      }
    })
    .sort((a, b) => Number(b.initial) - Number(a.initial) || b.gzip - a.gzip)
  const total = (ending: string) =>
    parts.filter((part) => part.initial && part.file.endsWith(ending)).reduce((sum, part) => sum + part.gzip, 0)
  return { parts, initialJs: total('.js'), initialCss: total('.css') }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`

const table = ({ parts, initialJs, initialCss }: SizeReport, { initialJs: maxJs, initialCss: maxCss }: SizeBudgetOptions): string =>
  [
    'Sizes after gzip (1 kB = 1,000 bytes); * = loaded at once on a first visit to /',
    ...parts.map((part) => `${part.initial ? '*' : ' '} ${kB(part.gzip)}  ${part.file}`),
    `  ${kB(initialJs)}  JavaScript at once, at most ${kB(maxJs).trim()}`,
    `  ${kB(initialCss)}  CSS at once, at most ${kB(maxCss).trim()}`,
  ].join('\n')

/** Prints what the build weighs and fails it when a first visit to `/` would load more than the budget. */
export const sizeBudget = (options: SizeBudgetOptions): Plugin => ({
  name: 'hakoniwa:size-budget',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler(_output, bundle) {
      const report = measureBundle(bundle, options.alwaysLoaded)
      this.info(table(report, options))
      const over = [
        ...(report.initialJs > options.initialJs ? [`JavaScript ${report.initialJs} of ${options.initialJs} bytes`] : []),
        ...(report.initialCss > options.initialCss ? [`CSS ${report.initialCss} of ${options.initialCss} bytes`] : []),
      ]
      if (over.length > 0) this.error(`Over the size budget of a first visit: ${over.join(', ')}.`)
    },
  },
})
