import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, createServer, type HotPayload, type Plugin, type Rolldown, type ViteDevServer } from 'vite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { content, contentRoutes } from '../../../src/build/content/contentPlugin.ts'
import { type PackedCatalogue, unpackCatalogue } from '../../../src/core/content/catalogueForm.ts'
import type { Topic } from '../../../src/core/content/types.ts'
import { sampleTopic } from '../../core/content/sampleContent.ts'
import { sampleFolder, writeFiles } from './sampleFolder.ts'

const entry = "import catalogue from 'virtual:catalogue'\nimport topics from 'virtual:topics'\nglobalThis.made = [catalogue, topics]\n"
const page = '<!doctype html><title>t</title><script type="module" src="/main.js"></script>\n'

/** A project of one script that imports the content, and its content folder. */
const project = (changes: Readonly<Record<string, string>> = {}): { readonly root: string; readonly folder: string } => {
  const folder = sampleFolder(changes)
  const root = dirname(folder)
  writeFiles(root, { 'main.js': entry, 'index.html': page })
  return { root, folder }
}

const buildProject = async ({ root, folder }: { readonly root: string; readonly folder: string }) => {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [content(folder)],
    build: { write: false, minify: false },
  })
  if (!('output' in result)) throw new Error('One output was expected.')
  return result.output
}

/** What a chunk's JSON string says. */
const dataOf = (chunk: Rolldown.OutputChunk | undefined, marker: string): unknown => {
  const literal = [...(chunk?.code ?? '').matchAll(/JSON\.parse\((?<literal>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)\)/g)]
    .map((match) => match.groups?.literal ?? '')
    .find((found) => found.includes(marker))
  if (literal === undefined) throw new Error(`No data with ${marker} in ${chunk?.fileName}`)
  return JSON.parse(String(new Function(`return ${literal}`)()))
}

describe('a build', { timeout: 60_000 }, () => {
  test('has the summaries as data that the page asks for at once, and a chunk for each topic and language, named for both', async () => {
    const output = await buildProject(project())
    const chunks = output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
    const names = chunks.map(({ fileName }) => fileName.replace(/-[\w-]{8}\.js$/, '.js'))
    expect(names).toEqual(expect.arrayContaining(['assets/index.js', 'assets/topic-first.ja.js', 'assets/topic-first.en.js']))
    const main = chunks.find(({ isEntry }) => isEntry)
    const data = output.find(({ fileName }) => /^assets\/catalogue-[\w-]{8}\.json$/.test(fileName))
    const html = output.find(({ fileName }) => fileName === 'index.html')
    if (data?.type !== 'asset' || html?.type !== 'asset') throw new Error('The catalogue and the page were expected.')
    const catalogue = unpackCatalogue(JSON.parse(String(data.source)) as PackedCatalogue)
    expect(catalogue.topics.map(({ id, title, items }) => [id, title.en, items.length])).toEqual([['first', 'Title', 28]])
    expect(main?.code).toContain(data.fileName.replace('assets/', ''))
    expect(String(html.source)).toContain(`<link rel="preload" as="fetch" crossorigin href="/${data.fileName}">`)
    const english = chunks.find(({ fileName }) => fileName.includes('topic-first.en'))
    const topic = dataOf(english, 'sections') as Topic
    expect([topic.lang, topic.title, topic.sections[0]?.items.length]).toEqual(['en', 'Title', 28])
    // Data and nothing else: no parser, no highlighter.
    for (const chunk of chunks) expect(Object.keys(chunk.modules).filter((id) => id.includes('node_modules'))).toEqual([])
    expect(main?.code).not.toContain('ok a')
  })

  test('fails with every error of every file', async () => {
    const broken = project({
      'area/first.en.md': sampleTopic('en').replace('ok b', '<b>'),
      'area/first.ja.md': sampleTopic('ja').replace('{#term-a}', '{#term-a levle=1}'),
      'figures/box.svg': '<svg/>',
    })
    await expect(buildProject(broken)).rejects.toThrow(
      /content\/area\/first\.en\.md:\d+:\d+ html[\s\S]*content\/area\/first\.ja\.md:\d+:\d+ unknown-attribute[\s\S]*content\/figures\/box\.svg:1:1 svg/,
    )
  })

  test('knows the addresses of the topics', async () => {
    expect(await contentRoutes(sampleFolder())()).toEqual(['topics/first', 'topics/first/summary', 'flashcards/first'])
  })
})

interface Served {
  readonly server: ViteDevServer
  /** What all pages were told. */
  readonly sent: HotPayload[]
  /** Lets a page connect, and answers what it alone is told. */
  readonly connect: () => HotPayload[]
}

const serve = async ({ root, folder }: { readonly root: string; readonly folder: string }): Promise<Served> => {
  const sent: HotPayload[] = []
  const listeners: ((data: undefined, page: { readonly send: (payload: HotPayload) => void }) => void)[] = []
  // Stands in for the socket: what goes out is kept, and pages connect when the test says so.
  const socket: Plugin = {
    name: 'socket',
    configureServer({ environments: { client } }) {
      vi.spyOn(client.hot, 'send').mockImplementation((...args: readonly unknown[]) => void sent.push(args[0] as HotPayload))
      vi.spyOn(client.hot, 'on').mockImplementation(
        (event: string, listener: (typeof listeners)[number]) => void (event === 'vite:client:connect' && listeners.push(listener)),
      )
    },
  }
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [socket, content(folder)],
    server: { port: 0, ws: false, watch: { usePolling: true, interval: 50 } },
    optimizeDeps: { noDiscovery: true },
  })
  onTestFinished(() => server.close())
  // The watcher reports what is there first; what comes after is an author's doing.
  await new Promise<void>((ready) => server.watcher.once('ready', ready))
  const connect = () => {
    const told: HotPayload[] = []
    for (const listener of listeners) listener(undefined, { send: (payload) => void told.push(payload) })
    return told
  }
  return { server, sent, connect }
}

const titleOf = async (server: ViteDevServer): Promise<string> => {
  const { default: topic } = (await server.ssrLoadModule('virtual:topic/en/first')) as { readonly default: Topic }
  return topic.title
}

/**
 * The first message of that type after the place given. A change may be told twice: the
 * watcher can see a file emptied before it sees it written.
 */
const next = async <Type extends HotPayload['type']>(sent: HotPayload[], from: number, type: Type) => {
  const found = () => sent.slice(from).find((payload): payload is Extract<HotPayload, { type: Type }> => payload.type === type)
  await vi.waitFor(() => expect(found()).toBeDefined(), { timeout: 20_000, interval: 20 })
  return found() as Extract<HotPayload, { type: Type }>
}

describe('a development server', { timeout: 60_000 }, () => {
  test('shows an error in the page with its place and frame, and reloads when it is mended', async () => {
    const made = project()
    const { server, sent } = await serve(made)
    expect(await titleOf(server)).toBe('Title')
    const file = join(made.folder, 'area/first.en.md')

    const text = sampleTopic('en').replace('ok b', '<b>')
    writeFileSync(file, text)
    const error = await next(sent, 0, 'error')
    const line = text.slice(0, text.indexOf('<b>')).split('\n').length
    expect(error.err.loc).toEqual({ file, line, column: 7 })
    expect(error.err.message).toMatch(/^content\/area\/first\.en\.md:\d+:7 html “<b>” is HTML\./)
    expect(error.err.frame).toContain(`> ${line} | - [x] <b>\n`)
    expect(
      error.err.frame
        ?.split('\n')
        .find((row) => row.trimEnd().endsWith('^'))
        ?.indexOf('^'),
    ).toBe(`> ${line} | `.length + 6)

    const before = sent.length
    writeFileSync(file, sampleTopic('en').replace('title: Title', 'title: Mended'))
    expect(await next(sent, before, 'full-reload')).toEqual({ type: 'full-reload', path: '*' })
    expect(await titleOf(server)).toBe('Mended')
  })

  test('takes notice of files that come and go', async () => {
    const made = project()
    const { server, sent } = await serve(made)
    await titleOf(server)
    rmSync(join(made.folder, 'area/first.ja.md'))
    const gone = await next(sent, 0, 'error')
    expect(gone.err.message).toContain('missing-language')
    const beforeBack = sent.length
    writeFiles(made.folder, { 'area/first.ja.md': sampleTopic('ja') })
    await next(sent, beforeBack, 'full-reload')
    const beforeFigure = sent.length
    writeFiles(made.folder, { 'figures/new.svg': '<svg>' })
    const figure = await next(sent, beforeFigure, 'error')
    expect(figure.err.message).toContain('content/figures/new.svg:1:6 svg')
  })

  test('starts with a broken file: it serves what could be read and tells every page that connects', async () => {
    const made = project({ 'area/first.en.md': sampleTopic('en').replace('ok b', '<b>') })
    const { server, sent, connect } = await serve(made)
    expect(await titleOf(server)).toBe('Title')
    const error = await next(connect(), 0, 'error')
    expect(error.err.message).toContain('html')
    writeFiles(made.folder, { 'area/first.en.md': sampleTopic('en') })
    await next(sent, 0, 'full-reload')
  })
})
