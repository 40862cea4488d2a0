import { default_w, forgetting_curve, fsrs } from 'ts-fsrs'
import type { ItemStub } from '../../../src/core/content/types.ts'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import type { Links } from '../../../src/core/history/links.ts'
import type { Moment } from '../../../src/core/time.ts'
import { literalDay, type LiteralLog, readLiterally } from './literalLog.ts'

/*
 * The rule by which the next fact is found, sentence by sentence and slowly: everything is
 * computed anew for every entry of the list. Shares no code with the schedule.
 * Quotations stand before what they became; what they leave open is marked "ours".
 */

export interface LiteralEntry {
  readonly fact: string
  readonly item: string
  readonly tier: 1 | 2 | 3
}

const w = default_w
const scheduler = fsrs({ enable_fuzz: false })
const R = (t: number, S: number): number => forgetting_curve(w, t, S)

// "sec: card 8, typed 15, choice 25, exercise 60, section 90"; ours: order and match 40.
const usual: Record<string, number> = { card: 8, fill: 15, choice: 25, order: 40, match: 40, exercise: 60 }

const secOf = (item: ItemStub, log: LiteralLog): number => {
  const kind = item.kind === 'term' || item.kind === 'cloze' ? 'card' : item.kind
  // "replace by the learner's own median after 20 answers of a kind"; ours: of the last 41, at least a second.
  const all = log.durations.get(kind) ?? []
  if (all.length < 20) return usual[kind] ?? Number.NaN
  const last = all.slice(-41).sort((a, b) => a - b)
  const half = last.length / 2
  const median = last.length % 2 === 1 ? (last[half - 0.5] ?? 0) : ((last[half - 1] ?? 0) + (last[half] ?? 0)) / 2
  return Math.max(1, median / 1000)
}

const topicNameOf = (fact: string): string => fact.split('/')[0] ?? ''

// "topic prior Beta(0.6, 1.4). The FIRST answer on an item adds m*v to a and m*(1-v) to b:
//  right v = 1 - 0.8 g, wrong v = 0; m = 1 if its section was unread, else 0.4"
export const meanOfBeta = (topic: string, log: LiteralLog, links: Links): number => {
  let a = 0.6
  let b = 1.4
  for (const [id, first] of log.firsts) {
    const item = [...links.items.values()].find((candidate) => candidate.id === id)
    if (item === undefined || topicNameOf(item.fact) !== topic) continue
    // "Guess g: card 0.03, choice 1/options, typed 0.02, exercise 0.01"; ours: order and match as typed.
    const ofKind = item.kind === 'exercise' ? 0.01 : ['term', 'cloze', 'card'].includes(item.kind) ? 0.03 : 0.02
    const g = item.kind === 'choice' ? 1 / item.options : ofKind
    const v = first.right ? 1 - 0.8 * g : 0
    const m = first.sectionRead ? 0.4 : 1
    a += m * v
    b += m * (1 - v)
  }
  return a / (a + b)
}

/**
 * The list in the order in which the rule takes the entries. `isDue`: what of the
 * seen facts is due, where there is no exam: the days on which facts come back are levelled, which
 * is no part of the rule.
 */
export const literalList = (
  events: readonly StudyEvent[],
  links: Links,
  now: Moment,
  isDue?: (fact: string) => boolean,
): readonly LiteralEntry[] => {
  const log = readLiterally(events, links)
  const today = literalDay(now.at, now.offsetMin)
  const examDate = log.plan.examDate
  const isExam = examDate !== null && Date.UTC(...dateParts(examDate)) / 86_400_000 >= today
  // "L = whole study days left until the exam (exam at L = 0)"; ours: new facts are learnt for 60 days where there is no exam.
  const L = isExam ? Date.UTC(...dateParts(examDate)) / 86_400_000 - today : 60
  // "0.85 is a fair default, 0.75 for the last two weeks or small budgets"
  const threshold = L <= 14 || log.plan.minutesPerDay < 20 ? 0.75 : 0.85

  // What was first answered does not change while the list is made, so k of a topic is computed once.
  const ks = new Map([...links.topics.keys()].map((topic) => [String(topic), meanOfBeta(topic, log, links)]))
  const items = [...links.items.values()]
  const facts = [...new Set(items.map((item) => item.fact))]
  const itemsOf = new Map(facts.map((fact) => [fact, items.filter((item) => item.fact === fact)]))
  // "w = topicWeight / factsInTopic"
  const weights = new Map(
    facts.map((fact) => {
      const topic = [...links.topics.values()].find((candidate) => candidate.id === topicNameOf(fact))
      return [fact, (topic?.weight ?? 0) / facts.filter((other) => topicNameOf(other) === topicNameOf(fact)).length]
    }),
  )
  const list: LiteralEntry[] = []
  const readNow = new Set(log.readAt.keys())
  const reviewsDone = [...log.memories.values()].filter((memory) => memory.lastDay === today && memory.firstDay !== today).length
  const newDone = [...log.memories.values()].filter((memory) => memory.firstDay === today).length

  // "Stop when the minutes are spent."
  let spent = (log.spentOn.get(today) ?? 0) / 1000
  for (const at of log.readAt.values()) if (literalDay(at, now.offsetMin) === today) spent += 90
  const isOff =
    log.plan.datesOff.some((off) => Date.UTC(...dateParts(off)) / 86_400_000 === today) || log.plan.weekdaysOff.includes(weekdayOf(today))
  const limit = isOff ? 0 : log.plan.minutesPerDay * 60

  while (spent < limit) {
    let best: (LiteralEntry & { gain: number; seconds: number; section: string | null }) | undefined
    for (const fact of facts) {
      // "a fact is asked at most once a day"
      if (list.some((entry) => entry.fact === fact)) continue
      if (log.buriedOn.get(fact) === today) continue
      const usable = (itemsOf.get(fact) ?? []).filter((item) => !log.suspended.has(item.id))
      if (usable.length === 0) continue
      const memory = log.memories.get(fact)
      if (memory !== undefined && memory.lapses >= Math.max(6, memory.released + 3)) continue
      const weight = weights.get(fact) ?? Number.NaN
      let tier: 1 | 2 | 3
      // "of a fact's items take the one with the largest gain (cheapest), an unseen one on a tie"
      let chosen: { item: ItemStub; gain: number; cost: number; seconds: number } | undefined
      if (memory !== undefined) {
        // "t = study days since last"
        const t = today - memory.lastDay
        if (t < 1) continue
        const S = memory.stability
        const r = R(t, S)
        const S_good = scheduler.next_state({ stability: S, difficulty: memory.difficulty }, t, 3).stability
        const S_again = scheduler.next_state({ stability: S, difficulty: memory.difficulty }, t, 1).stability
        for (const item of usable) {
          // "after = r*R(L, S_good) + (1-r)*R(L, S_again);   cost = sec*(2-r) + 6*(1-r)
          //  gain = w * (after - R(t+L, S)) / cost"
          const after = r * R(L, S_good) + (1 - r) * R(L, S_again)
          const sec = secOf(item, log)
          const cost = sec * (2 - r) + 6 * (1 - r)
          const gain = (weight * (after - R(t + L, S))) / cost
          if (isBetter(item, cost, chosen, log)) chosen = { item, gain, cost, seconds: cost }
        }
        // "tier 1: seen, t >= 1, r < 0.75   tier 3: every other seen fact, t >= 1"; "Last day (L = 1): all seen facts by gain, nothing new."
        tier = L <= 1 || r < threshold ? 1 : 3
        // "With no exam date: FSRS due order"; ours: of all orders, which are worth the same, the least remembered first.
        if (!isExam) {
          if (isDue === undefined) throw new Error('What is due must be said')
          if (!isDue(fact)) continue
          tier = 1
          if (chosen !== undefined) chosen.gain = -r
        }
        const room = log.plan.reviewsPerDay
        if (room !== null && reviewsDone + list.filter((entry) => entry.tier !== 2).length >= room) continue
      } else {
        // "tier 2: new facts (not on the last day)"
        if (L <= 1) continue
        tier = 2
        // "k = mean of the topic's Beta (section 2);  p = k + 0.4*(1-k);  after = p*R(L, S0_good) + (1-p)*R(L, S0_again)"
        const k = ks.get(topicNameOf(fact)) ?? Number.NaN
        const p = k + 0.4 * (1 - k)
        const after = p * R(L, scheduler.next_state(null, 0, 3).stability) + (1 - p) * R(L, scheduler.next_state(null, 0, 1).stability)
        for (const item of usable) {
          // "cost = sec*(2-p) + 6*(1-p) + (section unread ? 90 / unseen items in it : 0);     gain = w * (after - 0.9*k) / cost"
          const unread = !readNow.has(item.section)
          const unseen = unread ? items.filter((other) => other.section === item.section && !log.answers.has(other.id)).length : 0
          const sec = secOf(item, log)
          const asking = sec * (2 - p) + 6 * (1 - p)
          const cost = asking + (unread ? 90 / Math.max(1, unseen) : 0)
          const gain = (weight * (after - 0.9 * k)) / cost
          if (isBetter(item, cost, chosen, log)) chosen = { item, gain, cost, seconds: asking + (unread ? 90 : 0) }
        }
        const room = log.plan.newPerDay
        if (room !== null && newDone + list.filter((entry) => entry.tier === 2).length >= room) continue
      }
      if (chosen === undefined) continue
      const { item, gain, seconds } = chosen
      // "next = first non-empty tier, largest gain, ties by id"
      const isNext =
        best === undefined ||
        tier < best.tier ||
        (tier === best.tier && gain > best.gain) ||
        (tier === best.tier && gain === best.gain && fact < best.fact)
      if (isNext) best = { fact, item: item.id, tier, gain, seconds, section: tier === 2 ? item.section : null }
    }
    if (best === undefined) break
    list.push({ fact: best.fact, item: best.item, tier: best.tier })
    spent += best.seconds
    // "A new item's section is offered for reading first."
    if (best.section !== null) readNow.add(best.section)
  }
  return list
}

const isBetter = (item: ItemStub, cost: number, than: { item: ItemStub; cost: number } | undefined, log: LiteralLog): boolean => {
  if (than === undefined) return true
  if (cost !== than.cost) return cost < than.cost
  // Ours: where all were seen, the one answered least; then the author's order.
  return (log.answers.get(item.id) ?? 0) < (log.answers.get(than.item.id) ?? 0)
}

const dateParts = (text: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return [year, month - 1, date]
}
const weekdayOf = (day: number): number => new Date(day * 86_400_000).getUTCDay()
