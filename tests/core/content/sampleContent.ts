import { compileContent, type CompiledContent } from '../../../src/core/content/compileContent.ts'
import type { Tables } from '../../../src/core/content/curriculum.ts'
import { topicId } from '../../../src/core/ids.ts'
import type { ContentError, Lang } from '../../../src/core/content/types.ts'

/** Words that differ between the languages; ids, code and numbers do not. */
const words = {
  ja: {
    title: '題',
    summary: '要約',
    heading: '節',
    intro: 'カーネルは番号を割り当てる。',
    term: (n: number) => `用語${letter(n)}`,
    definition: (n: number) => `意味${letter(n)}を述べた文`,
    cloze: (n: number) => `文${letter(n)}では==部分${letter(n)}==が答えになる。`,
    ask: (n: number) => `何が起こるか、場合${letter(n)}について述べよ。`,
    answer: (n: number) => `結果${letter(n)}になる。`,
    which: (n: number) => `場合${letter(n)}について正しいものはどれか。`,
    right: (n: number) => `正${letter(n)}`,
    wrong: (n: number, m: number) => `誤りの${letter(n)}${letter(m)}`,
    reason: '理由である。',
    explanation: '説明である。',
    type: (n: number) => `場合${letter(n)}には ___ と打つ。空欄に入る語はどれか。`,
    order: '順に並べよ。',
    step: (n: number) => `手順${letter(n)}`,
    match: '組み合わせよ。',
    left: (n: number) => `左${letter(n)}`,
    side: (n: number) => `右${letter(n)}`,
    columns: '| 左 | 右 |',
  },
  en: {
    title: 'Title',
    summary: 'Summary',
    heading: 'Section',
    intro: 'The kernel assigns numbers.',
    term: (n: number) => `term ${letter(n)}`,
    definition: (n: number) => `a sentence that states meaning ${letter(n)}`,
    cloze: (n: number) => `In sentence ${letter(n)} the answer is ==part ${letter(n)}==.`,
    ask: (n: number) => `What happens in case ${letter(n)}?`,
    answer: (n: number) => `It ends as result ${letter(n)}.`,
    which: (n: number) => `Which is true of case ${letter(n)}?`,
    right: (n: number) => `ok ${letter(n)}`,
    wrong: (n: number, m: number) => `mistaken ${letter(n)}${letter(m)}`,
    reason: 'A reason.',
    explanation: 'An explanation.',
    type: (n: number) => `In case ${letter(n)} one types ___ here. Which word belongs in the blank?`,
    order: 'Put these in order.',
    step: (n: number) => `step ${letter(n)}`,
    match: 'Match these.',
    left: (n: number) => `left ${letter(n)}`,
    side: (n: number) => `right ${letter(n)}`,
    columns: '| left | right |',
  },
}
const letter = (n: number) => String.fromCharCode(97 + n)
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A topic that breaks no rule: 12 cards, 12 questions of 5 kinds that ask each card’s fact, all levels. `id` keeps its prompts apart from another topic's. */
export const sampleTopic = (lang: Lang, id = 'first'): string => {
  const w = words[lang]
  const own = id === 'first' ? '' : lang === 'ja' ? `${id}の` : `Of ${id}: `
  const source = '[clone(2)]'
  const terms = range(4).map((n) => `- **${own}${w.term(n)}**: ${own}${w.definition(n)} ${source} {#term-${letter(n)}}\n`)
  const clozes = range(4).map((n) => `- ${own}${w.cloze(n)} ${source} {#cloze-${letter(n)}}\n`)
  const cards = range(4).map((n) => `:::card{#card-${letter(n)} level=2}\n${own}${w.ask(n)}\n***\n${w.answer(n)} ${source}\n:::\n`)
  const choices = range(6).map((n) => {
    const options = [`- [x] ${w.right(n)}`, ...range(3).map((m) => `- [ ] ${w.wrong(n, m)}`)].map((line) => `${line}\n  > ${w.reason}`)
    return `:::choice{#choice-${letter(n)} level=3 fact=${n < 4 ? `term-${letter(n)}` : `cloze-${letter(n - 2)}`}}\n${own}${w.which(n)}\n\n${options.join('\n')}\n\n${w.explanation} ${source}\n:::\n`
  })
  const fills = range(2).map(
    (n) =>
      `:::fill{#fill-${letter(n)} fact=cloze-${letter(n)}}\n${own}${w.type(n)}\n\n- = --flag-${letter(n)}\n- ! --flat\n  > ${w.reason}\n\n${w.explanation} ${source}\n:::\n`,
  )
  const order = `:::order{#order fact=card-a}\n${own}${w.order}\n\n${range(4)
    .map((n) => `${n + 1}. ${w.step(n)}`)
    .join('\n')}\n\n${w.explanation} ${source}\n:::\n`
  const match = `:::match{#match fact=card-b}\n${own}${w.match}\n\n${w.columns}\n|---|---|\n${range(3)
    .map((n) => `| ${w.left(n)} | ${w.side(n)} |`)
    .join('\n')}\n\n${w.explanation} ${source}\n:::\n`
  const exercises = ['uid-map', 'nspid'].map(
    (kind, n) =>
      `:::exercise{#exercise-${letter(n)} kind=${kind} level=3 fact=card-${letter(n + 2)}}\n\`\`\`yaml\n${kind === 'nspid' ? 'processes' : 'ranges'}: ${id === 'first' ? 4 : kind === 'nspid' ? 5 : 3}\n\`\`\`\n\n${w.explanation} ${source}\n:::\n`,
  )
  return [
    `---\ntitle: ${w.title}\nsummary: ${w.summary}\n---\n`,
    `## ${w.heading} {#section}\n`,
    `${w.intro}\n`,
    ...terms,
    ...clozes,
    ...cards,
    ...choices,
    ...fills,
    order,
    match,
    ...exercises,
  ].join('\n')
}

const start = { line: 1, column: 1 }
export const sampleTables = (topics: readonly string[] = ['first']): Tables => ({
  objectives: { '352.1': { weight: 7, title: { ja: '概念', en: 'Concepts' } } },
  areas: [{ ...start, id: 'area', title: { ja: '分野', en: 'Area' } }],
  topics: topics.map((id, index) => ({
    line: 4 + index,
    column: 5,
    id: topicId(id),
    area: 'area',
    objective: '352.1',
    weight: 1,
    requires: [],
  })),
  retired: [],
  sources: { 'clone(2)': { title: 'clone(2)', url: 'https://example.org/clone', what: 'man page' } },
  sourcePlaces: new Map([['clone(2)', start]]),
  glossary: {},
})

/** Compiles files named within the content folder. */
export const compileSample = (files: Readonly<Record<string, string>>, tables: Tables = sampleTables()): CompiledContent =>
  compileContent({
    tables,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    figure: () => undefined,
    highlight: (text) => [{ text }],
    shown: (path) => `content/${path}`,
  })

export const samplePair = (): Record<'area/first.ja.md' | 'area/first.en.md', string> => ({
  'area/first.ja.md': sampleTopic('ja'),
  'area/first.en.md': sampleTopic('en'),
})

/** `file:line code` of every complaint. */
export const lines = (problems: readonly ContentError[]): readonly string[] =>
  problems.map(({ file, line, code }) => `${file}:${line} ${code}`)
