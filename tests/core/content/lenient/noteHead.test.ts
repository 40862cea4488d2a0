import { expect, test } from 'vitest'
import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'

const card = '- **a**: b'
/** Title, line of the card `a`, lines left. */
const read = (source: string, path = 'folder/My notes.md') => {
  const { title, cards, left } = readNotes(source, path)
  return [title, cards.find(({ front }) => front === 'a')?.line ?? 0, ...left.map(({ line, why }) => `${line} ${why}`)]
}

test.each([
  ['YAML', `---\ntitle: 題\ndate: 2024-07-18\n---\n${card}`, ['題', 5]],
  ['quotes and escapes', `---\ntitle: "a \\"b\\": c" # d\n---\n${card}`, ['a "b": c', 4]],
  ['single quotes', `---\ntitle: 'it''s'\n---\n${card}`, ["it's", 4]],
  ['a folded title', `---\ntitle: >-\n  one\n  two\ntags:\n- x\n---\n${card}`, ['one two', 8]],
  ['a comment after the title', `---\ntitle: 題 # 注\n...\n${card}`, ['題', 4]],
  ['TOML', `+++\ntitle = "題"\n[params]\n  x = 1\n+++\n${card}`, ['題', 6]],
  ['a byte order mark', `\uFEFF---\ntitle: 題\n---\n${card}`, ['題', 4]],
  ['Windows line ends', `---\r\ntitle: 題\r\n---\r\n${card}\r\n`, ['題', 4]],
  ['blank lines before it', `\n\n---\ntitle: 題\n---\n${card}`, ['題', 6]],
  [
    'no closing line',
    `---\ntitle: 題\ndate: 2024\n\n# 見出し\n${card}\n\n---\n`,
    ['題', 6, '1 front-matter-unclosed', '2 front-matter-unclosed', '3 front-matter-unclosed', '8 rule'],
  ],
  [
    'no closing line before a heading',
    `---\ntitle: 題\n## 見出し\n${card}`,
    ['題', 4, '1 front-matter-unclosed', '2 front-matter-unclosed'],
  ],
  [
    'no closing line, but a rule further down',
    '---\ntitle: 題\n\n# 見出し\n- *a*: b\n\n---\n',
    ['題', 5, '1 front-matter-unclosed', '2 front-matter-unclosed', '7 rule'],
  ],
  ['a rule, not front matter', `---\n地の文。\n\n---\n${card}`, ['My notes', 5, '1 rule', '2 prose', '4 rule']],
  ['nothing in it', `---\n---\n${card}`, ['My notes', 3]],
  ['no title in it', `---\ndate: 2024\n---\n# **見出し**\n${card}`, ['見出し', 5]],
  ['none: the first heading of the first level', `## 二\n# 一\n${card}`, ['一', 3]],
  ['none: the name of the file', card, ['My notes', 1]],
])('front matter: %s', (_, source, expected) => {
  expect(read(source)).toEqual(expected)
})

test.each([
  ['C:\\notes\\メモ.markdown', 'メモ'],
  ['コンテナ 0123456789abcdef0123456789abcdef.md', 'コンテナ'],
  ['', ''],
])('takes the title of %s from its name', (path, title) => {
  expect(read(card, path)[0]).toBe(title)
})
