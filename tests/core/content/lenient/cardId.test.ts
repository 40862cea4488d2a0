import { expect, test } from 'vitest'
import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'

const ids = (source: string): string[] => readNotes(source, 'notes.md').cards.map(({ id }) => id)
const [original] = ids('## 2. 🚀 ネームスペース\n- **PID ns**: 番号')

test('begins with the readable part of the term and holds nothing but lower-case ASCII', () => {
  expect(original).toMatch(/^pid-ns-[a-z0-9]{14}$/)
  expect(ids('- **用語**: 定義')[0]).toMatch(/^card-[a-z0-9]{14}$/)
})

// Years of memory hang on ids: this one is written down, so that no change of the code changes it unseen.
test('never changes', () => {
  expect(original).toBe('pid-ns-1rusf8404pmwt9')
})

test.each([
  ['another definition', '## 2. 🚀 ネームスペース\n- **PID ns**: まったく別の説明'],
  ['another number and no emoji', '## 3. ネームスペース\n- **PID ns**: 番号'],
  ['another way to mark it', '## ネームスペース\n1. `x`: y\n2. __PID ns__：番号'],
  ['full-width letters', '## ネームスペース\n- **ＰＩＤ　ns**: 番号'],
  ['half-width kana', '## ﾈｰﾑｽﾍﾟｰｽ\n- **PID ns**: 番号'],
  ['front matter and prose before it', '---\ntitle: x\n---\n前置き。\n\n## ネームスペース\n- **PID ns**: 番号'],
])('stays with %s', (_, source) => {
  expect(ids(source)).toContain(original)
})

test.each([
  ['another heading', '## cgroup\n- **PID ns**: 番号'],
  ['a heading more', '# 題\n## ネームスペース\n- **PID ns**: 番号'],
  ['another term', '## ネームスペース\n- **pid ns**: 番号'],
])('differs below %s', (_, source) => {
  expect(ids(source)).not.toContain(original)
})

test('keeps terms that repeat below one heading apart, in the order of the file', () => {
  const [first, second, third] = ids('- **a**: 一\n- **a**: 二\n- **a**: 三')
  expect([second, third]).toEqual([`${first}-2`, `${first}-3`])
})
