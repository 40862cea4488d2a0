import type {
  Blockquote,
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem as ListItemNode,
  Paragraph,
  RootContent,
  Table,
} from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Attributes } from './attributes.ts'
import { readCode } from './codeBlock.ts'
import { plainRich } from './plainText.ts'
import { quoted } from './problems.ts'
import { readInline, trimmed } from './rich.ts'
import { placeOf, type Scope } from './scope.ts'
import { textSyntax } from './textSyntax.ts'
import type { Block, ListItem, Rich } from './types.ts'

/** What a list item or paragraph of prose may turn out to be: the callback takes it as an item and answers its anchor. */
export type TakeCard = (
  node: Paragraph,
  rest: readonly Block[],
  nodes: Paragraph | ListItemNode,
) => { readonly children: Rich; readonly anchor?: string }

export interface BlockOptions {
  /** Sources are taken out and put here, as in items. */
  readonly sources?: Set<string>
  readonly footnotes?: boolean
  /** Set in a section's own text: paragraphs and list items may be cards there, and headings and notes may stand. */
  readonly takeCard?: TakeCard
}

type Node = RootContent | BlockContent | DefinitionContent
const maxDepth = 16

const lineAfter = (node: Node) => (node.position?.end.line ?? 0) + 1

/** A list or table that follows a paragraph without a blank line: readers of Markdown disagree about it, so it is refused. */
const reportMissingBlank = (nodes: readonly Node[], scope: Scope) => {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    if (node.type === 'list' && before?.type === 'paragraph' && placeOf(node).line === lineAfter(before))
      scope.report(placeOf(node), 'list-needs-blank-line', 'A list begins right below a paragraph.')
  }
}

const readFigure = (node: Paragraph, scope: Scope): Block | undefined => {
  const image = node.children[0]
  if (node.children.length !== 1 || image?.type !== 'image') return undefined
  const place = placeOf(image)
  const alt = (image.alt ?? '').trim()
  if (alt === '') scope.report(place, 'image-alt', `The picture ${quoted(image.url)} has no text alternative.`)
  const svg = scope.context.figure(image.url)
  if (svg === undefined) {
    scope.report(place, 'unknown-figure', `There is no drawing ${quoted(image.url)}.`)
    return { tag: 'p', children: [alt] }
  }
  const caption: Rich = (image.title ?? '').split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? { tag: 'code', text: part } : part))
  return { tag: 'figure', alt, caption: trimmed(caption), svg }
}

const readParagraph = (node: Paragraph, scope: Scope, options: BlockOptions): Block | undefined => {
  const figure = readFigure(node, scope)
  if (figure !== undefined) return figure
  const card = options.takeCard?.(node, [], node)
  if (card !== undefined) return { tag: 'p', children: card.children }
  const { rich } = readPlain(node, scope, options)
  return rich.length === 0 ? undefined : { tag: 'p', children: rich }
}

/** A paragraph's text where nothing may carry attributes. */
const readPlain = (node: Paragraph | Heading, scope: Scope, options: BlockOptions) => {
  const inline = readInline(node.children, scope, { ...options, attributes: true })
  reportAttributes(inline.attributes, scope)
  return inline
}

export const reportAttributes = (attributes: Attributes | undefined, scope: Scope): void => {
  if (attributes !== undefined) scope.report(attributes, 'attributes-misplaced', 'Nothing here takes an id or attributes.')
}

const readHeading = (node: Heading, scope: Scope, options: BlockOptions): Block | undefined => {
  const place = placeOf(node)
  if (scope.source[node.position?.start.offset ?? 0] !== '#')
    scope.report(place, 'setext-heading', 'A line of === or --- makes the text above it a heading.')
  else if (options.takeCard === undefined) scope.report(place, 'heading-misplaced', 'A heading stands in an item, note, quote or list.')
  else if (node.depth < 3 || node.depth > 4)
    scope.report(place, 'heading-level', `A heading of level ${node.depth} has no place within a section.`)
  const { rich } = readPlain(node, scope, {})
  if (rich.length === 0) scope.report(place, 'empty-section', 'The heading is empty.')
  return { tag: 'heading', level: node.depth >= 4 ? 4 : 3, children: rich }
}

/** `[ｘ] text`, `[x]text` and the like at the beginning of a list item. */
export const reportTaskMark = (node: ListItemNode, scope: Scope): boolean => {
  const first = node.children[0]
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (node.checked !== null && node.checked !== undefined) return false
  if (text?.type !== 'text') return false
  const { value, mask } = textSyntax(text)
  const match = /^[[［][\s　]*[xXｘＸ✓]?[\s　]*[\]］]/.exec(mask)
  if (match === null) return false
  scope.report(placeOf(text), 'task-mark', `${quoted(value.slice(0, match[0].length + 8))} was not read as an option.`)
  return true
}

/** Whether a list item begins with the mark of a typed answer. */
const isAnswer = (node: Node | undefined): boolean => {
  const text = node?.type === 'paragraph' ? node.children[0] : undefined
  return text?.type === 'text' && /^[=~!](?:\s|$)/.test(textSyntax(text).mask)
}

const readListItem = (node: ListItemNode, scope: Scope, options: BlockOptions, depth: number): ListItem => {
  if (reportTaskMark(node, scope)) return { children: [] }
  const [first, ...rest] = node.children
  if (typeof node.checked === 'boolean' && options.takeCard !== undefined)
    scope.report(placeOf(node), 'task-mark', 'A list of options stands outside a :::choice.')
  if (options.takeCard !== undefined && isAnswer(first)) scope.report(placeOf(node), 'fill-answers', 'An answer stands outside a :::fill.')
  // The rest of a list item belongs to its card, if it is one, so no card may hide in it.
  const isCardLine = options.takeCard !== undefined && first?.type === 'paragraph' && !isPlainItem(first, scope)
  const { takeCard: _, ...inner } = options
  const restBlocks = readBlocksAt(rest, scope, isCardLine ? inner : options, depth + 1, true)
  const checked = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  if (first?.type === 'paragraph' && options.takeCard !== undefined) {
    const { children, anchor } = options.takeCard(first, restBlocks, node)
    return { ...checked, ...(anchor === undefined ? {} : { anchor }), children: [{ tag: 'p', children }, ...restBlocks] }
  }
  return { ...checked, children: [...(first === undefined ? [] : readBlocksAt([first], scope, options, depth + 1, true)), ...restBlocks] }
}

/** Whether a list item's first line carries no attributes. */
const isPlainItem = (node: Paragraph, scope: Scope): boolean => {
  const quiet: Scope = { ...scope, report: () => undefined, mentions: [], cited: new Set(), footnotes: [] }
  return readInline(node.children, quiet, { attributes: true, cloze: true, footnotes: true }).attributes === undefined
}

const readTable = (node: Table, scope: Scope, options: BlockOptions): Block => {
  const [head, ...rows] = node.children.map((row) => ({
    place: placeOf(row),
    cells: row.children.map((cell) => readInline(cell.children, scope, options).rich),
  }))
  const width = head?.cells.length ?? 0
  for (const row of rows)
    if (row.cells.length !== width) scope.report(row.place, 'table-cells', `The row has ${row.cells.length} cells and the head ${width}.`)
  const align = (node.align ?? []).slice(0, width)
  const filled = (cells: readonly Rich[]) => Array.from({ length: width }, (_, column) => cells[column] ?? [])
  return { tag: 'table', align, head: head?.cells ?? [], rows: rows.map((row) => filled(row.cells)) }
}

const readQuote = (node: Blockquote, scope: Scope, options: BlockOptions, depth: number): Block => {
  const { takeCard: _, ...inner } = options
  return { tag: 'quote', children: readBlocksAt(node.children, scope, inner, depth + 1) }
}

const readList = (node: List, scope: Scope, options: BlockOptions, depth: number): Block => ({
  tag: 'list',
  ordered: node.ordered === true,
  start: node.start ?? 1,
  items: node.children.map((item) => readListItem(item, scope, options, depth)),
})

/** The line that opens a directive, as it stands in the file. */
export const openingLine = (node: ContainerDirective, scope: Scope): string => {
  const start = node.position?.start.offset ?? 0
  return /^[^\r\n]*/.exec(scope.source.slice(start, start + 1000))?.[0] ?? ''
}

const readNote = (node: ContainerDirective, scope: Scope, options: BlockOptions, depth: number): Block => {
  const [label, ...rest] = node.children
  const hasLabel = label?.type === 'paragraph' && label.data?.directiveLabel === true
  const title = hasLabel ? readInline(label.children, scope, { footnotes: false }).rich : []
  if (plainRich(title).trim() === '') scope.report(placeOf(node), 'item-form', 'The note has no title: write :::note[Title].')
  if (openingLine(node, scope).includes('{')) scope.report(placeOf(node), 'attributes-misplaced', 'A note takes no attributes.')
  const { takeCard: _, ...inner } = options
  const children = readBlocksAt(hasLabel ? rest : node.children, scope, inner, depth + 1)
  if (children.length === 0) scope.report(placeOf(node), 'item-form', 'The note is empty.')
  return { tag: 'note', title, children }
}

export const reportUnclosed = (node: ContainerDirective, scope: Scope): boolean => {
  const raw = scope.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const lines = raw.split(/\r\n|\r|\n/)
  const closed = lines.length > 1 && /^[>\s]*:{3,}[ \t]*$/.test(lines.at(-1) ?? '')
  if (!closed) scope.report(placeOf(node), 'directive-unclosed', `:::${node.name} has no end.`)
  return !closed
}

const readBlock = (node: Node, scope: Scope, options: BlockOptions, depth: number): Block | undefined => {
  const place = placeOf(node)
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, scope, options)
    case 'heading':
      return readHeading(node, scope, options)
    case 'list':
      return readList(node, scope, options, depth)
    case 'blockquote':
      return readQuote(node, scope, options, depth)
    case 'code':
      return readCode(node, scope)
    case 'table':
      return readTable(node, scope, options)
    case 'thematicBreak':
      return { tag: 'rule' }
    case 'html':
      return void scope.report(place, 'html', `${quoted(node.value)} is HTML.`)
    case 'definition':
      return void scope.report(place, 'reference-link', `[${node.label ?? ''}]: … defines a link.`)
    case 'footnoteDefinition':
      // Those at the top of the file have been taken out before.
      return void scope.report(
        place,
        'footnote-in-item',
        `The footnote [^${node.label ?? ''}] is defined within an item, note, quote or list.`,
      )
    case 'containerDirective':
      reportUnclosed(node, scope)
      if (node.name === 'note' && options.takeCard !== undefined && depth === 0) return readNote(node, scope, options, depth)
      return void scope.report(place, 'directive-nested', `:::${node.name} stands inside another block.`)
    default:
      return void scope.report(place, 'not-taken', `Markdown of the kind “${node.type}” has no place here.`)
  }
}

const readBlocksAt = (nodes: readonly Node[], scope: Scope, options: BlockOptions, depth: number, inListItem = false): readonly Block[] => {
  const first = nodes[0]
  if (depth > maxDepth) {
    if (first !== undefined) scope.report(placeOf(first), 'too-deep', `More than ${maxDepth} lists and quotes nest.`)
    return []
  }
  if (!inListItem) reportMissingBlank(nodes, scope)
  return nodes.flatMap((node) => readBlock(node, scope, options, depth) ?? [])
}

/** Block Markdown as the closed tree, with everything reported that has no variant in it. */
export const readBlocks = (nodes: readonly Node[], scope: Scope, options: BlockOptions = {}): readonly Block[] =>
  readBlocksAt(nodes, scope, options, 0)
