import { describe, expect, test } from 'vitest'
import { sourceFrame } from '../../../src/build/content/frame.ts'
import { highlight } from '../../../src/build/content/highlight.ts'
import { blocksHtml, richHtml } from '../../../src/build/content/html.ts'
import { temporaryFolder } from './sampleFolder.ts'

describe('highlighting', () => {
  const kindsOf = (code: string, lang: string) =>
    highlight(code, lang).map(({ text, kind }) => (kind === undefined ? text : `${kind}:${text}`))

  test.each([
    ['bash', '# c\nif true; then', ['comment:# c\n', 'keyword:if', ' true; ', 'keyword:then']],
    ['c', 'int x = 0x10; // y', ['keyword:int', ' x ', 'keyword:= ', 'number:0x10', ';', 'comment: // y']],
    ['json', '{"a": [1, true]}', ['{', 'keyword:"a"', ': [', 'number:1', ', ', 'keyword:true', ']}']],
    ['yaml', 'a: "b"', ['keyword:a', ': ', 'string:"b"']],
    ['ini', '; x\na=b', ['comment:; x\n', 'keyword:a', '=b']],
    ['diff', '-a\n+b', ['keyword:-a\n', 'string:+b']],
    ['text', '# a', ['# a']],
  ] as const)('knows the parts of %s', (lang, code, parts) => {
    expect(kindsOf(code, lang)).toEqual(parts)
    expect(
      highlight(code, lang)
        .map(({ text }) => text)
        .join(''),
    ).toBe(code)
  })

  test('keeps every character of any code', () => {
    for (const code of ['', '\n\n', 'a\n', '\t"\n\\', `"${'a'.repeat(5000)}`])
      expect(
        highlight(code, 'bash')
          .map(({ text }) => text)
          .join(''),
      ).toBe(code)
  })
})

describe('HTML for other programs', () => {
  const sources = { s: { title: 'a<b', url: 'https://example.org/?a&b', what: 'man page' as const } }

  test('escapes whatever an author wrote', () => {
    expect(
      richHtml(
        ['<script>', { tag: 'code', text: '"&\'' }, { tag: 'link', href: 'a"b', children: ['x'] }, { tag: 'source', key: 's' }],
        sources,
      ),
    ).toBe(
      '&lt;script&gt;<code>&quot;&amp;&#39;</code><a href="a&quot;b">x</a><a class="cite" href="https://example.org/?a&amp;b">a&lt;b</a>',
    )
  })

  test('has a form for every block', () => {
    const p = { tag: 'p' as const, children: ['a'] }
    expect(
      blocksHtml(
        [
          p,
          { tag: 'heading', level: 3, children: ['b'] },
          { tag: 'list', ordered: true, start: 2, items: [{ anchor: 'c', children: [p] }] },
          { tag: 'quote', children: [p] },
          { tag: 'code', lang: 'c', ran: false, runs: [{ text: '<', kind: 'keyword' }, { text: '>' }] },
          { tag: 'table', align: [null, 'right'], head: [['d'], ['e']], rows: [[['f'], ['g']]] },
          { tag: 'note', title: ['h'], children: [p] },
          {
            tag: 'figure',
            alt: '"i"',
            caption: ['j'],
            svg: { tag: 'svg', attributes: { viewBox: '0 0 1 1' }, children: [{ tag: 'text', attributes: {}, children: ['<k>'] }] },
          },
          { tag: 'footnotes', notes: [[p]] },
          { tag: 'rule' },
        ],
        sources,
      ),
    ).toBe(
      '<p>a</p><h3>b</h3><ol start="2"><li id="c">a</li></ol><blockquote><p>a</p></blockquote><pre><code class="language-c"><span class="c-keyword">&lt;</span>&gt;</code></pre>' +
        '<table><thead><tr><th>d</th><th align="right">e</th></tr></thead><tbody><tr><td>f</td><td align="right">g</td></tr></tbody></table><aside class="note"><p class="notetitle">h</p><p>a</p></aside>' +
        '<figure><svg viewBox="0 0 1 1" role="img" aria-label="&quot;i&quot;"><text>&lt;k&gt;</text></svg><figcaption>j</figcaption></figure><ol class="footnotes"><li id="fn-1"><p>a</p></li></ol><hr>',
    )
  })
})

describe('the frame of an error', () => {
  const error = (line: number, column: number) => ({ file: 'content/a.md', line, column, code: 'html', message: '', hint: '' })

  test('shows the lines around it and a caret below its column', async () => {
    const folder = temporaryFolder({ 'a.md': 'one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix' })
    expect(await sourceFrame(error(3, 2), folder)).toBe('  1 | one\n  2 | two\n> 3 | three\n    |  ^\n  4 | four\n  5 | five')
  })

  test('cuts a long line around the column', async () => {
    const folder = temporaryFolder({ 'a.md': `${'a'.repeat(500)}b${'c'.repeat(500)}` })
    const [line = '', caret = ''] = (await sourceFrame(error(1, 501), folder))?.split('\n') ?? []
    expect(line.length).toBeLessThan(140)
    expect(line[caret.indexOf('^')]).toBe('b')
  })

  test('is nothing for a file that is gone', async () => {
    expect(await sourceFrame(error(1, 1), temporaryFolder())).toBeUndefined()
  })
})
