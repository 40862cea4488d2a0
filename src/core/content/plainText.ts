import type { Block, Rich, RichNode } from './types.ts'

const plainNode = (node: RichNode): string => {
  if (typeof node === 'string') return node
  switch (node.tag) {
    case 'code':
      return node.text
    case 'br':
      return ' '
    case 'source':
    case 'footnoteRef':
      return ''
    default:
      return plainRich(node.children)
  }
}

/** The words of formatted text; a blank cloze is empty. */
export const plainRich = (rich: Rich): string => rich.map(plainNode).join('')

const plainBlock = (block: Block): string => {
  switch (block.tag) {
    case 'p':
    case 'heading':
      return plainRich(block.children)
    case 'list':
      return block.items.map((item) => plainBlocks(item.children)).join('\n')
    case 'quote':
      return plainBlocks(block.children)
    case 'code':
      return block.runs.map((run) => run.text).join('')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainRich).join(' ')).join('\n')
    case 'note':
      return `${plainRich(block.title)}\n${plainBlocks(block.children)}`
    case 'figure':
      return `${block.alt}\n${plainRich(block.caption)}`
    case 'footnotes':
      return block.notes.map(plainBlocks).join('\n')
    case 'rule':
      return ''
  }
}

/** The words of blocks, a line for each. */
export const plainBlocks = (blocks: readonly Block[]): string => blocks.map(plainBlock).join('\n')

/** Text as two prompts are compared: width, case, spaces and punctuation make no difference. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()

/** Every piece of code in the text, inline and in blocks, in order. */
export const codeIn = (rich: Rich): readonly string[] =>
  rich.flatMap((node) => {
    if (typeof node === 'string') return []
    if (node.tag === 'code') return [node.text]
    return 'children' in node ? codeIn(node.children) : []
  })

/** Formatted text with a space for each piece of code. */
export const withoutInlineCode = (rich: Rich): Rich =>
  rich.map((node) => {
    if (typeof node === 'string') return node
    if (node.tag === 'code') return ' '
    return 'children' in node ? { ...node, children: withoutInlineCode(node.children) } : node
  })

/** A block's prose: no code, inline or fenced, and no figure. */
export const withoutCode = (block: Block): Block => {
  switch (block.tag) {
    case 'p':
    case 'heading':
      return { ...block, children: withoutInlineCode(block.children) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: item.children.map(withoutCode) })) }
    case 'quote':
    case 'note':
      return { ...block, children: block.children.map(withoutCode) }
    case 'table':
      return { ...block, head: block.head.map(withoutInlineCode), rows: block.rows.map((row) => row.map(withoutInlineCode)) }
    case 'footnotes':
      return { ...block, notes: block.notes.map((note) => note.map(withoutCode)) }
    case 'code':
    case 'figure':
    case 'rule':
      return { tag: 'rule' }
  }
}
