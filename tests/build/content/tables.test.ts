import { describe, expect, test } from 'vitest'
import { readTables } from '../../../src/build/content/tables.ts'
import { unmarked } from '../../core/content/snippet.ts'
import { sampleFiles } from './sampleFolder.ts'

const names = ['curriculum', 'sources', 'glossary'] as const
type Name = (typeof names)[number]

/** Reads the sample's three files, one of them replaced. */
const read = (changed?: Name, text?: string) => {
  const files = sampleFiles()
  const file = (name: Name) => ({ path: `content/${name}.yaml`, text: name === changed ? text : files[`${name}.yaml`] })
  return readTables({ curriculum: file('curriculum'), sources: file('sources'), glossary: file('glossary') })
}

test('reads the three files', () => {
  const { tables, problems } = read()
  expect(problems).toEqual([])
  expect(tables).toMatchObject({
    objectives: { '352.1': { weight: 7, title: { ja: '概念', en: 'Concepts' } } },
    areas: [{ id: 'area', title: { ja: '分野', en: 'Area' }, line: 4, column: 5 }],
    topics: [{ id: 'first', area: 'area', objective: '352.1', weight: 1, requires: [], line: 6 }],
    retired: [],
    sources: { 'clone(2)': { title: 'clone(2)', url: 'https://example.org/clone', what: 'man page' } },
    glossary: { kernel: { reading: 'カーネル' } },
  })
  expect(tables.sourcePlaces.get('clone(2)')).toEqual({ line: 1, column: 1 })
})

const topic = '{ id: first, area: area, objective: "352.1", weight: 1, requires: [] }'

describe('a problem is reported where it stands', () => {
  test.each<readonly [code: string, outcome: string, file: Name, marked: string]>([
    ['table-yaml', 'YAML that cannot be read', 'sources', 'a: { title: "x\n‸'],
    ['table-yaml', 'a key that stands twice', 'sources', 'a: { title: a, url: "https://a.b", what: man page }\n‸a: 1\n'],
    ['table-yaml', 'an anchor', 'sources', 'a: &x ‸{ title: a, url: "https://a.b", what: man page }\n'],
    [
      'table-yaml',
      'a bomb of aliases',
      'sources',
      `a: &a ‸[x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: [*a, *a, *a]`).join('\n')}\n`,
    ],
    ['table-value', 'a list in place of a map', 'sources', '‸- a\n'],
    ['table-value', 'a list in place of a source', 'sources', 'a: ‸[1]\n'],
    ['table-value', 'a word in place of a list', 'curriculum', 'topics: ‸x\n'],
    ['table-value', 'a term without a definition', 'glossary', 'kernel: ‸{ ja: カーネル, en: kernel, reading: カーネル }\n'],
    ['bad-id', 'an area id that is none', 'curriculum', 'areas:\n  - ‸{ id: Area, title: { ja: あ, en: a } }\n'],
    ['table-value', 'an unknown kind of source', 'sources', 'a: { title: a, url: "https://a.b", what: ‸book }\n'],
    ['table-value', 'a missing field', 'sources', 'a: ‸{ url: "https://a.b", what: man page }\n'],
    ['table-value', 'a field that no one knows', 'sources', 'a: { title: a, url: "https://a.b", what: man page, ‸year: 1 }\n'],
    ['table-value', 'a key that cannot be cited', 'sources', '‸a b: { title: a, url: "https://a.b", what: man page }\n'],
    ['link-refused', 'an address that is none', 'sources', 'a: { title: a, url: ‸"javascript:alert(1)", what: man page }\n'],
    [
      'bad-id',
      'a glossary id that is none',
      'glossary',
      '‸Kernel: { ja: カーネル, en: kernel, reading: カーネル, definition: { ja: 核, en: core } }\n',
    ],
    [
      'table-value',
      'a reading in other letters',
      'glossary',
      'kernel: { ja: カーネル, en: kernel, reading: ‸kernel, definition: { ja: 核, en: core } }\n',
    ],
    [
      'table-value',
      'a definition in one language',
      'glossary',
      'kernel: { ja: カーネル, en: kernel, reading: カーネル, definition: ‸{ ja: 核 } }\n',
    ],
    ['table-duplicate', 'a topic that is listed twice', 'curriculum', `topics:\n  - ${topic}\n  - ‸${topic}\n`],
    ['bad-id', 'a topic id that is none', 'curriculum', `topics:\n  - ‸${topic.replace('first', 'First')}\n`],
    ['table-value', 'a weight of nothing', 'curriculum', `topics:\n  - ${topic.replace('weight: 1', 'weight: ‸0')}\n`],
    ['table-value', 'a requirement that is no list', 'curriculum', `topics:\n  - ${topic.replace('[]', '‸x')}\n`],
    ['table-value', 'a retired id without its topic', 'curriculum', 'retired:\n  - ‸pid-ns\n'],
    ['table-value', 'an objective that is none', 'curriculum', 'objectives:\n  ‸"352": { weight: 1, title: { ja: あ, en: a } }\n'],
    ['too-deep', 'lists without end', 'curriculum', `retired: ${'['.repeat(12)}‸${'['.repeat(4)}${']'.repeat(16)}\n`],
    ['too-large', 'a file of a million characters', 'sources', `‸# ${'a'.repeat(1_000_000)}`],
  ])('%s: %s', (code, _, file, marked) => {
    const { text, at } = unmarked(marked)
    const { problems } = read(file, text)
    expect(problems.map((problem) => [problem.file, `${problem.line}:${problem.column} ${problem.code}`])).toContainEqual([
      `content/${file}.yaml`,
      `${at[0]} ${code}`,
    ])
  })

  test('unreadable: a file that is not there', () => {
    expect(read('sources', undefined).problems).toMatchObject([{ file: 'content/sources.yaml', line: 1, column: 1, code: 'unreadable' }])
  })
})
