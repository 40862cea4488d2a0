import type { TopicId } from '../ids.ts'
import type { Draft } from './items/itemBase.ts'
import type { TopicParts } from './parseTopic.ts'
import { plainBlocks, plainRich } from './plainText.ts'
import { collector, type Place, quoted, type Report } from './problems.ts'
import { type ContentError, isCard, type Item, type Lang } from './types.ts'
import { asks, barePraise, isAbove, leakedAnswer, telltales } from './wording.ts'

/** Items as they are written: of a term's two directions and a sentence's clozes the first. */
const writtenItems = (drafts: readonly Draft[]): readonly Draft[] => {
  const seen = new Set<string>()
  return drafts.filter((draft) => !seen.has(draft.authored) && seen.add(draft.authored))
}

/** What the item states as true. The options of a choice may hold praise as the mistake that is shown. */
const statedBy = (item: Item): string => {
  if (isCard(item)) return plainBlocks([...item.prompt, ...item.answer])
  if (item.kind === 'match')
    return [plainBlocks(item.explanation), ...item.pairs.map((pair) => `${plainRich(pair.left)} ${plainRich(pair.right)}`)].join('\n')
  if (item.kind === 'order')
    return [plainBlocks(item.explanation), ...item.steps.map((step) => `${plainRich(step.text)}\n${plainBlocks(step.reason)}`)].join('\n')
  if (item.kind === 'exercise') return plainBlocks(item.explanation)
  return plainBlocks([...item.stem, ...item.explanation])
}

const checkWording = ({ item, line, column }: Draft, lang: Lang, report: Report) => {
  const place = { line, column }
  const leaked = leakedAnswer(item)
  if (leaked !== undefined) report(place, 'prompt-has-answer', `The prompt already says ${quoted(leaked)}.`)
  const praised = barePraise(statedBy(item), lang)
  if (praised !== undefined) report(place, 'praise', `${quoted(praised)} says neither how nor compared with what.`)
  if (isCard(item) || item.kind === 'exercise') return
  if (!asks(item.stem, lang)) report(place, 'stem-ending', 'The stem is neither a question nor an instruction.')
  if (item.kind !== 'choice') return
  const texts = item.options.map((option) => plainRich(option.text))
  for (const text of texts)
    if (isAbove(text, lang)) report(place, 'above-option', `The option ${quoted(text)} points at the other options.`)
  // A word that only a wrong option repeats misleads the guesser, which is no fault.
  for (const { word, option } of telltales(plainBlocks(item.stem), texts, lang).filter(
    (found) => item.options[found.option]?.correct === true,
  ))
    report(place, 'stem-word', `Only the right option, ${quoted(texts[option] ?? '')}, repeats “${word}” of the stem.`)
}

const checkPraise = ({ topic, outline }: TopicParts, report: Report) => {
  for (const section of topic.sections) {
    const praised = barePraise(plainBlocks(section.blocks), topic.lang)
    const place = outline.find((entry) => entry.kind === 'section' && section.id.endsWith(`/${entry.id}`)) ?? { line: 1, column: 1 }
    if (praised !== undefined) report(place, 'praise', `${quoted(praised)} in this section says neither how nor compared with what.`)
  }
}

const longestShare = 0.4

const checkLengths = (drafts: readonly Draft[], report: Report) => {
  const questions = drafts.flatMap((draft) => (draft.item.kind === 'choice' ? [{ draft, options: draft.item.options }] : []))
  const telling = questions.filter(({ options }) => {
    const length = (correct: boolean) =>
      Math.max(0, ...options.filter((option) => option.correct === correct).map((option) => plainRich(option.text).length))
    return length(true) > length(false)
  })
  const [first] = telling
  // Of one or two questions a share says nothing.
  if (first === undefined || questions.length < 3 || telling.length <= longestShare * questions.length) return
  report(
    first.draft,
    'longest-right',
    `The right option is the longest in ${telling.length} of ${questions.length} questions: ${telling.map(({ draft }) => draft.authored).join(', ')}.`,
  )
}

const checkCounts = (drafts: readonly Draft[], report: Report) => {
  const start: Place = { line: 1, column: 1 }
  const items = writtenItems(drafts).map((draft) => draft.item)
  const cards = items.filter(isCard)
  const questions = items.filter((item) => !isCard(item))
  const kinds = new Set(questions.map((item) => item.kind))
  const levels = new Set(items.map((item) => item.level))
  if (cards.length < 12) report(start, 'few-cards', `The topic has ${cards.length} cards.`)
  if (questions.length < 10 || kinds.size < 3)
    report(start, 'few-questions', `The topic has ${questions.length} questions of ${kinds.size} kinds.`)
  if (levels.size < 3) report(start, 'few-levels', `The topic has items of ${levels.size} levels.`)
  const exercises = questions.filter((item) => item.kind === 'exercise').length
  if (exercises < 2) report(start, 'few-exercises', `The topic has ${exercises} exercises.`)
  const stated = new Set(cards.map((card) => card.fact))
  const linked = questions.filter((item) => [item.fact, ...item.supports].some((fact) => stated.has(fact)))
  if (linked.length < 0.6 * questions.length)
    report(start, 'few-linked', `${linked.length} of ${questions.length} questions name a fact that a card states.`)
}

/** A fact's name must be the item that gives it, not another way to ask it. */
const checkChains = ({ drafts, mentions, topic }: TopicParts, report: Report) => {
  const factOf = new Map<string, string>(drafts.map(({ item }) => [item.id, item.fact]))
  const ownTopic = (id: string, of: TopicId) => id.startsWith(`${of}/`)
  for (const mention of mentions) {
    const fact = factOf.get(mention.target)
    if (mention.kind === 'fact' && ownTopic(mention.target, topic.id) && fact !== undefined && fact !== mention.target)
      report(mention, 'fact-chain', `#${mention.target.split('/')[1]} itself asks the fact ${fact}.`)
  }
}

/** The rules of quality that one file can keep or break by itself. */
export const checkTopic = (parts: TopicParts): readonly ContentError[] => {
  const { problems, report } = collector(parts.file)
  for (const draft of parts.drafts) checkWording(draft, parts.topic.lang, report)
  checkPraise(parts, report)
  checkLengths(parts.drafts, report)
  checkCounts(parts.drafts, report)
  checkChains(parts, report)
  return problems
}
