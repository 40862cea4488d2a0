import { assertNever } from '../../core/assertNever.ts'
import { plainRich } from '../../core/content/plainText.ts'
import type { Block, Item, Rich, Topic } from '../../core/content/types.ts'

/** A stretch of words that is read as one: a paragraph, an option, a reason, an entry of a list. */
export interface Passage {
  /** Where an author finds it: the section or the item. */
  readonly id: string
  readonly rich: Rich
}

const ofBlock = (block: Block): readonly Rich[] => {
  switch (block.tag) {
    case 'p':
    case 'heading':
      return [block.children]
    case 'list':
      return block.items.flatMap(({ children }) => ofBlocks(children))
    case 'quote':
      return ofBlocks(block.children)
    case 'note':
      return [block.title, ...ofBlocks(block.children)]
    case 'table':
      return [block.head, ...block.rows].flat()
    case 'figure':
      return [[block.alt], block.caption]
    case 'footnotes':
      return block.notes.flatMap(ofBlocks)
    case 'code':
    case 'rule':
      return []
    default:
      return assertNever(block)
  }
}
const ofBlocks = (blocks: readonly Block[]): readonly Rich[] => blocks.flatMap(ofBlock)

const ofItem = (item: Item): readonly Rich[] => {
  switch (item.kind) {
    case 'term':
    case 'card':
      return [...ofBlocks(item.prompt), ...ofBlocks(item.answer)]
    // Its prompt is the answer with a gap.
    case 'cloze':
      return ofBlocks(item.answer)
    case 'choice':
      return [
        ...ofBlocks(item.stem),
        ...item.options.flatMap(({ text, reason }) => [text, ...ofBlocks(reason)]),
        ...ofBlocks(item.explanation),
      ]
    case 'fill':
      return [...ofBlocks(item.stem), ...item.answers.flatMap(({ reason }) => ofBlocks(reason)), ...ofBlocks(item.explanation)]
    case 'order':
      return [
        ...ofBlocks(item.stem),
        ...item.steps.flatMap(({ text, reason }) => [text, ...ofBlocks(reason)]),
        ...ofBlocks(item.explanation),
      ]
    case 'match':
      return [
        ...ofBlocks(item.stem),
        ...item.columns,
        ...item.pairs.flatMap(({ left, right }) => [left, right]),
        ...item.decoys,
        ...ofBlocks(item.explanation),
      ]
    case 'exercise':
      return ofBlocks(item.explanation)
    default:
      return assertNever(item)
  }
}

/** All words of a topic that somebody reads as prose, each once. */
export const passagesOf = (topic: Topic): readonly Passage[] => [
  { id: topic.id, rich: [topic.title] },
  { id: topic.id, rich: [topic.summary] },
  ...topic.sections.flatMap((section) => [
    { id: section.id, rich: section.heading },
    ...ofBlocks(section.blocks).map((rich) => ({ id: section.id, rich })),
    ...section.items.flatMap((item) => ofItem(item).map((rich) => ({ id: item.id, rich }))),
  ]),
]

const withCode = (rich: Rich, code: string): Rich =>
  rich.map((node) => {
    if (typeof node === 'string') return node
    if (node.tag === 'code') return code
    return 'children' in node ? { ...node, children: withCode(node.children, code) } : node
  })

/** The words of a passage, with `code` in the place of every piece of code. */
export const wordsOf = ({ rich }: Passage, code: string): string => plainRich(withCode(rich, code)).replace(/\s+/gu, ' ').trim()
