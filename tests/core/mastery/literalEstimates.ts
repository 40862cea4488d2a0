import { default_w, forgetting_curve } from 'ts-fsrs'
import type { ItemStub } from '../../../src/core/content/types.ts'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import type { Links } from '../../../src/core/history/links.ts'
import type { Moment } from '../../../src/core/time.ts'
import { literalDay, type LiteralLog, readLiterally } from '../schedule/literalLog.ts'

/*
 * The estimates of what is weak and of a mock exam's result, sentence by sentence and
 * slowly. Shares no code with src/core/mastery. Quotations stand before what they
 * became; what they leave open is marked "ours".
 */

export interface LiteralTopic {
  readonly topic: string
  readonly a: number
  readonly b: number
  readonly facts: readonly { readonly fact: string; readonly recall: number; readonly state: 'unseen' | 'faded' | 'wrong' }[]
  /** e, for a mean recall. */
  readonly e: (recall: number) => number
  readonly marks: number
  readonly lost: number
}

// "topic prior Beta(0.6, 1.4). The FIRST answer on an item adds m*v to a and m*(1-v) to b: wrong v = 0; m = 1 if its section
//  was unread, else 0.4". Ours, in place of "right v = 1 - 0.8 g": Bayes' rule, v = k / (k + (1-k) c) with k = 0.3 and
//  c = g, and g + 0.4 (1-g) where the section was read. Only the choice of new facts keeps "1 - 0.8 g".
export const literalBeta = (topic: string, log: LiteralLog, links: Links): { readonly a: number; readonly b: number } => {
  let a = 0.6
  let b = 1.4
  for (const item of links.items.values()) {
    const first = log.firsts.get(item.id)
    if (first === undefined || item.fact.split('/')[0] !== topic) continue
    // "Guess g: card 0.03, choice 1/options, typed 0.02, exercise 0.01"; ours: order and match as typed.
    const ofKind = item.kind === 'exercise' ? 0.01 : ['term', 'cloze', 'card'].includes(item.kind) ? 0.03 : 0.02
    const g = item.kind === 'choice' ? 1 / item.options : ofKind
    const c = first.sectionRead ? g + 0.4 * (1 - g) : g
    const v = first.right ? 0.3 / (0.3 + 0.7 * c) : 0
    const m = first.sectionRead ? 0.4 : 1
    a += m * v
    b += m * (1 - v)
  }
  return { a, b }
}

const literalTopic = (name: string, log: LiteralLog, links: Links, now: Moment): LiteralTopic => {
  const today = literalDay(now.at, now.offsetMin)
  const items = [...links.items.values()]
  const stub = [...links.topics.values()].find(({ id }) => id === name)
  const { a, b } = literalBeta(name, log, links)
  const k = a / (a + b)
  // Ours: what no mock asks, since all that asks it is suspended, is no fact of the topic.
  const asked = items.filter(({ id }) => !log.suspended.has(id))
  const own = [...new Set(asked.map((item) => String(item.fact)))].filter((fact) => fact.split('/')[0] === name)
  // "seen -> R(t,S), unseen -> a/(a+b)"; ours: what was answered wrong today is not known for certain today, but as it will be tomorrow.
  const facts = own.map((fact) => {
    const memory = log.memories.get(fact)
    if (memory === undefined) return { fact, recall: k, state: 'unseen' as const }
    const isWrong = memory.lastGrade === 1
    const t = Math.max(today - memory.lastDay, isWrong ? 1 : 0)
    return { fact, recall: forgetting_curve(default_w, t, memory.stability), state: isWrong ? ('wrong' as const) : ('faded' as const) }
  })
  // "e(topic) = mean over its question kinds of g + (1-g-s) * Rbar^x": choice g = 1/options, s = 0.04, x = 0.8; typed g = 0.02, s = 0.10, x = 1.1.
  // Ours: the mean is that of the exam, which asks 85 choices for 15 typed answers.
  const examined = (stub?.items ?? []).filter(({ kind }) => kind === 'choice' || kind === 'fill')
  const choices = examined.filter(({ kind }) => kind === 'choice')
  const ofChoices = (recall: number): number => {
    const g = choices.map(({ options }) => 1 / options).reduce((sum, each) => sum + each, 0) / choices.length
    return g + (1 - g - 0.04) * recall ** 0.8
  }
  const ofTyped = (recall: number): number => 0.02 + (1 - 0.02 - 0.1) * recall ** 1.1
  const others = (stub?.items ?? []).map(({ kind }: ItemStub) => kind)
  const ofOthers = (recall: number): number => {
    const kinds = [
      ...(others.includes('exercise') ? [0.01 + (1 - 0.01 - 0.12) * recall ** 1.2] : []),
      ...(others.includes('order') ? [ofTyped(recall)] : []),
      ...(others.includes('match') ? [ofTyped(recall)] : []),
    ]
    if (kinds.length === 0) return 0.03 + (1 - 0.03 - 0.02) * recall
    return kinds.reduce((sum, each) => sum + each, 0) / kinds.length
  }
  const e = (recall: number): number => {
    if (examined.length === 0) return ofOthers(recall)
    if (choices.length === 0) return ofTyped(recall)
    if (choices.length === examined.length) return ofChoices(recall)
    return 0.85 * ofChoices(recall) + 0.15 * ofTyped(recall)
  }
  // "lost(topic) = weight * (1 - e); shown as marks of 100"
  const taught = [...links.topics.values()].filter(({ id }) => items.some((item) => item.fact.startsWith(`${id}/`)))
  const marks = (100 * (stub?.weight ?? 0)) / taught.reduce((sum, topic) => sum + topic.weight, 0)
  const mean = facts.reduce((sum, { recall }) => sum + recall, 0) / facts.length
  return { topic: name, a, b, facts, e, marks, lost: marks * (1 - e(mean)) }
}

/** Every topic that has facts. */
export const literalTopics = (events: readonly StudyEvent[], links: Links, now: Moment): readonly LiteralTopic[] => {
  const log = readLiterally(events, links)
  return [...links.topics.keys()].map((id) => literalTopic(id, log, links, now)).filter(({ facts }) => facts.length > 0)
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
const convolved = (one: readonly number[], other: readonly number[]): number[] => {
  const result = Array.from({ length: one.length + other.length - 1 }, () => 0)
  for (const [i, p] of one.entries()) for (const [j, q] of other.entries()) result[i + j] = (result[i + j] ?? 0) + p * q
  return result
}

/**
 * The chances of 0, 1, 2 … right answers, reckoned without a draw: "delta ~ N(-0.15, 0.35^2)", ours
 * N(0.1, 0.35^2), found for a mock that asks nothing but our items; "per topic q ~ Beta(a,b)
 * in place of a/(a+b) for unseen facts; e' = logistic(logit(e) + delta);
 * score = sum of Binomial(questions(topic), e')". "after a mock with x of n right: density of
 * delta * Binomial(x; n, logistic(logit(mean e) + delta))".
 */
export const literalScores = (
  topics: readonly LiteralTopic[],
  questions: ReadonlyMap<string, number>,
  mocks: readonly { readonly right: number; readonly questions: number; readonly e: number }[] = [],
): readonly number[] => {
  const shift = (e: number, delta: number): number => 1 / (1 + (1 / e - 1) * Math.exp(-delta))
  const deltas = Array.from({ length: 61 }, (_, n) => -3 + n * 0.1)
  const densities = deltas.map((delta) =>
    mocks.reduce(
      (density, mock) => {
        const p = shift(mock.e, delta)
        return density * p ** mock.right * (1 - p) ** (mock.questions - mock.right) * 1e15
      },
      Math.exp(-((delta - 0.1) ** 2) / (2 * 0.35 ** 2)),
    ),
  )
  const all = densities.reduce((sum, density) => sum + density, 0)
  // q at the middle of each of 200 strips, with its density and the e that follows.
  const strips = topics.map(({ a, b, facts, e }) => {
    const seen = facts.reduce((sum, fact) => sum + (fact.state === 'unseen' ? 0 : fact.recall), 0)
    const unseen = facts.filter(({ state }) => state === 'unseen').length
    const each = Array.from({ length: 200 }, (_, strip) => {
      const q = (strip + 0.5) / 200
      return { density: q ** (a - 1) * (1 - q) ** (b - 1), expected: e((seen + unseen * q) / facts.length) }
    })
    return { each, total: each.reduce((sum, { density }) => sum + density, 0) }
  })
  const scores: number[] = []
  for (const [place, delta] of deltas.entries()) {
    const share = (densities[place] ?? 0) / all
    if (share < 1e-5) continue
    let ofDelta = [1]
    for (const [row, { topic }] of topics.entries()) {
      const n = questions.get(topic) ?? 0
      const { each = [], total = 1 } = strips[row] ?? {}
      const own = Array.from({ length: n + 1 }, () => 0)
      for (const { density, expected } of each) {
        const p = shift(expected, delta)
        for (let right = 0; right <= n; right += 1)
          own[right] = (own[right] ?? 0) + (density / total) * choose(n, right) * p ** right * (1 - p) ** (n - right)
      }
      ofDelta = convolved(ofDelta, own)
    }
    for (const [right, p] of ofDelta.entries()) scores[right] = (scores[right] ?? 0) + share * p
  }
  return scores
}
