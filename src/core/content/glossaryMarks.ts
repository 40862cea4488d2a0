import { own } from './scope.ts'
import type { Block, GlossaryTerm, Lang, Rich, RichNode } from './types.ts'

interface Word {
  readonly id: string
  readonly text: string
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A word must not be cut out of a longer one: letters of its own script may not touch its ends. */
const edge = (character: string, behind: boolean): string => {
  const group = /[A-Za-z0-9]/.test(character) ? 'A-Za-z0-9_' : /[\p{Script=Katakana}ー]/u.test(character) ? '\\p{Script=Katakana}ー' : ''
  return group === '' ? '' : `(?${behind ? '<' : ''}![${group}])`
}

const patternOf = (text: string, lang: Lang): RegExp => {
  const plural = lang === 'en' && /[a-z]$/i.test(text) ? '(?:s|es)?' : ''
  return new RegExp(`${edge(text[0] ?? '', true)}${escaped(text)}${plural}${edge(text.at(-1) ?? '', false)}`, lang === 'en' ? 'iu' : 'u')
}

/** Marks the first use of each glossary word in a section's text: the longest word first, none in code, links, headings, tables or cards. */
export const markGlossary = (
  blocks: readonly Block[],
  glossary: Readonly<Record<string, GlossaryTerm>>,
  lang: Lang,
  used: Set<string>,
): readonly Block[] => {
  const words = Object.keys(glossary)
    .flatMap((id): readonly Word[] => {
      const text = own(glossary, id)?.[lang] ?? ''
      return text === '' ? [] : [{ id, text }]
    })
    .sort((a, b) => b.text.length - a.text.length || (a.id < b.id ? -1 : 1))
    .map((word) => ({ ...word, pattern: patternOf(word.text, lang) }))
  const pending = new Set(words)

  const inText = (text: string): readonly RichNode[] => {
    for (const word of pending) {
      const match = word.pattern.exec(text)
      if (match === null) continue
      pending.delete(word)
      used.add(word.id)
      const end = match.index + match[0].length
      return [...inText(text.slice(0, match.index)), { tag: 'term', id: word.id, children: [match[0]] }, ...inText(text.slice(end))]
    }
    return text === '' ? [] : [text]
  }
  const inRich = (rich: Rich): Rich =>
    rich.flatMap((node): Rich => {
      if (typeof node === 'string') return inText(node)
      if (node.tag === 'strong' || node.tag === 'em') return [{ ...node, children: inRich(node.children) }]
      return [node]
    })
  const inBlock = (block: Block): Block => {
    switch (block.tag) {
      case 'p':
        return { ...block, children: inRich(block.children) }
      case 'quote':
      case 'note':
        return { ...block, children: block.children.map(inBlock) }
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => (item.anchor === undefined ? { ...item, children: item.children.map(inBlock) } : item)),
        }
      default:
        return block
    }
  }
  return blocks.map(inBlock)
}
