import type { Nodes, Root, Text } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { type CompileContext, type Extension, fromMarkdown, type Token } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** Where in the file a stretch of a text node's value comes from. */
export interface Piece {
  /** Index in the node's value. */
  readonly at: number
  readonly offset: number
  readonly line: number
  readonly column: number
  /** Written as `\[` or `&amp;`: never syntax of ours. */
  readonly escaped: boolean
}

declare module 'mdast' {
  interface TextData {
    pieces?: Piece[]
  }
}

const noted = (node: Text, token: Token, escaped: boolean) => {
  node.data ??= {}
  node.data.pieces ??= []
  const { offset, line, column } = token.start
  node.data.pieces.push({ at: node.value.length, offset, line, column, escaped })
}

/** What the parser's own handler of text does, and a note of where it stood: our syntax is read from text, and must know escapes. */
const takeData = (escaped: boolean) =>
  function (this: CompileContext, token: Token): undefined {
    const node = this.stack.pop()
    if (node === undefined || !('value' in node)) return
    if (node.type === 'text') noted(node, token, escaped)
    node.value += this.sliceSerialize(token)
    if (node.position !== undefined) node.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset }
  }

const noteReference = function (this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1)
  if (node?.type === 'text') noted(node, token, true)
}

/** A task whose text begins on the next line: the parser has the paragraph begin behind the end of the mark's line. */
const settleTasks = (tree: Root): undefined => {
  const pending: Nodes[] = [tree]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('children' in node) pending.push(...node.children)
    const paragraph = node.type === 'listItem' && node.checked !== null ? node.children[0] : undefined
    const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    const first = text?.type === 'text' ? text.data?.pieces?.[0] : undefined
    if (first !== undefined && paragraph?.position !== undefined && paragraph.position.start.line < first.line) {
      paragraph.position.start = { line: first.line, column: first.column, offset: first.offset }
    }
  }
}

const pieces: Extension = {
  transforms: [settleTasks],
  exit: { data: takeData(false), characterEscapeValue: takeData(true) },
  enter: { characterReferenceMarker: noteReference },
}

const onlyContainers = () => {
  const { flow = {} } = directive()
  const colon = flow[58]
  const container = Array.isArray(colon) ? colon[0] : colon
  return container === undefined ? {} : { flow: { 58: container } }
}

// Bare addresses are text: the parser would find them a second time in finished text and lose where they stood.
const withoutBareLinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }

const extensions = [frontmatter(['yaml']), gfm({ singleTilde: false }), withoutBareLinks, onlyContainers()]
const mdastExtensions = [
  frontmatterFromMarkdown(['yaml']),
  ...gfmFromMarkdown().filter((extension) => extension.transforms === undefined),
  directiveFromMarkdown(),
  pieces,
]

const asOneParagraph = (text: string): Root => {
  const lines = text.split(/\r\n|\r|\n/)
  const start = { line: 1, column: 1, offset: 0 }
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length }
  const value: Text = { type: 'text', value: text, position: { start, end } }
  return { type: 'root', children: [{ type: 'paragraph', children: [value], position: { start, end } }], position: { start, end } }
}

/** The text without a byte order mark, as all positions count it. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

/**
 * Markdown as a tree: CommonMark, GitHub's tables, footnotes, task lists and
 * `~~deletion~~`, YAML front matter, and the `:::name` container directive.
 * Text nodes say in `data.pieces` where each part stood. Never throws: what the
 * parser cannot take becomes one paragraph. Ask `tooHeavy` first, which bounds the time.
 */
export const parseMarkdown = (text: string): Root => {
  const source = withoutMark(text)
  try {
    return fromMarkdown(source, { extensions, mdastExtensions })
  } catch {
    return asOneParagraph(source)
  }
}
