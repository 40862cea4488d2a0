import type { AttemptId, DeviceId, EventId, FactId, ItemId, SectionId } from '../ids.ts'
import { type EpochMs, type StudyDay, studyDay } from '../time.ts'
import type { StudyEvent } from './events.ts'
import { type Attempt, foldAttempt } from './foldAttempt.ts'
import { type DayTotals, foldDay } from './foldDay.ts'
import { type FactMemory, foldFact } from './foldFact.ts'
import { foldItem, type ItemHistory } from './foldItem.ts'
import type { Links } from './links.ts'
import { chainsFrom, isLive, type Retractions } from './undo.ts'

/**
 * Everything the log says, folded for a catalogue. A value: adding events gives
 * a new one and refolds only what those events touch, so the cost of an answer
 * does not grow with the length of the history.
 */
export interface Progress {
  readonly facts: ReadonlyMap<FactId, FactMemory>
  readonly items: ReadonlyMap<ItemId, ItemHistory>
  readonly read: ReadonlyMap<SectionId, EpochMs>
  readonly attempts: ReadonlyMap<AttemptId, Attempt>
  readonly days: ReadonlyMap<StudyDay, DayTotals>
  readonly eventCount: number
  /** The latest time each device has written: a device's clock never runs backwards in the log. */
  readonly latestAt: ReadonlyMap<DeviceId, EpochMs>
  /** Events by what they are about, in the order of `(at, id)`, retracted ones included. */
  readonly buckets: ReadonlyMap<string, readonly StudyEvent[]>
  /** The events that take each event back, in the order of their ids. */
  readonly retractions: Retractions
}

export const emptyProgress: Progress = {
  facts: new Map(),
  items: new Map(),
  read: new Map(),
  attempts: new Map(),
  days: new Map(),
  eventCount: 0,
  latestAt: new Map(),
  buckets: new Map(),
  retractions: new Map(),
}

type Bucket =
  | { readonly of: 'fact'; readonly id: FactId }
  | { readonly of: 'item'; readonly id: ItemId }
  | { readonly of: 'section'; readonly id: SectionId }
  | { readonly of: 'attempt'; readonly id: AttemptId }
  | { readonly of: 'day'; readonly id: StudyDay }
  | { readonly of: 'undo'; readonly id: 'all' }

const keyOf = (bucket: Bucket): string => `${bucket.of}:${bucket.id}`

const bucketsOf = (event: StudyEvent, links: Links): readonly Bucket[] => {
  switch (event.kind) {
    case 'reviewed':
    case 'answered': {
      const stub = links.items.get(event.item)
      const facts = stub === undefined ? [] : [...new Set([stub.fact, ...stub.supports])]
      return [
        { of: 'item', id: event.item },
        { of: 'day', id: studyDay(event.at, event.offsetMin) },
        ...facts.map((id) => ({ of: 'fact', id }) as const),
        ...(event.kind === 'answered' && event.attempt !== undefined ? [{ of: 'attempt', id: event.attempt } as const] : []),
      ]
    }
    case 'read':
      return [{ of: 'section', id: event.section }]
    case 'attemptStarted':
      return [{ of: 'attempt', id: event.attempt }]
    case 'suspended':
    case 'resumed':
      return [{ of: 'item', id: event.item }]
    case 'retracted':
      return [{ of: 'undo', id: 'all' }]
  }
}

/** The order of the log: by time, then by id. */
export const compareEvents = (a: StudyEvent, b: StudyEvent): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const pushTo = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const setOrDelete = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): void => {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

/**
 * Progress with more events, in any order; an event that is already there
 * changes nothing, and if all are, the progress given is returned.
 * `addEvents(addEvents(p, a), b)` equals `addEvents(p, b ∪ a)`.
 */
export const addEvents = (progress: Progress, events: readonly StudyEvent[], links: Links): Progress => {
  const buckets = new Map(progress.buckets)
  const retractions = new Map(progress.retractions)
  const touched = new Map<string, Bucket>()
  const fresh = new Map<string, StudyEvent[]>()
  const undos = new Map<EventId, EventId[]>()
  const known = new Map<string, Set<EventId>>()
  const latestAt = new Map(progress.latestAt)
  let eventCount = progress.eventCount

  const idsIn = (key: string): Set<EventId> => {
    let ids = known.get(key)
    if (ids === undefined) {
      ids = new Set((buckets.get(key) ?? []).map((event) => event.id))
      known.set(key, ids)
    }
    return ids
  }

  for (const event of events) {
    const own = bucketsOf(event, links)
    if (own.some((bucket) => idsIn(keyOf(bucket)).has(event.id))) continue
    eventCount += 1
    latestAt.set(event.device, Math.max(event.at, latestAt.get(event.device) ?? 0))
    for (const bucket of own) {
      const key = keyOf(bucket)
      idsIn(key).add(event.id)
      touched.set(key, bucket)
      pushTo(fresh, key, event)
    }
    if (event.kind === 'retracted') pushTo(undos, event.event, event.id)
  }
  if (fresh.size === 0) return progress
  for (const [target, added] of undos) retractions.set(target, [...(retractions.get(target) ?? []), ...added].sort())
  for (const [key, added] of fresh) buckets.set(key, [...(buckets.get(key) ?? []), ...added].sort(compareEvents))

  // What an undo takes back may lie in buckets that nothing else touched.
  const undone = chainsFrom(fresh.get('undo:all') ?? [], buckets.get('undo:all') ?? [])
  if (undone.size > 0) {
    for (const list of buckets.values()) {
      for (const event of list) if (undone.has(event.id)) for (const bucket of bucketsOf(event, links)) touched.set(keyOf(bucket), bucket)
    }
  }

  const facts = new Map(progress.facts)
  const items = new Map(progress.items)
  const read = new Map(progress.read)
  const attempts = new Map(progress.attempts)
  const days = new Map(progress.days)
  for (const [key, bucket] of touched) {
    if (bucket.of === 'undo') continue
    const live = (buckets.get(key) ?? []).filter((event) => isLive(event.id, retractions))
    switch (bucket.of) {
      case 'fact':
        setOrDelete(facts, bucket.id, foldFact(live, bucket.id, links.items))
        break
      case 'item':
        setOrDelete(items, bucket.id, foldItem(live))
        break
      case 'section':
        setOrDelete(read, bucket.id, live[0]?.at)
        break
      case 'attempt':
        setOrDelete(attempts, bucket.id, foldAttempt(live))
        break
      case 'day':
        setOrDelete(days, bucket.id, foldDay(live))
        break
    }
  }
  return { facts, items, read, attempts, days, eventCount, latestAt, buckets, retractions }
}

/** The whole log folded for a catalogue. */
export const foldProgress = (events: readonly StudyEvent[], links: Links): Progress => addEvents(emptyProgress, events, links)

/** The events that were folded, each once, in the order of the log. */
export const eventsOf = (progress: Progress): readonly StudyEvent[] =>
  [...new Set([...progress.buckets.values()].flat())].sort(compareEvents)
