import { normalised, plainBlocks, plainRich, withoutCode } from './plainText.ts'
import type { Block, Item, Lang } from './types.ts'

/** The last words of the stem: its last paragraph, as a listing may follow the sentence that asks about it. */
const lastSentence = (stem: readonly Block[]): string => {
  const paragraph = stem.findLast((block) => block.tag === 'p')
  return paragraph === undefined ? '' : plainBlocks([withoutCode(paragraph)]).trim()
}

const asksIn: Readonly<Record<Lang, RegExp>> = {
  // か or an imperative (選べ, 答えよ, 並べなさい, 選んでください); a colon or 「こと」 may end an instruction too.
  ja: /(?:か|よ|[えけせてねべめれ]|なさい|ください|ましょう|こと|[?？])[。．:：?？]?(?:[（(][^（()）]*[)）])?[。]?$/u,
  en: /(?:\?|(?:^|[.:?!;,]\s+|\b(?:and|then)\s+)(?:answer|arrange|assign|calculate|choose|complete|compute|connect|decide|describe|enter|explain|fill|find|give|identify|link|list|mark|match|name|order|pair|pick|place|put|rank|say|select|sort|state|supply|tell|type|use|work|write)\b[^.?!]*[.:]?)(?:\s*\([^)]*\))?$/i,
}

/** Whether a stem ends as a question or an instruction. */
export const asks = (stem: readonly Block[], lang: Lang): boolean => asksIn[lang].test(lastSentence(stem))

const above: Readonly<Record<Lang, RegExp>> = {
  ja: /^(?:上記|以上|上|ここに挙げた|選択肢)?の?(?:すべて|全て|全部|どれも|いずれも|すべてが?正しい|どれでもない)(?:$|が?(?:正しい|当てはまる|該当)|(?:正しく|当てはまら|該当し)ない)|(?:上記|以上)の?(?:すべて|全て|いずれ|どれ)/u,
  en: /\b(?:all|none|both|any|neither) of (?:the )?(?:above|these options|other options)\b|^(?:all|none|both|neither) of (?:these|them)\.?$|\bboth [a-e] and [a-e]\b/i,
}
export const isAbove = (text: string, lang: Lang): boolean => above[lang].test(text.trim())

const praise: Readonly<Record<Lang, RegExp>> = {
  ja: /軽量|高速|高性能|セキュア(?!コンピューティング|ブート)/u,
  en: /\b(?:lightweight|light-weight|powerful|blazing(?:ly)?|high-performance|secure(?! (?:computing|boot|bits))(?:ly)?)\b/i,
}
const compared: Readonly<Record<Lang, RegExp>> = {
  ja: /より|比べ|比較|ため|から|ので|ことで|分だけ|ではない|とは限らない|でない/u,
  en: /\b(?:than|because|since|compared|by|as it|which means|so that|not|neither|never|no)\b/i,
}

/** A word of praise in a sentence that gives neither mechanism nor comparison. */
export const barePraise = (text: string, lang: Lang): string | undefined => {
  for (const sentence of text.split(/(?<=[。！？!?])|(?<=[.])\s|\n/u)) {
    const word = praise[lang].exec(sentence)
    if (word !== null && !compared[lang].test(sentence)) return word[0]
  }
  return undefined
}

const wordsOf = (text: string, lang: Lang): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').toLowerCase()
  const pattern = lang === 'ja' ? /[a-z0-9_./-]{3,}|[\p{Script=Han}]{2,}|[\p{Script=Katakana}ー]{3,}/gu : /[a-z0-9_./-]{4,}/g
  const common = new Set([
    'that',
    'this',
    'with',
    'from',
    'into',
    'when',
    'which',
    'what',
    'does',
    'have',
    'will',
    'only',
    'each',
    'other',
    'both',
    'been',
    'they',
    'their',
    'there',
    'then',
    'than',
    'because',
    'after',
    'before',
    'where',
    'while',
    'would',
    'could',
    'cannot',
  ])
  return new Set([...plain.matchAll(pattern)].map((match) => match[0].replace(/[.,]+$/, '')).filter((word) => !common.has(word)))
}

/** Words of the stem that exactly one option repeats, with that option's index. */
export const telltales = (
  stem: string,
  options: readonly string[],
  lang: Lang,
): readonly { readonly word: string; readonly option: number }[] => {
  const asked = wordsOf(stem, lang)
  const inOptions = options.map((option) => wordsOf(option, lang))
  return [...asked].flatMap((word) => {
    const holders = inOptions.flatMap((words, index) => (words.has(word) ? [index] : []))
    const [only] = holders
    return holders.length === 1 && only !== undefined ? [{ word, option: only }] : []
  })
}

/** The words by which an item is recognised as the same question. */
export const promptWords = (item: Item): string => {
  switch (item.kind) {
    case 'term':
    case 'cloze':
    case 'card':
      return plainBlocks(item.prompt)
    case 'choice':
    case 'fill':
      return plainBlocks(item.stem)
    case 'order':
      return [plainBlocks(item.stem), ...item.steps.map((step) => plainRich(step.text)).sort()].join('\n')
    case 'match':
      return [plainBlocks(item.stem), ...item.pairs.map((pair) => plainRich(pair.left)).sort()].join('\n')
    case 'exercise':
      return `${item.task.kind} ${JSON.stringify(item.task.parameters)}`
  }
}

/** What the prompt must not already say. Order and match show their answers by their nature; an exercise has none yet. */
const answersOf = (item: Item): readonly string[] => {
  switch (item.kind) {
    case 'term':
    case 'cloze':
    case 'card':
      return [plainBlocks(item.answer)]
    case 'choice': {
      const right = item.options.filter((option) => option.correct)
      return right.map((option) => plainRich(option.text))
    }
    case 'fill':
      return item.answers.filter((answer) => answer.match !== 'near').map((answer) => answer.text)
    case 'order':
    case 'match':
    case 'exercise':
      return []
  }
}

const boundary = (text: string, at: number, side: -1 | 1): boolean => {
  const inner = text[side < 0 ? at : at - 1] ?? ''
  const outer = text[side < 0 ? at - 1 : at] ?? ''
  const same = (group: RegExp) => group.test(inner) && group.test(outer)
  return !same(/[A-Za-z0-9_]/) && !same(/[\p{Script=Katakana}ー]/u) && !same(/\p{Script=Han}/u)
}

const holds = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (boundary(text, at, -1) && boundary(text, at + words.length, 1)) return true
  return false
}

/** An answer that its own prompt contains. Single characters and digits stand everywhere and give nothing away. */
export const leakedAnswer = (item: Item): string | undefined => {
  if (item.kind === 'order' || item.kind === 'match') return undefined
  // What is typed is compared as it is typed: the word “init” does not tell --init.
  const words = item.kind === 'fill' ? (text: string) => text : normalised
  const prompt = words(promptWords(item))
  return answersOf(item).find((answer) => {
    const said = words(answer)
    return said.length > 1 && !/^\d+$/.test(said) && holds(prompt, said)
  })
}
