import type { TopicId } from '../ids.ts'
import type { Place, ProblemCode } from './problems.ts'
import type { CodeRun, GlossaryTerm, ItemKind, Lang, Source, SvgElement } from './types.ts'

/** What a topic's words refer to and the file itself does not say. */
export interface TopicContext {
  readonly id: TopicId
  readonly lang: Lang
  /** Of items that name none. */
  readonly objective: string
  readonly objectives: ReadonlySet<string>
  readonly sources: Readonly<Record<string, Source>>
  readonly glossary: Readonly<Record<string, GlossaryTerm>>
  /** A drawing of content/figures in the topic's language, by file name. */
  readonly figure: (name: string) => SvgElement | undefined
  /** Colours code of any language but `console`. */
  readonly highlight: (code: string, lang: string) => readonly CodeRun[]
}

/** A name that must be resolved once the whole topic, or the whole catalogue, is known. */
export interface Mention extends Place {
  readonly kind: 'anchor' | 'topic' | 'fact'
  /** `id` or `topic/id`; of a topic, `topic` or `topic#id`. */
  readonly target: string
}

/** An item as far as its first line says, kept even when the rest cannot be read. */
export interface Outline extends Place {
  /** Authored, within the topic. */
  readonly id: string
  readonly kind: ItemKind | 'section'
}

/** One file while it is read: where it reports to and what it has gathered. */
export interface Scope {
  readonly context: TopicContext
  /** Without a byte order mark. */
  readonly source: string
  readonly report: (place: Place, code: ProblemCode, message: string) => void
  readonly outline: Outline[]
  readonly mentions: Mention[]
  readonly cited: Set<string>
  /** Names of footnotes in the order of their first mention. */
  readonly footnotes: string[]
}

export const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** The beginning of a node. Every node of the parser has one; the fallback keeps that out of the callers' way. */
export const placeOf = (node: { readonly position?: { readonly start: Place } | undefined }): Place =>
  node.position === undefined ? { line: 1, column: 1 } : { line: node.position.start.line, column: node.position.start.column }
