import type { Grade, StudyEvent } from '../../src/core/history/events.ts'
import { attemptId, deviceId, eventId, type ItemId, topicOf } from '../../src/core/ids.ts'

const dayMs = 86_400_000
const answersPerDay = 300
const gradeOf: readonly Grade[] = [3, 3, 3, 1, 3, 4, 3, 2, 3, 3]

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits)

/** A small generator of 32 random bits (mulberry32): ids must be as hard to compress as real ones. */
const randomBits = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return (bits ^ (bits >>> 14)) >>> 0
  }
}

/** An id as the app makes them: UUID version 7, the time and 74 random bits. */
const uuid7 = (at: number, random: () => number): string => {
  const time = hex(at, 12)
  const tail = hex(random(), 8) + hex(random(), 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random(), 3)}-${hex(0x8000 | (random() & 0x3fff), 4)}-${tail.slice(0, 12)}`
}

export interface SyntheticLog {
  readonly items: readonly ItemId[]
  readonly total: number
  /** The last event is from the day before. */
  readonly endsAt: number
  readonly device?: string
}

/**
 * A part of the log of someone who answers up to 300 items a day, day after day,
 * each at most once a day, so that every event feeds the memory. The same for the
 * same arguments.
 */
export const syntheticEvents = (
  { items, total, endsAt, device = 'b3b5a7de-8f4e-4c39-9a51-6f3f4d1c2e90' }: SyntheticLog,
  from: number,
  count: number,
): StudyEvent[] => {
  const random = randomBits(from * 2654435761 + device.charCodeAt(0))
  const perDay = Math.min(answersPerDay, items.length)
  const days = Math.ceil(total / perDay)
  const events: StudyEvent[] = []
  for (let place = from; place < Math.min(total, from + count); place += 1) {
    const day = Math.floor(place / perDay)
    const within = place % perDay
    const item = items[(within + day * 7) % items.length]
    if (item === undefined) break
    const at = Math.floor(endsAt / dayMs - days + day) * dayMs + within * 11_000 + (random() % 9000)
    events.push({
      id: eventId(uuid7(at, random)),
      at,
      offsetMin: 540,
      device: deviceId(device),
      kind: 'reviewed',
      item,
      grade: gradeOf[random() % gradeOf.length] ?? 3,
      tookMs: 2000 + (random() % 16_000),
      where: 'review',
    })
  }
  return events
}

const attemptLength = 10

/** The log of someone who takes ten quizzes a day and answers each to its end. The same for the same arguments. */
export const syntheticAttempts = ({
  items,
  total,
  endsAt,
  device = 'b3b5a7de-8f4e-4c39-9a51-6f3f4d1c2e90',
}: SyntheticLog): StudyEvent[] => {
  const random = randomBits(total)
  const events: StudyEvent[] = []
  for (let place = 0; place < total; place += 1) {
    const begins = endsAt - (total - place) * (dayMs / 10)
    const asked = Array.from({ length: attemptLength }, (_, within) => items[(place * attemptLength + within) % items.length]).flatMap(
      (item) => item ?? [],
    )
    const attempt = attemptId(uuid7(begins, random))
    const stamped = (after: number) => ({
      id: eventId(uuid7(begins + after, random)),
      at: begins + after,
      offsetMin: 540,
      device: deviceId(device),
    })
    events.push({
      ...stamped(0),
      kind: 'attemptStarted',
      attempt,
      topics: [...new Set(asked.map(topicOf))],
      items: asked,
      seed: random(),
    })
    for (const [within, item] of asked.entries())
      events.push({
        ...stamped((within + 1) * 20_000),
        kind: 'answered',
        item,
        response: { kind: 'choice', picked: [random() % 4] },
        verdict: random() % 3 === 0 ? 'wrong' : 'correct',
        tookMs: 20_000,
        lang: 'ja',
        attempt,
      })
  }
  return events
}
