import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNotes } from '../../../../src/core/content/lenient/readNotes.ts'

/** Lines as people write them; `W` stands for a word that occurs nowhere else. */
const shapes = [
  '- **W**: W',
  '- **W**：W',
  '- **W：**W',
  '- **W**:',
  '- **W**',
  '- W',
  '- W: W',
  '- W：',
  '* `W`: W',
  '+ *W* - W',
  '1. **W**: W',
  '2. W',
  '  - W',
  '  - **W**: W',
  '    - W: W',
  '\t- **W**：W',
  '   W',
  '　W',
  '　- W：W',
  '・W：W',
  '①W',
  '-W',
  '-**W**: W',
  '- [ ] W',
  '- ## W',
  'W',
  'W。',
  'W: W',
  'W：W',
  '**W**: W',
  '**W**',
  '**W:**',
  '**W',
  'W** W',
  '`W',
  '`W`: W',
  '_W_ — W',
  'Q: W',
  'A: W',
  '問1 W',
  '答：W',
  '- Q. W',
  '- A. W',
  ': W',
  '：W',
  '> W',
  '> **W**: W',
  '> > - W: W',
  '> [!note] W',
  '>',
  ':::message W',
  ':::',
  '!!! note "W"',
  '    W',
  '| W | W |',
  '|---|---|',
  '|W|',
  '| W |  |',
  '***',
  '---',
  '===',
  '',
  '',
  '',
  '```',
  '~~~ W',
  '$$',
  '$$ W $$',
  '%% W %%',
  '%%',
  '<!-- W -->',
  '<!-- W',
  '<div>W',
  '</div>',
  '<details><summary>W</summary>',
  '<b>W</b>: W',
  'W<br>W',
  '![W](x.png)',
  '- ![W](x.png): W',
  '[W](https://x.y): W',
  '[[W]]: W',
  '[W][key]',
  '[^a]: W',
  '[a]: W',
  '{{< W >}}',
  '{% W %}',
  '{: .W }',
  '==W== W',
  'W[^a]',
  '- W\\',
  'W &amp; W',
  '- **W** / **W**: W',
  '**W**　W',
]
const headings = ['# W', '## W', '### **W**', '#### 1. W', '##W', 'W\n===', '## Q1: W', '#']

const shapedNotes = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...shapes) }, { weight: 1, arbitrary: fc.constantFrom(...headings) }), {
    maxLength: 40,
  })
  .map((lines) => {
    let count = 0
    return lines.join('\n').replace(/W/g, () => `w${++count}x`)
  })

describe('whatever the notes are', () => {
  test('every word turns up in a card, among what is left, or in a heading', () => {
    fc.assert(
      fc.property(shapedNotes, (notes) => {
        // A line before it keeps the first rule from being front matter.
        const source = `前置き。\n\n${notes}`
        const { title, cards, left } = readNotes(source, 'notes.md')
        const kept = new Set(JSON.stringify([title, cards, left]).match(/w\d+x/g))
        const lost = [...source.matchAll(/w\d+x/g)].filter(([word]) => !kept.has(word)).map(({ index }) => index)
        // A heading without cards is in no path; all other lines must be accounted for.
        const ends = source.split('\n')
        for (const index of lost) {
          const at = source.slice(0, index).split('\n').length - 1
          const isHeading = /^[\s>]*(?:[-*+]\s+)?#/.test(ends[at] ?? '') || /^[\s>]*(?:=+|-{3,})\s*$/.test(ends[at + 1] ?? '')
          if (!isHeading) throw new Error(`line ${at + 1} is lost: ${ends[at]}\n${source}`)
        }
        expect(left.filter(({ why }) => why === 'unread')).toEqual([])
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
        expect(cards.map(({ line }) => line)).toEqual(cards.map(({ line }) => line).sort((a, b) => a - b))
        expect(cards.every(({ front, back }) => front.trim() !== '' && back.trim() !== '')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('no text makes it throw, and what it says of lines is true', () => {
    const piece = fc.oneof(
      fc.constantFrom(...shapes, ...headings, '\r', '\0', '\uFEFF', '\u2028', '\uD800', '&#xFFFFFFF;', '[['),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', '\n', '\r\n', ' '), (pieces, glue) => {
        const source = pieces.join(glue)
        const { cards, left } = readNotes(source, 'x')
        const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
        for (const { line } of [...cards, ...left]) expect((lines[line - 1] ?? '').trim()).not.toBe('')
        for (const { id } of cards) expect(id).toMatch(/^[a-z0-9-]+$/)
        expect(left.filter(({ why }) => why === 'unread')).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('the kind of line end changes nothing', () => {
    fc.assert(
      fc.property(shapedNotes, (source) => {
        expect(readNotes(source.replaceAll('\n', '\r\n'), 'x')).toEqual(readNotes(source, 'x'))
      }),
      { numRuns: 300 },
    )
  })
})

interface Section {
  readonly heading: string
  readonly terms: readonly { readonly term: string; readonly definition: string; readonly shape: number }[]
}
const words = fc.constantFrom('PID', '名前空間', 'cgroup v2', 'イメージ', '`runc`', 'C++', 'しきい値', 'ＣＲＩ', 'root', '上限（max）')
const definition = fc.stringMatching(/^[a-zぁ-んァ-ヶ一-龠]{1,8}( [a-z。、,.:*_`[\]()<>#|=-]{1,6}){0,4}$/)
const notes = fc.uniqueArray(
  fc.record<Section>({
    heading: fc.stringMatching(/^[a-z一-龠ァ-ヶ]{1,6}$/),
    terms: fc.uniqueArray(fc.record({ term: words, definition, shape: fc.nat(3) }), {
      selector: ({ term }) => term,
      minLength: 1,
      maxLength: 5,
    }),
  }),
  { selector: ({ heading }) => heading, minLength: 1, maxLength: 5 },
)
const write = (sections: readonly Section[]): string =>
  sections
    .flatMap(({ heading, terms }, at) => [
      `## ${at + 1}. ${heading}`,
      '',
      ...terms.map(
        ({ term, definition: text, shape }) =>
          [`- **${term}**: ${text}`, `1. **${term}**：${text}`, `- **${term}：**${text}`, `- **${term}** — ${text}`][shape],
      ),
      '',
    ])
    .join('\n')
const idsOf = (sections: readonly Section[]): string[] =>
  readNotes(write(sections), 'x')
    .cards.map(({ id }) => id)
    .sort()

describe('ids outlive an edit', () => {
  test('of every definition', () => {
    fc.assert(
      fc.property(notes, fc.infiniteStream(definition), (sections, texts) => {
        const edited = sections.map((section) => ({
          ...section,
          terms: section.terms.map((term) => ({ ...term, definition: texts.next().value })),
        }))
        expect(idsOf(edited)).toEqual(idsOf(sections))
      }),
      { numRuns: 200 },
    )
  })
  test('that puts an unrelated section anywhere, although the numbers of headings change', () => {
    fc.assert(
      fc.property(notes, fc.nat(5), (sections, at) => {
        const unrelated: Section = { heading: 'unrelated section', terms: [{ term: '別', definition: 'の話', shape: 0 }] }
        const ids = idsOf(sections.toSpliced(at, 0, unrelated))
        expect(ids).toHaveLength(idsOf(sections).length + 1)
        expect(ids).toEqual(expect.arrayContaining(idsOf(sections)))
      }),
      { numRuns: 200 },
    )
  })
  test('of the order of terms and sections', () => {
    fc.assert(
      fc.property(notes, (sections) => {
        const turned = sections.map((section) => ({ ...section, terms: section.terms.toReversed() })).toReversed()
        expect(idsOf(turned)).toEqual(idsOf(sections))
      }),
      { numRuns: 200 },
    )
  })
  test('and every term of these notes is a card', () => {
    fc.assert(
      fc.property(notes, (sections) => {
        expect(idsOf(sections)).toHaveLength(sections.reduce((sum, { terms }) => sum + terms.length, 0))
      }),
      { numRuns: 200 },
    )
  })
})
