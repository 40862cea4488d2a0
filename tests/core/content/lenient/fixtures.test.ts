import { readdirSync, readFileSync } from 'node:fs'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { readNoteHead } from '../../../../src/core/content/lenient/noteHead.ts'
import { rawLines } from '../../../../src/core/content/lenient/noteLines.ts'
import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'

const folder = new URL('../../../fixtures/notes/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}
/** The words of a parsed document outside HTML, by whether a heading holds them; the marks of lists and questions are none. */
const wordsOf = (node: Node, inHeading = false): { word: string; inHeading: boolean }[] => {
  const isText = node.type === 'text' || node.type === 'code' || node.type === 'inlineCode'
  const text = (node.value ?? '').replace(/^[①-⑳]|^(?:[QA]|問|答)\d*(?=[.:：　 ])/gm, '')
  const own = isText ? (text.match(/[\p{L}\p{N}]+/gu) ?? []) : []
  const below = (node.children ?? []).flatMap((child) => wordsOf(child, inHeading || node.type === 'heading'))
  return [...own.map((word) => ({ word, inHeading })), ...below]
}

describe.each(names)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8')
  const report = readNotes(source, name)

  test('gives the cards that a person expects of it', () => {
    expect(report).toEqual(JSON.parse(readFileSync(new URL(name.replace(/\.md$/, '.expected.json'), folder), 'utf8')))
  })

  // The independent reader of Markdown says which words stand in the file; each of them must turn up.
  test('loses no word', () => {
    const lines = rawLines(source)
    const body = lines
      .slice(readNoteHead(lines).lines)
      .join('\n')
      // Commands of a site generator and the addresses of wiki links are no words.
      .replace(/\{\{.*?\}\}/g, '')
      .replace(/\[\[[^\]|]*\|/g, '[[')
    const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    const kept = JSON.stringify([report.cards, report.left])
    const lost = wordsOf(tree).filter(({ word, inHeading }) => !inHeading && !kept.includes(word))
    expect(lost).toEqual([])
  })

  test('gives each line that is left as it stands in the file, once', () => {
    const lines = rawLines(source)
    for (const { line, text, why } of report.left) if (why !== 'html') expect(text).toBe(lines[line - 1]?.trim())
    expect(new Set(report.left.map(({ line }) => line)).size).toBe(report.left.length)
    expect(report.left.filter(({ why }) => why === 'unread')).toEqual([])
  })

  test('does not depend on the line ends or on a byte order mark', () => {
    const unix = source.replace(/^\uFEFF/, '')
    expect(readNotes(unix.replaceAll('\n', '\r\n'), name)).toEqual(report)
    expect(readNotes(`\uFEFF${unix}`, name)).toEqual(report)
  })
})
