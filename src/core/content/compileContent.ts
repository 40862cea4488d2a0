import { topicId } from '../ids.ts'
import { checkCatalogue } from './checkCatalogue.ts'
import { checkPair } from './checkPair.ts'
import { checkTopic } from './checkTopic.ts'
import type { CompiledTopic } from './compiledTopic.ts'
import type { Tables } from './curriculum.ts'
import { readTopic, type TopicParts } from './parseTopic.ts'
import { plainRich } from './plainText.ts'
import { inOrder, isWarning, problem } from './problems.ts'
import type { TopicContext } from './scope.ts'
import type { Catalogue, ContentError, Item, ItemStub, Lang, SvgElement, TopicStub } from './types.ts'
import { langs } from './types.ts'

export interface TopicFile {
  /** Within the content folder, with slashes: `namespaces/namespaces-pid-mount.ja.md`. */
  readonly path: string
  readonly text: string
}
export interface ContentInput {
  readonly tables: Tables
  readonly files: readonly TopicFile[]
  readonly figure: (name: string, lang: Lang) => SvgElement | undefined
  readonly highlight: TopicContext['highlight']
  /** How a file's path is shown: `content/` and the path. */
  readonly shown: (path: string) => string
  /** Reads one file; a build that runs for long hands in one that remembers. */
  readonly read?: typeof readTopic
}
export interface CompiledContent {
  readonly catalogue: Catalogue
  readonly topics: readonly CompiledTopic[]
  readonly errors: readonly ContentError[]
  readonly warnings: readonly ContentError[]
}

const fileName = /^([a-z0-9-]+)\/([a-z0-9-]+)\.(ja|en)\.md$/
const isLang = (text: string | undefined): text is Lang => langs.some((lang) => lang === text)

const itemStub = (item: Item): ItemStub => {
  const { id, kind, level, section, fact, supports } = item
  const options = item.kind === 'choice' ? item.options : []
  const confuses = [...item.confuses, ...options.flatMap((option) => option.confuses)]
  return { id, kind, level, section, fact, supports, confuses: [...new Set(confuses)], options: options.length }
}

const stubOf = ({ entry, parts }: CompiledTopic): TopicStub | undefined => {
  const { ja, en } = parts
  if (ja === undefined || en === undefined) return undefined
  return {
    id: entry.id,
    area: entry.area,
    objective: entry.objective,
    weight: entry.weight,
    requires: entry.requires,
    title: { ja: ja.topic.title, en: en.topic.title },
    summary: { ja: ja.topic.summary, en: en.topic.summary },
    minutes: { ja: ja.topic.minutes, en: en.topic.minutes },
    sections: ja.topic.sections.map((section, index) => ({
      id: section.id,
      heading: { ja: plainRich(section.heading), en: plainRich(en.topic.sections[index]?.heading ?? []) },
    })),
    items: ja.drafts.map(({ item }) => itemStub(item)),
  }
}

/** The whole catalogue from its files, with every mistake of every file. Never throws. */
export const compileContent = ({ tables, files, figure, highlight, shown, read = readTopic }: ContentInput): CompiledContent => {
  const problems: ContentError[] = []
  const found = new Map<string, Partial<Record<Lang, TopicParts>>>()
  const objectives = new Set(Object.keys(tables.objectives))
  for (const { path, text } of files) {
    const file = shown(path)
    const [, area, id = '', lang] = fileName.exec(path) ?? []
    const entry = tables.topics.find((topic) => topic.id === id)
    const start = { line: 1, column: 1 }
    if (!isLang(lang)) {
      problems.push(problem(file, start, 'file-name', 'The file is named neither for a topic nor for a language.'))
      continue
    }
    if (entry === undefined) problems.push(problem(file, start, 'unlisted-topic', `curriculum.yaml lists no topic “${id}”.`))
    else if (entry.area !== area)
      problems.push(problem(file, start, 'file-name', `The topic belongs to the area “${entry.area}”, and the file lies in “${area}”.`))
    const context: TopicContext = {
      id: topicId(id),
      lang,
      objective: entry?.objective ?? '',
      objectives,
      sources: tables.sources,
      glossary: tables.glossary,
      figure: (name) => figure(name, lang),
      highlight,
    }
    const { parts, problems: own } = read(text, file, context)
    problems.push(...own, ...checkTopic(parts))
    if (entry !== undefined) found.set(entry.id, { ...found.get(entry.id), [lang]: parts })
  }
  const topics = tables.topics.map((entry): CompiledTopic => ({ entry, parts: found.get(entry.id) ?? {} }))
  for (const { parts } of topics) if (parts.ja !== undefined && parts.en !== undefined) problems.push(...checkPair(parts.ja, parts.en))
  problems.push(...checkCatalogue(tables, topics, shown))
  const all = inOrder(problems)
  return {
    catalogue: {
      areas: tables.areas.map(({ id, title }) => ({ id, title })),
      topics: topics.flatMap((topic) => stubOf(topic) ?? []),
    },
    topics,
    errors: all.filter((error) => !isWarning(error)),
    warnings: all.filter(isWarning),
  }
}
