import { describe, expect, test } from 'vitest'
import { parseTopic } from '../../../src/core/content/parseTopic.ts'
import { context, opening, places, readSnippet, readText, topicOf } from './snippet.ts'

const p = (...children: readonly unknown[]) => ({ tag: 'p', children })
const code = (text: string) => ({ tag: 'code', text })
const base = {
  section: 'topic/s',
  supports: [],
  level: 1,
  objective: '352.1',
  legacy: false,
  confuses: [],
  sources: ['clone(2)'],
  hash: expect.stringMatching(/^[0-9a-z]{14}$/),
}

describe('prose', () => {
  const rows: readonly (readonly [outcome: string, markdown: string, blocks: readonly unknown[]])[] = [
    [
      'text with colons that are no directives',
      'alpine:latest は 10:30 に :ro で system_u:object_r:container_file_t:s0:c1,c2 です',
      [p('alpine:latest は 10:30 に :ro で system_u:object_r:container_file_t:s0:c1,c2 です')],
    ],
    ['braces that are no attributes', 'a {b} と {1, 2}', [p('a {b} と {1, 2}')]],
    ['signs that are escaped', String.raw`\[a\] \*b\* \==c\== \{#d} \<e> &lt;f&gt;`, [p('[a] *b* ==c== {#d} <e> <f>')]],
    ['signs within code', '`==a== [b] {#c} **d** <e> :::f`', [p(code('==a== [b] {#c} **d** <e> :::f'))]],
    [
      'emphasis within emphasis',
      '**a *b* c** ~~d~~',
      [p({ tag: 'strong', children: ['a ', { tag: 'em', children: ['b'] }, ' c'] }, ' ', { tag: 'del', children: ['d'] })],
    ],
    ['one tilde as text', '約~5~ですか', [p('約~5~ですか')]],
    ['lines of Japanese joined without a space, others with one', 'これは\n続きです。\nabc\ndef', [p('これは続きです。 abc def')]],
    ['a hard break', 'a\\\nb', [p('a', { tag: 'br' }, 'b')]],
    ['a source where it stands', 'あ。 [clone(2)]', [p('あ。 ', { tag: 'source', key: 'clone(2)' })]],
    [
      'links out, within and to other topics',
      '[a](https://a.example/b?c#d) [b](#s) [c](capabilities) [d](capabilities#execve) <https://e.example>',
      [
        p(
          { tag: 'link', href: 'https://a.example/b?c#d', children: ['a'] },
          ' ',
          { tag: 'link', href: '#s', children: ['b'] },
          ' ',
          { tag: 'link', href: 'topics/capabilities', children: ['c'] },
          ' ',
          { tag: 'link', href: 'topics/capabilities#execve', children: ['d'] },
          ' ',
          { tag: 'link', href: 'https://e.example', children: ['https://e.example'] },
        ),
      ],
    ],
    [
      'headings below the section',
      '### A\n\n#### B\n\na',
      [{ tag: 'heading', level: 3, children: ['A'] }, { tag: 'heading', level: 4, children: ['B'] }, p('a')],
    ],
    [
      'nested lists',
      '- a\n  - b\n- c',
      [
        {
          tag: 'list',
          ordered: false,
          start: 1,
          items: [
            { children: [p('a'), { tag: 'list', ordered: false, start: 1, items: [{ children: [p('b')] }] }] },
            { children: [p('c')] },
          ],
        },
      ],
    ],
    [
      'a numbered list from its number',
      '3. a\n4. b',
      [{ tag: 'list', ordered: true, start: 3, items: [{ children: [p('a')] }, { children: [p('b')] }] }],
    ],
    ['a quote and a rule', '> a\n\n***', [{ tag: 'quote', children: [p('a')] }, { tag: 'rule' }]],
    [
      'a table with its alignment',
      '| a | b |\n|:-:|--:|\n| `c|` | |'.replace('c|`', 'c\\|`'),
      [{ tag: 'table', align: ['center', 'right'], head: [['a'], ['b']], rows: [[[code('c|')], []]] }],
    ],
    [
      'a note',
      ':::note[`a` 題]\nあ\n\n- い\n:::',
      [
        {
          tag: 'note',
          title: [code('a'), ' 題'],
          children: [p('あ'), { tag: 'list', ordered: false, start: 1, items: [{ children: [p('い')] }] }],
        },
      ],
    ],
    [
      'a figure with its caption',
      '![箱](nesting.svg "図の `x` です")',
      [
        {
          tag: 'figure',
          alt: '箱',
          caption: ['図の ', code('x'), ' です'],
          svg: { tag: 'svg', attributes: { viewBox: '0 0 1 1' }, children: [] },
        },
      ],
    ],
    ['code in a language', '```c\nint x;\n```', [{ tag: 'code', lang: 'c', ran: false, runs: [{ text: 'int x;' }] }]],
    [
      'a transcript that was run',
      '```console lab\n$ echo a \\\n  b\na b\n# cat <<X\n> y\n> X\ny\n```',
      [
        {
          tag: 'code',
          lang: 'console',
          ran: true,
          runs: [
            { kind: 'prompt', text: '$ ' },
            { kind: 'command', text: 'echo a \\\n  b\n' },
            { kind: 'output', text: 'a b\n' },
            { kind: 'prompt', text: '# ' },
            { kind: 'command', text: 'cat <<X\n' },
            { kind: 'prompt', text: '> ' },
            { kind: 'command', text: 'y\n' },
            { kind: 'prompt', text: '> ' },
            { kind: 'command', text: 'X\n' },
            { kind: 'output', text: 'y' },
          ],
        },
      ],
    ],
    [
      'footnotes at the end, numbered by their first mention',
      'あ[^b] い[^a]\n\n[^a]: う\n\n[^b]: え',
      [p('あ', { tag: 'footnoteRef', n: 1 }, ' い', { tag: 'footnoteRef', n: 2 }), { tag: 'footnotes', notes: [[p('え')], [p('う')]] }],
    ],
    [
      'the first use of a glossary word, the longest first',
      'PIDネームスペースとネームスペースとネームスペース',
      [
        p(
          { tag: 'term', id: 'pid-namespace', children: ['PIDネームスペース'] },
          'と',
          { tag: 'term', id: 'namespace', children: ['ネームスペース'] },
          'とネームスペース',
        ),
      ],
    ],
    [
      'no glossary word within a longer word, in code, links or headings',
      '### ネームスペース\n\n`ネームスペース` [ネームスペース](#s) ネームスペーススペース',
      [
        { tag: 'heading', level: 3, children: ['ネームスペース'] },
        p(code('ネームスペース'), ' ', { tag: 'link', href: '#s', children: ['ネームスペース'] }, ' ネームスペーススペース'),
      ],
    ],
  ]
  test.each(rows)('reads %s', (_, markdown, blocks) => {
    const { section, problems } = readSnippet(markdown)
    expect(problems).toEqual([])
    expect(section.blocks).toEqual(blocks)
  })

  test('marks a glossary word in English with its plural, whatever its case', () => {
    const { section } = readSnippet('Namespaces are many; a namespace is one. Filenamespace.', { lang: 'en' })
    expect(section.blocks).toEqual([
      p({ tag: 'term', id: 'namespace', children: ['Namespaces'] }, ' are many; a namespace is one. Filenamespace.'),
    ])
  })

  test('marks a glossary word that holds signs which mean something in a pattern', () => {
    const { section } = readSnippet('A copy-up (c++) is whole.', { lang: 'en' })
    expect(section.blocks).toEqual([p('A ', { tag: 'term', id: 'copy-up', children: ['copy-up (c++)'] }, ' is whole.')])
  })

  test('marks a glossary word once in every section', () => {
    const { parts } = readText(`${opening}ネームスペース\n\n## 次 {#t}\n\nネームスペース\n`)
    expect(parts.topic.sections.map(({ blocks }) => JSON.stringify(blocks).split('"term"').length - 1)).toEqual([1, 1])
    expect(Object.keys(parts.topic.terms)).toEqual(['namespace'])
  })
})

describe('a topic', () => {
  test('takes its title and summary from the front matter, colons and quotes included', () => {
    const { parts } = readText('---\ntitle: PID: プロセス番号\nsummary: "要約"\n---\n\n## 節 {#s}\n\nあ [clone(2)]\n')
    expect(parts.topic).toMatchObject({ id: 'topic', lang: 'ja', title: 'PID: プロセス番号', summary: '要約', minutes: 1 })
    expect(parts.topic.sources).toEqual({ 'clone(2)': context.sources['clone(2)'] })
  })

  test('counts the minutes of its prose and not of its items', () => {
    const prose = readSnippet('あ'.repeat(450 * 4))
    expect(prose.parts.topic.minutes).toBe(4)
    const items = readSnippet(`:::card{#x}\n${'あ'.repeat(4500)}\n***\nい [clone(2)]\n:::`)
    expect(items.parts.topic.minutes).toBe(1)
  })

  test('has the sections and items of its file in their order', () => {
    const { parts } = readText(
      `${opening}- **語**: 義 [clone(2)] {#b}\n\n:::card{#a}\nあ\n***\nい [clone(2)]\n:::\n\n## 次 {#t}\n\n- ==c== だ [clone(2)] {#c}\n`,
    )
    expect(parts.topic.sections.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['topic/s', ['topic/b', 'topic/b.reverse', 'topic/a']],
      ['topic/t', ['topic/c']],
    ])
    expect(parts.outline.map(({ id, kind, line }) => [id, kind, line])).toEqual([
      ['s', 'section', 6],
      ['b', 'term', 8],
      ['a', 'card', 10],
      ['t', 'section', 16],
      ['c', 'cloze', 18],
    ])
  })

  test('is the same with a byte order mark, CRLF line ends and without a newline at the end', () => {
    const text = topicOf(
      '- **語**: 義\n  続き [clone(2)] {#x}\n\nあ\nい ==う== [clone(2)] {#y}\n\n```c\na\nb\n```\n\n:::card{#z}\nあ\n***\nい [clone(2)]\n:::',
    )
    const plain = readText(text)
    expect(plain.problems).toEqual([])
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.trimEnd(), `${text}\n\n\n`])
      expect(readText(other)).toEqual(plain)
  })

  test('is a result: the parts, or every error', () => {
    expect(parseTopic(topicOf('あ'), 'a.md', context)).toMatchObject({ ok: true, value: { topic: { title: '題' } } })
    const { error } = parseTopic(topicOf('<b> [x]'), 'a.md', context) as { readonly error: readonly { readonly code: string }[] }
    expect(error.map(({ code }) => code)).toEqual(['html', 'unknown-source'])
  })
})

describe('items', () => {
  test('a term card asks in both directions and stays in the prose', () => {
    const { section, items, problems } = readSnippet(
      '- **語 `x`**: 定義[^n]。 [clone(2)] {#x level=2 objective=352.2 legacy=true}'.replace('[^n]', ''),
    )
    expect(problems).toEqual([])
    const own = { ...base, kind: 'term', fact: 'topic/x', level: 2, objective: '352.2', legacy: true }
    const term = [p('語 ', code('x'))]
    const definition = [p('定義。')]
    expect(items).toEqual([
      { ...own, id: 'topic/x', prompt: term, answer: definition },
      { ...own, id: 'topic/x.reverse', prompt: definition, answer: term },
    ])
    expect(section.blocks).toEqual([
      {
        tag: 'list',
        ordered: false,
        start: 1,
        items: [
          { anchor: 'x', children: [p({ tag: 'strong', children: ['語 ', code('x')] }, ': 定義。 ', { tag: 'source', key: 'clone(2)' })] },
        ],
      },
    ])
  })

  test('a term card takes what is indented below it into its definition', () => {
    const { items } = readSnippet('- **語**: 定義 [clone(2)] {#x}\n\n  続き\n  - 点')
    expect(items[0]).toMatchObject({ answer: [p('定義'), p('続き'), { tag: 'list' }] })
  })

  test('each cloze of a sentence is a card of the same fact, in a paragraph as in a list', () => {
    const { section, items, problems } = readSnippet('a ==b `c`== d ==**e**== f [clone(2)] {#x}')
    expect(problems).toEqual([])
    const own = { ...base, kind: 'cloze', fact: 'topic/x' }
    const strong = { tag: 'strong', children: ['e'] }
    expect(items).toEqual([
      { ...own, id: 'topic/x', prompt: [p('a ', { tag: 'cloze', n: 1, children: [] }, ' d ', strong, ' f')], answer: [p('b ', code('c'))] },
      { ...own, id: 'topic/x.2', prompt: [p('a b ', code('c'), ' d ', { tag: 'cloze', n: 2, children: [] }, ' f')], answer: [p(strong)] },
    ])
    expect(section.blocks).toEqual([
      p('a ', { tag: 'cloze', n: 1, children: ['b ', code('c')] }, ' d ', { tag: 'cloze', n: 2, children: [strong] }, ' f ', {
        tag: 'source',
        key: 'clone(2)',
      }),
    ])
    expect(readSnippet('- a ==b== [clone(2)] {#y}').items).toMatchObject([{ id: 'topic/y', kind: 'cloze' }])
  })

  test('a card is parted by ***, and a list in its answer is a list', () => {
    const { section, items, problems } = readSnippet(
      ':::card{#x level=3}\nあ\n\n```console\n# ls\n```\n***\n- い\n- う\n\nえ [clone(2)] [pid_namespaces(7)]\n:::',
    )
    expect(problems).toEqual([])
    expect(section.blocks).toEqual([])
    expect(items).toEqual([
      {
        ...base,
        kind: 'card',
        id: 'topic/x',
        fact: 'topic/x',
        level: 3,
        sources: ['clone(2)', 'pid_namespaces(7)'],
        prompt: [
          p('あ'),
          {
            tag: 'code',
            lang: 'console',
            ran: false,
            runs: [
              { kind: 'prompt', text: '# ' },
              { kind: 'command', text: 'ls' },
            ],
          },
        ],
        answer: [{ tag: 'list', ordered: false, start: 1, items: [{ children: [p('い')] }, { children: [p('う')] }] }, p('え')],
      },
    ])
  })

  test.each([
    ['two spaces', '  '],
    ['four spaces', '    '],
    ['a tab', '\t'],
  ])('a reason indented by %s belongs to its option', (_, indent) => {
    const options = ['[x] ア', '[ ] イ {confuses=x}', '[ ] ウ', '[ ] エ'].map((text) => `- ${text}\n${indent}> 理由 \`r\``).join('\n')
    const { items, problems } = readSnippet(
      `- **語**: 義 [clone(2)] {#x}\n\n:::choice{#q level=2 fact=x}\nどれか。\n\n${options}\n\n説明。\n[clone(2)]\n:::`,
    )
    expect(problems).toEqual([])
    const reason = [p('理由 ', code('r'))]
    expect(items[2]).toEqual({
      ...base,
      kind: 'choice',
      id: 'topic/q',
      fact: 'topic/x',
      level: 2,
      stem: [p('どれか。')],
      explanation: [p('説明。')],
      options: [
        { text: ['ア'], correct: true, reason, confuses: [] },
        { text: ['イ'], correct: false, reason, confuses: ['topic/x'] },
        { text: ['ウ'], correct: false, reason, confuses: [] },
        { text: ['エ'], correct: false, reason, confuses: [] },
      ],
    })
  })

  test('options may stand apart by blank lines, and several may be right', () => {
    const options = ['[x] ア', '[X] イ', '[ ] ウ', '[ ] エ', '[ ] オ'].map((text) => `- ${text}\n\n  > 理由`).join('\n\n')
    const { items, problems } = readSnippet(`:::choice{#q}\nどれか。\n\n${options}\n\n説明 [clone(2)]\n:::`)
    expect(problems).toEqual([])
    expect(items[0]).toMatchObject({
      options: [{ correct: true }, { correct: true }, { correct: false }, { correct: false }, { correct: false }],
    })
  })

  test('a fill has one expected answer, accepted ones and near misses', () => {
    const { items, problems } = readSnippet(
      ':::fill{#q}\n`cat` ___ とは。\n\n- = /proc/sys/kernel/cap_last_cap\n- ~ `a*b`\n- ! cap_last\n  > 足りない。\n\n説明 [clone(2)]\n:::',
    )
    expect(problems).toEqual([])
    expect(items[0]).toEqual({
      ...base,
      kind: 'fill',
      id: 'topic/q',
      fact: 'topic/q',
      stem: [p(code('cat'), ' ___ とは。')],
      explanation: [p('説明')],
      answers: [
        { text: '/proc/sys/kernel/cap_last_cap', match: 'expected', reason: [] },
        { text: 'a*b', match: 'accepted', reason: [] },
        { text: 'cap_last', match: 'near', reason: [p('足りない。')] },
      ],
    })
  })

  test.each([
    ['two spaces', '  '],
    ['three spaces', '   '],
    ['four spaces', '    '],
    ['a tab', '\t'],
  ])('a reason indented by %s belongs to its step', (_, indent) => {
    const { items, problems } = readSnippet(
      `:::order{#q}\n並べよ。\n\n1. ア\n${indent}> 理由\n2. イ\n3. ウ\n${indent}> 理由\n4. エ\n\n説明 [clone(2)]\n:::`,
    )
    expect(problems).toEqual([])
    const reason = [p('理由')]
    expect(items[0]).toEqual({
      ...base,
      kind: 'order',
      id: 'topic/q',
      fact: 'topic/q',
      stem: [p('並べよ。')],
      explanation: [p('説明')],
      steps: [
        { text: ['ア'], reason },
        { text: ['イ'], reason: [] },
        { text: ['ウ'], reason },
        { text: ['エ'], reason: [] },
      ],
    })
  })

  test('a match has pairs, and decoys where the left cell is empty', () => {
    const { items, problems } = readSnippet(
      ':::match{#q}\n組み合わせよ。\n\n| 左 | 右 |\n|---|---|\n| ア | イ |\n| ウ | `エ` |\n| オ | カ |\n| | キ |\n\n説明 [clone(2)]\n:::',
    )
    expect(problems).toEqual([])
    expect(items[0]).toEqual({
      ...base,
      kind: 'match',
      id: 'topic/q',
      fact: 'topic/q',
      stem: [p('組み合わせよ。')],
      explanation: [p('説明')],
      columns: [['左'], ['右']],
      pairs: [
        { left: ['ア'], right: ['イ'] },
        { left: ['ウ'], right: [code('エ')] },
        { left: ['オ'], right: ['カ'] },
      ],
      decoys: [['キ']],
    })
  })

  test('an exercise has a generator with the parameters set, and an explanation', () => {
    const { items, problems } = readSnippet(
      ':::exercise{#q kind=uid-map level=3}\n```yaml\nunmapped: false\nfrom: inside # 中から外へ\nranges: 3\n```\n\n説明 [clone(2)]\n:::',
    )
    expect(problems).toEqual([])
    expect(items[0]).toEqual({
      ...base,
      kind: 'exercise',
      id: 'topic/q',
      fact: 'topic/q',
      level: 3,
      task: { kind: 'uid-map', parameters: { from: 'inside', ranges: 3, unmapped: false } },
      explanation: [p('説明')],
    })
  })

  test('an exercise without parameters has the usual ones', () => {
    const { items, problems } = readSnippet(':::exercise{#q kind=nspid}\n説明 [clone(2)]\n:::')
    expect(problems).toEqual([])
    expect(items[0]).toMatchObject({ task: { kind: 'nspid', parameters: {} } })
  })

  test('an item that needs several facts has one of its own and supports those', () => {
    const { items, problems } = readSnippet(
      '- **語**: 義 [clone(2)] {#x}\n- ==y== だ [clone(2)] {#y}\n- ==z== だ [clone(2)] {#z fact="x y" confuses=other/topic}',
    )
    expect(problems).toEqual([])
    expect(items.at(-1)).toMatchObject({ fact: 'topic/z', supports: ['topic/x', 'topic/y'], confuses: ['other/topic'] })
  })

  test('a hash changes with the words and with nothing else', () => {
    const hash = (snippet: string) => readSnippet(snippet).items[0]?.hash
    const first = hash('- **語**: 義 [clone(2)] {#x}')
    expect(hash('あ\n\n- **語**: 義 [clone(2)] {#y level=3}')).toBe(first)
    expect(hash('- **語**: 異 [clone(2)] {#x}')).not.toBe(first)
    expect(hash('- **語**: 義 [pid_namespaces(7)] {#x}')).not.toBe(first)
  })
})

describe('places', () => {
  test('columns count after tabs, markers, escapes and entities as they stand in the file', () => {
    expect(places(readSnippet('- \\[a\\] &amp; [x]').problems)).toEqual(['8:15 unknown-source'])
    expect(places(readSnippet('> a\n> b [x]').problems)).toEqual(['9:5 unknown-source'])
    expect(places(readSnippet('-\ta [x]').problems)).toEqual(['8:5 unknown-source'])
    expect(places(readSnippet('- [x] a {confuses=b}', {}).problems)).toEqual(['8:1 task-mark', '8:9 attributes-misplaced'])
    expect(places(readSnippet('𝟙 [x]').problems)).toEqual(['8:4 unknown-source'])
  })
})
