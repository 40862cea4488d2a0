import * as v from 'valibot'
import { langs } from '../core/content/types.ts'
import type { StudyEvent, StudyEventKind } from '../core/history/events.ts'
import { attemptId, deviceId, eventId, parsedFactId, parsedItemId, parsedSectionId, topicId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { afterExamChoices } from '../core/schedule/studyPlan.ts'
import type { UnreadRow } from './eventLog.ts'

/** 2100-01-01, far beyond any clock that is merely wrong by a time zone or a leap year. */
const latestSaneAt = 4_102_444_800_000
const widestOffsetMin = 14 * 60

const name = v.pipe(v.string(), v.nonEmpty())
const positions = v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
const tookMs = v.pipe(v.number(), v.finite(), v.minValue(0))
const at = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(latestSaneAt))
const item = v.pipe(name, v.transform(parsedItemId))
const seed = v.pipe(v.number(), v.safeInteger())
const attempt = v.pipe(name, v.transform(attemptId))
const fact = v.pipe(name, v.transform(parsedFactId))
const eventIds = v.array(v.pipe(name, v.transform(eventId)))
const localDate = v.pipe(v.string(), v.isoDate())
const share = v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97))
const atMost = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
// The 21 parameters of FSRS-6; anything else would make every memory NaN.
const parameters = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21))

const base = {
  id: v.pipe(name, v.transform(eventId)),
  at,
  offsetMin: v.pipe(v.number(), v.safeInteger(), v.minValue(-widestOffsetMin), v.maxValue(widestOffsetMin)),
  device: v.pipe(name, v.transform(deviceId)),
  group: v.exactOptional(v.pipe(name, v.transform(eventId))),
}

const response = v.variant('kind', [
  v.looseObject({ kind: v.literal('choice'), picked: positions }),
  v.looseObject({ kind: v.literal('fill'), text: v.string() }),
  v.looseObject({ kind: v.literal('order'), order: positions }),
  v.looseObject({ kind: v.literal('match'), picked: positions }),
  v.looseObject({ kind: v.literal('exercise'), answers: v.array(v.string()) }),
])

// Objects are loose: a field that a later version added is kept, so that what is exported again has lost nothing.
const schemas: { readonly [Kind in StudyEventKind]: v.GenericSchema<unknown, Extract<StudyEvent, { kind: Kind }>> } = {
  reviewed: v.looseObject({
    ...base,
    kind: v.literal('reviewed'),
    item,
    grade: v.picklist([1, 2, 3, 4]),
    tookMs,
    where: v.picklist(['review', 'topic', 'flashcards']),
    repeat: v.exactOptional(v.literal(true)),
  }),
  answered: v.looseObject({
    ...base,
    kind: v.literal('answered'),
    item,
    response,
    verdict: v.picklist(['correct', 'partly', 'wrong']),
    tookMs,
    lang: v.picklist(langs),
    attempt: v.exactOptional(attempt),
    confidence: v.exactOptional(v.picklist(['sure', 'unsure', 'guess'])),
    tookFor: v.exactOptional(fact),
    seed: v.exactOptional(seed),
    repeat: v.exactOptional(v.literal(true)),
  }),
  read: v.looseObject({ ...base, kind: v.literal('read'), section: v.pipe(name, v.transform(parsedSectionId)) }),
  attemptStarted: v.looseObject({
    ...base,
    kind: v.literal('attemptStarted'),
    attempt,
    topics: v.array(v.pipe(name, v.transform(topicId))),
    items: v.array(item),
    seed,
    diagnostic: v.exactOptional(v.literal(true)),
  }),
  examStarted: v.looseObject({
    ...base,
    kind: v.literal('examStarted'),
    attempt,
    minutes: v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(1440)),
    items: v.array(item),
    seed,
  }),
  examAnswered: v.looseObject({ ...base, kind: v.literal('examAnswered'), attempt, item, response, lang: v.picklist(langs) }),
  examFlagged: v.looseObject({ ...base, kind: v.literal('examFlagged'), attempt, item, flagged: v.boolean() }),
  handedIn: v.looseObject({ ...base, kind: v.literal('handedIn'), attempt }),
  suspended: v.looseObject({ ...base, kind: v.literal('suspended'), item }),
  resumed: v.looseObject({ ...base, kind: v.literal('resumed'), item }),
  buried: v.looseObject({ ...base, kind: v.literal('buried'), fact }),
  released: v.looseObject({ ...base, kind: v.literal('released'), fact }),
  reset: v.looseObject({ ...base, kind: v.literal('reset'), facts: v.array(fact) }),
  marked: v.looseObject({ ...base, kind: v.literal('marked'), item, note: v.string() }),
  unmarked: v.looseObject({ ...base, kind: v.literal('unmarked'), item }),
  planned: v.looseObject({
    ...base,
    kind: v.literal('planned'),
    plan: v.looseObject({
      examDate: v.nullable(localDate),
      minutesPerDay: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1440)),
      targetRetention: v.nullable(share),
      newPerDay: atMost,
      reviewsPerDay: atMost,
      weekdaysOff: v.array(v.picklist([0, 1, 2, 3, 4, 5, 6])),
      datesOff: v.array(localDate),
      // Plans made before there was this choice have none.
      afterExam: v.exactOptional(v.looseObject({ of: localDate, choice: v.picklist(afterExamChoices) })),
    }),
  }),
  fitted: v.looseObject({
    ...base,
    kind: v.literal('fitted'),
    parameters: v.nullable(parameters),
    reviews: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  imported: v.looseObject({ ...base, kind: v.literal('imported'), events: eventIds }),
  retracted: v.looseObject({ ...base, kind: v.literal('retracted'), events: eventIds }),
}

const stamped = v.object({ id: name, at: v.pipe(v.number(), v.finite()), kind: name })

/** Logs begun with the first version hold undos that name one event, as `event`. */
const undoOfFirstVersion = v.looseObject({ kind: v.literal('retracted'), event: name, events: v.exactOptional(v.never()) })
const asWrittenNow = (row: unknown): unknown => {
  const old = v.safeParse(undoOfFirstVersion, row)
  return old.success ? { ...old.output, events: [old.output.event] } : row
}

const isOurs = (kind: string): kind is StudyEventKind => Object.hasOwn(schemas, kind)

/**
 * One stored row as an event. What the fold reckons with is checked strictly, so
 * that nothing behind this border has to; fields beyond those are kept.
 */
export const parseEvent = (row: unknown): Result<StudyEvent, UnreadRow['why']> => {
  const head = v.safeParse(stamped, row)
  if (!head.success) return fail('damaged')
  const { kind } = head.output
  if (!isOurs(kind)) return fail('unknown')
  const event = v.safeParse(schemas[kind], kind === 'retracted' ? asWrittenNow(row) : row)
  return event.success ? ok(event.output) : fail('damaged')
}
