import { describe, expect, test } from 'vitest'
import type { Tables } from '../../../src/core/content/curriculum.ts'
import { topicId } from '../../../src/core/ids.ts'
import { compileSample, lines, samplePair, sampleTables, sampleTopic } from './sampleContent.ts'

const ja = 'area/first.ja.md'
const en = 'area/first.en.md'
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

/** Changes a text, or fails when there was nothing to change: a test of an unchanged file tests nothing. */
const changed = (text: string, from: string | RegExp, to: string): string => {
  const result = text.replace(from, to)
  if (result === text) throw new Error(`There is no ${from} to change.`)
  return result
}

test('compiles a pair that breaks no rule', () => {
  const { errors, warnings, catalogue, topics } = compileSample(samplePair())
  expect([errors, warnings]).toEqual([[], []])
  expect(catalogue.areas).toEqual([{ id: 'area', title: { ja: '分野', en: 'Area' } }])
  const [topic] = catalogue.topics
  expect(topic).toMatchObject({
    id: 'first',
    area: 'area',
    objective: '352.1',
    weight: 1,
    requires: [],
    title: { ja: '題', en: 'Title' },
    summary: { ja: '要約', en: 'Summary' },
    minutes: { ja: 1, en: 1 },
    sections: [{ id: 'first/section', heading: { ja: '節', en: 'Section' } }],
  })
  expect(topic?.items).toHaveLength(4 * 2 + 4 + 4 + 12)
  expect(topic?.items[1]).toEqual({
    id: 'first/term-a.reverse',
    kind: 'term',
    level: 1,
    section: 'first/section',
    fact: 'first/term-a',
    supports: [],
    confuses: [],
    options: 0,
  })
  expect(topics[0]?.parts.en?.topic.lang).toBe('en')
})

describe('rules that one file keeps or breaks', () => {
  /** The English file changed, and the complaint expected at the line that begins with the third text. */
  const rows: readonly (readonly [outcome: string, from: string | RegExp, to: string, at: string, code: string])[] = [
    ['a stem that asks nothing', 'Which is true of case b?', 'The case b is described here.', ':::choice{#choice-b', 'stem-ending'],
    ['an option that points at the others', 'mistaken ba', 'None of the above', ':::choice{#choice-b', 'above-option'],
    ['an option that points at all others', 'mistaken ba', 'Both a and b', ':::choice{#choice-b', 'above-option'],
    ['a card whose prompt has the answer', 'It ends as result b.', 'in case b', ':::card{#card-b', 'prompt-has-answer'],
    ['a definition that names its term', 'states meaning c', 'states what a term c is', '- **term c**', 'prompt-has-answer'],
    ['a cloze whose sentence has the hidden words', 'In sentence d', 'In part d of a sentence d', '- In part d', 'prompt-has-answer'],
    ['a stem that has the typed answer', 'In case a one types', 'After --flag-a one types', ':::fill{#fill-a', 'prompt-has-answer'],
    ['praise in prose', 'The kernel assigns numbers.', 'The kernel is powerful.', '## Section', 'praise'],
    [
      'praise in an item',
      'An explanation. [clone(2)]\n:::\n\n:::fill{#fill-b',
      'It is lightweight. [clone(2)]\n:::\n\n:::fill{#fill-b',
      ':::fill{#fill-a',
      'praise',
    ],
    ['praise in a card', 'It ends as result b.', 'It is lightweight.', ':::card{#card-b', 'praise'],
    ['a fact that asks another fact', 'level=3 fact=term-a', 'level=3 fact=fill-a', ':::choice{#choice-a', 'fact-chain'],
  ]
  test.each(rows)('reports %s', (_, from, to, at, code) => {
    const text = changed(sampleTopic('en'), from, to)
    const { errors } = compileSample({ [en]: text, [ja]: sampleTopic('ja') })
    expect(lines(errors)).toContain(`content/${en}:${lineOf(text, at)} ${code}`)
  })

  test.each([
    ['ja', '正しいものはどれか。'],
    ['ja', '次から選べ。'],
    ['ja', '順に並べよ。'],
    ['ja', '空欄に入る語を答えなさい。'],
    ['ja', 'どれか(すべて選べ)。'],
    ['ja', '何と打つ？'],
    ['en', 'Which one is it?'],
    ['en', 'Choose two.'],
    ['en', 'Complete the command ___ so that it works.'],
    ['en', 'Read the output, then name the capability.'],
    ['en', 'What is it? (Pick two.)'],
  ] as const)('takes a stem in %s that ends in “%s”', (lang, ending) => {
    const from = lang === 'ja' ? '場合bについて正しいものはどれか。' : 'Which is true of case b?'
    const files = { ...samplePair(), [`area/first.${lang}.md`]: changed(sampleTopic(lang), from, ending) }
    expect(compileSample(files).errors).toEqual([])
  })

  test('takes an exercise’s parameters in any order', () => {
    const files = {
      [ja]: changed(sampleTopic('ja'), 'processes: 4', 'processes: 7\nlevels: 4'),
      [en]: changed(sampleTopic('en'), 'processes: 4', 'levels: 4\nprocesses: 7'),
    }
    expect(compileSample(files).errors).toEqual([])
  })

  test('reports a topic with a single exercise', () => {
    const one = (text: string) => text.replace(/:::exercise\{#exercise-b[\s\S]*?\n:::\n/, '')
    const files = { [ja]: one(sampleTopic('ja')), [en]: one(sampleTopic('en')) }
    expect(lines(compileSample(files).errors)).toEqual([`content/${en}:1 few-exercises`, `content/${ja}:1 few-exercises`])
  })

  test('reports two exercises of one kind with the same parameters', () => {
    const text = (lang: 'ja' | 'en') => changed(changed(sampleTopic(lang), 'kind=nspid', 'kind=uid-map'), 'processes: 4', 'ranges: 4')
    expect(lines(compileSample({ [ja]: text('ja'), [en]: text('en') }).errors)).toEqual(
      [en, ja].map((file, place) => `content/${file}:${lineOf(text(place === 0 ? 'en' : 'ja'), ':::exercise{#exercise-b')} same-prompt`),
    )
  })

  test('takes praise that is compared with something', () => {
    const text = changed(
      sampleTopic('en'),
      'The kernel assigns numbers.',
      'A thread is more lightweight than a process, which has memory of its own.',
    )
    expect(compileSample({ ...samplePair(), [en]: text }).errors).toEqual([])
  })

  test('reports right options that are the longest too often, once', () => {
    const text = sampleTopic('en').replaceAll(/\[x\] ok/g, '[x] this one is by far the longest of them')
    expect(lines(compileSample({ ...samplePair(), [en]: text }).errors)).toEqual([
      `content/${en}:${lineOf(text, ':::choice{#choice-a')} longest-right`,
    ])
  })

  test('warns of a word of the stem that only the right option repeats', () => {
    const text = changed(changed(sampleTopic('en'), 'Which is true of case b?', 'Which is true of zombies?'), 'ok b', 'ok zombies')
    const { errors, warnings } = compileSample({ ...samplePair(), [en]: text })
    expect(errors).toEqual([])
    expect(lines(warnings)).toEqual([`content/${en}:${lineOf(text, ':::choice{#choice-b')} stem-word`])
  })

  test('counts cards, questions, kinds, levels and links', () => {
    const bare = '---\ntitle: T\nsummary: S\n---\n\n## A {#a}\n\nText.\n'
    const { errors } = compileSample({ [ja]: bare, [en]: bare })
    expect(lines(errors.filter(({ file }) => file.endsWith('en.md')))).toEqual(
      ['few-cards', 'few-exercises', 'few-levels', 'few-questions'].map((code) => `content/${en}:1 ${code}`),
    )
    const unlinked = (text: string) => text.replaceAll(/ fact=(?:term|cloze)-\w/g, '')
    const files = { [ja]: unlinked(sampleTopic('ja')), [en]: unlinked(sampleTopic('en')) }
    expect(lines(compileSample(files).errors)).toEqual([`content/${en}:1 few-linked`, `content/${ja}:1 few-linked`])
  })
})

describe('two languages that came apart', () => {
  const rows: readonly (readonly [outcome: string, from: string | RegExp, to: string, at: string, code: string])[] = [
    ['an item that one language lacks', /:::card\{#card-b[\s\S]*?\n:::\n\n/, '', '---', 'pair-drift'],
    [
      'an item of another kind',
      ':::card{#card-b level=2}\nWhat happens in case b?\n***\nIt ends as result b. [clone(2)]\n:::',
      '- **case b**: what happens then [clone(2)] {#card-b level=2}',
      '- **case b**',
      'pair-drift',
    ],
    [
      'a right option at another place',
      '- [x] ok b\n  > A reason.\n- [ ] mistaken ba',
      '- [ ] mistaken ba\n  > A reason.\n- [x] ok b',
      ':::choice{#choice-b',
      'pair-drift',
    ],
    ['another level', '#card-b level=2', '#card-b level=1', ':::card{#card-b', 'pair-drift'],
    ['another fact', '#choice-b level=3 fact=term-b', '#choice-b level=3 fact=term-c', ':::choice{#choice-b', 'pair-drift'],
    ['another kind of exercise', 'kind=nspid', 'kind=subuid', ':::exercise{#exercise-b', 'pair-drift'],
    ['another parameter', 'processes: 4', 'processes: 7', ':::exercise{#exercise-b', 'pair-drift'],
    ['another typed answer', '- = --flag-b', '- = --flag-c', ':::fill{#fill-b', 'pair-drift'],
    ['a number that differs', 'It ends as result b.', 'It ends after 40 seconds.', ':::card{#card-b', 'pair-numbers'],
    ['code that differs', 'It ends as result b.', 'It ends as `other`.', ':::card{#card-b', 'pair-numbers'],
    [
      'a listing that differs',
      'The kernel assigns numbers.',
      'The kernel assigns numbers.\n\n```text\nx\n```',
      '## Section',
      'pair-numbers',
    ],
  ]
  test.each(rows)('reports %s', (_, from, to, at, code) => {
    const text = changed(sampleTopic('en'), from, to)
    expect(lines(compileSample({ ...samplePair(), [en]: text }).errors)).toContain(`content/${en}:${lineOf(text, at)} ${code}`)
  })

  test('reports items in another order where the order breaks', () => {
    const [, first = '', second = ''] = /(:::card\{#card-b[\s\S]*?\n:::\n)\n(:::card\{#card-c[\s\S]*?\n:::\n)/.exec(sampleTopic('en')) ?? []
    const text = changed(sampleTopic('en'), `${first}\n${second}`, `${second}\n${first}`)
    expect(lines(compileSample({ ...samplePair(), [en]: text }).errors)).toEqual([
      `content/${en}:${lineOf(text, ':::card{#card-c')} pair-drift`,
    ])
  })

  test('takes small numbers as words, and code that stands within longer code', () => {
    const files = {
      [ja]: changed(sampleTopic('ja'), '結果bになる。', 'プロセスは2つになり、`unshare -f`で分かれる。16進で書く。'),
      [en]: changed(
        sampleTopic('en'),
        'It ends as result b.',
        'There are two processes; `unshare` parts them. It is written in hexadecimal.',
      ),
    }
    expect(lines(compileSample(files).errors)).toEqual([`content/${en}:${lineOf(files[en] ?? '', ':::card{#card-b')} pair-numbers`])
    expect(compileSample({ ...files, [en]: changed(files[en] ?? '', '`unshare`', '`unshare -f`') }).errors).toEqual([])
  })
})

describe('rules of the catalogue', () => {
  const two = () => ({
    ...samplePair(),
    'area/second.ja.md': sampleTopic('ja', 'second'),
    'area/second.en.md': sampleTopic('en', 'second'),
  })
  const twoTables = (changes: Partial<Tables> = {}): Tables => ({ ...sampleTables(['first', 'second']), ...changes })

  test('two topics compile side by side', () => {
    expect(compileSample(two(), twoTables()).errors).toEqual([])
  })

  test('reports two items that ask the same', () => {
    const files = {
      ...two(),
      'area/second.en.md': changed(sampleTopic('en', 'second'), 'Of second: What happens in case b?', 'What happens, in case B?'),
    }
    const line = lineOf(files['area/second.en.md'], ':::card{#card-b')
    expect(lines(compileSample(files, twoTables()).errors)).toEqual([`content/area/second.en.md:${line} same-prompt`])
  })

  test('resolves links and facts of other topics, and reports those that lead nowhere', () => {
    const linked = (text: string, to: string) =>
      changed(
        changed(text, 'level=3 fact=term-b', `level=3 fact=${to}`),
        /\n\n(?=- \*\*)/,
        `\n\n[a](second#${to.split('/')[1]}) [b](second)\n\n`,
      )
    const files = (to: string) => ({ ...two(), [ja]: linked(sampleTopic('ja'), to), [en]: linked(sampleTopic('en'), to) })
    const right = compileSample(files('second/term-b'), twoTables())
    expect(right.errors).toEqual([])
    expect(JSON.stringify(right.topics[0]?.parts.en?.topic.sections)).toContain('"href":"topics/second#term-b"')
    const wrong = compileSample(files('second/nothing'), twoTables()).errors.filter(({ file }) => file.endsWith('en.md'))
    expect(wrong.map(({ code }) => code).toSorted()).toEqual(['unknown-anchor', 'unknown-fact'])
    const gone = compileSample(files('third/term-b'), twoTables()).errors.filter(({ file }) => file.endsWith('en.md'))
    expect(gone.map(({ code }) => code)).toEqual(['unknown-fact'])
    const chained = compileSample(files('second/choice-b'), twoTables()).errors.filter(({ file }) => file.endsWith('en.md'))
    expect(chained.map(({ code }) => code)).toEqual(['fact-chain'])
    const noTopic = { ...samplePair(), [ja]: `${sampleTopic('ja')}\n[a](third)\n`, [en]: `${sampleTopic('en')}\n[a](third)\n` }
    expect(compileSample(noTopic).errors.map(({ code }) => code)).toEqual(['unknown-topic', 'unknown-topic'])
  })

  test('reports an id that has been retired', () => {
    const tables = { ...sampleTables(), retired: [{ line: 9, column: 3, id: 'first/card-b' }] }
    const line = lineOf(sampleTopic('en'), ':::card{#card-b')
    expect(lines(compileSample(samplePair(), tables).errors)).toEqual([
      `content/${en}:${line} retired-id`,
      `content/${ja}:${line} retired-id`,
    ])
  })

  test('reports files that are missing, unlisted or misplaced', () => {
    expect(lines(compileSample({ [ja]: sampleTopic('ja') }).errors)).toEqual(['content/curriculum.yaml:4 missing-language'])
    expect(lines(compileSample({ ...samplePair(), 'area/other.ja.md': sampleTopic('ja', 'other') }).errors)).toContain(
      'content/area/other.ja.md:1 unlisted-topic',
    )
    expect(lines(compileSample({ ...samplePair(), 'area/notes.md': '' }).errors)).toEqual(['content/area/notes.md:1 file-name'])
    expect(lines(compileSample({ [ja]: sampleTopic('ja'), 'elsewhere/first.en.md': sampleTopic('en') }).errors)).toEqual([
      'content/elsewhere/first.en.md:1 file-name',
    ])
  })

  test('reports areas, objectives and requirements that are not listed, and topics before what they require', () => {
    const [first, second] = twoTables().topics
    if (first === undefined || second === undefined) throw new Error('The sample has two topics.')
    const codes = (changes: Partial<Tables>) => lines(compileSample(two(), twoTables(changes)).errors)
    expect(codes({ topics: [first, { ...second, requires: [topicId('first')] }] })).toEqual([])
    expect(codes({ topics: [{ ...first, requires: [topicId('second')] }, second] })).toEqual(['content/curriculum.yaml:4 requires-order'])
    expect(codes({ topics: [{ ...first, requires: [topicId('third')] }, second] })).toEqual(['content/curriculum.yaml:4 table-unknown'])
    expect(codes({ topics: [{ ...first, objective: '999.9' }, second] })).toEqual(['content/curriculum.yaml:4 table-unknown'])
    expect(codes({ areas: [] })).toEqual(['content/curriculum.yaml:4 table-unknown', 'content/curriculum.yaml:5 table-unknown'])
    expect(codes({ areas: [...twoTables().areas, { line: 2, column: 5, id: 'empty', title: { ja: '空', en: 'Empty' } }] })).toEqual([
      'content/curriculum.yaml:2 table-unknown',
    ])
  })

  test('reports a tier of evidence that an area does not give', () => {
    const bare = '---\ntitle: T\nsummary: S\n---\n\n## A {#a}\n\n- **x**: y [clone(2)] {#x}\n'
    expect(lines(compileSample({ [ja]: bare, [en]: bare }).errors)).toContain('content/curriculum.yaml:1 area-tier')
  })

  test('warns of a fact that is asked in one kind only, wherever the first item stands that asks it', () => {
    const text = (lang: 'ja' | 'en') => changed(sampleTopic(lang), 'level=3 fact=cloze-c', 'level=3 fact=term-a')
    const { errors, warnings } = compileSample({ [ja]: text('ja'), [en]: text('en') })
    expect(errors).toEqual([])
    expect(warnings).toEqual([
      {
        file: `content/${ja}`,
        line: lineOf(text('ja'), '{#cloze-c}'),
        column: expect.any(Number),
        code: 'single-kind',
        message: 'Only items of the kind “card” ask first/cloze-c.',
        hint: expect.any(String),
      },
    ])
  })

  test('takes a term, a cloze and a card of one fact for one kind: the learner does the same', () => {
    const text = (lang: 'ja' | 'en') =>
      changed(
        changed(sampleTopic(lang), 'level=3 fact=cloze-c', 'level=3 fact=term-a'),
        '{#card-d level=2}',
        '{#card-d level=2 fact=cloze-c}',
      ).replace('level=3 fact=card-d', 'level=3 fact=card-c')
    expect(compileSample({ [ja]: text('ja'), [en]: text('en') }).warnings.map(({ message }) => message)).toEqual([
      'Only items of the kind “card” ask first/cloze-c.',
    ])
  })

  test('counts the items of every topic that ask a fact', () => {
    const tables = sampleTables(['first', 'second'])
    const texts = (fact: string) => ({
      [ja]: changed(sampleTopic('ja'), 'level=3 fact=cloze-c', 'level=3 fact=term-a'),
      [en]: changed(sampleTopic('en'), 'level=3 fact=cloze-c', 'level=3 fact=term-a'),
      'area/second.ja.md': changed(sampleTopic('ja', 'second'), 'choice-a level=3 fact=term-a', `choice-a level=3 fact=${fact}`),
      'area/second.en.md': changed(sampleTopic('en', 'second'), 'choice-a level=3 fact=term-a', `choice-a level=3 fact=${fact}`),
    })
    const warned = (fact: string) => compileSample(texts(fact), tables).warnings.map(({ file, message }) => `${file} ${message}`)
    expect(warned('term-b')).toEqual([
      `content/${ja} Only items of the kind “card” ask first/cloze-c.`,
      'content/area/second.ja.md Only items of the kind “card” ask second/term-a.',
    ])
    expect(warned('first/cloze-c')).toEqual(['content/area/second.ja.md Only items of the kind “card” ask second/term-a.'])
  })

  test('warns of a source that nothing cites', () => {
    const tables = {
      ...sampleTables(),
      sourcePlaces: new Map([
        ['clone(2)', { line: 1, column: 1 }],
        ['ip(7)', { line: 2, column: 1 }],
      ]),
    }
    expect(lines(compileSample(samplePair(), tables).warnings)).toEqual(['content/sources.yaml:2 unused-source'])
  })
})

test('reports all problems of all files in one run', () => {
  const files = {
    [ja]: changed(sampleTopic('ja'), '{#term-a}', ''),
    [en]: changed(changed(sampleTopic('en'), '[clone(2)]', '[clone(3)]'), '{#term-b}', '{#term-b levle=1}'),
  }
  const found = compileSample({ ...files, 'area/other.ja.md': 'x' })
  expect(new Set(found.errors.map(({ file }) => file))).toEqual(new Set([`content/${en}`, `content/${ja}`, 'content/area/other.ja.md']))
  expect(found.warnings.map(({ code }) => code)).toEqual(['term-without-id', 'single-kind'])
  expect(found.errors.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['unknown-source', 'unknown-attribute', 'pair-drift', 'unlisted-topic', 'front-matter']),
  )
})
