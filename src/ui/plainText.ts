import type { Block, Rich } from '../core/content/types.ts'

/** Formatted text as plain words, for places that hold nothing else: list entries, names of controls. */
export const plainText = (rich: Rich): string =>
  rich
    .map((node) => {
      if (typeof node === 'string') return node
      if (node.tag === 'code') return node.text
      if (node.tag === 'cloze' && node.children.length === 0) return '____'
      return 'children' in node ? plainText(node.children) : ''
    })
    .join('')

/** The words of the first paragraph. */
export const firstWords = (blocks: readonly Block[]): string => {
  const paragraph = blocks.find((block) => block.tag === 'p')
  return paragraph === undefined ? '' : plainText(paragraph.children)
}

/** The words of the last paragraph, which is where a stem asks. */
export const askingWords = (blocks: readonly Block[]): string => {
  const paragraph = blocks.findLast((block) => block.tag === 'p')
  return paragraph === undefined ? '' : plainText(paragraph.children)
}
