import { askedFacts, kindsAsking } from './askedFacts.ts'
import type { CompiledTopic } from './compiledTopic.ts'
import type { Tables } from './curriculum.ts'
import type { TopicParts } from './parseTopic.ts'
import { normalised } from './plainText.ts'
import { collector, type Place, type ProblemCode, problem, quoted } from './problems.ts'
import { own } from './scope.ts'
import { type ContentError, isCard, langs } from './types.ts'
import { promptWords } from './wording.ts'

const checkTables = (tables: Tables, file: string): readonly ContentError[] => {
  const { problems, report } = collector(file)
  const areas = new Set(tables.areas.map((area) => area.id))
  const earlier = new Set<string>()
  const all = new Set<string>(tables.topics.map((topic) => topic.id))
  for (const topic of tables.topics) {
    if (!areas.has(topic.area))
      report(topic, 'table-unknown', `The topic ${quoted(topic.id)} names the area ${quoted(topic.area)}, which is not listed.`)
    if (own(tables.objectives, topic.objective) === undefined)
      report(topic, 'table-unknown', `The topic ${quoted(topic.id)} names the objective ${quoted(topic.objective)}, which is not listed.`)
    for (const required of topic.requires) {
      if (!all.has(required))
        report(topic, 'table-unknown', `The topic ${quoted(topic.id)} requires ${quoted(required)}, which is not listed.`)
      else if (!earlier.has(required))
        report(topic, 'requires-order', `The topic ${quoted(topic.id)} requires ${quoted(required)}, which does not come before it.`)
    }
    earlier.add(topic.id)
  }
  for (const area of tables.areas)
    if (!tables.topics.some((topic) => topic.area === area.id))
      report(area, 'table-unknown', `No topic belongs to the area ${quoted(area.id)}.`)
  return problems
}

/** Ids, links and facts that lead from one topic to another. */
const checkMentions = (parts: TopicParts, topics: readonly CompiledTopic[]): readonly ContentError[] => {
  const { problems, report } = collector(parts.file)
  const outlineOf = (id: string) => {
    const found = topics.find((topic) => topic.entry.id === id)
    const read = found?.parts[parts.topic.lang] ?? found?.parts.ja ?? found?.parts.en
    return found === undefined ? undefined : (read?.outline ?? [])
  }
  for (const mention of parts.mentions) {
    if (mention.kind === 'topic') {
      const [topic = '', anchor] = mention.target.split('#')
      const outline = outlineOf(topic)
      if (outline === undefined) report(mention, 'unknown-topic', `There is no topic “${topic}”.`)
      else if (anchor !== undefined && !outline.some((entry) => entry.id === anchor))
        report(mention, 'unknown-anchor', `Nothing in ${topic} is called #${anchor}.`)
    } else if (mention.kind === 'fact') {
      const [topic = '', item = ''] = mention.target.split('/')
      if (topic === parts.topic.id) continue
      const outline = outlineOf(topic)
      if (outline === undefined) report(mention, 'unknown-fact', `There is no topic “${topic}”.`)
      else if (!outline.some((entry) => entry.id === item && entry.kind !== 'section'))
        report(mention, 'unknown-fact', `There is no item ${mention.target}.`)
      else {
        const read = topics.find((candidate) => candidate.entry.id === topic)?.parts[parts.topic.lang]
        const fact = read?.drafts.find((draft) => draft.item.id === mention.target)?.item.fact
        if (fact !== undefined && fact !== mention.target) report(mention, 'fact-chain', `${mention.target} itself asks the fact ${fact}.`)
      }
    }
  }
  return problems
}

const checkRetired = (parts: TopicParts, retired: ReadonlySet<string>): readonly ContentError[] => {
  const { problems, report } = collector(parts.file)
  for (const entry of parts.outline)
    if (entry.kind !== 'section' && retired.has(`${parts.topic.id}/${entry.id}`))
      report(entry, 'retired-id', `The id #${entry.id} has been retired.`)
  return problems
}

/** Two items of a language that ask the same thing. */
const checkPrompts = (all: readonly TopicParts[]): readonly ContentError[] => {
  const seen = new Map<string, string>()
  return all.flatMap((parts) =>
    parts.drafts.flatMap((draft): readonly ContentError[] => {
      const prompt = normalised(promptWords(draft.item))
      const first = seen.get(prompt)
      if (first === undefined) seen.set(prompt, `${parts.file}:${draft.line}`)
      if (first === undefined || prompt === '') return []
      return [problem(parts.file, draft, 'same-prompt', `${first} asks the same.`)]
    }),
  )
}

/** A fact that is always met in the same way is known in that way only. */
const checkKinds = (topics: readonly CompiledTopic[]): readonly ContentError[] =>
  [...askedFacts(topics)].flatMap(([fact, askings]) => {
    const [kind, ...others] = kindsAsking(askings)
    const [first] = askings
    if (first === undefined || others.length > 0) return []
    return [problem(first.file, first.draft, 'single-kind', `Only items of the kind “${kind}” ask ${fact}.`)]
  })

/** Every area of the curriculum must be reached in each tier of evidence that items can give. */
const checkTiers = (tables: Tables, topics: readonly CompiledTopic[], file: string): readonly ContentError[] =>
  tables.areas.flatMap((area) => {
    const items = topics
      .filter(({ entry }) => entry.area === area.id)
      .flatMap(({ parts }) => (parts.ja ?? parts.en)?.drafts.map((draft) => draft.item) ?? [])
    const tiers: readonly (readonly [string, boolean])[] = [
      ['recognised', items.some((item) => item.kind === 'choice' || item.kind === 'match')],
      ['recalled', items.some((item) => isCard(item) || item.kind === 'fill' || item.kind === 'order')],
      ['done', items.some((item) => item.kind === 'exercise')],
    ]
    return tiers.flatMap(([tier, reached]) =>
      reached || items.length === 0
        ? []
        : [problem(file, area, 'area-tier', `Nothing in the area “${area.id}” gives the evidence “${tier}”.`)],
    )
  })

/** What only the whole catalogue can say: that its parts fit together. */
export const checkCatalogue = (
  tables: Tables,
  topics: readonly CompiledTopic[],
  shown: (path: string) => string,
): readonly ContentError[] => {
  const curriculum = shown('curriculum.yaml')
  const retired = new Set(tables.retired.map((entry) => entry.id))
  const start: Place = { line: 1, column: 1 }
  const at = (place: Place, code: ProblemCode, message: string) => problem(curriculum, place, code, message)
  const missing = topics.flatMap(({ entry, parts }) =>
    langs
      .filter((lang) => parts[lang] === undefined)
      .map((lang) => at(entry, 'missing-language', `The topic “${entry.id}” has no file ${entry.area}/${entry.id}.${lang}.md.`)),
  )
  const ofLang = langs.map((lang) => topics.flatMap(({ parts }) => parts[lang] ?? []))
  const cited = new Set(ofLang.flat().flatMap((parts) => Object.keys(parts.topic.sources)))
  const unused = [...tables.sourcePlaces].filter(([key]) => !cited.has(key))
  return [
    ...checkTables(tables, curriculum),
    ...missing,
    ...ofLang.flat().flatMap((parts) => [...checkMentions(parts, topics), ...checkRetired(parts, retired)]),
    ...ofLang.flatMap(checkPrompts),
    ...checkKinds(topics),
    ...checkTiers(tables, topics, curriculum),
    ...unused.map(([key, place]) => problem(shown('sources.yaml'), place ?? start, 'unused-source', `Nothing cites “${key}”.`)),
  ]
}
