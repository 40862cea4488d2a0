import type { ListItem as ListItemNode, Paragraph } from 'mdast'
import { itemId } from '../../ids.ts'
import { reportAttributes, type TakeCard } from '../blocks.ts'
import { plainRich } from '../plainText.ts'
import { quoted } from '../problems.ts'
import { append, type Inline, readInline, trimmed } from '../rich.ts'
import { placeOf } from '../scope.ts'
import type { Block, Card, Rich, RichNode } from '../types.ts'
import { claim, type Draft, readItemBase, type SectionScope, take } from './itemBase.ts'

/** A term and its definition: bold, a colon right after it, the rest. */
const splitTerm = (rich: Rich): { readonly term: Rich; readonly definition: Rich } | undefined => {
  const [first, second, ...rest] = rich
  if (first === undefined || typeof first === 'string' || first.tag !== 'strong') return undefined
  if (typeof second !== 'string' || !second.startsWith(':')) return undefined
  return { term: first.children, definition: trimmed([second.slice(1), ...rest]) }
}

/** Bold words and then something that is nearly a colon. */
const nearTerm = (rich: Rich): boolean => {
  const [first, second] = rich
  if (first === undefined || typeof first === 'string' || first.tag !== 'strong') return false
  return /[:：]$/.test(plainRich(first.children).trim()) || (typeof second === 'string' && /^\s*[:：–—-]/.test(second))
}

const paragraph = (children: Rich): Block => ({ tag: 'p', children })

/** Takes the sources out of text that keeps them where it is read. */
const withoutSources = (rich: Rich): Rich => {
  const kept: RichNode[] = []
  for (const node of rich) {
    const last = kept.at(-1)
    if (typeof node === 'string' || node.tag !== 'source')
      kept.push(typeof node === 'string' ? node : 'children' in node ? { ...node, children: withoutSources(node.children) } : node)
    else if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd()
  }
  return trimmed(kept)
}

const sourcesIn = (rich: Rich): readonly string[] =>
  rich.flatMap((node) =>
    typeof node === 'string' ? [] : node.tag === 'source' ? [node.key] : 'children' in node ? sourcesIn(node.children) : [],
  )

/** The sentence with its `n`th cloze blank and the others plain. */
const blanked = (rich: Rich, n: number): Rich => {
  const nodes: RichNode[] = []
  for (const node of rich) {
    if (typeof node === 'string' || !('children' in node)) append(nodes, node)
    else if (node.tag !== 'cloze') append(nodes, { ...node, children: blanked(node.children, n) })
    else if (node.n === n) append(nodes, { ...node, children: [] })
    else for (const child of blanked(node.children, n)) append(nodes, child)
  }
  return nodes
}

const clozesIn = (rich: Rich): readonly Rich[] =>
  rich.flatMap((node) =>
    typeof node === 'string' || !('children' in node) ? [] : node.tag === 'cloze' ? [node.children] : clozesIn(node.children),
  )

const termCards = (term: Rich, definition: Rich, rest: readonly Block[], inline: Inline, scope: SectionScope): readonly Card[] => {
  const { attributes } = inline
  if (attributes === undefined) return []
  const sources = new Set(sourcesIn(inline.rich))
  const base = readItemBase(attributes, sources, scope)
  if (base === undefined) return []
  const prompt = [paragraph(withoutSources(term))]
  const answer = [paragraph(withoutSources(definition)), ...rest]
  return [
    take(base, { kind: 'term', prompt, answer }),
    take({ ...base, id: itemId(scope.context.id, `${attributes.id?.value}.reverse`) }, { kind: 'term', prompt: answer, answer: prompt }),
  ]
}

const clozeCards = (inline: Inline, rest: readonly Block[], scope: SectionScope): readonly Card[] => {
  const { attributes } = inline
  if (attributes === undefined) return []
  const base = readItemBase(attributes, new Set(sourcesIn(inline.rich)), scope)
  if (base === undefined) return []
  const sentence = withoutSources(inline.rich)
  return clozesIn(sentence).map((hidden, index) => {
    const id = index === 0 ? base.id : itemId(scope.context.id, `${attributes.id?.value}.${index + 1}`)
    return take({ ...base, id }, { kind: 'cloze', prompt: [paragraph(blanked(sentence, index + 1)), ...rest], answer: [paragraph(hidden)] })
  })
}

/**
 * Takes the cards that stand in a section's own text: `- **term**: definition {#id}`
 * and sentences with `==hidden==` parts. Both stay visible where they stand.
 */
export const cardTaker =
  (scope: SectionScope): TakeCard =>
  (node: Paragraph, rest: readonly Block[], whole: Paragraph | ListItemNode) => {
    // Read for the page, footnotes included; whether they may stand is known only when it is clear that this is a card.
    const inline = readInline(node.children, scope, { attributes: true, cloze: true, footnotes: true })
    const { attributes, clozes, rich } = inline
    const place = placeOf(node)
    const term = whole.type === 'listItem' ? splitTerm(rich) : undefined
    if (attributes === undefined) {
      if (clozes.length > 0) scope.report(place, 'missing-id', 'The sentence has a cloze and no {#id} at its end.')
      else if (term !== undefined)
        scope.report(place, 'term-without-id', `${quoted(plainRich(term.term))} looks like a term card and has no id.`)
      else if (whole.type === 'listItem' && /\{[a-z0-9-]+\}$/.test(plainRich(rich)))
        scope.report(place, 'attributes', 'The braces at the end hold no #.')
      return { children: rich }
    }
    if (attributes.id === undefined) {
      if (clozes.length > 0 || term !== undefined) scope.report(attributes, 'missing-id', 'The card has no id.')
      else reportAttributes(attributes, scope)
      return { children: rich }
    }
    const id = attributes.id.value
    if (clozes.length === 0 && term === undefined) {
      if (whole.type === 'listItem' || nearTerm(rich))
        scope.report(place, 'term-form', 'The line has an id and is neither a term card nor a cloze.')
      else reportAttributes(attributes, scope)
      return { children: rich }
    }
    const kind = clozes.length > 0 ? 'cloze' : 'term'
    claim(attributes, kind, scope)
    if (clozes.length > 0 && term !== undefined && clozesIn(term.term).length > 0)
      scope.report(place, 'cloze-misplaced', 'A term is asked as it stands: no part of it is hidden.')
    if (hasFootnote(rich)) scope.report(place, 'footnote-in-item', 'The card holds a footnote.')
    if (sourcesIn(rich).length === 0) scope.report(attributes, 'item-without-source', `The card #${id} states no source.`)
    const cards =
      kind === 'cloze'
        ? clozeCards(inline, rest, scope)
        : term === undefined
          ? []
          : termCards(term.term, term.definition, rest, inline, scope)
    if (kind === 'term' && (plainRich(term?.term ?? []).trim() === '' || plainRich(withoutSources(term?.definition ?? [])).trim() === ''))
      scope.report(place, 'term-form', 'The term or its definition is empty.')
    scope.drafts.push(...cards.map((item): Draft => ({ ...place, authored: id, item })))
    return { children: rich, anchor: id }
  }

const hasFootnote = (rich: Rich): boolean =>
  rich.some((node) => typeof node !== 'string' && (node.tag === 'footnoteRef' || ('children' in node && hasFootnote(node.children))))
