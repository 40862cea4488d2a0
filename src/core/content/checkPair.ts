import type { Draft } from './items/itemBase.ts'
import type { TopicParts } from './parseTopic.ts'
import { codeIn, plainBlocks, plainRich, withoutCode, withoutInlineCode } from './plainText.ts'
import { collector, type Place, quoted, type Report } from './problems.ts'
import type { Outline } from './scope.ts'
import type { Block, ContentError, Item, Lang, Rich } from './types.ts'

/** Numbers up to ten are words in prose as often as digits; each language's words for them. */
const words: Readonly<Record<Lang, readonly RegExp[]>> = {
  en: [
    /\b(?:zero|no|none|not|without|never)\b/i,
    /\b(?:one|once|first|single|only|a|an|same|each|every|another|alone|the)\b/i,
    /\b(?:two|twice|second|both|pair|double|either|neither|other|half)\b/i,
    /\b(?:three|third|thrice|triple)\b/i,
    /\b(?:four|fourth)\b/i,
    /\b(?:five|fifth)\b/i,
    /\b(?:six|sixth)\b/i,
    /\b(?:seven|seventh)\b/i,
    /\b(?:eight|eighth)\b/i,
    /\b(?:nine|ninth)\b/i,
    /\b(?:ten|tenth)\b/i,
  ],
  ja: [
    /[〇零無]|ない|なし/,
    /[一1単同各]|ひと|どれ|最初|だけ|のみ/,
    /[二両双]|ふた|どちら|もう/,
    /[三]|みっ/,
    /[四]|よっ/,
    /[五]/,
    /[六]/,
    /[七]/,
    /[八]/,
    /[九]/,
    /[十]/,
  ],
}

const numbersIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text
        .normalize('NFKC')
        .replace(/(\d),(?=\d{3})/g, '$1')
        .matchAll(/(?<![A-Za-z0-9_.])\d+(?:\.\d+)*(?![A-Za-z0-9_])/g),
    ].map((match) => match[0]),
  )

const hasNumber = (number: string, there: ReadonlySet<string>, text: string, lang: Lang): boolean => {
  if (there.has(number)) return true
  const word = number.length <= 2 ? words[lang][Number(number)] : undefined
  return word?.test(text) === true
}

const codesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.tag) {
      case 'p':
      case 'heading':
        return codeIn(block.children)
      case 'list':
        return block.items.flatMap((item) => codesOf(item.children))
      case 'quote':
        return codesOf(block.children)
      case 'note':
        return [...codeIn(block.title), ...codesOf(block.children)]
      case 'table':
        return [block.head, ...block.rows].flatMap((row) => row.flatMap(codeIn))
      case 'footnotes':
        return block.notes.flatMap(codesOf)
      case 'figure':
        return codeIn(block.caption)
      default:
        return []
    }
  })

/** Fenced code as it must agree: without comments, which are words. */
const listingsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    if (block.tag === 'code') {
      const text = block.runs.flatMap((run) => (run.kind === 'comment' ? [] : [run.text])).join('')
      return [
        `${block.lang}${block.ran ? ' lab' : ''}\n${text
          .split('\n')
          .map((line) => line.trimEnd().replace(/\s+#\s.*$/, ''))
          .join('\n')}`,
      ]
    }
    if (block.tag === 'list') return block.items.flatMap((item) => listingsOf(item.children))
    return block.tag === 'quote' || block.tag === 'note' ? listingsOf(block.children) : []
  })

interface Words {
  readonly prose: string
  readonly all: string
  readonly codes: ReadonlySet<string>
  readonly listings: readonly string[]
}
const wordsOf = (blocks: readonly Block[], rich: readonly Rich[] = []): Words => ({
  // Code is compared by itself; a number in it is no number of the prose.
  prose: [plainBlocks(blocks.map(withoutCode)), ...rich.map((line) => plainRich(withoutInlineCode(line)))].join('\n'),
  all: [plainBlocks(blocks), ...rich.map(plainRich)].join('\n'),
  codes: new Set([...codesOf(blocks), ...rich.flatMap(codeIn)]),
  listings: listingsOf(blocks),
})

const itemWords = (item: Item): Words => {
  switch (item.kind) {
    case 'term':
    case 'cloze':
    case 'card':
      return wordsOf([...item.prompt, ...item.answer])
    case 'choice':
      return wordsOf(
        [...item.stem, ...item.options.flatMap((option) => option.reason), ...item.explanation],
        item.options.map((option) => option.text),
      )
    case 'fill':
      return wordsOf([...item.stem, ...item.answers.flatMap((answer) => answer.reason), ...item.explanation])
    case 'order':
      return wordsOf(
        [...item.stem, ...item.steps.flatMap((step) => step.reason), ...item.explanation],
        item.steps.map((step) => step.text),
      )
    case 'match':
      return wordsOf(
        [...item.stem, ...item.explanation],
        [...item.columns, ...item.pairs.flatMap((pair) => [pair.left, pair.right]), ...item.decoys],
      )
    case 'exercise':
      return wordsOf(item.explanation)
  }
}

/** Code of one language that the other does not show at all, be it within longer code or as plain words. */
const missing = (here: Words, there: Words) => [...here.codes].filter((code) => !there.all.includes(code))

const compareWords = (what: string, place: Place, ja: Words, en: Words, report: Report) => {
  const jaNumbers = numbersIn(ja.prose)
  const enNumbers = numbersIn(en.prose)
  // 16進 is “hexadecimal” as often as “base 16”.
  const onlyJa = [...numbersIn(ja.prose.replace(/[0-9０-９]+進/g, ''))].filter((number) => !hasNumber(number, enNumbers, en.prose, 'en'))
  const onlyEn = [...enNumbers].filter((number) => !hasNumber(number, jaNumbers, ja.prose, 'ja'))
  const say = (kind: string, inJa: readonly string[], inEn: readonly string[]) => {
    const parts = [
      inJa.length > 0 ? `only in Japanese: ${inJa.map(quoted).join(', ')}` : '',
      inEn.length > 0 ? `only in English: ${inEn.map(quoted).join(', ')}` : '',
    ]
    if (inJa.length + inEn.length > 0)
      report(place, 'pair-numbers', `${what} differs in its ${kind}; ${parts.filter((part) => part !== '').join('; ')}.`)
  }
  say('numbers', onlyJa, onlyEn)
  say('code', missing(ja, en), missing(en, ja))
  if (JSON.stringify(ja.listings) !== JSON.stringify(en.listings)) report(place, 'pair-numbers', `${what} differs in its fenced code.`)
}

/** What must agree of an item beside its words. */
const shapeOf = ({
  fact,
  supports,
  level,
  objective,
  legacy,
  confuses,
  sources,
  ...item
}: Item): readonly (readonly [what: string, value: unknown])[] => [
  ['fact', [fact, supports]],
  ['level', level],
  ['objective', objective],
  ['legacy', legacy],
  ['confuses', confuses],
  ['sources', [...sources].sort()],
  ['options', item.kind === 'choice' ? item.options.length : 0],
  ['right options', item.kind === 'choice' ? item.options.map((option) => option.correct) : 0],
  ['confusions of its options', item.kind === 'choice' ? item.options.map((option) => option.confuses) : 0],
  ['answers', item.kind === 'fill' ? item.answers.map(({ text, match }) => [text, match]) : 0],
  ['number of steps', item.kind === 'order' ? item.steps.length : 0],
  ['kind and parameters', item.kind === 'exercise' ? item.task : 0],
  ['number of pairs', item.kind === 'match' ? [item.pairs.length, item.decoys.length] : 0],
]

const compareOutlines = (ja: TopicParts, en: TopicParts, report: Report): boolean => {
  const name = ({ kind, id }: Outline) => `${kind} #${id}`
  const inJa = new Set(ja.outline.map(name))
  const inEn = new Set(en.outline.map(name))
  const onlyEn = en.outline.filter((entry) => !inJa.has(name(entry)))
  const onlyJa = ja.outline.filter((entry) => !inEn.has(name(entry)))
  for (const entry of onlyEn) report(entry, 'pair-drift', `The ${name(entry)} is not in ${ja.file}.`)
  for (const entry of onlyJa)
    report({ line: 1, column: 1 }, 'pair-drift', `The ${name(entry)} of ${ja.file}:${entry.line} is missing here.`)
  if (onlyEn.length + onlyJa.length > 0) return false
  const at = ja.outline.findIndex((entry, index) => en.outline[index]?.id !== entry.id)
  const here = en.outline[at]
  const there = ja.outline[at]
  if (here !== undefined && there !== undefined)
    report(here, 'pair-drift', `The ${name(here)} stands where ${ja.file}:${there.line} has the ${name(there)}.`)
  return at < 0
}

/** Where the two languages of a topic have come apart; reported in the English file, which names the Japanese one. */
export const checkPair = (ja: TopicParts, en: TopicParts): readonly ContentError[] => {
  const { problems, report } = collector(en.file)
  compareOutlines(ja, en, report)
  const byId = new Map<string, Draft>(ja.drafts.map((draft) => [draft.item.id, draft]))
  for (const draft of en.drafts) {
    const other = byId.get(draft.item.id)
    if (other === undefined || other.item.kind !== draft.item.kind) continue
    // A reverse card repeats what its term has said already.
    if (draft.item.id.endsWith('.reverse')) continue
    const shape = new Map(shapeOf(other.item))
    const drifted = shapeOf(draft.item).filter(([what, value]) => JSON.stringify(shape.get(what)) !== JSON.stringify(value))
    for (const [what] of drifted) report(draft, 'pair-drift', `#${draft.authored} differs from ${ja.file}:${other.line} in its ${what}.`)
    compareWords(`#${draft.authored}`, draft, itemWords(other.item), itemWords(draft.item), report)
  }
  for (const section of en.topic.sections) {
    const other = ja.topic.sections.find((candidate) => candidate.id === section.id)
    const place = en.outline.find((entry) => entry.kind === 'section' && section.id.endsWith(`/${entry.id}`))
    if (other !== undefined && place !== undefined)
      compareWords(
        `The text of section #${place.id}`,
        place,
        wordsOf(other.blocks, [other.heading]),
        wordsOf(section.blocks, [section.heading]),
        report,
      )
  }
  return problems
}
