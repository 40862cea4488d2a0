import { resolve, sep } from 'node:path'
import type { ErrorPayload, Plugin, Rolldown, ViteDevServer } from 'vite'
import { packCatalogue } from '../../core/content/catalogueForm.ts'
import type { ContentError, Lang } from '../../core/content/types.ts'
import { langs } from '../../core/content/types.ts'
import { type CompiledFolder, createCompiler } from './compileFolder.ts'
import { errorText, pathOf, sourceFrame } from './frame.ts'

const virtualId = /^virtual:(?:catalogue|topics|topic\/(?:ja|en)\/[a-z0-9-]+)$/
const loadedId = /^\0virtual:(?:catalogue|topics|topic\/(?:ja|en)\/[a-z0-9-]+)$/
const topicModule = /^\0virtual:topic\/(ja|en)\/([a-z0-9-]+)$/

/** Longer than an editor needs to write a file in two steps, shorter than an author notices. */
const settleMs = 60

/** Parsing a string is faster for the browser than reading the same data as an object literal. */
const jsonModule = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** How the page gets the catalogue: data beside the scripts, since it grows with every topic and is not code. */
const fetchModule = (address: string) => `export default async () => {
  const answer = await fetch(${address})
  if (!answer.ok) throw new Error('The catalogue could not be fetched: ' + answer.status)
  return answer.json()
}`

const topicsModule = ({ topics }: CompiledFolder): string => {
  const ofLang = (lang: Lang) =>
    topics
      .filter(({ parts }) => parts[lang] !== undefined)
      .map(({ entry }) => `${JSON.stringify(entry.id)}: () => import('virtual:topic/${lang}/${entry.id}')`)
      .join(', ')
  return `export default { ${langs.map((lang) => `${lang}: { ${ofLang(lang)} }`).join(', ')} }`
}

/** `assets/topic-capabilities.ja-HASH.js`: both languages of a topic would share a name otherwise. */
const chunkFileNames = (chunk: Rolldown.PreRenderedChunk): string => {
  const [, lang, id] = topicModule.exec(chunk.facadeModuleId ?? '') ?? []
  return id === undefined ? 'assets/[name]-[hash].js' : `assets/topic-${id}.${lang}-[hash].js`
}

const isTopicLang = (text: string | undefined): text is Lang => langs.some((lang) => lang === text)

const overlay = async (errors: readonly ContentError[], folder: string): Promise<ErrorPayload | undefined> => {
  const [first, ...more] = errors
  if (first === undefined) return undefined
  const frame = await sourceFrame(first, folder)
  const others = more.length === 0 ? '' : `\n\nAnd ${more.length} more:\n${more.slice(0, 20).map(errorText).join('\n')}`
  return {
    type: 'error',
    err: {
      message: errorText(first) + others,
      stack: '',
      id: pathOf(first, folder),
      plugin: 'hakoniwa:content',
      loc: { file: pathOf(first, folder), line: first.line, column: first.column },
      ...(frame === undefined ? {} : { frame }),
    },
  }
}

/**
 * Makes what is taught importable: `virtual:catalogue` with the summaries of all
 * topics and `virtual:topics` with a function for each topic and language that
 * loads its words, one chunk each. A build with an author's mistake prints all
 * of them and fails. While an author writes, the first stands in the page's
 * overlay over what could be compiled, and the page reloads when the files are mended.
 */
export const content = (folderPath: string): Plugin => {
  const folder = resolve(folderPath)
  const compile = createCompiler(folder)
  let compiled: Promise<CompiledFolder> | undefined
  let isDev = false
  let base = '/'
  const present = () => {
    compiled ??= compile()
    return compiled
  }

  const watchFolder = (server: ViteDevServer) => {
    const { client } = server.environments
    let timer: NodeJS.Timeout | undefined
    const refresh = async () => {
      compiled = compile()
      const { errors } = await compiled
      for (const { moduleGraph } of Object.values(server.environments))
        for (const [id, module] of moduleGraph.idToModuleMap) if (loadedId.test(id)) moduleGraph.invalidateModule(module)
      for (const error of errors) server.config.logger.error(errorText(error), { timestamp: true })
      client.hot.send((await overlay(errors, folder)) ?? { type: 'full-reload', path: '*' })
    }
    const report = (error: unknown) => server.config.logger.error(String(error))
    server.watcher.add(folder)
    server.watcher.on('all', (_event, path) => {
      if (!resolve(path).startsWith(folder + sep)) return
      clearTimeout(timer)
      timer = setTimeout(() => refresh().catch(report), settleMs)
    })
    server.watcher.once('close', () => clearTimeout(timer))
    client.hot.on('vite:client:connect', (_data, page) => {
      present()
        .then(({ errors }) => overlay(errors, folder))
        .then((payload) => payload && page.send(payload))
        .catch(report)
    })
  }

  return {
    name: 'hakoniwa:content',
    config: () => ({ build: { rolldownOptions: { output: { chunkFileNames } } } }),
    configResolved(config) {
      isDev = config.command === 'serve'
      base = config.base
    },
    async buildStart() {
      if (isDev) return
      compiled = compile()
      const { errors, warnings, files } = await compiled
      for (const file of files) this.addWatchFile(file)
      for (const warning of warnings) this.warn(errorText(warning))
      if (errors.length > 0)
        this.error(`The content has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}:\n${errors.map(errorText).join('\n')}`)
    },
    configureServer: watchFolder,
    transformIndexHtml: {
      order: 'post',
      // Asked for beside the scripts, not after them.
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter(({ fileName }) => /catalogue-[^/]*\.json$/.test(fileName))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `${base}${fileName}` },
            injectTo: 'head',
          })),
    },
    resolveId: { filter: { id: virtualId }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: loadedId },
      async handler(id) {
        const content = await present()
        if (id === '\0virtual:catalogue') {
          const packed = JSON.stringify(packCatalogue(content.catalogue))
          if (isDev) return { code: `export default async () => JSON.parse(${JSON.stringify(packed)})`, map: null, moduleType: 'js' }
          const file = this.emitFile({ type: 'asset', name: 'catalogue.json', source: packed })
          return { code: fetchModule(`import.meta.ROLLUP_FILE_URL_${file}`), map: null, moduleType: 'js' }
        }
        if (id === '\0virtual:topics') return { code: topicsModule(content), map: null, moduleType: 'js' }
        const [, lang, name] = topicModule.exec(id) ?? []
        const topic = isTopicLang(lang) ? content.topics.find(({ entry }) => entry.id === name)?.parts[lang]?.topic : undefined
        if (topic === undefined) return this.error(`There is no topic ${name} in ${lang}.`)
        return { code: jsonModule(topic), map: null, moduleType: 'js' }
      },
    },
  }
}

/** The addresses of the topics, for hosts that know only files: `topics/capabilities`, `flashcards/capabilities`. */
export const contentRoutes = (folderPath: string) => async (): Promise<readonly string[]> => {
  const { catalogue } = await createCompiler(resolve(folderPath))()
  return catalogue.topics.flatMap(({ id }) => [`topics/${id}`, `topics/${id}/summary`, `flashcards/${id}`])
}
