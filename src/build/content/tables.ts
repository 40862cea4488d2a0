import { isId } from '../../core/content/attributes.ts'
import type { CurriculumTopic, Objective, RetiredItem, Tables } from '../../core/content/curriculum.ts'
import { collector, type Place, quoted, type Report } from '../../core/content/problems.ts'
import { readYaml, type YamlNode } from '../../core/content/yamlNodes.ts'
import type { Area, ContentError, GlossaryTerm, Lang, Source } from '../../core/content/types.ts'
import { topicId } from '../../core/ids.ts'

export interface TableFile {
  /** As it is shown. */
  readonly path: string
  /** Undefined when there is no such file. */
  readonly text: string | undefined
}

/** Reads one map and complains about what is missing, misshapen or unknown. */
const fieldsOf = (node: YamlNode, report: Report, keys: readonly string[]) => {
  if (node.kind !== 'map') {
    report(node, 'table-value', `A map with ${keys.join(', ')} was expected.`)
    return undefined
  }
  for (const [name, { key }] of node.entries) if (!keys.includes(name)) report(key, 'table-value', `There is no key ${quoted(name)} here.`)
  const field = (key: string) => node.entries.get(key)?.node
  const text = (key: string): string => {
    const value = field(key)
    if (value?.kind === 'value' && typeof value.value === 'string' && value.value.trim() !== '') return value.value.trim()
    report(value ?? node, 'table-value', `“${key}” must be text.`)
    return ''
  }
  const number = (key: string): number => {
    const value = field(key)
    if (value?.kind === 'value' && typeof value.value === 'number' && value.value > 0) return value.value
    report(value ?? node, 'table-value', `“${key}” must be a number above 0.`)
    return 0
  }
  const both = (key: string): Readonly<Record<Lang, string>> => {
    const value = field(key)
    const words = value === undefined ? undefined : fieldsOf(value, report, ['ja', 'en'])
    if (words !== undefined) return { ja: words.text('ja'), en: words.text('en') }
    if (value === undefined) report(node, 'table-value', `“${key}” is missing: { ja: …, en: … }.`)
    return { ja: '', en: '' }
  }
  const list = (key: string): readonly (Place & { readonly value: string })[] => {
    const value = field(key)
    if (value === undefined) return []
    if (value.kind !== 'list') {
      report(value, 'table-value', `“${key}” must be a list.`)
      return []
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'value' && typeof item.value === 'string') return [{ line: item.line, column: item.column, value: item.value }]
      report(item, 'table-value', `“${key}” holds text only.`)
      return []
    })
  }
  return { field, text, number, both, list }
}

type Entry = readonly [name: string, key: Place, node: YamlNode]
const entriesOf = (node: YamlNode | undefined, report: Report): readonly Entry[] => {
  if (node === undefined || (node.kind === 'value' && node.value === null)) return []
  if (node.kind === 'map') return [...node.entries].map(([name, { key, node: value }]) => [name, key, value])
  report(node, 'table-value', 'A map was expected.')
  return []
}

const itemsOf = (node: YamlNode | undefined, report: Report): readonly YamlNode[] => {
  if (node === undefined || (node.kind === 'value' && node.value === null)) return []
  if (node.kind === 'list') return node.items
  report(node, 'table-value', 'A list was expected.')
  return []
}

const placeOf = ({ line, column }: Place): Place => ({ line, column })

const reportTwice = (entries: readonly (Place & { readonly id: string })[], report: Report) => {
  for (const [index, entry] of entries.entries())
    if (entries.findIndex((other) => other.id === entry.id) < index) report(entry, 'table-duplicate', `“${entry.id}” is listed twice.`)
}

const readCurriculum = (root: YamlNode, report: Report): Pick<Tables, 'objectives' | 'areas' | 'topics' | 'retired'> => {
  const top = fieldsOf(root, report, ['objectives', 'areas', 'topics', 'retired'])
  const objectives = entriesOf(top?.field('objectives'), report).flatMap(([name, key, node]): readonly (readonly [string, Objective])[] => {
    if (!/^\d{3}\.\d$/.test(name)) report(key, 'table-value', `${quoted(name)} is no objective such as "352.1".`)
    const fields = fieldsOf(node, report, ['weight', 'title'])
    return fields === undefined ? [] : [[name, { weight: fields.number('weight'), title: fields.both('title') }]]
  })
  const areas = itemsOf(top?.field('areas'), report).flatMap((node): readonly (Area & Place)[] => {
    const fields = fieldsOf(node, report, ['id', 'title'])
    const id = fields?.text('id') ?? ''
    if (fields !== undefined && id !== '' && !isId(id)) report(node, 'bad-id', `${quoted(id)} is no id.`)
    return fields === undefined ? [] : [{ ...placeOf(node), id, title: fields.both('title') }]
  })
  const topics = itemsOf(top?.field('topics'), report).flatMap((node): readonly CurriculumTopic[] => {
    const fields = fieldsOf(node, report, ['id', 'area', 'objective', 'weight', 'requires'])
    if (fields === undefined) return []
    const id = fields.text('id')
    if (id !== '' && !isId(id)) report(node, 'bad-id', `${quoted(id)} is no id.`)
    return [
      {
        ...placeOf(node),
        id: topicId(id),
        area: fields.text('area'),
        objective: fields.text('objective'),
        weight: fields.number('weight'),
        requires: fields.list('requires').map((entry) => topicId(entry.value)),
      },
    ]
  })
  const retired = (top?.list('retired') ?? []).flatMap((entry): readonly RetiredItem[] => {
    const [topic = '', item = '', ...more] = entry.value.split('/')
    if (more.length === 0 && isId(topic) && isId(item)) return [{ ...placeOf(entry), id: entry.value }]
    report(entry, 'table-value', `${quoted(entry.value)} is no full id such as topic/item.`)
    return []
  })
  reportTwice(areas, report)
  reportTwice(topics, report)
  reportTwice(retired, report)
  return { objectives: Object.fromEntries(objectives), areas, topics, retired }
}

const kinds = ['man page', 'specification', 'kernel documentation', 'source code', 'documentation'] as const
const isKind = (text: string): text is Source['what'] => kinds.some((kind) => kind === text)

const readSources = (root: YamlNode, report: Report): Pick<Tables, 'sources' | 'sourcePlaces'> => {
  const entries = entriesOf(root, report).flatMap(([name, key, node]) => {
    if (!/^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?:\([0-9][a-z]*\))?$/.test(name))
      report(key, 'table-value', `${quoted(name)} is no key such as pid_namespaces(7) or cgroup-v2.`)
    const fields = fieldsOf(node, report, ['title', 'url', 'what'])
    if (fields === undefined) return []
    const what = fields.text('what')
    const url = fields.text('url')
    if (!isKind(what)) report(fields.field('what') ?? node, 'table-value', `“what” is one of: ${kinds.join(', ')}.`)
    if (!/^https?:\/\/[^\s<>"]+$/.test(url)) report(fields.field('url') ?? node, 'link-refused', `${quoted(url)} is no address.`)
    const source: Source = { title: fields.text('title'), url, what: isKind(what) ? what : 'documentation' }
    return [{ name, key, source }]
  })
  return {
    sources: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
    sourcePlaces: new Map(entries.map(({ name, key }) => [name, key])),
  }
}

const readGlossary = (root: YamlNode, report: Report): Tables['glossary'] =>
  Object.fromEntries(
    entriesOf(root, report).flatMap(([name, key, node]): readonly (readonly [string, GlossaryTerm])[] => {
      if (!isId(name)) report(key, 'bad-id', `${quoted(name)} is no id.`)
      const fields = fieldsOf(node, report, ['ja', 'en', 'reading', 'definition'])
      if (fields === undefined) return []
      const reading = fields.text('reading')
      if (reading !== '' && !/^[\p{Script=Hiragana}\p{Script=Katakana}ー・ 　]+$/u.test(reading))
        report(fields.field('reading') ?? node, 'table-value', 'The reading is written in hiragana or katakana.')
      return [[name, { ja: fields.text('ja'), en: fields.text('en'), reading, definition: fields.both('definition') }]]
    }),
  )

/** The three YAML files as tables, with everything that is wrong in them. */
export const readTables = (files: { readonly curriculum: TableFile; readonly sources: TableFile; readonly glossary: TableFile }) => {
  const problems: ContentError[] = []
  const read = <Value>({ path, text }: TableFile, take: (root: YamlNode, report: Report) => Value): Value => {
    const { problems: own, report } = collector(path)
    const root =
      text === undefined
        ? void report({ line: 1, column: 1 }, 'unreadable', 'There is no such file.')
        : readYaml(text.replace(/^\uFEFF/, ''), report)
    const empty: YamlNode = { line: 1, column: 1, kind: 'map', entries: new Map() }
    // A file that cannot be read has said so; what it lacks is no second complaint.
    const value = take(root ?? empty, root === undefined ? () => undefined : report)
    problems.push(...own)
    return value
  }
  const tables: Tables = {
    ...read(files.curriculum, readCurriculum),
    ...read(files.sources, readSources),
    glossary: read(files.glossary, readGlossary),
  }
  return { tables, problems }
}
