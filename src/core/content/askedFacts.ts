import type { FactId } from '../ids.ts'
import type { CompiledTopic } from './compiledTopic.ts'
import type { Draft } from './items/itemBase.ts'
import { type AnswerKind, answerKind } from './types.ts'

/** An item that asks a fact, and the file that it stands in. */
export interface Asking {
  readonly file: string
  readonly draft: Draft
}

/**
 * Every fact of the catalogue with the items that ask it, siblings included and in reading order: an item of
 * another topic may ask it too. Both languages ask the same, so each topic is read in one of them.
 */
export const askedFacts = (topics: readonly CompiledTopic[]): ReadonlyMap<FactId, readonly Asking[]> => {
  const asked = new Map<FactId, Asking[]>()
  for (const { parts } of topics) {
    const read = parts.ja ?? parts.en
    if (read === undefined) continue
    for (const draft of read.drafts) {
      const asking = { file: read.file, draft }
      const others = asked.get(draft.item.fact)
      if (others === undefined) asked.set(draft.item.fact, [asking])
      else others.push(asking)
    }
  }
  return asked
}

/** The ways in which a learner meets the fact: a term, a cloze and a card are one. */
export const kindsAsking = (askings: readonly Asking[]): ReadonlySet<AnswerKind> =>
  new Set(askings.map(({ draft }) => answerKind(draft.item.kind)))
