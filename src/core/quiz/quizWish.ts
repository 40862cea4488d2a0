import { isCardKind, type ItemStub, type Level, type Question } from '../content/types.ts'
import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, TopicId } from '../ids.ts'
import { confusionPairs } from '../mastery/confusionPairs.ts'
import { recallNow } from '../schedule/dueDays.ts'
import type { Moment } from '../time.ts'

export const questionKinds = ['choice', 'fill', 'order', 'match', 'exercise'] as const satisfies readonly Question['kind'][]
/** Which questions, by what happened with them. `unseenFirst` allows all and asks those never asked before the others. */
export const quizParts = ['all', 'unseenFirst', 'unseen', 'missed', 'weak', 'confused'] as const
export type QuizPart = (typeof quizParts)[number]

/** What a quiz is to be drawn from. */
export interface QuizWish {
  readonly topics: readonly TopicId[]
  /** `null`: every level. */
  readonly level: Level | null
  /** `null`: every kind. */
  readonly kind: Question['kind'] | null
  readonly part: QuizPart
}

/** Below this chance of recall a fact counts as weak: the threshold that the schedule works with before an exam. */
const weakBelow = 0.85

/** Whether a question was never answered. */
export const isUnseen = (item: ItemStub, { items }: Pick<Progress, 'items'>): boolean => (items.get(item.id)?.answers ?? 0) === 0

const belongs = (item: ItemStub, part: QuizPart, progress: Progress, confused: ReadonlySet<FactId>, now: Moment): boolean => {
  switch (part) {
    case 'all':
    case 'unseenFirst':
      return true
    case 'unseen':
      return isUnseen(item, progress)
    case 'missed': {
      const last = progress.items.get(item.id)?.last
      return last != null && 'verdict' in last && last.verdict !== 'correct'
    }
    case 'weak': {
      const memory = progress.facts.get(item.fact)
      return memory !== undefined && recallNow(memory, now, progress.parameters) < weakBelow
    }
    case 'confused':
      return confused.has(item.fact)
  }
}

/** The facts that are still taken for one another, both sides. */
const confusedFacts = (progress: Progress, links: Links): ReadonlySet<FactId> =>
  new Set(confusionPairs(progress, links).flatMap(({ resolved, facts }) => (resolved ? [] : facts)))

/** The questions that a wish allows, each once, in the order of the catalogue; what was set aside is not asked. */
export const questionsFor = (
  { topics, level, kind, part }: QuizWish,
  progress: Progress,
  links: Links,
  now: Moment,
): readonly ItemStub[] => {
  const confused = part === 'confused' ? confusedFacts(progress, links) : new Set<FactId>()
  return [...new Set(topics)]
    .flatMap((topic) => links.topics.get(topic)?.items ?? [])
    .filter(
      (item) =>
        !isCardKind(item.kind) &&
        (level === null || item.level === level) &&
        (kind === null || item.kind === kind) &&
        progress.items.get(item.id)?.suspended !== true &&
        belongs(item, part, progress, confused, now),
    )
}
