import { isCardKind, type ItemStub, type Question } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { TopicId } from '../ids.ts'
import { recallNow } from '../schedule/dueDays.ts'
import type { Moment } from '../time.ts'

export const questionKinds = ['choice', 'fill', 'order', 'match', 'exercise'] as const satisfies readonly Question['kind'][]
/** Which questions, by what happened with them. */
export const quizParts = ['all', 'unseen', 'missed', 'weak'] as const
export type QuizPart = (typeof quizParts)[number]

/** What a quiz is to be drawn from. */
export interface QuizWish {
  readonly topics: readonly TopicId[]
  /** `null`: every kind. */
  readonly kind: Question['kind'] | null
  readonly part: QuizPart
}

/** Below this chance of recall a fact counts as weak: the threshold that the schedule works with before an exam. */
const weakBelow = 0.85

const belongs = (item: ItemStub, part: QuizPart, { items, facts, parameters }: Progress, now: Moment): boolean => {
  const history = items.get(item.id)
  switch (part) {
    case 'all':
      return true
    case 'unseen':
      return history === undefined || history.answers === 0
    case 'missed':
      return history?.last != null && 'verdict' in history.last && history.last.verdict !== 'correct'
    case 'weak': {
      const memory = facts.get(item.fact)
      return memory !== undefined && recallNow(memory, now, parameters) < weakBelow
    }
  }
}

/** The questions that a wish allows, each once, in the order of the catalogue; what was set aside is not asked. */
export const questionsFor = ({ topics, kind, part }: QuizWish, progress: Progress, links: Links, now: Moment): readonly ItemStub[] =>
  [...new Set(topics)]
    .flatMap((topic) => links.topics.get(topic)?.items ?? [])
    .filter(
      (item) =>
        !isCardKind(item.kind) &&
        (kind === null || item.kind === kind) &&
        progress.items.get(item.id)?.suspended !== true &&
        belongs(item, part, progress, now),
    )
