import type { TopicId } from '../ids.ts'
import type { Place } from './problems.ts'
import type { Area, GlossaryTerm, Lang, Source } from './types.ts'

export interface Objective {
  /** Its share of the exam's 60 points. */
  readonly weight: number
  readonly title: Readonly<Record<Lang, string>>
}
export interface CurriculumTopic extends Place {
  readonly id: TopicId
  readonly area: string
  readonly objective: string
  readonly weight: number
  readonly requires: readonly TopicId[]
}
export interface RetiredItem extends Place {
  /** `topic-id/item-id`. */
  readonly id: string
}
/** What both languages share, as curriculum.yaml, sources.yaml and glossary.yaml say it. */
export interface Tables {
  readonly objectives: Readonly<Record<string, Objective>>
  readonly areas: readonly (Area & Place)[]
  /** In reading order. */
  readonly topics: readonly CurriculumTopic[]
  readonly retired: readonly RetiredItem[]
  readonly sources: Readonly<Record<string, Source>>
  readonly sourcePlaces: ReadonlyMap<string, Place>
  readonly glossary: Readonly<Record<string, GlossaryTerm>>
}
