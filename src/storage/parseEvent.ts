import * as v from 'valibot'
import { langs } from '../core/content/types.ts'
import type { StudyEvent, StudyEventKind } from '../core/history/events.ts'
import { attemptId, deviceId, eventId, parsedItemId, parsedSectionId, topicId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { UnreadRow } from './eventLog.ts'

/** 2100-01-01, far beyond any clock that is merely wrong by a time zone or a leap year. */
const latestSaneAt = 4_102_444_800_000
const widestOffsetMin = 14 * 60

const name = v.pipe(v.string(), v.nonEmpty())
const positions = v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
const tookMs = v.pipe(v.number(), v.finite(), v.minValue(0))
const at = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(latestSaneAt))
const item = v.pipe(name, v.transform(parsedItemId))
const attempt = v.pipe(name, v.transform(attemptId))

const base = {
  id: v.pipe(name, v.transform(eventId)),
  at,
  offsetMin: v.pipe(v.number(), v.safeInteger(), v.minValue(-widestOffsetMin), v.maxValue(widestOffsetMin)),
  device: v.pipe(name, v.transform(deviceId)),
}

const response = v.variant('kind', [
  v.looseObject({ kind: v.literal('choice'), picked: positions }),
  v.looseObject({ kind: v.literal('fill'), text: v.string() }),
  v.looseObject({ kind: v.literal('order'), order: positions }),
  v.looseObject({ kind: v.literal('match'), picked: positions }),
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
  }),
  read: v.looseObject({ ...base, kind: v.literal('read'), section: v.pipe(name, v.transform(parsedSectionId)) }),
  attemptStarted: v.looseObject({
    ...base,
    kind: v.literal('attemptStarted'),
    attempt,
    topics: v.array(v.pipe(name, v.transform(topicId))),
    items: v.array(item),
    seed: v.pipe(v.number(), v.safeInteger()),
  }),
  suspended: v.looseObject({ ...base, kind: v.literal('suspended'), item }),
  resumed: v.looseObject({ ...base, kind: v.literal('resumed'), item }),
  retracted: v.looseObject({ ...base, kind: v.literal('retracted'), event: v.pipe(name, v.transform(eventId)) }),
}

const stamped = v.object({ id: name, at: v.pipe(v.number(), v.finite()), kind: name })

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
  const event = v.safeParse(schemas[kind], row)
  return event.success ? ok(event.output) : fail('damaged')
}
