import fc from 'fast-check'
import { default_w } from 'ts-fsrs'
import type { StudyEvent, StudyEventKind } from '../../src/core/history/events.ts'
import { defaultPlan } from '../../src/core/schedule/studyPlan.ts'
import { attemptId, deviceId, eventId, factId, itemId, sectionId, topicId } from '../../src/core/ids.ts'

const topic = topicId('capabilities')

/** A review with an id of one's choosing. */
export const reviewed = (id: string, at = 1_700_000_000_000): StudyEvent => ({
  id: eventId(id),
  at,
  offsetMin: 540,
  device: deviceId('laptop'),
  kind: 'reviewed',
  item: itemId(topic, 'bounding-set'),
  grade: 3,
  tookMs: 4200,
  where: 'review',
})

const item = fc.constantFrom('bounding-set', 'ambient-set.reverse', 'no-new-privs.2').map((local) => itemId(topic, local))
const tookMs = fc.double({ min: 0, max: 1e7, noNaN: true, noDefaultInfinity: true })
const positions = fc.array(fc.nat(8), { maxLength: 5 })
const attempt = fc.uuid().map(attemptId)
const fact = fc.constantFrom('bounding-set', 'no-new-privs').map((local) => factId(topic, local))
const eventIds = fc.array(fc.uuid().map(eventId), { maxLength: 3 })

const acts: {
  readonly [Kind in StudyEventKind]: fc.Arbitrary<Omit<Extract<StudyEvent, { kind: Kind }>, 'id' | 'at' | 'offsetMin' | 'device'>>
} = {
  reviewed: fc.record({
    kind: fc.constant('reviewed'),
    item,
    grade: fc.constantFrom(1, 2, 3, 4),
    tookMs,
    where: fc.constantFrom('review', 'topic', 'flashcards'),
  }),
  answered: fc.record(
    {
      kind: fc.constant('answered'),
      item,
      response: fc.oneof(
        fc.record({ kind: fc.constant('choice'), picked: positions }),
        fc.record({ kind: fc.constant('fill'), text: fc.string({ unit: 'grapheme' }) }),
        fc.record({ kind: fc.constant('order'), order: positions }),
        fc.record({ kind: fc.constant('match'), picked: positions }),
        fc.record({ kind: fc.constant('exercise'), answers: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }) }),
      ),
      verdict: fc.constantFrom('correct', 'partly', 'wrong'),
      tookMs,
      lang: fc.constantFrom('ja', 'en'),
      attempt,
      seed: fc.nat(0xffff_ffff),
      confidence: fc.constantFrom('sure', 'unsure', 'guess'),
      tookFor: fact,
    },
    { requiredKeys: ['kind', 'item', 'response', 'verdict', 'tookMs', 'lang'] },
  ),
  read: fc.record({ kind: fc.constant('read'), section: fc.constant(sectionId(topic, 'sets')) }),
  attemptStarted: fc.record(
    {
      kind: fc.constant('attemptStarted'),
      attempt,
      topics: fc.array(fc.constant(topic), { maxLength: 2 }),
      items: fc.array(item, { maxLength: 4 }),
      seed: fc.nat(0xffff_ffff),
      diagnostic: fc.constant(true),
    },
    { requiredKeys: ['kind', 'attempt', 'topics', 'items', 'seed'] },
  ),
  examStarted: fc.record({
    kind: fc.constant('examStarted'),
    attempt,
    minutes: fc.constantFrom(1.5, 15, 90),
    items: fc.array(item, { maxLength: 4 }),
    seed: fc.nat(0xffff_ffff),
  }),
  examAnswered: fc.record({
    kind: fc.constant('examAnswered'),
    attempt,
    item,
    response: fc.record({ kind: fc.constant('choice'), picked: positions }),
    lang: fc.constantFrom('ja', 'en'),
  }),
  examFlagged: fc.record({ kind: fc.constant('examFlagged'), attempt, item, flagged: fc.boolean() }),
  handedIn: fc.record({ kind: fc.constant('handedIn'), attempt }),
  suspended: fc.record({ kind: fc.constant('suspended'), item }),
  resumed: fc.record({ kind: fc.constant('resumed'), item }),
  buried: fc.record({ kind: fc.constant('buried'), fact }),
  released: fc.record({ kind: fc.constant('released'), fact }),
  reset: fc.record({ kind: fc.constant('reset'), facts: fc.array(fact, { maxLength: 2 }) }),
  marked: fc.record({ kind: fc.constant('marked'), item, note: fc.string({ unit: 'grapheme' }) }),
  unmarked: fc.record({ kind: fc.constant('unmarked'), item }),
  planned: fc.record({
    kind: fc.constant('planned'),
    plan: fc
      .record({
        examDate: fc.constantFrom(null, '2027-01-31'),
        minutesPerDay: fc.integer({ min: 1, max: 1440 }),
        targetRetention: fc.constantFrom(null, 0.7, 0.9, 0.97),
        newPerDay: fc.constantFrom(null, 0, 20),
        reviewsPerDay: fc.constantFrom(null, 0, 200),
        weekdaysOff: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        datesOff: fc.subarray(['2026-12-31', '2027-01-01']),
      })
      .chain((plan) =>
        fc.constantFrom(
          { ...defaultPlan, ...plan },
          { ...defaultPlan, ...plan, afterExam: { of: '2026-11-01', choice: 'upkeep' as const } },
          { ...defaultPlan, ...plan, afterExam: { of: '2026-11-01', choice: 'archive' as const } },
        ),
      ),
  }),
  fitted: fc.record(
    { kind: fc.constant('fitted'), parameters: fc.constantFrom(null, [...default_w]), reviews: fc.nat() },
    { requiredKeys: ['kind', 'parameters'] },
  ),
  imported: fc.record({ kind: fc.constant('imported'), events: eventIds }),
  retracted: fc.record({ kind: fc.constant('retracted'), events: eventIds }),
}

/** Any event that the types allow, of every kind. Times are few, so that equal ones occur. */
export const anyEvent: fc.Arbitrary<StudyEvent> = fc
  .tuple(
    fc.record({
      id: fc.uuid().map(eventId),
      at: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4_102_444_800_000 })),
      offsetMin: fc.integer({ min: -840, max: 840 }),
      device: fc.constantFrom('laptop', 'phone').map(deviceId),
    }),
    fc.oneof(...Object.values(acts)),
  )
  .map(([base, act]): StudyEvent => ({ ...base, ...act }))

/** Events with distinct ids: what one log holds. */
export const anyLog = fc.uniqueArray(anyEvent, { selector: (event) => event.id, maxLength: 20 })

/** Events in the order of `(at, id)`, worked out the slow and obvious way. */
export const inOrder = (events: readonly StudyEvent[]): StudyEvent[] =>
  [...events].sort((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
