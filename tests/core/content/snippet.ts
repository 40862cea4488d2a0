import { type TopicParts, readTopic } from '../../../src/core/content/parseTopic.ts'
import type { TopicContext } from '../../../src/core/content/scope.ts'
import type { ContentError, Item, Section } from '../../../src/core/content/types.ts'
import { topicId } from '../../../src/core/ids.ts'

const manPage = (title: string) => ({ title, url: `https://example.org/${title}`, what: 'man page' as const })

export const context: TopicContext = {
  id: topicId('topic'),
  lang: 'ja',
  objective: '352.1',
  objectives: new Set(['352.1', '352.2']),
  sources: { 'pid_namespaces(7)': manPage('pid_namespaces'), 'clone(2)': manPage('clone') },
  glossary: {
    namespace: { ja: 'ネームスペース', en: 'namespace', reading: 'ネームスペース', definition: { ja: '分け方', en: 'a view' } },
    'copy-up': { ja: 'コピーアップ', en: 'copy-up (c++)', reading: 'コピーアップ', definition: { ja: '写し', en: 'a copy' } },
    'pid-namespace': {
      ja: 'PIDネームスペース',
      en: 'PID namespace',
      reading: 'ピーアイディーネームスペース',
      definition: { ja: '番号', en: 'numbers' },
    },
  },
  figure: (name) => (name === 'nesting.svg' ? { tag: 'svg', attributes: { viewBox: '0 0 1 1' }, children: [] } : undefined),
  highlight: (text) => [{ text }],
}

export const frontMatter = '---\ntitle: 題\nsummary: 要約\n---\n\n'
export const opening = `${frontMatter}## 節 {#s}\n\n`

/** A whole file from what stands in its one section. */
export const topicOf = (snippet: string): string => `${opening}${snippet}\n`

export interface Read {
  readonly parts: TopicParts
  readonly section: Section
  readonly items: readonly Item[]
  readonly problems: readonly ContentError[]
}
export const readText = (text: string, changes: Partial<TopicContext> = {}): Read => {
  const { parts, problems } = readTopic(text, 'topic.ja.md', { ...context, ...changes })
  const [section] = parts.topic.sections
  if (section === undefined) throw new Error('The text has no section.')
  return { parts, section, items: parts.drafts.map((draft) => draft.item), problems }
}
export const readSnippet = (snippet: string, changes: Partial<TopicContext> = {}): Read => readText(topicOf(snippet), changes)

/** `line:column code` of every complaint. */
export const places = (problems: readonly ContentError[]): readonly string[] =>
  problems.map(({ line, column, code }) => `${line}:${column} ${code}`)

/** Takes the marks ‸ out of a text and says where they stood. */
export const unmarked = (marked: string): { readonly text: string; readonly at: readonly string[] } => {
  const at: string[] = []
  let text = ''
  for (const [index, part] of marked.split('‸').entries()) {
    if (index > 0) {
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
      at.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`)
    }
    text += part
  }
  return { text, at }
}
