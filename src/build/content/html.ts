import { assertNever } from '../../core/assertNever.ts'
import type { Block, ListItem, Rich, RichNode, Source, SvgElement } from '../../core/content/types.ts'

export type Sources = Readonly<Record<string, Source>>

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const element = (tag: string, attributes: Readonly<Record<string, string>>, inner: string): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${tag}${written.join('')}>${inner}</${tag}>`
}

const nodeHtml = (node: RichNode, sources: Sources): string => {
  if (typeof node === 'string') return escaped(node)
  switch (node.tag) {
    case 'strong':
    case 'em':
    case 'del':
      return element(node.tag, {}, richHtml(node.children, sources))
    case 'code':
      return element('code', {}, escaped(node.text))
    case 'br':
      return '<br>'
    case 'link':
      return element('a', { href: node.href }, richHtml(node.children, sources))
    case 'cloze':
      return element('mark', { 'data-cloze': String(node.n) }, richHtml(node.children, sources))
    case 'source': {
      const source = sources[node.key]
      return source === undefined ? '' : element('a', { class: 'cite', href: source.url }, escaped(source.title))
    }
    case 'footnoteRef':
      return element('sup', {}, element('a', { href: `#fn-${node.n}` }, String(node.n)))
    case 'term':
      return element('dfn', { 'data-term': node.id }, richHtml(node.children, sources))
    default:
      return assertNever(node)
  }
}

/** Formatted text as HTML for other programs; the app itself never makes a string of it. */
export const richHtml = (rich: Rich, sources: Sources): string => rich.map((node) => nodeHtml(node, sources)).join('')

const itemHtml = (item: ListItem, sources: Sources): string => {
  const [only] = item.children
  const inner = item.children.length === 1 && only?.tag === 'p' ? richHtml(only.children, sources) : blocksHtml(item.children, sources)
  return element('li', item.anchor === undefined ? {} : { id: item.anchor }, inner)
}

const svgHtml = ({ tag, attributes, children }: SvgElement): string =>
  element(tag, attributes, children.map((child) => (typeof child === 'string' ? escaped(child) : svgHtml(child))).join(''))

const blockHtml = (block: Block, sources: Sources): string => {
  switch (block.tag) {
    case 'p':
      return element('p', {}, richHtml(block.children, sources))
    case 'heading':
      return element(`h${block.level}`, {}, richHtml(block.children, sources))
    case 'list': {
      const items = block.items.map((item) => itemHtml(item, sources)).join('')
      return block.ordered ? element('ol', block.start === 1 ? {} : { start: String(block.start) }, items) : element('ul', {}, items)
    }
    case 'quote':
      return element('blockquote', {}, blocksHtml(block.children, sources))
    case 'code': {
      const runs = block.runs.map((run) =>
        run.kind === undefined ? escaped(run.text) : element('span', { class: `c-${run.kind}` }, escaped(run.text)),
      )
      return element('pre', {}, element('code', { class: `language-${block.lang}` }, runs.join('')))
    }
    case 'table': {
      const cells = (tag: 'th' | 'td', row: readonly Rich[]) =>
        row.map((cell, column) => {
          const align = block.align[column]
          return element(tag, align === null || align === undefined ? {} : { align }, richHtml(cell, sources))
        })
      const head = element('thead', {}, element('tr', {}, cells('th', block.head).join('')))
      return element(
        'table',
        {},
        head + element('tbody', {}, block.rows.map((row) => element('tr', {}, cells('td', row).join(''))).join('')),
      )
    }
    case 'note':
      return element(
        'aside',
        { class: 'note' },
        element('p', { class: 'notetitle' }, richHtml(block.title, sources)) + blocksHtml(block.children, sources),
      )
    case 'figure': {
      const { attributes, children } = block.svg
      const drawing = svgHtml({ tag: 'svg', attributes: { ...attributes, role: 'img', 'aria-label': block.alt }, children })
      return element(
        'figure',
        {},
        drawing + (block.caption.length === 0 ? '' : element('figcaption', {}, richHtml(block.caption, sources))),
      )
    }
    case 'footnotes':
      return element(
        'ol',
        { class: 'footnotes' },
        block.notes.map((note, index) => element('li', { id: `fn-${index + 1}` }, blocksHtml(note, sources))).join(''),
      )
    case 'rule':
      return '<hr>'
    default:
      return assertNever(block)
  }
}

/** Compiled blocks as HTML. */
export const blocksHtml = (blocks: readonly Block[], sources: Sources): string => blocks.map((block) => blockHtml(block, sources)).join('')
