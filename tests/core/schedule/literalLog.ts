import { fsrs } from 'ts-fsrs'
import type { StudyEvent } from '../../../src/core/history/events.ts'
import type { Links } from '../../../src/core/history/links.ts'
import { defaultPlan, type StudyPlan } from '../../../src/core/schedule/studyPlan.ts'

/*
 * The log read in the plainest way, straight on ts-fsrs: sort, leave out what was
 * taken back, go through what is left once. Shares nothing with the fold.
 */

export interface LiteralMemory {
  stability: number
  difficulty: number
  firstDay: number
  lastDay: number
  lastGrade: number
  reviews: number
  lapses: number
  released: number
}

export interface LiteralLog {
  readonly memories: Map<string, LiteralMemory>
  /** The first answer on each item that counts, and how many there were. */
  readonly firsts: Map<string, { right: boolean; sectionRead: boolean }>
  readonly answers: Map<string, number>
  readonly readAt: Map<string, number>
  readonly suspended: Set<string>
  readonly buriedOn: Map<string, number>
  /** Milliseconds of every answer that counts, `card` for all cards. */
  readonly durations: Map<string, number[]>
  /** Milliseconds of all answers of a day. */
  readonly spentOn: Map<number, number>
  plan: StudyPlan
}

/** Days since 1970 of the calendar day that the learner's clock shows, if the day begins at 04:00. */
export const literalDay = (at: number, offsetMin: number): number => {
  const clock = new Date(at + (offsetMin - 4 * 60) * 60_000)
  return Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate()) / 86_400_000
}

export const readLiterally = (events: readonly StudyEvent[], links: Links, w?: readonly number[]): LiteralLog => {
  const scheduler = fsrs({ enable_fuzz: false, ...(w === undefined ? {} : { w: [...w] }) })
  const counts = (event: StudyEvent): boolean =>
    !events.some((other) => other.kind === 'retracted' && other.events.includes(event.id) && counts(other))
  const sorted = [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const log: LiteralLog = {
    memories: new Map(),
    firsts: new Map(),
    answers: new Map(),
    readAt: new Map(),
    suspended: new Set(),
    buriedOn: new Map(),
    durations: new Map(),
    spentOn: new Map(),
    plan: defaultPlan,
  }
  const remember = (fact: string, day: number, grade: 1 | 2 | 3 | 4): void => {
    const old = log.memories.get(fact)
    if (old === undefined) {
      const state = scheduler.next_state(null, 0, grade)
      const { stability, difficulty } = state
      log.memories.set(fact, {
        stability,
        difficulty,
        firstDay: day,
        lastDay: day,
        lastGrade: grade,
        reviews: 1,
        lapses: 0,
        released: 0,
      })
      return
    }
    // Only the first answer of a study day counts.
    if (day <= old.lastDay) return
    const state = scheduler.next_state({ stability: old.stability, difficulty: old.difficulty }, day - old.lastDay, grade)
    if (grade === 1 && old.lastGrade !== 1) old.lapses += 1
    old.stability = state.stability
    old.difficulty = state.difficulty
    old.lastDay = day
    old.lastGrade = grade
    old.reviews += 1
  }

  for (const event of sorted) {
    if (!counts(event)) continue
    const day = literalDay(event.at, event.offsetMin)
    if (event.kind === 'planned') log.plan = event.plan
    if (event.kind === 'read' && !log.readAt.has(event.section)) log.readAt.set(event.section, event.at)
    if (event.kind === 'suspended') log.suspended.add(event.item)
    if (event.kind === 'resumed') log.suspended.delete(event.item)
    if (event.kind === 'buried') log.buriedOn.set(event.fact, day)
    if (event.kind === 'reset') for (const fact of event.facts) log.memories.delete(fact)
    if (event.kind === 'released') {
      const memory = log.memories.get(event.fact)
      if (memory !== undefined) memory.released = memory.lapses
    }
    if (event.kind !== 'reviewed' && event.kind !== 'answered') continue
    const ms = Math.min(event.tookMs, 120_000)
    log.spentOn.set(day, (log.spentOn.get(day) ?? 0) + ms)
    // Cramming and repeats are not fed to the memory.
    if (event.repeat === true) continue
    if (event.kind === 'reviewed' && event.where === 'flashcards') continue
    const item = links.items.get(event.item)
    log.answers.set(event.item, (log.answers.get(event.item) ?? 0) + 1)
    if (!log.firsts.has(event.item)) {
      const right = event.kind === 'reviewed' ? event.grade > 1 : event.verdict === 'correct'
      log.firsts.set(event.item, { right, sectionRead: item !== undefined && log.readAt.has(item.section) })
    }
    if (item === undefined) continue
    const kind = item.kind === 'term' || item.kind === 'cloze' ? 'card' : item.kind
    log.durations.set(kind, [...(log.durations.get(kind) ?? []), ms])
    // wrong = Again, right = Good, partly = Hard, admitted guess = Hard.
    let grade: 1 | 2 | 3 | 4
    if (event.kind === 'reviewed') grade = event.grade
    else if (event.verdict === 'wrong') grade = 1
    else if (event.verdict === 'partly' || event.confidence === 'guess') grade = 2
    else grade = 3
    remember(item.fact, day, grade)
    // An item that needs several facts says something of the others only when it was right.
    if (grade >= 3) for (const fact of item.supports) if (fact !== item.fact) remember(fact, day, grade)
  }
  return log
}
