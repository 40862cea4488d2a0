import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast'
import { type SectionId, sectionId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { readBlocks } from './blocks.ts'
import { readFrontMatter } from './frontMatter.ts'
import { markGlossary } from './glossaryMarks.ts'
import { readDirective } from './items/directive.ts'
import type { Draft, SectionScope } from './items/itemBase.ts'
import { cardTaker } from './items/lineCard.ts'
import { parseMarkdown, withoutMark } from './markdown.ts'
import { plainRich } from './plainText.ts'
import { collector, inOrder, isWarning, quoted } from './problems.ts'
import { readingMinutes } from './readingTime.ts'
import { readInline } from './rich.ts'
import { type Mention, type Outline, own, placeOf, type Scope, type TopicContext } from './scope.ts'
import { checkSourceText } from './sourceText.ts'
import type { Block, ContentError, Section, Topic } from './types.ts'

/** One file read: the topic and what the checks of the whole catalogue need beside it. */
export interface TopicParts {
  readonly file: string
  readonly topic: Topic
  readonly drafts: readonly Draft[]
  /** Every section and item in order, also those too broken for the topic. */
  readonly outline: readonly Outline[]
  readonly mentions: readonly Mention[]
}

interface Chapter {
  readonly heading: Heading
  readonly nodes: readonly RootContent[]
}

/** The other way of Markdown to write a heading, which a line of `---` after a paragraph becomes by accident. */
const isUnderlined = (node: Heading, scope: Scope): boolean => scope.source[node.position?.start.offset ?? 0] !== '#'

const chaptersOf = (root: Root, scope: Scope): readonly Chapter[] => {
  const chapters: { heading: Heading; nodes: RootContent[] }[] = []
  for (const node of root.children) {
    if (node.type === 'yaml' || node.type === 'footnoteDefinition') continue
    if (node.type === 'heading' && node.depth <= 2) {
      if (isUnderlined(node, scope)) {
        scope.report(placeOf(node), 'setext-heading', 'A line of === or --- makes the text above it a heading.')
        // Its words are text of the section, which so is not empty.
        chapters.at(-1)?.nodes.push({ type: 'paragraph', children: node.children })
        continue
      }
      if (node.depth === 1) scope.report(placeOf(node), 'heading-level', 'The topic has its title in the front matter, so no # heading.')
      chapters.push({ heading: node, nodes: [] })
    } else if (chapters.length === 0) {
      // Front matter without an end is text too, and has been complained of.
      if (root.children[0]?.type === 'yaml' || !scope.source.startsWith('---'))
        scope.report(placeOf(node), 'text-before-section', 'Text stands before the first section.')
      chapters.push({ heading: { type: 'heading', depth: 2, children: [] }, nodes: [node] })
    } else chapters.at(-1)?.nodes.push(node)
  }
  return chapters
}

const checkLevels = (nodes: readonly RootContent[], scope: Scope) => {
  let level = 2
  for (const node of nodes) {
    if (node.type !== 'heading') continue
    if (node.depth > level + 1)
      scope.report(placeOf(node), 'heading-level', `A heading of level ${node.depth} follows one of level ${level}.`)
    level = node.depth
  }
}

const readChapter = ({ heading, nodes }: Chapter, scope: Scope, drafts: Draft[]): Section => {
  const place = placeOf(heading)
  const { rich, attributes, clozes } = readInline(heading.children, scope, { attributes: true })
  const id = attributes?.id
  const isReal = heading.position !== undefined
  if (isReal && id === undefined) scope.report(place, 'missing-id', `The section ${quoted(plainRich(rich))} has no {#id}.`)
  if (isReal && clozes.length === 0 && plainRich(rich).trim() === '') scope.report(place, 'empty-section', 'The heading is empty.')
  if (attributes !== undefined && attributes.values.size > 0)
    scope.report(attributes, 'attributes-misplaced', 'A section takes an id and nothing else.')
  if (isReal && nodes.length === 0) scope.report(place, 'empty-section', `The section ${quoted(plainRich(rich))} is empty.`)
  if (id !== undefined) scope.outline.push({ line: id.line, column: id.column, id: id.value, kind: 'section' })
  const section: SectionId = sectionId(scope.context.id, id?.value ?? '')
  const own: SectionScope = { ...scope, section, drafts: [] }
  const takeCard = cardTaker(own)
  checkLevels(nodes, scope)
  // In the order of the file, so that drafts and outline are too; runs of prose stay together for what their neighbours mean.
  const blocks: Block[] = []
  let prose: RootContent[] = []
  const settle = () => {
    blocks.push(...readBlocks(prose, own, { footnotes: true, takeCard }))
    prose = []
  }
  for (const node of nodes) {
    if (node.type === 'containerDirective' && node.name !== 'note') {
      settle()
      readDirective(node, own)
    } else prose.push(node)
  }
  settle()
  drafts.push(...own.drafts)
  return { id: section, heading: rich, blocks, items: own.drafts.map((draft) => draft.item) }
}

const readFootnotes = (definitions: readonly FootnoteDefinition[], scope: Scope): readonly Block[] => {
  const texts = new Map<string, readonly Block[]>()
  for (const definition of definitions) {
    const place = placeOf(definition)
    const label = `[^${definition.label ?? definition.identifier}]`
    if (texts.has(definition.identifier)) scope.report(place, 'duplicate-footnote', `${label} is defined twice.`)
    else texts.set(definition.identifier, readBlocks(definition.children, scope))
    if (!scope.footnotes.includes(definition.identifier)) scope.report(place, 'unused-footnote', `Nothing refers to ${label}.`)
  }
  const notes = scope.footnotes.map((name) => texts.get(name) ?? [])
  return notes.length === 0 ? [] : [{ tag: 'footnotes', notes }]
}

const checkIds = ({ outline, mentions, report, context }: Scope) => {
  const seen = new Map<string, Outline>()
  for (const entry of outline) {
    const first = seen.get(entry.id)
    if (first === undefined) seen.set(entry.id, entry)
    else report(entry, 'duplicate-id', `#${entry.id} stands in line ${first.line} too.`)
  }
  for (const mention of mentions) {
    if (mention.kind === 'anchor' && !seen.has(mention.target))
      report(mention, 'unknown-anchor', `Nothing in this topic is called #${mention.target}.`)
    const [topic, id = ''] = mention.target.split('/')
    const named = seen.get(id)
    if (mention.kind !== 'fact' || topic !== context.id) continue
    if (named === undefined) report(mention, 'unknown-fact', `There is no item #${id}.`)
    else if (named.kind === 'section') report(mention, 'unknown-fact', `#${id} is a section and no item.`)
  }
}

const pick = <Value>(table: Readonly<Record<string, Value>>, keys: Iterable<string>): Record<string, Value> =>
  Object.fromEntries(
    [...keys].sort().flatMap((key) => {
      const value = own(table, key)
      return value === undefined ? [] : [[key, value]]
    }),
  )

/** Reads a file as far as it can be read, and says all that is wrong with it. Never throws. */
export const readTopic = (
  text: string,
  file: string,
  context: TopicContext,
): { readonly parts: TopicParts; readonly problems: readonly ContentError[] } => {
  const { problems, report } = collector(file)
  const readable = checkSourceText(text, report)
  const source = readable ? withoutMark(text) : ''
  const root = parseMarkdown(source)
  const definitions = root.children.filter((node) => node.type === 'footnoteDefinition')
  const scope: Scope = { context, source, report, outline: [], mentions: [], cited: new Set(), footnotes: [] }
  const drafts: Draft[] = []
  const frontMatter = readable ? readFrontMatter(root, source, report) : { title: '', summary: '' }
  const chapters = chaptersOf(root, scope)
  if (readable && chapters.length === 0) report({ line: 1, column: 1 }, 'empty-topic', 'The topic has no section.')
  const read = chapters.map((chapter) => readChapter(chapter, scope, drafts))
  const notes = readFootnotes(definitions, scope)
  checkIds(scope)
  const terms = new Set<string>()
  const sections = read.map((section, index) => {
    const blocks = markGlossary(section.blocks, context.glossary, context.lang, terms)
    return { ...section, blocks: index === read.length - 1 ? [...blocks, ...notes] : blocks }
  })
  const topic: Topic = {
    id: context.id,
    lang: context.lang,
    ...frontMatter,
    minutes: readingMinutes(sections, context.lang),
    sections,
    sources: pick(context.sources, scope.cited),
    terms: pick(context.glossary, terms),
  }
  return { parts: { file, topic, drafts, outline: scope.outline, mentions: scope.mentions }, problems: inOrder(problems) }
}

/** A topic from its Markdown, or all that an author must mend first. Links to other topics are not followed here: see `compileContent`. */
export const parseTopic = (text: string, file: string, context: TopicContext): Result<TopicParts, readonly ContentError[]> => {
  const { parts, problems } = readTopic(text, file, context)
  const errors = problems.filter((found) => !isWarning(found))
  return errors.length === 0 ? ok(parts) : fail(errors)
}
