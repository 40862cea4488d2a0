import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tooHeavy } from '../../../src/core/content/limits.ts'
import { parseMarkdown } from '../../../src/core/content/markdown.ts'
import { plainBlocks, withoutCode } from '../../../src/core/content/plainText.ts'
import { readTopic } from '../../../src/core/content/parseTopic.ts'
import { langs, type ContentError } from '../../../src/core/content/types.ts'
import { leastSeconds } from '../../helpers/leastSeconds.ts'
import { pathologies } from './pathologies.ts'
import { compileSample, sampleTopic } from './sampleContent.ts'
import { context, opening } from './snippet.ts'

/** Reads a text and checks what must hold of any answer: problems have places within the text, and it is the same every time. */
const readAny = (text: string): readonly ContentError[] => {
  const { parts, problems } = readTopic(text, 'any.md', context)
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const { line, column, code } of problems) {
    const length = lines[line - 1]?.length
    if (length === undefined || column < 1 || column > length + 1)
      throw new Error(`${code} stands at ${line}:${column}, outside of the text.`)
  }
  JSON.stringify(parts.topic)
  return problems
}

const signs = [
  '[',
  ']',
  '(',
  ')',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '==',
  '{',
  '}',
  '{#a}',
  '｛＃ｉ｝',
  ':::',
  ':::card{#b}',
  ':::choice{#c}',
  ':::fill{#d}',
  ':::match{#e}',
  ':::order{#f}',
  ':::note[n]',
  '***',
  '---',
  '#',
  '## S {#s}',
  '- ',
  '- [x] ',
  '- = a',
  '1. ',
  '> ',
  '|',
  '|-|-|',
  '___',
  '[^a]',
  '[^a]: ',
  '[clone(2)]',
  '![a](nesting.svg)',
  '<',
  '<b>',
  '&amp;',
  '&',
  '\\',
  '!',
  '：',
  '\n',
  '\n\n',
  '\r\n',
  '  ',
  '\t',
  '    ',
  ' ',
  '\0',
  '\uFEFF',
  'か\u3099',
  'ネームスペース',
  'a',
  'あ',
]
const markdownish = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...signs) }, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 80 })
  .map((parts) => parts.join(''))

const contentFolder = join(import.meta.dirname, '../../../content')
const realTopics = readdirSync(contentFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z-]+\/[a-z-]+\.(?:ja|en)\.md$/.test(path))
  .map((path) => readFileSync(join(contentFolder, path), 'utf8'))
const topics = [sampleTopic('ja'), sampleTopic('en'), ...realTopics]

/** A topic with pieces cut out, doubled, moved or replaced by signs. */
const mutated = fc
  .tuple(
    fc.constantFrom(...topics),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(60),
        put: fc.oneof(fc.constantFrom(...signs), fc.constant(''), fc.constant(undefined)),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((before, { at, length, put }) => {
      const start = Math.floor(at * before.length)
      const cut = before.slice(start, start + length)
      return before.slice(0, start) + (put ?? cut + cut) + before.slice(start + length)
    }, text),
  )

describe('never throws', { timeout: 120_000 }, () => {
  test('on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readAny(text)),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void readAny(opening + text)),
      { numRuns: 300 },
    )
  })

  test('on a task whose mark ends its line', () => {
    expect(readAny('- [x] \r\n[a]').map(({ line, column, code }) => [line, column, code])).toContainEqual([2, 1, 'unknown-source'])
  })

  test('on anything made of the signs of Markdown', () => {
    fc.assert(
      fc.property(markdownish, (text) => void readAny(text)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(markdownish, (text) => void readAny(opening + text)),
      { numRuns: 1500 },
    )
  })

  test('on damaged topics, and the catalogue of them', () => {
    fc.assert(
      fc.property(mutated, (text) => void readAny(text)),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...langs),
        mutated,
        (lang, text) => void compileSample({ [`area/first.${lang}.md`]: text, 'area/first.ja.md': sampleTopic('ja') }),
      ),
      { numRuns: 25 },
    )
  })

  test('and says the same of the same text twice, with LF as with CRLF', () => {
    fc.assert(
      fc.property(
        markdownish.map((text) => (opening + text).replaceAll('\r\n', '\n').replaceAll('\0', '')),
        (text) => {
          expect(readAny(text)).toEqual(readAny(text))
          expect(readAny(text.replaceAll('\n', '\r\n'))).toEqual(readAny(text))
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('near misses are errors, never silence', { timeout: 120_000 }, () => {
  /** A snippet in which every `W` is a word of its own. */
  const worded = fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constant('W') },
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            ...signs.filter((sign) => !/[\\\0\uFEFF\u3099]/.test(sign)),
            '\n- ',
            '\n- [ ] ',
            '\n1. ',
            '\n> ',
            '\n| a | b |\n|---|---|\n',
            '\n:::note[n]\nx\n:::\n',
            '\n***\n',
            '](https://a.b)',
          ),
        },
      ),
      { minLength: 2, maxLength: 24 },
    )
    .map((parts) => {
      let count = 0
      return parts.map((part) => (part === 'W' ? `w${count++}x` : part)).join('')
    })

  test('a text without a complaint loses no word and shows no sign as it was typed', () => {
    let clean = 0
    fc.assert(
      fc.property(worded, (snippet) => {
        const { parts, problems } = readTopic(opening + snippet, 'any.md', context)
        if (problems.length > 0) return
        clean += 1
        const { sections } = parts.topic
        const all = JSON.stringify(sections)
        for (const [word] of snippet.matchAll(/w\d+x/g)) expect(all).toContain(word)
        const items = parts.drafts.flatMap(({ item }) =>
          'prompt' in item ? [...item.prompt, ...item.answer] : [...('stem' in item ? item.stem : []), ...item.explanation],
        )
        const prose = plainBlocks([...sections.flatMap(({ blocks }) => blocks), ...items].map(withoutCode))
        expect(prose).not.toMatch(/[*`[\]]|~~|:::|==|\{#/)
      }),
      { numRuns: 2000 },
    )
    expect(clean).toBeGreaterThan(100)
  })
})

test('the parser gives back what it cannot take as one paragraph', () => {
  fc.assert(fc.property(markdownish, (text) => parseMarkdown(text).type === 'root'))
})

describe('a megabyte of anything is read or refused in two seconds', { timeout: 60_000 }, () => {
  const largestTaken = (make: (length: number) => string): string => {
    let low = 0
    let high = 1_000_000
    while (high - low > 500) {
      const middle = Math.floor((low + high) / 2)
      if (tooHeavy(opening + make(middle)) === undefined) low = middle
      else high = middle
    }
    return opening + make(low)
  }

  test.each(Object.entries(pathologies))('%s', (_, make) => {
    const megabyte = make(1_000_000)
    expect(leastSeconds(() => readAny(megabyte), 2)).toBeLessThan(2)
    expect(leastSeconds(() => readAny(opening + megabyte), 2)).toBeLessThan(2)
    // The costliest text is the largest that is not refused.
    const largest = largestTaken(make)
    expect(leastSeconds(() => readAny(largest), 2)).toBeLessThan(2)
  })

  test('the limits leave honest topics alone, many times over', () => {
    for (const topic of topics) expect(tooHeavy(`${topic}\n\n${topic}\n\n${topic}`)).toBeUndefined()
  })
})
