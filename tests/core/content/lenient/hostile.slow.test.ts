import { describe, expect, test } from 'vitest'
import { deepestNesting } from '../../../../src/core/content/lenient/scanBlocks.ts'
import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'
import { leastSeconds } from '../../../helpers/leastSeconds.ts'

const size = 1_000_000
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
/** Lines of 5,000 characters, each full of one mark. */
const lines = (piece: string): string => fill(`${piece.repeat(Math.ceil(5000 / piece.length))}\n`)
const stairs = (line: string, steps: number): string =>
  fill(Array.from({ length: steps }, (_, at) => `${' '.repeat(at * 2)}${line}\n`).join(''))

const marks = [
  '[',
  '[a](',
  '[a][',
  '![',
  '[[',
  '*',
  '**a',
  'a**b',
  '_a',
  '`',
  '<',
  '<a ',
  'x<!--',
  '$a ',
  'x{{<',
  '&#',
  '\\',
  '|',
  '：',
  'a:b ',
  '用語：',
  '> ',
  '- ',
  '- > ',
  '**a**(',
  '**a** / ',
  'http://a)',
  '\u3000a',
  '\0',
]
const texts: Record<string, string> = {
  ...Object.fromEntries(marks.map((mark) => [`lines of ${JSON.stringify(mark)}`, lines(mark)])),
  'quotes in quotes': fill(Array.from({ length: 300 }, (_, at) => `${'>'.repeat(at)} a\n`).join('')),
  'lists in lists': stairs('- a', 300),
  'definitions in definitions': stairs('- **a**: b', 300),
  'labels in labels': stairs('- **a**:', 60),
  'short lines of marks': fill('**a**(\n'),
  'spaces within a line': fill(`a${' '.repeat(15_000)}b\n`),
  'hashes within a heading': fill(`# ${'#'.repeat(9000)}x\n`),
  'a rule of a table that is none': fill(`|a|\n|${' '.repeat(9000)}-${' '.repeat(9000)}x|\n`),
  'comments never closed': fill('<!--\n'),
  'formulas never closed': fill('$$\na\n'),
  'elements never closed': fill('<pre>\n'),
  'definition lists': fill('Term\n: definition\n'),
  'one term, many definitions': `Term\n${fill(': definition\n')}`,
  'one paragraph': fill('文章が続く。\n'),
  'one item': `- **a**: b\n${fill('続く。\n')}`,
  'headings that ask': fill('# Q1: why?\nA: so\n'),
  'questions without answers': fill('Q: why?\n'),
  'the same term again and again': fill('- **a**: b\n'),
  'front matter without an end': `---\n${fill('a: b\n')}`,
  'ordinary notes': fill(
    '## 見出し\n\n- **フル機能のOS環境**: システムコンテナは `lxc` を使う。\n- **隔離**：カーネル\n\n文章である。\n\n',
  ),
}

describe('1 MB is read in less than two seconds', () => {
  test.each(Object.keys(texts))('%s', (name) => {
    expect(leastSeconds(() => readNotes(texts[name] ?? '', 'x'), 2)).toBeLessThan(2)
  })
})

test('reports a line of 1 MB and reads on', () => {
  const { cards, left } = readNotes(`- **長い**: ${fill('あ')}\n- **a**: b`, 'x')
  expect(cards.map(({ front, line }) => [front, line])).toEqual([['a', 2]])
  expect(left.map(({ line, why }) => [line, why])).toEqual([[1, 'line-too-long']])
  expect(left[0]?.text.length).toBeLessThan(600)
})

test('reports what is nested too deep and reads the rest', () => {
  const source = `${Array.from({ length: 60 }, (_, at) => `${' '.repeat(at * 2)}- a${at}`).join('\n')}\n\n# A\n- **b**: c`
  const { cards, left } = readNotes(source, 'x')
  expect(cards.map(({ front }) => front)).toEqual(['b'])
  const deep = left.filter(({ why }) => why === 'nested-too-deep')
  expect(deep.map(({ line }) => line)).toEqual(Array.from({ length: 60 - deepestNesting }, (_, at) => deepestNesting + 1 + at))
})

test.each(['', '\n', '\uFEFF', ' ', '\0', '---', '+++', '-', '>', '|', '`', '\uD800', '\r\r'])('reads %j', (source) => {
  expect(readNotes(source, 'x').cards).toEqual([])
})
