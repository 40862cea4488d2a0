import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type CompiledContent, compileContent, type TopicFile } from '../../core/content/compileContent.ts'
import type { Tables } from '../../core/content/curriculum.ts'
import { readTopic } from '../../core/content/parseTopic.ts'
import { inOrder, problem } from '../../core/content/problems.ts'
import type { ContentError } from '../../core/content/types.ts'
import { type Figure, readFigure } from './figures.ts'
import { highlight } from './highlight.ts'
import { readTables, type TableFile } from './tables.ts'

export interface CompiledFolder extends CompiledContent {
  readonly tables: Tables
  /** Every file that was read, absolute. */
  readonly files: readonly string[]
}

const tableNames = ['curriculum.yaml', 'sources.yaml', 'glossary.yaml'] as const
const isNoise = (name: string) => name.startsWith('.') || name.endsWith('~')

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  // A hidden folder is not entered at all: what other tools keep there may vanish while it is read.
  const below = entries
    .filter(({ name }) => !isNoise(name))
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
    })
  return (await Promise.all(below)).flat().sort()
}

const digest = (...parts: readonly string[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * A compiler of one content folder that remembers each file's topic for as long as
 * neither the file nor what its words refer to has changed.
 */
export const createCompiler = (folder: string): (() => Promise<CompiledFolder>) => {
  const topics = new Map<string, { readonly key: string; readonly read: ReturnType<typeof readTopic> }>()
  const figures = new Map<string, { readonly key: string; readonly figure: Figure }>()
  // Paths on screen are the author's: from the folder's own name on, with slashes and composed letters.
  const shown = (path: string) => `${basename(folder)}/${path}`
  const inside = (path: string) => relative(folder, path).split(sep).join('/').normalize('NFC')

  return async () => {
    const problems: ContentError[] = []
    const start = { line: 1, column: 1 }
    const texts = new Map<string, string>()
    let files: readonly string[] = []
    try {
      files = await filesBelow(folder)
    } catch (error) {
      problems.push(problem(basename(folder), start, 'unreadable', `The folder cannot be read: ${messageOf(error)}`))
    }
    const wanted = files.filter((path) => /\.(?:md|svg|yaml|yml)$/.test(path) && !inside(path).startsWith('labs/'))
    await Promise.all(
      wanted.map(async (path) => {
        try {
          texts.set(inside(path), await readFile(path, 'utf8'))
        } catch (error) {
          problems.push(problem(shown(inside(path)), start, 'unreadable', messageOf(error)))
        }
      }),
    )
    const table = (name: (typeof tableNames)[number]): TableFile => ({ path: shown(name), text: texts.get(name) })
    const { tables, problems: tableProblems } = readTables({
      curriculum: table('curriculum.yaml'),
      sources: table('sources.yaml'),
      glossary: table('glossary.yaml'),
    })
    problems.push(...tableProblems)
    const paths = [...texts.keys()].sort()
    for (const path of paths.filter((name) => /^figures\/[^/]+\.svg$/.test(name))) {
      const text = texts.get(path) ?? ''
      const key = digest(text)
      const known = figures.get(path)
      const figure = known?.key === key ? known.figure : readFigure(text, shown(path))
      figures.set(path, { key, figure })
      problems.push(...figure.problems)
    }
    const drawings = paths.filter((path) => path.endsWith('.svg')).map((path) => texts.get(path) ?? '')
    const surroundings = digest(
      JSON.stringify([tables.objectives, tables.sources, tables.glossary, tables.topics.map(({ id, objective }) => [id, objective])]),
      ...drawings,
    )
    const topicFiles = paths.filter((path) => path.endsWith('.md')).map((path): TopicFile => ({ path, text: texts.get(path) ?? '' }))
    const compiled = compileContent({
      tables,
      files: topicFiles,
      figure: (name, lang) => (texts.has(`figures/${name}`) ? figures.get(`figures/${name}`)?.figure.svg?.[lang] : undefined),
      highlight,
      shown,
      read: (text, file, context) => {
        const key = digest(text, surroundings)
        const known = topics.get(file)
        if (known?.key === key) return known.read
        const read = readTopic(text, file, context)
        topics.set(file, { key, read })
        return read
      },
    })
    return { ...compiled, tables, files: wanted, errors: inOrder([...problems, ...compiled.errors]) }
  }
}
