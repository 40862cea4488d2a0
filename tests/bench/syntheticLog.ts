import type { ItemKind, ItemStub } from '../../src/core/content/types.ts'
import type { Grade, Response, StudyEvent } from '../../src/core/history/events.ts'
import { attemptId, deviceId, eventId, type ItemId, topicOf } from '../../src/core/ids.ts'
import { questionKinds } from '../../src/core/quiz/quizWish.ts'

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
const device = 'b3b5a7de-8f4e-4c39-9a51-6f3f4d1c2e90'

interface SyntheticAttempts {
  /** What the quizzes and exams may ask; cards are left out. */
  readonly items: readonly Pick<ItemStub, 'id' | 'kind'>[]
  readonly total: number
  readonly endsAt: number
}

/** Something that may have been answered to a question of that kind. */
const someResponse = (kind: ItemKind, random: () => number): Response => {
  const place = random() % 4
  switch (kind) {
    case 'fill':
      return { kind, text: `word-${place}` }
    case 'order':
      return { kind, order: [0, 1, 2, 3].map((step) => (step + place) % 4) }
    case 'match':
      return { kind, picked: [0, 1, 2].map((row) => (row + place) % 3) }
    case 'exercise':
      return { kind, answers: [String(random() % 1000)] }
    case 'choice':
    case 'term':
    case 'cloze':
    case 'card':
      return { kind: 'choice', picked: [place] }
  }
}

/** The beginnings of ten a day, each with what it asks and a stamp for what is done in it. */
const attemptsOf = ({ items, total, endsAt }: SyntheticAttempts, kindsOf: (place: number) => readonly ItemKind[], random: () => number) =>
  Array.from({ length: total }, (_, place) => {
    const begins = endsAt - (total - place) * (dayMs / 10)
    const fitting = items.filter(({ kind }) => kindsOf(place).includes(kind))
    return {
      asked: Array.from({ length: attemptLength }, (_none, within) => fitting[(place * attemptLength + within) % fitting.length]).flatMap(
        (item) => item ?? [],
      ),
      attempt: attemptId(uuid7(begins, random)),
      stamped: (after: number) => ({
        id: eventId(uuid7(begins + after, random)),
        at: begins + after,
        offsetMin: 540,
        device: deviceId(device),
      }),
    }
  })

/**
 * The log of someone who takes ten quizzes a day and answers each to its end: one of choices alone, the next of
 * every kind. The same for the same arguments.
 */
export const syntheticAttempts = (attempts: SyntheticAttempts): StudyEvent[] => {
  const random = randomBits(attempts.total)
  return attemptsOf(attempts, (place) => (place % 2 === 0 ? ['choice'] : questionKinds), random).flatMap(
    ({ asked, attempt, stamped }): StudyEvent[] => [
      {
        ...stamped(0),
        kind: 'attemptStarted',
        attempt,
        topics: [...new Set(asked.map(({ id }) => topicOf(id)))],
        items: asked.map(({ id }) => id),
        seed: random(),
      },
      ...asked.map(
        ({ id, kind }, within): StudyEvent => ({
          ...stamped((within + 1) * 20_000),
          kind: 'answered',
          item: id,
          response: someResponse(kind, random),
          verdict: random() % 3 === 0 ? 'wrong' : 'correct',
          tookMs: 20_000,
          lang: 'ja',
          attempt,
        }),
      ),
    ],
  )
}

/** The log of someone who takes as many exams and hands each in. The same for the same arguments. */
export const syntheticExams = (attempts: SyntheticAttempts): StudyEvent[] => {
  const random = randomBits(attempts.total + 1)
  return attemptsOf(attempts, () => ['choice', 'fill'], random).flatMap(({ asked, attempt, stamped }): StudyEvent[] => {
    const handedIn = { ...stamped(600_000), kind: 'handedIn' as const, attempt }
    return [
      { ...stamped(0), kind: 'examStarted', attempt, minutes: 15, items: asked.map(({ id }) => id), seed: random() },
      handedIn,
      ...asked.map(
        ({ id, kind }): StudyEvent => ({
          ...stamped(600_001),
          group: handedIn.id,
          kind: 'answered',
          item: id,
          response: someResponse(kind, random),
          verdict: random() % 3 === 0 ? 'wrong' : 'correct',
          tookMs: 20_000,
          lang: 'ja',
          attempt,
        }),
      ),
    ]
  })
}
