import { describe, expect, test } from 'vitest'
import { readTopic } from '../../../src/core/content/parseTopic.ts'
import { type ProblemCode, problemCodes } from '../../../src/core/content/problems.ts'
import { context, frontMatter, opening, places, topicOf, unmarked } from './snippet.ts'

/** What is wrong, and the text with a ‸ at each place where the compiler must complain: in the order of the file. */
type Row = readonly [codes: ProblemCode | readonly ProblemCode[], outcome: string, marked: string]

const src = '[clone(2)]'
const option = (mark: string, text: string) => `- [${mark}] ${text}\n  > 理由 ${text}`
const options = [option('x', 'ア'), option(' ', 'イ'), option(' ', 'ウ'), option(' ', 'エ')].join('\n')
const answers = `- = cap_last_cap\n- ! cap_last\n  > ファイル名が足りない。`
const steps = '1. ア\n2. イ\n3. ウ\n4. エ'
const pairs = '| 左 | 右 |\n|---|---|\n| ア | イ |\n| ウ | エ |\n| オ | カ |\n'

const exercise = (parameters: string): string => `:::exercise{#x kind=uid-map}\n\`\`\`yaml\n${parameters}\n\`\`\`\n\nあ ${src}\n:::`

const inSection: readonly Row[] = [
  // Headings
  ['heading-not-read', 'a heading without its space', 'あ\n\n‸###見出し'],
  ['heading-not-read', 'a full-width heading', 'あ\n\n‸＃＃ 見出し'],
  ['setext-heading', 'a heading underlined with ---', 'あ\n\n‸見出し\n---\n\nい'],
  ['setext-heading', 'a heading underlined with === ', 'あ\n\n‸見出し\n===\n\nい'],
  ['heading-level', 'a heading that skips a level', 'あ\n\n‸#### 見出し'],
  ['heading-level', 'a heading below the fourth level', 'あ\n\n### 見出し\n\n#### 見出し\n\n‸##### 見出し'],
  ['heading-level', 'a heading of the first level', 'あ\n\n‸# 見出し {#x}\n\nい'],
  ['missing-id', 'a section without an id', 'あ\n\n‸## 見出し\n\nい'],
  ['attributes-misplaced', 'an id on a heading below the section', 'あ\n\n### 見出し ‸{#x}'],
  ['empty-section', 'an empty section', 'あ\n\n‸## 見出し {#x}'],
  ['heading-misplaced', 'a heading in a quote', '> ‸### 見出し'],
  ['bad-id', 'an id that is no kebab-case', 'あ\n\n## 見出し {‸#Foo_1}\n\nい'],
  ['full-width', 'an id in full-width letters', 'あ\n\n## 見出し {‸#ｉｄ}\n\nい'],
  [['missing-id', 'full-width', 'full-width'], 'an id in full-width braces', 'あ\n\n‸## 見出し ‸｛‸＃ｉｄ｝\n\nい'],
  ['duplicate-id', 'an id that stands twice', 'あ\n\n## 見出し {‸#s}\n\nい'],
  ['duplicate-id', 'an item with the id of a section', `- **語**: 定義 ${src} {‸#s}`],

  ['empty-section', 'a heading that is only an id', 'あ\n\n‸## {#x}\n\nい'],
  ['empty-section', 'an empty heading below the section', 'あ\n\n‸###\n\nい'],
  ['setext-heading', 'an underlined heading in a quote', '> ‸見出し\n> ---'],
  ['attributes-misplaced', 'more than an id on a section', 'あ\n\n## 見出し ‸{#x level=2}\n\nい'],

  // Lists
  ['list-not-read', 'a list marker without its space', 'あ\n\n‸-[x] い'],
  ['list-not-read', 'a full-width list marker', '‸－ あ'],
  ['list-not-read', 'a middle dot for a list marker', '‸・あ'],
  ['list-not-read', 'a full-width number', '‸１．あ'],
  ['list-not-read', 'a number without its space', '‸1.あ'],
  ['list-needs-blank-line', 'a list right below a paragraph', 'あ\n‸- い\n- う'],
  ['list-needs-blank-line', 'a numbered list that continues a paragraph', 'あ\n‸2. い'],
  ['task-mark', 'options outside a question', '‸- [ ] あ'],
  ['task-mark', 'a full-width option mark', '- ‸［ｘ］ あ'],
  ['task-mark', 'an option mark with a full-width letter', '- ‸[ｘ] あ'],
  ['task-mark', 'an option mark without its space', '- ‸[x]あ'],

  // Blocks
  ['table-not-read', 'a table without its line of dashes', '‸| あ | い |\n| う | え |'],
  ['table-not-read', 'a full-width table', '‸｜ あ ｜ い ｜'],
  ['table-cells', 'a row with a cell too many', '| a | b |\n|---|---|\n‸| 1 | 2 | 3 |'],
  ['table-cells', 'a row with a cell too few', '| a | b |\n|---|---|\n‸| 1 |'],
  ['quote-not-read', 'a full-width quote', '‸＞ あ'],
  ['fence-not-read', 'full-width backticks', '‸｀｀｀c'],
  ['code-unclosed', 'code without an end', '‸```c\nint x;'],
  ['code-indented', 'code by indentation', 'あ\n\n‸    int x;'],
  ['code-language', 'code without a language', '‸```\nx\n```'],
  ['code-language', 'code in an unknown language', '‸```rust\nx\n```'],
  ['code-language', 'a word after the language', '‸```bash lab\nx\n```'],
  ['full-width', 'a line indented with a full-width space', '‸　- あ'],

  // Directives
  ['directive-not-read', 'a full-width directive', '‸：：：card{#x}'],
  ['directive-not-read', 'a directive with a space before its brace', '‸:::card {#x}\n\nあ'],
  ['directive-not-read', 'a directive with a space before its name', '‸::: card{#x}\n\nあ'],
  ['directive-not-read', 'a directive with two colons', '‸::card{#x}'],
  ['directive-not-read', 'an end that does not stand on its own line', 'あ‸:::'],
  ['directive-not-read', 'an end without a beginning', 'あ\n\n‸:::'],
  ['directive-unclosed', 'a directive without an end', `‸:::card{#x}\nあ\n***\nい ${src}`],
  ['directive-unclosed', 'a note without an end', '‸:::note[題]\nあ'],
  ['directive-nested', 'an item within an item', `:::card{#x}\nあ\n\n‸:::choice{#y}\n***\nい ${src}\n:::`],
  [['directive-unclosed', 'directive-nested'], 'an item within a note', `:::note[題]\nあ\n\n‸‸:::card{#y}\nい ${src}\n:::`],
  ['directive-unknown', 'an unknown directive', '‸:::quiz{#x}\nあ\n:::'],
  ['directive-label', 'a title on an item', `‸:::card[題]{#x}\nあ\n***\nい ${src}\n:::`],
  ['attributes-misplaced', 'an id on a note', '‸:::note[題]{#x}\nあ\n:::'],
  ['item-form', 'a note without a title', '‸:::note\nあ\n:::'],
  ['item-form', 'an empty note', '‸:::note[題]\n:::'],

  // Text
  ['stray-emphasis', 'strong that Japanese punctuation keeps from closing', 'これは‸**「強調」‸**です'],
  ['stray-emphasis', 'a single star', '3 ‸* 4'],
  ['stray-emphasis', 'an underscore that was not read', 'これは‸_強調_です'],
  ['stray-backtick', 'a backtick without its pair', 'あ‸`い'],
  ['stray-strike', 'a deletion without its end', 'あ‸~~い'],
  ['bare-link', 'a bare address', 'あ ‸https://example.org い'],
  ['bare-link', 'an address in www', 'あ ‸www.example.org い'],
  ['broken-link', 'a link with a space in its address', '‸[あ](https://a b)'],
  ['reference-link', 'a link by reference', '‸[あ][い]\n\n‸[い]: https://example.org'],
  ['unknown-entity', 'an entity that names nothing', 'あ ‸&nbps; い'],
  ['html', 'an HTML block', '‸<div>\nあ\n</div>'],
  ['html', 'an HTML tag in text', 'あ ‸<b>い‸</b>'],
  ['html', 'a script', '‸<script>alert(1)</script>'],
  ['html', 'an HTML comment', '‸<!-- あ -->'],
  ['html', 'a tag that was not closed', 'あ ‸<b い'],
  ['attributes-misplaced', 'an id on plain text', 'あ ‸{#x}'],
  ['attributes-misplaced', 'an id in the middle of a line', 'あ ‸{#x} い'],
  ['full-width', 'a full-width cloze', '‸＝＝あ‸＝＝'],
  ['link-refused', 'a full-width picture mark', '！‸[あ](nesting.svg)'],
  ['full-width', 'a source in full-width brackets', 'あ ‸［clone(2)］'],

  // Links, figures, sources, footnotes
  ['link-refused', 'a script in a link', '‸[あ](javascript:alert)'],
  ['link-refused', 'a data address', '‸[あ](data:text/html,x)'],
  ['link-refused', 'an address without a scheme', '‸[あ](//example.org)'],
  ['link-refused', 'a file in place of a topic', '‸[あ](../capabilities.ja.md)'],
  ['link-refused', 'a mail address', '‸<a@example.org>'],
  ['link-text', 'a link without words', '‸[](https://example.org)'],
  ['link-title', 'a link with a title', '‸[あ](https://example.org "題")'],
  ['unknown-anchor', 'a link to nothing in the topic', '‸[あ](#nothing)'],
  ['image-alt', 'a picture without a text alternative', '‸![](nesting.svg)'],
  ['image-alone', 'a picture within text', 'あ ‸![い](nesting.svg)'],
  ['unknown-figure', 'a picture that is not there', '‸![あ](gone.svg)'],
  ['unknown-source', 'an unknown source', 'あ ‸[clone(3)]'],
  ['unknown-source', 'a bracket without its pair', 'あ ‸[い'],
  ['unknown-footnote', 'an unknown footnote', 'あ‸[^x]'],
  ['unused-footnote', 'a footnote that nothing refers to', 'あ\n\n‸[^x]: い'],
  ['duplicate-footnote', 'a footnote that is defined twice', 'あ[^x]\n\n[^x]: い\n\n‸[^x]: う'],
  ['footnote-in-item', 'a footnote in a card', `:::card{#x}\nあ‸[^x]\n***\nい ${src}\n:::\n\n‸[^x]: う`.replace('\n\n‸', '\n\nい[^x]\n\n')],
  ['footnote-in-item', 'a footnote in a term card', `- ‸**語**: 定義[^x] ${src} {#x}\n\n[^x]: う`],
  [
    'too-deep',
    'lists that nest without end',
    Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}${depth === 17 ? '‸' : ''}- あ`).join('\n'),
  ],

  ['footnote-in-item', 'a footnote that is defined in a quote', 'あ[^x]\n\n> ‸[^x]: い'],

  // Attributes
  ['attributes', 'attributes that cannot be read', `- **語**: 定義 ${src} {#x ‸=1}`],
  ['attributes', 'a second id', `- **語**: 定義 ${src} {#x ‸#y}`],
  ['attributes', 'braces without their #', `- ‸**語** 定義 ${src} {x}`],
  ['attributes', 'an attribute that stands twice', `- **語**: 定義 ${src} {#x level=2 ‸level=2}`],
  ['attribute-value', 'a fact without a name', `- **語**: 定義 ${src} {#x ‸fact=""}`],
  ['unknown-attribute', 'an unknown attribute', `- **語**: 定義 ${src} {#x ‸levle=2}`],
  ['unknown-attribute', 'a kind on a card', `:::card{#x ‸kind=a}\nあ\n***\nい ${src}\n:::`],
  ['attribute-value', 'a level that does not exist', `- **語**: 定義 ${src} {#x ‸level=4}`],
  ['attribute-value', 'an objective that does not exist', `- **語**: 定義 ${src} {#x ‸objective=999.9}`],
  ['attribute-value', 'a legacy that is neither true nor false', `- **語**: 定義 ${src} {#x ‸legacy=yes}`],
  ['attribute-value', 'a fact that is no id', `- **語**: 定義 ${src} {#x ‸fact=A/b}`],
  ['full-width', 'a full-width equals sign', `- **語**: 定義 ${src} {#x ‸level＝2}`],
  ['missing-id', 'attributes of a card without an id', `- **語**: 定義 ${src} ‸{level=2}`],

  // Term and cloze cards
  ['term-form', 'a term with a full-width colon', `- ‸**語**：定義 ${src} {#x}`],
  ['term-form', 'a term with the colon inside', `- ‸**語:** 定義 ${src} {#x}`],
  ['term-form', 'a term with a space before the colon', `- ‸**語** : 定義 ${src} {#x}`],
  ['term-form', 'a term without a definition', `- ‸**語**: ${src} {#x}`],
  ['term-form', 'a list item with an id that is no card', `- ‸語 ${src} {#x}`],
  ['term-without-id', 'a term without an id', `- ‸**語**: 定義 ${src}`],
  ['missing-id', 'a cloze without an id', `‸あ ==い== ${src}`],
  ['missing-id', 'a cloze in a list without an id', `- ‸あ ==い== ${src}`],
  ['cloze-form', 'a cloze without its end', `あ ‸==い ${src}`],
  ['cloze-form', 'an empty cloze', `あ ‸==== ${src}`],
  [['cloze-form', 'cloze-form'], 'a cloze with spaces inside', `あ ‸== い ‸== ${src} {#x}`],
  ['cloze-misplaced', 'a cloze in a heading', 'あ\n\n### ==い‸=='],
  ['cloze-misplaced', 'a cloze in a quote', '> ==い‸=='],
  ['cloze-misplaced', 'a cloze in a term', `- ‸**==語==**: 定義 ${src} {#x}`],
  ['item-without-source', 'a term without a source', '- **語**: 定義 ‸{#x}'],
  ['item-without-source', 'a cloze without a source', 'あ ==い== ‸{#x}'],

  // Directive items
  ['missing-id', 'an item without an id', `‸:::card\nあ\n***\nい ${src}\n:::`],
  ['item-form', 'a card without ***', `‸:::card{#x}\nあ ${src}\n:::`],
  ['item-form', 'a card with a second ***', `:::card{#x}\nあ\n\n***\n\nい\n\n‸***\n\nう ${src}\n:::`],
  ['item-form', 'a card without a prompt', `‸:::card{#x}\n***\nい ${src}\n:::`],
  ['item-form', 'a card without an answer', `‸:::card{#x}\nあ ${src}\n\n***\n:::`],
  ['item-without-source', 'a card without a source', '‸:::card{#x}\nあ\n***\nい\n:::'],
  ['choice-options', 'a choice without options', `‸:::choice{#x}\nどれか。\n\n${src}\n:::`],
  [
    'choice-options',
    'a choice with three options',
    `‸:::choice{#x}\nどれか。\n\n${option('x', 'ア')}\n${option(' ', 'イ')}\n${option(' ', 'ウ')}\n\nあ ${src}\n:::`,
  ],
  ['choice-options', 'a choice without a right option', `‸:::choice{#x}\nどれか。\n\n${options.replace('[x]', '[ ]')}\n\nあ ${src}\n:::`],
  [
    'choice-options',
    'a choice without a wrong option',
    `‸:::choice{#x}\nどれか。\n\n${options.replaceAll('[ ]', '[x]')}\n\nあ ${src}\n:::`,
  ],
  [
    'option-reason',
    'an option without a reason',
    `:::choice{#x}\nどれか。\n\n${option('x', 'ア')}\n‸- [ ] イ\n${option(' ', 'ウ')}\n${option(' ', 'エ')}\n\nあ ${src}\n:::`,
  ],
  ['task-mark', 'an option without a mark', `:::choice{#x}\nどれか。\n\n${options}\n‸- オ\n  > 理由\n\nあ ${src}\n:::`],
  ['task-mark', 'options with full-width marks', `:::choice{#x}\nどれか。\n\n- ‸［ｘ］ ア\n\nあ ${src}\n:::`],
  ['attributes-misplaced', 'an id on an option', `:::choice{#x}\nどれか。\n\n${options.replace('ア\n', 'ア ‸{#y}\n')}\n\nあ ${src}\n:::`],
  ['item-form', 'a choice without a stem', `‸:::choice{#x}\n${options}\n\nあ ${src}\n:::`],
  ['item-without-source', 'a choice without a source', `‸:::choice{#x}\nどれか。\n\n${options}\n\nあ\n:::`],
  ['fill-answers', 'answers outside a fill', '‸- = a\n‸- ! b'],
  ['fill-answers', 'a fill without answers', `‸:::fill{#x}\n___ は何か。\n\nあ ${src}\n:::`],
  ['fill-answers', 'a fill with two expected answers', `‸:::fill{#x}\n___ は何か。\n\n- = a\n- = b\n\nあ ${src}\n:::`],
  ['fill-answers', 'an answer that stands twice', `‸:::fill{#x}\n___ は何か。\n\n- = a\n- ~ a\n\nあ ${src}\n:::`],
  ['fill-answers', 'an entry without a mark', `:::fill{#x}\n___ は何か。\n\n- = a\n‸- b\n\nあ ${src}\n:::`],
  ['full-width', 'an answer with a full-width mark', `:::fill{#x}\n___ は何か。\n\n- = a\n‸- ～ b\n\nあ ${src}\n:::`],
  ['fill-blank', 'a fill without a blank', `‸:::fill{#x}\nこれは何か。\n\n${answers}\n\nあ ${src}\n:::`],
  ['fill-blank', 'a fill with two blanks', `‸:::fill{#x}\n___ と ___ は何か。\n\n${answers}\n\nあ ${src}\n:::`],
  ['fill-prose', 'an answer in Japanese prose', `:::fill{#x}\n___ は何か。\n\n‸- = 番号\n\nあ ${src}\n:::`],
  ['fill-prose', 'an answer that is an English sentence', `:::fill{#x}\n___ は何か。\n\n‸- = the process is killed\n\nあ ${src}\n:::`],
  ['option-reason', 'a near miss without a reason', `:::fill{#x}\n___ は何か。\n\n- = a\n‸- ! b\n\nあ ${src}\n:::`],
  ['item-without-source', 'a fill without a source', `‸:::fill{#x}\n___ は何か。\n\n${answers}\n\nあ\n:::`],
  ['order-steps', 'an order without a numbered list', `‸:::order{#x}\n並べよ。\n\n- ア\n- イ\n\nあ ${src}\n:::`],
  ['order-steps', 'an order of three steps', `‸:::order{#x}\n並べよ。\n\n1. ア\n2. イ\n3. ウ\n\nあ ${src}\n:::`],
  ['order-steps', 'an order of eight steps', `‸:::order{#x}\n並べよ。\n\n${steps}\n5. オ\n6. カ\n7. キ\n8. ク\n\nあ ${src}\n:::`],
  ['item-form', 'a paragraph in a step', `:::order{#x}\n並べよ。\n\n1. ア\n\n   ‸続き\n2. イ\n3. ウ\n4. エ\n\nあ ${src}\n:::`],
  ['item-form', 'a step that begins with no text', `:::order{#x}\n並べよ。\n\n1. ‸> ア\n2. イ\n3. ウ\n4. エ\n\nあ ${src}\n:::`],
  ['item-form', 'an order without a stem', `‸:::order{#x}\n${steps}\n\nあ ${src}\n:::`],
  ['item-without-source', 'an order without a source', `‸:::order{#x}\n並べよ。\n\n${steps}\n\nあ\n:::`],
  ['match-table', 'a match without a table', `‸:::match{#x}\n組み合わせよ。\n\nあ ${src}\n:::`],
  [
    'match-table',
    'a match of two pairs',
    `‸:::match{#x}\n組み合わせよ。\n\n| 左 | 右 |\n|---|---|\n| ア | イ |\n| ウ | エ |\n\nあ ${src}\n:::`,
  ],
  ['match-table', 'a match with an empty right cell', `:::match{#x}\n組み合わせよ。\n\n${pairs}‸| キ | |\n\nあ ${src}\n:::`],
  ['match-table', 'a match with the same answer twice', `:::match{#x}\n組み合わせよ。\n\n${pairs}‸| キ | カ |\n\nあ ${src}\n:::`],
  [
    'match-table',
    'a match of three columns',
    `:::match{#x}\n組み合わせよ。\n\n‸| 左 | 右 | 上 |\n|---|---|---|\n‸| ア | イ | a |\n‸| ウ | エ | b |\n‸| オ | カ | c |\n\nあ ${src}\n:::`,
  ],
  ['item-form', 'a match without a stem', `‸:::match{#x}\n${pairs}\nあ ${src}\n:::`],
  ['item-without-source', 'a match without a source', `‸:::match{#x}\n組み合わせよ。\n\n${pairs}\nあ\n:::`],
  ['exercise-kind', 'an exercise that no generator makes', `:::exercise{#x ‸kind=uid-maps}\nあ ${src}\n:::`],
  ['exercise-kind', 'an exercise of a kind that every object has', `:::exercise{#x ‸kind=toString}\nあ ${src}\n:::`],
  ['exercise-kind', 'an exercise without a kind', `‸:::exercise{#x}\nあ ${src}\n:::`],
  ['unknown-attribute', 'a kind on a question that is no exercise', `:::order{#x ‸kind=uid-map}\n並べよ。\n\n${steps}\n\nあ ${src}\n:::`],
  ['exercise-parameter', 'a parameter of another kind', exercise('ranges: 2\n‸levels: 3')],
  ['exercise-parameter', 'a parameter out of range', exercise('ranges: ‸9')],
  ['exercise-parameter', 'half a number', exercise('ranges: ‸2.5')],
  ['exercise-parameter', 'a number as text', exercise('ranges: ‸"2"')],
  ['exercise-parameter', 'a word that is none of those possible', exercise('from: ‸outwards')],
  ['exercise-parameter', 'a flag that is neither true nor false', exercise('unmapped: ‸maybe')],
  ['exercise-parameter', 'a parameter without a value', exercise('ranges: ‸')],
  ['exercise-parameter', 'a list in the place of a value', exercise('ranges: ‸[1, 2]')],
  ['exercise-parameter', 'a list in the place of the parameters', exercise('‸- ranges')],
  ['exercise-parameter', 'a word in the place of the parameters', exercise('‸ranges')],
  ['exercise-parameter', 'a parameter that stands twice', exercise('ranges: 2\n‸ranges: 3')],
  ['exercise-parameter', 'YAML that cannot be read', exercise('ranges: [1‸')],
  [
    'exercise-parameter',
    'parameters below the explanation',
    `:::exercise{#x kind=uid-map}\nあ ${src}\n\n‸\`\`\`yaml\nranges: 2\n\`\`\`\n:::`,
  ],
  [['item-without-source', 'code-unclosed'], 'parameters without an end', `‸:::exercise{#x kind=uid-map}\n‸\`\`\`yaml\nranges: 2\n\n:::`],
  ['item-without-source', 'an exercise without a source', `‸:::exercise{#x kind=uid-map}\nあ\n:::`],

  // Facts
  ['unknown-fact', 'a fact that is no item', `- **語**: 定義 ${src} {#x ‸fact=y}`],
  ['unknown-fact', 'a section in place of a fact', `- **語**: 定義 ${src} {#x ‸fact=s}`],
]

const wholeFiles: readonly Row[] = [
  ['front-matter', 'a file without front matter', '‸## 節 {#s}\n\nあ\n'],
  [['empty-topic', 'front-matter'], 'an empty file', '‸‸'],
  ['front-matter', 'front matter without a title', '‸---\nsummary: 要約\n---\n\n## 節 {#s}\n\nあ\n'],
  ['front-matter', 'front matter with an unknown key', '---\ntitle: 題\nsummary: 要約\n‸tags: a\n---\n\n## 節 {#s}\n\nあ\n'],
  ['front-matter', 'a key that stands twice', '---\ntitle: 題\n‸title: 題\nsummary: 要約\n---\n\n## 節 {#s}\n\nあ\n'],
  ['front-matter', 'a value over several lines', '---\ntitle: 題\nsummary: 要約\n‸  続き\n---\n\n## 節 {#s}\n\nあ\n'],
  ['front-matter', 'a value in YAML block form', '---\ntitle: 題\nsummary: ‸|\n---\n\n## 節 {#s}\n\nあ\n'],
  ['front-matter', 'front matter that does not end', '‸---\ntitle: 題\nsummary: 要約\n\n## 節 {#s}\n\nあ\n'],
  ['full-width', 'a full-width colon in front matter', '---\ntitle‸：題\nsummary: 要約\n---\n\n## 節 {#s}\n\nあ\n'],
  ['text-before-section', 'text before the first section', `${frontMatter}‸あ\n\nい\n\n## 節 {#s}\n\nう\n`],
  ['empty-topic', 'a topic without sections', `‸${frontMatter}`],
  ['control-character', 'a null byte', `${opening}あ‸\0い\n`],
  ['control-character', 'a character that turns the direction of text', `${opening}あ\n‸\u202eい\n`],
  ['control-character', 'a byte order mark in the middle', `${opening}あ\r\n‸\uFEFFい\n`],
  ['encoding', 'bytes that are no UTF-8', `${opening}あ‸\uFFFDい\n`],
  ['encoding', 'half a character', `${opening}あ‸\uD83Dい\n`],
  ['unicode-form', 'letters in decomposed form', `${opening}これは‸か\u3099\n`],
  ['too-large', 'a file of a million characters', `‸${opening}${'あ'.repeat(1_000_000)}`],
  ['too-dense', 'more signs than can be read in time', `${opening}‸${'*a'.repeat(5000)}`],
  ['too-deep', 'a hundred quotes within one another', `${opening}‸${'> '.repeat(100)}a\n`],
]

const codesOf = (codes: Row[0]): readonly string[] => (typeof codes === 'string' ? [codes] : codes)

describe('a problem is reported where it stands', () => {
  test.each([...inSection.map(([codes, outcome, marked]) => [codes, outcome, topicOf(marked)] as const), ...wholeFiles])(
    '%s: %s',
    (codes, _outcome, marked) => {
      const { text, at } = unmarked(marked)
      const { problems } = readTopic(text, 'topic.ja.md', context)
      const expected = codesOf(codes)
      expect(places(problems).toSorted()).toEqual(
        at.map((place, index) => `${place} ${expected[Math.min(index, expected.length - 1)]}`).toSorted(),
      )
      for (const problem of problems) {
        expect(problem.file).toBe('topic.ja.md')
        expect(problem.message).not.toBe('')
        expect(problem.hint).not.toBe('')
      }
    },
  )
})

/** What only whole catalogues, tables and drawings give rise to: catalogue.test.ts, and tests/build/content. */
const elsewhere = [
  'stem-ending',
  'above-option',
  'longest-right',
  'stem-word',
  'prompt-has-answer',
  'same-prompt',
  'praise',
  'few-cards',
  'few-questions',
  'few-levels',
  'few-exercises',
  'few-linked',
  'fact-chain',
  'retired-id',
  'unknown-topic',
  'area-tier',
  'single-kind',
  'file-name',
  'missing-language',
  'unlisted-topic',
  'pair-drift',
  'pair-numbers',
  'requires-order',
  'table-unknown',
  'unused-source',
  'table-value',
  'table-yaml',
  'table-duplicate',
  'svg',
  'unreadable',
]
/** An mdast node of a kind that the parser does not make. */
const unreachable = ['not-taken']

test('every code that a file can give rise to has a row', () => {
  const rows = new Set<string>([...inSection, ...wholeFiles].flatMap(([codes]) => codesOf(codes)))
  expect(problemCodes.filter((code) => !rows.has(code)).toSorted()).toEqual([...elsewhere, ...unreachable].toSorted())
})
