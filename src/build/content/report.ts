import { type Asking, askedFacts, kindsAsking } from '../../core/content/askedFacts.ts'
import type { CompiledTopic } from '../../core/content/compiledTopic.ts'
import { isCard, type ContentError, type Item, type Lang, langs, type Level } from '../../core/content/types.ts'
import { tierOfKind } from '../../core/mastery/topicEvidence.ts'
import type { CompiledFolder } from './compileFolder.ts'

export interface TopicReport {
  readonly id: string
  readonly languages: readonly Lang[]
  readonly sections: number
  /** As written: a term card with its two directions is one, and so is a sentence with several clozes. */
  readonly cards: number
  readonly items: {
    readonly choice: number
    readonly fill: number
    readonly order: number
    readonly match: number
    readonly exercise: number
  }
  readonly levels: Readonly<Record<Level, number>>
  /**
   * The topic's own facts, each counted over the whole catalogue. `linked`: asked by two written items or more;
   * `singleKind`: asked in one kind only (a term, a cloze and a card are one).
   */
  readonly facts: { readonly total: number; readonly linked: number; readonly singleKind: number }
  /** How many different sources the topic cites. */
  readonly sources: number
}
/** How many items, siblings included, give evidence of each tier in one language. */
export interface CoverageReport {
  readonly objective: string
  readonly area: string
  readonly language: Lang
  readonly recognised: number
  readonly recalled: number
  readonly done: number
}
export interface ContentReport {
  readonly topics: readonly TopicReport[]
  readonly coverage: readonly CoverageReport[]
  readonly labs: readonly never[]
  readonly errors: readonly ContentError[]
  readonly warnings: readonly ContentError[]
}

const reportTopic = ({ entry, parts }: CompiledTopic, asked: readonly (readonly Asking[])[]): TopicReport => {
  const languages = langs.filter((lang) => parts[lang] !== undefined)
  const read = parts.ja ?? parts.en
  // Siblings share what they ask, so each written item counts once.
  const written = new Map<string, Item>()
  for (const draft of read?.drafts ?? []) if (!written.has(draft.authored)) written.set(draft.authored, draft.item)
  const items = [...written.values()]
  const kind = (name: Item['kind']) => items.filter((item) => item.kind === name).length
  const level = (wanted: Level) => items.filter((item) => item.level === wanted).length
  return {
    id: entry.id,
    languages,
    sections: read?.topic.sections.length ?? 0,
    cards: items.filter(isCard).length,
    items: { choice: kind('choice'), fill: kind('fill'), order: kind('order'), match: kind('match'), exercise: kind('exercise') },
    levels: { 1: level(1), 2: level(2), 3: level(3) },
    facts: {
      total: asked.length,
      linked: asked.filter((askings) => new Set(askings.map(({ file, draft }) => `${file} ${draft.authored}`)).size > 1).length,
      singleKind: asked.filter((askings) => kindsAsking(askings).size === 1).length,
    },
    sources: Object.keys(read?.topic.sources ?? {}).length,
  }
}

/** A row for each area of an objective and language that has items. That a tier is missing is an error of its own. */
const reportCoverage = (topics: readonly CompiledTopic[]): readonly CoverageReport[] => {
  const rows = new Map<string, CoverageReport>()
  for (const { entry, parts } of topics) {
    for (const language of langs) {
      const key = `${entry.objective} ${entry.area} ${language}`
      const row = rows.get(key) ?? { objective: entry.objective, area: entry.area, language, recognised: 0, recalled: 0, done: 0 }
      const tiers = parts[language]?.drafts.map((draft) => tierOfKind[draft.item.kind]) ?? []
      const count = (tier: (typeof tiers)[number]): number => tiers.filter((each) => each === tier).length
      rows.set(key, {
        ...row,
        recognised: row.recognised + count('recognised'),
        recalled: row.recalled + count('recalled'),
        done: row.done + count('done'),
      })
    }
  }
  return [...rows.values()]
}

/** What there is of each topic, and every complaint. */
export const reportContent = ({ topics, errors, warnings }: CompiledFolder): ContentReport => {
  const facts = [...askedFacts(topics)]
  return {
    topics: topics.map((topic) =>
      reportTopic(
        topic,
        facts.flatMap(([fact, askings]) => (fact.startsWith(`${topic.entry.id}/`) ? [askings] : [])),
      ),
    ),
    coverage: reportCoverage(topics),
    labs: [],
    errors,
    warnings,
  }
}
