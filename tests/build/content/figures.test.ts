import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFigure } from '../../../src/build/content/figures.ts'
import { unmarked } from '../../core/content/snippet.ts'
import { figure } from './sampleFolder.ts'

const svg = (inner: string, attributes = 'viewBox="0 0 10 10"') => `<svg ${attributes}>${inner}</svg>`

test('keeps what belongs to the language', () => {
  const { svg: drawn, problems } = readFigure(figure, 'box.svg')
  expect(problems).toEqual([])
  const text = (words: string) => ({
    tag: 'svg',
    attributes: { viewBox: '0 0 10 10' },
    children: [{ tag: 'text', attributes: { class: 't', x: '1', y: '2' }, children: [words] }],
  })
  expect(drawn).toEqual({ ja: text('箱'), en: text('box') })
})

test('takes shapes, groups, comments and entities', () => {
  const text = svg(
    '<!-- a --><g class="line accent-line" transform="translate(1 2)"><path class="head" d="M1 2 L3 4Z"/><rect class="box dash" x="1" y="2" width="3" height="4" rx="1"/></g><text class="m end" x="1" y="2">a &amp; <tspan class="b">b</tspan></text>',
  )
  const { svg: drawn, problems } = readFigure(text, 'box.svg')
  expect(problems).toEqual([])
  expect(JSON.stringify(drawn?.ja)).toContain('"a & "')
})

test.each([
  ['no XML', '<svg viewBox="0 0 1 1">‸'],
  ['no drawing', '‸<html/>'],
  ['no viewBox', '‸<svg/>'],
  ['a script', svg('‸<script>alert(1)</script>')],
  ['a style sheet', svg('‸<style>*{}</style>')],
  ['foreign markup', svg('‸<foreignObject/>')],
  ['an outside picture', svg('‸<image href="https://example.org/x.png"/>')],
  ['a reference', svg('‸<use href="#x"/>')],
  ['an animation', svg('<g>\n  ‸<animate attributeName="x"/></g>')],
  ['an event handler', svg('‸<rect class="box" x="1" y="1" width="1" height="1" onclick="alert(1)"/>')],
  ['a colour', svg('‸<rect fill="red" x="1" y="1" width="1" height="1"/>')],
  ['a font size', svg('‸<text font-size="20" x="1" y="1">a</text>')],
  ['a style attribute', svg('‸<rect style="fill:red" x="1" y="1" width="1" height="1"/>')],
  ['an id', svg('‸<rect id="x" x="1" y="1" width="1" height="1"/>')],
  ['an unknown class', svg('‸<rect class="red" x="1" y="1" width="1" height="1"/>')],
  ['a number that is none', svg('‸<rect x="1px" y="1" width="1" height="1"/>')],
  ['an address in a path', svg('‸<path d="url(#x)"/>')],
  ['an unknown language', svg('‸<text lang="de" x="1" y="1">a</text>')],
  ['text outside of text', svg('<g>‸a</g>')],
  ['a drawing in a drawing', svg(`‸${svg('')}`)],
  ['a doctype', `‸<!DOCTYPE svg>${svg('')}`],
  ['an instruction', svg('‸<?php echo 1 ?>')],
])('refuses %s where it stands', (_, marked) => {
  const { text, at } = unmarked(marked)
  const { svg: drawn, problems } = readFigure(text, 'content/figures/x.svg')
  expect(drawn).toBeUndefined()
  expect(problems.map(({ file, line, column, code }) => [file, `${line}:${column}`, code])).toContainEqual([
    'content/figures/x.svg',
    at[0],
    'svg',
  ])
})

test('refuses bombs and never throws', () => {
  expect(readFigure('<a>'.repeat(20_000), 'x.svg').problems).toMatchObject([{ code: 'too-deep' }])
  expect(readFigure(`<!-- ${'a'.repeat(200_000)} -->`, 'x.svg').problems).toMatchObject([{ code: 'too-large' }])
  expect(readFigure('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'x.svg').problems).not.toEqual([])
  const parts = fc.array(
    fc.constantFrom(
      '<svg viewBox="0 0 1 1">',
      '</svg>',
      '<g>',
      '</g>',
      '<text',
      '>',
      '/>',
      ' lang="ja"',
      ' class="t"',
      '&amp;',
      '&x;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?xml version="1.0"?>',
      '"',
      'あ',
      '\0',
      '\n',
    ),
  )
  fc.assert(fc.property(parts, (found) => void readFigure(found.join(''), 'x.svg')))
})
