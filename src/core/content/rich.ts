import type { PhrasingContent, Text } from 'mdast'
import { type Attributes, looksLikeAttributes, readAttributes } from './attributes.ts'
import { hrefOf } from './links.ts'
import { endsSpoilt, reportNearMisses } from './nearMisses.ts'
import { quoted } from './problems.ts'
import { own, placeOf, type Scope } from './scope.ts'
import { joinedLines, type TextSyntax, textSyntax } from './textSyntax.ts'
import type { Rich, RichNode } from './types.ts'

export interface InlineOptions {
  /** Takes the sources out of the text and puts them here; without it they stay where they stand. */
  readonly sources?: Set<string>
  readonly footnotes?: boolean
  readonly cloze?: boolean
  /** Whether `{…}` at the end is read. */
  readonly attributes?: boolean
}

export interface Inline {
  readonly rich: Rich
  readonly attributes: Attributes | undefined
  /** What each cloze hides, in order. */
  readonly clozes: readonly Rich[]
}

interface Frame {
  readonly children: RichNode[]
  /** Where the `==` stands that opened it. */
  readonly opened?: { readonly text: TextSyntax; readonly at: number }
}

const maxDepth = 24

/** Adds a node; text that follows text becomes one with it. */
export const append = (to: RichNode[], node: RichNode) => {
  const last = to.at(-1)
  if (typeof node !== 'string') to.push(node)
  else if (typeof last === 'string') to[to.length - 1] = last + node
  else if (node !== '') to.push(node)
}

/** Formatted text without spaces at its two ends. */
export const trimmed = (rich: Rich): Rich => {
  const nodes = [...rich]
  const first = nodes[0]
  if (typeof first === 'string') nodes[0] = first.trimStart()
  const last = nodes.at(-1)
  if (typeof last === 'string') nodes[nodes.length - 1] = last.trimEnd()
  return nodes.filter((node) => node !== '')
}

/** Braces at the end of the text that are meant as attributes. */
const trailing = (
  nodes: readonly PhrasingContent[],
  { report }: Scope,
): { readonly node: Text; readonly at: number; readonly attributes: Attributes } | undefined => {
  const node = nodes.at(-1)
  if (node?.type !== 'text') return undefined
  const text = textSyntax(node)
  const written = text.mask.trimEnd()
  if (!/[}｝]$/.test(written.slice(-1))) return undefined
  const open = Math.max(written.lastIndexOf('{'), written.lastIndexOf('｛'))
  const inner = written.slice(open + 1, -1)
  if (open < 0 || /[}｝\r\n]/.test(inner) || !looksLikeAttributes(inner) || endsSpoilt(text, nodes.length === 1)) return undefined
  if (written[open] !== '{' || !written.endsWith('}'))
    report(text.placeAt(open), 'full-width', `The braces of ${quoted(written.slice(open))} are full-width.`)
  return { node, at: written.slice(0, open).trimEnd().length, attributes: readAttributes(inner, text.placeAt(open), report) }
}

/** Inline Markdown as the closed tree, with everything reported that has no variant in it. */
export const readInline = (nodes: readonly PhrasingContent[], scope: Scope, options: InlineOptions = {}): Inline => {
  const { report, context } = scope
  const end = options.attributes === true ? trailing(nodes, scope) : undefined
  const clozes: Rich[] = []
  let clozeCount = 0

  const source = (text: TextSyntax, at: number, key: string, to: RichNode[]) => {
    const written = text.value.slice(at, at + key.length + 2)
    if (own(context.sources, key) !== undefined) {
      scope.cited.add(key)
      if (options.sources === undefined) append(to, { tag: 'source', key })
      else {
        options.sources.add(key)
        const last = to.at(-1)
        if (typeof last === 'string') to[to.length - 1] = last.trimEnd()
      }
      return
    }
    append(to, written)
    // Counts as stated: that it names nothing is complaint enough.
    if (!key.startsWith('^')) options.sources?.add(key)
    if (key.startsWith('^')) report(text.placeAt(at), 'unknown-footnote', `There is no footnote ${written}.`)
    else if (/^[(（]/.test(text.mask.slice(at + written.length)))
      report(text.placeAt(at), 'broken-link', `${quoted(written)} and what follows were not read as a link.`)
    else report(text.placeAt(at), 'unknown-source', `${quoted(written)} names no source.`)
  }

  const readText = (node: Text, stack: Frame[], startsLine: boolean) => {
    const whole = textSyntax(node)
    const until = end?.node === node ? end.at : whole.value.length
    const text = until === whole.value.length ? whole : { ...whole, value: whole.value.slice(0, until), mask: whole.mask.slice(0, until) }
    const isSpoilt = reportNearMisses(text, startsLine, report)
    for (const match of text.mask.matchAll(/［([^［］\r\n]*)］/g))
      if (own(context.sources, (match[1] ?? '').normalize('NFKC')) !== undefined)
        report(text.placeAt(match.index), 'full-width', `The brackets of ${quoted(match[0])} are full-width, so it cites nothing.`)
    const top = () => stack.at(-1)?.children ?? []
    let at = 0
    for (const match of text.mask.matchAll(/={2,}|\[([^[\]\r\n]*)\]|[[\]]/g)) {
      append(top(), joinedLines(text.value.slice(at, match.index)))
      at = match.index + match[0].length
      const place = text.placeAt(match.index)
      if (isSpoilt(match.index)) append(top(), match[0])
      else if (match[1] !== undefined) source(text, match.index, match[1], top())
      else if (!match[0].startsWith('=')) {
        append(top(), match[0])
        report(place, 'unknown-source', `A “${match[0]}” without its counterpart.`)
      } else if (match[0].length > 2) {
        append(top(), match[0])
        report(place, 'cloze-form', `“${match[0]}” is not the sign of a cloze.`)
      } else if (stack.at(-1)?.opened === undefined) {
        if (/\s/.test(text.mask.charAt(at))) report(place, 'cloze-form', 'A space follows the == that opens a cloze.')
        stack.push({ children: [], opened: { text, at: match.index } })
      } else {
        const children = stack.pop()?.children ?? []
        if (/\s/.test(text.mask.charAt(match.index - 1))) report(place, 'cloze-form', 'A space stands before the == that closes a cloze.')
        clozeCount += 1
        if (options.cloze !== true) report(place, 'cloze-misplaced', 'A cloze cannot stand here.')
        clozes.push(children)
        append(top(), { tag: 'cloze', n: clozeCount, children })
      }
    }
    append(top(), joinedLines(text.value.slice(at)))
  }

  const readNode = (node: PhrasingContent, stack: Frame[], startsLine: boolean, depth: number) => {
    const to = stack.at(-1)?.children ?? []
    const place = placeOf(node)
    switch (node.type) {
      case 'text':
        return readText(node, stack, startsLine)
      case 'strong':
        return append(to, { tag: 'strong', children: readLevel(node.children, depth + 1) })
      case 'emphasis':
        return append(to, { tag: 'em', children: readLevel(node.children, depth + 1) })
      case 'delete':
        return append(to, { tag: 'del', children: readLevel(node.children, depth + 1) })
      case 'inlineCode':
        return append(to, { tag: 'code', text: node.value.replace(/\r\n|\r|\n/g, ' ') })
      case 'break':
        return append(to, { tag: 'br' })
      case 'link': {
        const href = hrefOf(node, scope)
        const children = readLevel(node.children, depth + 1, true)
        if (href === undefined) for (const child of children) append(to, child)
        else append(to, { tag: 'link', href, children })
        return
      }
      case 'footnoteReference': {
        if (options.footnotes !== true)
          return report(place, 'footnote-in-item', `The footnote [^${node.label ?? node.identifier}] cannot stand here.`)
        if (!scope.footnotes.includes(node.identifier)) scope.footnotes.push(node.identifier)
        return append(to, { tag: 'footnoteRef', n: scope.footnotes.indexOf(node.identifier) + 1 })
      }
      case 'image':
        return report(place, 'image-alone', 'A picture stands within text.')
      case 'html':
        return report(place, 'html', `${quoted(node.value)} is HTML.`)
      case 'linkReference':
      case 'imageReference':
        return report(place, 'reference-link', `[${node.label ?? ''}] is a link by reference.`)
      default:
        return report(place, 'not-taken', `Markdown of the kind “${node.type}” has no place here.`)
    }
  }

  /** `isLabel`: the words of a link, where the text after an autolink's `<` is an address and no near miss. */
  const readLevel = (level: readonly PhrasingContent[], depth: number, isLabel = false): Rich => {
    const first: Frame = { children: [] }
    const stack = [first]
    if (depth > maxDepth) {
      report(
        level[0] === undefined ? { line: 1, column: 1 } : placeOf(level[0]),
        'too-deep',
        `More than ${maxDepth} levels of emphasis and links.`,
      )
      return []
    }
    for (const [index, node] of level.entries()) {
      const only = isLabel && node.type === 'text' && /^https?:\/\//.test(node.value)
      if (only) append(stack.at(-1)?.children ?? [], node.value)
      else readNode(node, stack, (index === 0 && depth === 0) || level[index - 1]?.type === 'break', depth)
    }
    for (const { opened, children } of stack.slice(1).reverse()) {
      if (opened !== undefined)
        report(opened.text.placeAt(opened.at), 'cloze-form', 'This == is not closed in the same paragraph and emphasis.')
      append(first.children, '==')
      for (const child of children) append(first.children, child)
    }
    return first.children
  }

  return { rich: trimmed(readLevel(nodes, 0)), attributes: end?.attributes, clozes }
}
