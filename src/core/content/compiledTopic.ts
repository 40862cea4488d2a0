import type { CurriculumTopic } from './curriculum.ts'
import type { TopicParts } from './parseTopic.ts'
import type { Lang } from './types.ts'

/** A topic of the curriculum with what could be read of its files. */
export interface CompiledTopic {
  readonly entry: CurriculumTopic
  readonly parts: Readonly<Partial<Record<Lang, TopicParts>>>
}
